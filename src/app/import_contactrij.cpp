#include "app/import_contactrij.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "klantcontact/klantcontact.h"

namespace dichtbij::app::contactimport {
namespace {

namespace kc = klantcontact;

constexpr std::size_t afdeling_max = 200;

class Lezer {
  public:
    Lezer(const CsvColumns& columns, const CsvRecord& record, Instant now) : velden_(columns, record, now), now_(now) {}

    Gelezen read() {
        rij_.extern_id = velden_.required("extern_id", kc::extern_id_limit);
        rij_.kanaal = velden_.kanaal();
        if (velden_.get("kanaal").empty()) velden_.wrong("kanaal", "fout.veld.verplicht");
        read_times();
        rij_.vraag = velden_.required("vraag", kc::inhoud_limit);
        rij_.antwoord = velden_.optional("antwoord", kc::reactie_limit);
        rij_.onderwerp = velden_.optional("onderwerp", kc::onderwerp_limit);
        if (rij_.onderwerp.empty()) rij_.onderwerp = shortened(std::string_view(rij_.vraag).substr(0, rij_.vraag.find('\n')), kc::onderwerp_limit);
        rij_.afdeling = velden_.optional("afdeling", afdeling_max);
        rij_.medewerker = velden_.optional("medewerker", afdeling_max);
        read_status();
        rij_.wie = velden_.wie();
        rij_.telefoon = velden_.telefoon();
        rij_.notitie = velden_.notitie();
        if (velden_.aantal_fouten() > 0) return tl::make_unexpected(velden_.take_fouten());
        return std::move(rij_);
    }

  private:
    void read_times() {
        const std::size_t before = velden_.aantal_fouten();
        const auto tijdstip = velden_.moment("tijdstip");
        if (!tijdstip) velden_.wrong("tijdstip", "fout.veld.verplicht");
        rij_.tijdstip = tijdstip ? tijdstip->op : now_;
        const auto einde = velden_.moment("afgehandeld_op");
        if (!einde) return;
        rij_.afgehandeld_op = einde->op;
        if (einde->soort == Moment::Soort::dag) rij_.afgehandeld_op = std::min(now_, start_of(day_of(einde->op) + days(1)) - seconds(1));
        if (velden_.aantal_fouten() == before && *rij_.afgehandeld_op < rij_.tijdstip) velden_.wrong("afgehandeld_op", "fout.veld.einde_voor_begin");
    }

    void read_status() {
        const std::string typed = folded(velden_.get("status"));
        if (typed == "open") rij_.status = Status::open;
        else if (typed == "afgehandeld") rij_.status = Status::afgehandeld;
        else if (!velden_.get("status").empty()) velden_.wrong("status", "import.fout.status");
        else rij_.status = rij_.afgehandeld_op || !rij_.antwoord.empty() ? Status::afgehandeld : Status::open;
        if (typed == "open" && rij_.afgehandeld_op) velden_.wrong("afgehandeld_op", "import.fout.open_met_einde");
    }

    Veldlezer velden_;
    Instant now_;
    Contactrij rij_;
};

}  // namespace

std::span<const CsvColumns::Column> kolommen() {
    static constexpr std::array<CsvColumns::Column, 21> list{{{"extern_id", true}, {"kanaal", true}, {"tijdstip", true}, {"vraag", true},
        {"naam", false}, {"geboortedatum", false}, {"postcode", false}, {"huisnummer", false}, {"telefoon", false}, {"email", false},
        {"bsn", false}, {"kvk", false}, {"onderwerp", false}, {"antwoord", false}, {"afdeling", false}, {"medewerker", false},
        {"status", false}, {"afgehandeld_op", false}, {"afgekeurd_regel", false}, {"afgekeurd_kolom", false}, {"afgekeurd_reden", false}}};
    return list;
}

Gelezen read_contactrij(const CsvColumns& columns, const CsvRecord& record, Instant now) { return Lezer(columns, record, now).read(); }

}  // namespace dichtbij::app::contactimport
