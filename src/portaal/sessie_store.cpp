#include "portaal/sessie_store.h"

namespace dichtbij::portaal {
namespace {

store::Blob blob(std::string_view bytes) { return store::Blob{std::string(bytes)}; }

using access::counted;

}  // namespace

void SessieStore::insert(const SessieRij& row) const { tx_.insert("portaal_sessie", row); }

std::optional<SessieRij> SessieStore::find(std::string_view hash) const {
    return tx_.row<SessieRij>("select " + store::columns<SessieRij>() + " from portaal_sessie where hash = ?1", blob(hash));
}

void SessieStore::touch(std::string_view hash, Instant now, Instant stil_tot) const {
    tx_.run("update portaal_sessie set gezien_op = ?2, stil_tot = ?3 where hash = ?1 and stil_tot > ?2", blob(hash), now, stil_tot);
}

void SessieStore::set_taal(std::string_view hash, std::string_view taal) const {
    tx_.run("update portaal_sessie set taal = ?2 where hash = ?1", blob(hash), taal);
}

void SessieStore::set_partij(std::string_view hash, Id<Partij> partij) const {
    tx_.run("update portaal_sessie set partij = ?2, bsn = '', kvk_nummer = '' where hash = ?1", blob(hash), partij);
}

void SessieStore::set_namens(std::string_view hash, Id<Partij> namens) const {
    tx_.run("update portaal_sessie set namens = ?2, namens_bsn = '', namens_kvk_nummer = '', kvk_nummer = '' where hash = ?1", blob(hash), namens);
}

std::int64_t SessieStore::remove(std::string_view hash) const { return tx_.run("delete from portaal_sessie where hash = ?1", blob(hash)); }

std::int64_t SessieStore::remove_sid(std::string_view sid_hash) const {
    return tx_.run("delete from portaal_sessie where sid_hash = ?1", blob(sid_hash));
}

std::int64_t SessieStore::remove_onderwerp(std::string_view onderwerp_hash) const {
    return tx_.run("delete from portaal_sessie where onderwerp_hash = ?1", blob(onderwerp_hash));
}

std::int64_t SessieStore::remove_partij(Id<Partij> partij) const {
    return tx_.run("delete from portaal_sessie where partij = ?1", partij) + tx_.run("delete from portaal_sessie where namens = ?1", partij);
}

void SessieStore::insert(const AanmeldingRij& row) const { tx_.insert("portaal_aanmelding", row); }

std::optional<AanmeldingRij> SessieStore::take_aanmelding(std::string_view state_hash) const {
    auto row = tx_.row<AanmeldingRij>("select " + store::columns<AanmeldingRij>() + " from portaal_aanmelding where state_hash = ?1", blob(state_hash));
    if (row && tx_.run("delete from portaal_aanmelding where state_hash = ?1", blob(state_hash)) != 1) return std::nullopt;
    return row;
}

void SessieStore::put(const CodeRij& row) const {
    remove_code(row.browser_hash.bytes);
    tx_.insert("portaal_code", row);
}

std::optional<CodeRij> SessieStore::code(std::string_view browser_hash) const {
    return tx_.row<CodeRij>("select " + store::columns<CodeRij>() + " from portaal_code where browser_hash = ?1", blob(browser_hash));
}

void SessieStore::count_attempt(std::string_view browser_hash) const {
    tx_.run("update portaal_code set pogingen = pogingen + 1 where browser_hash = ?1", blob(browser_hash));
}

void SessieStore::remove_code(std::string_view browser_hash) const {
    tx_.run("delete from portaal_code where browser_hash = ?1", blob(browser_hash));
}

std::vector<access::Vernietigd> delete_old_sessies(store::Tx& tx, Instant voor, int limit) {
    return counted("portaal_sessie", tx.run("delete from portaal_sessie where hash in (select hash from portaal_sessie where einde_op < ?1 "
                                            "order by einde_op limit ?2)", voor, limit));
}

std::vector<access::Vernietigd> delete_old_aanmeldingen(store::Tx& tx, Instant voor, int limit) {
    return counted("portaal_aanmelding", tx.run("delete from portaal_aanmelding where state_hash in (select state_hash from portaal_aanmelding "
                                                "where begonnen_op < ?1 order by begonnen_op limit ?2)", voor, limit));
}

std::vector<access::Vernietigd> delete_old_codes(store::Tx& tx, Instant voor, int limit) {
    return counted("portaal_code", tx.run("delete from portaal_code where browser_hash in (select browser_hash from portaal_code "
                                          "where gemaakt_op < ?1 order by gemaakt_op limit ?2)", voor, limit));
}

}  // namespace dichtbij::portaal
