#include "app/demo_zaken_stap.h"

#include <algorithm>

#include "app/demo_zaken_beurt.h"
#include "zaak/overgang.h"

namespace dichtbij::app::demo {
namespace {

constexpr int geduld = 4;           // mornings that a step waits for its owner before the lead takes it
constexpr int vakman_gewicht = 9;   // against others of the team
constexpr std::string_view in_beeld[] = {"Ilse van den Brink", "Ruben Tjon-A-Fat", "Fenna de Groot"};

// What nobody of the gemeente does.
bool is_of_applicant(Zet zet) { return zet == Zet::stuk_in || zet == Zet::beantwoord; }

int weight_of(const DemoMedewerker& one, std::string_view vaardigheid) {
    const bool knows = !vaardigheid.empty() && one.inhoud->vaardigheden.find(vaardigheid) != std::string_view::npos;
    const bool is_shown = std::find(std::begin(in_beeld), std::end(in_beeld), one.inhoud->naam) != std::end(in_beeld);
    return (knows ? vakman_gewicht : 1) + (is_shown ? 3 : 0) + (one.inhoud->rol == Functierol::teamleider ? 0 : 1);
}

}  // namespace

Result<Zaakstap> Zaakbehandeling::step(store::Tx& tx, const Zaakmoment& moment) const {
    diensten_.clock.set(moment.nu);
    const LopendeZaak& lopend = moment.zaak;
    const GeplandeZet& zet = lopend.zetten[lopend.volgende];
    Toeval toeval = Toeval::voor(lopend.zaad, lopend.volgende + 1, static_cast<std::uint64_t>(lopend.uitgesteld));
    const auto zaak = diensten_.zaken.stored(tx, lopend.zaak);
    CHECK_THAT(zaak.has_value());
    const auto werk = diensten_.werk.stored(tx, zaak->werk);
    CHECK_THAT(werk.has_value());
    const Day today = day_of(moment.nu);
    const bool is_last = lopend.volgende + 1 == lopend.zetten.size();
    if (zaak->is_open() == (zet.zet == Zet::heropenen)) return Zaakstap{Gezet{{}, {}, is_last || zaak->is_open()}, {}};
    const bool is_outside = is_of_applicant(zet.zet);
    const auto wie = is_outside ? std::optional(wereld_.organisatie.medewerker(werk->eigenaar)) : actor(tx, lopend, *werk, today, toeval);
    if (!wie) return Zaakstap{next_morning(lopend, moment.nu, toeval), {}};
    const access::Caller& caller = wereld_.organisatie.medewerkers[*wie].caller;
    if (!werk->aanvaard_op && werk->is_open() && !is_outside) {
        TRY_DONE(diensten_.werk.accept(tx, caller, werk->id, werk->versie));
        if (zet.zet != Zet::aanvaarden) return Zaakstap{EerstAanvaard{moment.nu + minutes(toeval.between(3, 25))}, {}};
        return Zaakstap{Gezet{{}, {}, is_last}, {}};
    }
    const auto& soort = soorten_[lopend.gemeente][lopend.soort];
    Beurt beurt{moment, zet, soort, *zaak, *werk, *wie, caller, toeval, {lopend.gemeente, lopend.persoon, moment.nu}, {}, {}};
    TRY_DONE(take(tx, beurt));
    if (beurt.wacht_tot) return Zaakstap{Uitgesteld{*beurt.wacht_tot}, {}};
    return Zaakstap{Gezet{{}, {}, is_last}, std::move(beurt.deelzaak)};
}

// The owner when he works today; who acts for him when he is absent; the lead when it takes too long.
std::optional<std::size_t> Zaakbehandeling::actor(store::Tx& tx, const LopendeZaak& lopend, const werk::Werk& werk, Day today, Toeval& toeval) const {
    if (!werk.aanvaard_op && werk.is_open()) return acceptor(lopend, werk, today, toeval);
    const std::size_t owner = wereld_.organisatie.medewerker(werk.eigenaar);
    if (rooster_.works(owner, today)) return owner;
    const std::size_t acting = wereld_.organisatie.medewerker(organisatie::acting_for(tx, werk.eigenaar, today));
    if (acting != owner && rooster_.works(acting, today) && toeval.chance(70)) return acting;
    if (lopend.uitgesteld < geduld) return std::nullopt;
    const std::size_t lead = wereld_.organisatie.medewerker(organisatie::lead_of(tx, werk.team, today));
    return rooster_.works(lead, today) ? std::optional(lead) : std::nullopt;
}

std::optional<std::size_t> Zaakbehandeling::acceptor(const LopendeZaak& lopend, const werk::Werk& werk, Day today, Toeval& toeval) const {
    const auto& organisatie = wereld_.organisatie;
    if (werk.toegewezen_aan) {
        const std::size_t named = organisatie.medewerker(werk.eigenaar);
        if (rooster_.works(named, today)) return named;
        if (lopend.uitgesteld < 2) return std::nullopt;
    }
    const auto team = std::find_if(organisatie.teams.begin(), organisatie.teams.end(), [&](const DemoTeam& one) { return one.id == werk.team; });
    CHECK_THAT(team != organisatie.teams.end());
    const auto there = rooster_.working(static_cast<std::size_t>(team - organisatie.teams.begin()), today);
    if (there.empty()) return std::nullopt;
    const std::string_view skill = soorten_[lopend.gemeente][lopend.soort].over->vaardigheid;
    std::vector<int> gewichten;
    for (const std::size_t lid : there) gewichten.push_back(weight_of(organisatie.medewerkers[lid], skill));
    return there[toeval.weighted(gewichten)];
}

Uitgesteld Zaakbehandeling::next_morning(const LopendeZaak& lopend, Instant nu, Toeval& toeval) const {
    const auto& kalender = *wereld_.kalenders[lopend.gemeente];
    const auto day = kalender.next_working_day(kalender.day_of(nu));
    return {day ? kalender.opening_of(*day) + minutes(toeval.between(5, 240)) : nu + days(1)};
}

Result<Done> Zaakbehandeling::take(store::Tx& tx, Beurt& b) const {
    switch (b.zet.zet) {
        case Zet::aanvaarden: return Done{};
        case Zet::gemachtigde: return mandate(tx, b);
        case Zet::stuk_in:
        case Zet::stuk_uit: return add_document(tx, b);
        case Zet::deelzaak: return split_off(tx, b);
        case Zet::gerelateerd: return relate(tx, b);
        case Zet::status: return next_status(tx, b);
        case Zet::taken: return finish_tasks(tx, b);
        case Zet::vraag: return ask(tx, b);
        case Zet::beantwoord: return answer(tx, b, zaak::Taakuitkomst::beantwoord);
        case Zet::niet_beantwoord: return answer(tx, b, zaak::Taakuitkomst::niet_beantwoord);
        case Zet::notitie: return diensten_.zaken.note(tx, b.caller, b.zaak.id, {vuller_.typed(b.toeval.pick(zaakwerkteksten().notities), b.plek, b.toeval), {}});
        case Zet::doorgeven: return hand_on(tx, b);
        case Zet::besluit: return decide(tx, b);
        case Zet::sluiten: return close(tx, b);
        case Zet::intrekken: return withdraw(tx, b);
        case Zet::heropenen: return reopen(tx, b);
        default: return take_term(tx, b);
    }
}

Result<Done> Zaakbehandeling::take_term(store::Tx& tx, Beurt& b) const {
    switch (b.zet.zet) {
        case Zet::opschorten: return suspend(tx, b);
        case Zet::hervatten: return resume(tx, b);
        case Zet::verlengen: return extend(tx, b);
        case Zet::verzetten: return move(tx, b);
        case Zet::ingebrekestelling: return default_notice(tx, b);
        default: fail_check("zet", __FILE__, __LINE__);
    }
}

Result<Done> Zaakbehandeling::next_status(store::Tx& tx, Beurt& b) const {
    const auto& statussen = b.soort.inhoud.statussen;
    const auto now = std::find_if(statussen.begin(), statussen.end(), [&](const auto& one) { return one.code == b.zaak.status; });
    if (now == statussen.end() || now + 1 == statussen.end() || (now + 1)->eind) return Done{};
    TRY_DONE(diensten_.zaken.set_status(tx, b.caller, {b.bij(), (now + 1)->code, ""}));
    return give_advice_away(tx, b);
}

// Advice is often asked of someone who knows, in another team.
Result<Done> Zaakbehandeling::give_advice_away(store::Tx& tx, Beurt& b) const {
    const std::string_view adviseur = b.soort.over->adviseur;
    if (adviseur.empty() || !b.werk.domein.empty()) return Done{};
    const DemoMedewerker& who = wereld_.organisatie.medewerkers[wereld_.organisatie.medewerker(adviseur)];
    for (const werk::Werk& one : open_tasks(tx, b)) {
        const auto taak = diensten_.zaken.taak_of_werk(tx, one.id);
        if (!taak || taak->soort != zaak::Taaksoort::intern_advies || one.eigenaar == who.id || !b.toeval.chance(70)) continue;
        const werk::Bestemming naar = werk::NaarMedewerker{who.id, wereld_.organisatie.teams[*who.team].id};
        TRY_DONE(diensten_.werk.hand_on(tx, b.caller, {one.id, one.versie}, {naar, "Graag jouw advies over deze zaak."}));
    }
    return Done{};
}

std::optional<Id<dichtbij::Document>> Zaakbehandeling::document_to_send(store::Tx& tx, const Beurt& b) const {
    const auto documenten = diensten_.zaken.documenten(tx, b.caller, b.zaak.id);
    if (!documenten) return std::nullopt;
    for (const auto& regel : *documenten)
        if (!regel.document.ingetrokken && regel.document.kenmerken.status == document::Documentstatus::definitief && regel.versie.is_leesbaar()) return regel.document.id;
    return std::nullopt;
}

Result<Done> Zaakbehandeling::finish_tasks(store::Tx& tx, Beurt& b) const {
    using zaak::Taaksoort, zaak::Taakuitkomst;
    const bool is_refusal = outcome_of(b.moment.zaak).resultaat.find("geweigerd") != std::string_view::npos;
    for (const werk::Werk& one : open_tasks(tx, b)) {
        const auto taak = diensten_.zaken.taak_of_werk(tx, one.id);
        if (!taak || taak->gesteld_op) continue;  // what the applicant was asked, he answers
        zaak::Taakafronding done{taak->id, Taakuitkomst::gedaan, ""};
        switch (taak->soort) {
            case Taaksoort::intern_advies:
            case Taaksoort::extern_advies:
                done.uitkomst = is_refusal && b.toeval.chance(60) ? Taakuitkomst::negatief : Taakuitkomst::positief;
                done.antwoord = words(b, done.uitkomst == Taakuitkomst::negatief ? zaakwerkteksten().adviezen_negatief : zaakwerkteksten().adviezen);
                break;
            case Taaksoort::akkoord:
                done.uitkomst = Taakuitkomst::positief;
                done.antwoord = words(b, zaakwerkteksten().akkoorden);
                break;
            case Taaksoort::vraag_aan_aanvrager: done.uitkomst = Taakuitkomst::vervallen; break;
            case Taaksoort::verstuur_document:
                done.document = document_to_send(tx, b);
                if (!done.document) done.uitkomst = Taakuitkomst::vervallen;
                break;
        }
        const std::size_t owner = wereld_.organisatie.medewerker(one.eigenaar);
        const bool is_there = rooster_.works(owner, day_of(b.moment.nu));
        TRY_DONE(diensten_.zaken.finish_taak(tx, is_there ? wereld_.organisatie.medewerkers[owner].caller : b.caller, done));
    }
    return Done{};
}

Result<Done> Zaakbehandeling::hand_on(store::Tx& tx, Beurt& b) const {
    auto there = rooster_.working(b.soort.team, day_of(b.moment.nu));
    std::erase(there, b.wie);
    if (there.empty()) return Done{};
    const DemoMedewerker& to = wereld_.organisatie.medewerkers[b.toeval.pick(there)];
    const werk::Bestemming naar = werk::NaarMedewerker{to.id, wereld_.organisatie.teams[b.soort.team].id};
    TRY_DONE(diensten_.werk.hand_on(tx, b.caller, {b.werk.id, b.werk.versie}, {naar, words(b, zaakwerkteksten().doorgeven)}));
    return Done{};
}

std::vector<werk::Werk> Zaakbehandeling::open_tasks(store::Tx& tx, const Beurt& b) const {
    auto all = diensten_.werk.children(tx, access::system_caller("demo"), b.werk.id);
    std::erase_if(all, [](const werk::Werk& one) { return !one.is_open() || one.soort != werk::Soort::zaaktaak; });
    return all;
}

const Zaakuitslag& Zaakbehandeling::outcome_of(const LopendeZaak& lopend) const {
    const auto& uitslagen = soorten_[lopend.gemeente][lopend.soort].over->uitslagen;
    std::vector<int> gewichten;
    for (const Zaakuitslag& one : uitslagen) gewichten.push_back(one.gewicht);
    Toeval toeval = Toeval::voor(lopend.zaad, 0x4e5);
    return uitslagen[toeval.weighted(gewichten)];
}

std::string Zaakbehandeling::words(const Beurt& b, std::span<const std::string_view> from) const { return vuller_.fill(b.toeval.pick(from), b.plek, b.toeval); }

}  // namespace dichtbij::app::demo
