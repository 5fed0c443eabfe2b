#include "partij/adres.h"

#include <doctest/doctest.h>

#include "partij/identificator.h"

namespace dichtbij::partij::adres_test {

TEST_CASE("a postcode is four digits and two letters, however it is typed") {
    CHECK(normal_postcode("3999ab") == "3999AB");
    CHECK(normal_postcode(" 3999 Ab ") == "3999AB");
    for (const char* wrong : {"0999AB", "3999", "3999A", "3999ABC", "3999 A1", "39 99AB", "3999SS", "3999sa", "3999 sd", "", "AB3999"}) {
        CAPTURE(std::string(wrong));
        CHECK_FALSE(normal_postcode(wrong));
    }
    CHECK(postcode_leesbaar("3999AB") == "3999 AB");
}

TEST_CASE("an e-mail address has a name and a domain that can exist") {
    for (const char* good : {"f.elidrissi@voorbeeld.example", "o'neill+web@sub.voorbeeld.nl", "a@b.co", "x@münchen.example"}) {
        CAPTURE(std::string(good));
        CHECK(is_email(good));
    }
    for (const char* bad : {"", "a", "a@", "@b.nl", "a@b", "a b@c.nl", "a..b@c.nl", ".a@c.nl", "a.@c.nl", "a@-b.nl", "a@b..nl", "a@b.1", "\"a\"@b.nl", "a@b@c nl"}) {
        CAPTURE(std::string(bad));
        CHECK_FALSE(is_email(bad));
    }
    CHECK_FALSE(is_email(std::string(65, 'a') + "@b.nl"));
}

TEST_CASE("a BSN has nine digits that pass the elfproef, a KvK-nummer eight") {
    struct Row {
        std::string_view soort;
        const char* typed;
        const char* normal;
    };
    const Row rows[] = {
        {soort_bsn, "999990019", "999990019"}, {soort_bsn, "9999.90.019", "999990019"}, {soort_bsn, "123456782", "123456782"},
        {soort_bsn, "10000008", "010000008"},  {soort_bsn, "123456789", ""}, {soort_bsn, "000000000", ""}, {soort_bsn, "12345678a", ""},
        {soort_bsn, "1234567820", ""}, {soort_rsin, "123456782", "123456782"}, {soort_rsin, "123456781", ""},
        {soort_kvk_nummer, "12345678", "12345678"}, {soort_kvk_nummer, "1234 5678", "12345678"}, {soort_kvk_nummer, "1234567", ""},
        {soort_vestigingsnummer, "000012345678", "000012345678"}, {soort_vestigingsnummer, "12345678", ""}, {"klantnummer", " A-12 ", "A-12"}, {"klantnummer", " ", ""},
    };
    for (const Row& row : rows) {
        CAPTURE(std::string(row.typed));
        CHECK(normal_object_id(row.soort, row.typed).value_or("") == std::string(row.normal));
    }
}

TEST_CASE("an address is one line for people") {
    Adres adres;
    adres.straatnaam = "Kastanjelaan";
    adres.huisnummer = 18;
    adres.huisnummertoevoeging = "a";
    adres.postcode = "3999AB";
    adres.stad = "Oeverdorp";
    CHECK(adresregel(adres) == "Kastanjelaan 18a, 3999 AB Oeverdorp");
    adres.huisnummertoevoeging = "2";
    CHECK(adresregel(adres) == "Kastanjelaan 18-2, 3999 AB Oeverdorp");
    CHECK(adresregel(Adres{}).empty());
    Adres abroad;
    abroad.adresregel1 = "Hauptstrasse 1";
    abroad.land = "DE";
    CHECK(adresregel(abroad) == "Hauptstrasse 1, DE");
}

TEST_CASE("before identification a number can be recognised but not told") {
    DigitaalAdres phone;
    phone.adres = "0612345678";
    CHECK(masked(phone) == "06 •••• ••78");
    DigitaalAdres mail;
    mail.soort = SoortDigitaalAdres::email;
    mail.adres = "fatima@voorbeeld.example";
    CHECK(masked(mail) == "f•••@voorbeeld.example");
    CHECK(masked_object_id("999990019") == "•••••• 019");
    CHECK(masked_object_id("12") == "••");
}

}  // namespace dichtbij::partij::adres_test
