#include "notificatie/notificatie.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "access/digest.h"
#include "base/text.h"
#include "json/parse.h"
#include "json/writer.h"
#include "notificatie/bestemming.h"

namespace dichtbij::notificatie {
namespace {

constexpr std::string_view pseudo_actie = "#actie";
constexpr std::string_view pseudo_resource = "#resource";
constexpr std::string_view alles = "*";

// The first bytes of a hash as an id (RFC 9562, version 8: made by a rule of our own).
Uuid hashed(std::string_view of) {
    const std::string hash = access::sha256(of);
    Uuid id{};
    std::copy_n(hash.begin(), id.size(), id.begin());
    id[6] = static_cast<std::uint8_t>((id[6] & 0x0f) | 0x80);
    id[8] = static_cast<std::uint8_t>((id[8] & 0x3f) | 0x80);
    return id;
}

void write_kenmerken(json::Writer& w, const Kenmerken& kenmerken) {
    w.begin_object();
    for (const auto& [name, value] : kenmerken) w.free_key(name).text(value);
    w.end_object();
}

void write_address(json::Writer& w, std::string_view address, std::string_view basis) {
    w.text(address.starts_with('/') ? std::string(basis).append(address) : std::string(address));
}

Kenmerken kenmerken_of(const json::Value* value) {
    Kenmerken found;
    if (value != nullptr && value->object() != nullptr)
        for (const auto& [name, one] : *value->object())
            if (one.text() != nullptr) found[name] = *one.text();
    return found;
}

bool is_one_of(const std::vector<std::string>& names, std::string_view name) { return std::find(names.begin(), names.end(), name) != names.end(); }

void check_text(std::vector<FieldError>& errors, const char* field, const std::string& text, std::size_t limit) {
    if (text.empty()) errors.push_back({field, "fout.veld.verplicht", {}});
    if (length_in_characters(text) > limit) errors.push_back({field, "fout.veld.te_lang", {std::to_string(limit)}});
}

}  // namespace

const std::vector<EigenKanaal>& eigen_kanalen() {
    // What is written freely (interneNotitie, gevraagdeHandeling, toelichting) is no kenmerk here, unlike in Open Klant.
    static const std::vector<EigenKanaal> all{
        {"internetaken", "/klantinteracties/api/v1/internetaken/", "internetaak", access::Groep::taken, {"nummer", "status"}},
        {"klantcontacten", "/klantinteracties/api/v1/klantcontacten/", "klantcontact", access::Groep::klantcontacten,
         {"hoofdOnderwerpType", "indicatieContactGelukt", "verdereActieOndernomen"}},
        {"partijen", "/klantinteracties/api/v1/partijen/", "partij", access::Groep::partijen, {"nummer", "soortPartij"}},
    };
    return all;
}

const EigenKanaal* eigen_kanaal(std::string_view naam) {
    const auto found = std::find_if(eigen_kanalen().begin(), eigen_kanalen().end(), [&](const EigenKanaal& one) { return one.naam == naam; });
    return found == eigen_kanalen().end() ? nullptr : &*found;
}

Kanaal kanaal_of(const EigenKanaal& eigen, Id<Gemeente> gemeente) {
    return {{hashed("kanaal:" + gemeente.text() + ":" + std::string(eigen.naam))}, gemeente, std::string(eigen.naam), "", eigen.filters, true};
}

Uuid object_of(std::string_view hoofd_object) { return hashed(std::string("object:").append(hoofd_object)); }

std::string as_json(const Notificatie& one, std::string_view basis) {
    std::string out;
    json::Writer w(out);
    w.begin_object().key("kanaal").text(one.kanaal).key("hoofdObject");
    write_address(w, one.hoofd_object, basis);
    w.key("resource").text(one.resource).key("resourceUrl");
    write_address(w, one.resource_url, basis);
    w.key("actie").text(one.actie).key("aanmaakdatum").instant(one.op).key("kenmerken");
    write_kenmerken(w, one.kenmerken);
    w.end_object();
    return out;
}

bool past(const Kanaalkeuze& keuze, const Notificatie& one) {
    if (keuze.naam != one.kanaal) return false;
    return std::all_of(keuze.filters.begin(), keuze.filters.end(), [&](const auto& filter) {
        const auto& [name, wanted] = filter;
        if (wanted == alles) return true;
        if (name == pseudo_actie) return one.actie == wanted;
        if (name == pseudo_resource) return one.resource == wanted;
        const auto found = one.kenmerken.find(name);
        if (found == one.kenmerken.end()) return !one.kenmerken_bekend;
        return found->second == wanted;
    });
}

bool past(const Abonnement& abonnement, const Notificatie& one) {
    if (abonnement.soort == Abonnementsoort::component) return eigen_kanaal(one.kanaal) != nullptr;
    return std::any_of(abonnement.kanalen.begin(), abonnement.kanalen.end(), [&](const Kanaalkeuze& keuze) { return past(keuze, one); });
}

std::optional<seconds> wacht_na(int pogingen) {
    static constexpr std::array<seconds, 7> waits{seconds(10), minutes(1), minutes(5), minutes(30), hours(2), hours(8), hours(24)};
    if (pogingen < 1 || pogingen > static_cast<int>(waits.size())) return std::nullopt;
    return waits[static_cast<std::size_t>(pogingen - 1)];
}

seconds rust_na(int storingen) {
    constexpr int from = 3, most_doublings = 4;
    if (storingen < from) return seconds(0);
    return seconds(30) * (1 << std::min(storingen - from, most_doublings));
}

std::vector<FieldError> problems(const std::vector<Kanaalkeuze>& kanalen, const std::vector<Kanaal>& bekend) {
    std::vector<FieldError> errors;
    if (kanalen.empty()) errors.push_back({"kanalen", "notificatie.fout.geen_kanaal", {}});
    if (kanalen.size() > abonnement_kanalen_limit) errors.push_back({"kanalen", "notificatie.fout.te_veel_kanalen", {std::to_string(abonnement_kanalen_limit)}});
    for (std::size_t i = 0; i < kanalen.size() && errors.size() < abonnement_kanalen_limit; ++i) {
        const std::string at = "kanalen." + std::to_string(i);
        const auto known = std::find_if(bekend.begin(), bekend.end(), [&](const Kanaal& one) { return one.naam == kanalen[i].naam; });
        if (known == bekend.end()) {
            errors.push_back({at + ".naam", "notificatie.fout.kanaal_onbekend", {}});
            continue;
        }
        for (const auto& [name, value] : kanalen[i].filters) {
            const bool is_known = name == pseudo_actie || name == pseudo_resource || is_one_of(known->filters, name);
            if (!is_known) errors.push_back({at + ".filters", "notificatie.fout.filter_onbekend", {shortened(name, kenmerk_naam_limit)}});
            if (value.empty() || length_in_characters(value) > kenmerk_limit) errors.push_back({at + ".filters", "notificatie.fout.waarde", {std::to_string(kenmerk_limit)}});
        }
    }
    return errors;
}

std::vector<FieldError> problems(const Kanaal& kanaal) {
    std::vector<FieldError> errors;
    check_text(errors, "naam", kanaal.naam, kanaal_limit);
    if (length_in_characters(kanaal.documentatie_link) > documentatie_limit)
        errors.push_back({"documentatie_link", "fout.veld.te_lang", {std::to_string(documentatie_limit)}});
    if (!kanaal.documentatie_link.empty() && !adres_van(kanaal.documentatie_link)) errors.push_back({"documentatie_link", "notificatie.fout.adres", {}});
    if (kanaal.filters.size() > kenmerken_limit) errors.push_back({"filters", "notificatie.fout.te_veel_kenmerken", {std::to_string(kenmerken_limit)}});
    for (const std::string& one : kanaal.filters)
        if (one.empty() || length_in_characters(one) > kenmerk_naam_limit || one.starts_with('#')) {
            errors.push_back({"filters", "notificatie.fout.kenmerk_naam", {std::to_string(kenmerk_naam_limit)}});
            break;
        }
    return errors;
}

std::vector<FieldError> problems(const Notificatie& one, const Kanaal& kanaal) {
    std::vector<FieldError> errors;
    check_text(errors, "resource", one.resource, resource_limit);
    check_text(errors, "actie", one.actie, actie_limit);
    if (!adres_van(one.hoofd_object)) errors.push_back({"hoofd_object", "notificatie.fout.adres", {}});
    if (!adres_van(one.resource_url)) errors.push_back({"resource_url", "notificatie.fout.adres", {}});
    if (one.kenmerken.size() > kenmerken_limit) errors.push_back({"kenmerken", "notificatie.fout.te_veel_kenmerken", {std::to_string(kenmerken_limit)}});
    for (const auto& [name, value] : one.kenmerken) {
        if (!is_one_of(kanaal.filters, name)) {
            errors.push_back({"kenmerken", "notificatie.fout.kenmerk_onbekend", {shortened(name, kenmerk_naam_limit)}});
            break;
        }
        if (value.empty() || length_in_characters(value) > kenmerk_limit) errors.push_back({"kenmerken", "notificatie.fout.waarde", {std::to_string(kenmerk_limit)}});
    }
    return errors;
}

bool is_kopwaarde(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

std::string as_text(const Kenmerken& kenmerken) {
    std::string out;
    json::Writer w(out);
    write_kenmerken(w, kenmerken);
    return out;
}

std::string as_text(const std::vector<Kanaalkeuze>& kanalen) {
    std::string out;
    json::Writer w(out);
    w.begin_array();
    for (const Kanaalkeuze& one : kanalen) {
        w.begin_object().key("naam").text(one.naam).key("filters");
        write_kenmerken(w, one.filters);
        w.end_object();
    }
    w.end_array();
    return out;
}

Kenmerken kenmerken_from(std::string_view text) {
    const auto value = json::parse(text);
    return value ? kenmerken_of(&*value) : Kenmerken{};
}

std::vector<Kanaalkeuze> kanalen_from(std::string_view text) {
    std::vector<Kanaalkeuze> kanalen;
    const auto value = json::parse(text);
    if (!value || value->array() == nullptr) return kanalen;
    for (const json::Value& one : *value->array())
        if (const auto* naam = one.find("naam"); naam != nullptr && naam->text() != nullptr) kanalen.push_back({*naam->text(), kenmerken_of(one.find("filters"))});
    return kanalen;
}

}  // namespace dichtbij::notificatie
