#include "api/autorisaties/autorisaties_json.h"

#include <algorithm>
#include <array>

namespace dichtbij::autorisaties {
namespace {

using access::Actie;
using access::Groep;
using access::Recht;
using access::Rechten;
using json::field;

constexpr std::size_t scope_limit = 100;
constexpr std::size_t scopes_limit = 50;
constexpr std::size_t autorisaties_limit = 200;

struct Scope {
    Component component;
    std::string_view name;
    Recht recht;
};
constexpr std::array scopes{Scope{Component::ac, "autorisaties.lezen", {Groep::beheer, Actie::lezen}},
                            Scope{Component::ac, "autorisaties.bijwerken", {Groep::beheer, Actie::schrijven}},
                            Scope{Component::nrc, "notificaties.consumeren", {Groep::notificaties, Actie::lezen}},
                            Scope{Component::nrc, "notificaties.publiceren", {Groep::notificaties, Actie::schrijven}}};

std::string_view name_of(Component component) {
    switch (component) {
        case Component::ac: return "Autorisaties API";
        case Component::nrc: return "Notificaties API";
        case Component::zrc: return "Zaken API";
        case Component::ztc: return "Catalogi API";
        case Component::drc: return "Documenten API";
        case Component::brc: return "Besluiten API";
    }
    return {};
}

std::string code_of(const Recht& recht) {
    return std::string(boost::describe::enum_to_string(recht.groep, "")).append(".").append(boost::describe::enum_to_string(recht.actie, ""));
}

template <class F>
void each_recht(F act) {
    for (const auto groep : access::alle_groepen)
        for (const auto actie : access::alle_acties) act(Recht{groep, actie});
}

bool has_scope(const Recht& recht) {
    return std::any_of(scopes.begin(), scopes.end(), [&](const Scope& one) { return one.recht == recht; });
}

std::vector<std::string> own_codes() {
    std::vector<std::string> codes;
    each_recht([&](const Recht& recht) {
        if (!has_scope(recht)) codes.push_back(code_of(recht));
    });
    return codes;
}

Rechten all_rechten() {
    Rechten all;
    each_recht([&](const Recht& recht) { all.add(recht); });
    return all;
}

void add_scopes(const Autorisatie& one, const std::string& path, Rechten& to, json::Invalids& faults) {
    if (one.component != Component::ac && one.component != Component::nrc) {
        faults.push_back({path + ".component", "invalid_choice", "autorisaties.fout.component", {std::string(name_of(one.component))}});
        return;
    }
    for (std::size_t i = 0; i < one.scopes.size(); ++i) {
        const auto known = std::find_if(scopes.begin(), scopes.end(), [&](const Scope& scope) { return scope.component == one.component && scope.name == one.scopes[i]; });
        if (known == scopes.end()) faults.push_back({path + ".scopes." + std::to_string(i), "invalid_choice", "autorisaties.fout.scope", {one.scopes[i], std::string(name_of(one.component))}});
        else to.add(known->recht);
    }
}

void refuse_uitgeven(const Applicatie& from, json::Invalids& faults) {
    if (from.alleen_gereed_voor_publicatie) faults.push_back({"alleenIsGereedVoorPublicatie", "invalid_choice", "autorisaties.fout.publicatie"});
}

}  // namespace

const json::Resource<Autorisatie> autorisatie_json("Autorisatie", {
    field<&Autorisatie::component>("component").must().described("autorisaties.veld.component"),
    json::computed<Autorisatie>("componentWeergave", json::Kind::string, [](const Autorisatie& one, json::Writer& w) { w.text(name_of(one.component)); }),
    field<&Autorisatie::scopes>("scopes").must().min(1).max(scope_limit).at_most(scopes_limit).described("autorisaties.veld.scopes"),
});

const json::Resource<Applicatie> applicatie_json("Applicatie", {
    json::self_url<&Applicatie::id>("/applicaties"),
    field<&Applicatie::client_ids>("clientIds").must().min(1).max(toepassing::client_id_limit).at_most(toepassing::tokens_limit).described("autorisaties.veld.client_ids"),
    field<&Applicatie::label>("label").must().max(toepassing::naam_limit).described("autorisaties.veld.label"),
    field<&Applicatie::heeft_alle_autorisaties>("heeftAlleAutorisaties").described("autorisaties.veld.alle"),
    field<&Applicatie::alleen_gereed_voor_publicatie>("alleenIsGereedVoorPublicatie").otherwise("false").described("autorisaties.veld.publicatie"),
    field<&Applicatie::autorisaties>("autorisaties", autorisatie_json).at_most(autorisaties_limit).described("autorisaties.veld.autorisaties"),
    field<&Applicatie::rechten>("rechten").one_of(own_codes()).at_most(scopes_limit).described("autorisaties.veld.rechten"),
});

Applicatie to_standard(const toepassing::Client& from) {
    const toepassing::Applicatie& one = from.applicatie;
    Applicatie made{.id = one.id, .client_ids = from.client_ids, .label = one.naam, .heeft_alle_autorisaties = one.rechten == all_rechten(), .autorisaties = {}, .rechten = {}};
    if (made.heeft_alle_autorisaties) return made;
    for (const Component component : {Component::ac, Component::nrc}) {
        Autorisatie autorisatie{component, {}};
        for (const Scope& scope : scopes)
            if (scope.component == component && one.rechten.has(scope.recht)) autorisatie.scopes.emplace_back(scope.name);
        if (!autorisatie.scopes.empty()) made.autorisaties.push_back(std::move(autorisatie));
    }
    each_recht([&](const Recht& recht) {
        if (!has_scope(recht) && one.rechten.has(recht)) made.rechten.push_back(code_of(recht));
    });
    return made;
}

api::Found<toepassing::Gegevens> to_value(const Applicatie& from, const toepassing::Applicatie& before) {
    json::Invalids faults;
    Rechten rechten;
    for (std::size_t i = 0; i < from.autorisaties.size(); ++i) add_scopes(from.autorisaties[i], "autorisaties." + std::to_string(i), rechten, faults);
    each_recht([&](const Recht& recht) {
        if (std::find(from.rechten.begin(), from.rechten.end(), code_of(recht)) != from.rechten.end()) rechten.add(recht);
    });
    if (from.heeft_alle_autorisaties && !from.autorisaties.empty())
        faults.push_back({json::non_field, "ambiguous-authorizations-specified", "autorisaties.fout.dubbel"});
    if (!from.heeft_alle_autorisaties && faults.empty() && rechten.empty()) faults.push_back({json::non_field, "missing-authorizations", "autorisaties.fout.geen"});
    refuse_uitgeven(from, faults);
    if (!faults.empty()) return api::Refused(api::Problem(std::move(faults)));
    return toepassing::Gegevens{from.label, before.contact, from.heeft_alle_autorisaties ? all_rechten() : rechten, before.vertrouwelijk, before.domeinen, before.verloopt_op};
}

}  // namespace dichtbij::autorisaties
