#include "partij/identificatie_store.h"

namespace dichtbij::partij {
namespace {

using store::columns;

constexpr int list_limit = 500;

struct Instelling {
    int aantal_goed = 0;
    std::int64_t versie = 0;
};
BOOST_DESCRIBE_STRUCT(Instelling, (), (aantal_goed, versie))

}  // namespace

Controlevragen IdentificatieStore::controlevragen(GemeenteId gemeente) const {
    const auto setting = tx_.row<Instelling>("select aantal_goed, versie from controlevraag_instelling where gemeente = ?1", gemeente);
    if (!setting) return shipped_controlevragen();
    return {tx_.rows<Controlevraag>("select " + columns<Controlevraag>() + " from controlevraag where gemeente = ?1 order by volgorde, code", gemeente),
            setting->aantal_goed, setting->versie};
}

bool IdentificatieStore::replace(GemeenteId gemeente, const Controlevragen& chosen) const {
    if (controlevragen(gemeente).versie != chosen.versie) return false;
    tx_.run("delete from controlevraag where gemeente = ?1", gemeente);
    tx_.run("delete from controlevraag_instelling where gemeente = ?1", gemeente);
    tx_.run("insert into controlevraag_instelling (gemeente, aantal_goed, versie) values (?1, ?2, ?3)", gemeente, chosen.aantal_goed, chosen.versie + 1);
    for (const Controlevraag& vraag : chosen.vragen)
        tx_.run("insert into controlevraag (gemeente, code, volgorde, tekst) values (?1, ?2, ?3, ?4)", gemeente, vraag.code, vraag.volgorde, vraag.tekst);
    return true;
}

void IdentificatieStore::insert(const Identificatie& identificatie, const std::vector<BeoordeeldAntwoord>& antwoorden) const {
    tx_.insert("identificatie", identificatie);
    for (const BeoordeeldAntwoord& antwoord : antwoorden)
        tx_.run("insert into identificatie_antwoord (identificatie, gemeente, vraag, oordeel) values (?1, ?2, ?3, ?4)", identificatie.id,
                identificatie.gemeente, antwoord.vraag, antwoord.oordeel);
}

bool IdentificatieStore::is_geidentificeerd(Id<Gesprek> gesprek, PartijId partij) const {
    return tx_.value<std::int64_t>("select count(*) from identificatie where gesprek = ?1 and partij = ?2 and geslaagd = 1", gesprek, partij) > 0;
}

int IdentificatieStore::failed_attempts(Id<Gesprek> gesprek, PartijId partij) const {
    return tx_.value<int>("select count(*) from identificatie where gesprek = ?1 and partij = ?2 and geslaagd = 0", gesprek, partij);
}

std::vector<Identificatie> IdentificatieStore::identificaties(PartijId partij) const {
    return tx_.rows<Identificatie>("select " + columns<Identificatie>() + " from identificatie where partij = ?1 order by op desc, id desc limit ?2", partij, list_limit);
}

std::vector<BeoordeeldAntwoord> IdentificatieStore::antwoorden(const Uuid& identificatie) const {
    return tx_.rows<BeoordeeldAntwoord>("select vraag, oordeel from identificatie_antwoord where identificatie = ?1 order by vraag", identificatie);
}

void IdentificatieStore::insert(const Opening& opening) const { tx_.insert("partij_opening", opening); }

bool IdentificatieStore::is_opened(PartijId partij, MedewerkerId medewerker, Instant since) const {
    return tx_.value<std::int64_t>("select count(*) from partij_opening where partij = ?1 and medewerker = ?2 and op >= ?3", partij, medewerker, since) > 0;
}

std::vector<Opening> IdentificatieStore::openingen(PartijId partij) const {
    return tx_.rows<Opening>("select " + columns<Opening>() + " from partij_opening where partij = ?1 order by op desc, id desc limit ?2", partij, list_limit);
}

}  // namespace dichtbij::partij
