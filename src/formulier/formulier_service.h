#pragma once
// Which forms a gemeente offers. The shipped ones count as they are shipped; what a form names (a case type, a subject)
// must be there, else it is not offered, and the administrator reads why. The version that was filled in is kept.

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "access/caller.h"
#include "formulier/formulier.h"
#include "formulier/formulier_schema_store.h"
#include "formulier/inzending.h"
#include "store/store.h"

namespace dichtbij::formulier {

// Where it goes, by id.
struct Doel {
    std::optional<Id<Zaaktype>> zaaktype;
    std::optional<Id<Onderwerp>> onderwerp;
    std::optional<Id<Product>> product;
};

enum class Waarom { aangeboden, uitgezet, geen_zaaktype, geen_onderwerp, geen_team, geen_eigenschap };
BOOST_DESCRIBE_ENUM(Waarom, aangeboden, uitgezet, geen_zaaktype, geen_onderwerp, geen_team, geen_eigenschap)

struct Aanbod {
    const Definitie* definitie = nullptr;  // shipped: lives as long as the service
    Waarom waarom = Waarom::aangeboden;
    std::string ontbreekt;                 // what is missing: code or name
    Doel doel;
    bool is_aangeboden() const { return waarom == Waarom::aangeboden; }
};

struct Cijfers {
    std::vector<Telling> tellingen;
    std::int64_t bezig = 0;                // drafts that are kept
};

class FormulierService {
  public:
    FormulierService(store::Store& store, const Clock& clock, IdSource& ids, std::vector<Definitie> meegeleverd)
        : store_(store), clock_(clock), ids_(ids), meegeleverd_(std::move(meegeleverd)) {}

    // For residents, in the order of the files; also those that are not offered.
    std::vector<Aanbod> aanbod(store::Tx&, Id<Gemeente>) const;
    std::optional<Aanbod> find(store::Tx&, Id<Gemeente>, std::string_view code) const;
    // The row of the version in force; makes it the first time.
    Id<FormulierVersie> versie_van(store::Tx&, Id<Gemeente>, const Definitie&);
    // As it was published. nullptr: there is none. Kept in memory: it never changes.
    std::shared_ptr<const Definitie> definitie(store::Tx&, Id<FormulierVersie>);

    // Beheerder of the gemeente.
    Result<std::vector<Aanbod>> lijst(const access::Caller&, Id<Gemeente>);
    Result<Cijfers> cijfers(const access::Caller&, Id<Gemeente>, std::string_view code);
    // not_found when there is no such form.
    Result<Done> set_aangeboden(const access::Caller&, Id<Gemeente>, std::string_view code, bool aangeboden);
    // One English sentence for each form that a gemeente cannot offer; for the log at the start.
    std::vector<std::string> ontbrekend();

  private:
    Aanbod resolve(store::Tx&, Id<Gemeente>, const Definitie&) const;

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    const std::vector<Definitie> meegeleverd_;
    std::mutex mutex_;
    std::map<Uuid, std::shared_ptr<const Definitie>> gelezen_;
};

}  // namespace dichtbij::formulier
