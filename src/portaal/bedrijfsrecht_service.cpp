#include "portaal/bedrijfsrecht_service.h"

#include <algorithm>

#include "portaal/bedrijf_store.h"

namespace dichtbij::portaal {

Bedrijfsrecht Bedrijfsrecht::of(store::Tx& tx, const Inwoner& inwoner) {
    Bedrijfsrecht recht;
    if (!inwoner.voor_ander || inwoner.pseudoniem.empty()) return recht;
    const auto all = find_bedrijfsmedewerkers(tx, inwoner.van);
    // Nobody ever signed in for this party as an employee: it is a person who is represented.
    if (all.empty()) return recht;
    recht.is_medewerker_ = true;
    recht.is_beperkt_ = true;
    const auto found = std::find_if(all.begin(), all.end(), [&](const Bedrijfsmedewerker& one) { return one.pseudoniem == inwoner.pseudoniem; });
    if (found == all.end()) return recht;
    recht.medewerker_ = *found;
    if (found->geblokkeerd) return recht;
    recht.is_beperkt_ = !found->beheert && found->zicht != Bedrijfszicht::alles;
    if (found->zicht == Bedrijfszicht::zaaktypen) recht.zaaktypen_ = find_zaaktypen(tx, found->id);
    return recht;
}

bool Bedrijfsrecht::mag_zaak(store::Tx& tx, Id<Zaaktype> zaaktype, const std::optional<Id<Klantcontact>>& vraag) const {
    if (!is_beperkt_ || std::find(zaaktypen_.begin(), zaaktypen_.end(), zaaktype) != zaaktypen_.end()) return true;
    return vraag && is_eigen(tx, "klantcontact", vraag->bytes);
}

bool Bedrijfsrecht::is_eigen(store::Tx& tx, std::string_view soort, const Uuid& object) const {
    return medewerker_ && !medewerker_->geblokkeerd && has_eigen(tx, medewerker_->id, soort, object);
}

void note_eigen(store::Tx& tx, const Inwoner& inwoner, std::string_view soort, const Uuid& object) {
    const auto recht = Bedrijfsrecht::of(tx, inwoner);
    if (recht.medewerker() && !recht.is_eigen(tx, soort, object)) put_eigen(tx, recht.medewerker()->id, soort, object);
}

bool is_geblokkeerd(store::Tx& tx, const Inwoner& inwoner) {
    return inwoner.voor_ander && !inwoner.namens && !inwoner.pseudoniem.empty() && has_blocked(tx, inwoner.pseudoniem);
}

std::vector<Bedrijfsmedewerker> bedrijfsmedewerkers(store::Tx& tx, const std::vector<Id<Partij>>& van) { return find_bedrijfsmedewerkers(tx, van); }

std::vector<Id<Zaaktype>> zaaktypen_van(store::Tx& tx, const Uuid& medewerker) { return find_zaaktypen(tx, medewerker); }

void save_bedrijfsmedewerker(store::Tx& tx, Bedrijfsmedewerker& one, const std::vector<Id<Zaaktype>>& zaaktypen) {
    ++one.versie;
    update_bedrijfsmedewerker(tx, one);
    set_zaaktypen(tx, one.id, zaaktypen);
}

void note_aangemeld(store::Tx& tx, const std::vector<Id<Partij>>& van, const std::string& pseudoniem, Instant now) {
    if (van.empty() || pseudoniem.empty()) return;
    auto all = find_bedrijfsmedewerkers(tx, van);
    const bool has_beheerder = std::any_of(all.begin(), all.end(), [](const Bedrijfsmedewerker& one) { return one.beheert && !one.geblokkeerd; });
    const auto known = std::find_if(all.begin(), all.end(), [&](const Bedrijfsmedewerker& one) { return one.pseudoniem == pseudoniem; });
    if (known != all.end()) {
        set_gezien(tx, known->id, now);
        if (has_beheerder || known->geblokkeerd) return;
        // Who managed did not sign in for so long that he was forgotten.
        known->beheert = true;
        known->zicht = Bedrijfszicht::alles;
        save_bedrijfsmedewerker(tx, *known, {});
        return;
    }
    if (all.size() >= bedrijfsmedewerkers_limit) return;
    Bedrijfsmedewerker made;
    const std::string bytes = random_bytes(made.id.size());
    std::copy(bytes.begin(), bytes.end(), made.id.begin());
    made.bedrijf = van.front();
    made.pseudoniem = pseudoniem;
    made.beheert = !has_beheerder;
    made.zicht = made.beheert ? Bedrijfszicht::alles : Bedrijfszicht::eigen;
    made.eerst_op = made.gezien_op = now;
    insert_bedrijfsmedewerker(tx, made);
}

}  // namespace dichtbij::portaal
