#include "app/import_rijen.h"

#include <algorithm>
#include <chrono>
#include <utility>

#include "app/import_wegwijzer.h"

namespace dichtbij::app::contactimport {
namespace {

constexpr std::size_t groep_rijen_min = 10;
constexpr std::size_t groep_rijen_max = 200;
constexpr std::chrono::milliseconds groep_duur{40};  // others who write wait no longer than this

}  // namespace

Rijenimport::Rijenimport(store::Store& store, const Clock& clock, Opdracht opdracht, Meldingen meldingen)
    : store_(store), clock_(clock), opdracht_(opdracht), meldingen_(std::move(meldingen)) {}

Result<Telling> Rijenimport::run(std::istream& input, const Rijsoort& soort) {
    TRY(Rijenbestand file, Rijenbestand::open(input, soort.kolommen));
    meldingen_.begin(file);
    std::size_t size = groep_rijen_min;
    for (bool is_end = false; !is_end;) {
        Groep groep;
        while (groep.size() < size && !is_end) {
            auto record = file.next();
            is_end = !record;
            if (!record) break;
            ++telling_.gelezen;
            if (!record->fouten.empty()) {
                refuse(record->regel, record->fouten, record->record.fields);
                continue;
            }
            auto rij = soort.lees(file.kolommen(), record->record, clock_.now());
            if (rij) groep.push_back({record->regel, std::move(record->record.fields), std::move(*rij)});
            else refuse(record->regel, rij.error(), record->record.fields);
        }
        const bool is_full = groep.size() == size;
        const auto begin = std::chrono::steady_clock::now();
        for (std::size_t from = 0; from < groep.size();) from = take_rows(groep, from, soort);
        const bool is_slow = std::chrono::steady_clock::now() - begin > groep_duur;
        if (is_slow) size = std::max(groep_rijen_min, size * 3 / 4);
        else if (is_full) size = std::min(groep_rijen_max, size * 5 / 4);
        if (meldingen_.voortgang(telling_, file.bytes_read()) == Meldingen::Verder::stop) break;
    }
    return telling_;
}

// Stores what can be stored from row `from` on, and says where to go on: a row that a service refuses
// undoes its group, so the rows before it are stored again without it.
std::size_t Rijenimport::take_rows(const Groep& groep, std::size_t from, const Rijsoort& soort) {
    std::size_t to = groep.size();
    std::vector<Lot> lots;
    Result<Done> done = store_rows(std::span(groep).subspan(from), lots);
    if (!done) {
        const Failure failure = done.error();
        const Wachtend& refused = groep[from + lots.size()];
        to = from + lots.size();
        // Nothing was kept of the rows before it; a proef keeps nothing anyway.
        if (opdracht_.modus == Modus::bewaren && to > from) {
            done = store_rows(std::span(groep).subspan(from, to - from), lots);
            if (!done) return from;  // another one wrote meanwhile: begin again
        }
        if (failure.key == soort.bekend_al) ++telling_.bekend;
        else refuse(refused.regel, refused.rij.fouten(failure), refused.velden);
    }
    for (std::size_t i = from; i < to; ++i) count(groep[i].rij, lots[i - from]);
    return done && to == groep.size() ? to : to + 1;
}

// In one transaction. When a row is refused `lots` holds those before it.
Result<Done> Rijenimport::store_rows(std::span<const Wachtend> rijen, std::vector<Lot>& lots) {
    const bool is_proef = opdracht_.modus == Modus::proef;
    const auto done = store_.write([&](store::Tx& tx) -> Result<Done> {
        lots.clear();
        const Wegwijzer wegwijzer(tx, opdracht_.gemeente);
        for (const Wachtend& one : rijen) {
            if (is_told(one.rij.extern_id)) {
                lots.push_back(Lot::bekend);
                continue;
            }
            TRY(const Lot lot, one.rij.bewaar(tx, wegwijzer));
            lots.push_back(lot);
        }
        if (is_proef) return conflict("undone: only tried", "");
        return Done{};
    });
    return is_proef && lots.size() == rijen.size() ? Result<Done>(Done{}) : done;
}

// Of a proef: an earlier row of this file has the same id, and would be there by now.
bool Rijenimport::is_told(const std::string& extern_id) const { return opdracht_.modus == Modus::proef && gezien_.contains(std::hash<std::string>()(extern_id)); }

void Rijenimport::count(const Klaarstaand& rij, Lot lot) {
    if (lot == Lot::bekend) {
        ++telling_.bekend;
        return;
    }
    ++telling_.opgeslagen;
    if (lot == Lot::open) ++telling_.open;
    if (opdracht_.modus == Modus::proef) gezien_.insert(std::hash<std::string>()(rij.extern_id));
}

void Rijenimport::refuse(std::int64_t regel, const std::vector<Rijfout>& fouten, const std::vector<std::string>& velden) {
    ++telling_.afgekeurd;
    meldingen_.afgekeurd(regel, fouten, velden);
}

std::vector<std::string> pieces(std::string_view text, std::size_t limit) {
    std::vector<std::string> list;
    std::size_t characters = 0, from = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool begins = (static_cast<unsigned char>(text[at]) & 0xc0) != 0x80;
        if (begins && characters++ == limit) {
            list.emplace_back(text.substr(from, at - from));
            from = at;
            characters = 1;
        }
    }
    if (from < text.size()) list.emplace_back(text.substr(from));
    return list;
}

void add_line(std::string& text, std::string_view name, std::string_view value) {
    if (!value.empty()) text.append(text.empty() ? "" : "\n").append(name).append(": ").append(value);
}

}  // namespace dichtbij::app::contactimport
