#include "app/import_zaakrij.h"

#include <array>
#include <utility>

#include "zaak/zaak.h"

namespace dichtbij::app::contactimport {
namespace {

constexpr std::size_t naam_limit = 200;  // of a case type, a status, a result, an employee

std::optional<Day> day_in(Veldlezer& velden, std::string_view kolom) {
    const auto read = velden.moment(kolom);
    return read ? std::optional(day_of(read->op)) : std::nullopt;
}

}  // namespace

std::span<const CsvColumns::Column> zaakkolommen() {
    static constexpr std::array<CsvColumns::Column, 21> list{{{"extern_id", true}, {"zaaktype", true}, {"startdatum", true}, {"omschrijving", false}, {"kanaal", false},
        {"naam", false}, {"geboortedatum", false}, {"postcode", false}, {"huisnummer", false}, {"telefoon", false}, {"email", false}, {"bsn", false}, {"kvk", false},
        {"behandelaar", false}, {"status", false}, {"toegezegd_op", false}, {"einddatum", false}, {"resultaat", false},
        {"afgekeurd_regel", false}, {"afgekeurd_kolom", false}, {"afgekeurd_reden", false}}};
    return list;
}

Gelezenzaak read_zaakrij(const CsvColumns& columns, const CsvRecord& record, Instant now) {
    Veldlezer velden(columns, record, now);
    Zaakrij rij;
    rij.extern_id = velden.required("extern_id", zaak::extern_id_limit);
    rij.zaaktype = velden.required("zaaktype", naam_limit);
    rij.omschrijving = velden.optional("omschrijving", zaak::omschrijving_limit);
    if (velden.get("startdatum").empty()) velden.wrong("startdatum", "fout.veld.verplicht");
    rij.startdatum = day_in(velden, "startdatum").value_or(day_of(now));
    rij.kanaal = velden.kanaal();
    if (rij.kanaal.empty()) rij.kanaal = "onbekend";
    const std::size_t before = velden.aantal_fouten();
    const auto indiener = velden.wie();
    if (indiener && is_herkenbaar(*indiener)) rij.indiener = *indiener;
    else if (velden.aantal_fouten() == before) velden.wrong("naam", "import.fout.indiener");
    rij.behandelaar = velden.optional("behandelaar", naam_limit);
    rij.status = velden.optional("status", naam_limit);
    rij.toegezegd = velden.moment_of_belofte("toegezegd_op");
    if (rij.toegezegd && day_of(rij.toegezegd->op) < rij.startdatum) velden.wrong("toegezegd_op", "import.fout.toezegging_voor_begin");
    rij.resultaat = velden.optional("resultaat", naam_limit);
    rij.einddatum = day_in(velden, "einddatum");
    if (rij.einddatum && rij.resultaat.empty()) velden.wrong("resultaat", "fout.veld.verplicht");
    if (!rij.resultaat.empty() && velden.get("einddatum").empty()) velden.wrong("einddatum", "fout.veld.verplicht");
    if (rij.einddatum && *rij.einddatum < rij.startdatum) velden.wrong("einddatum", "fout.veld.einde_voor_begin");
    rij.notitie = velden.notitie();
    if (velden.aantal_fouten() > 0) return tl::make_unexpected(velden.take_fouten());
    return rij;
}

}  // namespace dichtbij::app::contactimport
