// Merging doubles and taking that back.
#include <algorithm>

#include "base/text.h"
#include "partij/partij_service.h"
#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

using access::Caller;
using access::Rol;

constexpr std::initializer_list<Rol> samenvoegers{Rol::kcc_medewerker, Rol::behandelaar, Rol::teamleider};
constexpr std::size_t familie_max = 100;

std::optional<MedewerkerId> actor(const Caller& caller) {
    return caller.employee();
}

// Changed after the link was made, by someone other than who made it.
bool others_acted(const PartijStore& store, const Samenvoeging& link, PartijId id) {
    const auto partij = store.find(id);
    return partij && partij->gewijzigd_op >= link.op && partij->versie > 1 && store.last_changed_by(id) != link.door;
}

// Why the quick undo is refused; empty when it is not.
std::string_view refusal(const PartijStore& store, const Samenvoeging& link, const Caller& caller, Instant now) {
    if (link.door != actor(caller)) return "partij.scheiden.ander";
    if (now - link.op > ongedaan_zonder_reden) return "partij.scheiden.te_laat";
    if (others_acted(store, link, link.dubbel) || others_acted(store, link, link.overlevend)) return "partij.scheiden.ander_werkte_verder";
    return {};
}

}  // namespace

Result<Done> PartijService::merge(const Caller& caller, const Samenvoegen& wens) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Partij overlevend, visible(tx, caller, wens.overlevend));
        TRY(const Partij dubbel, visible(tx, caller, wens.dubbel));
        TRY_DONE(access::require_role(caller, overlevend.gemeente, samenvoegers));
        if (dubbel.gemeente != overlevend.gemeente) return invalid("dubbel", "partij.samenvoegen.andere_gemeente");
        if (dubbel.id == overlevend.id) return invalid("dubbel", "partij.samenvoegen.zelfde");
        if (soort(dubbel.gegevens) != soort(overlevend.gegevens)) return invalid("dubbel", "partij.samenvoegen.andere_soort");
        PartijStore(tx).insert(Samenvoeging{dubbel.id, overlevend.id, overlevend.gemeente, actor(caller), clock_.now()});
        auto line = entry(caller, "partij.samengevoegd", overlevend.gemeente, overlevend.id);
        line.kenmerken = {{"dubbel", dubbel.id.text()}};
        journal::append(tx, line);
        auto other = entry(caller, "partij.opgegaan", overlevend.gemeente, dubbel.id);
        other.kenmerken = {{"overlevend", overlevend.id.text()}};
        journal::append(tx, other);
        return Done{};
    });
}

Result<Done> PartijService::split(const Caller& caller, const Scheiden& wens) {
    const std::string reden = cleaned(wens.reden);
    if (length_in_characters(reden) > reden_max_characters) return invalid("reden", "fout.veld.te_lang", {std::to_string(reden_max_characters)});
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const PartijStore store(tx);
        const auto link = store.samenvoeging(wens.dubbel);
        if (!link || !access::is_active_in(caller, link->gemeente)) return not_found("no double " + wens.dubbel.text());
        TRY_DONE(access::require_role(caller, link->gemeente, samenvoegers));
        if (reden.empty())
            if (const auto why = refusal(store, *link, caller, clock_.now()); !why.empty()) return conflict("quick undo refused", std::string(why));
        CHECK_THAT(store.remove_samenvoeging(wens.dubbel));
        for (const PartijId id : {link->overlevend, link->dubbel}) {
            auto line = entry(caller, "partij.gescheiden", link->gemeente, id);
            line.kenmerken = {{"dubbel", link->dubbel.text()}, {"overlevend", link->overlevend.text()}};
            if (!reden.empty()) line.toelichting = reden;
            journal::append(tx, line);
        }
        return Done{};
    });
}

PartijId PartijService::survivor(store::Tx& tx, PartijId id) const {
    const PartijStore store(tx);
    for (int depth = 0; depth < samenvoeging_max_depth; ++depth) {
        const auto link = store.samenvoeging(id);
        if (!link) break;
        id = link->overlevend;
    }
    return id;
}

std::vector<PartijId> PartijService::familie(store::Tx& tx, PartijId id) const {
    const PartijStore store(tx);
    std::vector<PartijId> list{survivor(tx, id)};
    for (std::size_t at = 0; at < list.size() && list.size() < familie_max; ++at)
        for (const Samenvoeging& link : store.samenvoegingen_in(list[at])) list.push_back(link.dubbel);
    return list;
}

}  // namespace dichtbij::partij
