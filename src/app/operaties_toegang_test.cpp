#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace {

aanmelding::AanmeldbeheerService aanmeldbeheer(Wereld& w) { return {w.accounts, w.ids, nullptr}; }

}  // namespace

Operaties operaties_van_toegang() {
    return {
        {"access::list_accounts", Zonder::kcc, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto page = access::list_accounts(w.accounts, c, {});
             return page ? gaf(page->accounts) : gaf(page);
         }},
        {"access::account_detail", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(access::account_detail(w.accounts, c, w.v.ruben)); }},
        {"access::make_account", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             return gaf(access::make_account(w.accounts, c, {w.v.bart, "bart@oeverland.example", "Bart Smit", "nl",
                                                             {{access::Rol::behandelaar, w.v.oeverland, w.v.los}}, {"wmo"}}));
         }},
        {"access::reset_password", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(access::reset_password(w.accounts, c, w.v.ruben)); }},
        {"access::reset_totp", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(access::reset_totp(w.accounts, c, w.v.ruben)); }},
        {"access::disable_account", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(access::disable_account(w.accounts, c, w.v.ilse)); }},
        {"access::enable_account", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(access::enable_account(w.accounts, c, w.v.uitgezet)); }},
        {"access::set_rights", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto versie = access::account_by_email(w.accounts, "ruben@oeverland.example")->versie;
             return gaf(access::set_rights(w.accounts, c, {w.v.ruben, versie, {{access::Rol::teamleider, w.v.oeverland, w.v.vergunningen}}, {}}));
         }},
        {"access::set_rights zonder rollen", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto versie = access::account_by_email(w.accounts, "ruben@oeverland.example")->versie;
             return gaf(access::set_rights(w.accounts, c, {w.v.ruben, versie, {}, std::vector<std::string>{"wmo"}}));
         }},
        {"AanmeldbeheerService::toewijzingen", Zonder::kcc, Vreemd::leeg, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(aanmeldbeheer(w).toewijzingen(c)); }},
        {"AanmeldbeheerService::add", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(aanmeldbeheer(w).add(c, {"groen", "Vergunningen", access::Grant{access::Rol::behandelaar, w.v.oeverland, w.v.vergunningen}})); }},
        {"AanmeldbeheerService::remove", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(aanmeldbeheer(w).remove(c, w.v.toewijzing)); }},
        {"AanmeldbeheerService::probeer", Zonder::kcc, Vreemd::leeg, Leest::niets,
         [](Wereld& w, const Caller& c) {
             const auto gaven = aanmeldbeheer(w).probeer(c, {"kcc"});
             return gaven ? gaf(gaven->rollen) : gaf(gaven);
         }},
        // Whoever could not come in is of no gemeente yet.
        {"AanmeldbeheerService::afgewezenen", Zonder::kcc, Vreemd::eigen, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(aanmeldbeheer(w).afgewezenen(c)); }},
        {"AanmeldbeheerService::koppel", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(aanmeldbeheer(w).koppel(c, "werk1")); }},
        {"AanmeldbeheerService::zonder_controle", Zonder::kcc, Vreemd::eigen, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(aanmeldbeheer(w).zonder_controle(c)); }},
        {"AanmeldbeheerService::noodtoegangen", Zonder::kcc, Vreemd::leeg, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(aanmeldbeheer(w).noodtoegangen(c)); }},
        {"AanmeldbeheerService::kandidaten", Zonder::kcc, Vreemd::eigen, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(aanmeldbeheer(w).kandidaten(c)); }},
        {"AanmeldbeheerService::geef_noodtoegang", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(aanmeldbeheer(w).geef_noodtoegang(c, w.v.ruben)); }},
        {"AanmeldbeheerService::neem_noodtoegang", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(aanmeldbeheer(w).neem_noodtoegang(c, w.v.ilse)); }},
        {"AccessLog::zoek", Zonder::kcc, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) {
             access::InzageFilter filter;
             filter.gemeente = w.v.oeverland;
             const auto found = w.log.zoek(c, filter);
             return found ? Antwoord{} : gaf(found);  // its own store, empty here
         }},
    };
}

}  // namespace dichtbij::testing
