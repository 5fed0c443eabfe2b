#include "access/password.h"

#include <doctest/doctest.h>

namespace dichtbij::access::password_test {

TEST_CASE("a password is kept as a hash that only it opens") {
    const PasswordHasher hasher(cheapest_cost);
    const std::string hash = hasher.hash("een heel goed wachtwoord");
    CHECK(hash.starts_with("$argon2id$"));
    CHECK(hash != hasher.hash("een heel goed wachtwoord"));
    CHECK(hasher.verify(hash, "een heel goed wachtwoord"));
    CHECK_FALSE(hasher.verify(hash, "een heel goed wachtwoorD"));
    CHECK_FALSE(hasher.verify(hash, ""));
    CHECK_FALSE(hasher.verify("", "een heel goed wachtwoord"));
    CHECK_FALSE(hasher.is_outdated(hash));
    CHECK(PasswordHasher({2, 16}).is_outdated(hash));
}

TEST_CASE("a new password is long enough, not common and not the e-mail address") {
    struct Row {
        const char* password;
        const char* problem;  // "": good
    };
    const std::string too_long(201, 'a');
    for (const Row& row :
         {Row{"paard batterij nietje", ""}, Row{"Zeehond!Kapstok7", ""}, Row{"ééééééëëëëëüüuuo", ""},
          Row{"", "access.wachtwoord.te_kort"}, Row{"elf tekens!", "access.wachtwoord.te_kort"},
          Row{too_long.c_str(), "access.wachtwoord.te_lang"}, Row{"Welkom2026!!", "access.wachtwoord.te_gewoon"},
          Row{"wachtwoord12", "access.wachtwoord.te_gewoon"}, Row{"Zomer-2026-1234", "access.wachtwoord.te_gewoon"},
          Row{"aaaaaaaaaaaa", "access.wachtwoord.te_gewoon"}, Row{"123456789012", "access.wachtwoord.te_gewoon"},
          Row{"098765432109", "access.wachtwoord.te_gewoon"}, Row{"Sanne.dewit-is-hier", "access.wachtwoord.bevat_email"}}) {
        CAPTURE(row.password);
        const auto problem = judge_password(row.password, "sanne.dewit@oeverland.example", "nieuw");
        CHECK((problem ? problem->key : "") == row.problem);
    }
}

}  // namespace dichtbij::access::password_test
