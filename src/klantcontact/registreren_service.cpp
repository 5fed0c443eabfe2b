#include <algorithm>

#include "base/text.h"
#include "klantcontact/betrokkene_store.h"
#include "klantcontact/kanaal.h"
#include "klantcontact/klantcontact_service.h"
#include "klantcontact/klantcontact_store.h"
#include "organisatie/organisatie_service.h"
#include "werk/nummer.h"
#include "werk/toegang_service.h"

namespace dichtbij::klantcontact {

// Where the question goes, and what follows from its subject.
struct KlantcontactService::Route {
    Id<Team> team;
    std::optional<Id<Medewerker>> medewerker;  // named by a rule or a person
    std::string onderwerp;                     // name of the subject
    std::string domein;
    int afhandelniveau = 2;
    std::optional<Id<Product>> product;
};

namespace {

// The desk's own team when it answered itself: the contact centre if he works there.
std::optional<Id<Team>> own_team(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente) {
    if (!caller.is_employee()) return std::nullopt;
    const auto mine = organisatie::teams_of_medewerker(tx, caller.medewerker);
    const auto serving = organisatie::teams_of_gemeente(tx, gemeente);
    const auto serves = [&](const organisatie::Team& team) {
        return std::any_of(serving.begin(), serving.end(), [&](const auto& one) { return one.id == team.id; });
    };
    auto found = std::find_if(mine.begin(), mine.end(), [&](const auto& team) { return team.is_kcc && serves(team); });
    if (found == mine.end()) found = std::find_if(mine.begin(), mine.end(), serves);
    return found == mine.end() ? std::nullopt : std::optional(found->id);
}

organisatie::Vraag vraag_of(const NieuwKlantcontact& nieuw) {
    organisatie::Vraag vraag;
    vraag.gemeente = nieuw.gemeente;
    vraag.kanaal = nieuw.inhoud.kanaal;
    vraag.taal = nieuw.inhoud.taal;
    vraag.onderwerp = nieuw.inhoud.onderwerp_id;
    vraag.product = nieuw.inhoud.product;
    vraag.op = nieuw.inhoud.plaatsgevonden_op;
    return vraag;
}

std::string code_of(Afloop afloop) { return boost::describe::enum_to_string(afloop, ""); }

journal::Entry registered(const access::Caller& caller, Instant now, const Klantcontact& one, const werk::Werk& werk) {
    journal::Entry entry = journal::entry(caller, now, "klantcontact.geregistreerd", one.gemeente, journal::Object::klantcontact, one.id.bytes);
    entry.werk = one.werk;
    entry.partij = werk.partij;
    entry.kenmerken = {{"gesprek", one.gesprek.text()},
                       {"kanaal", one.inhoud.kanaal},
                       {"afloop", code_of(one.afloop)},
                       {"taal", one.inhoud.taal},
                       {"op", to_rfc3339(one.inhoud.plaatsgevonden_op)}};
    if (one.inhoud.onderwerp_id) entry.kenmerken.emplace_back("onderwerp", one.inhoud.onderwerp_id->text());
    if (one.inhoud.product) entry.kenmerken.emplace_back("product", one.inhoud.product->text());
    if (!one.extern_id.empty()) entry.kenmerken.emplace_back("import", "1");
    return entry;
}

werk::Uitkomst uitkomst_of(Afloop afloop) {
    switch (afloop) {
        case Afloop::doorverwezen: return werk::Uitkomst::doorverwezen;
        case Afloop::beeindigd: return werk::Uitkomst::beeindigd;
        case Afloop::beantwoord:
        case Afloop::doorgezet: break;
    }
    return werk::Uitkomst::beantwoord;
}

}  // namespace

KlantcontactService::KlantcontactService(store::Store& store, const Clock& clock, IdSource& ids, werk::WerkService& werk,
                                         const partij::PartijService& partijen, access::AccessLog& log)
    : store_(store), clock_(clock), ids_(ids), werk_(werk), partijen_(partijen), log_(log) {}

// A partij belongs to one gemeente; the contact to the same.
Result<Done> KlantcontactService::check_partij(store::Tx& tx, Id<Gemeente> gemeente, const std::optional<Id<Partij>>& partij) const {
    if (!partij) return Done{};
    TRY(const Id<Gemeente> of, partijen_.gemeente_of(tx, *partij));
    if (of != gemeente) return not_found("partij of another gemeente");
    return Done{};
}

Result<Gesprek> KlantcontactService::start_gesprek(const access::Caller& caller, Id<Gemeente> gemeente, std::string_view kanaal, Instant begonnen_op) {
    return store_.write([&](store::Tx& tx) { return start_gesprek(tx, caller, gemeente, kanaal, begonnen_op); });
}

Result<Gesprek> KlantcontactService::start_gesprek(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, std::string_view kanaal, Instant begonnen_op) {
    TRY_DONE(werk::may_know(caller, gemeente));
    if (auto error = werk::check_required("kanaal", kanaal, kanaal_limit)) return invalid({*error});
    const Gesprek gesprek{ids_.make<dichtbij::Gesprek>(), gemeente, lower_ascii(trimmed(kanaal)), begonnen_op};
    insert_gesprek(tx, gesprek);
    return gesprek;
}

Result<Geregistreerd> KlantcontactService::register_klantcontact(const access::Caller& caller, const NieuwKlantcontact& nieuw) {
    return store_.write([&](store::Tx& tx) { return register_klantcontact(tx, caller, nieuw); });
}

Result<Geregistreerd> KlantcontactService::register_klantcontact(store::Tx& tx, const access::Caller& caller, const NieuwKlantcontact& given) {
    TRY_DONE(werk::may_know(caller, given.gemeente));
    const Instant now = clock_.now();
    NieuwKlantcontact nieuw = given;
    nieuw.inhoud = normalised(std::move(nieuw.inhoud));
    TRY(const Route route, this->route(tx, caller, nieuw));
    if (nieuw.inhoud.onderwerp.empty()) nieuw.inhoud.onderwerp = route.onderwerp;
    if (!nieuw.inhoud.product) nieuw.inhoud.product = route.product;
    if (auto errors = problems(nieuw, now); !errors.empty()) return invalid(std::move(errors));
    for (const Betrokkene& betrokkene : nieuw.betrokkenen) TRY_DONE(check_partij(tx, nieuw.gemeente, betrokkene.partij));
    const bool known = (nieuw.import && find_by_extern_id(tx, nieuw.gemeente, nieuw.import->extern_id)) ||
                       (!nieuw.referentienummer.empty() && find_by_referentienummer(tx, nieuw.gemeente, nieuw.referentienummer));
    if (known) return conflict("registered already", "klantcontact.fout.bestaat_al");
    if (!nieuw.standaardnummer.empty() && standaardnummer_in_use(tx, nieuw.gemeente, nieuw.standaardnummer))
        return invalid("standaardnummer", "klantcontact.fout.nummer_bestaat");

    Klantcontact one;
    one.id = ids_.make<dichtbij::Klantcontact>();
    one.gemeente = nieuw.gemeente;
    if (nieuw.gesprek) {
        const auto gesprek = find_gesprek(tx, *nieuw.gesprek);
        if (!gesprek || gesprek->gemeente != nieuw.gemeente) return not_found("gesprek " + nieuw.gesprek->text());
        if (klantcontacten_of_gesprek(tx, gesprek->id).size() >= static_cast<std::size_t>(vragen_limit))
            return conflict("too many questions in one gesprek", "klantcontact.fout.te_veel_vragen");
        one.gesprek = gesprek->id;
    } else {
        TRY(const Gesprek gesprek, start_gesprek(tx, caller, nieuw.gemeente, nieuw.inhoud.kanaal, nieuw.inhoud.plaatsgevonden_op));
        one.gesprek = gesprek.id;
    }
    number(tx, nieuw, one);
    one.referentienummer = nieuw.referentienummer;
    one.inhoud = nieuw.inhoud;
    one.afloop = nieuw.afloop;
    one.domein = route.domein;
    one.door = caller.employee();
    one.geregistreerd_op = now;
    if (nieuw.import) one.extern_id = nieuw.import->extern_id;
    TRY(const werk::Werk werk, open_werk(tx, caller, nieuw, one, route));
    one.werk = werk.id;
    insert_klantcontact(tx, one);
    TRY_DONE(insert_all(tx, nieuw, one));
    journal::append(tx, registered(caller, now, one, werk));
    return Geregistreerd{std::move(one), werk};
}

// Draws its number for people, and the one of the standard unless that was given.
void KlantcontactService::number(store::Tx& tx, const NieuwKlantcontact& nieuw, Klantcontact& one) {
    for (int attempt = 0; attempt < werk::nummer_attempts; ++attempt) {
        one.nummer = werk::draw_nummer('K', nieuw.inhoud.plaatsgevonden_op, attempt, ids_);
        one.standaardnummer = nieuw.standaardnummer.empty() ? werk::standaardnummer_for(one.nummer, ids_) : nieuw.standaardnummer;
        if (!numbers_in_use(tx, one.gemeente, one.nummer, nieuw.standaardnummer.empty() ? one.standaardnummer : "")) return;
    }
    CHECK_THAT(!"no number left");
}

Result<KlantcontactService::Route> KlantcontactService::route(store::Tx& tx, const access::Caller& caller, const NieuwKlantcontact& nieuw) const {
    Route route;
    if (nieuw.inhoud.onderwerp_id) {
        TRY(organisatie::Onderwerp onderwerp, organisatie::onderwerp(tx, *nieuw.inhoud.onderwerp_id));
        if (onderwerp.gemeente != nieuw.gemeente) return not_found("subject of another gemeente");
        route.onderwerp = std::move(onderwerp.naam);
        route.domein = std::move(onderwerp.domein);
        route.afhandelniveau = onderwerp.afhandelniveau;
        route.product = onderwerp.product;
    }
    if (nieuw.inhoud.product) {
        TRY(const organisatie::Product product, organisatie::product(tx, *nieuw.inhoud.product));
        if (product.gemeente != nieuw.gemeente) return not_found("product of another gemeente");
        if (route.onderwerp.empty()) route.onderwerp = product.naam;
    }
    if (nieuw.afloop != Afloop::doorgezet) {
        if (const auto own = own_team(tx, caller, nieuw.gemeente)) {
            route.team = *own;
            return route;
        }
    }
    if (nieuw.naar && !std::holds_alternative<werk::NaarRoutering>(*nieuw.naar)) {
        const auto* person = std::get_if<werk::NaarMedewerker>(&*nieuw.naar);
        route.team = person != nullptr ? person->team : std::get<werk::NaarTeam>(*nieuw.naar).team;
        if (person != nullptr) route.medewerker = person->medewerker;
        TRY_DONE(werk_.check_destination(tx, nieuw.gemeente, route.team, route.medewerker));
        TRY(const organisatie::Team team, organisatie::team(tx, route.team));
        if (!team.domein.empty()) route.domein = team.domein;
        return route;
    }
    TRY(const organisatie::Route decided, werk_.route(tx, vraag_of(nieuw)));
    route.team = decided.team;
    if (decided.is_persoon) route.medewerker = decided.eigenaar;
    TRY(const organisatie::Team team, organisatie::team(tx, route.team));
    if (nieuw.afloop == Afloop::doorgezet && !team.domein.empty()) route.domein = team.domein;
    return route;
}

Result<werk::Werk> KlantcontactService::open_werk(store::Tx& tx, const access::Caller& caller, const NieuwKlantcontact& nieuw, const Klantcontact& one, const Route& route) {
    werk::Opening opening;
    opening.object = one.id.bytes;
    opening.nummer = one.nummer;
    opening.titel = one.inhoud.onderwerp;
    opening.gesprek = one.gesprek;
    opening.gemeente = one.gemeente;
    opening.partij = partij_of(nieuw.betrokkenen);
    opening.kanaal = one.inhoud.kanaal;
    opening.product = one.inhoud.product;
    opening.onderwerp = one.inhoud.onderwerp_id;
    opening.taal = one.inhoud.taal;
    opening.afhandelniveau = route.afhandelniveau;
    opening.domein = one.domein;
    opening.team = route.team;
    opening.toegewezen_aan = route.medewerker;
    opening.op = one.inhoud.plaatsgevonden_op;
    opening.aanleiding = nieuw.aanleiding;
    if (is_spoken(one.inhoud.kanaal)) opening.gereageerd = werk::Gereageerd::bij_intake;
    opening.belofte = nieuw.belofte;
    if (nieuw.import) opening.herkomst = werk::Herkomst::overgenomen;
    if (nieuw.afloop == Afloop::doorgezet) return werk_.open(tx, caller, opening);

    werk::Intakeafloop afloop{uitkomst_of(nieuw.afloop), caller.medewerker, opening.op};
    if (nieuw.import) afloop.gesloten_op = nieuw.import->afgehandeld_op;
    if (nieuw.import && nieuw.import->medewerker) afloop.eigenaar = *nieuw.import->medewerker;
    if (afloop.eigenaar.is_nil()) afloop.eigenaar = organisatie::lead_of(tx, route.team, day_of(clock_.now()));
    return werk_.record_closed(tx, caller, opening, afloop);
}

Result<Done> KlantcontactService::insert_all(store::Tx& tx, const NieuwKlantcontact& nieuw, const Klantcontact& one) {
    const Bij bij{one.id, one.gemeente, one.inhoud.plaatsgevonden_op};
    for (Betrokkene betrokkene : nieuw.betrokkenen) {
        betrokkene.id = ids_.next();
        insert_betrokkene(tx, ids_, bij, betrokkene);
    }
    for (Objectverwijzing object : nieuw.onderwerpobjecten) {
        object.id = ids_.next();
        insert_object(tx, one.gemeente, one.id, Objectsoort::onderwerpobject, object);
    }
    for (Objectverwijzing object : nieuw.bijlagen) {
        object.id = ids_.next();
        insert_object(tx, one.gemeente, one.id, Objectsoort::bijlage, object);
    }
    if (!nieuw.metadata.empty()) klantcontact::replace_metadata(tx, one.id, nieuw.metadata);
    return Done{};
}

}  // namespace dichtbij::klantcontact
