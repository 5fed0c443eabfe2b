#include "dossier/klantbeeld.h"

#include <algorithm>
#include <charconv>
#include <map>

#include "organisatie/organisatie_service.h"

namespace dichtbij::dossier {
namespace {

using klantcontact::Contactregel;
using klantcontact::Plaats;

constexpr std::size_t contacten_per_page = 25;
constexpr int chunks_max = 10;      // of contacten_limit rows, when looking for those of one channel
constexpr int werk_max = 200;
constexpr int elders_contacten = 5;

class Look {
  public:
    Look(const DossierSchermen& s, store::Tx& tx, const access::Caller& caller, Instant now) : s_(s), tx_(tx), caller_(caller), now_(now) {}

    std::vector<Contactbeeld> with_names(std::vector<Contactregel> regels, bool is_beperkt) {
        std::vector<Contactbeeld> list;
        for (Contactregel& regel : regels) {
            // Until someone is identified nothing confidential is shown, whoever may read it.
            const bool hide = is_beperkt && (!regel.klantcontact.domein.empty() || regel.klantcontact.inhoud.vertrouwelijk);
            if (hide && !regel.afgeschermd) regel = {klantcontact::masked(regel.klantcontact), true};
            Contactbeeld beeld{std::move(regel), {}};
            if (beeld.regel.klantcontact.door) beeld.door = name_of(*beeld.regel.klantcontact.door);
            list.push_back(std::move(beeld));
        }
        return list;
    }

    std::vector<werk::Regelbeeld> open_work(const std::vector<Id<Partij>>& familie, bool is_beperkt) {
        std::vector<werk::Werkregel> regels;
        const auto grenzen = werk::bakgrenzen(now_);
        for (werk::Werk& one : s_.werk.open_of_partijen(tx_, caller_, familie, werk_max)) {
            if (one.is_intern()) continue;
            const bool hide = one.titel.empty() || (is_beperkt && !one.domein.empty());
            const auto bak = werk::bak_of(one, grenzen);
            regels.push_back({hide ? werk::masked(one) : std::move(one), hide, bak});
        }
        return werk::with_names(tx_, s_.partijen, std::move(regels), now_);
    }

    // The first rows are read for the tabs whatever is asked, so that those stand still.
    Contacten contacts(const std::vector<Id<Partij>>& familie, const Klantvraag& vraag, bool is_beperkt) {
        Contacten found;
        found.totaal = s_.klantcontacten.count_of_partijen(tx_, familie);
        auto newest = s_.klantcontacten.of_partijen(tx_, caller_, familie, std::nullopt, klantcontact::contacten_limit);
        found.kanalen = tabs_of(newest);
        auto pagina = vraag.voor ? s_.klantcontacten.of_partijen(tx_, caller_, familie, vraag.voor, klantcontact::contacten_limit) : std::move(newest);
        std::vector<Contactregel> shown;
        for (int chunk = 0; chunk < chunks_max; ++chunk) {
            for (Contactregel& regel : pagina.regels) {
                if (!vraag.kanaal.empty() && regel.klantcontact.inhoud.kanaal != vraag.kanaal) continue;
                if (shown.size() == contacten_per_page) {
                    found.volgende = Plaats{shown.back().klantcontact.inhoud.plaatsgevonden_op, shown.back().klantcontact.id};
                    break;
                }
                shown.push_back(std::move(regel));
            }
            if (found.volgende || !pagina.volgende) break;
            if (chunk + 1 == chunks_max) found.volgende = pagina.volgende;
            else pagina = s_.klantcontacten.of_partijen(tx_, caller_, familie, pagina.volgende, klantcontact::contacten_limit);
        }
        found.regels = with_names(std::move(shown), is_beperkt);
        return found;
    }

    std::string gemeente_naam(Id<Gemeente> id) {
        const auto found = organisatie::gemeente(tx_, id);
        return found ? found->naam : std::string();
    }

    // Both records are read, so both stand in the access log.
    void add_contacts(Elders& elders) {
        if (!elders.verwant.is_zeker()) return;
        const auto seen = s_.partijen.read(tx_, caller_, elders.verwant.partij.id);
        const auto* beeld = seen ? std::get_if<partij::PartijBeeld>(&*seen) : nullptr;
        if (!beeld) return;
        const auto familie = s_.partijen.familie(tx_, beeld->partij.id);
        auto pagina = s_.klantcontacten.of_partijen(tx_, caller_, familie, std::nullopt, elders_contacten);
        elders.contacten = with_names(std::move(pagina.regels), true);
        elders.lopend = static_cast<int>(open_work(familie, true).size());
    }

  private:
    static std::vector<Kanaaltab> tabs_of(const klantcontact::Contactpagina& newest) {
        std::vector<Kanaaltab> tabs;
        for (const auto& regel : newest.regels) {
            const std::string& kanaal = regel.klantcontact.inhoud.kanaal;
            auto tab = std::find_if(tabs.begin(), tabs.end(), [&](const Kanaaltab& one) { return one.kanaal == kanaal; });
            if (tab == tabs.end()) tab = tabs.insert(tabs.end(), {kanaal, 0});
            ++*tab->aantal;
        }
        if (newest.volgende)
            for (auto& tab : tabs) tab.aantal.reset();
        std::sort(tabs.begin(), tabs.end(), [](const auto& a, const auto& b) { return a.aantal > b.aantal; });
        return tabs;
    }

    const std::string& name_of(Id<Medewerker> id) {
        const auto [found, is_new] = names_.try_emplace(id);
        if (is_new) found->second = organisatie::naam_of(tx_, id);
        return found->second;
    }

    const DossierSchermen& s_;
    store::Tx& tx_;
    const access::Caller& caller_;
    const Instant now_;
    std::map<Id<Medewerker>, std::string> names_;
};

// What has a transaction of its own.
Result<Done> add_relations(const DossierSchermen& s, const access::Caller& caller, Klantbeeld& beeld) {
    TRY(auto elsewhere, s.partijen.side_by_side(caller, beeld.beeld.partij.id));
    for (auto& verwant : elsewhere) beeld.elders.push_back({std::move(verwant), {}, {}, 0});
    TRY(beeld.mogelijk_dubbel, s.partijen.possible_doubles(caller, beeld.beeld.partij.id));
    TRY(beeld.vragen, s.partijen.controlevragen(caller, beeld.beeld.partij.gemeente));
    return Done{};
}

}  // namespace

Result<Aangezicht> look(const DossierSchermen& s, const access::Caller& caller, const Klantvraag& vraag, Instant now) {
    TRY(auto seen, s.partijen.read(caller, vraag.partij, vraag.gesprek));
    if (auto* closed = std::get_if<partij::Afgeschermd>(&seen)) return Aangezicht(std::move(*closed));
    Klantbeeld beeld;
    beeld.beeld = std::move(std::get<partij::PartijBeeld>(seen));
    beeld.gesprek = vraag.gesprek;
    TRY_DONE(add_relations(s, caller, beeld));
    s.store.read([&](store::Tx& tx) {
        Look look(s, tx, caller, now);
        const auto familie = s.partijen.familie(tx, beeld.beeld.partij.id);
        beeld.gemeente = look.gemeente_naam(beeld.beeld.partij.gemeente);
        if (std::holds_alternative<partij::Organisatie>(beeld.gegevens().wie)) beeld.accountmanager = partij::accountmanager_van(tx, s.partijen, beeld.beeld.partij.id, day_of(now));
        beeld.loopt = look.open_work(familie, beeld.is_beperkt());
        beeld.contacten = look.contacts(familie, vraag, beeld.is_beperkt());
        for (Elders& one : beeld.elders) {
            one.gemeente = look.gemeente_naam(one.verwant.partij.gemeente);
            look.add_contacts(one);
        }
        beeld.samengevoegd.clear();
        for (const auto& id : beeld.beeld.dubbelen) beeld.samengevoegd.push_back({id, s.partijen.naam_of(tx, id)});
        const auto* contact = std::get_if<partij::Contactpersoon>(&beeld.gegevens().wie);
        if (contact && contact->werkte_voor) beeld.werkgever = Naamregel{*contact->werkte_voor, s.partijen.naam_of(tx, *contact->werkte_voor)};
    });
    return Aangezicht(std::move(beeld));
}

std::string as_text(const Plaats& plaats) { return std::to_string(plaats.op.time_since_epoch().count()) + "." + plaats.id.text(); }

std::optional<Plaats> plaats_from(std::string_view text) {
    const auto dot = text.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    std::int64_t at = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + dot, at);
    const auto id = Id<Klantcontact>::parse(text.substr(dot + 1));
    if (error != std::errc() || end != text.data() + dot || !id) return std::nullopt;
    return Plaats{Instant(seconds(at)), *id};
}

}  // namespace dichtbij::dossier
