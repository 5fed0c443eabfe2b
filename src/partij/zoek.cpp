#include "partij/zoek.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "partij/adres.h"
#include "partij/identificator.h"
#include "partij/telefoon.h"

namespace dichtbij::partij {
namespace {

constexpr std::array<std::string_view, 24> voorvoegsels{"van", "de", "der", "den", "het", "t", "ter", "ten", "te", "op", "in", "aan",
                                                        "bij", "uit", "la", "le", "el", "al", "du", "von", "v", "d", "vd", "s"};
// Written before a number or date; no part of a name.
constexpr std::array<std::string_view, 9> labels{"bsn", "kvk", "rsin", "tel", "telefoon", "mobiel", "geb", "geboren", "postcode"};
constexpr int huisnummer_max = 99'999;
constexpr std::size_t referentie_min_digits = 4;

std::vector<std::string> tokens_of(std::string_view typed) {
    std::vector<std::string> tokens;
    std::string token;
    for (const char c : typed) {
        if (c != ' ' && c != ',' && c != ';' && c != '\t' && c != '\n') {
            token += c;
        } else if (!token.empty()) {
            tokens.push_back(std::move(token));
            token.clear();
        }
    }
    if (!token.empty()) tokens.push_back(std::move(token));
    return tokens;
}

bool is_number_text(std::string_view text) {
    return text.find_first_of("0123456789") != std::string_view::npos && text.find_first_not_of("0123456789 +-./()\t") == std::string_view::npos;
}

std::optional<int> leading_number(std::string_view token) {
    const auto end = std::min(token.find_first_not_of("0123456789"), token.size());
    if (end == 0 || end > 5) return std::nullopt;
    int value = 0;
    for (const char c : token.substr(0, end)) value = value * 10 + (c - '0');
    return value >= 1 && value <= huisnummer_max ? std::optional(value) : std::nullopt;
}

bool is_letters(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

bool is_label(std::string_view word) { return std::find(labels.begin(), labels.end(), word) != labels.end(); }

// "T-2026-04829", "2026-04829": letters, digits and hyphens, with enough digits not to be a house number.
bool is_referentie(std::string_view token) {
    const auto digits = std::count_if(token.begin(), token.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool clean = std::all_of(token.begin(), token.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    });
    return clean && token.size() <= 24 && static_cast<std::size_t>(digits) >= referentie_min_digits;
}

std::string upper(std::string_view text) {
    std::string result(text);
    for (char& c : result)
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    return result;
}

class Reader {
  public:
    Reader(std::string_view typed, Day today) : typed_(typed), today_(today), tokens_(tokens_of(typed)) {}

    Zoekvraag read() {
        if (is_number_text(typed_) && read_number(typed_)) return std::move(vraag_);
        while (at_ < tokens_.size())
            if (!read_email() && !read_postcode() && !read_date() && !read_year() && !read_token_number() && !read_referentie()) read_words();
        if (!vraag_.sleutels.empty() || vraag_.postcode || vraag_.geboortedatum)
            std::erase_if(vraag_.woorden, [](const std::string& word) { return is_label(word); });
        return std::move(vraag_);
    }

  private:
    const std::string* ahead(std::size_t by) const { return at_ + by < tokens_.size() ? &tokens_[at_ + by] : nullptr; }
    void add(SoortSleutel soort, std::string waarde) { vraag_.sleutels.push_back({soort, std::move(waarde)}); }

    // All that one number can be; false when it can be nothing.
    bool read_number(std::string_view text) {
        const auto before = vraag_.sleutels.size();
        if (const auto phone = e164(text)) add(SoortSleutel::telefoonnummer, *phone);
        if (const auto number = normal_object_id(soort_bsn, text)) {
            add(SoortSleutel::bsn, *number);
            add(SoortSleutel::rsin, *number);
        }
        if (const auto number = normal_object_id(soort_kvk_nummer, text); number && all_digits(text)) add(SoortSleutel::kvk_nummer, *number);
        if (const auto number = normal_object_id(soort_vestigingsnummer, text); number && all_digits(text)) add(SoortSleutel::vestigingsnummer, *number);
        const bool exact = vraag_.sleutels.size() > before;
        if (const auto date = parse_geboortedatum(text, today_); date && !vraag_.geboortedatum) {
            vraag_.geboortedatum = date;
            vraag_.geboortedatum_is_gok = exact;
            return true;
        }
        const auto bare = trimmed(text);
        const bool is_bsn = normal_object_id(soort_bsn, text).has_value();
        if (!is_bsn && all_digits(bare) && bare.size() >= referentie_min_digits && bare.size() <= 10) add(SoortSleutel::referentie, std::string(bare));
        return vraag_.sleutels.size() > before;
    }

    bool read_email() {
        if (!is_email(*ahead(0))) return false;
        add(SoortSleutel::email, normal_email(tokens_[at_++]));
        return true;
    }

    // "1984 de vries" is a year and a name, not the postcode 1984 DE.
    bool is_year_before_name() const {
        const std::string* name = ahead(2);
        return is_year(*ahead(0)) && is_voorvoegsel(lower_ascii(*ahead(1))) && name && is_letters(*name);
    }

    bool read_postcode() {
        if (vraag_.postcode) return false;
        std::size_t used = 1;
        auto postcode = normal_postcode(*ahead(0));
        if (!postcode && ahead(0)->size() == 4 && ahead(1) && ahead(1)->size() == 2 && !is_year_before_name()) {
            postcode = normal_postcode(*ahead(0) + *ahead(1));
            used = 2;
        }
        if (!postcode) return false;
        vraag_.postcode = postcode;
        at_ += used;
        read_huisnummer();
        return true;
    }

    // Behind the postcode; or the last word before it ("kastanjelaan 18, 3999 AB").
    void read_huisnummer() {
        if (const std::string* token = ahead(0); token && leading_number(*token) && !is_whole_date(*token)) {
            take_huisnummer(*token);
            ++at_;
            if (const std::string* more = ahead(0); more && more->size() == 1 && is_letters(*more) && vraag_.toevoeging.empty()) {
                vraag_.toevoeging = *more;
                ++at_;
            }
        } else if (!vraag_.woorden.empty() && leading_number(vraag_.woorden.back())) {
            take_huisnummer(vraag_.woorden.back());
            vraag_.woorden.pop_back();
        }
    }

    void take_huisnummer(const std::string& token) {
        vraag_.huisnummer = leading_number(token);
        const auto rest = token.find_first_not_of("0123456789");
        if (rest == std::string::npos) return;
        const auto start = token.find_first_not_of("-/", rest);
        if (start != std::string::npos) vraag_.toevoeging = token.substr(start);
    }

    bool is_year(std::string_view token) const {
        if (token.size() != 4 || !all_digits(token)) return false;
        const auto date = parse_geboortedatum(token, today_);
        return date && date->jaar >= 1900;
    }
    bool is_whole_date(std::string_view token) const {
        const auto date = parse_geboortedatum(token, today_);
        return date && date->is_whole();
    }
    // "jan 1984" is rather a first name than a month.
    bool is_name_and_year(std::size_t used) const { return used == 2 && lower_ascii(*ahead(0)) == "jan"; }

    bool read_date() {
        if (vraag_.geboortedatum) return false;
        for (std::size_t used = 3; used >= 1; --used) {
            if (!ahead(used - 1)) continue;
            std::string text;
            for (std::size_t i = 0; i < used; ++i) text += (i ? " " : "") + *ahead(i);
            const auto date = parse_geboortedatum(text, today_);
            const bool plain_number = used == 1 && all_digits(text);
            if (!date || plain_number || is_name_and_year(used) || (used == 2 && all_digits(*ahead(0)))) continue;
            vraag_.geboortedatum = date;
            at_ += used;
            return true;
        }
        return false;
    }

    bool read_year() {
        if (vraag_.geboortedatum || !is_year(*ahead(0))) return false;
        vraag_.geboortedatum = parse_geboortedatum(tokens_[at_++], today_);
        return true;
    }

    bool read_token_number() {
        if (!is_number_text(*ahead(0)) || ahead(0)->size() < 8 || !read_number(*ahead(0))) return false;
        ++at_;
        return true;
    }

    bool read_referentie() {
        if (!is_referentie(*ahead(0))) return false;
        add(SoortSleutel::referentie, upper(tokens_[at_++]));
        return true;
    }

    void read_words() {
        for (auto& word : words_of(folded(tokens_[at_]))) vraag_.woorden.push_back(std::move(word));
        ++at_;
    }

    std::string_view typed_;
    Day today_;
    std::vector<std::string> tokens_;
    std::size_t at_ = 0;
    Zoekvraag vraag_;
};

}  // namespace

bool is_voorvoegsel(std::string_view folded_word) {
    return std::find(voorvoegsels.begin(), voorvoegsels.end(), folded_word) != voorvoegsels.end();
}

std::string beschrijving(const Zoekvraag& vraag) {
    std::string text;
    const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
    for (const Sleutel& sleutel : vraag.sleutels) add(std::string(boost::describe::enum_to_string(sleutel.soort, "")) + ":" + sleutel.waarde);
    if (vraag.postcode) add("postcode:" + *vraag.postcode);
    if (vraag.huisnummer) add("nummer:" + std::to_string(*vraag.huisnummer) + (vraag.toevoeging.empty() ? "" : "/" + vraag.toevoeging));
    if (vraag.geboortedatum) add("geboren:" + to_iso(*vraag.geboortedatum) + (vraag.geboortedatum_is_gok ? "?" : ""));
    for (const auto& word : vraag.woorden) add(word);
    return text;
}

Zoekvraag parse_zoekvraag(std::string_view typed, Day today) {
    typed = trimmed(typed.substr(0, zoekvraag_max_bytes));
    return Reader(typed, today).read();
}

}  // namespace dichtbij::partij
