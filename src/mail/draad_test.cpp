#include "mail/draad.h"

#include <doctest/doctest.h>

#include <vector>

namespace dichtbij::mail::draad_test {
namespace {

const Id<Werk> werk = *Id<Werk>::parse("0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b");
const Uuid bericht = *parse_uuid("0193a1b2-0000-7000-8000-000000000001");
const Draadsleutel sleutel("0123456789abcdef0123456789abcdef");

}  // namespace

TEST_CASE("an answer finds its matter by the address it was sent to and by the Message-ID it answers") {
    const std::string adres = sleutel.antwoordadres("post@oeverland.example", werk);
    CHECK(adres.size() == std::string("post+@oeverland.example").size() + 42);
    CHECK(sleutel.vind(std::string_view(adres)) == werk);
    CHECK(zonder_toevoeging(adres) == "post@oeverland.example");
    const std::string id = sleutel.message_id(bericht, werk, "post.oeverland.example");
    CHECK(id == "0193a1b20000700080000000000000" "01." + sleutel.token(werk) + "@post.oeverland.example");
    CHECK(sleutel.vind("<" + id + ">") == werk);
    CHECK(sleutel.vind(std::vector<std::string>{"x@y.example", id}) == werk);
}

TEST_CASE("capitals do not break a token, any other change does") {
    std::string upper = sleutel.token(werk);
    for (char& letter : upper) letter = static_cast<char>(letter >= 'a' ? letter - 32 : letter);
    CHECK(sleutel.werk_van(upper) == werk);
    const std::string token = sleutel.token(werk);
    for (std::size_t i = 0; i + 1 < token.size(); ++i) {
        std::string other = token;
        other[i] = other[i] == '0' ? '1' : '0';
        CHECK_FALSE(sleutel.werk_van(other).has_value());
    }
    for (const char* bad : {"", "post+@x.example", "post+abc@x.example", "geen adres", "<>", "@", "+@", ".@"}) CHECK_FALSE(sleutel.vind(std::string_view(bad)).has_value());
}

TEST_CASE("a token of another installation is none of ours, and without a secret there are none") {
    const Draadsleutel other("fedcba9876543210fedcba9876543210"), none("");
    CHECK_FALSE(other.werk_van(sleutel.token(werk)).has_value());
    CHECK_FALSE(none.werk_van(sleutel.token(werk)).has_value());
    CHECK(none.token(werk).empty());
    CHECK(none.antwoordadres("post@x.example", werk) == "post@x.example");
    CHECK(none.message_id(bericht, werk, "x.example") == "0193a1b2000070008000000000000001@x.example");
}

TEST_CASE("an address that has no room for a token stays as it is") {
    const std::string lang = "een-heel-lange-naam-van-een-postbus@oeverland.example";
    CHECK(sleutel.antwoordadres(lang, werk) == lang);
    CHECK(zonder_toevoeging("+x@y.example") == "+x@y.example");
    CHECK(zonder_toevoeging("a@b+c.example") == "a@b+c.example");
}

}  // namespace dichtbij::mail::draad_test
