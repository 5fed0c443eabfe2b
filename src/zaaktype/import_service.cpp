#include <algorithm>

#include "zaaktype/rechten_service.h"
#include "zaaktype/regels.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::zaaktype {
namespace {

using access::Caller;
using access::Rol;

enum class Oordeel { nieuw, nieuw_ontwerp, vervangt_ontwerp, ongewijzigd, in_bewerking };

// What stands there of one case type of the file.
struct Bekend {
    std::optional<Zaaktyperij> zaaktype;
    std::optional<Versie> laatste;
    Zaaktype inhoud;
    Oordeel oordeel = Oordeel::nieuw;
};

Bekend judge(store::Tx& tx, Id<dichtbij::Gemeente> gemeente, const Zaaktype& read) {
    const ZaaktypeStore rows(tx);
    Bekend bekend;
    bekend.zaaktype = rows.by_code(gemeente, read.code);
    if (!bekend.zaaktype) return bekend;
    const auto versies = rows.versierijen(bekend.zaaktype->id);
    CHECK_THAT(!versies.empty());
    const auto stands = [&](const Versierij& versie) { return lees_inhoud(rows.inhoud(versie.versie.id)); };
    bekend.laatste = versies.front().versie;
    bekend.inhoud = stands(versies.front());
    const bool is_draft = bekend.laatste->status == Status::ontwerp;
    if (bekend.inhoud == read) bekend.oordeel = Oordeel::ongewijzigd;
    else if (!is_draft) bekend.oordeel = Oordeel::nieuw_ontwerp;
    else if (bekend.laatste->bron == Bron::import) bekend.oordeel = Oordeel::vervangt_ontwerp;
    else if (versies.size() > 1 && stands(versies[1]) == read) bekend.oordeel = Oordeel::ongewijzigd;
    else bekend.oordeel = Oordeel::in_bewerking;
    return bekend;
}

// One import: judges each case type of the file and writes what is to be written.
class Importgang {
  public:
    Importgang(store::Tx& tx, const Caller& caller, IdSource& ids, Instant now) : tx_(tx), caller_(caller), ids_(ids), now_(now) {}

    void neem(Id<dichtbij::Gemeente> gemeente, const Zaaktypebestand& bestand, Importmodus modus) {
        uitslag_.gelezen = bestand.gelezen;
        uitslag_.afgekeurd = bestand.gelezen - bestand.zaaktypen.size();
        uitslag_.fouten = bestand.fouten;
        uitslag_.meer_fouten = bestand.meer_fouten;
        std::int64_t room = static_cast<std::int64_t>(zaaktypen_limit) - ZaaktypeStore(tx_).count(gemeente);
        for (const auto& [at, read] : bestand.zaaktypen) {
            const std::string pad = "zaaktypen[" + std::to_string(at) + "]";
            const Bekend bekend = judge(tx_, gemeente, read);
            if (bekend.oordeel == Oordeel::nieuw && room-- <= 0) {
                ++uitslag_.afgekeurd;
                tell({pad, "zaaktype.fout.te_veel_zaaktypen", {}});
            } else {
                count(bekend.oordeel, read, pad);
                if (modus == Importmodus::bewaren) write(gemeente, bekend, read);
            }
        }
    }
    Importuitslag uitslag() { return std::move(uitslag_); }

  private:
    void tell(FieldError fout) {
        if (uitslag_.fouten.size() < leesfouten_limit) uitslag_.fouten.push_back(std::move(fout));
        else ++uitslag_.meer_fouten;
    }

    void count(Oordeel oordeel, const Zaaktype& read, const std::string& pad) {
        if (oordeel == Oordeel::ongewijzigd) {
            ++uitslag_.ongewijzigd;
        } else if (oordeel == Oordeel::in_bewerking) {
            ++uitslag_.overgeslagen;
            tell({pad, "zaaktype.fout.ontwerp_in_bewerking", {}});
        } else {
            ++(oordeel == Oordeel::nieuw ? uitslag_.nieuw : uitslag_.gewijzigd);
            for (FieldError& fout : ontbrekend(read, pad))
                if (uitslag_.onvolledig.size() < leesfouten_limit) uitslag_.onvolledig.push_back(std::move(fout));
        }
    }

    void write(Id<dichtbij::Gemeente> gemeente, const Bekend& bekend, const Zaaktype& read) {
        if (bekend.oordeel == Oordeel::nieuw) {
            const Zaaktyperij row{ids_.make<dichtbij::Zaaktype>(), gemeente, read.code, {}, {}, 0};
            ZaaktypeStore(tx_).insert(row);
            begin(row, read, 1);
        } else if (bekend.oordeel == Oordeel::nieuw_ontwerp) {
            begin(*bekend.zaaktype, read, bekend.laatste->nummer + 1);
        } else if (bekend.oordeel == Oordeel::vervangt_ontwerp) {
            Versie versie = *bekend.laatste;
            versie.gewijzigd_op = now_;
            CHECK_THAT(ZaaktypeStore(tx_).update_ontwerp(versie, read));
            note(tx_, caller_, now_, "zaaktype.ontwerp_bewaard", *bekend.zaaktype,
                 {{"nummer", std::to_string(versie.nummer)}, {"velden", velden_van(bekend.inhoud, read)}, {"bron", "import"}});
        }
    }

    void begin(const Zaaktyperij& row, const Zaaktype& read, int nummer) {
        Versie versie = nieuwe_versie(ids_, now_, row.id, nummer);
        versie.bron = Bron::import;
        ZaaktypeStore(tx_).insert(versie, read);
        note(tx_, caller_, now_, "zaaktype.ontwerp_begonnen", row, {{"nummer", std::to_string(nummer)}, {"bron", "import"}});
    }

    store::Tx& tx_;
    const Caller& caller_;
    IdSource& ids_;
    Instant now_;
    Importuitslag uitslag_;
};

}  // namespace

Result<Importuitslag> ZaaktypeService::import_bestand(const Caller& caller, Id<dichtbij::Gemeente> gemeente, std::string_view bytes,
                                                      Importmodus modus) const {
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    const Zaaktypebestand bestand = lees_bestand(bytes);
    if (!bestand.is_leesbaar) return invalid(bestand.fouten);
    const auto work = [&](store::Tx& tx) -> Result<Importuitslag> {
        Importgang gang(tx, caller, ids_, now());
        gang.neem(gemeente, bestand, modus);
        return gang.uitslag();
    };
    return modus == Importmodus::proef ? store_.read(work) : store_.write(work);
}

}  // namespace dichtbij::zaaktype
