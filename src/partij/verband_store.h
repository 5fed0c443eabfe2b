#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "partij/verband.h"
#include "store/store.h"

namespace dichtbij::partij {

class VerbandStore {
  public:
    explicit VerbandStore(store::Tx& tx) : tx_(tx) {}

    void insert(const Vertegenwoordiging& row) const { tx_.insert("vertegenwoordiging", row); }
    std::optional<Vertegenwoordiging> vertegenwoordiging(const Uuid& id) const;
    std::vector<Vertegenwoordiging> vertegenwoordigingen(Id<dichtbij::Partij>) const;  // both ways, oldest first
    void remove_vertegenwoordiging(const Uuid& id) const;

    void insert(const Categorie& row) const { tx_.insert("categorie", row); }
    std::optional<Categorie> categorie(Id<dichtbij::Gemeente>, std::string_view naam) const;
    std::vector<Categorie> categorieen(Id<dichtbij::Gemeente>) const;  // by name

  private:
    store::Tx& tx_;
};

}  // namespace dichtbij::partij
