#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "organisatie/organisatie.h"
#include "organisatie/stijl.h"
#include "store/store.h"

namespace dichtbij::organisatie {

struct Stijlrij {
    html::Theme stijl;
    std::string logo;        // bytes
    std::string logo_soort;  // media type; empty: no logo
    std::int64_t versie = 0; // 0: never changed
};

class StijlStore {
  public:
    explicit StijlStore(store::Tx& tx) : tx_(tx) {}
    Stijlrij stijl(Id<dichtbij::Gemeente>) const;  // the default when there is none
    bool has_logo(Id<dichtbij::Gemeente>) const;
    // False: someone else changed it.
    bool put(Id<dichtbij::Gemeente>, const Stijlrij&) const;

  private:
    store::Tx& tx_;
};

}  // namespace dichtbij::organisatie
