// maak-klantcontact: a contact with its betrokkene and its onderwerpobject, all or nothing.
#include "api/klantinteracties/contact_schrijven.h"

#include "api/klantinteracties/maken.h"
#include "api/klantinteracties/vertaling.h"

namespace dichtbij::klantinteracties {
namespace {

// The same resource, of which one field is only read.
std::vector<json::Field> with_read_only(const json::Definition& of, std::string_view name) {
    std::vector<json::Field> fields = of.fields();
    for (json::Field& field : fields)
        if (field.name == name) {
            field.read_only = true;
            field.required = false;
        }
    return fields;
}

// Betrokkene and onderwerpobject of a contact that is just made, as they stand there.
api::Found<Beeld> made_now(const Schrijving& s, Id<dichtbij::Klantcontact> id) {
    const access::Caller whole = access::system_caller(s.caller().scherm);
    access::Raadpleging reading(whole, s.gemeente());
    const Lezer lezer(s.lezer.bronnen(), s.tx(), reading);
    MaakKlantcontact made;
    TRY(made.klantcontact, find_contact(lezer, id.bytes));
    if (!made.klantcontact.betrokkenen.empty()) {
        TRY(made.betrokkene, find_betrokkene(lezer, made.klantcontact.betrokkenen.front()));
    }
    if (!made.klantcontact.onderwerpobjecten.empty()) {
        TRY(made.onderwerpobject, find_onderwerpobject(lezer, made.klantcontact.onderwerpobjecten.front()));
    }
    Beeld beeld{id.bytes, {}, seen_in_detail(reading, maak_klantcontact_json(), id.bytes)};
    json::Writer writer(beeld.body, s.call.base);
    maak_klantcontact_json().write(writer, made);
    return beeld;
}

api::Found<Beeld> make_all(const Schrijving& s) {
    MaakKlantcontact given;
    TRY_DONE(s.call.read(maak_klantcontact_json(), given));
    klantcontact::NieuwKlantcontact nieuw = new_contact(s, given.klantcontact, given_of(s.call, "klantcontact", klantcontact_json));
    if (given.betrokkene) {
        TRY_DONE(if_given(s, partij_exists, "betrokkene.wasPartij", given.betrokkene->partij));
        nieuw.betrokkenen = {betrokkene_from(*given.betrokkene)};
    }
    if (given.onderwerpobject) {
        TRY_DONE(if_given(s, klantcontact_exists, "onderwerpobject.wasKlantcontact", given.onderwerpobject->was_klantcontact));
        nieuw.onderwerpobjecten = {object_from({}, given.onderwerpobject->identificator, given.onderwerpobject->was_klantcontact)};
    }
    TRY(const auto made, as_contacts_say(s.diensten.aangeleverd.add(s.tx(), s.caller(), std::move(nieuw)), "klantcontact"));
    return made_now(s, made.klantcontact.id);
}

}  // namespace

const json::Resource<Betrokkene>& betrokkene_bij_contact_json() {
    static const json::Resource<Betrokkene> table("BetrokkeneKlantcontactReadOnly", with_read_only(betrokkene_json, "hadKlantcontact"));
    return table;
}

const json::Resource<Onderwerpobject>& onderwerpobject_bij_contact_json() {
    static const json::Resource<Onderwerpobject> table("OnderwerpobjectKlantcontactReadOnly", with_read_only(onderwerpobject_json, "klantcontact"));
    return table;
}

const json::Resource<MaakKlantcontact>& maak_klantcontact_json() {
    static const json::Resource<MaakKlantcontact> table("MaakKlantcontact", {
        json::field<&MaakKlantcontact::klantcontact>("klantcontact", klantcontact_json).must(),
        json::field<&MaakKlantcontact::betrokkene>("betrokkene", betrokkene_bij_contact_json()),
        json::field<&MaakKlantcontact::onderwerpobject>("onderwerpobject", onderwerpobject_bij_contact_json()),
    });
    return table;
}

json::Given given_of(const api::Call& call, std::string_view member, const json::Definition& of) {
    const auto body = call.body();
    const json::Value* value = body ? body->find(member) : nullptr;
    std::uint64_t bits = 0;
    if (value && value->object())
        for (const auto& [name, one] : *value->object())
            if (const json::Field* field = of.find(name)) bits |= std::uint64_t{1} << of.index_of(*field);
    return {of, bits};
}

void add_maak_klantcontact(Omgeving& with) {
    with.api.post("/maak-klantcontact",
                  {.id = "maakKlantcontactCreate", .eis = schrijven(access::Groep::klantcontacten), .takes = &maak_klantcontact_json(), .gives = &maak_klantcontact_json(), .tag = "maak-klantcontact", .summary = "api.doet.maak_klantcontact"},
                  [&with](api::Call& call) -> api::Answer {
                      TRY(Beeld made, in_one_transaction(call, with, make_all));
                      return answer_created(call, std::move(made), klantcontacten_path);
                  });
}

}  // namespace dichtbij::klantinteracties
