#include "formulier/formulier_service.h"

#include <algorithm>

#include "access/access.h"
#include "access/digest.h"
#include "base/text.h"
#include "formulier/formulier_json.h"
#include "formulier/formulier_store.h"
#include "journal/journal.h"
#include "organisatie/organisatie_service.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::formulier {
namespace {

constexpr std::size_t in_memory_limit = 500;

Aanbod missing(const Definitie& definitie, Waarom waarom, std::string what) { return {&definitie, waarom, std::move(what), {}}; }

Result<Done> may_manage(const access::Caller& caller, Id<Gemeente> gemeente) { return access::require_role(caller, gemeente, {access::Rol::beheerder}); }

// The answers that go along must be asked by the case type, in the version of today.
std::string unknown_property(store::Tx& tx, const Definitie& definitie, Id<Zaaktype> zaaktype, Day today) {
    const auto versie = zaaktype::versie_op(tx, zaaktype, today);
    if (!versie) return definitie.bestemming.zaaktype;
    const auto& known = versie->inhoud.eigenschappen;
    for (const Pagina& pagina : definitie.paginas)
        for (const Groep& groep : pagina.groepen)
            for (const Vraag& vraag : groep.vragen)
                if (!vraag.eigenschap.empty() && std::none_of(known.begin(), known.end(), [&](const auto& one) { return one.code == vraag.eigenschap; })) return vraag.eigenschap;
    return {};
}

}  // namespace

Aanbod FormulierService::resolve(store::Tx& tx, Id<Gemeente> gemeente, const Definitie& definitie) const {
    const Bestemming& to = definitie.bestemming;
    const Day today = day_of(clock_.now());
    Aanbod offer{&definitie, Waarom::aangeboden, {}, {}};
    if (organisatie::teams_of_gemeente(tx, gemeente).empty()) return missing(definitie, Waarom::geen_team, {});
    if (to.wordt == Wordt::zaak) {
        for (const auto& one : zaaktype::te_beginnen(tx, gemeente, today))
            if (one.code == to.zaaktype) offer.doel.zaaktype = one.id;
        if (!offer.doel.zaaktype) return missing(definitie, Waarom::geen_zaaktype, to.zaaktype);
        if (std::string code = unknown_property(tx, definitie, *offer.doel.zaaktype, today); !code.empty()) return missing(definitie, Waarom::geen_eigenschap, std::move(code));
    }
    if (!to.onderwerp.empty()) {
        for (const auto& one : organisatie::onderwerpen(tx, gemeente))
            if (folded(one.naam) == folded(to.onderwerp)) offer.doel.onderwerp = one.id;
        if (!offer.doel.onderwerp) return missing(definitie, Waarom::geen_onderwerp, to.onderwerp);
    }
    if (!to.upl.empty() && !offer.doel.onderwerp)
        for (const auto& one : organisatie::products(tx, gemeente))
            if (one.upl_uri.ends_with("/" + to.upl)) offer.doel.product = one.id;
    if (!to.upl.empty() && !offer.doel.onderwerp && !offer.doel.product && to.wordt == Wordt::taak) return missing(definitie, Waarom::geen_onderwerp, to.upl);
    if (!is_aan(tx, gemeente, definitie.code)) offer.waarom = Waarom::uitgezet;
    return offer;
}

std::vector<Aanbod> FormulierService::aanbod(store::Tx& tx, Id<Gemeente> gemeente) const {
    std::vector<Aanbod> all;
    for (const Definitie& one : meegeleverd_) all.push_back(resolve(tx, gemeente, one));
    return all;
}

std::optional<Aanbod> FormulierService::find(store::Tx& tx, Id<Gemeente> gemeente, std::string_view code) const {
    for (const Definitie& one : meegeleverd_)
        if (one.code == code) return resolve(tx, gemeente, one);
    return std::nullopt;
}

Id<FormulierVersie> FormulierService::versie_van(store::Tx& tx, Id<Gemeente> gemeente, const Definitie& definitie) {
    std::string text = to_json(definitie);
    const std::string hash = hex(access::sha256(text));
    const auto last = last_versie(tx, gemeente, definitie.code);
    if (last && last->hash == hash) return last->id;
    const VersieRij row{ids_.make<FormulierVersie>(), gemeente, definitie.code, last ? last->nummer + 1 : 1, hash, std::move(text), clock_.now()};
    insert_versie(tx, row);
    return row.id;
}

std::shared_ptr<const Definitie> FormulierService::definitie(store::Tx& tx, Id<FormulierVersie> id) {
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = gelezen_.find(id.bytes); found != gelezen_.end()) return found->second;
    }
    const auto row = find_versie(tx, id);
    if (!row) return nullptr;
    auto read = read_definitie(row->definitie);
    if (!read) return nullptr;
    auto made = std::make_shared<const Definitie>(std::move(*read));
    const std::lock_guard lock(mutex_);
    if (gelezen_.size() >= in_memory_limit) gelezen_.clear();
    gelezen_[id.bytes] = made;
    return made;
}

Result<std::vector<Aanbod>> FormulierService::lijst(const access::Caller& caller, Id<Gemeente> gemeente) {
    TRY_DONE(may_manage(caller, gemeente));
    return store_.read([&](store::Tx& tx) { return aanbod(tx, gemeente); });
}

Result<Cijfers> FormulierService::cijfers(const access::Caller& caller, Id<Gemeente> gemeente, std::string_view code) {
    TRY_DONE(may_manage(caller, gemeente));
    return store_.read([&](store::Tx& tx) -> Result<Cijfers> {
        if (!find(tx, gemeente, code)) return not_found("form " + std::string(code));
        return Cijfers{tellingen(tx, gemeente, code), open_concepten(tx, gemeente, code)};
    });
}

Result<Done> FormulierService::set_aangeboden(const access::Caller& caller, Id<Gemeente> gemeente, std::string_view code, bool aangeboden) {
    TRY_DONE(may_manage(caller, gemeente));
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        if (!find(tx, gemeente, code)) return not_found("form " + std::string(code));
        if (is_aan(tx, gemeente, code) == aangeboden) return Done{};
        set_aan(tx, gemeente, code, aangeboden);
        journal::Entry entry = journal::entry(caller, clock_.now(), aangeboden ? "formulier.aangezet" : "formulier.uitgezet", gemeente, journal::Object::gemeente, gemeente.bytes);
        entry.kenmerken = {{"formulier", std::string(code)}};
        journal::append(tx, entry);
        return Done{};
    });
}

std::vector<std::string> FormulierService::ontbrekend() {
    return store_.read([&](store::Tx& tx) {
        std::vector<std::string> all;
        for (const auto& gemeente : organisatie::gemeenten(tx))
            for (const Aanbod& one : aanbod(tx, gemeente.id))
                if (!one.is_aangeboden() && one.waarom != Waarom::uitgezet)
                    all.push_back("form " + one.definitie->code + " is not offered by " + gemeente.code + ": " + std::string(boost::describe::enum_to_string(one.waarom, "")) + " " + one.ontbreekt);
        return all;
    });
}

}  // namespace dichtbij::formulier
