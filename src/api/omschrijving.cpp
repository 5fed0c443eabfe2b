#include "api/omschrijving.h"

#include <algorithm>
#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"
#include "json/invalid.h"

namespace dichtbij::api {
namespace {

using http::Method;

constexpr int first_refusal = 400;

// "categorieRelaties" and "maak-klantcontact" as part of a key.
std::string key_of(std::string_view name) {
    std::string key = json::snake_case(name);
    std::replace(key.begin(), key.end(), '-', '_');
    return key;
}

std::string act_of(const Declared& one) {
    switch (one.method) {
        case Method::post: return "nieuw";
        case Method::put: return "vervang";
        case Method::patch: return "wijzig";
        case Method::del: return "weg";
        default: return one.operation.is_list ? "lijst" : "een";
    }
}

std::string kind_key(ParameterKind kind) {
    switch (kind) {
        case ParameterKind::text: return "tekst";
        case ParameterKind::number:
        case ParameterKind::page_number: return "getal";
        case ParameterKind::boolean: return "ja_nee";
        case ParameterKind::date: return "datum";
        case ParameterKind::date_time: return "moment";
        case ParameterKind::uuid: return "uuid";
        case ParameterKind::reference_url: return "adres";
        case ParameterKind::choice: return "keuze";
        case ParameterKind::list: break;
    }
    return "keuzes";
}

// What the end of a name says: "plaatsgevondenOp__gte".
std::string_view ending_of(std::string_view name) {
    for (const std::string_view ending : {"__gte", "__gt", "__lte", "__lt", "__icontains"})
        if (name.ends_with(ending)) return ending.substr(2);
    return {};
}

}  // namespace

std::vector<int> success_statuses(const Declared& one) {
    std::vector<int> statuses = one.operation.statuses;
    std::erase_if(statuses, [](int status) { return status >= first_refusal; });
    if (!statuses.empty()) return statuses;
    if (one.method == Method::post) return {201};
    return {one.operation.gives ? 200 : 204};
}

bool has_path_parameter(const Declared& one) { return one.path.find('{') != std::string::npos; }
bool takes_body(const Declared& one) { return one.operation.takes != nullptr; }

bool is_paged(const Operation& operation) {
    return operation.is_list && std::any_of(operation.parameters.begin(), operation.parameters.end(), [](const Parameter& one) { return one.name == "page"; });
}

bool is_change(const Declared& one) { return has_path_parameter(one) && one.method != Method::get; }

std::vector<int> error_statuses(const Declared& one) {
    std::vector<int> statuses{400, 401, 403};
    if (has_path_parameter(one) || is_paged(one.operation)) statuses.push_back(404);
    if (one.method != Method::get) statuses.push_back(409);
    if (is_change(one)) statuses.push_back(412);
    if (takes_body(one)) statuses.insert(statuses.end(), {413, 415});
    if (one.method == Method::post) statuses.push_back(422);
    statuses.insert(statuses.end(), {429, 500, 503});
    for (const int own : one.operation.statuses)
        if (own >= first_refusal) statuses.push_back(own);
    std::sort(statuses.begin(), statuses.end());
    statuses.erase(std::unique(statuses.begin(), statuses.end()), statuses.end());
    return statuses;
}

std::string summary_of(const Declared& one, const html::Texts& t) {
    if (!one.operation.summary.empty()) return t(one.operation.summary);
    const std::string act = act_of(one);
    const std::string key = "api.soort." + key_of(one.operation.tag) + (act == "lijst" ? ".meer" : ".een");
    return t("api.doet." + act, t.has(key) ? t(key) : one.operation.tag);
}

std::string tag_title(std::string_view tag, const html::Texts& t) {
    const std::string key = "api.soort." + key_of(tag) + ".meer";
    return t.has(key) ? t(key) : std::string(tag);
}

std::string parameter_text(const Parameter& parameter, const html::Texts& t) {
    if (!parameter.description.empty()) return t(parameter.description);
    if (const auto ending = ending_of(parameter.name); !ending.empty()) return t("api.parameter.eind." + std::string(ending));
    if (const std::string own = "api.parameter.naam." + key_of(parameter.name); t.has(own)) return t(own);
    return t("api.parameter.soort." + kind_key(parameter.kind));
}

std::string right_of(const Operation& operation) {
    return std::string(boost::describe::enum_to_string(operation.eis.recht.groep, "")) + "." + boost::describe::enum_to_string(operation.eis.recht.actie, "");
}

std::string_view method_name(Method method) {
    switch (method) {
        case Method::post: return "POST";
        case Method::put: return "PUT";
        case Method::patch: return "PATCH";
        case Method::del: return "DELETE";
        default: return "GET";
    }
}

std::string status_text(int status, const html::Texts& t) { return t("api.wanneer." + std::to_string(status)); }

}  // namespace dichtbij::api
