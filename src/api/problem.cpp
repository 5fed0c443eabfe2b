#include "api/problem.h"

#include <algorithm>
#include <array>

#include "base/id.h"
#include "json/writer.h"

namespace dichtbij::api {
namespace {

struct Coded {
    std::string_view key;
    std::string_view code;
};
// The texts of services that mean what the standards have a word for.
constexpr std::array coded{Coded{"fout.veld.verplicht", "required"}, Coded{"fout.veld.te_lang", "max_length"}, Coded{"json.fout.verplicht", "required"},
                           Coded{"json.fout.leeg", "blank"}, Coded{"json.fout.te_lang", "max_length"}, Coded{"api.fout.bestaat_niet", "does_not_exist"},
                           Coded{"partij.standaard.nummer", "unique"}, Coded{"partij.standaard.bestaat_al", "unique"}, Coded{"partij.standaard.referentie", "unique"},
                           Coded{"partij.standaard.vertegenwoordiging_bestaat", "unique"}, Coded{"partij.categorie.dubbel", "unique"},
                           Coded{"partij.standaard.dubbele_uuid", "duplicated"}};

struct Status {
    int status;
    std::string_view code;
};
constexpr std::array statuses{Status{400, "error"}, Status{401, "not_authenticated"}, Status{403, "permission_denied"}, Status{404, "not_found"},
                              Status{405, "method_not_allowed"}, Status{406, "not_acceptable"}, Status{409, "conflict"}, Status{412, "precondition_failed"},
                              Status{413, "too_large"}, Status{415, "unsupported_media_type"}, Status{429, "throttled"}, Status{503, "unavailable"}};

int status_of(const Failure& failure) {
    switch (failure.reason) {
        case Reason::invalid: return 400;
        case Reason::forbidden: return 403;
        case Reason::not_found: return 404;
        case Reason::conflict: return 409;
    }
    return 400;
}

// "onderwerp_objecten.0.object_id" as the API writes it.
std::string api_name(std::string_view field) {
    std::string name;
    while (!field.empty()) {
        const auto dot = std::min(field.find('.'), field.size());
        if (!name.empty()) name += '.';
        name += json::camel_case(field.substr(0, dot));
        field.remove_prefix(std::min(dot + 1, field.size()));
    }
    return name.empty() ? json::non_field : name;
}

void write_invalids(json::Writer& w, const json::Invalids& invalids, const html::Texts& t) {
    w.key("invalidParams").begin_array();
    for (const auto& one : invalids) {
        w.begin_object().key("name").text(one.name).key("code").text(one.code);
        w.key("reason").text(t.fill(one.key, one.args)).end_object();
    }
    w.end_array();
}

// A random identifier of this one answer (RFC 4122, version 4).
Uuid random_uuid() {
    const std::string bytes = random_bytes(16);
    Uuid uuid{};
    std::copy(bytes.begin(), bytes.end(), uuid.begin());
    uuid[6] = static_cast<std::uint8_t>((uuid[6] & 0x0f) | 0x40);
    uuid[8] = static_cast<std::uint8_t>((uuid[8] & 0x3f) | 0x80);
    return uuid;
}

}  // namespace

Problem::Problem(json::Invalids fields) : status(400), code("invalid"), invalids(std::move(fields)) {}

Problem::Problem(const Failure& failure) : status(status_of(failure)), code(code_of_status(status)), key(failure.key) {
    if (failure.key == "fout.gewijzigd") code = changed_meanwhile;
    if (failure.reason != Reason::invalid) return;
    code = "invalid";
    if (failure.fields.empty()) invalids.push_back({json::non_field, "invalid", key.empty() ? "api.fout.400" : key});
    key.clear();
    for (const FieldError& one : failure.fields) invalids.push_back({api_name(one.field), std::string(code_of(one.key)), one.key, one.args});
}

Refused invalid(std::string name, std::string code, std::string key, std::vector<std::string> args) {
    return Refused(Problem(json::Invalids{{std::move(name), std::move(code), std::move(key), std::move(args)}}));
}

Refused does_not_exist(std::string name, std::string_view resource) {
    return invalid(std::move(name), "does_not_exist", "api.fout.bestaat_niet", {std::string(resource)});
}

Refused not_found() { return Refused(Problem(404, "not_found", {})); }

Refused conflict(std::string code, std::string key, std::vector<std::string> args) {
    return Refused(Problem(409, std::move(code), std::move(key), std::move(args)));
}

Problem with_names(Problem problem, const Names& names) {
    for (json::Invalid& one : problem.invalids)
        for (const auto& [from, to] : names) {
            const std::string name = api_name(from);
            const bool is_inside = one.name.starts_with(name) && one.name.size() > name.size() && one.name[name.size()] == '.';
            if (one.name != name && !is_inside) continue;
            one.name = to + one.name.substr(name.size());
            break;
        }
    return problem;
}

std::string_view code_of(std::string_view key) {
    const auto found = std::find_if(coded.begin(), coded.end(), [&](const Coded& one) { return one.key == key; });
    return found == coded.end() ? "invalid" : found->code;
}

std::string_view code_of_status(int status) {
    const auto found = std::find_if(statuses.begin(), statuses.end(), [&](const Status& one) { return one.status == status; });
    return found == statuses.end() ? "error" : found->code;
}

http::Response to_response(const Problem& problem, const html::Texts& t) {
    const std::string general = "api.fout." + std::to_string(problem.status);
    const std::string title = t.has(general) ? t(general) : std::string(http::reason_phrase(problem.status));
    std::string body;
    json::Writer w(body);
    w.begin_object().key("type").text("about:blank").key("code").text(problem.code).key("title").text(title);
    w.key("status").integer(problem.status);
    w.key("detail").text(problem.key.empty() ? title : t.fill(problem.key, problem.args));
    w.key("instance").text("urn:uuid:" + to_string(random_uuid()));
    if (!problem.invalids.empty()) write_invalids(w, problem.invalids, t);
    w.end_object();
    http::Response response = http::Response::json(std::move(body), problem.status);
    response.headers.set("Content-Type", "application/problem+json");
    for (const auto& [name, value] : problem.headers) response.header(name, value);
    return response;
}

}  // namespace dichtbij::api
