#include "access/account_store.h"

#include "base/text.h"

namespace dichtbij::access {
namespace {

constexpr std::string_view info_columns =
    "a.medewerker, a.email, a.naam, a.taal, a.sneltoetsen, a.moet_wijzigen, case when a.totp_geheim is null then 0 else 1 end, "
    "a.uit_op, a.ingelogd_op, a.versie";

std::string info_from(std::string_view rest) {
    std::string sql = "select ";
    return sql.append(info_columns).append(" from account a ").append(rest);
}

}  // namespace

void insert_account(store::Tx& tx, const AccountRij& row) { tx.insert("account", row); }

std::optional<AccountInfo> find_account(store::Tx& tx, Id<Medewerker> medewerker) {
    return tx.row<AccountInfo>(info_from("where a.medewerker = ?1"), medewerker);
}

std::optional<Geheimen> secrets_of(store::Tx& tx, Id<Medewerker> medewerker) {
    return tx.row<Geheimen>("select " + store::columns<Geheimen>() + " from account where medewerker = ?1", medewerker);
}

std::optional<Geheimen> secrets_by_email(store::Tx& tx, std::string_view email) {
    return tx.row<Geheimen>("select " + store::columns<Geheimen>() + " from account where email = ?1", email);
}

std::vector<AccountInfo> list_accounts(store::Tx& tx, const AccountFilter& filter) {
    std::vector<store::Value> params{filter.na_sleutel, store::Column<Id<Medewerker>>::to(filter.na),
                                     std::int64_t{filter.limiet}};
    std::string where = "where (a.naam_sleutel, a.medewerker) > (?1, ?2)";
    if (!filter.alle) {
        std::string list;
        for (const auto& gemeente : filter.gemeenten) {
            params.push_back(store::Column<Id<Gemeente>>::to(gemeente));
            list += (list.empty() ? "?" : ", ?") + std::to_string(params.size());
        }
        where += " and (not exists (select 1 from account_rol r where r.account = a.medewerker)";
        if (!list.empty())
            where += " or exists (select 1 from account_rol r where r.account = a.medewerker and r.gemeente in (" + list + "))";
        where += ")";
    }
    if (!filter.naam_vanaf.empty()) {
        std::string like = "%";
        for (const char c : lower_ascii(filter.naam_vanaf))
            if (c != '%' && c != '_' && c != '\\') like += c;
        params.push_back(like + "%");
        const std::string mark = "?" + std::to_string(params.size());
        where += " and (lower(a.naam) like " + mark + " or a.email like " + mark + ")";
    }
    return tx.rows_with<AccountInfo>(info_from(where + " order by a.naam_sleutel, a.medewerker limit ?3"), params);
}

store::Blob name_key_of(store::Tx& tx, Id<Medewerker> medewerker) {
    return tx.row<store::Blob>("select naam_sleutel from account where medewerker = ?1", medewerker).value_or(store::Blob{});
}

void set_password(store::Tx& tx, Id<Medewerker> medewerker, std::string_view hash, bool moet_wijzigen) {
    tx.run("update account set wachtwoord = ?2, moet_wijzigen = ?3 where medewerker = ?1", medewerker, hash, moet_wijzigen);
}

void set_totp(store::Tx& tx, Id<Medewerker> medewerker, const std::optional<store::Blob>& secret, std::int64_t step) {
    tx.run("update account set totp_geheim = ?2, totp_stap = ?3 where medewerker = ?1", medewerker, secret, step);
}

void set_totp_step(store::Tx& tx, Id<Medewerker> medewerker, std::int64_t step) {
    tx.run("update account set totp_stap = ?2 where medewerker = ?1", medewerker, step);
}

void set_toegang(store::Tx& tx, Id<Medewerker> medewerker, Toegang toegang) {
    tx.run("update account set toegang = ?2 where medewerker = ?1", medewerker, toegang);
}

std::vector<AccountInfo> accounts_with(store::Tx& tx, Toegang toegang) {
    return tx.rows<AccountInfo>(info_from("where a.toegang = ?1 order by a.naam_sleutel, a.medewerker"), toegang);
}

void set_disabled(store::Tx& tx, Id<Medewerker> medewerker, std::optional<Instant> uit_op) {
    tx.run("update account set uit_op = ?2 where medewerker = ?1", medewerker, uit_op);
}

void set_profile(store::Tx& tx, Id<Medewerker> medewerker, std::string_view taal, bool sneltoetsen) {
    tx.run("update account set taal = ?2, sneltoetsen = ?3 where medewerker = ?1", medewerker, taal, sneltoetsen);
}

void set_name(store::Tx& tx, Id<Medewerker> medewerker, std::string_view naam, std::string_view email) {
    tx.run("update account set naam = ?2, email = ?3, naam_sleutel = ?4 where medewerker = ?1", medewerker, naam, email,
           store::Blob{sort_key(naam)});
}

void set_signed_in(store::Tx& tx, Id<Medewerker> medewerker, Instant now) {
    tx.run("update account set ingelogd_op = ?2 where medewerker = ?1", medewerker, now);
}

bool raise_version(store::Tx& tx, Id<Medewerker> medewerker, std::int64_t versie) {
    return tx.run("update account set versie = versie + 1 where medewerker = ?1 and versie = ?2", medewerker, versie) == 1;
}

}  // namespace dichtbij::access
