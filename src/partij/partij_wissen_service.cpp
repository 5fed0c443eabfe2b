// The rights of people over their data: erasure and access (AVG art. 15 and 17).
#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"
#include "partij/identificatie_store.h"
#include "partij/partij_service.h"
#include "partij/partij_store.h"

namespace dichtbij::partij {
namespace {

using access::Caller;
using access::Rol;

constexpr int gebeurtenissen_page = 500;
constexpr std::size_t gebeurtenissen_max = 10'000;

template <class T>
void append(std::vector<T>& list, std::vector<T> more) {
    list.insert(list.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

std::vector<journal::Line> whole_timeline(store::Tx& tx, PartijId partij) {
    std::vector<journal::Line> all;
    std::optional<std::int64_t> before;
    while (all.size() < gebeurtenissen_max) {
        auto page = journal::timeline_of_partij(tx, partij, before, gebeurtenissen_page);
        if (page.empty()) break;
        before = page.back().nummer;
        append(all, std::move(page));
    }
    return all;
}

std::vector<access::InzageRegel> all_looks(access::AccessLog& log, PartijId partij) {
    std::vector<access::InzageRegel> all;
    std::optional<std::int64_t> before;
    do {
        auto page = log.of_partij(partij, before);
        append(all, std::move(page.regels));
        before = page.voor;
    } while (before && all.size() < gebeurtenissen_max);
    return all;
}

}  // namespace

Result<Done> PartijService::wis(const Caller& caller, const Wissen& wens) {
    const std::string reden = cleaned(wens.reden);
    if (reden.empty()) return invalid("reden", "fout.veld.verplicht");
    if (length_in_characters(reden) > reden_max_characters) return invalid("reden", "fout.veld.te_lang", {std::to_string(reden_max_characters)});
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Partij partij, visible(tx, caller, wens.partij));
        TRY_DONE(access::require_role(caller, partij.gemeente, {Rol::beheerder}));
        for (const PartijId id : familie(tx, partij.id)) {
            for (const auto& act : on_wissen_) act(tx, caller, id);
            PartijStore(tx).erase(id, clock_.now());
            journal::destroy_toelichtingen(tx, journal::Object::partij, id.bytes, clock_.now());
            auto line = entry(caller, "partij.gewist", partij.gemeente, id);
            line.kenmerken = {{"grond", boost::describe::enum_to_string(wens.grond, "")}};
            line.toelichting = reden;
            journal::append(tx, line);
        }
        return Done{};
    });
}

Result<Inzagedossier> PartijService::collect(const Caller& caller, PartijId id) {
    TRY(Inzagedossier dossier, store_.read([&](store::Tx& tx) -> Result<Inzagedossier> {
        TRY(const Partij partij, visible(tx, caller, id));
        TRY_DONE(access::require_role(caller, partij.gemeente, {Rol::beheerder}));
        const IdentificatieStore identificaties(tx);
        Inzagedossier found;
        access::Inzage inzage{.gemeente = partij.gemeente};
        for (const PartijId member : familie(tx, partij.id)) {
            TRY(const Partij one, stored(tx, member));
            found.partijen.push_back({one.id, veldwaarden(one.gegevens)});
            append(found.identificaties, identificaties.identificaties(member));
            append(found.openingen, identificaties.openingen(member));
            append(found.gebeurtenissen, whole_timeline(tx, member));
            inzage.partijen.push_back(member);
        }
        record(tx, caller, std::move(inzage));
        return found;
    }));
    for (const auto& deel : dossier.partijen) append(dossier.ingezien, all_looks(log_, deel.partij));
    return dossier;
}

}  // namespace dichtbij::partij
