#include "api/klantinteracties/lezer.h"

#include <algorithm>
#include <unordered_map>

#include "api/klantinteracties/vertaling.h"

namespace dichtbij::klantinteracties {
namespace {

using klantcontact::KlantcontactId;
using Sleutel = Id<void>;

// Where each line stands, by its id.
template <class T>
std::unordered_map<Sleutel, T*> by_id(std::vector<T>& all) {
    std::unordered_map<Sleutel, T*> of;
    of.reserve(all.size());
    for (T& one : all) of.emplace(Sleutel{one.id}, &one);
    return of;
}

template <class T>
T* find(const std::unordered_map<Sleutel, T*>& of, const Uuid& id) {
    const auto found = of.find(Sleutel{id});
    return found == of.end() ? nullptr : found->second;
}

// The ids that are there, each once.
template <class T, class F>
std::vector<Uuid> named(const std::vector<T>& all, F id) {
    std::vector<Uuid> ids;
    for (const T& one : all)
        if (const std::optional<Uuid> found = id(one)) ids.push_back(*found);
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

template <class T>
std::vector<Id<T>> typed(const std::vector<Uuid>& ids) {
    std::vector<Id<T>> list;
    list.reserve(ids.size());
    for (const Uuid& id : ids) list.push_back(Id<T>{id});
    return list;
}

// What several lines point at, shared between them.
template <class T>
std::unordered_map<Sleutel, std::shared_ptr<const T>> shared(std::vector<T>&& all) {
    std::unordered_map<Sleutel, std::shared_ptr<const T>> of;
    for (T& one : all) {
        const Sleutel id{one.id};
        of.emplace(id, std::make_shared<const T>(std::move(one)));
    }
    return of;
}

template <class T>
std::shared_ptr<const T> look_up(const std::unordered_map<Sleutel, std::shared_ptr<const T>>& of, const std::optional<Uuid>& id) {
    if (!id) return nullptr;
    const auto found = of.find(Sleutel{*id});
    return found == of.end() ? nullptr : found->second;
}

}  // namespace

bool Expand::has(std::string_view name) const {
    return std::any_of(paths_.begin(), paths_.end(), [&](std::string_view path) { return path.substr(0, path.find('.')) == name; });
}

Expand Expand::within(std::string_view name) const {
    std::vector<std::string> deeper;
    for (const std::string& path : paths_)
        if (path.size() > name.size() && path.starts_with(name) && path[name.size()] == '.') deeper.push_back(path.substr(name.size() + 1));
    return Expand(std::move(deeper));
}

Result<std::vector<Klantcontact>> Lezer::klantcontacten(std::vector<klantcontact::Klantcontact> found, const Expand& expand) const {
    std::vector<Klantcontact> all;
    std::vector<KlantcontactId> ids;
    all.reserve(found.size());
    for (auto& one : found) {
        ids.push_back(one.id);
        all.push_back(to_standard(std::move(one)));
    }
    const auto of = by_id(all);
    const auto& contacten = bronnen_.contacten;
    for (const auto& object : contacten.objecten_of(tx_, reading_, ids)) {
        Klantcontact& one = *find(of, object.klantcontact->bytes);
        (object.soort == klantcontact::Objectsoort::bijlage ? one.bijlagen : one.onderwerpobjecten).push_back(object.id);
        if (object.soort == klantcontact::Objectsoort::bijlage && expand.has("omvatteBijlagen")) {
            if (!one.expand_bijlagen) one.expand_bijlagen.emplace();
            one.expand_bijlagen->push_back(bijlage_of(object));
        }
        if (object.soort == klantcontact::Objectsoort::onderwerpobject && expand.has("gingOverOnderwerpobjecten")) {
            if (!one.expand_onderwerpobjecten) one.expand_onderwerpobjecten.emplace();
            one.expand_onderwerpobjecten->push_back(onderwerpobject_of(object));
        }
    }
    for (const auto& actor : contacten.actoren_of(tx_, reading_, ids)) find(of, actor.klantcontact.bytes)->actoren.push_back(to_standard(actor.actor));
    for (auto& row : contacten.metadata_of(tx_, reading_, ids)) find(of, row.klantcontact.bytes)->metadata.emplace(std::move(row.sleutel), std::move(row.waarde));
    if (!expand.has("hadBetrokkenen"))
        for (const auto& row : contacten.betrokkene_ids_of(tx_, reading_, ids)) find(of, row.van)->betrokkenen.push_back(row.id);
    if (!expand.has("leiddeTotInterneTaken"))
        for (const auto& row : bronnen_.taken.taak_ids_of(tx_, reading_, ids)) find(of, row.van)->interne_taken.push_back(row.id);
    if (!expand.empty()) TRY_DONE(this->expand(all, ids, expand));
    return all;
}

Result<Done> Lezer::expand(std::vector<Klantcontact>& all, const std::vector<KlantcontactId>& ids, const Expand& expand) const {
    const auto of = by_id(all);
    for (Klantcontact& one : all) {
        if (expand.has("gingOverOnderwerpobjecten") && !one.expand_onderwerpobjecten) one.expand_onderwerpobjecten.emplace();
        if (expand.has("omvatteBijlagen") && !one.expand_bijlagen) one.expand_bijlagen.emplace();
        if (expand.has("hadBetrokkenen")) one.expand_betrokkenen.emplace();
        if (expand.has("leiddeTotInterneTaken")) one.expand_interne_taken.emplace();
    }
    if (expand.has("hadBetrokkenen")) {
        TRY(auto regels, bronnen_.contacten.betrokkenen_of(tx_, reading_, ids));
        TRY(auto involved, betrokkenen(std::move(regels), expand.within("hadBetrokkenen")));
        for (Betrokkene& one : involved) {
            Klantcontact& contact = *find(of, one.klantcontact);
            contact.betrokkenen.push_back(one.id);
            contact.expand_betrokkenen->push_back(std::move(one));
        }
    }
    if (expand.has("leiddeTotInterneTaken")) {
        TRY(auto regels, bronnen_.taken.taken_of(tx_, reading_, ids));
        for (auto& regel : regels) {
            InterneTaak taak = to_standard(std::move(regel));
            Klantcontact& contact = *find(of, taak.klantcontact);
            contact.interne_taken.push_back(taak.id);
            contact.expand_interne_taken->push_back(std::move(taak));
        }
    }
    return Done{};
}

Result<std::vector<Betrokkene>> Lezer::betrokkenen(std::vector<klantcontact::Betrokkeneregel> found, const Expand& expand) const {
    std::vector<Betrokkene> all;
    all.reserve(found.size());
    for (auto& one : found) all.push_back(to_standard(std::move(one)));
    if (expand.has("digitaleAdressen")) {
        const auto of = by_id(all);
        for (Betrokkene& one : all) one.expand_digitale_adressen.emplace();
        TRY(auto adressen, bronnen_.contacten.digitale_adressen_of_betrokkenen(tx_, reading_, named(all, [](const Betrokkene& one) { return std::optional(one.id); })));
        for (auto& adres : adressen) {
            Betrokkene& owner = *find(of, adres.betrokkene.value());
            owner.expand_digitale_adressen->push_back(to_standard(std::move(adres)));
        }
    }
    if (expand.has("wasPartij")) {
        const auto ids = typed<dichtbij::Partij>(named(all, [](const Betrokkene& one) { return one.partij; }));
        TRY(auto regels, bronnen_.partijen.partijen_by_id(tx_, reading_, ids));
        TRY(auto partijen, this->partijen(std::move(regels), expand.within("wasPartij")));
        const auto of = shared(std::move(partijen));
        for (Betrokkene& one : all) one.expand_partij = look_up(of, one.partij);
    }
    if (expand.has("hadKlantcontact")) {
        const auto ids = typed<dichtbij::Klantcontact>(named(all, [](const Betrokkene& one) { return std::optional(one.klantcontact); }));
        TRY(auto regels, bronnen_.contacten.klantcontacten_by_id(tx_, reading_, ids));
        TRY(auto contacten, klantcontacten(std::move(regels), expand.within("hadKlantcontact")));
        const auto of = shared(std::move(contacten));
        for (Betrokkene& one : all) one.expand_klantcontact = look_up(of, one.klantcontact);
    }
    return all;
}

Result<std::vector<DigitaalAdres>> Lezer::digitale_adressen(std::vector<partij::DigitaalAdresregel> found, const Expand& expand) const {
    std::vector<DigitaalAdres> all;
    all.reserve(found.size());
    for (auto& one : found) all.push_back(to_standard(std::move(one)));
    if (expand.has("verstrektDoorBetrokkene")) {
        TRY(auto regels, bronnen_.contacten.betrokkenen_by_id(tx_, reading_, named(all, [](const DigitaalAdres& one) { return one.betrokkene; })));
        TRY(auto involved, betrokkenen(std::move(regels), expand.within("verstrektDoorBetrokkene")));
        const auto of = shared(std::move(involved));
        for (DigitaalAdres& one : all) one.expand_betrokkene = look_up(of, one.betrokkene);
    }
    return all;
}

Result<std::vector<Partij>> Lezer::partijen(std::vector<partij::Partijregel> found, const Expand& expand) const {
    std::vector<Partij> all;
    all.reserve(found.size());
    for (const auto& one : found) {
        all.push_back(to_standard(one));
        if (!expand.has("categorieRelaties")) continue;
        auto& relaties = all.back().expand_categorie_relaties.emplace();
        for (const auto& relatie : one.categorie_relaties) relaties.push_back(to_standard(relatie));
    }
    const auto of = by_id(all);
    const auto ids = typed<dichtbij::Partij>(named(all, [](const Partij& one) { return std::optional(one.id); }));
    const auto involved = bronnen_.contacten.betrokkene_ids_of_partijen(tx_, reading_, ids);
    for (const auto& row : involved) find(of, row.van)->betrokkenen.push_back(row.id);
    if (expand.has("digitaleAdressen")) {
        for (Partij& one : all) one.expand_digitale_adressen.emplace();
        TRY(auto adressen, bronnen_.contacten.digitale_adressen_of_partijen(tx_, reading_, ids));
        for (auto& adres : adressen) {
            Partij& owner = *find(of, adres.partij->bytes);
            owner.expand_digitale_adressen->push_back(to_standard(std::move(adres)));
        }
    }
    if (expand.has("betrokkenen")) {
        for (Partij& one : all) one.expand_betrokkenen.emplace();
        TRY(auto regels, bronnen_.contacten.betrokkenen_by_id(tx_, reading_, named(involved, [](const auto& row) { return std::optional(row.id); })));
        TRY(auto betrokkenen, this->betrokkenen(std::move(regels), expand.within("betrokkenen")));
        std::sort(betrokkenen.begin(), betrokkenen.end(), [](const Betrokkene& a, const Betrokkene& b) { return a.id < b.id; });
        for (Betrokkene& one : betrokkenen) {
            const auto owner = one.partij.value();
            find(of, owner)->expand_betrokkenen->push_back(std::move(one));
        }
    }
    return all;
}

}  // namespace dichtbij::klantinteracties
