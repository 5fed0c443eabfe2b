#include "partij/partij_follow.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

constexpr std::size_t ahead_max_rows = 20'000;
constexpr std::string_view changing[] = {"partij.gemaakt", "partij.gewijzigd", "partij.gewist"};

std::string year_key(int year) { return "jaar:" + std::to_string(year); }

bool changes_document(const journal::Line& line) {
    return line.object_soort == journal::Object::partij && std::find(std::begin(changing), std::end(changing), line.gebeurtenis) != std::end(changing);
}

std::string encoded(const journal::Cursor& cursor) { return std::to_string(cursor.xid) + " " + std::to_string(cursor.nummer); }

journal::Cursor decoded(std::string_view text) {
    journal::Cursor cursor;
    const auto space = text.find(' ');
    if (space == std::string_view::npos) return cursor;
    std::from_chars(text.data(), text.data() + space, cursor.xid);
    std::from_chars(text.data() + space + 1, text.data() + text.size(), cursor.nummer);
    return cursor;
}

}  // namespace

search::Document document_of(const Partij& partij) {
    search::Document document;
    document.id = partij.id.text();
    document.kind = zoek_soort;
    document.filters = {{"gemeente", partij.gemeente.text()}, {"domein", ""}};
    document.names.push_back(volledige_naam(partij.gegevens));
    if (const Contactnaam* naam = contactnaam(partij.gegevens); naam && !naam->voornaam.empty() && !naam->voorletters.empty()) document.names.push_back(naam->voorletters);
    const auto* persoon = std::get_if<Persoon>(&partij.gegevens.wie);
    if (persoon && persoon->geboortedatum && waarschuwingen(partij.gegevens.indicaties).empty())
        document.keys.push_back(year_key(persoon->geboortedatum->jaar));
    return document;
}

search::Query index_query(const access::Caller& caller, const Zoekvraag& vraag, int limit) {
    search::Query query;
    for (const auto& word : vraag.woorden) query.text += (query.text.empty() ? "" : " ") + word;
    query.kinds = {std::string(zoek_soort)};
    query.limit = limit;
    search::AnyOf gemeenten{"gemeente", {}};
    for (const auto& gemeente : access::scope_of(caller).gemeenten) gemeenten.values.push_back(gemeente.text());
    query.filters.push_back(std::move(gemeenten));
    if (vraag.geboortedatum) query.keys.push_back(year_key(vraag.geboortedatum->jaar));
    return query;
}

Naamtreffers find_names(const search::Index* index, PartijService& partijen, store::Tx& tx, const access::Caller& caller, const Zoekvraag& vraag, int limit) {
    Naamtreffers found;
    if (vraag.woorden.empty()) return found;
    const auto results = index ? index->search(index_query(caller, vraag, limit)) : std::nullopt;
    found.is_unavailable = !results;
    if (!results) return found;
    found.by_guess = results->by_guess;
    for (Treffer& one : partijen.treffers(tx, caller, ids_of(*results)))
        if (std::none_of(found.treffers.begin(), found.treffers.end(), [&](const Treffer& had) { return had.id == one.id; }))
            found.treffers.push_back(std::move(one));
    return found;
}

std::vector<PartijId> ids_of(const search::Results& results) {
    std::vector<PartijId> ids;
    for (const search::Hit& hit : results.hits)
        if (const auto id = PartijId::parse(hit.id); id && hit.kind == zoek_soort) ids.push_back(*id);
    return ids;
}

void partij_zoekbron(store::Tx& tx, std::span<const journal::Line> lines, Zoekwijzigingen& wijzigingen) {
    std::set<PartijId> changed;
    for (const journal::Line& line : lines)
        if (changes_document(line)) changed.insert(PartijId{line.object});
    const PartijStore store(tx);
    for (const PartijId id : changed) {
        const auto partij = store.find(id);
        if (partij && !partij->gewist_op) wijzigingen.put.push_back(document_of(*partij));
        else wijzigingen.remove.push_back(id.text());
    }
}

journal::Cursor ZoekProjectie::cursor() {
    const std::string kept = index_.cursor();
    const std::lock_guard lock(mutex_);
    return ahead_ && ahead_->of == kept ? ahead_->cursor : decoded(kept);
}

void ZoekProjectie::apply(std::span<const journal::Line> lines, const journal::Cursor& end) {
    Zoekwijzigingen wijzigingen;
    store_.read([&](store::Tx& tx) {
        wijzigingen = {};
        for (const auto& bron : bronnen_) bron(tx, lines, wijzigingen);
    });
    const std::string kept = index_.cursor();
    {
        const std::lock_guard lock(mutex_);
        const std::size_t before = ahead_ && ahead_->of == kept ? ahead_->rows : 0;
        const bool is_nothing = wijzigingen.put.empty() && wijzigingen.remove.empty() && !kept.empty();
        if (is_nothing && before + lines.size() < ahead_max_rows) {
            ahead_ = Ahead{kept, end, before + lines.size()};
            return;
        }
        ahead_.reset();
    }
    for (const auto& document : wijzigingen.put) index_.put(document);
    for (const auto& id : wijzigingen.remove) index_.remove(id);
    index_.commit(encoded(end));
}

}  // namespace dichtbij::partij
