#include "access/session_store.h"

#include "access/digest.h"

namespace dichtbij::access {
namespace {

store::Blob blob(std::string_view bytes) { return store::Blob{std::string(bytes)}; }

}  // namespace

void insert_session(store::Tx& tx, const SessieRij& row) { tx.insert("sessie", row); }

std::optional<SessieRij> session_by_hash(store::Tx& tx, std::string_view hash) {
    return tx.row<SessieRij>("select " + store::columns<SessieRij>() + " from sessie where hash = ?1", blob(hash));
}

std::vector<SessieRij> sessions_of(store::Tx& tx, Id<Medewerker> account, Instant now) {
    return tx.rows<SessieRij>(
        "select " + store::columns<SessieRij>() +
            " from sessie where account = ?1 and stil_tot > ?2 and einde_op > ?2 order by gezien_op desc, hash",
        account, now);
}

void touch_session(store::Tx& tx, std::string_view hash, Instant now, Instant stil_tot) {
    tx.run("update sessie set gezien_op = ?2, stil_tot = ?3 where hash = ?1", blob(hash), now, stil_tot);
}

void set_new_totp(store::Tx& tx, std::string_view hash, const std::optional<store::Blob>& secret) {
    tx.run("update sessie set nieuw_totp = ?2 where hash = ?1", blob(hash), secret);
}

std::int64_t delete_session(store::Tx& tx, std::string_view hash) {
    return tx.run("delete from sessie where hash = ?1", blob(hash));
}

std::int64_t delete_sessions_of(store::Tx& tx, Id<Medewerker> account, std::string_view but) {
    return tx.run("delete from sessie where account = ?1 and hash <> ?2", account, blob(but));
}

void bind_external(store::Tx& tx, std::string_view token, const Uuid& id, Instant vertrouwd_tot) {
    tx.run("update sessie set extern_id = ?2, vertrouwd_tot = ?3 where hash = ?1", blob(sha256(token)), id, vertrouwd_tot);
}

void extend_external(store::Tx& tx, const Uuid& id, Instant vertrouwd_tot) {
    tx.run("update sessie set vertrouwd_tot = ?2 where extern_id = ?1", id, vertrouwd_tot);
}

void delete_external(store::Tx& tx, const Uuid& id) { tx.run("delete from sessie where extern_id = ?1", id); }

bool has_external(store::Tx& tx, const Uuid& id, Instant now) {
    return tx.value<std::int64_t>("select count(*) from sessie where extern_id = ?1 and stil_tot > ?2 and einde_op > ?2 and vertrouwd_tot > ?2", id, now) > 0;
}

}  // namespace dichtbij::access
