#include "bericht/bericht.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "bericht/sjabloon.h"

namespace dichtbij::bericht {
namespace {

struct Overgang {
    Staat van;
    Staat naar;
};

constexpr std::array overgangen{
    Overgang{Staat::wacht, Staat::klaar},           // its moment has come
    Overgang{Staat::wacht, Staat::verzonden},       // its moment has come, and Mijn Dichtbij is its only channel
    Overgang{Staat::wacht, Staat::ingetrokken},     // taken back in time
    Overgang{Staat::klaar, Staat::verzonden},       // a sender delivered it
    Overgang{Staat::klaar, Staat::mislukt},         // a sender gave up
    Overgang{Staat::klaar, Staat::gelezen},         // read in Mijn Dichtbij before the mail went
    Overgang{Staat::verzonden, Staat::gelezen},
    Overgang{Staat::verzonden, Staat::mislukt},     // it was delivered to the next system, and came back
    Overgang{Staat::mislukt, Staat::klaar},         // tried again by a person
    Overgang{Staat::mislukt, Staat::gelezen},       // the mail failed, Mijn Dichtbij did not
    Overgang{Staat::mislukt, Staat::ingetrokken},   // a person gave up: told in another way
};

// A number of nine digits is a BSN or a telephone number; an @ is an address.
bool names_someone(std::string_view onderwerp) {
    constexpr int digits_of_a_person = 9;
    int digits = 0;
    for (const char c : onderwerp) {
        if (c == '@') return true;
        if (c >= '0' && c <= '9') ++digits;
        else if (c != ' ' && c != '.') digits = 0;
        if (digits >= digits_of_a_person) return true;
    }
    return false;
}

bool is_naam(std::string_view place) {
    return !place.empty() && std::all_of(place.begin(), place.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

// A place of the template that nobody filled in.
void check_places(std::vector<FieldError>& errors, std::string_view field, std::string_view text) {
    for (const std::string& place : variabelen_in(text))
        if (is_naam(place)) errors.push_back({std::string(field), "bericht.fout.niet_ingevuld", {"{" + place + "}"}});
}

void check_length(std::vector<FieldError>& errors, std::string_view field, std::string_view text, std::size_t limit) {
    if (trimmed(text).empty()) errors.push_back({std::string(field), "bericht.fout.leeg", {}});
    else if (length_in_characters(text) > limit) errors.push_back({std::string(field), "bericht.fout.te_lang", {std::to_string(limit)}});
}

}  // namespace

std::string schrijfkanaal(std::string_view voorkeur) {
    return std::string(voorkeur == "email" || voorkeur == "brief" ? voorkeur : mijn_dichtbij);
}

bool may_follow(Staat van, Staat naar) {
    return std::any_of(overgangen.begin(), overgangen.end(), [&](const Overgang& one) { return one.van == van && one.naar == naar; });
}

bool is_zichtbaar(Staat staat) { return staat != Staat::wacht && staat != Staat::ingetrokken; }

Bericht masked(Bericht bericht) {
    bericht.onderwerp.clear();
    bericht.tekst.clear();
    bericht.sjabloon.clear();
    bericht.sjabloon_versie.clear();
    bericht.regel.clear();
    bericht.intrekreden.clear();
    return bericht;
}

std::vector<FieldError> problems(std::string_view onderwerp, std::string_view tekst) {
    std::vector<FieldError> errors;
    check_length(errors, "onderwerp", onderwerp, onderwerp_limit);
    check_length(errors, "tekst", tekst, tekst_limit);
    if (onderwerp.find('\n') != std::string_view::npos) errors.push_back({"onderwerp", "bericht.fout.een_regel", {}});
    check_places(errors, "onderwerp", onderwerp);
    check_places(errors, "tekst", tekst);
    if (names_someone(onderwerp)) errors.push_back({"onderwerp", "bericht.fout.onderwerp_persoon", {}});
    return errors;
}

std::string normal_taal(std::string_view taal) { return taal == "eng" || taal == "en" ? "eng" : "nld"; }

std::vector<std::string> paragraphs(std::string_view tekst) {
    std::vector<std::string> found;
    std::string current;
    const auto keep = [&] {
        if (const auto words = trimmed(current); !words.empty()) found.emplace_back(words);
        current.clear();
    };
    for (std::size_t at = 0; at <= tekst.size();) {
        const std::size_t end = std::min(tekst.find('\n', at), tekst.size());
        const std::string_view line = tekst.substr(at, end - at);
        if (trimmed(line).empty()) keep();
        else current.append(current.empty() ? "" : "\n").append(line);
        at = end + 1;
    }
    keep();
    return found;
}

}  // namespace dichtbij::bericht
