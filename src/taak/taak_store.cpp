#include "taak/taak_store.h"

namespace dichtbij::taak {
namespace {

struct Rij {
    Id<dichtbij::Taak> id;
    Id<Gemeente> gemeente;
    std::string nummer;
    std::string standaardnummer;
    std::string referentienummer;
    std::optional<Id<Klantcontact>> klantcontact;
    std::string gevraagde_handeling;
    std::string toelichting;
    Instant toegewezen_op;
    std::string telefoonnummer;
    std::string voorkeursmoment;
    std::string antwoord;
    std::optional<bool> inwoner_weet_het;
    Id<Werk> werk;
    std::int64_t versie = 1;
};
BOOST_DESCRIBE_STRUCT(Rij, (),
                      (id, gemeente, nummer, standaardnummer, referentienummer, klantcontact, gevraagde_handeling, toelichting, toegewezen_op,
                       telefoonnummer, voorkeursmoment, antwoord, inwoner_weet_het, werk, versie))

Taak from_row(Rij&& row) {
    Taak taak;
    taak.id = row.id;
    taak.gemeente = row.gemeente;
    taak.nummer = std::move(row.nummer);
    taak.standaardnummer = std::move(row.standaardnummer);
    taak.referentienummer = std::move(row.referentienummer);
    taak.klantcontact = row.klantcontact;
    taak.gevraagde_handeling = std::move(row.gevraagde_handeling);
    taak.toelichting = std::move(row.toelichting);
    taak.toegewezen_op = row.toegewezen_op;
    taak.telefoonnummer = std::move(row.telefoonnummer);
    taak.voorkeursmoment = std::move(row.voorkeursmoment);
    taak.antwoord = std::move(row.antwoord);
    taak.inwoner_weet_het = row.inwoner_weet_het;
    taak.werk = row.werk;
    taak.versie = row.versie;
    return taak;
}

std::optional<Taak> from_row(std::optional<Rij>&& row) {
    if (!row) return std::nullopt;
    return from_row(std::move(*row));
}

std::vector<Taak> from_rows(std::vector<Rij>&& rows) {
    std::vector<Taak> found;
    for (Rij& row : rows) found.push_back(from_row(std::move(row)));
    return found;
}

std::string select(std::string_view rest) { return "select " + store::columns<Rij>() + " from taak " + std::string(rest); }

}  // namespace

void insert_taak(store::Tx& tx, const Taak& taak) {
    tx.insert("taak", Rij{taak.id, taak.gemeente, taak.nummer, taak.standaardnummer, taak.referentienummer, taak.klantcontact, taak.gevraagde_handeling,
                          taak.toelichting, taak.toegewezen_op, taak.telefoonnummer, taak.voorkeursmoment, taak.antwoord,
                          taak.inwoner_weet_het, taak.werk, taak.versie});
}

void save_taak(store::Tx& tx, const Taak& taak) {
    tx.run("update taak set gevraagde_handeling = ?2, toelichting = ?3, telefoonnummer = ?4, voorkeursmoment = ?5, antwoord = ?6, "
           "inwoner_weet_het = ?7, versie = ?8 where id = ?1",
           taak.id, taak.gevraagde_handeling, taak.toelichting, taak.telefoonnummer, taak.voorkeursmoment, taak.antwoord,
           taak.inwoner_weet_het, taak.versie);
}

std::optional<Taak> find_taak(store::Tx& tx, Id<dichtbij::Taak> id) {
    static const std::string sql = select("where id = ?1");
    return from_row(tx.row<Rij>(sql, id));
}

std::optional<Taak> find_taak_of_werk(store::Tx& tx, Id<Werk> werk) {
    static const std::string sql = select("where werk = ?1 order by id desc");
    return from_row(tx.row<Rij>(sql, werk));
}

std::vector<Taak> taken_of_klantcontact(store::Tx& tx, Id<Klantcontact> klantcontact) {
    static const std::string sql = select("where klantcontact = ?1 order by id");
    return from_rows(tx.rows<Rij>(sql, klantcontact));
}

std::vector<Taak> taken_after(store::Tx& tx, Id<dichtbij::Taak> after, int limit) {
    static const std::string sql = select("where id > ?1 order by id limit ?2");
    return from_rows(tx.rows<Rij>(sql, after, limit));
}

bool numbers_in_use(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer, std::string_view standaardnummer) {
    return tx.row<std::int64_t>("select 1 from taak where nummer = ?1 and gemeente = ?2 union all select 1 from taak where standaardnummer = ?3 and gemeente = ?2",
                                nummer, gemeente, standaardnummer)
        .has_value();
}

bool standaardnummer_in_use(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer) {
    return tx.row<std::int64_t>("select 1 from taak where standaardnummer = ?1 and gemeente = ?2", nummer, gemeente).has_value();
}

bool referentienummer_in_use(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer) {
    return tx.row<std::int64_t>("select 1 from taak where gemeente = ?1 and referentienummer = ?2 and referentienummer <> ''", gemeente, nummer).has_value();
}

void wipe_words(store::Tx& tx, Id<Werk> werk) {
    tx.run("update taak set toelichting = '', telefoonnummer = '', voorkeursmoment = '', antwoord = '' where werk = ?1", werk);
}

void insert_belpoging(store::Tx& tx, const Belpoging& belpoging) { tx.insert("belpoging", belpoging); }

std::vector<Belpoging> belpogingen_of(store::Tx& tx, Id<dichtbij::Taak> taak) {
    static const std::string sql = "select " + store::columns<Belpoging>() + " from belpoging where taak = ?1 order by id";
    return tx.rows<Belpoging>(sql, taak);
}

void insert_actoren(store::Tx& tx, Id<dichtbij::Taak> taak, const std::vector<Uuid>& actoren) {
    int volgnummer = 0;
    for (const Uuid& actor : actoren) tx.run("insert into taak_actor (taak, volgnummer, actor) values (?1, ?2, ?3)", taak, ++volgnummer, actor);
}

std::vector<Uuid> actoren_of(store::Tx& tx, Id<dichtbij::Taak> taak) {
    return tx.rows<Uuid>("select actor from taak_actor where taak = ?1 order by volgnummer", taak);
}

}  // namespace dichtbij::taak
