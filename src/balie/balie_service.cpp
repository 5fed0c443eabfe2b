#include "balie/balie_service.h"

#include <algorithm>

#include "base/text.h"
#include "partij/telefoon.h"

namespace dichtbij::balie {
namespace {

constexpr std::size_t kop_limit = 60;

Concept as_concept(const ConceptRij& rij) {
    return {rij.id, rij.gemeente, from_form_text(rij.inhoud), rij.begonnen_op, rij.gewijzigd_op, rij.versie};
}

Result<Done> may_register(const access::Caller& caller, Id<Gemeente> gemeente) {
    return access::require_role(caller, gemeente,
                                {access::Rol::kcc_medewerker, access::Rol::behandelaar, access::Rol::teamleider, access::Rol::manager});
}

std::optional<werk::Bestemming> bestemming_of(store::Tx& tx, const Naar& naar) {
    if (naar.medewerker) {
        const auto teams = organisatie::teams_of_medewerker(tx, *naar.medewerker);
        if (!teams.empty()) return werk::NaarMedewerker{*naar.medewerker, naar.team.value_or(teams.front().id)};
    }
    if (naar.team) return werk::NaarTeam{*naar.team};
    return std::nullopt;
}

// Who asked, as the standard names it: the partij, or what the caller said of himself.
std::vector<klantcontact::Betrokkene> betrokkenen_of(const ContactInvoer& invoer, const VraagInvoer& vraag) {
    const std::string& telefoon = vraag.telefoon.empty() ? invoer.telefoon : vraag.telefoon;
    if (!invoer.partij && invoer.contactnaam.empty() && telefoon.empty()) return {};
    klantcontact::Betrokkene betrokkene;
    betrokkene.partij = invoer.partij;
    if (!invoer.partij) betrokkene.naam.achternaam = invoer.contactnaam;
    if (!telefoon.empty()) {
        partij::DigitaalAdres adres;
        adres.soort = partij::SoortDigitaalAdres::telefoonnummer;
        adres.adres = telefoon;
        betrokkene.digitale_adressen.push_back(std::move(adres));
    }
    return {betrokkene};
}

norm::Aanleiding aanleiding_of(const ContactInvoer& invoer) {
    return invoer.kanaal == "telefoon" || invoer.kanaal == "balie" ? norm::Aanleiding::terugbelverzoek : norm::Aanleiding::vraag;
}

}  // namespace

BalieService::BalieService(store::Store& store, const Clock& clock, IdSource& ids, werk::WerkService& werk,
                           klantcontact::KlantcontactService& contacten, taak::TaakService& taken, partij::PartijService& partijen)
    : store_(store), clock_(clock), ids_(ids), werk_(werk), contacten_(contacten), taken_(taken), partijen_(partijen) {}

Result<ConceptRij> BalieService::own(store::Tx& tx, const access::Caller& caller, Id<Gesprek> id) const {
    auto rij = find_concept(tx, id);
    if (!rij || rij->medewerker != caller.medewerker) return not_found("draft " + id.text());
    return std::move(*rij);
}

Result<std::string> BalieService::title_of(store::Tx& tx, const access::Caller& caller, const ContactInvoer& invoer) const {
    if (invoer.partij) {
        TRY(const Id<Gemeente> of, partijen_.gemeente_of(tx, *invoer.partij));
        if (!access::is_active_in(caller, of)) return not_found("partij " + invoer.partij->text());
        return shortened(partijen_.naam_of(tx, *invoer.partij), kop_limit);
    }
    if (!invoer.contactnaam.empty()) return shortened(invoer.contactnaam, kop_limit);
    return std::string();
}

Result<Id<Gesprek>> BalieService::start(const access::Caller& caller, Id<Gemeente> gemeente, const ContactInvoer& invoer) {
    TRY_DONE(may_register(caller, gemeente));
    if (auto errors = check_limits(invoer); !errors.empty()) return invalid(std::move(errors));
    return store_.write([&](store::Tx& tx) -> Result<Id<Gesprek>> {
        const auto in_hand = concepten_of(tx, caller.medewerker, concepten_limit);
        // One that was opened and not touched serves again: opening the page twice makes no second draft.
        for (const ConceptRij& untouched : in_hand)
            if (untouched.versie == 1 && untouched.gemeente == gemeente && untouched.inhoud == to_form_text(invoer)) return untouched.id;
        if (in_hand.size() >= static_cast<std::size_t>(concepten_limit))
            return conflict("too many drafts", "balie.fout.te_veel");
        ConceptRij rij;
        rij.id = ids_.make<Gesprek>();
        rij.gemeente = gemeente;
        rij.medewerker = caller.medewerker;
        rij.kanaal = invoer.kanaal;
        rij.partij = invoer.partij;
        TRY(rij.kop, title_of(tx, caller, invoer));
        rij.inhoud = to_form_text(invoer);
        rij.begonnen_op = rij.gewijzigd_op = clock_.now();
        insert_concept(tx, rij);
        return rij.id;
    });
}

Result<Concept> BalieService::get(const access::Caller& caller, Id<Gesprek> id) {
    return store_.read([&](store::Tx& tx) -> Result<Concept> {
        TRY(const ConceptRij rij, own(tx, caller, id));
        return as_concept(rij);
    });
}

Result<Done> BalieService::keep(const access::Caller& caller, Id<Gesprek> id, const ContactInvoer& invoer) {
    if (auto errors = check_limits(invoer); !errors.empty()) return invalid(std::move(errors));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(ConceptRij rij, own(tx, caller, id));
        if (invoer.gemeente && *invoer.gemeente != rij.gemeente) {
            TRY_DONE(may_register(caller, *invoer.gemeente));
            rij.gemeente = *invoer.gemeente;
        }
        rij.kanaal = invoer.kanaal;
        rij.partij = invoer.partij;
        TRY(rij.kop, title_of(tx, caller, invoer));
        rij.inhoud = to_form_text(invoer);
        rij.gewijzigd_op = clock_.now();
        ++rij.versie;
        update_concept(tx, rij);
        return Done{};
    });
}

Result<Done> BalieService::discard(const access::Caller& caller, Id<Gesprek> id) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY_DONE(own(tx, caller, id));
        delete_concept(tx, id);
        return Done{};
    });
}

Result<Vastgelegd> BalieService::save_vraag(store::Tx& tx, const access::Caller& caller, const ConceptRij& rij,
                                            const ContactInvoer& invoer, const VraagInvoer& vraag) {
    klantcontact::NieuwKlantcontact nieuw;
    nieuw.gemeente = rij.gemeente;
    nieuw.gesprek = rij.id;
    nieuw.inhoud.kanaal = invoer.kanaal;
    nieuw.inhoud.onderwerp = vraag.vraag;
    nieuw.inhoud.inhoud = vraag.notitie;
    nieuw.inhoud.reactie = vraag.antwoord;
    nieuw.inhoud.indicatie_contact_gelukt = true;
    nieuw.inhoud.plaatsgevonden_op = rij.begonnen_op;
    nieuw.inhoud.onderwerp_id = vraag.onderwerp;
    nieuw.inhoud.verwezen_naar = vraag.verwezen_naar;
    nieuw.afloop = *vraag.afloop;
    nieuw.betrokkenen = betrokkenen_of(invoer, vraag);
    nieuw.aanleiding = aanleiding_of(invoer);
    nieuw.naar = bestemming_of(tx, vraag.naar);
    TRY(const klantcontact::Geregistreerd geregistreerd, contacten_.register_klantcontact(tx, caller, nieuw));
    Vastgelegd saved{geregistreerd.klantcontact.nummer, geregistreerd.klantcontact.inhoud.onderwerp, *vraag.afloop, {}, {}};
    if (*vraag.afloop != Afloop::doorgezet) return saved;
    taak::NieuweTaak taak;
    taak.klantcontact = geregistreerd.klantcontact.id;
    taak.gevraagde_handeling = nieuw.aanleiding == norm::Aanleiding::terugbelverzoek ? "terugbellen" : "beantwoorden";
    taak.toelichting = vraag.notitie;
    taak.telefoonnummer = vraag.telefoon.empty() ? invoer.telefoon : vraag.telefoon;
    taak.voorkeursmoment = vraag.moment;
    TRY(const taak::Gemaakt gemaakt, taken_.create(tx, caller, taak));
    saved.nummer = gemaakt.taak.nummer;
    saved.beloofd_op = gemaakt.werk.beloofd_op;
    saved.eigenaar = organisatie::naam_of(tx, gemaakt.werk.eigenaar);
    return saved;
}

Result<Gesprekverslag> BalieService::save(const access::Caller& caller, Id<Gesprek> id, const ContactInvoer& invoer) {
    if (auto errors = check_contact(invoer); !errors.empty()) return invalid(std::move(errors));
    return store_.write([&](store::Tx& tx) -> Result<Gesprekverslag> {
        TRY(const ConceptRij rij, own(tx, caller, id));
        TRY_DONE(may_register(caller, rij.gemeente));
        TRY(const klantcontact::Gesprek gesprek, contacten_.start_gesprek(tx, caller, rij.gemeente, invoer.kanaal, rij.begonnen_op));
        ConceptRij conversation = rij;
        conversation.id = gesprek.id;
        Gesprekverslag saved{gesprek.id, {}};
        for (const VraagInvoer& vraag : invoer.vragen) {
            if (vraag.is_leeg()) continue;
            TRY(Vastgelegd one, save_vraag(tx, caller, conversation, invoer, vraag));
            saved.vragen.push_back(std::move(one));
        }
        delete_concept(tx, rij.id);
        return saved;
    });
}

Result<Voorstel> BalieService::propose(const access::Caller& caller, Id<Gemeente> gemeente, const ContactInvoer& invoer, std::size_t index) {
    TRY_DONE(may_register(caller, gemeente));
    if (index >= invoer.vragen.size()) return invalid("vraag", "balie.fout.onderwerp");
    const VraagInvoer& vraag = invoer.vragen[index];
    return store_.read([&](store::Tx& tx) -> Result<Voorstel> {
        Voorstel voorstel;
        const Instant now = clock_.now();
        organisatie::Vraag asked;
        asked.gemeente = gemeente;
        asked.kanaal = invoer.kanaal;
        asked.onderwerp = vraag.onderwerp;
        asked.op = now;
        if (vraag.onderwerp) {
            TRY(const organisatie::Onderwerp onderwerp, organisatie::onderwerp(tx, *vraag.onderwerp));
            if (onderwerp.gemeente != gemeente) return not_found("subject of another gemeente");
        }
        TRY(voorstel.route, werk_.preview_route(tx, asked));
        if (const auto naar = bestemming_of(tx, vraag.naar)) TRY_DONE(aim(tx, voorstel.route, *naar, gemeente));
        TRY(const organisatie::Team team, organisatie::team(tx, voorstel.route.team));
        voorstel.team = team.naam;
        voorstel.eigenaar = organisatie::naam_of(tx, voorstel.route.eigenaar);
        auto belofte = werk_.preview(tx, {aanleiding_of(invoer), invoer.kanaal, std::nullopt, vraag.onderwerp, gemeente, day_of(now)}, now);
        if (belofte) voorstel.belofte = std::move(*belofte);
        return voorstel;
    });
}

// To whom an employee points, instead of the routing.
Result<Done> BalieService::aim(store::Tx& tx, organisatie::Route& route, const werk::Bestemming& naar, Id<Gemeente> gemeente) const {
    const auto* person = std::get_if<werk::NaarMedewerker>(&naar);
    route.team = person ? person->team : std::get<werk::NaarTeam>(naar).team;
    TRY_DONE(werk_.check_destination(tx, gemeente, route.team, person ? std::optional(person->medewerker) : std::nullopt));
    const Day today = day_of(clock_.now());
    route.eigenaar = person ? organisatie::acting_for(tx, person->medewerker, today) : organisatie::lead_of(tx, route.team, today);
    return Done{};
}

}  // namespace dichtbij::balie
