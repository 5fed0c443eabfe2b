#include "notificatie/notificatie_follow.h"

#include <boost/describe/enum_to_string.hpp>

#include <optional>
#include <set>

#include "notificatie/uitreiken_service.h"
#include "notificatie/vertelling.h"

namespace dichtbij::notificatie {
namespace {

// The object as it stands now: its kenmerken, and who may hear of it.
struct Onderwerp {
    Uuid id{};
    Kenmerken kenmerken = {};
    bool is_bekend = true;
    Zicht zicht = {};
};

template <class E>
std::string code_of(E value) {
    return boost::describe::enum_to_string(value, "");
}

std::string yes_no(bool value) { return value ? "true" : "false"; }

void add(Kenmerken& to, const char* name, const std::string& value) {
    if (!value.empty()) to[name] = value;
}

// hoofdOnderwerpType is meant for an address; whoever wrote words in it does not see them told.
bool is_address(const std::string& text) { return (text.starts_with("http") || text.starts_with("urn:")) && text.find_first_of(" \n\t") == std::string::npos; }

Zicht zicht_of(const klantcontact::Klantcontact& one) { return {access::Groep::klantcontacten, one.inhoud.vertrouwelijk, one.domein}; }

std::optional<Onderwerp> partij_of(store::Tx& tx, const Notificeerder::Bronnen& in, const journal::Line& line) {
    Onderwerp found{line.object};
    const auto caller = access::system_caller("notificaties");
    access::Raadpleging reading(caller, line.gemeente);
    const auto stored = in.partijen.partij(tx, reading, {line.object});
    found.is_bekend = stored.has_value();  // erased: nothing is known of it any more
    if (!stored) return found;
    add(found.kenmerken, "nummer", stored->partij.gegevens.nummer);
    add(found.kenmerken, "soortPartij", code_of(partij::soort(stored->partij.gegevens)));
    return found;
}

std::optional<Onderwerp> klantcontact_of(store::Tx& tx, const Notificeerder::Bronnen& in, const journal::Line& line) {
    const auto stored = in.contacten.stored(tx, {line.object});
    if (!stored) return std::nullopt;
    Onderwerp found{line.object};
    found.zicht = zicht_of(*stored);
    const auto& inhoud = stored->inhoud;
    if (is_address(inhoud.hoofd_onderwerp_type)) add(found.kenmerken, "hoofdOnderwerpType", inhoud.hoofd_onderwerp_type);
    if (inhoud.indicatie_contact_gelukt) add(found.kenmerken, "indicatieContactGelukt", yes_no(*inhoud.indicatie_contact_gelukt));
    add(found.kenmerken, "verdereActieOndernomen", yes_no(inhoud.verdere_actie_ondernomen));
    return found;
}

// What a colleague asked another came of no klantcontact and is no internetaak.
std::optional<Onderwerp> taak_of(store::Tx& tx, const Notificeerder::Bronnen& in, const journal::Line& line, Wie wie) {
    const auto taak = wie == Wie::zelf ? in.taken.stored(tx, {line.object}) : line.werk ? in.taken.of_werk(tx, *line.werk) : std::nullopt;
    if (!taak || !taak->klantcontact) return std::nullopt;
    const auto contact = in.contacten.stored(tx, *taak->klantcontact);
    if (!contact) return std::nullopt;
    Onderwerp found{taak->id.bytes};
    found.zicht = zicht_of(*contact);
    found.zicht.groep = access::Groep::taken;
    if (const auto werk = in.werk.stored(tx, taak->werk); werk && !werk->domein.empty()) found.zicht.domein = werk->domein;
    add(found.kenmerken, "nummer", taak->standaardnummer);
    add(found.kenmerken, "status", code_of(taak->status));
    return found;
}

std::optional<Onderwerp> onderwerp_of(store::Tx& tx, const Notificeerder::Bronnen& in, const journal::Line& line, const Vertelling& vertelling) {
    if (vertelling.kanaal == "partijen") return partij_of(tx, in, line);
    return vertelling.kanaal == "klantcontacten" ? klantcontact_of(tx, in, line) : taak_of(tx, in, line, vertelling.wie);
}

}  // namespace

void Notificeerder::apply(store::Tx& tx, std::span<const journal::Line> lines) {
    Uitreiker uitreiker(tx, ids_, clock_.now());
    std::set<Id<Gemeente>> prepared;
    for (const journal::Line& line : lines) {
        const Vertelling* vertelling = vertelling_van(line);
        if (vertelling == nullptr || line.kenmerk("import") == "1") continue;
        if (prepared.insert(line.gemeente).second) abonnementen_.prepare_component(tx, line.gemeente, line.op);
        if (uitreiker.has_hearers(line.gemeente, line.op)) tell(tx, line, *vertelling, uitreiker);
    }
}

void Notificeerder::tell(store::Tx& tx, const journal::Line& line, const Vertelling& vertelling, Uitreiker& uitreiker) {
    const auto onderwerp = onderwerp_of(tx, bronnen_, line, vertelling);
    if (!onderwerp) return;
    const EigenKanaal& kanaal = *eigen_kanaal(vertelling.kanaal);
    Notificatie told;
    told.gemeente = line.gemeente;
    told.kanaal = kanaal.naam;
    told.hoofd_object = told.resource_url = std::string(kanaal.pad) + to_string(onderwerp->id);
    told.resource = kanaal.resource;
    told.actie = vertelling.actie;
    told.op = line.op;
    told.kenmerken = onderwerp->kenmerken;
    told.kenmerken_bekend = onderwerp->is_bekend;
    told.object = onderwerp->id;
    told.oorzaak = line.nummer;
    Zicht zicht = onderwerp->zicht;
    zicht.groep = kanaal.groep;
    uitreiker.hand_out(std::move(told), zicht);
}

std::unique_ptr<journal::SharedFollower> notificatie_follower(store::Store& store, std::string holder, Notificeerder& notificeerder) {
    return std::make_unique<journal::SharedFollower>(store, "notificaties", std::move(holder),
                                                     [&notificeerder](store::Tx& tx, std::span<const journal::Line> lines) { notificeerder.apply(tx, lines); });
}

}  // namespace dichtbij::notificatie
