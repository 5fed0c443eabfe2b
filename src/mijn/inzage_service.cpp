#include "mijn/inzage_service.h"

#include <algorithm>

#include "journal/journal.h"
#include "mijn/instelling_store.h"
#include "organisatie/organisatie_service.h"
#include "toepassing/toepassing_service.h"

namespace dichtbij::mijn {
namespace {

// The residents' side writes its own readings without an employee.
bool is_resident(const access::InzageRegel& row) { return !row.applicatie && (!row.medewerker || row.medewerker->is_nil()); }

bool is_together(const Keek& one, const Keek& other) {
    return one.dag == other.dag && one.zelf == other.zelf && one.medewerker == other.medewerker && one.doel == other.doel && one.soort == other.soort && one.handeling == other.handeling &&
           one.object == other.object;
}

Gevolgd gevolgd_by(std::string_view doel) {
    if (doel == portaal::doel_met_code) return Gevolgd::met_code;
    return doel == portaal::doel_met_nummer ? Gevolgd::met_nummer : Gevolgd::niet;
}

// From the screen and what was opened there. A screen that serves several acts tells none.
Handeling handeling_of(std::string_view scherm, std::string_view soort) {
    struct Row {
        std::string_view scherm, soort;  // "": any
        Handeling handeling;
    };
    static constexpr Row rows[] = {
        {"zaken/nieuw", "", Handeling::nieuwe_zaak},         {"personen/samenvoegen", "", Handeling::samenvoegen}, {"personen/splits", "", Handeling::samenvoegen},
        {"brp", "", Handeling::brp},                         {"personen/wijzig", "", Handeling::gegevens},        {"contact", "", Handeling::gesprek},                  {"gesprekken", "", Handeling::gesprek},
        {"", "zaak", Handeling::zaak},                       {"", "taak", Handeling::vraag},                       {"", "klantcontact", Handeling::vraag},
        {"", "document", Handeling::document},               {"", "bericht", Handeling::bericht},
    };
    for (const Row& row : rows) {
        const bool is_there = row.scherm.empty() || scherm == row.scherm || (scherm.starts_with(row.scherm) && scherm[row.scherm.size()] == '/');
        if (is_there && (row.soort.empty() || soort == row.soort)) return row.handeling;
    }
    return Handeling::onbekend;
}

Keek keek_of(store::Tx& tx, const access::InzageRegel& row, bool toon_naam) {
    Keek one;
    one.dag = day_of(row.op);
    one.eerste_op = one.laatste_op = row.op;
    one.doel = row.doel;
    one.soort = row.object_soort;
    one.gevolgd = gevolgd_by(row.doel);
    one.zelf = one.gevolgd == Gevolgd::niet && is_resident(row);
    if (one.zelf || one.gevolgd != Gevolgd::niet) return one;
    if (row.applicatie) {
        one.systeem = true;
        one.medewerker = row.applicatie->text();
        one.afdeling = toepassing::naam_of(tx, *row.applicatie);
        return one;
    }
    one.handeling = handeling_of(row.scherm, row.object_soort);
    if (one.handeling == Handeling::zaak) one.object = row.object;
    one.medewerker = row.medewerker->text();
    if (const auto who = organisatie::medewerker(tx, *row.medewerker)) one.functie = who->functie;
    if (const auto teams = organisatie::teams_of_medewerker(tx, *row.medewerker); !teams.empty()) one.afdeling = teams.front().naam;
    if (toon_naam) one.naam = organisatie::naam_of(tx, *row.medewerker);
    return one;
}

// The log holds rows of doubles apart; one look that showed two of them is one row.
std::vector<access::InzageRegel> rows_of(access::AccessLog& log, const portaal::Inwoner& inwoner, std::optional<std::int64_t> voor, bool& has_more) {
    std::vector<access::InzageRegel> rows;
    for (const auto& partij : inwoner.van) {
        auto page = log.of_partij(partij, voor);
        has_more = has_more || page.voor.has_value();
        std::move(page.regels.begin(), page.regels.end(), std::back_inserter(rows));
    }
    std::sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.nummer > b.nummer; });
    rows.erase(std::unique(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.nummer == b.nummer; }), rows.end());
    if (rows.size() > inzagen_limit) {
        rows.resize(inzagen_limit);
        has_more = true;
    }
    return rows;
}

}  // namespace

Keekpagina InzageService::of(const portaal::Inwoner& inwoner, std::optional<std::int64_t> voor) {
    Keekpagina page;
    if (!inwoner.is_ingelogd()) return page;
    log_.flush();
    bool has_more = false;
    const auto rows = rows_of(log_, inwoner, voor, has_more);
    if (has_more && !rows.empty()) page.voor = rows.back().nummer;
    store_.read([&](store::Tx& tx) {
        page.regels.clear();
        const bool toon_naam = toon_namen(tx, inwoner.gemeente);
        for (const auto& row : rows) {
            if (row.soort != access::Inzagesoort::detail || row.gemeente != inwoner.gemeente) continue;
            Keek one = keek_of(tx, row, toon_naam);
            const auto same = std::find_if(page.regels.begin(), page.regels.end(), [&](const Keek& had) { return is_together(had, one); });
            if (same == page.regels.end()) {
                page.regels.push_back(std::move(one));
                continue;
            }
            ++same->keren;
            same->eerste_op = one.eerste_op;
        }
    });
    return page;
}

Result<Instelling> InzageService::instelling(const access::Caller& caller, Id<Gemeente> gemeente) {
    TRY_DONE(access::require_role(caller, gemeente, {access::Rol::beheerder}));
    return store_.read([&](store::Tx& tx) { return Instelling{toon_namen(tx, gemeente)}; });
}

Result<Done> InzageService::set_instelling(const access::Caller& caller, Id<Gemeente> gemeente, const Instelling& wanted) {
    TRY_DONE(access::require_role(caller, gemeente, {access::Rol::beheerder}));
    store_.write([&](store::Tx& tx) {
        if (toon_namen(tx, gemeente) == wanted.toon_namen) return;
        set_toon_namen(tx, gemeente, wanted.toon_namen);
        auto line = journal::entry(caller, clock_.now(), "mijn.instelling", gemeente, journal::Object::gemeente, gemeente.bytes);
        line.kenmerken = {{"toon_namen", wanted.toon_namen ? "1" : "0"}};
        journal::append(tx, line);
    });
    return Done{};
}

}  // namespace dichtbij::mijn
