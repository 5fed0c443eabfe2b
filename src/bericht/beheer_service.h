#pragma once
// Templates and rules of a gemeente. Reading: teamleider, manager, beheerder. Changing: beheerder. A foreign
// gemeente is not_found. Who saves on an older revision gets a conflict "fout.gewijzigd"; nothing is written.

#include <optional>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "bericht/sjabloonversie.h"
#include "bericht/standaard.h"
#include "store/store.h"

namespace dichtbij::bericht {

// The words that are in force in a gemeente.
struct Geldend {
    Inhoud inhoud;
    std::string versie;                      // "standaard.1", "eigen.3"
    bool eigen = false;
};

struct Sjabloonregel {
    const Sjabloon* sjabloon = nullptr;
    std::string versie;
    bool eigen = false;
    bool heeft_ontwerp = false;
};

struct Sjabloonblad {
    const Sjabloon* sjabloon = nullptr;
    Geldend geldend;
    std::optional<Sjabloonversie> ontwerp;
    std::vector<Sjabloonversie> versies;     // newest first
};

struct Opslag {
    Id<Gemeente> gemeente;
    std::string code;
    Inhoud inhoud;
    std::int64_t revisie = 0;                // of the draft that was seen; 0: there was none
};

struct Proefuitslag {
    std::optional<Berichtregel> regel;       // that decides; none: nothing goes out
    std::vector<Berichtregel> regels;        // all that hold, also those that are off or less exact
};

class BeheerService {
  public:
    // `standaard` outlives it.
    BeheerService(store::Store& store, const Clock& clock, IdSource& ids, const Standaard& standaard)
        : store_(store), clock_(clock), ids_(ids), standaard_(standaard) {}

    const Standaard& standaard() const { return standaard_; }

    // Templates.
    Result<std::vector<Sjabloonregel>> sjablonen(const access::Caller&, Id<Gemeente>) const;
    Result<Sjabloonblad> sjabloon(const access::Caller&, Id<Gemeente>, std::string_view code) const;
    // The draft, begun when there is none; the new revision. What is wrong with it comes back by field.
    Result<std::int64_t> save_ontwerp(const access::Caller&, const Opslag&) const;
    Result<Done> withdraw_ontwerp(const access::Caller&, Id<Gemeente>, std::string_view code, std::int64_t revisie) const;
    // From now on new messages say this; the version never changes again.
    Result<Done> publish(const access::Caller&, Id<Gemeente>, std::string_view code, std::int64_t revisie) const;
    // Back to the shipped words; a draft stays.
    Result<Done> restore(const access::Caller&, Id<Gemeente>, std::string_view code) const;

    // Rules: the shipped ones, as the gemeente switched them, and its own.
    Result<std::vector<Berichtregel>> regels(const access::Caller&, Id<Gemeente>) const;
    Result<Done> set_actief(const access::Caller&, Id<Gemeente>, std::string_view code, bool actief) const;
    Result<std::string> add_regel(const access::Caller&, Id<Gemeente>, Berichtregel) const;  // its code
    Result<Done> remove_regel(const access::Caller&, Id<Gemeente>, std::string_view code) const;
    // What would go out; nothing happens.
    Result<Proefuitslag> probeer(const access::Caller&, Id<Gemeente>, const Voorval&) const;

    // For services and followers in their transaction.
    std::optional<Geldend> geldend(store::Tx&, Id<Gemeente>, std::string_view code) const;
    std::vector<Berichtregel> regels(store::Tx&, Id<Gemeente>) const;

  private:
    Result<Sjabloonversie> ontwerp_of(store::Tx&, const Opslag&) const;
    void append(store::Tx&, const access::Caller&, std::string gebeurtenis, Id<Gemeente>, std::string_view code, int nummer = 0) const;

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    const Standaard& standaard_;
};

}  // namespace dichtbij::bericht
