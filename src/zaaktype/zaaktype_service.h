#pragma once
// The public operations on case types. Each takes the caller, opens its transaction, checks the right and
// writes the journal in the same transaction.
//
// Reading: any role in the gemeente. Changing: a beheerder of the gemeente, or the process owner of the case
// type with any role there. A case type of a gemeente where the caller has no role is not_found; a role that
// is not enough is forbidden. Faults in the content come back by path, as regels.h tells them. Who saves on
// an older revision gets a conflict "fout.gewijzigd" that names, in its fields, each difference between what
// he typed and what stands there now (key "zaaktype.verschil", args: stands now, typed); nothing is written.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "store/store.h"
#include "zaaktype/verschil.h"
#include "zaaktype/zaaktype_json.h"
#include "zaaktype/zaaktype_schema_store.h"
#include "zaaktype/zaaktype_versie.h"

namespace dichtbij::zaaktype {

enum class Importmodus { bewaren, proef };  // proef: everything is judged, nothing is written

struct Importuitslag {
    std::size_t gelezen = 0;       // case types in the file; the five below add up to it
    std::size_t nieuw = 0;         // became a case type with a first draft
    std::size_t gewijzigd = 0;     // became a new draft, or replaced one that an import wrote
    std::size_t ongewijzigd = 0;   // stands there already
    std::size_t overgeslagen = 0;  // someone works on a draft of it: told among `fouten`
    std::size_t afgekeurd = 0;     // told among `fouten`
    std::vector<FieldError> fouten;      // by path in the file
    std::size_t meer_fouten = 0;         // beyond leesfouten_limit
    std::vector<FieldError> onvolledig;  // of the drafts it made: what publishing would ask; at most as many
};

class ZaaktypeService {
  public:
    ZaaktypeService(store::Store& store, const Clock& clock, IdSource& ids) : store_(store), clock_(clock), ids_(ids) {}

    Result<std::vector<Zaaktyperegel>> zaaktypen(const access::Caller&, Id<dichtbij::Gemeente>) const;  // by code; also ended
    Result<Zaaktypeblad> zaaktype(const access::Caller&, Id<dichtbij::Zaaktype>) const;
    Result<Versieblad> versie(const access::Caller&, Id<dichtbij::ZaaktypeVersie>) const;
    Result<std::vector<Verschil>> compare(const access::Caller&, Id<dichtbij::ZaaktypeVersie> oud, Id<dichtbij::ZaaktypeVersie> nieuw) const;

    // A new case type with its first draft: beheerder only.
    Result<Id<dichtbij::ZaaktypeVersie>> add(const access::Caller&, Id<dichtbij::Gemeente>, Zaaktype) const;
    // A draft from the last version. conflict when there is a draft.
    Result<Id<dichtbij::ZaaktypeVersie>> start_ontwerp(const access::Caller&, Id<dichtbij::Zaaktype>) const;
    // The new revision; the same when nothing changed. The code stays.
    Result<std::int64_t> save_ontwerp(const access::Caller&, Id<dichtbij::ZaaktypeVersie>, Zaaktype, std::int64_t revisie) const;
    // A case type that was never published goes with it.
    Result<Done> withdraw_ontwerp(const access::Caller&, Id<dichtbij::ZaaktypeVersie>, std::int64_t revisie) const;

    // Team, process owner, products and subjects, for all versions from now on.
    Result<Done> set_inrichting(const access::Caller&, Inrichting) const;

    // What publishing would refuse now, by path; team and proceseigenaar too. Empty: it can be published.
    Result<std::vector<FieldError>> ontbrekend(const access::Caller&, Id<dichtbij::ZaaktypeVersie>) const;
    // In force from today; the one before ends today.
    Result<Done> publish(const access::Caller&, Id<dichtbij::ZaaktypeVersie>, std::int64_t revisie) const;
    // No new cases from `first_day_out` (today or later) on; running ones go on. Without a day the end is
    // taken back, as long as it has not come. `versie` is that of the Inrichting. Publishing again is the
    // way back from an end that has come.
    Result<Done> end(const access::Caller&, Id<dichtbij::Zaaktype>, std::optional<Day> first_day_out, std::int64_t versie) const;

    // Beheerder. invalid when the file as a whole cannot be read; good case types go in beside bad ones, as
    // drafts.
    Result<Importuitslag> import_bestand(const access::Caller&, Id<dichtbij::Gemeente>, std::string_view bytes, Importmodus) const;
    // All that is in force, by code: a file that reads back equal. conflict when it would be too large to read.
    Result<std::string> export_bestand(const access::Caller&, Id<dichtbij::Gemeente>) const;

  private:
    Instant now() const { return clock_.now(); }
    Day today() const { return day_of(now()); }

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
};

// For services that combine, in their transaction; what the caller may see is theirs to ask.
Result<Versieblad> versie(store::Tx&, Id<dichtbij::ZaaktypeVersie>);
Result<Inrichting> inrichting(store::Tx&, Id<dichtbij::Zaaktype>);
// The version on which a case that begins on the day runs. conflict "zaaktype.fout.geldt_niet" when there is none.
Result<Versieblad> versie_op(store::Tx&, Id<dichtbij::Zaaktype>, Day);
std::vector<Zaaktyperegel> te_beginnen(store::Tx&, Id<dichtbij::Gemeente>, Day);  // in force on the day, by code
std::vector<Zaaktyperegel> ooit_begonnen(store::Tx&, Id<dichtbij::Gemeente>, Day);  // published once, also ended, by code
std::vector<Id<dichtbij::ZaaktypeVersie>> gepubliceerde_versies(store::Tx&, Id<dichtbij::Zaaktype>);  // newest first, also ended
std::vector<Id<dichtbij::Zaaktype>> zaaktypen_of(store::Tx&, Id<dichtbij::Onderwerp>);
std::vector<Id<dichtbij::Zaaktype>> zaaktypen_of(store::Tx&, Id<dichtbij::Product>);

// For the hooks of organisatie: conflict while a case type that lives needs the team or the process owner.
Result<Done> may_lift(store::Tx&, Id<dichtbij::Team>, Day);
Result<Done> may_leave(store::Tx&, Id<dichtbij::Medewerker>, Day);

}  // namespace dichtbij::zaaktype
