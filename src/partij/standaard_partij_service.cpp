// Partijen themselves, with what their body names.
#include "base/text.h"
#include "partij/lijst_store.h"
#include "partij/standaard_bewerking_service.h"
#include "partij/standaard_identificator_service.h"
#include "partij/standaard_service.h"

namespace dichtbij::partij {
namespace {

constexpr std::size_t nummer_digits = 10;
constexpr int nummer_attempts = 12;

std::string random_digits(IdSource& ids) {
    std::uint64_t random = 0;
    const Uuid id = ids.next();  // the last bytes are random
    for (std::size_t i = 9; i < id.size(); ++i) random = random << 8 | id[i];
    std::string number(nummer_digits, '0');
    for (std::size_t i = nummer_digits; i-- > 0; random /= 10) number[i] = static_cast<char>('0' + random % 10);
    return number;
}

Aanhef aanhef_of(const Wie& wie) {
    if (const auto* persoon = std::get_if<Persoon>(&wie)) return persoon->aanhef;
    if (const auto* contact = std::get_if<Contactpersoon>(&wie)) return contact->aanhef;
    return Aanhef::geen;
}

// What the standard does not carry stays; of another kind of partij what fits it.
Wie merged(const Wie& stored, Wie given) {
    if (auto* contact = std::get_if<Contactpersoon>(&given)) contact->aanhef = aanhef_of(stored);
    auto* persoon = std::get_if<Persoon>(&given);
    if (!persoon) return given;
    persoon->aanhef = aanhef_of(stored);
    if (const auto* before = std::get_if<Persoon>(&stored)) persoon->geboortedatum = before->geboortedatum;
    return given;
}

template <class T>
bool holds(const std::vector<T>& list, const std::optional<Uuid>& id) {
    return !id || std::any_of(list.begin(), list.end(), [&](const T& one) { return one.id == *id; });
}

std::optional<DigitaalAdresregel> find(const Werkplek& at, const DigitaalAdres*, const Uuid& id) { return at.store().digitaal_adres(id); }
std::optional<Rekeningnummerregel> find(const Werkplek& at, const Rekeningnummer*, const Uuid& id) { return LijstStore(at.tx, at.gemeente).rekeningnummer(id); }
constexpr const char* resource_of(const DigitaalAdres*) { return "DigitaalAdres"; }
constexpr const char* resource_of(const Rekeningnummer*) { return "Rekeningnummer"; }

// What was the standard address of another is not that of this one.
void let_go_of_place(DigitaalAdres& adres) { adres.is_standaard = false; }
void let_go_of_place(Rekeningnummer&) {}

// The rows that it has from now on, in the order wanted.
template <class T>
Result<Done> take(const Werkplek& at, Bewerking& edit, const std::vector<Uuid>& wanted, const std::string& field, std::vector<FieldError>& wrong) {
    auto& list = Rijsoort<T>::of(edit.partij.gegevens);
    std::vector<T> before = std::move(list);
    list.clear();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const Uuid& id = wanted[i];
        if (holds(list, id)) continue;
        if (const auto own = std::find_if(before.begin(), before.end(), [&](const T& one) { return one.id == id; }); own != before.end()) {
            list.push_back(*own);
            continue;
        }
        const auto row = find(at, static_cast<const T*>(nullptr), id);
        if (!row) {
            wrong.push_back(bestaat_niet(field + "." + std::to_string(i), resource_of(static_cast<const T*>(nullptr))));
            continue;
        }
        if (row->partij) TRY_DONE(detach<T>(at, *row->partij, id));
        at.store().link(Rijsoort<T>::deel, id, edit.partij.id);
        list.push_back(value_of(*row));
        let_go_of_place(list.back());
    }
    for (const T& one : before)
        if (!holds(list, one.id)) at.store().link(Rijsoort<T>::deel, one.id, std::nullopt);
    return Done{};
}

void check_adressen(const std::vector<DigitaalAdres>& list, std::vector<FieldError>& wrong) {
    for (std::size_t i = 0; i < list.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (!list[i].referentie.empty() && list[i].soort == list[j].soort && list[i].referentie == list[j].referentie)
                wrong.push_back({"digitale_adressen." + std::to_string(i), "partij.standaard.referentie", {}});
}

void check_werkgever(const Werkplek& at, PartijId self, const Gegevens& gegevens, std::vector<FieldError>& wrong) {
    const auto* contact = std::get_if<Contactpersoon>(&gegevens.wie);
    if (!contact || !contact->werkte_voor) return;
    const std::string field = "partij_identificatie.werkte_voor_partij";
    const auto found = begin_bewerking(at, *contact->werkte_voor);
    if (!found) wrong.push_back(bestaat_niet(field, "Partij"));
    else if (found->partij.id == self || soort(found->partij.gegevens) != SoortPartij::organisatie) wrong.push_back({field, "partij.standaard.geen_organisatie", {}});
}

}  // namespace

Result<Werkplek> StandaardService::werkplek(store::Tx& tx, const Caller& caller, GemeenteId gemeente) const {
    TRY_DONE(access::require_recht(caller, gemeente, {access::Groep::partijen, access::Actie::schrijven}));
    return Werkplek{tx, caller, gemeente, clock_.now()};
}

Result<PartijId> StandaardService::create(store::Tx& tx, const Caller& caller, GemeenteId gemeente, const Standaardpartij& given) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    Bewerking edit;
    Partij& partij = edit.partij;
    partij.id = ids_.make<dichtbij::Partij>();
    partij.gemeente = gemeente;
    partij.gemaakt_op = partij.gewijzigd_op = at.now;
    partij.gegevens.wie = given.wie;
    // Rows that it takes over point at it: it is there before them.
    Partij bare = partij;
    bare.gegevens.wie = Persoon{};
    PartijStore(tx).insert(bare, caller.employee());
    TRY_DONE(fill(at, edit, given));
    if (partij.gegevens.nummer.empty()) partij.gegevens.nummer = draw_nummer(at, partij.id);
    partij.versie = 1;
    CHECK_THAT(PartijStore(tx).update(partij, caller.employee()));
    journal::append(tx, entry(at, "partij.gemaakt", partij.id));
    return partij.id;
}

Result<Done> StandaardService::change(store::Tx& tx, const Caller& caller, GemeenteId gemeente, PartijId id, const Standaardpartij& given) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    TRY(Bewerking edit, begin_bewerking(at, id));
    TRY_DONE(fill(at, edit, given));
    return save(at, std::move(edit));
}

Result<Done> StandaardService::fill(const Werkplek& at, Bewerking& edit, const Standaardpartij& given) {
    Gegevens& now = edit.partij.gegevens;
    std::vector<FieldError> wrong;
    const bool was_organisatie = soort(now) == SoortPartij::organisatie;
    now.wie = merged(now.wie, given.wie);
    if (was_organisatie && soort(now) != SoortPartij::organisatie && at.store().has_contactpersonen(edit.partij.id))
        wrong.push_back({"soort_partij", "partij.standaard.heeft_contactpersonen", {}});
    now.bezoekadres = given.bezoekadres;
    now.correspondentieadres = given.correspondentieadres;
    now.voorkeuren.taal = given.taal;
    now.indicaties.actief = given.indicatie_actief;
    now.indicaties.geheimhouding = given.geheimhouding;
    now.interne_notitie = given.interne_notitie;
    if (!given.nummer.empty() && given.nummer != now.nummer && at.store().is_nummer_taken(given.nummer, edit.partij.id)) wrong.push_back({"nummer", "partij.standaard.nummer", {}});
    if (!given.nummer.empty()) now.nummer = given.nummer;
    if (given.digitale_adressen) TRY_DONE(take<DigitaalAdres>(at, edit, *given.digitale_adressen, "digitale_adressen", wrong));
    if (given.digitale_adressen) check_adressen(now.digitale_adressen, wrong);
    if (given.rekeningnummers) TRY_DONE(take<Rekeningnummer>(at, edit, *given.rekeningnummers, "rekeningnummers", wrong));
    if (given.identificatoren) take_identificatoren(at, edit, *given.identificatoren, wrong);
    now.voorkeuren.digitaal_adres = given.voorkeurs_digitaal_adres;
    now.voorkeuren.rekeningnummer = given.voorkeurs_rekeningnummer;
    if (!holds(now.digitale_adressen, given.voorkeurs_digitaal_adres)) wrong.push_back({"voorkeurs_digitaal_adres", "partij.standaard.voorkeursadres", {}});
    if (!holds(now.rekeningnummers, given.voorkeurs_rekeningnummer)) wrong.push_back({"voorkeurs_rekeningnummer", "partij.standaard.voorkeursrekening", {}});
    check_werkgever(at, edit.partij.id, now, wrong);
    now = normalised(std::move(now), day_of(at.now));
    for (FieldError& one : standaard_problems(now, day_of(at.now))) wrong.push_back(std::move(one));
    if (!wrong.empty()) return invalid(std::move(wrong));
    return Done{};
}

std::string StandaardService::draw_nummer(const Werkplek& at, PartijId partij) {
    for (int attempt = 0; attempt < nummer_attempts; ++attempt)
        if (std::string drawn = random_digits(ids_); !at.store().is_nummer_taken(drawn, partij)) return drawn;
    CHECK_THAT(!"no number left");
    return {};
}

void StandaardService::take_identificatoren(const Werkplek& at, Bewerking& edit, const std::vector<Identificator>& wanted, std::vector<FieldError>& wrong) {
    auto& list = edit.partij.gegevens.identificatoren;
    const std::vector<Identificator> before = std::move(list);
    const auto is_wanted = [&](const Identificator& one) { return holds(wanted, one.id); };
    Identificatorregels rules{at, edit.partij.id, {}, wanted, wrong};
    for (const Identificator& one : before)
        if (!is_wanted(one)) rules.going.push_back(one.id);
    for (const Uuid& id : rules.going)
        if (at.store().has_children(id)) wrong.push_back({"", "partij.standaard.in_gebruik", {}});
    list.clear();
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        Identificator one = wanted[i];
        const std::string path = "partij_identificatoren." + std::to_string(i) + ".";
        if (one.id != Uuid{} && holds(list, one.id)) {
            wrong.push_back({path + "uuid", "partij.standaard.dubbele_uuid", {}});
            continue;
        }
        if (one.id != Uuid{} && !holds(before, one.id)) {
            // One that stands alone becomes its own; one of another partij does not.
            const auto loose = LijstStore(at.tx, at.gemeente).identificator(one.id);
            if (!loose || loose->partij) {
                wrong.push_back({path + "uuid", "api.fout.bestaat_niet", {"PartijIdentificator"}});
                continue;
            }
            at.store().link(Deel::partij_identificator, one.id, edit.partij.id);
        }
        rules.check(one, path);
        if (one.id == Uuid{}) one.id = ids_.next();
        list.push_back(std::move(one));
    }
    parents_first(list);
}

Result<Done> StandaardService::remove(store::Tx& tx, const Caller& caller, GemeenteId gemeente, PartijId id) {
    TRY(const Werkplek at, werkplek(tx, caller, gemeente));
    TRY_DONE(begin_bewerking(at, id));
    if (at.store().has_children_of_others(id)) return invalid("", "partij.standaard.in_gebruik");
    at.store().forget_werkgever(id, at.now);
    PartijStore(tx).erase(id, at.now);
    journal::destroy_toelichtingen(tx, journal::Object::partij, id.bytes, at.now);
    auto line = entry(at, "partij.gewist", id);
    line.kenmerken = {{"grond", "koppeling"}};
    journal::append(tx, line);
    return Done{};
}

}  // namespace dichtbij::partij
