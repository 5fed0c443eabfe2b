#include "taak/aanlever_service.h"

#include <algorithm>

#include "base/text.h"
#include "organisatie/organisatie_service.h"
#include "taak/aanlever_store.h"
#include "taak/taak_store.h"
#include "werk/hervatten_service.h"
#include "werk/toegang_service.h"

namespace dichtbij::taak {
namespace {

journal::Entry delivery_entry(const access::Caller& caller, Instant now, std::string gebeurtenis, const Taak& taak) {
    journal::Entry entry = journal::entry(caller, now, std::move(gebeurtenis), taak.gemeente, journal::Object::taak, taak.id.bytes);
    entry.werk = taak.werk;
    return entry;
}

bool same_name(std::string_view a, std::string_view b) { return !trimmed(a).empty() && folded(trimmed(a)) == folded(trimmed(b)); }

Result<Done> check_end(const Aanlevering& given) {
    if (given.afgehandeld_op && given.status != Taakstatus::verwerkt) return invalid("afgehandeld_op", "taak.fout.niet_verwerkt");
    return Done{};
}

}  // namespace

std::optional<werk::NaarMedewerker> AanleverService::as_person(store::Tx& tx, const klantcontact::Actor& actor) {
    std::optional<Id<Medewerker>> who = actor.medewerker;
    for (const std::string* email : {&actor.object_id, &actor.emailadres}) {
        if (who || email->find('@') == std::string::npos) continue;
        if (const auto known = organisatie::medewerker_by_email(tx, lower_ascii(trimmed(*email)))) who = known->id;
    }
    if (!who || !organisatie::is_in_service(tx, *who, day_of(clock_.now()))) return std::nullopt;
    const auto serving = organisatie::teams_of_gemeente(tx, actor.gemeente);
    for (const auto& team : organisatie::teams_of_medewerker(tx, *who))
        if (team.actief && std::any_of(serving.begin(), serving.end(), [&](const auto& one) { return one.id == team.id; })) return werk::NaarMedewerker{*who, team.id};
    return std::nullopt;
}

std::optional<werk::NaarTeam> AanleverService::as_team(store::Tx& tx, const klantcontact::Actor& actor) {
    const auto serving = organisatie::teams_of_gemeente(tx, actor.gemeente);
    const auto find = [&](auto fits) -> std::optional<werk::NaarTeam> {
        const auto team = std::find_if(serving.begin(), serving.end(), [&](const organisatie::Team& one) { return one.actief && fits(one); });
        return team == serving.end() ? std::nullopt : std::optional(werk::NaarTeam{team->id});
    };
    if (actor.team)
        if (auto known = find([&](const auto& one) { return one.id == *actor.team; })) return known;
    if (auto named = find([&](const auto& one) { return same_name(one.naam, actor.naam); })) return named;
    for (const auto& afdeling : organisatie::afdelingen(tx))
        if (same_name(afdeling.naam, actor.naam))
            if (auto of = find([&](const auto& one) { return one.afdeling == afdeling.id; })) return of;
    return std::nullopt;
}

Result<AanleverService::Bestemming> AanleverService::destination_of(store::Tx& tx, const access::Caller& caller, Id<Gemeente> gemeente, const std::vector<Uuid>& ids) {
    std::vector<klantcontact::Actor> actoren;
    for (const Uuid& id : ids) {
        TRY(klantcontact::Actor actor, actoren_.get(tx, access::system_caller(caller.scherm), id));
        if (actor.gemeente != gemeente) return not_found("actor of another gemeente");
        actoren.push_back(std::move(actor));
    }
    const auto accepted = [&](const auto& found, std::optional<Id<Medewerker>> who) { return werk_.check_destination(tx, gemeente, found->team, who).has_value(); };
    for (const auto& actor : actoren)
        if (actor.soort_actor == klantcontact::SoortActor::medewerker)
            if (const auto person = as_person(tx, actor); person && accepted(person, person->medewerker)) return Bestemming(*person);
    for (const auto& actor : actoren)
        if (actor.soort_actor == klantcontact::SoortActor::organisatorische_eenheid)
            if (const auto team = as_team(tx, actor); team && accepted(team, std::nullopt)) return Bestemming(*team);
    return Bestemming();
}

Result<Done> AanleverService::check_nummers(store::Tx& tx, Id<Gemeente> gemeente, const Taak* before, const Aanlevering& given) {
    const bool is_other = !before || before->standaardnummer != given.standaardnummer;
    if (is_other && !given.standaardnummer.empty() && standaardnummer_in_use(tx, gemeente, given.standaardnummer)) return invalid("standaardnummer", "taak.fout.nummer_bestaat");
    const bool refers_otherwise = !before || before->referentienummer != given.referentienummer;
    if (refers_otherwise && referentienummer_in_use(tx, gemeente, given.referentienummer)) return invalid("referentienummer", "taak.fout.referentienummer_bestaat");
    return Done{};
}

Result<Taak> AanleverService::add(store::Tx& tx, const access::Caller& caller, const Aanlevering& given) {
    const auto contact = contacten_.stored(tx, given.klantcontact);
    if (!contact) return not_found("klantcontact " + given.klantcontact.text());
    TRY_DONE(werk::may_know(caller, contact->gemeente));
    TRY_DONE(check_end(given));
    TRY_DONE(check_nummers(tx, contact->gemeente, nullptr, given));
    NieuweTaak nieuw;
    nieuw.klantcontact = contact->id;
    nieuw.gevraagde_handeling = given.gevraagde_handeling;
    nieuw.toelichting = given.toelichting;
    nieuw.standaardnummer = given.standaardnummer;
    nieuw.referentienummer = given.referentienummer;
    nieuw.actoren = given.actoren;
    if (auto errors = problems(nieuw); !errors.empty()) return invalid(std::move(errors));
    TRY(nieuw.naar, destination_of(tx, caller, contact->gemeente, given.actoren));
    const auto werk = werk_.stored(tx, contact->werk);
    CHECK_THAT(werk.has_value());
    if (werk->soort == werk::Soort::klantcontact && klantcontact::is_delivered(*contact) && werk::closed_at_intake(tx, *werk)) {
        TRY_DONE(aangeleverd_.resume(tx, caller, *contact, nieuw.naar, cleaned(given.gevraagde_handeling)));
        nieuw.naar.reset();
    }
    TRY(const Gemaakt made, taken_.create(tx, caller, nieuw));
    if (given.status == Taakstatus::verwerkt) TRY_DONE(end(tx, caller, made.taak, given.afgehandeld_op));
    return *taken_.stored(tx, made.taak.id);
}

Result<Taak> AanleverService::change(store::Tx& tx, const access::Caller& caller, const Aanpassing& aanpassing) {
    auto taak = taken_.stored(tx, aanpassing.taak);
    if (!taak || !taak->klantcontact || is_hidden(tx, aanpassing.taak)) return not_found("taak " + aanpassing.taak.text());
    TRY_DONE(werk::may_know(caller, taak->gemeente));
    const Aanlevering& naar = aanpassing.naar;
    TRY_DONE(check_end(naar));
    TRY_DONE(check_nummers(tx, taak->gemeente, &*taak, naar));
    if (naar.standaardnummer != taak->standaardnummer || naar.referentienummer != taak->referentienummer) save_nummers(tx, taak->id, naar.standaardnummer, naar.referentienummer);
    TRY_DONE(change_words(tx, caller, *taak, naar));
    if (naar.klantcontact != *taak->klantcontact) TRY_DONE(move(tx, caller, *taak, naar.klantcontact));
    taak = taken_.stored(tx, aanpassing.taak);
    TRY_DONE(change_actoren(tx, caller, *taak, naar));
    TRY_DONE(change_status(tx, caller, *taak, aanpassing));
    return *taken_.stored(tx, taak->id);
}

Result<Done> AanleverService::change_words(store::Tx& tx, const access::Caller& caller, const Taak& taak, const Aanlevering& naar) {
    if (cleaned(naar.gevraagde_handeling) == taak.gevraagde_handeling && cleaned(naar.toelichting) == taak.toelichting) return Done{};
    TRY_DONE(taken_.change(tx, caller, {taak.id, taak.versie, naar.gevraagde_handeling, naar.toelichting, taak.telefoonnummer, taak.voorkeursmoment}));
    return Done{};
}

Result<Done> AanleverService::change_actoren(store::Tx& tx, const access::Caller& caller, const Taak& taak, const Aanlevering& naar) {
    if (naar.actoren == actoren_of(tx, taak.id)) return Done{};
    if (naar.actoren.size() > actoren_limit) return invalid("actoren", "fout.veld.te_veel", {std::to_string(actoren_limit)});
    replace_actoren(tx, taak.id, naar.actoren);
    journal::Entry entry = delivery_entry(caller, clock_.now(), "taak.actoren_gewijzigd", taak);
    entry.kenmerken = {{"actoren", std::to_string(naar.actoren.size())}};
    journal::append(tx, entry);
    TRY(const Bestemming to, destination_of(tx, caller, taak.gemeente, naar.actoren));
    const auto werk = werk_.stored(tx, taak.werk);
    CHECK_THAT(werk.has_value());
    if (!to || !werk->is_open() || werk->soort == werk::Soort::zaak) return Done{};
    const auto* person = std::get_if<werk::NaarMedewerker>(&*to);
    const Id<Team> team = person ? person->team : std::get<werk::NaarTeam>(*to).team;
    const bool is_there = person ? werk->eigenaar == person->medewerker : werk->team == team;
    if (is_there) return Done{};
    TRY_DONE(werk_.hand_on(tx, caller, {werk->id, werk->versie}, {*to, taak.gevraagde_handeling}));
    return Done{};
}

Result<Done> AanleverService::change_status(store::Tx& tx, const access::Caller& caller, const Taak& taak, const Aanpassing& aanpassing) {
    const Aanlevering& naar = aanpassing.naar;
    const bool was_done = taak.status == Taakstatus::verwerkt;
    if (naar.status == Taakstatus::verwerkt && !was_done) return end(tx, caller, taak, naar.afgehandeld_op);
    const auto werk = werk_.stored(tx, taak.werk);
    CHECK_THAT(werk.has_value());
    if (naar.status == Taakstatus::te_verwerken && was_done) {
        TRY_DONE(taken_.reopen(tx, caller, {werk->id, werk->versie}, aanpassing.reden));
        return Done{};
    }
    if (was_done && naar.afgehandeld_op && naar.afgehandeld_op != taak.afgehandeld_op && werk->gesloten_op) save_melding(tx, taak.id, {*naar.afgehandeld_op, *werk->gesloten_op});
    return Done{};
}

Result<Done> AanleverService::end(store::Tx& tx, const access::Caller& caller, Taak taak, std::optional<Instant> op) {
    TRY(taak, apart(tx, caller, std::move(taak)));
    const auto werk = werk_.stored(tx, taak.werk);
    CHECK_THAT(werk.has_value());
    TRY(const werk::Gedaan done, werk_.close(tx, caller, werk->id, werk->versie, {werk::Uitkomst::beantwoord, {}, {}}));
    if (op) save_melding(tx, taak.id, {*op, done.werk.gesloten_op.value()});
    return Done{};
}

// So that it can end without ending the others: when this taak holds the werk of a question that another open taak works on
// too, they change places, and the question goes on with who does the other.
Result<Taak> AanleverService::apart(store::Tx& tx, const access::Caller& caller, Taak taak) {
    const auto question = werk_.stored(tx, taak.werk);
    CHECK_THAT(question.has_value());
    if (!question->is_open()) return taak;
    for (const werk::Werk& inside : werk_.children(tx, access::system_caller(caller.scherm), question->id)) {
        const auto other = inside.is_open() ? find_taak_of_werk(tx, inside.id) : std::nullopt;
        if (!other || other->klantcontact != taak.klantcontact) continue;
        const auto contact = contacten_.stored(tx, *taak.klantcontact);
        const werk::Overname onwards{werk::Soort::taak, other->id.bytes, other->nummer, contact ? contact->inhoud.onderwerp : question->titel};
        werk::change_places(tx, werk_, ids_, caller, *question, onwards, inside, {werk::Soort::taak, taak.id.bytes, taak.nummer, taak.gevraagde_handeling});
        save_werk_of(tx, other->id, question->id);
        save_werk_of(tx, taak.id, inside.id);
        taak.werk = inside.id;
        const auto named = inside.aanvaard_op ? std::optional(inside.eigenaar) : inside.toegewezen_aan;
        if (inside.team == question->team && named == question->toegewezen_aan) return taak;
        const werk::Bestemming to = named ? werk::Bestemming(werk::NaarMedewerker{*named, inside.team}) : werk::Bestemming(werk::NaarTeam{inside.team});
        TRY_DONE(werk_.hand_on(tx, caller, {question->id, question->versie}, {to, other->gevraagde_handeling}));
        return taak;
    }
    return taak;
}

Result<Done> AanleverService::move(store::Tx& tx, const access::Caller& caller, Taak taak, Id<Klantcontact> to) {
    const auto contact = contacten_.stored(tx, to);
    if (!contact || contact->gemeente != taak.gemeente) return not_found("klantcontact " + to.text());
    const Id<Klantcontact> from = *taak.klantcontact;
    TRY(taak, apart(tx, caller, std::move(taak)));
    const auto before = contacten_.stored(tx, from);
    if (before && before->werk == taak.werk) TRY_DONE(aangeleverd_.renew_werk(tx, caller, from));
    save_klantcontact_of(tx, taak.id, to);
    klantcontact::note_taken(tx, from, -1);
    klantcontact::note_taken(tx, to, 1);
    auto werk = werk_.stored(tx, taak.werk);
    CHECK_THAT(werk.has_value());
    if (werk->soort != werk::Soort::zaak) {
        werk->partij = klantcontact::partij_of(contacten_.betrokkenen(tx, to));
        TRY_DONE(werk_.correct(tx, access::system_caller(caller.scherm), *werk));
    }
    journal::Entry entry = delivery_entry(caller, clock_.now(), "taak.verplaatst", taak);
    entry.kenmerken = {{"van", from.text()}, {"naar", to.text()}};
    journal::append(tx, entry);
    return Done{};
}

Result<Done> AanleverService::withdraw(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Taak> id, std::string_view reden) {
    auto found = taken_.stored(tx, id);
    if (!found || !found->klantcontact || is_hidden(tx, id)) return not_found("taak " + id.text());
    TRY_DONE(werk::may_know(caller, found->gemeente));
    if (auto error = werk::check_required("reden", reden, werk::reden_limit)) return invalid({*error});
    TRY(const Taak taak, apart(tx, caller, std::move(*found)));
    TRY_DONE(werk_.withdraw(tx, access::system_caller(caller.scherm), taak.werk, reden));
    save_hidden(tx, id, clock_.now());
    klantcontact::note_taken(tx, *taak.klantcontact, -1);
    journal::Entry entry = delivery_entry(caller, clock_.now(), "taak.ingetrokken", taak);
    entry.toelichting = cleaned(reden);
    journal::append(tx, entry);
    return Done{};
}

Result<Done> AanleverService::withdraw_of(store::Tx& tx, const access::Caller& caller, Id<Klantcontact> id, std::string_view reden) {
    const auto contact = contacten_.stored(tx, id);
    if (!contact) return not_found("klantcontact " + id.text());
    TRY_DONE(werk::may_know(caller, contact->gemeente));
    for (const Taak& taak : taken_.of_klantcontact(tx, id))
        if (taak.werk != contact->werk) TRY_DONE(werk_.withdraw(tx, access::system_caller(caller.scherm), taak.werk, reden));
    return Done{};
}

void AanleverService::forget_actor(store::Tx& tx, const Uuid& actor) { delete_actor_everywhere(tx, actor); }

}  // namespace dichtbij::taak
