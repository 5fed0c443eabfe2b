// Writing internetaken.
#include "api/klantinteracties/taak_schrijven.h"

#include "api/klantinteracties/contact_schrijven.h"
#include "api/klantinteracties/vertaling.h"

namespace dichtbij::klantinteracties {
namespace {

// toegewezenAanActor by itself: its field waits until the whole taak is read.
struct EenActor {
    Uuid id{};
};
const json::Resource<EenActor>& een_actor_json() {
    static const json::Resource<EenActor> table("ActorForeignKey", {json::reference<&EenActor::id>("toegewezenAanActor", actoren_path).must()});
    return table;
}

std::string inside(const std::string& within, const std::string& name) { return within.empty() ? name : within + "." + name; }

std::string number_or(const std::optional<std::string>& given, const std::optional<std::string>& otherwise) { return given && !given->empty() ? *given : otherwise.value_or(""); }

api::Found<Uuid> create_taak(const Schrijving& s, const InterneTaak& one, const json::Given& given) {
    TRY_DONE(klantcontact_exists(s, "aanleidinggevendKlantcontact", one.klantcontact));
    TRY(auto actoren, actoren_from(s, {}, one, given));
    TRY(const taak::Taak made, as_contacts_say(s.diensten.taken.add(s.tx(), s.caller(), new_taak(one, std::move(actoren)))));
    return made.id.bytes;
}

api::Found<Done> change_taak(const Schrijving& s, const InterneTaak& before, const InterneTaak& after, const json::Given& given) {
    if (after.klantcontact != before.klantcontact) TRY_DONE(klantcontact_exists(s, "aanleidinggevendKlantcontact", after.klantcontact));
    TRY(auto actoren, actoren_from(s, before, after, given));
    taak::Aanpassing aanpassing{{before.id}, new_taak(after, std::move(actoren)), reden_van_wijziging(s)};
    aanpassing.naar.standaardnummer = number_or(after.nummer, before.nummer);
    if (!given.has("afgehandeldOp")) aanpassing.naar.afgehandeld_op.reset();
    TRY_DONE(as_contacts_say(s.diensten.taken.change(s.tx(), s.caller(), aanpassing)));
    return Done{};
}

}  // namespace

Result<InterneTaak> find_taak(const Lezer& lezer, const Uuid& id) {
    TRY(auto found, lezer.bronnen().taken.taak(lezer.tx(), lezer.reading(), {id}));
    return to_standard(std::move(found));
}

taak::Aanlevering new_taak(const InterneTaak& one, std::vector<Uuid> actoren) {
    taak::Aanlevering nieuw;
    nieuw.klantcontact = {one.klantcontact};
    nieuw.standaardnummer = one.nummer.value_or("");
    nieuw.referentienummer = one.referentienummer.value_or("");
    nieuw.gevraagde_handeling = one.gevraagde_handeling;
    nieuw.toelichting = one.toelichting;
    nieuw.actoren = std::move(actoren);
    nieuw.status = one.status;
    nieuw.afgehandeld_op = one.afgehandeld_op;
    return nieuw;
}

api::Found<std::vector<Uuid>> actoren_from(const Schrijving& s, const InterneTaak& before, const InterneTaak& one, const json::Given& given, const std::string& within) {
    const bool has_one = given.has("toegewezenAanActor");
    const bool has_several = given.has("toegewezenAanActoren");
    if (has_one && has_several) return api::invalid(inside(within, json::non_field), "invalid", "klantinteracties.fout.beide_actoren");
    if (!has_one && !has_several) {
        if (s.call.mode() == json::Mode::patch) return before.actoren;
        return api::invalid(inside(within, json::non_field), "invalid", "klantinteracties.fout.geen_actor");
    }
    if (has_one) {
        EenActor actor;
        const json::Value alone(json::Object{{"toegewezenAanActor", one.given_actor.value_or(json::Value())}});
        if (auto read = een_actor_json().read(alone, actor, json::Mode::create, within); !read) return api::Refused(api::Problem(std::move(read).error()));
        TRY_DONE(actor_exists(s, inside(within, "toegewezenAanActor"), actor.id));
        return std::vector{actor.id};
    }
    for (std::size_t i = 0; i < one.actoren.size(); ++i) TRY_DONE(actor_exists(s, inside(within, "toegewezenAanActoren." + std::to_string(i)), one.actoren[i]));
    return one.actoren;
}

void add_interne_taken_schrijven(Omgeving& with) {
    add_writing<InterneTaak>(with, {interne_taken_path, "internetaken", access::Groep::taken}, interne_taak_json,
                             {find_taak, create_taak, change_taak, [](const Schrijving& s, const InterneTaak& stored) -> api::Found<Done> {
                                  TRY_DONE(as_contacts_say(s.diensten.taken.withdraw(s.tx(), s.caller(), {stored.id}, reden_van_verwijdering(s))));
                                  return Done{};
                              }});
}

}  // namespace dichtbij::klantinteracties
