#include "zaak/zaak_follow.h"

#include <algorithm>
#include <set>

#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
namespace {

// Of a title, a domain or what is gone.
constexpr std::string_view changing[] = {"zaak.geopend", "zaak.gewijzigd", "zaak.woorden_gewist", "zaak.vernietigd"};

bool changes_document(const journal::Line& line) {
    return line.object_soort == journal::Object::zaak && std::find(std::begin(changing), std::end(changing), line.gebeurtenis) != std::end(changing);
}

std::optional<search::Document> document_of(store::Tx& tx, werk::WerkService& werken, Id<dichtbij::Zaak> id) {
    auto zaak = find_zaak(tx, id);
    const auto werk = zaak ? werken.stored(tx, zaak->werk) : std::nullopt;
    if (!werk) return std::nullopt;
    const auto blad = zaaktype::versie(tx, zaak->zaaktype_versie);
    if (!blad) return std::nullopt;
    zaak->domein = werk->domein;
    return zaak::document_of(*zaak, blad->inhoud);
}

search::Query title_query(const access::Caller& caller, std::string_view words, int limit) {
    search::Query query;
    query.text = words;
    query.kinds = {std::string(zoek_soort)};
    query.limit = limit;
    search::AnyOf gemeenten{"gemeente", {}};
    for (const auto& gemeente : access::scope_of(caller).gemeenten) gemeenten.values.push_back(gemeente.text());
    search::AnyOf domeinen{"domein", {""}};
    domeinen.values.insert(domeinen.values.end(), caller.domeinen.begin(), caller.domeinen.end());
    query.filters = {std::move(gemeenten), std::move(domeinen)};
    return query;
}

}  // namespace

search::Document document_of(const Zaak& zaak, const zaaktype::Zaaktype& type) {
    search::Document document;
    document.id = zaak.id.text();
    document.kind = zoek_soort;
    document.filters = {{"gemeente", zaak.gemeente.text()}, {"domein", zaak.domein}};
    document.text = zaak.omschrijving;
    if (zaak.omschrijving != type.naam.nl) document.text += "\n" + type.naam.nl;
    return document;
}

partij::Zoekbron zaak_zoekbron(werk::WerkService& werken) {
    return [&werken](store::Tx& tx, std::span<const journal::Line> lines, partij::Zoekwijzigingen& wijzigingen) {
        std::set<Id<dichtbij::Zaak>> changed;
        for (const journal::Line& line : lines)
            if (changes_document(line)) changed.insert(Id<dichtbij::Zaak>{line.object});
        for (const auto& id : changed) {
            const auto document = document_of(tx, werken, id);
            if (document) wijzigingen.put.push_back(*document);
            else wijzigingen.remove.push_back(id.text());
        }
    };
}

Titeltreffers find_titles(const search::Index* index, ZaakService& zaken, store::Tx& tx, const access::Caller& caller, std::string_view words, int limit) {
    Titeltreffers found;
    if (words.empty()) return found;
    const auto results = index ? index->search(title_query(caller, words, limit)) : std::nullopt;
    found.is_unavailable = !results;
    if (!results) return found;
    for (const search::Hit& hit : results->hits) {
        const auto id = Id<dichtbij::Zaak>::parse(hit.id);
        if (!id || hit.kind != zoek_soort) continue;
        auto regel = zaken.get_masked(tx, caller, *id);  // the index may be behind: a case that is gone or closed off by now
        if (regel && !regel->afgeschermd) found.regels.push_back(std::move(*regel));
    }
    std::stable_partition(found.regels.begin(), found.regels.end(), [](const Zaakregel& one) { return one.zaak.is_open(); });
    return found;
}

}  // namespace dichtbij::zaak
