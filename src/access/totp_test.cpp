#include "access/totp.h"

#include <doctest/doctest.h>

#include <set>

namespace dichtbij::access::totp_test {
namespace {

constexpr std::string_view rfc_secret = "12345678901234567890";
Instant at(std::int64_t second) { return Instant(seconds(second)); }

}  // namespace

TEST_CASE("codes are those of the table in RFC 6238 appendix B") {
    struct Row {
        std::int64_t second;
        const char* code;
    };
    for (const Row& row : {Row{59, "94287082"}, Row{1111111109, "07081804"}, Row{1111111111, "14050471"},
                           Row{1234567890, "89005924"}, Row{2000000000, "69279037"}, Row{20000000000, "65353130"}}) {
        CAPTURE(row.second);
        CHECK(totp_code(rfc_secret, totp_step_at(at(row.second)), 8) == row.code);
    }
}

TEST_CASE("codes are those of the table in RFC 4226 appendix D") {
    const char* codes[] = {"755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"};
    for (std::int64_t counter = 0; counter < 10; ++counter) CHECK(totp_code(rfc_secret, counter) == codes[counter]);
}

TEST_CASE("a code holds one step before and after its own, and works once") {
    const Instant now = at(1'795'000'000);
    const std::int64_t step = totp_step_at(now);
    for (std::int64_t offset = -2; offset <= 2; ++offset) {
        CAPTURE(offset);
        const auto matched = matching_step(rfc_secret, totp_code(rfc_secret, step + offset), now, 0);
        CHECK(matched == (offset >= -1 && offset <= 1 ? std::optional(step + offset) : std::nullopt));
    }
    CHECK_FALSE(matching_step(rfc_secret, totp_code(rfc_secret, step), now, step));
    CHECK_FALSE(matching_step(rfc_secret, totp_code(rfc_secret, step - 1), now, step));
    CHECK(matching_step(rfc_secret, totp_code(rfc_secret, step + 1), now, step) == step + 1);
}

TEST_CASE("a code may be typed with a space, and nothing else is a code") {
    const Instant now = at(59);
    CHECK(matching_step(rfc_secret, "287 082", now, 0) == 1);
    for (const char* bad : {"", "28708", "2870820", "287o82", "abcdef", "94287082"}) {
        CAPTURE(bad);
        CHECK_FALSE(matching_step(rfc_secret, bad, now, 0));
    }
}

TEST_CASE("base32 gives the examples of RFC 4648 without padding") {
    struct Row {
        const char* bytes;
        const char* text;
    };
    for (const Row& row : {Row{"", ""}, Row{"f", "MY"}, Row{"fo", "MZXQ"}, Row{"foo", "MZXW6"}, Row{"foob", "MZXW6YQ"},
                           Row{"fooba", "MZXW6YTB"}, Row{"foobar", "MZXW6YTBOI"}})
        CHECK(base32(row.bytes) == row.text);
    CHECK(base32(rfc_secret) == "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
}

TEST_CASE("the address for an app names issuer and account, escaped") {
    CHECK(otpauth_uri("Dichtbij Oeverland", "sanne@oeverland.example", "foo") ==
          "otpauth://totp/Dichtbij%20Oeverland:sanne%40oeverland.example?secret=MZXW6&issuer=Dichtbij%20Oeverland");
}

TEST_CASE("a readable secret differs each time and is read back as a person types it") {
    std::set<std::string> made;
    for (int i = 0; i < 100; ++i) made.insert(readable_secret());
    CHECK(made.size() == 100);
    const std::string secret = readable_secret();
    CHECK(secret.size() == 19);
    CHECK(normalised_secret(secret).size() == 16);
    CHECK(normalised_secret("ABCD efgh-ijkm") == "abcdefghijkm");
}

}  // namespace dichtbij::access::totp_test
