#include "app/screens.h"

#include <algorithm>

#include "access/access.h"
#include "balie/balie_routes.h"
#include "belofte/belofte_routes.h"
#include "bericht/bericht_routes.h"
#include "bezorging/bezorging_routes.h"
#include "dossier/dossier_routes.h"
#include "formulier/formulier_desk.h"
#include "norm/norm_routes.h"
#include "notificatie/notificatie_routes.h"
#include "organisatie/organisatie_routes.h"
#include "organisatie/organisatie_service.h"
#include "opzoek/opzoek_routes.h"
#include "overleg/overleg_routes.h"
#include "partij/partij_routes.h"
#include "postvak/schermen_desk.h"
#include "taak/taak_routes.h"
#include "waardering/waardering_desk.h"
#include "toepassing/toepassing_routes.h"
#include "werk/werk_routes.h"
#include "zaak/zaak_routes.h"
#include "zaaktype/zaaktype_routes.h"

namespace dichtbij::app {
namespace {

access::Directory directory_of() {
    access::Directory directory;
    directory.gemeenten = [](store::Tx& tx) {
        std::vector<access::Directory::GemeenteNaam> names;
        for (const auto& gemeente : organisatie::gemeenten(tx)) names.push_back({gemeente.id, gemeente.naam});
        return names;
    };
    directory.teams = [](store::Tx& tx) {
        std::vector<access::Directory::TeamNaam> names;
        for (const auto& gemeente : organisatie::gemeenten(tx))
            for (const auto& team : organisatie::teams_of_gemeente(tx, gemeente.id)) names.push_back({team.id, gemeente.id, team.naam});
        return names;
    };
    directory.zonder_account = [](store::Tx& tx, const access::Caller& caller) {
        std::vector<access::Directory::MedewerkerNaam> names;
        for (const auto& gemeente : access::scope_of(caller).gemeenten)
            for (const auto& team : organisatie::teams_of_gemeente(tx, gemeente))
                for (const auto& lid : organisatie::members(tx, team.id)) {
                    const bool is_known = std::any_of(names.begin(), names.end(), [&](const auto& n) { return n.id == lid.id; });
                    if (!is_known && !access::caller_of(tx, lid.id)) names.push_back({lid.id, lid.naam, lid.email});
                }
        return names;
    };
    directory.applicatie = [](store::Tx& tx, Id<Applicatie> id) { return toepassing::naam_of(tx, id); };
    return directory;
}

std::vector<html::Choice> gemeente_choices(Installation& in, const access::Caller& caller) {
    std::vector<html::Choice> choices;
    for (const auto& gemeente : in.organisatie.own_gemeenten(caller)) choices.push_back({gemeente.id.text(), gemeente.naam, ""});
    return choices;
}

template <class List>
std::vector<html::Choice> named_choices(const Result<List>& list) {
    std::vector<html::Choice> choices;
    if (list)
        for (const auto& one : *list) choices.push_back({one.id.text(), one.naam, ""});
    return choices;
}

// By code: rules of messages name a case type so.
std::vector<html::Choice> zaaktype_choices(Installation& in, const access::Caller& caller, Id<Gemeente> id) {
    std::vector<html::Choice> choices;
    if (const auto list = in.zaaktypen.zaaktypen(caller, id))
        for (const auto& one : *list) choices.push_back({one.code, one.naam.nl.empty() ? one.code : one.naam.nl, ""});
    return choices;
}

}  // namespace

Screens::Screens(Installation& installation)
    : in_(installation), accountmanagers_(in_.store, in_.clock, in_.partijen), directory_(directory_of()) {}

void Screens::add_routes(access::DeskSite& site, http::Router& router) {
    organisatie::add_style_routes(router, in_.organisatie);
    organisatie::add_routes(site, in_.organisatie);
    toepassing::add_routes(site, in_.toepassingen, in_.organisatie);
    notificatie::add_routes(site, {in_.abonnementen, in_.kanalen, in_.bezorgen, in_.organisatie});
    zaaktype::add_routes(site, {in_.zaaktypen, in_.organisatie});
    access::add_account_screens(site, directory_);
    access::add_access_log_screens(site, directory_, in_.access_log);
    norm::add_routes(site, {in_.store, in_.norms, [this](const access::Caller& caller) { return gemeente_choices(in_, caller); },
                            [this](const access::Caller& caller, Id<Gemeente> id) { return named_choices(in_.organisatie.onderwerpen(caller, id)); },
                            [this](const access::Caller& caller, Id<Gemeente> id) { return named_choices(in_.organisatie.products(caller, id)); }});
    partij::add_routes(site, {in_.store, in_.partijen, &accountmanagers_, &in_.opzoeken, &in_.overnames});
    opzoek::add_routes(site, {in_.opzoeken, in_.organisatie});
    const bezorging::BezorgSchermen bezorgingen{in_.store, in_.postbezorging};
    dossier::add_routes(site, {in_.store, in_.partijen, in_.contacten, in_.werk, in_.werklijsten, in_.attenties, in_.index(), {}, &in_.zaken,
                           [bezorgingen](const access::Desk& desk, Id<Partij> partij) { return bezorging::bij_persoon(bezorgingen, desk, partij); }});
    werk::add_routes(site, {in_.store, in_.werk, in_.werklijsten, in_.attenties, in_.partijen, in_.organisatie,
                            {[this](const access::Desk& desk) { return in_.store.read([&](store::Tx& tx) { return in_.verdelen.vorm(tx, desk.caller, overleg::Lijstplek::werk); }); },
                             [this](const access::Caller& caller, const std::string& vorm) { static_cast<void>(in_.verdelen.onthoud_vorm(caller, overleg::Lijstplek::werk, vorm)); }}});
    const waardering::WaarderingSchermen waarderingen{in_.store, in_.waarderingen};
    const postvak::Schermen post{in_.store, in_.postvakken, in_.post, in_.organisatie};
    postvak::add_routes(site, post);
    const formulier::FormulierSchermen formulieren{in_.store, in_.formulieren, in_.inzendingen, in_.documenten};
    formulier::add_routes(site, formulieren);
    taak::add_routes(site, {in_.store, in_.taken, in_.werk, in_.attenties, in_.contacten, in_.partijen,
                            [waarderingen, post, formulieren](const access::Desk& desk, Id<Werk> werk) {
                                return html::join(postvak::naast_werk(post, desk, werk), formulier::naast_werk(formulieren, desk, werk), waardering::naast_werk(waarderingen, desk, werk));
                            }});
    const overleg::OverlegSchermen vastgelopen{in_.store, in_.overleg, in_.zaken};
    const belofte::BelofteSchermen beloften{in_.store, in_.beloften, in_.werk};
    const overleg::VerdeelSchermen verdelen{in_.store, in_.verdelen, in_.zaken, in_.partijen};
    zaak::add_routes(site, {in_.store, in_.zaken, in_.werk, in_.partijen, in_.contacten, in_.taken, in_.berichten, in_.voorstellen, in_.documenten, in_.texts, in_.index(),
                            [beloften, vastgelopen, waarderingen, post, formulieren](const access::Desk& desk, const zaak::Zaak& zaak) {
                                return html::join(postvak::naast_werk(post, desk, zaak.werk), belofte::naast_zaak(beloften, desk, zaak), overleg::naast_zaak(vastgelopen, desk, zaak),
                                                  formulier::naast_werk(formulieren, desk, zaak.werk), waardering::naast_werk(waarderingen, desk, zaak.werk));
                            },
                            [verdelen](const access::Desk& desk, const std::string& vraag) { return overleg::keuzes_deel(verdelen, desk, overleg::Lijstplek::zaken, vraag); },
                            [this](const access::Caller& caller, Id<Gemeente> gemeente, std::string_view vraag) { in_.verdelen.record_export(caller, gemeente, vraag); },
                            {[this](const access::Desk& desk) { return in_.store.read([&](store::Tx& tx) { return in_.verdelen.vorm(tx, desk.caller, overleg::Lijstplek::zaken); }); },
                             [this](const access::Caller& caller, const std::string& vorm) { static_cast<void>(in_.verdelen.onthoud_vorm(caller, overleg::Lijstplek::zaken, vorm)); }}});
    overleg::add_routes(site, vastgelopen, verdelen);
    belofte::add_routes(site, beloften);
    bericht::add_routes(site, {in_.store, in_.berichten, in_.verzenden, in_.berichtbeheer, in_.partijen, in_.texts,
                               [this](const access::Caller& caller, Id<Gemeente> id) { return zaaktype_choices(in_, caller, id); },
                               [bezorgingen](const access::Desk& desk, const bericht::Bericht&, const bericht::Zending& zending) { return bezorging::bij_bericht(bezorgingen, desk, zending); },
                               [bezorgingen](const access::Desk& desk) { return bezorging::boven_berichten(bezorgingen, desk); }});
    bezorging::add_routes(site, bezorgingen);
    balie::add_routes(site, {in_.store, in_.balie, in_.werk, in_.contacten, in_.taken, in_.partijen, in_.organisatie, in_.index(), &in_.opzoeken});
}

}  // namespace dichtbij::app
