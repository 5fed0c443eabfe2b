#include "waardering/waardering_service.h"

#include <algorithm>

#include "base/text.h"
#include "journal/journal_service.h"
#include "portaal/bedrijfsrecht_service.h"
#include "waardering/waardering_store.h"
#include "werk/toegang_service.h"

namespace dichtbij::waardering {

// What is his to rate.
struct WaarderingService::Eigen {
    Id<Gemeente> gemeente;
    Id<Werk> werk;
    bool is_open = true;
    portaal::Betrouwbaarheidsniveau niveau = portaal::Betrouwbaarheidsniveau::laag;
};

namespace {

bool is_of(const portaal::Inwoner& inwoner, const std::optional<Id<Partij>>& partij) {
    return partij && std::find(inwoner.van.begin(), inwoner.van.end(), *partij) != inwoner.van.end();
}

// Who stands as the one who gave it: himself; the company of an employee whom we know by a pseudonym only.
std::optional<Id<Partij>> giver(const portaal::Inwoner& inwoner) { return inwoner.partij ? inwoner.partij : inwoner.voor(); }

bool gave_it(const portaal::Inwoner& inwoner, const Waardering& one) {
    if (!one.door) return false;
    const bool acts_by_name = inwoner.voor_ander && inwoner.partij;
    return one.door == giver(inwoner) || (!acts_by_name && is_of(inwoner, one.door));
}

std::optional<Gegeven> with_words(store::Tx& tx, const std::optional<Waardering>& one) {
    if (!one) return std::nullopt;
    return Gegeven{*one, one->journaal ? woorden(tx, *one->journaal) : std::string()};
}

std::vector<FieldError> problems(const Oordeel& oordeel) {
    std::vector<FieldError> errors;
    if (!is_cijfer(oordeel.cijfer)) errors.push_back({"cijfer", "waardering.fout.cijfer", {}});
    if (auto error = werk::check_text("woorden", oordeel.woorden, woorden_limit)) errors.push_back(std::move(*error));
    return errors;
}

}  // namespace

// A sub-case never shows itself to a resident; an interested party and who asked with him follow, and do not rate.
Result<WaarderingService::Eigen> WaarderingService::own_zaak(store::Tx& tx, const portaal::Inwoner& inwoner, Id<Zaak> id) {
    const auto zaak = in_.zaken.stored(tx, id);
    if (!zaak || zaak->gemeente != inwoner.gemeente || zaak->is_deelzaak()) return not_found("zaak " + id.text());
    const Day today = day_of(clock_.now());
    const auto rollen = in_.zaken.rollen(tx, id);
    const bool is_his = std::any_of(rollen.begin(), rollen.end(), [&](const zaak::Rol& rol) {
        return (rol.soort == zaak::Rolsoort::initiator || rol.soort == zaak::Rolsoort::gemachtigde) && rol.geldt_op(today) && is_of(inwoner, rol.partij);
    });
    if (!is_his) return not_found("not his: zaak " + id.text());
    if (!portaal::Bedrijfsrecht::of(tx, inwoner).mag_zaak(tx, zaak->zaaktype, zaak->klantcontact)) return not_found("not for this employee of the company: zaak " + id.text());
    TRY(const zaaktype::Versieblad type, zaaktype::versie(tx, zaak->zaaktype_versie));
    return Eigen{zaak->gemeente, zaak->werk, zaak->is_open(), type.inhoud.betrouwbaarheidsniveau};
}

Result<WaarderingService::Eigen> WaarderingService::own_vraag(store::Tx& tx, const portaal::Inwoner& inwoner, Id<Klantcontact> id) {
    const auto one = in_.contacten.stored(tx, id);
    const auto werk = one ? in_.werk.stored(tx, one->werk) : std::nullopt;
    if (!werk || one->gemeente != inwoner.gemeente) return not_found("klantcontact " + id.text());
    if (werk->soort == werk::Soort::zaak) return not_found("it became a case: klantcontact " + id.text());
    const auto asked = in_.contacten.betrokkenen(tx, id);
    if (std::none_of(asked.begin(), asked.end(), [&](const auto& who) { return is_of(inwoner, who.partij); })) return not_found("not his: klantcontact " + id.text());
    const auto recht = portaal::Bedrijfsrecht::of(tx, inwoner);
    if (!recht.ziet_alles() && !recht.is_eigen(tx, "klantcontact", id.bytes)) return not_found("not for this employee of the company: klantcontact " + id.text());
    const bool is_covered = !werk->domein.empty() || !one->domein.empty() || one->inhoud.vertrouwelijk;
    return Eigen{one->gemeente, werk->id, werk->is_open(), is_covered ? portaal::Betrouwbaarheidsniveau::substantieel : portaal::Betrouwbaarheidsniveau::laag};
}

Result<WaarderingService::Eigen> WaarderingService::own(store::Tx& tx, const portaal::Inwoner& inwoner, const Waarover& over) {
    if (!inwoner.is_ingelogd()) return not_found("not signed in");
    TRY(const Eigen eigen, over.soort == Soort::zaak ? own_zaak(tx, inwoner, Id<Zaak>{over.id}) : own_vraag(tx, inwoner, Id<Klantcontact>{over.id}));
    if (inwoner.niveau < eigen.niveau) return forbidden("signed in too low: " + to_string(over.id));
    return eigen;
}

Result<Eigenbeeld> WaarderingService::get(store::Tx& tx, const portaal::Inwoner& inwoner, const Waarover& over) {
    TRY(const Eigen eigen, own(tx, inwoner, over));
    Eigenbeeld seen;
    seen.gegeven = with_words(tx, find_waardering(tx, over));
    if (!seen.gegeven) {
        seen.mag_geven = !eigen.is_open;
        return seen;
    }
    const Waardering& one = seen.gegeven->waardering;
    const bool is_own = gave_it(inwoner, one);
    seen.mag_wijzigen = is_own && !eigen.is_open && one.is_te_wijzigen(day_of(clock_.now()));
    if (!is_own) seen.gegeven->woorden.clear();
    return seen;
}

Result<Waardering> WaarderingService::rate(const access::Caller& caller, const portaal::Inwoner& inwoner, const Waarover& over, const Oordeel& oordeel) {
    return store_.write([&](store::Tx& tx) { return rate(tx, caller, inwoner, over, oordeel); });
}

Result<Waardering> WaarderingService::rate(store::Tx& tx, const access::Caller& caller, const portaal::Inwoner& inwoner, const Waarover& over, const Oordeel& oordeel) {
    TRY(const Eigen eigen, own(tx, inwoner, over));
    if (eigen.is_open) return conflict("it runs: " + to_string(over.id), "waardering.fout.loopt");
    const Instant now = clock_.now();
    auto given = find_waardering(tx, over);
    if (given && !gave_it(inwoner, *given)) return conflict("given by another", "waardering.fout.al_gegeven");
    if (given && !given->is_te_wijzigen(day_of(now))) return conflict("given too long ago", "waardering.fout.te_lang_geleden");
    if (auto errors = problems(oordeel); !errors.empty()) return invalid(std::move(errors));
    if (!given) {
        Waardering made{ids_.make<dichtbij::Waardering>(), over.soort, over.id, eigen.werk, eigen.gemeente, giver(inwoner), oordeel.cijfer, now, {}, {}};
        note(tx, caller, made, "waardering.gegeven", oordeel.woorden);
        insert_waardering(tx, made);
        return made;
    }
    const std::string before = given->journaal ? woorden(tx, *given->journaal) : std::string();
    if (given->cijfer == oordeel.cijfer && before == cleaned(oordeel.woorden)) return *given;
    given->cijfer = oordeel.cijfer;
    given->gewijzigd_op = now;
    if (given->journaal) journal::destroy_toelichting(tx, *given->journaal, now);
    note(tx, caller, *given, "waardering.gewijzigd", oordeel.woorden);
    save_waardering(tx, *given);
    return *given;
}

// Without the work and the person: a timeline, which every colleague reads, shows no word of it.
void WaarderingService::note(store::Tx& tx, const access::Caller& caller, Waardering& one, std::string_view gebeurtenis, std::string_view woorden) {
    const auto object = one.soort == Soort::zaak ? journal::Object::zaak : journal::Object::klantcontact;
    journal::Entry entry = journal::entry(caller, one.gewijzigd_op.value_or(one.gegeven_op), std::string(gebeurtenis), one.gemeente, object, one.object);
    entry.kenmerken = {{"cijfer", std::to_string(one.cijfer)}};
    if (std::string words = cleaned(woorden); !words.empty()) entry.toelichting = std::move(words);
    const std::int64_t nummer = journal::append(tx, entry);
    one.journaal = entry.toelichting ? std::optional(nummer) : std::nullopt;
}

Result<std::optional<Gegeven>> WaarderingService::of_werk(const access::Caller& caller, Id<Werk> id) {
    return store_.read([&](store::Tx& tx) { return of_werk(tx, caller, id); });
}

Result<std::optional<Gegeven>> WaarderingService::of_werk(store::Tx& tx, const access::Caller& caller, Id<Werk> id) {
    const auto werk = in_.werk.stored(tx, id);
    if (!werk) return not_found("werk " + id.text());
    TRY_DONE(access::require_role(caller, werk->gemeente, {access::Rol::teamleider, access::Rol::manager}));
    const bool reads = access::has_role(caller, werk->gemeente, {access::Rol::manager}) ||
                       access::has_role_in_team(caller, werk->gemeente, werk->team, {access::Rol::teamleider});
    if (!reads) return forbidden("leads another team than that of werk " + id.text());
    TRY_DONE(werk::may_read(caller, *werk));
    // A question may have been rated before it became a case; that of the case is newer.
    const auto given = waarderingen_of_werk(tx, id);
    return with_words(tx, given.empty() ? std::nullopt : std::optional(given.back()));
}

void WaarderingService::forget_partij(store::Tx& tx, Id<Partij> partij, Instant now) {
    for (Waardering& one : waarderingen_door(tx, partij)) {
        if (one.journaal) journal::destroy_toelichting(tx, *one.journaal, now);
        one.journaal.reset();
        one.door.reset();
        save_waardering(tx, one);
    }
}

}  // namespace dichtbij::waardering
