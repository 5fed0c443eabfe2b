#include "organisatie/organisatie_beheer.h"
#include "organisatie/organisatie_store.h"
#include "organisatie/rechten.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {

using access::Caller;
using access::Rol;

OrganisatieService::OrganisatieService(store::Store& store, const Clock& clock, IdSource& ids, Hooks hooks)
    : store_(store), clock_(clock), ids_(ids), hooks_(std::move(hooks)) {}

std::vector<Gemeente> OrganisatieService::own_gemeenten(const Caller& caller) const {
    return store_.read([&](store::Tx& tx) {
        auto list = OrganisatieStore(tx).gemeenten();
        std::erase_if(list, [&](const Gemeente& g) { return !access::is_active_in(caller, g.id); });
        return list;
    });
}

Result<Gemeente> OrganisatieService::gemeente(const Caller& caller, Id<dichtbij::Gemeente> id) const {
    return store_.read([&](store::Tx& tx) -> Result<Gemeente> {
        if (!access::is_active_in(caller, id)) return not_found("gemeente " + id.text());
        return organisatie::gemeente(tx, id);
    });
}

Result<Done> OrganisatieService::change(const Caller& caller, Gemeente wanted) const {
    TRY_DONE(access::require_role(caller, wanted.id, {Rol::beheerder}));
    Toetsing toetsing;
    toetsing.regel("naam", wanted.naam, naam_limit);
    toetsing.telefoon("telefoon", wanted.telefoon, Nodig::ja);
    toetsing.email("email", wanted.email, Nodig::nee);
    toetsing.regel("adres", wanted.adres, adres_limit, Nodig::nee);
    toetsing.website("website", wanted.website);
    TRY_DONE(toetsing.uitkomst());
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const OrganisatieStore rows(tx);
        TRY(const Gemeente before, organisatie::gemeente(tx, wanted.id));
        wanted.code = before.code;
        if (!rows.update(wanted)) return changed_meanwhile(wanted.id.bytes);
        note(tx, caller, now(), {"gemeente.gewijzigd", wanted.id, journal::Object::gemeente, wanted.id.bytes},
             wijziging_tussen(before, wanted));
        return Done{};
    });
}

Stijlrij OrganisatieService::stijl(Id<dichtbij::Gemeente> id) const {
    return store_.read([&](store::Tx& tx) { return StijlStore(tx).stijl(id); });
}

bool OrganisatieService::has_logo(store::Tx& tx, Id<dichtbij::Gemeente> id) const { return StijlStore(tx).has_logo(id); }

Result<Done> OrganisatieService::change_stijl(const Caller& caller, Id<dichtbij::Gemeente> id, const Stijlwijziging& wanted) const {
    TRY_DONE(access::require_role(caller, id, {Rol::beheerder}));
    TRY(const html::Theme theme, html::Theme::parse(wanted.variabelen));
    const Beeldsoort soort = beeldsoort_of(wanted.nieuw_logo);
    Toetsing toetsing;
    toetsing.eis(wanted.nieuw_logo.size() <= logo_bytes_limit, "logo", "organisatie.fout.logo_groot", {std::to_string(logo_bytes_limit / 1024)});
    toetsing.eis(wanted.nieuw_logo.empty() || soort != Beeldsoort::geen, "logo", "organisatie.fout.logo_soort");
    if (!html::contrast_problems(theme).empty()) toetsing.eis(false, "contrast", "organisatie.fout.contrast");
    TRY_DONE(toetsing.uitkomst());
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY_DONE(organisatie::gemeente(tx, id));
        const StijlStore stijlen(tx);
        Stijlrij rij = stijlen.stijl(id);
        if (rij.versie != wanted.versie) return changed_meanwhile(id.bytes);
        rij.stijl = theme;
        if (wanted.without_logo) rij.logo = rij.logo_soort = "";
        if (!wanted.nieuw_logo.empty()) {
            rij.logo = wanted.nieuw_logo;
            rij.logo_soort = media_type(soort);
        }
        if (!stijlen.put(id, rij)) return changed_meanwhile(id.bytes);
        note(tx, caller, now(), {"gemeente.stijl_gewijzigd", id, journal::Object::gemeente, id.bytes});
        return Done{};
    });
}

}  // namespace dichtbij::organisatie
