#include "api/koppelvlakken_portaal.h"

#include <algorithm>

#include "api/omschrijving.h"
#include "api/openapi.h"
#include "html/parts.h"
#include "portaal/portaal_site.h"

namespace dichtbij::api {
namespace {

using namespace html;
using http::Response;
using json::Definition;
using json::Field;
using json::Kind;
using portaal::Mijn;
using Apis = std::vector<std::unique_ptr<Api>>;

constexpr const char* start_path = "/koppelvlakken";

std::string place_of(const Api& api) { return start_path + std::string("/") + api.about().naam; }
std::string place_of(const Api& api, const Declared& one) { return place_of(api) + "/" + one.operation.id; }
std::string title_of(const Api& api) { return api.about().title.empty() ? api.about().naam : api.about().title; }

// Example bodies are short: two spaces for each level, a member on a line.
std::string indented(std::string_view json) {
    std::string out;
    std::size_t depth = 0;
    bool is_text = false;
    const auto line = [&] { out.append("\n").append(depth * 2, ' '); };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (is_text) {
            out += c;
            if (c == '\\' && i + 1 < json.size()) out += json[++i];
            else if (c == '"') is_text = false;
            continue;
        }
        const bool is_empty = i + 1 < json.size() && ((c == '{' && json[i + 1] == '}') || (c == '[' && json[i + 1] == ']'));
        if (is_empty) {
            out += c;
            out += json[++i];
        } else if (c == '{' || c == '[') {
            out += c;
            ++depth;
            line();
        } else if (c == '}' || c == ']') {
            --depth;
            line();
            out += c;
        } else {
            out += c;
            if (c == ',') line();
            if (c == ':') out += ' ';
            is_text = c == '"';
        }
    }
    return out;
}

std::string kind_text(const Field& field, const Texts& t) {
    switch (field.kind) {
        case Kind::integer: return t("api.veld.getal");
        case Kind::boolean: return t("api.veld.ja_nee");
        case Kind::date: return t("api.veld.datum");
        case Kind::date_time: return t("api.veld.moment");
        case Kind::uuid: return t("api.veld.uuid");
        case Kind::uri: return t("api.veld.adres");
        case Kind::reference: return t("api.veld.verwijzing");
        case Kind::object:
        case Kind::any: return t("api.veld.object");
        case Kind::map: return t("api.veld.waarden");
        case Kind::string:
        case Kind::enumeration: break;
    }
    return t("api.veld.tekst");
}

std::string capitalized(std::string words) {
    if (!words.empty() && words[0] >= 'a' && words[0] <= 'z') words[0] = static_cast<char>(words[0] - 'a' + 'A');
    return words;
}

std::string listed(const std::vector<std::string>& words) {
    std::string all;
    for (const std::string& one : words) all += (all.empty() ? "" : ", ") + one;
    return all;
}

// "een tekst, ten hoogste 200 tekens"
std::string form_of(const Field& field, const Texts& t) {
    std::string text = field.many ? t("api.veld.lijst", kind_text(field, t)) : kind_text(field, t);
    const auto add = [&](const std::string& more) { text += ", " + more; };
    if (field.max_characters > 0) add(t("api.veld.ten_hoogste", field.max_characters));
    if (field.min_characters > 0) add(t("api.veld.ten_minste", field.min_characters));
    if (field.minimum && field.maximum) add(t("api.veld.tussen", *field.minimum, *field.maximum));
    if (!field.choices.empty()) add(t("api.veld.keuze", listed(field.choices)));
    if (!field.pattern.expression.empty()) add(t("api.veld.vorm", field.pattern.expression));
    if (field.max_items > 0) add(t("api.veld.stuks", field.max_items));
    if (field.nullable) add(t("api.veld.mag_null"));
    if (field.blank) add(t("api.veld.mag_leeg"));
    return text;
}

std::string duty_of(const Field& field, const Declared& one, const Texts& t) {
    if (field.superseded) return t("api.veld.verouderd");
    return t(field.required && one.method != http::Method::patch ? "api.veld.verplicht" : "api.veld.mag");
}

// What stands between ` is code.
Html in_code(std::string_view words) {
    Html all;
    for (bool is_code = false; !words.empty(); is_code = !is_code) {
        const auto mark = std::min(words.find('`'), words.size());
        all += is_code ? code(words.substr(0, mark)) : text(words.substr(0, mark));
        words.remove_prefix(std::min(mark + 1, words.size()));
    }
    return all;
}

// sent: what may be sent. added: of an answer, what was not sent. answered: all of an answer.
enum class Shown { sent, added, answered };

bool is_shown(const Field& field, Shown shown) {
    if (shown == Shown::sent) return !field.read_only;
    return shown == Shown::added ? field.read_only : !field.write_only;
}

Html field_row(const Field& field, const std::string& path, Shown shown, const Declared& one, const Texts& t) {
    const std::string words = !field.description.empty() && t.has(field.description) ? t(field.description) : std::string();
    return row(cell(code(path), when(!words.empty(), [&] { return span(cls("sub"), words); })), cell(form_of(field, t)),
               when(shown == Shown::sent, [&] { return cell(duty_of(field, one, t)); }));
}

Html field_rows(const Definition& of, const std::string& prefix, Shown shown, const Declared& one, const Texts& t) {
    Html rows;
    for (const Field& field : of.fields()) {
        if (!is_shown(field, shown)) continue;
        const std::string path = prefix + field.name;
        rows += field_row(field, path, shown, one, t);
        const Shown inside = shown == Shown::added ? Shown::answered : shown;
        if (field.of) rows += field_rows(*field.of, path + ".", inside, one, t);
        for (const Definition* kind : field.kinds) rows += field_rows(*kind, path + " (" + kind->name() + ").", inside, one, t);
    }
    return rows;
}

Html fields(const Definition& of, const std::string& caption_, Shown shown, const Declared& one, const Texts& t) {
    std::vector<Column> columns{{t("api.kolom.veld")}, {t("api.kolom.vorm")}};
    if (shown == Shown::sent) columns.push_back({t("api.kolom.verplicht")});
    return stackable_table(caption_, columns, field_rows(of, "", shown, one, t));
}

Html parameters(const Declared& one, const Texts& t) {
    if (one.operation.parameters.empty()) return {};
    const Html rows = each(one.operation.parameters, [&](const Parameter& each_) {
        const std::string values = each_.choices.empty() ? std::string() : t("api.veld.keuze", listed(each_.choices));
        return row(cell(code(each_.name)), cell(in_code(parameter_text(each_, t)), when(!values.empty(), [&] { return span(cls("sub"), values); })));
    });
    return section(h2(t("api.kop_parameters")), stackable_table(t("api.kop_parameters"), {{t("api.kolom.parameter")}, {t("api.kolom.betekenis")}}, rows));
}

Html statuses(const Declared& one, const Texts& t) {
    std::vector<int> all = success_statuses(one);
    const auto errors = error_statuses(one);
    all.insert(all.end(), errors.begin(), errors.end());
    const Html rows = each(all, [&](int status) { return row(cell(code(std::to_string(status))), cell(in_code(status_text(status, t)))); });
    return section(h2(t("api.kop_antwoorden")), stackable_table(t("api.kop_antwoorden"), {{t("api.kolom.status")}, {t("api.kolom.betekenis")}}, rows));
}

Html with_example(const std::string& example, const Texts& t) { return div(cls("section"), h3(t("api.voorbeeld")), pre(code(indented(example)))); }

Html body_part(const Declared& one, const Texts& t) {
    if (!one.operation.takes) return {};
    const std::string title_ = t("api.kop_inhoud");
    return section(h2(title_), fields(*one.operation.takes, title_, Shown::sent, one, t), with_example(example_sent(one), t));
}

Html answer_part(const Api& api, const Declared& one, const Texts& t) {
    if (!one.operation.gives) return {};
    const std::string title_ = t("api.kop_antwoord");
    const bool is_same = one.operation.gives == one.operation.takes;
    return section(h2(title_), when(is_same, [&] { return p(t("api.antwoord_erbij")); }), fields(*one.operation.gives, title_, is_same ? Shown::added : Shown::answered, one, t),
                   with_example(example_answered(one, api.address()), t));
}

Response show_operation(const Mijn& mijn, const Api& api, const Declared& one) {
    const Texts& t = mijn.t;
    const std::string title_ = summary_of(one, t);
    return mijn.page({.titel = title_, .kruimels = {{start_path, t("api.koppelvlakken")}, {place_of(api), title_of(api)}}},
                     join(h1(title_), p(cls("lead"), code(std::string(method_name(one.method)) + " " + api.about().plaats + one.path)),
                          p(in_code(t("api.recht", right_of(one.operation)))), parameters(one, t), body_part(one, t), answer_part(api, one, t), statuses(one, t)));
}

// The tags in the order in which they were declared.
std::vector<std::string> tags_of(const Api& api) {
    std::vector<std::string> tags;
    for (const Declared& one : api.operations())
        if (std::find(tags.begin(), tags.end(), one.operation.tag) == tags.end()) tags.push_back(one.operation.tag);
    return tags;
}

Html operations(const Api& api, const std::string& tag, const Texts& t) {
    Html items;
    for (const Declared& one : api.operations())
        if (one.operation.tag == tag)
            items += row(cell(a(href(place_of(api, one)), summary_of(one, t))), cell(code(std::string(method_name(one.method)) + " " + one.path)), cell(code(right_of(one.operation))));
    const std::string title_ = capitalized(tag_title(tag, t));
    return section(h2(title_), stackable_table(title_, {{t("api.kolom.wat")}, {t("api.kolom.aanroep")}, {t("api.kolom.recht")}}, items));
}

Response show_api(const Mijn& mijn, const Api& api) {
    const Texts& t = mijn.t;
    const About& about = api.about();
    Html main = join(h1(title_of(api)), p(cls("lead"), t("api.koppelvlak." + about.naam)),
                     div(cls("section"), facts({{t("api.versie"), text(about.versie)}, {t("api.adres"), code(api.address())}, {t("api.beschrijving"), a(href(about.plaats + "/openapi.json"), "openapi.json")}})),
                     section(cls("prose"), h2(t("api.kop_aanmelden")), p(in_code(t("api.token"))), p(in_code(t("api.bearer")))));
    for (const std::string& tag : tags_of(api)) main += operations(api, tag, t);
    return mijn.page({.titel = title_of(api), .kruimels = {{start_path, t("api.koppelvlakken")}}}, main);
}

Response show_all(const Mijn& mijn, const Apis& apis) {
    const Texts& t = mijn.t;
    const Html items = each(apis, [&](const std::unique_ptr<Api>& one) {
        return li(div(h2(title_of(*one)), p(t("api.koppelvlak." + one->about().naam))),
                  p(a(href(place_of(*one)), t("api.lees", title_of(*one), one->about().versie))));
    });
    return mijn.page({.titel = t("api.koppelvlakken")}, join(h1(t("api.koppelvlakken")), p(cls("lead"), t("api.koppelvlakken_uitleg")), ul(cls("ways"), items)));
}

const Api* find(const Apis& apis, std::string_view naam) {
    const auto found = std::find_if(apis.begin(), apis.end(), [&](const auto& one) { return one->about().naam == naam; });
    return found == apis.end() ? nullptr : found->get();
}

}  // namespace

void add_koppelvlakken(portaal::Site& site, const Apis& apis) {
    site.get_open(start_path, [&apis](http::Request&, Mijn& mijn) { return show_all(mijn, apis); });
    site.get_open(std::string(start_path) + "/{api}", [&apis](http::Request& request, Mijn& mijn) {
        const Api* api = find(apis, request.param("api"));
        return api ? show_api(mijn, *api) : mijn.fail(dichtbij::not_found("koppelvlak").value());
    });
    site.get_open(std::string(start_path) + "/{api}/{operatie}", [&apis](http::Request& request, Mijn& mijn) {
        const Api* api = find(apis, request.param("api"));
        if (api)
            for (const Declared& one : api->operations())
                if (one.operation.id == request.param("operatie")) return show_operation(mijn, *api, one);
        return mijn.fail(dichtbij::not_found("koppelvlak").value());
    });
}

}  // namespace dichtbij::api
