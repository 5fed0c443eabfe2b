// Reading messages: by employees, and by residents themselves.

#include <algorithm>
#include <map>

#include "bericht/bericht_service.h"
#include "bericht/bericht_store.h"
#include "bericht/journaal_service.h"
#include "werk/nummer.h"
#include "werk/toegang_service.h"

namespace dichtbij::bericht {
namespace {

using access::Rol;

constexpr std::initializer_list<Rol> outbox_rollen{Rol::teamleider, Rol::manager, Rol::beheerder};

void newest_first(std::vector<Bericht>& list, int limit) {
    std::sort(list.begin(), list.end(), [](const Bericht& a, const Bericht& b) { return a.id > b.id; });
    if (list.size() > static_cast<std::size_t>(limit)) list.resize(static_cast<std::size_t>(limit));
}

Bladzijde page_of(std::optional<Id<dichtbij::Bericht>> voor, int limit) { return {voor, std::clamp(limit, 1, lijst_limit)}; }

bool contains(const std::vector<Id<Partij>>& partijen, Id<Partij> one) { return std::find(partijen.begin(), partijen.end(), one) != partijen.end(); }

std::vector<Id<Gemeente>> outbox_of(const access::Caller& caller) {
    std::vector<Id<Gemeente>> found;
    for (const auto& grant : caller.grants)
        if (std::find(outbox_rollen.begin(), outbox_rollen.end(), grant.rol) != outbox_rollen.end() &&
            std::find(found.begin(), found.end(), grant.gemeente) == found.end())
            found.push_back(grant.gemeente);
    return found;
}

// A page of rows that may hold some to leave out: reads on until it is full.
template <class Read, class Keep>
std::vector<Bericht> full_page(Bladzijde bladzijde, Read read, Keep keep) {
    std::vector<Bericht> found;
    const auto wanted = static_cast<std::size_t>(bladzijde.limit);
    while (true) {
        std::vector<Bericht> rows = read(bladzijde);
        const bool is_last = rows.size() < wanted;
        if (!rows.empty()) bladzijde.voor = rows.back().id;
        for (Bericht& one : rows)
            if (found.size() < wanted && keep(one)) found.push_back(std::move(one));
        if (is_last || found.size() == wanted) return found;
    }
}

}  // namespace

bool BerichtService::may_see_outbox(const access::Caller& caller, Id<Gemeente> gemeente) const { return access::has_role(caller, gemeente, outbox_rollen); }

Bericht BerichtService::seen(store::Tx& tx, const access::Caller& caller, Bericht bericht) {
    if (!bericht.werk) return bericht;
    const auto werk = werk_.stored(tx, *bericht.werk);
    return werk && access::may_read_domein(caller, werk->domein) ? bericht : masked(std::move(bericht));
}

std::vector<Bericht> BerichtService::seen(store::Tx& tx, const access::Caller& caller, std::vector<Bericht> list) {
    std::map<Id<Werk>, bool> readable;
    for (Bericht& one : list) {
        if (!one.werk) continue;
        const auto [at, is_new] = readable.try_emplace(*one.werk, false);
        if (is_new) {
            const auto werk = werk_.stored(tx, *one.werk);
            at->second = werk && access::may_read_domein(caller, werk->domein);
        }
        if (!at->second) one = masked(std::move(one));
    }
    return list;
}

std::vector<Bericht> BerichtService::found(store::Tx& tx, const access::Caller& caller, const Filter& filter, std::span<const Id<Gemeente>> outbox) {
    const Bladzijde bladzijde = page_of(filter.voor, filter.limit);
    const auto in_outbox = [&](const Bericht& one) { return std::find(outbox.begin(), outbox.end(), one.gemeente) != outbox.end(); };
    if (!filter.nummer.empty()) {
        std::string nummer = werk::nummer_from(filter.nummer);
        if (nummer.empty()) nummer = filter.nummer;
        return full_page(bladzijde, [&](const Bladzijde& page) { return berichten_of_nummer(tx, nummer, page); },
                         [&](const Bericht& one) {
                             const bool is_mine = filter.wie == Wie::van_mij ? one.door == caller.medewerker : in_outbox(one);
                             return is_mine && (!filter.staat || one.staat == *filter.staat);
                         });
    }
    if (filter.wie == Wie::van_mij)
        return full_page(bladzijde, [&](const Bladzijde& page) { return berichten_of_door(tx, caller.medewerker, filter.staat, page); },
                         [&](const Bericht& one) { return access::is_active_in(caller, one.gemeente) && (!filter.gemeente || one.gemeente == *filter.gemeente); });
    std::vector<Bericht> list;
    for (const auto& gemeente : outbox)
        for (Bericht& one : berichten_of_gemeente(tx, gemeente, filter.staat, bladzijde)) list.push_back(std::move(one));
    newest_first(list, bladzijde.limit);
    return list;
}

Result<std::vector<Bericht>> BerichtService::list(const access::Caller& caller, const Filter& filter) {
    if (filter.gemeente && !access::is_active_in(caller, *filter.gemeente)) return not_found("gemeente " + filter.gemeente->text());
    std::vector<Id<Gemeente>> outbox = outbox_of(caller);
    if (filter.gemeente) std::erase_if(outbox, [&](const auto& one) { return one != *filter.gemeente; });
    if (filter.wie == Wie::alle && outbox.empty()) return forbidden("no outbox for this caller");
    return store_.read([&](store::Tx& tx) { return seen(tx, caller, found(tx, caller, filter, outbox)); });
}

Result<Bericht> BerichtService::get(const access::Caller& caller, Id<dichtbij::Bericht> id) {
    return store_.read([&](store::Tx& tx) { return get(tx, caller, id); });
}

Result<Bericht> BerichtService::get(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Bericht> id) {
    auto bericht = find_bericht(tx, id);
    if (!bericht || !access::is_active_in(caller, bericht->gemeente)) return not_found("bericht " + id.text());
    if (bericht->door != caller.medewerker && !may_see_outbox(caller, bericht->gemeente)) return forbidden("bericht " + id.text());
    const Id<Partij> partij = bericht->partij;
    Bericht shown = seen(tx, caller, std::move(*bericht));
    if (!shown.tekst.empty()) log_.record(caller, {access::Inzagesoort::detail, shown.gemeente, {partij}, "", "bericht", id.bytes});
    return shown;
}

std::vector<Bericht> BerichtService::of_werk(store::Tx& tx, const access::Caller& caller, Id<Werk> werk, std::optional<Id<dichtbij::Bericht>> voor, int limit) {
    const auto stored_werk = werk_.stored(tx, werk);
    if (!stored_werk || !werk::may_know(caller, stored_werk->gemeente)) return {};
    return seen(tx, caller, berichten_of_werk(tx, werk, page_of(voor, limit)));
}

std::vector<Bericht> BerichtService::of_partijen(store::Tx& tx, const access::Caller& caller, const std::vector<Id<Partij>>& partijen,
                                                 std::optional<Id<dichtbij::Bericht>> voor, int limit) {
    std::vector<Bericht> list;
    for (const auto& partij : partijen)
        for (Bericht& one : full_page(page_of(voor, limit), [&](const Bladzijde& page) { return berichten_of_partij(tx, partij, page); },
                                      [&](const Bericht& row) { return werk::may_know(caller, row.gemeente).has_value(); }))
            list.push_back(std::move(one));
    newest_first(list, page_of(voor, limit).limit);
    return seen(tx, caller, std::move(list));
}

std::vector<Bericht> BerichtService::of_partij(store::Tx& tx, const std::vector<Id<Partij>>& partijen, std::optional<Id<dichtbij::Bericht>> voor, int limit) {
    std::vector<Bericht> list;
    for (const auto& partij : partijen)
        for (Bericht& one : full_page(page_of(voor, limit), [&](const Bladzijde& page) { return berichten_of_partij(tx, partij, page); },
                                      [](const Bericht& row) { return is_zichtbaar(row.staat); }))
            list.push_back(std::move(one));
    newest_first(list, page_of(voor, limit).limit);
    return list;
}

std::vector<Bericht> BerichtService::of_werk(store::Tx& tx, const std::vector<Id<Partij>>& partijen, Id<Werk> werk,
                                             std::optional<Id<dichtbij::Bericht>> voor, int limit) {
    return full_page(page_of(voor, limit), [&](const Bladzijde& page) { return berichten_of_werk(tx, werk, page); },
                     [&](const Bericht& one) { return is_zichtbaar(one.staat) && contains(partijen, one.partij); });
}

std::int64_t BerichtService::ongelezen(store::Tx& tx, const std::vector<Id<Partij>>& partijen) {
    std::int64_t count = 0;
    for (const auto& partij : partijen) count += count_ongelezen(tx, partij);
    return count;
}

Result<Bericht> BerichtService::read(store::Tx& tx, const std::vector<Id<Partij>>& partijen, Id<dichtbij::Bericht> id) {
    auto bericht = find_bericht(tx, id);
    if (!bericht || !contains(partijen, bericht->partij) || !is_zichtbaar(bericht->staat)) return not_found("bericht " + id.text());
    if (!may_follow(bericht->staat, Staat::gelezen)) return std::move(*bericht);
    bericht->staat = Staat::gelezen;
    bericht->gelezen_op = clock_.now();
    ++bericht->versie;
    save_bericht(tx, *bericht);
    append(tx, access::system_caller("mijn dichtbij"), "bericht.gelezen", *bericht);
    return std::move(*bericht);
}

bool BerichtService::is_geschreven(store::Tx& tx, Id<Werk> werk, Instant op) { return bericht::is_geschreven(tx, werk, op); }

std::optional<Bericht> BerichtService::stored(store::Tx& tx, Id<dichtbij::Bericht> id) { return find_bericht(tx, id); }

}  // namespace dichtbij::bericht
