#pragma once
// What all operations on case types share: finding one for the caller, the right to change it, the journal.
// Internal to zaaktype.

#include <string>
#include <utility>
#include <vector>

#include "access/caller.h"
#include "zaaktype/zaaktype_store.h"

namespace dichtbij::zaaktype {

struct Plek {  // a version with the case type it is of
    Zaaktyperij zaaktype;
    Versie versie;
};

// not_found when it is not there, or of a gemeente where the caller has no role.
Result<Zaaktyperij> visible(store::Tx&, const access::Caller&, Id<dichtbij::Zaaktype>);
Result<Plek> visible(store::Tx&, const access::Caller&, Id<dichtbij::ZaaktypeVersie>);

bool may_change(const access::Caller&, const Zaaktyperij&);
// visible, and forbidden when the caller may not change it.
Result<Zaaktyperij> changeable(store::Tx&, const access::Caller&, Id<dichtbij::Zaaktype>);
// changeable, and conflict "zaaktype.fout.geen_ontwerp" for what is published.
Result<Plek> ontwerp(store::Tx&, const access::Caller&, Id<dichtbij::ZaaktypeVersie>);

using Kenmerkenlijst = std::vector<std::pair<std::string, std::string>>;
void note(store::Tx&, const access::Caller&, Instant now, std::string gebeurtenis, const Zaaktyperij&, Kenmerkenlijst = {});

// "naam,statussen": the fields of the case type that differ, each once.
std::string velden_van(const Zaaktype& oud, const Zaaktype& nieuw);

Fail changed_meanwhile(const Zaaktype& nu, const Zaaktype& getypt);

// The draft of a new version, not stored yet.
Versie nieuwe_versie(IdSource&, Instant now, Id<dichtbij::Zaaktype>, int nummer);

// Team and process owner as they must be to publish: chosen, active, of the gemeente, of the domain.
std::vector<FieldError> check_keuzes(store::Tx&, const Zaaktyperij&, const Zaaktype& inhoud, Day today);

}  // namespace dichtbij::zaaktype
