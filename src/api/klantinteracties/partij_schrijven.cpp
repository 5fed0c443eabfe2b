// Writing partijen, with the identifiers in them and the addresses and accounts they name.
#include "api/klantinteracties/partij_schrijven.h"

#include <algorithm>

#include "api/klantinteracties/vertaling.h"

namespace dichtbij::klantinteracties {
namespace {

using partij::SoortPartij;
using partij::Standaardpartij;

constexpr const char* identificatoren_field = "partijIdentificatoren";

std::optional<partij::Adres> adres_of(const std::optional<Adres>& given) {
    if (!given) return std::nullopt;
    return partij::Adres{given->nummeraanduiding_id, given->straatnaam, given->huisnummer, given->huisnummertoevoeging, given->postcode,
                         given->stad, given->adresregel1, given->adresregel2, given->adresregel3, given->land};
}

partij::Contactnaam naam_of(const Partijidentificatie& given) {
    const Contactnaam naam = given.contactnaam.value_or(Contactnaam{});
    return {naam.voorletters, naam.voornaam, naam.voorvoegsel_achternaam, naam.achternaam};
}

partij::Wie wie_of(const Partij& given) {
    const Partijidentificatie& who = given.identificatie;
    switch (given.soort) {
        case SoortPartij::organisatie: return partij::Organisatie{who.naam};
        case SoortPartij::contactpersoon: return partij::Contactpersoon{naam_of(who), {}, typed<dichtbij::Partij>(who.werkte_voor_partij)};
        case SoortPartij::persoon: break;
    }
    return partij::Persoon{naam_of(who), {}, {}};
}

// By the table of its kind, once that is known; another kind begins anew.
api::Found<Done> read_identificatie(const Schrijving& s, const std::optional<SoortPartij>& before, Partij& one) {
    if (before && *before != one.soort) one.identificatie = {};
    if (!one.given_identificatie) return Done{};
    const json::Value value = std::move(*one.given_identificatie);
    one.given_identificatie.reset();
    auto given = identificatie_json(one.soort).read(value, one.identificatie, s.call.mode(), "partijIdentificatie");
    if (!given) return api::Refused(api::Problem(std::move(given).error()));
    return Done{};
}

const json::Value* member(const json::Value& of, const std::string& name) {
    const json::Value* found = of.find(name);
    return found ? found : of.find(json::snake_case(name));
}

// The identifiers as they came in: what a listed one does not say stays. None: they stay as they are.
api::Found<std::optional<std::vector<partij::Identificator>>> identificatoren_of(const Schrijving& s, const std::vector<PartijIdentificator>& before, const Partij& one) {
    using List = std::vector<partij::Identificator>;
    TRY(const json::Value body, s.call.body());
    const json::Value* raw = member(body, identificatoren_field);
    if (!raw || raw->is_null()) return std::optional<List>();
    List list;
    json::Invalids invalids;
    for (std::size_t i = 0; i < one.identificatoren.size(); ++i) {
        PartijIdentificator given = one.identificatoren[i];
        const json::Value& item = raw->array()->at(i);
        if (given.partij && (s.call.mode() == json::Mode::create || *given.partij != one.id))
            invalids.push_back({std::string(identificatoren_field) + "." + std::to_string(i) + ".identificeerdePartij", "invalid", "klantinteracties.fout.partij_hier", {}});
        const auto stored = std::find_if(before.begin(), before.end(), [&](const PartijIdentificator& had) { return had.id == given.id; });
        if (stored != before.end()) {
            if (!member(item, "partijIdentificator")) given.identificator = stored->identificator;
            if (!member(item, "subIdentificatorVan")) given.sub_identificator_van = stored->sub_identificator_van;
            if (!member(item, "anderePartijIdentificator")) given.andere_partij_identificator = stored->andere_partij_identificator;
        }
        const Identificator& codes = given.identificator;
        list.push_back({given.id, codes.code_objecttype, codes.code_register, codes.code_soort_object_id, codes.object_id, given.andere_partij_identificator, given.sub_identificator_van});
    }
    if (!invalids.empty()) return api::Refused(api::Problem(std::move(invalids)));
    return std::optional(std::move(list));
}

bool names(const std::vector<Uuid>& list, const std::optional<Uuid>& id) { return !id || std::find(list.begin(), list.end(), *id) != list.end(); }

api::Found<Standaardpartij> standaard_of(const Schrijving& s, const Partij* before, Partij one, const json::Given& given) {
    TRY_DONE(read_identificatie(s, before ? std::optional(before->soort) : std::nullopt, one));
    Standaardpartij made;
    made.wie = wie_of(one);
    made.bezoekadres = adres_of(one.bezoekadres);
    made.correspondentieadres = adres_of(one.correspondentieadres);
    made.taal = one.voorkeurstaal;
    made.indicatie_actief = one.indicatie_actief;
    made.geheimhouding = one.indicatie_geheimhouding;
    made.interne_notitie = one.interne_notitie;
    made.nummer = one.nummer.value_or("");
    // A preferred address that is let go is preferred no more, unless the body says so itself.
    if (given.has("voorkeursDigitaalAdres") || names(one.digitale_adressen, one.voorkeurs_digitaal_adres)) made.voorkeurs_digitaal_adres = one.voorkeurs_digitaal_adres;
    if (given.has("voorkeursRekeningnummer") || names(one.rekeningnummers, one.voorkeurs_rekeningnummer)) made.voorkeurs_rekeningnummer = one.voorkeurs_rekeningnummer;
    if (given.has("digitaleAdressen")) made.digitale_adressen = std::move(one.digitale_adressen);
    if (given.has("rekeningnummers")) made.rekeningnummers = std::move(one.rekeningnummers);
    if (given.has(identificatoren_field)) {
        TRY(made.identificatoren, identificatoren_of(s, before ? before->identificatoren : std::vector<PartijIdentificator>(), one));
    }
    return made;
}

Result<Partij> find(const Lezer& lezer, const Uuid& id) {
    TRY(auto found, lezer.bronnen().partijen.partij(lezer.tx(), lezer.reading(), {id}));
    return only(lezer.partijen({std::move(found)}, Expand()));
}

// A client that kept what it named sees its addresses first: who names one that it may not see is told there is none.
api::Found<Done> check_adressen(const Schrijving& s, const std::optional<std::vector<Uuid>>& adressen) {
    if (!adressen) return Done{};
    for (std::size_t i = 0; i < adressen->size(); ++i) TRY_DONE(digitaal_adres_exists(s, "digitaleAdressen." + std::to_string(i), (*adressen)[i]));
    return Done{};
}

}  // namespace

api::Problem in_words_of_standard(api::Problem problem) {
    static const api::Names renamed{{"voorkeuren.taal", "voorkeurstaal"}, {"contactnaam", "partijIdentificatie.contactnaam"}, {"naam", "partijIdentificatie.naam"}};
    static const std::string whole = json::camel_case(partij::hele_waarde);
    problem = api::with_names(std::move(problem), renamed);
    for (json::Invalid& one : problem.invalids) {
        if (one.key == "api.fout.bestaat_niet") one.code = "invalid";
        if (one.name == whole || one.name.ends_with("." + whole)) one.name.replace(one.name.size() - whole.size(), whole.size(), "__all__");
    }
    return problem;
}

void add_partijen_schrijven(Omgeving& with) {
    const Schrijfwijze<Partij> how{
        .find = find,
        .create = [](const Schrijving& s, Partij one, const json::Given& given) -> api::Found<Uuid> {
            TRY(const Standaardpartij made, standaard_of(s, nullptr, std::move(one), given));
            TRY_DONE(check_adressen(s, made.digitale_adressen));
            TRY(const partij::PartijId id, of_standard(s.diensten.partijen.create(s.tx(), s.caller(), s.gemeente(), made)));
            return id.bytes;
        },
        .change = [](const Schrijving& s, const Partij& before, Partij after, const json::Given& given) -> api::Found<Done> {
            const partij::PartijId id{before.id};
            TRY(const Standaardpartij made, standaard_of(s, &before, std::move(after), given));
            TRY_DONE(check_adressen(s, made.digitale_adressen));
            return of_standard(s.diensten.partijen.change(s.tx(), s.caller(), s.gemeente(), id, made));
        },
        .remove = [](const Schrijving& s, const Partij& stored) -> api::Found<Done> {
            return of_standard(s.diensten.betrokkenheid.remove_partij(s.tx(), s.caller(), s.gemeente(), partij::PartijId{stored.id}));
        }};
    add_writing<Partij>(with, {partijen_path, "partijen", access::Groep::partijen}, partij_json, how);
}

void add_schrijven_van_partijen(Omgeving& with) {
    add_partijen_schrijven(with);
    add_digitale_adressen_schrijven(with);
    add_partij_identificatoren_schrijven(with);
    add_bij_partijen_schrijven(with);
}

}  // namespace dichtbij::klantinteracties
