// maak-contactverzoek: beyond the standard. A contact with who asked and the addresses he gave, what it was about, and the
// internetaak that it leads to: what otherwise takes a call for each, all or nothing.
#include "api/klantinteracties/contact_schrijven.h"
#include "api/klantinteracties/maken.h"
#include "api/klantinteracties/taak_schrijven.h"
#include "partij/standaard.h"

namespace dichtbij::klantinteracties {
namespace {

std::vector<json::Field> but_read_only(const json::Definition& of, std::initializer_list<std::string_view> names) {
    std::vector<json::Field> fields = of.fields();
    for (json::Field& field : fields)
        for (const std::string_view name : names)
            if (field.name == name) {
            field.read_only = true;
            field.required = false;
        }
    return fields;
}

const json::Resource<DigitaalAdres>& adres_bij_betrokkene_json() {
    static const json::Resource<DigitaalAdres> table("DigitaalAdresBijBetrokkene", but_read_only(digitaal_adres_json, {"verstrektDoorBetrokkene", "verstrektDoorPartij"}));
    return table;
}

// A betrokkene with its addresses in full.
const json::Resource<Betrokkene>& betrokkene_met_adressen_json() {
    static const json::Resource<Betrokkene> table("BetrokkeneMetAdressen", [] {
        std::vector<json::Field> fields = betrokkene_bij_contact_json().fields();
        for (json::Field& field : fields) {
            if (field.name != "digitaleAdressen") continue;
            field = json::field<&Betrokkene::expand_digitale_adressen>("digitaleAdressen", adres_bij_betrokkene_json()).at_most(klantcontact::adressen_limit);
            field.many = true;
            field.nullable = false;
        }
        return fields;
    }());
    return table;
}

const json::Resource<InterneTaak>& taak_bij_contact_json() {
    static const json::Resource<InterneTaak> table("InterneTaakBijKlantcontact", but_read_only(interne_taak_json, {"aanleidinggevendKlantcontact"}));
    return table;
}

const json::Resource<MaakContactverzoek>& maak_contactverzoek_json() {
    static const json::Resource<MaakContactverzoek> table("MaakContactverzoek", {
        json::field<&MaakContactverzoek::klantcontact>("klantcontact", klantcontact_json).must(),
        json::field<&MaakContactverzoek::betrokkene>("betrokkene", betrokkene_met_adressen_json()),
        json::field<&MaakContactverzoek::onderwerpobjecten>("onderwerpobjecten", onderwerpobject_bij_contact_json()).at_most(klantcontact::objecten_limit),
        json::field<&MaakContactverzoek::interne_taak>("internetaak", taak_bij_contact_json()),
    });
    return table;
}

api::Found<klantcontact::Betrokkene> who_asked(const Schrijving& s, const Betrokkene& given) {
    TRY_DONE(if_given(s, partij_exists, "betrokkene.wasPartij", given.partij));
    klantcontact::Betrokkene one = betrokkene_from(given);
    const auto adressen = given.expand_digitale_adressen.value_or(std::vector<DigitaalAdres>());
    for (std::size_t i = 0; i < adressen.size(); ++i) {
        const DigitaalAdres& adres = adressen[i];
        partij::DigitaalAdresregel regel;
        regel.adres = adres.adres;
        regel.soort = adres.soort;
        regel.is_standaard = adres.is_standaard;
        regel.omschrijving = adres.omschrijving;
        regel.referentie = adres.referentie;
        regel.verificatie_datum = adres.verificatie_datum;
        if (auto errors = partij::standaard_problems(regel); !errors.empty())
            return api::Refused(in_words_of_contacts(invalid(std::move(errors)).value(), "betrokkene.digitaleAdressen." + std::to_string(i)));
        one.digitale_adressen.push_back({{}, adres.soort, adres.adres, adres.is_standaard, adres.omschrijving, adres.referentie, adres.verificatie_datum});
    }
    return one;
}

api::Found<Done> add_taak(const Schrijving& s, const InterneTaak& given, Id<dichtbij::Klantcontact> contact) {
    TRY_DONE(access::require_recht(s.caller(), s.gemeente(), {access::Groep::taken, access::Actie::schrijven}));
    TRY(auto actoren, actoren_from(s, {}, given, given_of(s.call, "internetaak", taak_bij_contact_json()), "internetaak"));
    taak::Aanlevering taak = new_taak(given, std::move(actoren));
    taak.klantcontact = contact;
    TRY_DONE(as_contacts_say(s.diensten.taken.add(s.tx(), s.caller(), taak), "internetaak"));
    return Done{};
}

api::Found<Beeld> request_now(const Schrijving& s, Id<dichtbij::Klantcontact> id) {
    const access::Caller whole = access::system_caller(s.caller().scherm);
    access::Raadpleging reading(whole, s.gemeente());
    const Lezer lezer(s.lezer.bronnen(), s.tx(), reading);
    MaakContactverzoek made;
    TRY(auto found, lezer.bronnen().contacten.klantcontact(s.tx(), reading, id));
    TRY(auto contacts, lezer.klantcontacten({std::move(found)}, Expand({"hadBetrokkenen.digitaleAdressen", "gingOverOnderwerpobjecten", "leiddeTotInterneTaken"})));
    made.klantcontact = std::move(contacts.at(0));
    if (!made.klantcontact.expand_betrokkenen->empty()) made.betrokkene = made.klantcontact.expand_betrokkenen->front();
    made.onderwerpobjecten = *made.klantcontact.expand_onderwerpobjecten;
    if (!made.klantcontact.expand_interne_taken->empty()) made.interne_taak = made.klantcontact.expand_interne_taken->front();
    Beeld beeld{id.bytes, {}, seen_in_detail(reading, maak_contactverzoek_json(), id.bytes)};
    json::Writer writer(beeld.body, s.call.base);
    maak_contactverzoek_json().write(writer, made);
    return beeld;
}

api::Found<Beeld> make_request(const Schrijving& s) {
    MaakContactverzoek given;
    TRY_DONE(s.call.read(maak_contactverzoek_json(), given));
    klantcontact::NieuwKlantcontact nieuw = new_contact(s, given.klantcontact, given_of(s.call, "klantcontact", klantcontact_json));
    if (given.betrokkene) {
        TRY(klantcontact::Betrokkene one, who_asked(s, *given.betrokkene));
        nieuw.betrokkenen.push_back(std::move(one));
    }
    for (std::size_t i = 0; i < given.onderwerpobjecten.size(); ++i) {
        const Onderwerpobject& object = given.onderwerpobjecten[i];
        TRY_DONE(if_given(s, klantcontact_exists, "onderwerpobjecten." + std::to_string(i) + ".wasKlantcontact", object.was_klantcontact));
        nieuw.onderwerpobjecten.push_back(object_from({}, object.identificator, object.was_klantcontact));
    }
    const auto vervolg = given.interne_taak ? klantcontact::Vervolg::taak : klantcontact::Vervolg::volgens_actie;
    TRY(const auto made, as_contacts_say(s.diensten.aangeleverd.add(s.tx(), s.caller(), std::move(nieuw), vervolg), "klantcontact"));
    if (given.interne_taak) TRY_DONE(add_taak(s, *given.interne_taak, made.klantcontact.id));
    return request_now(s, made.klantcontact.id);
}

}  // namespace

void add_maak_contactverzoek(Omgeving& with) {
    with.api.post("/maak-contactverzoek",
                  {.id = "maakContactverzoekCreate", .eis = schrijven(access::Groep::klantcontacten), .takes = &maak_contactverzoek_json(), .gives = &maak_contactverzoek_json(), .tag = "maak-contactverzoek", .summary = "api.doet.maak_contactverzoek"},
                  [&with](api::Call& call) -> api::Answer {
                      TRY(Beeld made, in_one_transaction(call, with, make_request));
                      return answer_created(call, std::move(made), klantcontacten_path);
                  });
}

}  // namespace dichtbij::klantinteracties
