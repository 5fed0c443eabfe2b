#include "zaaktype/zaaktype_json.h"

#include <boost/json/stream_parser.hpp>
#include <boost/json/serialize.hpp>

#include <algorithm>
#include <set>

#include "zaaktype/json_sleutels.h"
#include "zaaktype/json_velden.h"
#include "zaaktype/lezer.h"
#include "zaaktype/regels.h"

namespace dichtbij::zaaktype {
namespace {

namespace json = boost::json;

constexpr std::size_t regel_breed = 110;  // what fits on one line stays on one line
constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

std::string line_of(std::string_view bytes, std::size_t at) {
    return std::to_string(1 + std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(std::min(at, bytes.size())), '\n'));
}

// The value, or the line where it stops being JSON.
tl::expected<json::value, std::string> parse(std::string_view bytes) {
    json::parse_options options;
    options.max_depth = diepte_limit;
    json::stream_parser parser({}, options);
    boost::system::error_code error;
    const std::size_t used = parser.write_some(bytes.data(), bytes.size(), error);
    if (error || !parser.done()) return tl::make_unexpected(line_of(bytes, error ? used : bytes.size()));
    const std::size_t rest = bytes.find_first_not_of(" \t\r\n", used);
    if (rest != std::string_view::npos) return tl::make_unexpected(line_of(bytes, rest));
    return parser.release();
}

class Bestandlezer {
  public:
    Zaaktypebestand lees(std::string_view bytes) {
        if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
        if (bytes.size() > bestand_limit_bytes) return onleesbaar("zaaktype.fout.bestand_te_groot", {std::to_string(bestand_limit_bytes / 1024 / 1024)});
        const auto value = parse(bytes);
        if (!value) return onleesbaar("zaaktype.fout.geen_json", {value.error()});
        if (const auto twice = dubbele_sleutel(bytes)) return onleesbaar("zaaktype.fout.sleutel_dubbel", {twice->naam, line_of(bytes, twice->plaats)});
        const json::array* list = head(*value);
        if (!list) return std::move(bestand_);
        bestand_.is_leesbaar = true;
        bestand_.gelezen = list->size();
        for (std::size_t i = 0; i < list->size(); ++i) element(i, (*list)[i]);
        return std::move(bestand_);
    }

  private:
    Zaaktypebestand onleesbaar(std::string key, std::vector<std::string> args = {}) {
        bestand_.fouten.push_back({"", std::move(key), std::move(args)});
        return std::move(bestand_);
    }

    const json::array* head(const json::value& value) {
        Lezer lezer;
        const auto* object = value.if_object();
        const auto* formaat = object ? object->if_contains("formaat") : nullptr;
        const auto* list = object ? object->if_contains("zaaktypen") : nullptr;
        if (!object) lezer.fout("", "zaaktype.fout.geen_groep");
        else if (!formaat || !formaat->is_string() || formaat->get_string() != bestandsformaat)
            lezer.fout("formaat", "zaaktype.fout.formaat", {std::string(bestandsformaat)});
        else if (!list || !list->is_array()) lezer.fout("zaaktypen", list ? "zaaktype.fout.geen_lijst" : "zaaktype.fout.veld_ontbreekt");
        else if (list->get_array().size() > zaaktypen_limit) lezer.fout("zaaktypen", "fout.veld.te_veel", {std::to_string(zaaktypen_limit)});
        else lezer.onbekende_velden(*object, "", [](std::string_view name) { return name == "formaat" || name == "zaaktypen"; });
        if (lezer.fouten().empty()) return &list->get_array();
        tell(lezer.neem_fouten());
        return nullptr;
    }

    void element(std::size_t at, const json::value& value) {
        const std::string pad = "zaaktypen[" + std::to_string(at) + "]";
        Lezer lezer;
        Zaaktype zaaktype = opgeschoond(lezer.lees<Zaaktype>(value, pad));
        auto fouten = lezer.neem_fouten();
        if (fouten.empty()) fouten = vormfouten(zaaktype, pad);
        if (fouten.empty() && !codes_.insert(zaaktype.code).second) fouten.push_back({pad + ".code", "zaaktype.fout.code_dubbel", {}});
        if (fouten.empty()) bestand_.zaaktypen.push_back({at, std::move(zaaktype)});
        else tell(std::move(fouten));
    }

    void tell(std::vector<FieldError> fouten) {
        for (FieldError& fout : fouten) {
            if (bestand_.fouten.size() < leesfouten_limit) bestand_.fouten.push_back(std::move(fout));
            else ++bestand_.meer_fouten;
        }
    }

    Zaaktypebestand bestand_;
    std::set<std::string> codes_;
};

// With a space behind each colon and comma.
void write_line(const json::value& value, std::string& out) {
    if (const auto* object = value.if_object()) {
        out += '{';
        for (auto at = object->begin(); at != object->end(); ++at) {
            if (at != object->begin()) out += ", ";
            out.append("\"").append(at->key()).append("\": ");
            write_line(at->value(), out);
        }
        out += '}';
    } else if (const auto* array = value.if_array()) {
        out += '[';
        for (std::size_t i = 0; i < array->size(); ++i) {
            if (i) out += ", ";
            write_line((*array)[i], out);
        }
        out += ']';
    } else {
        out += json::serialize(value);
    }
}

void write_pretty(const json::value& value, std::size_t indent, std::string& out) {
    std::string line;
    write_line(value, line);
    if (line.size() <= regel_breed || !value.is_structured()) {
        out += line;
        return;
    }
    const std::string margin(indent + 2, ' ');
    bool is_first = true;
    const auto begin = [&] {
        out.append(is_first ? "\n" : ",\n").append(margin);
        is_first = false;
    };
    if (const auto* object = value.if_object()) {
        out += '{';
        for (const auto& field : *object) {
            begin();
            out.append("\"").append(field.key()).append("\": ");
            write_pretty(field.value(), indent + 2, out);
        }
        out.append("\n").append(indent, ' ').append("}");
    } else {
        out += '[';
        for (const auto& element : value.get_array()) {
            begin();
            write_pretty(element, indent + 2, out);
        }
        out.append("\n").append(indent, ' ').append("]");
    }
}

}  // namespace

Zaaktypebestand lees_bestand(std::string_view bytes) { return Bestandlezer().lees(bytes); }

std::string schrijf_bestand(const std::vector<Zaaktype>& zaaktypen) {
    std::string out = "{\n  \"formaat\": \"" + std::string(bestandsformaat) + "\",\n  \"zaaktypen\": [";
    for (std::size_t i = 0; i < zaaktypen.size(); ++i) {
        out += i ? ",\n    " : "\n    ";
        write_pretty(json_van(zaaktypen[i]), 4, out);
    }
    return out + (zaaktypen.empty() ? "]\n}\n" : "\n  ]\n}\n");
}

std::string schrijf_inhoud(const Zaaktype& zaaktype) { return json::serialize(json_van(zaaktype)); }

Zaaktype lees_inhoud(std::string_view text) {
    const auto value = parse(text);
    CHECK_THAT(value.has_value());
    Lezer lezer;
    Zaaktype zaaktype = lezer.lees<Zaaktype>(*value, "");
    for (const FieldError& fout : lezer.fouten()) CHECK_THAT(fout.key == "zaaktype.fout.veld_ontbreekt");
    return zaaktype;
}

std::string Lezer::tekst(const json::value& value, const std::string& pad) {
    if (const auto* text = value.if_string()) return std::string(text->data(), text->size());
    fout(pad, "zaaktype.fout.geen_tekst");
    return {};
}

bool Lezer::ja_nee(const json::value& value, const std::string& pad) {
    if (const auto* yes = value.if_bool()) return *yes;
    fout(pad, "zaaktype.fout.geen_ja_nee");
    return false;
}

int Lezer::getal(const json::value& value, const std::string& pad) {
    const auto* number = value.if_int64();
    if (number && *number >= std::numeric_limits<int>::min() && *number <= std::numeric_limits<int>::max()) return static_cast<int>(*number);
    fout(pad, "zaaktype.fout.geen_getal");
    return 0;
}

}  // namespace dichtbij::zaaktype
