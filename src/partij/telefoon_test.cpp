#include "partij/telefoon.h"

#include <doctest/doctest.h>

namespace dichtbij::partij::telefoon_test {

TEST_CASE("a telephone number is the same number in any notation") {
    struct Row {
        const char* typed;
        const char* normal;  // empty: refused
    };
    const Row rows[] = {
        {"06 12345678", "+31612345678"}, {"0612345678", "+31612345678"}, {"06-12 34 56 78", "+31612345678"},
        {"+31612345678", "+31612345678"}, {"+31 (0)6 1234 5678", "+31612345678"}, {"+31 06 12345678", "+31612345678"},
        {"0031 6 12345678", "+31612345678"}, {"31612345678", "+31612345678"}, {"612345678", "+31612345678"},
        {"(020) 123 45 67", "+31201234567"}, {"0399/123456", "+31399123456"}, {"020.123.4567", "+31201234567"},
        {"tel:+31612345678", "+31612345678"}, {"sip:+31612345678@pbx.example", "+31612345678"},
        {"tel:0612345678;ext=12", "+31612345678"}, {"020 1234567 tst. 12", "+31201234567"}, {"0201234567x12", "+31201234567"},
        {"088 1234567", "+31881234567"}, {"0800 1234", "+318001234"}, {"0900-1234567", "+319001234567"},
        {"14 0399", "+31140399"}, {"14020", "+3114020"}, {"097012345678", "+3197012345678"}, {"085-1234567", "+31851234567"},
        {"+49 30 123456", "+4930123456"}, {"0049 (0)30 123456", "+4930123456"}, {"+32 470 12 34 56", "+32470123456"},
        {"+1 202 555 0123", "+12025550123"}, {"06\xc2\xa0" "1234\xc2\xa0" "5678", "+31612345678"}, {"06\xe2\x80\x91" "12345678", "+31612345678"},
        {"112", ""}, {"144", ""}, {"06 1234567", ""}, {"06 123456789", ""}, {"0612345678a", ""}, {"anonymous", ""}, {"", ""},
        {"+", ""}, {"+31", ""}, {"0000000000", ""}, {"060 1234567", ""}, {"+1 202 555", ""}, {"+999", ""}, {"12345678", ""},
        {"+316123456789", ""}, {"1984", ""}, {"123456782", ""}, {"0+612345678", ""}, {"+1234567890123456", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.typed));
        CHECK(e164(row.typed).value_or("") == std::string(row.normal));
    }
}

TEST_CASE("a normal form is its own normal form") {
    for (const char* number : {"+31612345678", "+31140399", "+318001234", "+4930123456"}) CHECK(e164(number) == number);
}

TEST_CASE("people read a number in groups") {
    CHECK(telefoon_leesbaar("+31612345678") == "06 1234 5678");
    CHECK(telefoon_leesbaar("+31201234567") == "020 123 4567");
    CHECK(telefoon_leesbaar("+31399123456") == "0399 12 34 56");
    CHECK(telefoon_leesbaar("+31140399") == "14 0399");
    CHECK(telefoon_leesbaar("+318001234") == "0800 1234");
    CHECK(telefoon_leesbaar("+4930123456") == "+49 30123456");
    CHECK(telefoon_leesbaar("+12025550123") == "+1 2025550123");
    CHECK(telefoon_leesbaar("onzin") == "onzin");
}

TEST_CASE("only a Dutch mobile number gets an SMS") {
    CHECK(is_mobiel("+31612345678"));
    CHECK_FALSE(is_mobiel("+31201234567"));
    CHECK_FALSE(is_mobiel("+31661234567"));
    CHECK_FALSE(is_mobiel("+4915112345678"));
}

}  // namespace dichtbij::partij::telefoon_test
