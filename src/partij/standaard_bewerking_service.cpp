#include "partij/standaard_bewerking_service.h"

#include "journal/kenmerk.h"

namespace dichtbij::partij {
namespace {

template <class T>
void drop_unless_own(std::optional<Uuid>& preferred, const std::vector<T>& own) {
    if (preferred && std::none_of(own.begin(), own.end(), [&](const T& one) { return one.id == *preferred; })) preferred.reset();
}

std::string changed_names(const std::vector<Verschil>& verschillen) {
    std::string list;
    for (const Verschil& one : verschillen) list += (list.empty() ? "" : ",") + one.veld;
    return list;
}

std::string former_values(const std::vector<Verschil>& verschillen) {
    std::string text;
    for (const Verschil& one : verschillen)
        if (!one.oud.empty()) text += (text.empty() ? "" : "\n") + one.veld + ": " + one.oud;
    return text;
}

FieldError too_many(const char* field) { return {field, "fout.veld.te_veel", {std::to_string(delen_max)}}; }

Result<Done> check_sizes(const Gegevens& gegevens) {
    std::vector<FieldError> wrong;
    if (gegevens.digitale_adressen.size() > delen_max) wrong.push_back(too_many("digitale_adressen"));
    if (gegevens.identificatoren.size() > delen_max) wrong.push_back(too_many("partij_identificatoren"));
    if (gegevens.rekeningnummers.size() > delen_max) wrong.push_back(too_many("rekeningnummers"));
    if (gegevens.categorie_relaties.size() > delen_max) wrong.push_back(too_many("categorie_relaties"));
    if (!wrong.empty()) return invalid(std::move(wrong));
    return Done{};
}

}  // namespace

Result<Bewerking> begin_bewerking(const Werkplek& at, PartijId id) {
    auto found = PartijStore(at.tx).find(id);
    if (!found || found->gewist_op || found->gemeente != at.gemeente) return not_found("partij " + id.text());
    Gegevens before = found->gegevens;
    return Bewerking{std::move(*found), std::move(before)};
}

Result<Bewerking> begin_bewerking(const Werkplek& at, PartijId id, const std::string& field) {
    auto found = begin_bewerking(at, id);
    if (!found) return invalid({bestaat_niet(field, "Partij")});
    return found;
}

Result<Done> save(const Werkplek& at, Bewerking edit) {
    Gegevens& now = edit.partij.gegevens;
    drop_unless_own(now.voorkeuren.digitaal_adres, now.digitale_adressen);
    drop_unless_own(now.voorkeuren.rekeningnummer, now.rekeningnummers);
    if (now == edit.before) return Done{};
    TRY_DONE(check_sizes(now));
    ++edit.partij.versie;
    edit.partij.gewijzigd_op = at.now;
    CHECK_THAT(PartijStore(at.tx).update(edit.partij, at.caller.employee()));
    const auto changed = verschillen(edit.before, now);
    auto line = entry(at, "partij.gewijzigd", edit.partij.id);
    line.kenmerken = {{"velden", journal::names_that_fit(changed_names(changed))}};
    if (auto old = former_values(changed); !old.empty()) line.toelichting = std::move(old);
    journal::append(at.tx, line);
    return Done{};
}

journal::Entry entry(const Werkplek& at, std::string gebeurtenis, PartijId partij) {
    auto made = journal::entry(at.caller, at.now, std::move(gebeurtenis), at.gemeente, journal::Object::partij, partij.bytes);
    made.partij = partij;
    return made;
}

FieldError bestaat_niet(std::string field, std::string resource) { return {std::move(field) + ".uuid", "api.fout.bestaat_niet", {std::move(resource)}}; }

}  // namespace dichtbij::partij
