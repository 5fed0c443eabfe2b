#include "mijn/gegevens_service.h"

#include <algorithm>

#include "base/text.h"
#include "portaal/bedrijfsrecht_service.h"

namespace dichtbij::mijn {
namespace {

using partij::DigitaalAdres;
using partij::SoortDigitaalAdres;

// The one that is used: the standard one, else the first.
template <class List>
auto used(List& all, SoortDigitaalAdres soort) {
    auto found = std::find_if(all.begin(), all.end(), [&](const DigitaalAdres& one) { return one.soort == soort && one.is_standaard; });
    if (found == all.end()) found = std::find_if(all.begin(), all.end(), [&](const DigitaalAdres& one) { return one.soort == soort; });
    return found;
}

std::string adres_of(const std::vector<DigitaalAdres>& all, SoortDigitaalAdres soort) {
    const auto found = used(all, soort);
    return found == all.end() ? std::string() : found->adres;
}

// Another address was not verified.
void put(std::vector<DigitaalAdres>& all, SoortDigitaalAdres soort, const std::string& adres) {
    const auto found = used(all, soort);
    if (found != all.end() && found->adres == adres) return;
    if (adres.empty()) {
        if (found != all.end()) all.erase(found);
        return;
    }
    if (found == all.end()) {
        DigitaalAdres made;
        made.soort = soort;
        made.adres = adres;
        made.is_standaard = true;
        all.push_back(std::move(made));
        return;
    }
    found->adres = adres;
    found->verificatie_datum.reset();
}

bool is_bedrijf(const partij::Gegevens& gegevens) { return partij::soort(gegevens) == partij::SoortPartij::organisatie; }

// Nobody but himself says where a person can be reached.
bool may_change(const portaal::Inwoner& inwoner, const partij::Gegevens& gegevens) { return inwoner.is_ingelogd() && (!inwoner.voor_ander || is_bedrijf(gegevens)); }

// The fields of the form, by the paths of the partij.
std::vector<FieldError> as_typed(std::vector<FieldError> errors, const std::vector<DigitaalAdres>& adressen) {
    for (FieldError& one : errors)
        for (std::size_t i = 0; i < adressen.size(); ++i)
            if (one.field == "digitale_adressen." + std::to_string(i) + ".adres") one.field = adressen[i].soort == SoortDigitaalAdres::email ? "email" : "telefoon";
    return errors;
}

Contactgegevens clean(const Contactgegevens& typed) {
    return {cleaned(typed.telefoon), cleaned(typed.email), typed.taal == "eng" ? "eng" : "nld", typed.kanaal, cleaned(typed.tijd)};
}

}  // namespace

std::vector<FieldError> problems(const Contactgegevens& typed) {
    std::vector<FieldError> errors;
    const auto within = [&](std::string field, const std::string& text, std::size_t limit) {
        if (length_in_characters(text) > limit) errors.push_back({std::move(field), "fout.veld.te_lang", {std::to_string(limit)}});
    };
    within("telefoon", typed.telefoon, telefoon_limit);
    within("email", typed.email, email_limit);
    within("tijd", typed.tijd, tijd_limit);
    if (!typed.email.empty() && !partij::is_email(typed.email)) errors.push_back({"email", "mijn.fout.email", {}});
    const auto digits = std::count_if(typed.telefoon.begin(), typed.telefoon.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!typed.telefoon.empty() && digits < 9) errors.push_back({"telefoon", "mijn.fout.telefoon", {}});
    const bool is_known = typed.kanaal.empty() || std::find(std::begin(voorkeurskanalen), std::end(voorkeurskanalen), typed.kanaal) != std::end(voorkeurskanalen);
    if (!is_known) errors.push_back({"kanaal", "fout.veld.onbekend", {}});
    if (typed.kanaal == "email" && typed.email.empty()) errors.push_back({"email", "mijn.fout.email_nodig", {}});
    if (typed.kanaal == "telefoon" && typed.telefoon.empty()) errors.push_back({"telefoon", "mijn.fout.telefoon_nodig", {}});
    return errors;
}

Result<Gegevensbeeld> GegevensService::get(store::Tx& tx, const portaal::Inwoner& inwoner) {
    const auto whose = inwoner.voor();
    if (!inwoner.is_ingelogd() || !whose) return not_found("nobody known");
    TRY(const partij::Inzage inzage, partijen_.read(tx, access::system_caller("portaal"), *whose));
    const auto& partij = std::get<partij::PartijBeeld>(inzage).partij;
    const partij::Gegevens& gegevens = partij.gegevens;
    Gegevensbeeld seen;
    seen.partij = partij.id;
    seen.versie = partij.versie;
    seen.naam = partij::volledige_naam(gegevens);
    seen.is_bedrijf = is_bedrijf(gegevens);
    if (!gegevens.indicaties.geheimhouding.value_or(false)) {
        if (gegevens.bezoekadres) seen.adres = partij::adresregel(*gegevens.bezoekadres);
        if (gegevens.correspondentieadres) seen.postadres = partij::adresregel(*gegevens.correspondentieadres);
    }
    seen.contact = {adres_of(gegevens.digitale_adressen, SoortDigitaalAdres::telefoonnummer), adres_of(gegevens.digitale_adressen, SoortDigitaalAdres::email),
                    gegevens.voorkeuren.taal == "eng" ? "eng" : "nld", gegevens.voorkeuren.kanaal, gegevens.voorkeuren.tijd};
    seen.mag_wijzigen = may_change(inwoner, gegevens) && portaal::Bedrijfsrecht::of(tx, inwoner).mag_gegevens_wijzigen();
    for (const auto& one : gegevens.identificatoren) seen.nummers.emplace_back(one.code_soort_object_id, partij::masked_object_id(one.object_id));
    return seen;
}

Result<Done> GegevensService::change(const access::Caller& caller, const portaal::Inwoner& inwoner, std::int64_t versie, const Contactgegevens& typed,
                                     const Bevestiging& bevestiging) {
    const Contactgegevens wanted = clean(typed);
    if (auto errors = problems(wanted); !errors.empty()) return invalid(std::move(errors));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const auto whose = inwoner.voor();
        if (!whose) return not_found("nobody known");
        TRY(const partij::Inzage inzage, partijen_.read(tx, access::system_caller("portaal"), *whose));
        partij::Partij partij = std::get<partij::PartijBeeld>(inzage).partij;
        if (!may_change(inwoner, partij.gegevens)) return forbidden("acts for another person");
        if (!portaal::Bedrijfsrecht::of(tx, inwoner).mag_gegevens_wijzigen()) return forbidden("does not manage the company");
        const partij::Gegevens before = partij.gegevens;
        put(partij.gegevens.digitale_adressen, SoortDigitaalAdres::telefoonnummer, wanted.telefoon);
        put(partij.gegevens.digitale_adressen, SoortDigitaalAdres::email, wanted.email);
        partij.gegevens.voorkeuren.taal = wanted.taal;
        partij.gegevens.voorkeuren.kanaal = wanted.kanaal;
        partij.gegevens.voorkeuren.tijd = wanted.tijd;
        const auto adressen = partij.gegevens.digitale_adressen;
        const bool is_other = !(partij.gegevens == before);
        auto done = partijen_.change(tx, caller, {partij.id, versie, std::move(partij.gegevens), {}});
        if (!done && done.error().reason == Reason::invalid) return invalid(as_typed(std::move(done).error().fields, adressen));
        TRY_DONE(std::move(done));
        if (!is_other) return Done{};
        bericht::NieuwBericht nieuw;
        nieuw.gemeente = inwoner.gemeente;
        nieuw.partij = partij.id;
        nieuw.taal = wanted.taal;
        nieuw.onderwerp = bevestiging.onderwerp;
        nieuw.tekst = bevestiging.tekst;
        TRY_DONE(berichten_.write(tx, caller, nieuw));
        return Done{};
    });
}

}  // namespace dichtbij::mijn
