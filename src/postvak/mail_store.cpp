#include "postvak/mail_store.h"

#include "store/dialect.h"
#include "store/params.h"

namespace dichtbij::postvak {
namespace {

const std::string& from_mail() {
    static const std::string sql = "select " + store::columns<RuweMailRij>("m") + " from ruwe_mail m ";
    return sql;
}

}  // namespace

void insert_mail(store::Tx& tx, const RuweMailRij& row) { tx.insert("ruwe_mail", row); }

void save_mail(store::Tx& tx, const RuweMailRij& r) {
    tx.run("update ruwe_mail set staat = ?2, pogingen = ?3, volgende_op = ?4, toch = ?5, soort = ?6, reden = ?7, message_id = ?8, inhoud_hash = ?9, van_naam = ?10, "
           "van_adres = ?11, onderwerp = ?12, werk = ?13, klantcontact = ?14, domein = ?15, rem = ?16, bevestigd_op = ?17, verwerkt_op = ?18 where id = ?1",
           r.id, r.staat, r.pogingen, r.volgende_op, r.toch, r.soort, r.reden, r.message_id, r.inhoud_hash, r.van_naam, r.van_adres, r.onderwerp, r.werk, r.klantcontact,
           r.domein, r.rem, r.bevestigd_op, r.verwerkt_op);
}

void add_postvak(store::Tx& tx, Id<dichtbij::RuweMail> mail, Id<dichtbij::Postvak> postvak, std::string_view ontvanger) {
    if (tx.row<std::int64_t>("select 1 from ruwe_mail_postvak where mail = ?1 and postvak = ?2", mail, postvak)) return;
    tx.run("insert into ruwe_mail_postvak (mail, postvak, ontvanger) values (?1, ?2, ?3)", mail, postvak, std::string(ontvanger));
}

std::optional<RuweMailRij> find_mail(store::Tx& tx, Id<dichtbij::RuweMail> id) { return tx.row<RuweMailRij>(from_mail() + "where m.id = ?1", id); }

std::optional<RuweMailRij> find_mail_by_hash(store::Tx& tx, Id<Gemeente> gemeente, std::string_view hash) {
    return tx.row<RuweMailRij>(from_mail() + "where m.gemeente = ?1 and m.hash = ?2", gemeente, std::string(hash));
}

std::optional<RuweMailRij> next_waiting(store::Tx& tx, Instant now) {
    return tx.row<RuweMailRij>(from_mail() + "where m.staat = 'wacht' and m.volgende_op <= ?1 order by m.volgende_op, m.id limit 1" + std::string(store::skip_locked(tx.dialect())), now);
}

std::optional<RuweMailRij> find_handled(store::Tx& tx, const RuweMailRij& r) {
    if (r.message_id.empty()) return std::nullopt;
    return tx.row<RuweMailRij>(from_mail() + "where m.gemeente = ?1 and m.message_id = ?2 and m.inhoud_hash = ?3 and m.id <> ?4 and m.staat = 'verwerkt' limit 1", r.gemeente,
                               r.message_id, r.inhoud_hash, r.id);
}

std::optional<Id<Werk>> werk_met_message_id(store::Tx& tx, Id<Gemeente> gemeente, const std::vector<std::string>& ids) {
    if (ids.empty()) return std::nullopt;
    store::Params params;
    const std::string sql = "select werk from ruwe_mail where gemeente = " + params.mark(gemeente) + " and message_id in (" + params.list(ids) +
                            ") and message_id <> '' and werk is not null and klantcontact is not null order by id desc limit 1";
    const auto found = tx.rows_with<Id<Werk>>(sql, params.values());
    return found.empty() ? std::nullopt : std::optional(found.front());
}

std::int64_t count_contacts_since(store::Tx& tx, Id<Gemeente> gemeente, std::string_view adres, Instant since) {
    return tx.value<std::int64_t>("select count(*) from ruwe_mail where gemeente = ?1 and van_adres = ?2 and klantcontact is not null and verwerkt_op >= ?3", gemeente,
                                  std::string(adres), since);
}

std::int64_t count_acknowledged_since(store::Tx& tx, Id<Gemeente> gemeente, std::string_view adres, Instant since) {
    return tx.value<std::int64_t>("select count(*) from ruwe_mail where gemeente = ?1 and van_adres = ?2 and bevestigd_op >= ?3", gemeente, std::string(adres), since);
}

std::vector<Id<dichtbij::Postvak>> postvakken_of_mail(store::Tx& tx, Id<dichtbij::RuweMail> mail) {
    return tx.rows<Id<dichtbij::Postvak>>("select postvak from ruwe_mail_postvak where mail = ?1 order by postvak", mail);
}

std::vector<Id<dichtbij::Postvak>> postvakken_of_contact(store::Tx& tx, Id<Klantcontact> contact) {
    return tx.rows<Id<dichtbij::Postvak>>("select distinct p.postvak from ruwe_mail m join ruwe_mail_postvak p on p.mail = m.id where m.klantcontact = ?1 order by p.postvak", contact);
}

std::vector<std::string> ontvangers_of_mail(store::Tx& tx, Id<dichtbij::RuweMail> mail) {
    return tx.rows<std::string>("select ontvanger from ruwe_mail_postvak where mail = ?1 order by postvak", mail);
}

void insert_tekst(store::Tx& tx, const MailtekstRij& row) { tx.insert("mailtekst", row); }

void save_tekst(store::Tx& tx, const MailtekstRij& r) {
    tx.run("update mailtekst set gekozen = ?2, gekoppeld_op = ?3 where mail = ?1", r.mail, r.gekozen, r.gekoppeld_op);
}

std::optional<MailtekstRij> find_tekst(store::Tx& tx, Id<dichtbij::RuweMail> mail) {
    return tx.row<MailtekstRij>("select " + store::columns<MailtekstRij>() + " from mailtekst where mail = ?1", mail);
}

std::vector<RuweMailRij> search_mail(store::Tx& tx, const Zoekmail& asked) {
    store::Params params;
    std::string sql = from_mail() + "where m.gemeente = " + params.mark(asked.gemeente);
    if (asked.staat) sql += " and m.staat = " + params.mark(*asked.staat);
    if (!asked.woord.empty()) {
        const std::string word = params.mark(asked.woord);
        sql += " and (m.van_adres = " + word + " or m.message_id = " + word + ")";
    }
    if (asked.voor) sql += " and m.id < " + params.mark(*asked.voor);
    sql += " order by m.id desc limit " + params.mark(static_cast<std::int64_t>(asked.limit));
    return tx.rows_with<RuweMailRij>(sql, params.values());
}

std::vector<RuweMailRij> mail_of_werk(store::Tx& tx, Id<Werk> werk, int limit) {
    return tx.rows<RuweMailRij>(from_mail() + "where m.werk = ?1 and m.staat <> 'dubbel' order by m.id desc limit ?2", werk, limit);
}

std::vector<RuweMailRij> mail_of_contact(store::Tx& tx, Id<Klantcontact> contact) {
    return tx.rows<RuweMailRij>(from_mail() + "where m.klantcontact = ?1 and m.staat <> 'dubbel' order by m.id", contact);
}

std::int64_t count_mail(store::Tx& tx, Id<Gemeente> gemeente, Mailstaat staat) {
    return tx.value<std::int64_t>("select count(*) from ruwe_mail where gemeente = ?1 and staat = ?2", gemeente, staat);
}

std::vector<Les> lessen_of(store::Tx& tx, Id<Gemeente> gemeente, const std::vector<std::string>& woorden) {
    if (woorden.empty()) return {};
    std::vector<Les> all;
    for (const std::string& woord : woorden)
        for (const auto& onderwerp : tx.rows<Id<Onderwerp>>("select onderwerp from mailles where gemeente = ?1 and woord = ?2", gemeente, woord))
            all.push_back({woord, onderwerp, tx.value<std::int64_t>("select aantal from mailles where gemeente = ?1 and woord = ?2 and onderwerp = ?3", gemeente, woord, onderwerp)});
    return all;
}

void learn(store::Tx& tx, Id<Gemeente> gemeente, Id<Onderwerp> onderwerp, const std::vector<std::string>& woorden, Instant now) {
    for (const std::string& woord : woorden)
        if (tx.run("update mailles set aantal = aantal + 1, laatst_op = ?4 where gemeente = ?1 and woord = ?2 and onderwerp = ?3", gemeente, woord, onderwerp, now) == 0)
            tx.run("insert into mailles (gemeente, woord, onderwerp, aantal, laatst_op) values (?1, ?2, ?3, 1, ?4)", gemeente, woord, onderwerp, now);
}

void unlearn(store::Tx& tx, Id<Gemeente> gemeente, Id<Onderwerp> onderwerp, const std::vector<std::string>& woorden) {
    for (const std::string& woord : woorden)
        tx.run("update mailles set aantal = aantal - 1 where gemeente = ?1 and woord = ?2 and onderwerp = ?3 and aantal > 0", gemeente, woord, onderwerp);
}

void delete_mail(store::Tx& tx, const RuweMailRij& row) {
    tx.run("delete from mailtekst where mail = ?1", row.id);
    tx.run("delete from ruwe_mail_postvak where mail = ?1", row.id);
    tx.run("delete from ruwe_mail where id = ?1", row.id);
}

std::vector<RuweMailRij> loose_before(store::Tx& tx, Instant before, int limit) {
    return tx.rows<RuweMailRij>(from_mail() + "where m.werk is null and m.staat in ('stil', 'apart', 'gelaten') and m.ontvangen_op < ?1 order by m.id limit ?2", before, limit);
}

std::vector<RuweMailRij> all_of_werk(store::Tx& tx, Id<Werk> werk) { return tx.rows<RuweMailRij>(from_mail() + "where m.werk = ?1 order by m.id", werk); }

std::vector<RuweMailRij> all_of_partij(store::Tx& tx, Id<Partij> partij) {
    return tx.rows<RuweMailRij>(from_mail() + "join mailtekst t on t.mail = m.id where t.partij = ?1 order by m.id", partij);
}

std::int64_t delete_lessen_before(store::Tx& tx, Instant before, int limit) {
    return tx.run("delete from mailles where (gemeente, woord, onderwerp) in (select gemeente, woord, onderwerp from mailles where laatst_op < ?1 order by laatst_op limit ?2)", before, limit);
}

std::vector<RuweMailRij> waiting_since(store::Tx& tx, Instant before, int limit) {
    return tx.rows<RuweMailRij>(from_mail() + "where m.staat = 'wacht' and m.ontvangen_op < ?1 order by m.ontvangen_op, m.id limit ?2", before, limit);
}

std::vector<RuweMailRij> without_contact(store::Tx& tx, int limit) {
    return tx.rows<RuweMailRij>(from_mail() + "where m.staat in ('verwerkt', 'mislukt') and not exists (select 1 from klantcontact k where k.id = m.klantcontact) order by m.id limit ?1", limit);
}

}  // namespace dichtbij::postvak
