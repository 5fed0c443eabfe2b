#pragma once
// The words of a gemeente for a shipped template: a draft, the published version, those before it. A
// published version never changes.

#include "base/id.h"
#include "base/time.h"
#include "bericht/sjabloon.h"

namespace dichtbij::bericht {

enum class Versiestatus { ontwerp, gepubliceerd, vervallen };
BOOST_DESCRIBE_ENUM(Versiestatus, ontwerp, gepubliceerd, vervallen)

struct Sjabloonversie {
    Id<Gemeente> gemeente;
    std::string code;
    int nummer = 1;
    Versiestatus status = Versiestatus::ontwerp;
    std::string onderwerp_nl;
    std::string onderwerp_en;
    std::string tekst_nl;
    std::string tekst_en;
    Instant gewijzigd_op;
    std::optional<Instant> gepubliceerd_op;
    std::optional<Instant> vervallen_op;
    std::int64_t revisie = 1;      // rises with every save of a draft

    Inhoud inhoud() const { return {onderwerp_nl, onderwerp_en, tekst_nl, tekst_en}; }
    void set(const Inhoud& inhoud) {
        onderwerp_nl = inhoud.onderwerp_nl;
        onderwerp_en = inhoud.onderwerp_en;
        tekst_nl = inhoud.tekst_nl;
        tekst_en = inhoud.tekst_en;
    }
};
BOOST_DESCRIBE_STRUCT(Sjabloonversie, (),
                      (gemeente, code, nummer, status, onderwerp_nl, onderwerp_en, tekst_nl, tekst_en, gewijzigd_op, gepubliceerd_op, vervallen_op, revisie))

}  // namespace dichtbij::bericht
