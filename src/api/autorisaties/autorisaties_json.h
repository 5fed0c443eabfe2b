#pragma once
// The resources of the Autorisaties API as they stand in JSON, and from and to the values behind them.

#include "api/problem.h"
#include "json/resource.h"
#include "toepassing/client_service.h"

namespace dichtbij::autorisaties {

// The components of the standard. Of these ac and nrc are spoken here.
enum class Component { ac, nrc, zrc, ztc, drc, brc };
BOOST_DESCRIBE_ENUM(Component, ac, nrc, zrc, ztc, drc, brc)

struct Autorisatie {
    Component component = Component::ac;
    std::vector<std::string> scopes;
    bool operator==(const Autorisatie&) const = default;
};

struct Applicatie {
    Id<dichtbij::Applicatie> id;
    std::vector<std::string> client_ids;
    std::string label;
    bool heeft_alle_autorisaties = false;
    bool alleen_gereed_voor_publicatie = false;
    std::vector<Autorisatie> autorisaties;
    std::vector<std::string> rechten;  // beyond the standard: "partijen.lezen", what the standard has no component for
};

extern const json::Resource<Autorisatie> autorisatie_json;
extern const json::Resource<Applicatie> applicatie_json;

Applicatie to_standard(const toepassing::Client&);
// What the standard does not name stays as it was. Refused: a component that is not spoken here, a scope that it does not
// have, all rights beside a list of them, no rights at all.
api::Found<toepassing::Gegevens> to_value(const Applicatie&, const toepassing::Applicatie& before);

}  // namespace dichtbij::autorisaties
