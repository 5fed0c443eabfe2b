#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
namespace {

struct Rij {
    Id<dichtbij::Zaak> id;
    Id<Gemeente> gemeente;
    std::string nummer;
    Id<dichtbij::Zaaktype> zaaktype;
    Id<dichtbij::ZaaktypeVersie> zaaktype_versie;
    std::string omschrijving;
    std::string toelichting;
    Day startdatum{};
    Instant geregistreerd_op;
    std::string kanaal;
    std::string status;
    std::string resultaat;
    Vertrouwelijkheid vertrouwelijkheid = Vertrouwelijkheid::zaakvertrouwelijk;
    std::optional<Id<dichtbij::Zaak>> hoofdzaak;
    std::optional<Id<Klantcontact>> klantcontact;
    Day termijn_vanaf{};
    std::optional<Day> laatste_datum;
    bool opgeschort = false;
    std::optional<zaaktype::Nominatie> archiefnominatie;
    std::optional<Day> archiefactiedatum;
    Archiefstatus archiefstatus = Archiefstatus::nog_te_archiveren;
    std::optional<Zonder_archiefdatum> zonder_archiefdatum;
    std::optional<Instant> gesloten_op;
    std::optional<Day> einddatum;
    Id<Werk> werk;
    std::int64_t versie = 1;
};
BOOST_DESCRIBE_STRUCT(Rij, (),
                      (id, gemeente, nummer, zaaktype, zaaktype_versie, omschrijving, toelichting, startdatum, geregistreerd_op, kanaal, status,
                       resultaat, vertrouwelijkheid, hoofdzaak, klantcontact, termijn_vanaf, laatste_datum, opgeschort, archiefnominatie,
                       archiefactiedatum, archiefstatus, zonder_archiefdatum, gesloten_op, einddatum, werk, versie))

Zaak from_row(Rij&& row) {
    Zaak zaak;
    zaak.id = row.id;
    zaak.gemeente = row.gemeente;
    zaak.nummer = std::move(row.nummer);
    zaak.zaaktype = row.zaaktype;
    zaak.zaaktype_versie = row.zaaktype_versie;
    zaak.omschrijving = std::move(row.omschrijving);
    zaak.toelichting = std::move(row.toelichting);
    zaak.startdatum = row.startdatum;
    zaak.geregistreerd_op = row.geregistreerd_op;
    zaak.kanaal = std::move(row.kanaal);
    zaak.status = std::move(row.status);
    zaak.resultaat = std::move(row.resultaat);
    zaak.vertrouwelijkheid = row.vertrouwelijkheid;
    zaak.hoofdzaak = row.hoofdzaak;
    zaak.klantcontact = row.klantcontact;
    zaak.termijn_vanaf = row.termijn_vanaf;
    zaak.laatste_datum = row.laatste_datum;
    zaak.opgeschort = row.opgeschort;
    zaak.archiefnominatie = row.archiefnominatie;
    zaak.archiefactiedatum = row.archiefactiedatum;
    zaak.archiefstatus = row.archiefstatus;
    zaak.zonder_archiefdatum = row.zonder_archiefdatum;
    zaak.gesloten_op = row.gesloten_op;
    zaak.einddatum = row.einddatum;
    zaak.werk = row.werk;
    zaak.versie = row.versie;
    return zaak;
}

std::optional<Zaak> from_row(std::optional<Rij>&& row) {
    if (!row) return std::nullopt;
    return from_row(std::move(*row));
}

std::vector<Zaak> from_rows(std::vector<Rij>&& rows) {
    std::vector<Zaak> found;
    found.reserve(rows.size());
    for (Rij& row : rows) found.push_back(from_row(std::move(row)));
    return found;
}

std::string select(std::string_view rest) { return "select " + store::columns<Rij>("z") + " from zaak z " + std::string(rest); }

template <class T>
std::string list_of(const std::vector<Id<T>>& ids, std::vector<store::Value>& params) {
    std::string in;
    for (const auto& id : ids) {
        params.push_back(store::Column<Id<T>>::to(id));
        in += (in.empty() ? "?" : ", ?") + std::to_string(params.size());
    }
    return in;
}

}  // namespace

void insert_zaak(store::Tx& tx, const Zaak& z) {
    tx.insert("zaak", Rij{z.id, z.gemeente, z.nummer, z.zaaktype, z.zaaktype_versie, z.omschrijving, z.toelichting, z.startdatum,
                          z.geregistreerd_op, z.kanaal, z.status, z.resultaat, z.vertrouwelijkheid, z.hoofdzaak, z.klantcontact, z.termijn_vanaf,
                          z.laatste_datum, z.opgeschort, z.archiefnominatie, z.archiefactiedatum, z.archiefstatus, z.zonder_archiefdatum,
                          z.gesloten_op, z.einddatum, z.werk, z.versie});
}

bool save_zaak(store::Tx& tx, const Zaak& z) {
    return tx.run("update zaak set omschrijving = ?2, toelichting = ?3, status = ?4, resultaat = ?5, vertrouwelijkheid = ?6, hoofdzaak = ?7, "
                  "laatste_datum = ?8, opgeschort = ?9, archiefnominatie = ?10, archiefactiedatum = ?11, archiefstatus = ?12, "
                  "zonder_archiefdatum = ?13, gesloten_op = ?14, einddatum = ?15, versie = ?16 where id = ?1 and versie = ?16 - 1",
                  z.id, z.omschrijving, z.toelichting, z.status, z.resultaat, z.vertrouwelijkheid, z.hoofdzaak, z.laatste_datum, z.opgeschort,
                  z.archiefnominatie, z.archiefactiedatum, z.archiefstatus, z.zonder_archiefdatum, z.gesloten_op, z.einddatum, z.versie) == 1;
}

std::optional<Zaak> find_zaak(store::Tx& tx, Id<dichtbij::Zaak> id) {
    static const std::string sql = select("where z.id = ?1");
    return from_row(tx.row<Rij>(sql, id));
}

std::optional<Zaak> find_zaak_of_werk(store::Tx& tx, Id<Werk> werk) {
    static const std::string sql = select("where z.werk = ?1");
    return from_row(tx.row<Rij>(sql, werk));
}

std::vector<Zaak> zaken_by_nummer(store::Tx& tx, std::string_view nummer) {
    static const std::string sql = select("where z.nummer = ?1 order by z.id");
    return from_rows(tx.rows<Rij>(sql, nummer));
}

bool zaak_nummer_in_use(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer) {
    return tx.row<std::int64_t>("select 1 from zaak where nummer = ?1 and gemeente = ?2", nummer, gemeente).has_value();
}

std::vector<Zaak> zaken_after(store::Tx& tx, Id<dichtbij::Zaak> after, int limit) {
    static const std::string sql = select("where z.id > ?1 order by z.id limit ?2");
    return from_rows(tx.rows<Rij>(sql, after, limit));
}

std::vector<Zaak> deelzaken_of(store::Tx& tx, Id<dichtbij::Zaak> id) {
    static const std::string sql = select("where z.hoofdzaak = ?1 order by z.id");
    return from_rows(tx.rows<Rij>(sql, id));
}

void insert_status(store::Tx& tx, const Statusregel& regel) { tx.insert("zaak_status", regel); }

std::vector<Statusregel> statussen_of(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    static const std::string sql = "select " + store::columns<Statusregel>() + " from zaak_status where zaak = ?1 order by id";
    return tx.rows<Statusregel>(sql, zaak);
}

void insert_rol(store::Tx& tx, const Rol& rol) { tx.insert("zaak_rol", rol); }

void save_rol_tot(store::Tx& tx, const Rol& rol) { tx.run("update zaak_rol set tot = ?2 where id = ?1", rol.id, rol.tot); }

std::vector<Rol> rollen_of(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    static const std::string sql = "select " + store::columns<Rol>() + " from zaak_rol where zaak = ?1 order by id";
    return tx.rows<Rol>(sql, zaak);
}

std::vector<Zaak> zaken_of_partijen(store::Tx& tx, const std::vector<Id<Partij>>& partijen, Day day, int limit) {
    if (partijen.empty()) return {};
    std::vector<store::Value> params{store::Column<Day>::to(day), store::Column<int>::to(limit)};
    const std::string in = list_of(partijen, params);
    return from_rows(tx.rows_with<Rij>(select("where z.id in (select r.zaak from zaak_rol r where r.partij in (" + in +
                                              ") and r.van <= ?1 and (r.tot is null or r.tot > ?1)) "
                                              "order by case when z.gesloten_op is null then 0 else 1 end, z.startdatum desc, z.id desc limit ?2"),
                                       params));
}

void replace_eigenschappen(store::Tx& tx, Id<dichtbij::Zaak> zaak, const std::vector<Eigenschapswaarde>& waarden) {
    tx.run("delete from zaak_eigenschap where zaak = ?1", zaak);
    int volgnummer = 0;
    for (const Eigenschapswaarde& one : waarden)
        tx.run("insert into zaak_eigenschap (zaak, volgnummer, code, waarde) values (?1, ?2, ?3, ?4)", zaak, ++volgnummer, one.code, one.waarde);
}

std::vector<Eigenschapswaarde> eigenschappen_of(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    return tx.rows<Eigenschapswaarde>("select code, waarde from zaak_eigenschap where zaak = ?1 order by volgnummer", zaak);
}

void insert_relatie(store::Tx& tx, const Relatie& relatie) { tx.insert("zaak_relatie", relatie); }

bool delete_relatie(store::Tx& tx, Id<dichtbij::Zaak> zaak, Id<dichtbij::Zaak> andere) {
    return tx.run("delete from zaak_relatie where (zaak = ?1 and andere = ?2) or (zaak = ?2 and andere = ?1)", zaak, andere) > 0;
}

std::vector<Relatie> relaties_of(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    return tx.rows<Relatie>("select zaak, andere, aard from zaak_relatie where zaak = ?1 union all "
                            "select andere as zaak, zaak as andere, aard from zaak_relatie where andere = ?1 order by andere", zaak);
}

std::vector<Id<dichtbij::Zaak>> zaken_about(store::Tx& tx, Id<Partij> partij) {
    return tx.rows<Id<dichtbij::Zaak>>("select zaak from zaak_rol where partij = ?1 union "
                                       "select z.id from zaak z join werk w on w.id = z.werk where w.partij = ?1", partij);
}

void wipe_words(store::Tx& tx, Id<dichtbij::Zaak> zaak) {
    for (const char* sql : {"update zaak set omschrijving = '', toelichting = '' where id = ?1", "update zaak_status set toelichting = '' where zaak = ?1",
                            "update zaak_rol set machtiging = '' where zaak = ?1", "delete from zaak_eigenschap where zaak = ?1",
                            "update zaak_opschorting set reden = '', wachten_op = '' where zaak = ?1", "update zaak_verlenging set reden = '' where zaak = ?1",
                            "update zaak_ingebrekestelling set toelichting = '' where zaak = ?1",
                            "update zaak_besluit set omschrijving = '', toelichting = '', intrekkingsreden = '' where zaak = ?1",
                            "update zaaktaak set toelichting = '', antwoord = '' where zaak = ?1"})
        tx.run(sql, zaak);
}

void delete_rollen_of(store::Tx& tx, Id<Partij> partij) {
    tx.run("update zaak_rol set namens = null where namens = ?1", partij);
    tx.run("delete from zaak_rol where partij = ?1", partij);
}

}  // namespace dichtbij::zaak
