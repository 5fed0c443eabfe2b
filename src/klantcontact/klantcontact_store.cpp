#include "klantcontact/klantcontact_store.h"

#include "klantcontact/klantcontact_rij_store.h"
#include "klantcontact/telling_store.h"

namespace dichtbij::klantcontact {
namespace {

std::string select(std::string_view rest) { return "select " + store::columns<KlantcontactRij>("k") + " from klantcontact k " + std::string(rest); }

struct VersieRij {
    Id<dichtbij::Klantcontact> klantcontact;
    std::int64_t versie = 1;
    Instant vervangen_op;
    std::optional<Id<Medewerker>> door;
    std::string reden;
};
BOOST_DESCRIBE_STRUCT(VersieRij, (), (klantcontact, versie, vervangen_op, door, reden))

struct ObjectRij {
    Uuid id{};
    std::optional<Id<dichtbij::Klantcontact>> klantcontact;
    Id<Gemeente> gemeente;
    Objectsoort soort = Objectsoort::onderwerpobject;
    std::string object_id;
    std::string code_objecttype;
    std::string code_register;
    std::string code_soort_object_id;
    std::optional<Id<dichtbij::Klantcontact>> was_klantcontact;
};
BOOST_DESCRIBE_STRUCT(ObjectRij, (), (id, klantcontact, gemeente, soort, object_id, code_objecttype, code_register, code_soort_object_id, was_klantcontact))

struct Metadatarij {
    std::string sleutel;
    std::string waarde;
};
BOOST_DESCRIBE_STRUCT(Metadatarij, (), (sleutel, waarde))

}  // namespace

void insert_gesprek(store::Tx& tx, const Gesprek& gesprek) { tx.insert("gesprek", gesprek); }

std::optional<Gesprek> find_gesprek(store::Tx& tx, Id<dichtbij::Gesprek> id) {
    static const std::string sql = "select " + store::columns<Gesprek>() + " from gesprek where id = ?1";
    return tx.row<Gesprek>(sql, id);
}

void insert_klantcontact(store::Tx& tx, const Klantcontact& one) {
    tx.insert("klantcontact", row_of(one));
    count_klantcontact(tx, place_of(one), {1, 0});
}

void save_inhoud(store::Tx& tx, const Klantcontact& one) {
    const Inhoud& text = one.inhoud;
    const auto before = find_counted(tx, one.id);
    tx.run("update klantcontact set kanaal = ?2, onderwerp = ?3, inhoud = ?4, reactie = ?5, indicatie_contact_gelukt = ?6, "
           "hoofd_onderwerp_type = ?7, verdere_actie_ondernomen = ?8, taal = ?9, vertrouwelijk = ?10, plaatsgevonden_op = ?11, "
           "onderwerp_id = ?12, product = ?13, verwezen_naar = ?14, domein = ?15, verborgen_op = ?16, versie = ?17 where id = ?1",
           one.id, text.kanaal, text.onderwerp, text.inhoud, text.reactie, text.indicatie_contact_gelukt, text.hoofd_onderwerp_type,
           text.verdere_actie_ondernomen, text.taal, text.vertrouwelijk, text.plaatsgevonden_op, text.onderwerp_id, text.product,
           text.verwezen_naar, one.domein, one.verborgen_op, one.versie);
    tx.run("update betrokkene set op = ?2 where klantcontact = ?1 and op <> ?2", one.id, text.plaatsgevonden_op);
    if (before) recount(tx, *before);
}

std::optional<Klantcontact> find_klantcontact(store::Tx& tx, Id<dichtbij::Klantcontact> id) {
    static const std::string sql = select("where id = ?1");
    return from_row(tx.row<KlantcontactRij>(sql, id));
}

std::optional<Klantcontact> find_by_extern_id(store::Tx& tx, Id<Gemeente> gemeente, std::string_view extern_id) {
    static const std::string sql = select("where gemeente = ?1 and extern_id = ?2 and extern_id <> ''");
    return from_row(tx.row<KlantcontactRij>(sql, gemeente, extern_id));
}

std::optional<Klantcontact> find_by_referentienummer(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer) {
    static const std::string sql = select("where gemeente = ?1 and referentienummer = ?2 and referentienummer <> ''");
    return from_row(tx.row<KlantcontactRij>(sql, gemeente, nummer));
}

std::optional<Klantcontact> find_by_werk(store::Tx& tx, Id<Werk> werk) {
    static const std::string sql = select("where werk = ?1 order by id");
    return from_row(tx.row<KlantcontactRij>(sql, werk));
}

std::vector<Klantcontact> find_by_nummer(store::Tx& tx, std::string_view nummer) {
    static const std::string sql = select("where nummer = ?1 and verborgen_op is null order by id");
    return from_rows(tx.rows<KlantcontactRij>(sql, nummer));
}

bool numbers_in_use(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer, std::string_view standaardnummer) {
    return tx.row<std::int64_t>("select 1 from klantcontact where nummer = ?1 and gemeente = ?2 union all "
                                "select 1 from klantcontact where standaardnummer = ?3 and gemeente = ?2",
                                nummer, gemeente, standaardnummer)
        .has_value();
}

bool standaardnummer_in_use(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer) {
    return tx.row<std::int64_t>("select 1 from klantcontact where standaardnummer = ?1 and gemeente = ?2", nummer, gemeente).has_value();
}

std::vector<Klantcontact> klantcontacten_of_gesprek(store::Tx& tx, Id<dichtbij::Gesprek> gesprek) {
    static const std::string sql = select("where gesprek = ?1 and verborgen_op is null order by id");
    return from_rows(tx.rows<KlantcontactRij>(sql, gesprek));
}

std::vector<Klantcontact> klantcontacten_after(store::Tx& tx, Id<dichtbij::Klantcontact> after, int limit) {
    static const std::string sql = select("where id > ?1 order by id limit ?2");
    return from_rows(tx.rows<KlantcontactRij>(sql, after, limit));
}

std::vector<Klantcontact> klantcontacten_of_partij(store::Tx& tx, Id<Partij> partij, const std::optional<Tijdplaats>& before, int limit) {
    static const std::string from = "join betrokkene b on b.klantcontact = k.id where b.partij = ?1 and k.verborgen_op is null";
    // One contact may name the same partij twice. The case keeps the look-up on the contact, not on all of the partij's.
    static const std::string once = " and not exists (select 1 from betrokkene e where e.klantcontact = b.klantcontact and e.id < b.id and "
                                    "case when e.partij = b.partij then 1 else 0 end = 1)";
    static const std::string first = select(from + once + " order by b.op desc, b.klantcontact desc limit ?2");
    static const std::string further = select(from + " and (b.op, b.klantcontact) < (?3, ?4)" + once + " order by b.op desc, b.klantcontact desc limit ?2");
    if (!before) return from_rows(tx.rows<KlantcontactRij>(first, partij, limit));
    return from_rows(tx.rows<KlantcontactRij>(further, partij, limit, before->op, before->id));
}

std::vector<Klantcontact> klantcontacten_of_gemeente(store::Tx& tx, Id<Gemeente> gemeente, const std::optional<Tijdplaats>& before, int limit) {
    static const std::string from = "where gemeente = ?1 and verborgen_op is null";
    static const std::string order = " order by plaatsgevonden_op desc, id desc limit ?2";
    static const std::string first = select(from + order);
    static const std::string further = select(from + " and (plaatsgevonden_op, id) < (?3, ?4)" + order);
    if (!before) return from_rows(tx.rows<KlantcontactRij>(first, gemeente, limit));
    return from_rows(tx.rows<KlantcontactRij>(further, gemeente, limit, before->op, before->id));
}

std::vector<Klantcontact> klantcontacten_with_adres(store::Tx& tx, std::string_view zoekvorm, int limit) {
    static const std::string sql =
        select("where k.verborgen_op is null and k.id in (select b.klantcontact from digitaal_adres a join betrokkene b on b.id = a.betrokkene "
               "where a.zoekvorm = ?1) order by k.plaatsgevonden_op desc, k.id desc limit ?2");
    return from_rows(tx.rows<KlantcontactRij>(sql, zoekvorm, limit));
}

std::int64_t count_of_partij(store::Tx& tx, Id<Partij> partij) {
    return tx.value<std::int64_t>("select count(distinct klantcontact) from betrokkene where partij = ?1", partij);
}

void insert_versie(store::Tx& tx, const Oude_versie& old) {
    const Inhoud& text = old.inhoud;
    tx.run("insert into klantcontact_versie (klantcontact, versie, vervangen_op, door, reden, " + store::columns<Inhoud>() +
               ") values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
           old.klantcontact, old.versie, old.vervangen_op, old.door, old.reden, text.kanaal, text.onderwerp, text.inhoud, text.reactie,
           text.indicatie_contact_gelukt, text.hoofd_onderwerp_type, text.verdere_actie_ondernomen, text.taal, text.vertrouwelijk,
           text.plaatsgevonden_op, text.onderwerp_id, text.product, text.verwezen_naar);
}

std::vector<Oude_versie> versies_of(store::Tx& tx, Id<dichtbij::Klantcontact> id) {
    static const std::string heads = "select " + store::columns<VersieRij>() + " from klantcontact_versie where klantcontact = ?1 order by versie desc";
    static const std::string bodies = "select " + store::columns<Inhoud>() + " from klantcontact_versie where klantcontact = ?1 order by versie desc";
    const auto rows = tx.rows<VersieRij>(heads, id);
    auto texts = tx.rows<Inhoud>(bodies, id);
    std::vector<Oude_versie> versies;
    for (std::size_t i = 0; i < rows.size(); ++i)
        versies.push_back({rows[i].klantcontact, rows[i].versie, rows[i].vervangen_op, rows[i].door, rows[i].reden, std::move(texts[i])});
    return versies;
}

void replace_metadata(store::Tx& tx, Id<dichtbij::Klantcontact> id, const Metadata& metadata) {
    tx.run("delete from klantcontact_metadata where klantcontact = ?1", id);
    for (const auto& [sleutel, waarde] : metadata)
        tx.run("insert into klantcontact_metadata (klantcontact, sleutel, waarde) values (?1, ?2, ?3)", id, sleutel, waarde);
}

Metadata metadata_of(store::Tx& tx, Id<dichtbij::Klantcontact> id) {
    Metadata metadata;
    for (Metadatarij& row : tx.rows<Metadatarij>("select sleutel, waarde from klantcontact_metadata where klantcontact = ?1", id))
        metadata.emplace(std::move(row.sleutel), std::move(row.waarde));
    return metadata;
}

void insert_object(store::Tx& tx, Id<Gemeente> gemeente, std::optional<Id<dichtbij::Klantcontact>> klantcontact, Objectsoort soort, const Objectverwijzing& object) {
    tx.insert("klantcontact_object", ObjectRij{object.id, klantcontact, gemeente, soort, object.object_id, object.code_objecttype,
                                               object.code_register, object.code_soort_object_id, object.was_klantcontact});
}

Objecten objects_of(store::Tx& tx, Id<dichtbij::Klantcontact> id) {
    static const std::string sql = "select " + store::columns<ObjectRij>() + " from klantcontact_object where klantcontact = ?1 order by id";
    Objecten found;
    for (ObjectRij& row : tx.rows<ObjectRij>(sql, id))
        (row.soort == Objectsoort::bijlage ? found.bijlagen : found.onderwerpobjecten)
            .push_back({row.id, std::move(row.object_id), std::move(row.code_objecttype), std::move(row.code_register),
                        std::move(row.code_soort_object_id), row.was_klantcontact});
    return found;
}

bool delete_object(store::Tx& tx, Id<dichtbij::Klantcontact> klantcontact, const Uuid& id) {
    return tx.run("delete from klantcontact_object where id = ?1 and klantcontact = ?2", id, klantcontact) > 0;
}

std::vector<Id<dichtbij::Klantcontact>> ids_of_partij(store::Tx& tx, Id<Partij> partij) {
    return tx.rows<Id<dichtbij::Klantcontact>>("select distinct klantcontact from betrokkene where partij = ?1", partij);
}

void wipe_words(store::Tx& tx, Id<dichtbij::Klantcontact> id) {
    tx.run("update klantcontact set onderwerp = '', inhoud = '', reactie = '', verwezen_naar = '' where id = ?1", id);
    tx.run("delete from klantcontact_versie where klantcontact = ?1", id);
    tx.run("delete from klantcontact_metadata where klantcontact = ?1", id);
    tx.run("delete from klantcontact_object where klantcontact = ?1", id);
}

}  // namespace dichtbij::klantcontact
