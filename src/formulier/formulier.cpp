#include "formulier/formulier.h"

#include <algorithm>
#include <set>

#include "base/text.h"

namespace dichtbij::formulier {
namespace {

bool is_code(std::string_view text) {
    return !text.empty() && text.size() <= code_limit && std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_'; });
}

class Definitiekeuring {
  public:
    explicit Definitiekeuring(const Definitie& definitie) : d_(definitie) {}

    std::vector<std::string> run() {
        place_ = "formulier " + d_.code;
        code(d_.code);
        codes_.clear();
        words("titel", d_.titel, kop_limit, true);
        words("inleiding", d_.inleiding, uitleg_limit, true);
        words("nodig", d_.nodig, uitleg_limit, false);
        words("vervolg", d_.vervolg, uitleg_limit, true);
        words("akkoord", d_.akkoord, uitleg_limit, false);
        say(d_.minuten < 1 || d_.minuten > 120, "minuten is not between 1 and 120");
        say(d_.paginas.empty() || d_.paginas.size() > paginas_limit, "it has no pages, or too many");
        say(d_.bestemming.wordt == Wordt::zaak && d_.bestemming.zaaktype.empty(), "bestemming names no zaaktype");
        if (d_.bestemming.wordt == Wordt::taak) words("bestemming.handeling", d_.bestemming.handeling, kop_limit, true);
        for (const Pagina& pagina : d_.paginas) check(pagina);
        say(vragen_ > vragen_limit, "it has more than " + std::to_string(vragen_limit) + " questions");
        return std::move(found_);
    }

  private:
    void say(bool is_wrong, std::string what) {
        if (is_wrong) found_.push_back(place_ + ": " + std::move(what));
    }
    void code(const std::string& one) {
        say(!is_code(one), "code '" + one + "' has other characters than a-z, 0-9, - and _, or too many");
        say(!codes_.insert(one).second, "code '" + one + "' is there twice");
    }
    void words(const std::string& name, const Tekst& text, std::size_t most, bool needed) {
        say(needed && text.nl.empty(), name + " has no Dutch words");
        say(text.nl.empty() != text.en.empty(), name + " is not in both languages");
        say(length_in_characters(text.nl) > most || length_in_characters(text.en) > most, name + " is longer than " + std::to_string(most) + " characters");
    }
    // What is asked earlier only: a page that comes first cannot wait for one that comes later.
    void check(const Voorwaarde& voorwaarde) {
        for (const Conditie& one : voorwaarde.condities) {
            const Vraag* asked = d_.vraag(one.vraag);
            say(!earlier_.contains(one.vraag) || asked == nullptr, "a condition names '" + one.vraag + "', which is not asked before, or repeats");
            if (asked == nullptr) continue;
            const bool by_value = one.hoe == Vergelijking::is || one.hoe == Vergelijking::is_niet || one.hoe == Vergelijking::bevat;
            const bool is_choice = asked->soort == Vraagsoort::keuze || asked->soort == Vraagsoort::keuzes;
            const bool is_offered = std::any_of(asked->keuzes.begin(), asked->keuzes.end(), [&](const Keuze& keuze) { return keuze.waarde == one.waarde; });
            say(by_value && is_choice && !is_offered, "a condition asks '" + one.vraag + "' for '" + one.waarde + "', which cannot be chosen");
            say(by_value && asked->soort == Vraagsoort::ja_nee && one.waarde != "ja" && one.waarde != "nee", "a condition asks '" + one.vraag + "' for something else than ja or nee");
        }
    }
    void check(const Pagina& pagina) {
        place_ = "formulier " + d_.code + ", pagina " + pagina.code;
        code(pagina.code);
        for (const char* taken : {"controle", "klaar", "bewaar", "bevestig", "ontvangst"}) say(pagina.code == taken, "this code is an address of the program");
        words("titel", pagina.titel, kop_limit, true);
        words("uitleg", pagina.uitleg, uitleg_limit, false);
        check(pagina.voorwaarde);
        say(pagina.groepen.empty() || pagina.groepen.size() > groepen_limit, "it has no groups, or too many");
        for (const Groep& groep : pagina.groepen) check(pagina, groep);
    }
    void check(const Pagina& pagina, const Groep& groep) {
        place_ = "formulier " + d_.code + ", pagina " + pagina.code + ", groep " + groep.code;
        code(groep.code);
        words("titel", groep.titel, kop_limit, groep.herhaalt());
        words("uitleg", groep.uitleg, uitleg_limit, false);
        check(groep.voorwaarde);
        say(groep.herhalingen < 1 || groep.herhalingen > static_cast<std::int64_t>(herhalingen_limit), "herhalingen is not between 1 and " + std::to_string(herhalingen_limit));
        say(groep.vragen.empty(), "it has no questions");
        const std::string where = place_;
        for (const Vraag& vraag : groep.vragen) {
            place_ = where + ", vraag " + vraag.code;
            check(groep, vraag);
        }
        place_ = where;
    }
    void check(const Groep& groep, const Vraag& vraag) {
        ++vragen_;
        code(vraag.code);
        words("vraag", vraag.vraag, is_woorden(vraag.soort) ? uitleg_limit : kop_limit, true);
        words("hulp", vraag.hulp, uitleg_limit, false);
        words("fout", vraag.fout, kop_limit, false);
        check(vraag.voorwaarde);
        const bool is_choice = vraag.soort == Vraagsoort::keuze || vraag.soort == Vraagsoort::keuzes;
        say(is_choice && (vraag.keuzes.size() < 2 || vraag.keuzes.size() > keuzes_limit), "it needs 2 to " + std::to_string(keuzes_limit) + " choices");
        say(!is_choice && !vraag.keuzes.empty(), "it is no choice, and has choices");
        std::set<std::string> values;
        for (const Keuze& keuze : vraag.keuzes) {
            say(!is_code(keuze.waarde) || !values.insert(keuze.waarde).second, "choice '" + keuze.waarde + "' is there twice, or is no code");
            words("keuze " + keuze.waarde, keuze.tekst, kop_limit, true);
        }
        say(vraag.minimum > vraag.maximum && vraag.maximum != 0, "minimum is above maximum");
        say(vraag.maximum_tekens < 0 || vraag.maximum_tekens > static_cast<std::int64_t>(tekstvak_limit), "maximum_tekens is above " + std::to_string(tekstvak_limit));
        say(vraag.bevestigen && vraag.soort != Vraagsoort::email, "only an e-mail address is confirmed");
        say(groep.herhaalt() && (vraag.soort == Vraagsoort::bestand || vraag.soort == Vraagsoort::berekend || vraag.soort == Vraagsoort::stop || vraag.bevestigen),
            "this kind of question cannot repeat");
        check_sum(vraag);
        if (!groep.herhaalt()) earlier_.insert(vraag.code);
    }
    void check_sum(const Vraag& vraag) {
        const bool is_sum = vraag.soort == Vraagsoort::berekend;
        say(is_sum != (vraag.rekenwijze != Rekenwijze::geen), "rekenwijze goes with berekend");
        if (!is_sum) return;
        say(vraag.met.empty() || vraag.met.size() > keuzes_limit, "it is calculated with nothing, or with too many");
        for (const std::string& code_ : vraag.met) {
            const Vraag* asked = d_.vraag(code_);
            const auto wanted = vraag.rekenwijze == Rekenwijze::leeftijd ? Vraagsoort::datum : Vraagsoort::getal;
            say(asked == nullptr || (asked->soort != wanted && !(asked->soort == Vraagsoort::berekend && wanted == Vraagsoort::getal)), "it is calculated with '" + code_ + "', which is no such question");
            say(asked != nullptr && asked->soort == Vraagsoort::berekend && !earlier_.contains(code_), "it is calculated with '" + code_ + "', which comes later");
        }
        say(vraag.rekenwijze == Rekenwijze::leeftijd && vraag.met.size() != 1, "an age follows from one day");
    }

    const Definitie& d_;
    std::string place_;
    std::set<std::string> codes_;
    std::set<std::string> earlier_;
    std::size_t vragen_ = 0;
    std::vector<std::string> found_;
};

}  // namespace

const Vraag* Definitie::vraag(std::string_view wanted) const {
    for (const Pagina& pagina : paginas)
        for (const Groep& groep : pagina.groepen)
            for (const Vraag& one : groep.vragen)
                if (one.code == wanted) return &one;
    return nullptr;
}

const Groep* Definitie::groep_van(std::string_view vraagcode) const {
    for (const Pagina& pagina : paginas)
        for (const Groep& groep : pagina.groepen)
            for (const Vraag& one : groep.vragen)
                if (one.code == vraagcode) return &groep;
    return nullptr;
}

bool is_woorden(Vraagsoort soort) { return soort == Vraagsoort::informatie || soort == Vraagsoort::stop; }

bool is_vraag(Vraagsoort soort) {
    return !is_woorden(soort) && soort != Vraagsoort::berekend && soort != Vraagsoort::bsn && soort != Vraagsoort::kvk;
}

std::vector<std::string> problems(const Definitie& definitie) { return Definitiekeuring(definitie).run(); }

}  // namespace dichtbij::formulier
