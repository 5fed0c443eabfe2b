#include "api/openapi.h"

#include <algorithm>
#include <map>

#include "api/omschrijving.h"
#include "base/text.h"
#include "json/example.h"
#include "json/schema.h"

namespace dichtbij::api {
namespace {

using http::Method;
using json::Definition;
using json::Field;
using json::Writer;

constexpr const char* title_prefix = "Dichtbij ";
constexpr const char* project_url = "https://dichtbij.example";
constexpr const char* example_host = "https://kcc.voorbeeld.example";  // until the settings name one

// What `expand` may ask of a resource, as a tree of names.
struct Expansion {
    std::map<std::string, Expansion> below;
};

Expansion expansion_of(const Operation& operation) {
    Expansion all;
    for (const Parameter& parameter : operation.parameters) {
        if (parameter.name != "expand") continue;
        for (std::string_view choice : parameter.choices) {
            Expansion* at = &all;
            while (!choice.empty()) {
                const auto dot = std::min(choice.find('.'), choice.size());
                at = &at->below[std::string(choice.substr(0, dot))];
                choice.remove_prefix(std::min(dot + 1, choice.size()));
            }
        }
    }
    return all;
}

class Document {
  public:
    Document(const Api& api, const html::Texts& t, std::string_view base)
        : api_(api), t_(t), base_(base), w_(out_, base), words_([&t](std::string_view key) { return t.has(key) ? t(key) : std::string(); }) {}

    std::string write() {
        w_.begin_object().key("openapi").text("3.0.3");
        write_info();
        w_.key("servers").begin_array().begin_object().key("url").text(base_).end_object().end_array();
        w_.key("security").begin_array().begin_object().key("token").begin_array().end_array().end_object();
        w_.begin_object().key("bearer").begin_array().end_array().end_object().end_array();
        write_tags();
        write_paths();
        write_components();
        w_.end_object();
        return std::move(out_);
    }

  private:
    void write_info() {
        const About& about = api_.about();
        w_.key("info").begin_object().key("title").text(title_prefix + (about.title.empty() ? about.naam : about.title));
        w_.key("version").text(about.versie).key("description").text(t_("api.over"));
        w_.key("contact").begin_object().key("name").text("Dichtbij").key("url").text(project_url).key("email").text("koppelingen@dichtbij.example").end_object();
        w_.key("license").begin_object().key("name").text("EUPL-1.2").key("url").text("https://eupl.eu/1.2/nl/").end_object().end_object();
    }

    void write_tags() {
        std::map<std::string, std::string> tags;  // in the order of the alphabet, capitals or not
        for (const Declared& one : api_.operations())
            if (!one.operation.tag.empty()) tags.emplace(lower_ascii(one.operation.tag), one.operation.tag);
        w_.key("tags").begin_array();
        for (const auto& [_, tag] : tags) w_.begin_object().key("name").text(tag).key("description").text(tag_title(tag, t_)).end_object();
        w_.end_array();
    }

    void write_paths() {
        std::map<std::string, std::vector<const Declared*>> paths;
        for (const Declared& one : api_.operations()) paths[one.path].push_back(&one);
        w_.key("paths").begin_object();
        for (const auto& [path, operations] : paths) {
            w_.free_key(path).begin_object();
            write_path_parameters(path);
            for (const Declared* one : operations) write_operation(*one);
            w_.end_object();
        }
        w_.end_object();
    }

    void write_path_parameters(std::string_view path) {
        if (path.find('{') == std::string_view::npos) return;
        w_.key("parameters").begin_array();
        for (auto open = path.find('{'); open != std::string_view::npos; open = path.find('{', open + 1)) {
            const auto name = path.substr(open + 1, path.find('}', open) - open - 1);
            w_.begin_object().key("name").text(name).key("in").text("path").key("required").boolean(true).key("description").text(t_("api.parameter.uuid"));
            w_.key("schema").begin_object().key("type").text("string").key("format").text("uuid").end_object().end_object();
        }
        w_.end_array();
    }

    void write_operation(const Declared& one) {
        const Operation& operation = one.operation;
        std::string method(method_name(one.method));
        std::transform(method.begin(), method.end(), method.begin(), [](char c) { return static_cast<char>(c | 0x20); });
        const std::string summary = summary_of(one, t_);
        w_.free_key(method).begin_object().key("operationId").text(operation.id).key("summary").text(summary);
        w_.key("description").text(summary + ". " + t_("api.recht", right_of(operation)));
        if (!operation.tag.empty()) w_.key("tags").begin_array().text(operation.tag).end_array();
        write_parameters(one);
        if (takes_body(one)) write_body(one);
        w_.key("responses").begin_object();
        for (const int status : success_statuses(one)) write_success(one, status);
        if (one.method == Method::get && has_path_parameter(one)) w_.key("304").begin_object().key("$ref").text("#/components/responses/Status304").end_object();
        for (const int status : error_statuses(one))
            w_.free_key(std::to_string(status)).begin_object().key("$ref").text("#/components/responses/Status" + std::to_string(status)).end_object();
        w_.end_object().end_object();
    }

    void write_parameters(const Declared& one) {
        std::vector<const char*> headers;
        if (one.method == Method::post) headers.push_back("IdempotencyKey");
        if (is_change(one)) headers.push_back("IfMatch");
        if (one.method == Method::get && has_path_parameter(one)) headers.push_back("IfNoneMatch");
        if (headers.empty() && one.operation.parameters.empty()) return;
        w_.key("parameters").begin_array();
        for (const Parameter& parameter : one.operation.parameters) write_parameter(parameter);
        for (const char* header : headers) w_.begin_object().key("$ref").text(std::string("#/components/parameters/") + header).end_object();
        w_.end_array();
    }

    void write_parameter(const Parameter& parameter) {
        const bool is_many = parameter.kind == ParameterKind::list;
        w_.begin_object().key("name").text(parameter.name).key("in").text("query").key("description").text(parameter_text(parameter, t_));
        if (is_many) w_.key("style").text("form").key("explode").boolean(false);
        w_.key("schema").begin_object();
        if (is_many) w_.key("type").text("array").key("items").begin_object();
        write_kind(parameter);
        if (is_many) w_.end_object();
        w_.end_object().end_object();
    }

    void write_kind(const Parameter& parameter) {
        const auto write = [&](std::string_view type, std::string_view format) {
            w_.key("type").text(type);
            if (!format.empty()) w_.key("format").text(format);
        };
        switch (parameter.kind) {
            case ParameterKind::number: return write("integer", "");
            case ParameterKind::page_number: write("integer", ""); return void(w_.key("minimum").integer(1));
            case ParameterKind::boolean: return write("boolean", "");
            case ParameterKind::date: return write("string", "date");
            case ParameterKind::date_time: return write("string", "date-time");
            case ParameterKind::uuid: return write("string", "uuid");
            case ParameterKind::reference_url: return write("string", "uri");
            case ParameterKind::text: write("string", ""); return void(w_.key("maxLength").integer(static_cast<std::int64_t>(parameter.max_characters)));
            case ParameterKind::choice:
            case ParameterKind::list: break;
        }
        write("string", "");
        if (parameter.choices.empty()) return;
        w_.key("enum").begin_array();
        for (const std::string& choice : parameter.choices) w_.text(choice);
        w_.end_array();
    }

    void write_body(const Declared& one) {
        const std::string name = (one.method == Method::patch ? "Patched" : "") + one.operation.takes->name();
        w_.key("requestBody").begin_object().key("required").boolean(true).key("content").begin_object().key("application/json").begin_object();
        w_.key("schema").begin_object().key("$ref").text("#/components/schemas/" + name).end_object();
        w_.key("example").raw(example_sent(one));
        w_.end_object().end_object().end_object();
    }

    void write_success(const Declared& one, int status) {
        const Definition* gives = status == 204 ? nullptr : one.operation.gives;
        w_.free_key(std::to_string(status)).begin_object().key("description").text(status_text(status, t_));
        w_.key("headers").begin_object();
        for (const char* name : {"API-Version", "RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset"}) write_header_reference(name);
        if (status == 201) write_header_reference("Location");
        if (is_paged(one.operation)) write_header_reference("Link");
        if (gives && !one.operation.is_list) write_header_reference("ETag");
        w_.end_object();
        if (gives) {
            w_.key("content").begin_object().key("application/json").begin_object().key("schema").begin_object();
            write_answer(one);
            w_.end_object().key("example").raw(example_answered(one, base_)).end_object().end_object();
        }
        w_.end_object();
    }

    void write_header_reference(std::string_view name) {
        w_.free_key(name).begin_object().key("$ref").text("#/components/headers/" + std::string(name)).end_object();
    }

    std::string schema_of(const Operation& operation) const {
        const bool expands = !expansion_of(operation).below.empty();
        return "#/components/schemas/" + std::string(expands ? "Expand" : "") + operation.gives->name();
    }

    void write_answer(const Declared& one) {
        const std::string schema = schema_of(one.operation);
        if (!one.operation.is_list) return void(w_.key("$ref").text(schema));
        if (!is_paged(one.operation)) return void(w_.key("type").text("array").key("items").begin_object().key("$ref").text(schema).end_object());
        w_.key("type").text("object").key("required").begin_array().text("count").text("next").text("previous").text("results").end_array();
        w_.key("properties").begin_object().key("count").begin_object().key("type").text("integer").end_object();
        for (const char* name : {"next", "previous"}) w_.key(name).begin_object().key("type").text("string").key("format").text("uri").key("nullable").boolean(true).end_object();
        w_.key("results").begin_object().key("type").text("array").key("items").begin_object().key("$ref").text(schema).end_object().end_object().end_object();
    }

    void write_components() {
        w_.key("components").begin_object();
        write_schemas();
        write_errors();
        write_headers();
        write_header_parameters();
        w_.key("securitySchemes").begin_object();
        w_.key("token").begin_object().key("type").text("apiKey").key("in").text("header").key("name").text("Authorization").key("description").text(t_("api.token")).end_object();
        w_.key("bearer").begin_object().key("type").text("http").key("scheme").text("bearer").key("bearerFormat").text("JWT").key("description").text(t_("api.bearer")).end_object();
        w_.end_object().end_object();
    }

    // Each resource once, whether it is taken, given, or inside another.
    std::vector<const Definition*> definitions() const {
        std::vector<const Definition*> all;
        for (const Declared& one : api_.operations())
            for (const Definition* top : {one.operation.takes, one.operation.gives}) {
                if (!top) continue;
                for (const Definition* inside : json::all_inside(*top)) {
                    const auto same = std::find_if(all.begin(), all.end(), [&](const Definition* had) { return had->name() == inside->name(); });
                    CHECK_THAT(same == all.end() || *same == inside);  // two tables of one name would describe each other
                    if (same == all.end()) all.push_back(inside);
                }
            }
        return all;
    }

    void write_schemas() {
        std::map<std::string, const Definition*> patched;
        std::map<std::string, const Operation*> expanded;
        for (const Declared& one : api_.operations()) {
            if (one.method == Method::patch && one.operation.takes) patched.emplace(one.operation.takes->name(), one.operation.takes);
            if (one.operation.gives && !expansion_of(one.operation).below.empty()) expanded.emplace(one.operation.gives->name(), &one.operation);
        }
        w_.key("schemas").begin_object();
        for (const Definition* one : definitions()) {
            w_.free_key(one->name());
            json::write_schema(w_, *one, json::Variant::full, words_);
        }
        for (const auto& [name, one] : patched) {
            w_.free_key("Patched" + name);
            json::write_schema(w_, *one, json::Variant::patched, words_);
        }
        for (const auto& [name, operation] : expanded) {
            w_.free_key("Expand" + name);
            write_expanded(*operation->gives, expansion_of(*operation));
        }
        write_problem_schemas();
        w_.end_object();
    }

    // The resource with `_expand` beside its fields, and so on below it.
    void write_expanded(const Definition& of, const Expansion& expansion) {
        const std::string reference = "#/components/schemas/" + of.name();
        w_.begin_object().key("allOf").begin_array().begin_object().key("$ref").text(reference).end_object();
        if (!expansion.below.empty()) {
            w_.begin_object().key("type").text("object").key("properties").begin_object().key("_expand").begin_object().key("type").text("object");
            w_.key("description").text(t_("api.expand")).key("properties").begin_object();
            for (const auto& [name, below] : expansion.below) write_expanded_field(of, name, below);
            w_.end_object().end_object().end_object().end_object();
        }
        w_.end_array().end_object();
    }

    void write_expanded_field(const Definition& of, const std::string& name, const Expansion& below) {
        const Field* field = of.find(name);
        CHECK_THAT(field != nullptr);
        const Definition& target = resource_at(path_of(*field));
        w_.free_key(name);
        if (field->many) {
            w_.begin_object().key("type").text("array").key("items");
            write_expanded(target, below);
            w_.end_object();
            return;
        }
        w_.begin_object().key("type").text("object").key("nullable").boolean(true).key("allOf").begin_array();
        write_expanded(target, below);
        w_.end_array().end_object();
    }

    // Where the resources stand that a field names.
    static std::string path_of(const Field& field) {
        if (!field.path.empty() || !field.of) return field.path;
        const Field* url = field.of->find("url");
        return url ? url->path : std::string();
    }
    const Definition& resource_at(const std::string& path) const {
        const auto& all = api_.operations();
        const auto found = std::find_if(all.begin(), all.end(), [&](const Declared& one) { return one.method == Method::get && one.path == path + "/{uuid}"; });
        CHECK_THAT(found != all.end() && found->operation.gives != nullptr);
        return *found->operation.gives;
    }

    void write_problem_schemas() {
        const auto text = [&](const char* name) { w_.key(name).begin_object().key("type").text("string").end_object(); };
        const auto fields = [&] {
            w_.key("properties").begin_object();
            for (const char* name : {"type", "code", "title", "detail"}) text(name);
            w_.key("instance").begin_object().key("type").text("string").key("format").text("uri").end_object();
            w_.key("status").begin_object().key("type").text("integer").end_object();
        };
        const auto required = [&] {
            w_.key("type").text("object").key("required").begin_array();
            for (const char* name : {"type", "code", "title", "status", "detail", "instance"}) w_.text(name);
            w_.end_array();
        };
        w_.key("Fout").begin_object();
        required();
        fields();
        w_.end_object().end_object();
        w_.key("ValidatieFout").begin_object();
        required();
        fields();
        w_.key("invalidParams").begin_object().key("type").text("array").key("items").begin_object().key("$ref").text("#/components/schemas/FieldValidationError").end_object().end_object();
        w_.end_object().end_object();
        w_.key("FieldValidationError").begin_object().key("type").text("object").key("required").begin_array().text("name").text("code").text("reason").end_array();
        w_.key("properties").begin_object();
        for (const char* name : {"name", "code", "reason"}) text(name);
        w_.end_object().end_object();
    }

    void write_errors() {
        std::vector<int> statuses;
        for (const Declared& one : api_.operations())
            for (const int status : error_statuses(one))
                if (std::find(statuses.begin(), statuses.end(), status) == statuses.end()) statuses.push_back(status);
        std::sort(statuses.begin(), statuses.end());
        w_.key("responses").begin_object();
        write_status(304, {});
        for (const int status : statuses) write_status(status, status == 400 ? "ValidatieFout" : "Fout");
        w_.end_object();
    }

    void write_status(int status, std::string_view schema) {
        w_.free_key("Status" + std::to_string(status)).begin_object().key("description").text(status_text(status, t_));
        w_.key("headers").begin_object();
        write_header_reference("API-Version");
        if (status == 401) write_header_reference("WWW-Authenticate");
        if (status == 429) write_header_reference("Retry-After");
        w_.end_object();
        if (!schema.empty()) {
            w_.key("content").begin_object().key("application/problem+json").begin_object().key("schema").begin_object();
            w_.key("$ref").text("#/components/schemas/" + std::string(schema)).end_object().end_object().end_object();
        }
        w_.end_object();
    }

    void write_headers() {
        struct Header {
            const char* name;
            const char* type;
            bool is_always;
        };
        constexpr Header headers[] = {{"API-Version", "string", true},         {"RateLimit-Limit", "integer", false}, {"RateLimit-Remaining", "integer", false},
                                      {"RateLimit-Reset", "integer", false},   {"Location", "string", true},         {"Link", "string", false},
                                      {"ETag", "string", false},               {"WWW-Authenticate", "string", true}, {"Retry-After", "integer", true}};
        w_.key("headers").begin_object();
        for (const Header& one : headers) {
            if (one.name == std::string_view("Link") && !has_pages()) continue;
            std::string key = one.name;
            std::transform(key.begin(), key.end(), key.begin(), [](char c) { return c == '-' ? '_' : static_cast<char>(c | 0x20); });
            w_.free_key(one.name).begin_object().key("description").text(t_("api.kop." + key));
            if (one.is_always) w_.key("required").boolean(true);
            w_.key("schema").begin_object().key("type").text(one.type).end_object().end_object();
        }
        w_.end_object();
    }

    bool has_pages() const {
        return std::any_of(api_.operations().begin(), api_.operations().end(), [](const Declared& one) { return is_paged(one.operation); });
    }

    void write_header_parameters() {
        const auto write = [&](const char* name, const char* header, const std::string& text) {
            w_.key(name).begin_object().key("name").text(header).key("in").text("header").key("description").text(text);
            w_.key("schema").begin_object().key("type").text("string").key("maxLength").integer(255).end_object().end_object();
        };
        w_.key("parameters").begin_object();
        write("IdempotencyKey", "Idempotency-Key", t_("api.kop.idempotency_key"));
        write("IfMatch", "If-Match", t_("api.kop.if_match"));
        write("IfNoneMatch", "If-None-Match", t_("api.kop.if_none_match"));
        w_.end_object();
    }

    const Api& api_;
    const html::Texts& t_;
    const std::string base_;
    std::string out_;
    Writer w_;
    const json::Words words_;
};

}  // namespace

std::string openapi(const Api& api, const html::Texts& t, std::string_view base) { return Document(api, t, base).write(); }

std::string example_sent(const Declared& one) {
    std::string out;
    if (!one.operation.takes) return out;
    Writer w(out);
    json::write_example(w, *one.operation.takes, json::Side::sent);
    return out;
}

std::string example_answered(const Declared& one, std::string_view base) {
    std::string out;
    if (!one.operation.gives) return out;
    const std::string host = base.starts_with('/') ? example_host : "";
    const std::string address = host + std::string(base);
    Writer w(out, address);
    const bool has_pages = is_paged(one.operation);
    if (has_pages) w.begin_object().key("count").integer(1).key("next").null().key("previous").null().key("results");
    if (one.operation.is_list) w.begin_array();
    json::write_example(w, *one.operation.gives, json::Side::answered);
    if (one.operation.is_list) w.end_array();
    if (has_pages) w.end_object();
    return out;
}

}  // namespace dichtbij::api
