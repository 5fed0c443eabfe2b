#include "journal/journal.h"

#include <algorithm>

#include "access/digest.h"
#include "journal/journal_service.h"
#include "journal/journal_store.h"

namespace dichtbij::journal {
namespace {

constexpr std::size_t salt_bytes = 16;
constexpr const char* applicatie_kenmerk = "applicatie";

std::optional<Woorden> words_of(const Entry& entry) {
    if (!entry.toelichting || entry.toelichting->empty()) return std::nullopt;
    return Woorden{store::Blob{random_bytes(salt_bytes)}, *entry.toelichting};
}

// What is about a werk or a partij itself stands in its timeline too.
template <class T>
std::optional<Id<T>> timeline(const std::optional<Id<T>>& named, const Entry& entry, Object soort) {
    if (!named && entry.object_soort == soort) return Id<T>{entry.object};
    return named;
}

std::vector<std::pair<std::string, std::string>> with_application(const Entry& entry) {
    auto kenmerken = entry.kenmerken;
    if (entry.applicatie) kenmerken.emplace_back(applicatie_kenmerk, entry.applicatie->text());
    return kenmerken;
}

}  // namespace

std::int64_t append(store::Tx& tx, const Entry& entry) {
    CHECK_THAT(!entry.gebeurtenis.empty());
    const auto words = words_of(entry);
    Rij row{.gebeurtenis = entry.gebeurtenis,
            .gemeente = entry.gemeente,
            .object_soort = entry.object_soort,
            .object = entry.object,
            .op = entry.op,
            .door = entry.door,
            .werk = timeline(entry.werk, entry, Object::werk),
            .partij = timeline(entry.partij, entry, Object::partij),
            .kenmerken = encode_kenmerken(with_application(entry)),
            .toelichting_hash = std::nullopt};
    if (words) row.toelichting_hash = store::Blob{access::sha256(words->zout.bytes + words->tekst)};
    return insert_row(tx, row, words);
}

Entry entry(const access::Caller& caller, Instant now, std::string gebeurtenis, Id<Gemeente> gemeente, Object soort,
            Uuid object) {
    Entry made;
    made.gebeurtenis = std::move(gebeurtenis);
    made.gemeente = gemeente;
    made.object_soort = soort;
    made.object = object;
    made.op = now;
    made.door = caller.employee();
    if (caller.applicatie) made.applicatie = caller.applicatie->id;
    return made;
}

std::string Line::kenmerk(std::string_view key) const {
    const auto found = std::find_if(kenmerken.begin(), kenmerken.end(), [&](const auto& pair) { return pair.first == key; });
    return found == kenmerken.end() ? std::string() : found->second;
}

std::optional<Id<Applicatie>> Line::applicatie() const { return Id<Applicatie>::parse(kenmerk(applicatie_kenmerk)); }

std::vector<Line> timeline_of_werk(store::Tx& tx, Id<Werk> werk, std::optional<std::int64_t> before, int limit) {
    return read_timeline(tx, {Keuze::Op::werk, werk.bytes, Object::werk}, before, limit);
}

std::vector<Line> timeline_of_partij(store::Tx& tx, Id<Partij> partij, std::optional<std::int64_t> before, int limit) {
    return read_timeline(tx, {Keuze::Op::partij, partij.bytes, Object::partij}, before, limit);
}

std::vector<Line> timeline_of_object(store::Tx& tx, Object soort, const Uuid& id, std::optional<std::int64_t> before, int limit) {
    return read_timeline(tx, {Keuze::Op::object, id, soort}, before, limit);
}

std::int64_t destroy_toelichtingen(store::Tx& tx, Object soort, const Uuid& id, Instant now) {
    return destroy_words(tx, soort, id, now);
}

Result<std::int64_t> correct_toelichting(store::Tx& tx, std::int64_t nummer, Entry correction) {
    if (!has_words(tx, nummer)) return not_found("no toelichting at journal row " + std::to_string(nummer));
    CHECK_THAT(correction.toelichting && !correction.toelichting->empty());
    correction.kenmerken.emplace_back("nummer", std::to_string(nummer));
    const std::int64_t replacement = append(tx, correction);
    replace_words(tx, nummer, replacement);
    return replacement;
}

void destroy_toelichting(store::Tx& tx, std::int64_t nummer, Instant now) { destroy_words(tx, nummer, now); }

std::vector<access::BewaarRegel> bewaar_regels() {
    return {{"toelichting", {"toelichting"}, "as long as what the words are about", 0, access::Volgt{"partij, werk, klantcontact"}}};
}

}  // namespace dichtbij::journal
