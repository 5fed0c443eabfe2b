#include "bericht/bericht_follow.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <map>
#include <set>

namespace dichtbij::bericht {
namespace {

constexpr std::string_view ongedaan = "werk.ongedaan";
constexpr int timeline_rows = 20;

// The act was taken back before the follower saw it, or who did it chose not to write ("zaak.niet_bericht").
bool is_left_unsaid(store::Tx& tx, const journal::Line& line) {
    const auto timeline = journal::timeline_of_werk(tx, *line.werk, std::nullopt, timeline_rows);
    return std::any_of(timeline.begin(), timeline.end(), [&](const journal::Line& other) {
        const bool was_taken_back = other.gebeurtenis == ongedaan && other.nummer > line.nummer && other.op - line.op <= handeling_termijn;
        return was_taken_back || (other.op == line.op && other.gebeurtenis.ends_with(".niet_bericht"));
    });
}

}  // namespace

void Berichtmaker::apply(store::Tx& tx, std::span<const journal::Line> lines) {
    std::set<std::string_view> known;
    for (const Gebeurtenis& one : voorstellen_.beheer().standaard().gebeurtenissen) known.insert(one.code);
    std::map<Id<Gemeente>, std::vector<Berichtregel>> regels;
    for (const journal::Line& line : lines) {
        if (line.gebeurtenis == ongedaan && line.werk) berichten_.withdraw_by_rule(tx, *line.werk, line.op - handeling_termijn);
        if (line.kenmerk("import") == "1") continue;  // another system told him, or did not
        if (!known.contains(line.gebeurtenis) || berichten_.now() - line.op > te_oud_termijn) continue;
        auto found = regels.find(line.gemeente);
        if (found == regels.end()) found = regels.emplace(line.gemeente, voorstellen_.beheer().regels(tx, line.gemeente)).first;
        look_at(tx, line, found->second);
    }
}

void Berichtmaker::look_at(store::Tx& tx, const journal::Line& line, const std::vector<Berichtregel>& regels) {
    // Cheap first: most events have no rule that is on.
    if (std::none_of(regels.begin(), regels.end(), [&](const Berichtregel& one) { return one.actief && one.gebeurtenis == line.gebeurtenis; })) return;
    const auto naar = voorstellen_.bron().bij_gebeurtenis(tx, line);
    if (!naar) return;
    const Berichtregel* regel = beslissend(regels, {line.gebeurtenis, line.kenmerken, naar->zaaktype, naar->kanaal});
    if (!regel || regel->sjabloon.empty()) return;
    if (naar->zwijg) {
        if (is_melden_waard(*naar->zwijg)) skipped(tx, line, *naar, *regel, boost::describe::enum_to_string(*naar->zwijg, ""));
        return;
    }
    // Who did it wrote to the resident himself.
    if (line.werk && (berichten_.is_geschreven(tx, *line.werk, line.op) || is_left_unsaid(tx, line))) return;
    const auto voorstel = voorstellen_.strikt(tx, *naar, regel->sjabloon);
    if (!voorstel) return skipped(tx, line, *naar, *regel, voorstel.error().fields.empty() ? "sjabloon" : "zonder_" + voorstel.error().fields.front().field);
    const NieuwBericht nieuw{naar->gemeente,      naar->partij,        naar->werk,       voorstel->sjabloon, voorstel->taal,
                             voorstel->onderwerp, voorstel->tekst,     naar->handeling};
    const auto made = berichten_.write(tx, access::system_caller("berichtregel"), nieuw, {regel->code, line.nummer});
    if (!made) skipped(tx, line, *naar, *regel, made.error().fields.empty() ? "ontvanger" : "tekst");
}

// Nobody is left to wonder why a resident heard nothing.
void Berichtmaker::skipped(store::Tx& tx, const journal::Line& line, const Geadresseerde& naar, const Berichtregel& regel, const std::string& reden) {
    journal::Entry entry = journal::entry(access::system_caller("berichtregel"), berichten_.now(), "bericht.overgeslagen", naar.gemeente, line.object_soort, line.object);
    entry.werk = naar.werk;
    if (!naar.partij.is_nil()) entry.partij = naar.partij;
    entry.kenmerken = {{"regel", regel.code}, {"reden", reden}};
    journal::append(tx, entry);
}

std::unique_ptr<journal::SharedFollower> bericht_follower(store::Store& store, std::string holder, Berichtmaker& maker) {
    return std::make_unique<journal::SharedFollower>(store, "berichten", std::move(holder),
                                                     [&maker](store::Tx& tx, std::span<const journal::Line> lines) { maker.apply(tx, lines); });
}

}  // namespace dichtbij::bericht
