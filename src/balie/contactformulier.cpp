#include "balie/contactformulier.h"

#include <algorithm>
#include <boost/describe/enum_from_string.hpp>
#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"
#include "partij/telefoon.h"

namespace dichtbij::balie {
namespace {

template <class T>
std::optional<Id<T>> read_id(const http::Params& form, std::string_view name) {
    return Id<T>::parse(form.get(name));
}

std::string read_text(const http::Params& form, const std::string& name) { return cleaned(form.get(name)); }

Naar read_naar(std::string_view text) {
    Naar naar;
    if (text.starts_with("t:")) naar.team = Id<Team>::parse(text.substr(2));
    if (text.starts_with("m:")) naar.medewerker = Id<Medewerker>::parse(text.substr(2));
    return naar;
}

std::string write_naar(const Naar& naar) {
    if (naar.medewerker) return "m:" + naar.medewerker->text();
    return naar.team ? "t:" + naar.team->text() : "";
}

VraagInvoer read_vraag(const http::Params& form, std::size_t index) {
    VraagInvoer vraag;
    vraag.onderwerp = read_id<Onderwerp>(form, veld(index, "onderwerp"));
    vraag.vraag = read_text(form, veld(index, "vraag"));
    vraag.notitie = read_text(form, veld(index, "notitie"));
    Afloop afloop{};
    if (boost::describe::enum_from_string(std::string(form.get(veld(index, "afloop"))).c_str(), afloop)) vraag.afloop = afloop;
    vraag.antwoord = read_text(form, veld(index, "antwoord"));
    vraag.verwezen_naar = read_text(form, veld(index, "verwezen_naar"));
    vraag.naar = read_naar(form.get(veld(index, "naar")));
    vraag.telefoon = read_text(form, veld(index, "telefoon"));
    vraag.moment = read_text(form, veld(index, "moment"));
    return vraag;
}

void check_length(std::vector<FieldError>& errors, std::string field, std::string_view text, std::size_t limit) {
    if (length_in_characters(text) > limit)
        errors.push_back({std::move(field), "fout.te_lang", {std::to_string(limit)}});
}

void require(std::vector<FieldError>& errors, std::string field, std::string_view text, std::string key) {
    if (text.empty()) errors.push_back({std::move(field), std::move(key), {}});
}

void check_vraag(std::vector<FieldError>& errors, const VraagInvoer& vraag, std::size_t index) {
    if (!vraag.onderwerp && vraag.vraag.empty()) errors.push_back({veld(index, "onderwerp"), "balie.fout.onderwerp", {}});
    if (!vraag.afloop) {
        errors.push_back({veld(index, "afloop"), "balie.fout.afloop", {}});
        return;
    }
    switch (*vraag.afloop) {
        case Afloop::beantwoord: break;
        case Afloop::doorgezet: require(errors, veld(index, "notitie"), vraag.notitie, "balie.fout.notitie"); break;
        case Afloop::doorverwezen: require(errors, veld(index, "verwezen_naar"), vraag.verwezen_naar, "balie.fout.verwezen"); break;
        case Afloop::beeindigd: require(errors, veld(index, "notitie"), vraag.notitie, "balie.fout.beeindigd"); break;
    }
    if (!vraag.telefoon.empty() && !partij::e164(vraag.telefoon))
        errors.push_back({veld(index, "telefoon"), "fout.telefoon", {}});
}

}  // namespace

std::string veld(std::size_t vraag, std::string_view naam) { return "v" + std::to_string(vraag + 1) + "_" + std::string(naam); }

bool VraagInvoer::is_leeg() const {
    return !onderwerp && vraag.empty() && notitie.empty() && antwoord.empty() && !afloop;
}

bool is_kanaal(std::string_view code) {
    using klantcontact::kanalen;
    return std::find(std::begin(kanalen), std::end(kanalen), code) != std::end(kanalen);
}

ContactInvoer read_contact(const http::Params& form) {
    ContactInvoer invoer;
    if (is_kanaal(form.get("kanaal"))) invoer.kanaal = form.get("kanaal");
    invoer.gemeente = read_id<Gemeente>(form, "gemeente");
    invoer.partij = read_id<Partij>(form, "partij");
    invoer.contactnaam = read_text(form, "contactnaam");
    invoer.telefoon = read_text(form, "telefoon");
    invoer.vragen.clear();
    for (std::size_t i = 0; i < vragen_limit && (form.has(veld(i, "notitie")) || form.has(veld(i, "onderwerp"))); ++i)
        invoer.vragen.push_back(read_vraag(form, i));
    if (invoer.vragen.empty()) invoer.vragen.emplace_back();
    return invoer;
}

std::string to_form_text(const ContactInvoer& invoer) {
    std::string text;
    const auto add = [&](const std::string& name, std::string_view value) {
        if (!text.empty()) text += '&';
        text += name + "=" + http::percent_encoded(value);
    };
    add("kanaal", invoer.kanaal);
    if (invoer.partij) add("partij", invoer.partij->text());
    add("contactnaam", invoer.contactnaam);
    add("telefoon", invoer.telefoon);
    for (std::size_t i = 0; i < invoer.vragen.size(); ++i) {
        const VraagInvoer& vraag = invoer.vragen[i];
        add(veld(i, "onderwerp"), vraag.onderwerp ? vraag.onderwerp->text() : "");
        add(veld(i, "vraag"), vraag.vraag);
        add(veld(i, "notitie"), vraag.notitie);
        add(veld(i, "afloop"), vraag.afloop ? boost::describe::enum_to_string(*vraag.afloop, "") : "");
        add(veld(i, "antwoord"), vraag.antwoord);
        add(veld(i, "verwezen_naar"), vraag.verwezen_naar);
        add(veld(i, "naar"), write_naar(vraag.naar));
        add(veld(i, "telefoon"), vraag.telefoon);
        add(veld(i, "moment"), vraag.moment);
    }
    return text;
}

ContactInvoer from_form_text(std::string_view text) {
    http::Params form;
    while (!text.empty()) {
        const auto end = std::min(text.find('&'), text.size());
        const auto pair = text.substr(0, end);
        const auto equals = std::min(pair.find('='), pair.size());
        std::string value;
        if (equals < pair.size() && http::percent_decode(pair.substr(equals + 1), http::Plus::is_plus, value))
            form.add(std::string(pair.substr(0, equals)), std::move(value));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return read_contact(form);
}

std::vector<FieldError> check_limits(const ContactInvoer& invoer) {
    std::vector<FieldError> errors;
    check_length(errors, "contactnaam", invoer.contactnaam, naam_limit);
    check_length(errors, "telefoon", invoer.telefoon, telefoon_limit);
    for (std::size_t i = 0; i < invoer.vragen.size(); ++i) {
        const VraagInvoer& vraag = invoer.vragen[i];
        check_length(errors, veld(i, "vraag"), vraag.vraag, onderwerp_tekst_limit);
        check_length(errors, veld(i, "notitie"), vraag.notitie, notitie_limit);
        check_length(errors, veld(i, "antwoord"), vraag.antwoord, antwoord_limit);
        check_length(errors, veld(i, "verwezen_naar"), vraag.verwezen_naar, verwezen_limit);
        check_length(errors, veld(i, "telefoon"), vraag.telefoon, telefoon_limit);
        check_length(errors, veld(i, "moment"), vraag.moment, moment_limit);
    }
    return errors;
}

std::vector<FieldError> check_contact(const ContactInvoer& invoer) {
    std::vector<FieldError> errors = check_limits(invoer);
    if (!is_kanaal(invoer.kanaal)) errors.push_back({"kanaal", "balie.fout.kanaal", {}});
    const bool has_one = std::any_of(invoer.vragen.begin(), invoer.vragen.end(), [](const VraagInvoer& v) { return !v.is_leeg(); });
    for (std::size_t i = 0; i < invoer.vragen.size(); ++i)
        if (!invoer.vragen[i].is_leeg() || (!has_one && i == 0)) check_vraag(errors, invoer.vragen[i], i);
    return errors;
}

}  // namespace dichtbij::balie
