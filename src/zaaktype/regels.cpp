#include "zaaktype/regels.h"

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <type_traits>
#include <utility>

#include "base/text.h"
#include "organisatie/toetsing.h"

namespace dichtbij::zaaktype {
namespace {

template <class T>
void clean(T& value) {
    if constexpr (std::is_same_v<T, std::string>) {
        if (is_utf8(value)) value = cleaned(value);
    } else if constexpr (boost::describe::has_describe_members<T>::value) {
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>(
            [&](auto member) { clean(value.*member.pointer); });
    } else if constexpr (std::is_class_v<T>) {
        for (auto& element : value) clean(element);
    }
}

std::string element(std::string_view list, std::size_t at) { return std::string(list) + "[" + std::to_string(at) + "]"; }

// Collects what is wrong, each under the path of the part that is being looked at.
class Toets {
  public:
    explicit Toets(std::string_view pad) : pad_(pad) {}
    Toets(const Toets& boven, std::string_view deel) : pad_(boven.path(deel)), boven_(&boven) {}

    void eis(bool holds, std::string_view field, std::string_view key, std::vector<std::string> args = {}) const {
        if (!holds) add({path(field), std::string(key), std::move(args)});
    }
    void text(std::string_view field, std::string_view value, std::size_t limit) const {
        if (!is_utf8(value)) return eis(false, field, "fout.veld.tekens");
        eis(length_in_characters(value) <= limit, field, "fout.veld.te_lang", {std::to_string(limit)});
    }
    void regel(std::string_view field, std::string_view value, std::size_t limit) const {
        text(field, value, limit);
        eis(value.find('\n') == std::string_view::npos, field, "zaaktype.fout.een_regel");
    }
    void texts(std::string_view field, const Tweetalig& value, std::size_t limit) const {
        const Toets talen(*this, field);
        talen.text("nl", value.nl, limit);
        talen.text("en", value.en, limit);
    }
    void regels(std::string_view field, const Tweetalig& value, std::size_t limit) const {
        const Toets talen(*this, field);
        talen.regel("nl", value.nl, limit);
        talen.regel("en", value.en, limit);
    }
    void bereik(std::string_view field, int value, int from, int to) const {
        eis(value >= from && value <= to, field, "zaaktype.fout.bereik", {std::to_string(from), std::to_string(to)});
    }
    void aantal(std::string_view field, std::size_t count, std::size_t limit) const {
        eis(count <= limit, field, "fout.veld.te_veel", {std::to_string(limit)});
    }
    void code(const std::string& value) const {
        const bool fits = !value.empty() && value.size() <= code_limit && value.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
        eis(fits, "code", "zaaktype.fout.code", {std::to_string(code_limit)});
    }
    // Both languages, or (when it need not be there) neither.
    void beide(std::string_view field, const Tweetalig& value) const {
        const Toets talen(*this, field);
        talen.eis(!value.nl.empty(), "nl", "fout.veld.verplicht");
        talen.eis(!value.en.empty(), "en", "fout.veld.verplicht");
    }
    void beide_of_geen(std::string_view field, const Tweetalig& value) const {
        if (!value.nl.empty() || !value.en.empty()) beide(field, value);
    }
    std::vector<FieldError> uitkomst() { return std::move(errors_); }

  private:
    std::string path(std::string_view field) const { return pad_.empty() ? std::string(field) : pad_ + "." + std::string(field); }
    void add(FieldError error) const {
        if (boven_) boven_->add(std::move(error));
        else errors_.push_back(std::move(error));
    }

    std::string pad_;
    const Toets* boven_ = nullptr;
    mutable std::vector<FieldError> errors_;
};

// Calls `look(Toets, element)` for each.
template <class T, class F>
void each(const Toets& toets, std::string_view list, const std::vector<T>& elements, F look) {
    for (std::size_t i = 0; i < elements.size(); ++i) look(Toets(toets, element(list, i)), elements[i]);
}

// The same in a list that knows its elements by code.
template <class T, class F>
void each_coded(const Toets& toets, std::string_view list, const std::vector<T>& elements, F look) {
    std::set<std::string> codes;
    each(toets, list, elements, [&](const Toets& deel, const T& value) {
        deel.code(value.code);
        deel.eis(codes.insert(value.code).second, "code", "zaaktype.fout.code_dubbel");
        look(deel, value);
    });
}

void check_roles(const Toets& toets, const std::vector<Rolsoort>& rollen) {
    toets.aantal("rollen", rollen.size(), rollen_limit);
    std::set<Rolsoort> seen;
    for (std::size_t i = 0; i < rollen.size(); ++i)
        toets.eis(seen.insert(rollen[i]).second, element("rollen", i), "zaaktype.fout.rol_dubbel");
}

void check_head(const Toets& t, const Zaaktype& z) {
    t.code(z.code);
    t.regels("naam", z.naam, naam_limit);
    t.regel("upl", z.upl, upl_limit);
    const bool is_uri = z.upl.starts_with("http://") || z.upl.starts_with("https://");
    t.eis(z.upl.empty() || (is_uri && z.upl.find_first_of(" \t\"<>\\") == std::string::npos), "upl", "zaaktype.fout.upl");
    t.text("doel", z.doel, doel_limit);
    t.texts("uitleg", z.uitleg, uitleg_limit);
    t.eis(organisatie::is_domein(z.domein), "domein", "zaaktype.fout.domein");
    t.bereik("afhandelniveau", z.afhandelniveau, 1, 5);
}

void check_terms(const Toets& t, const Zaaktype& z) {
    t.bereik("wettelijke_termijn.aantal", z.wettelijke_termijn.aantal, 0, termijn_limit);
    t.regel("wettelijke_termijn.grondslag", z.wettelijke_termijn.grondslag, grondslag_limit);
    t.bereik("servicenorm.aantal", z.servicenorm.aantal, 0, termijn_limit);
    t.bereik("verlengen.keren", z.verlengen.keren, 0, keren_limit);
    t.bereik("verlengen.aantal", z.verlengen.aantal, 0, termijn_limit);
    t.regel("verlengen.grondslag", z.verlengen.grondslag, grondslag_limit);
    t.bereik("leges.bedrag_cent", z.leges.bedrag_cent, 0, bedrag_limit_cent);
    t.texts("leges.uitleg", z.leges.uitleg, uitleg_limit);
}

void check_course(const Toets& t, const Zaaktype& z) {
    t.aantal("statussen", z.statussen.size(), statussen_limit);
    each_coded(t, "statussen", z.statussen, [](const Toets& deel, const Statustype& status) {
        deel.regels("naam", status.naam, naam_limit);
        deel.texts("wij_doen", status.wij_doen, stap_limit);
        deel.texts("u_doet", status.u_doet, stap_limit);
    });
    t.aantal("resultaten", z.resultaten.size(), resultaten_limit);
    each_coded(t, "resultaten", z.resultaten, [](const Toets& deel, const Resultaattype& resultaat) {
        deel.regels("naam", resultaat.naam, naam_limit);
        deel.bereik("archief.jaren", resultaat.archief.jaren, 0, jaren_limit);
        deel.regel("archief.selectielijst", resultaat.archief.selectielijst, selectielijst_limit);
        deel.regel("archief.datumkenmerk", resultaat.archief.datumkenmerk, datumkenmerk_limit);
        deel.bereik("archief.procestermijn_jaren", resultaat.archief.procestermijn_jaren, 0, jaren_limit);
    });
    check_roles(t, z.rollen);
}

void check_asked(const Toets& t, const Zaaktype& z) {
    t.aantal("eigenschappen", z.eigenschappen.size(), eigenschappen_limit);
    each_coded(t, "eigenschappen", z.eigenschappen, [](const Toets& deel, const Eigenschap& eigenschap) {
        deel.regels("vraag", eigenschap.vraag, vraag_limit);
        deel.aantal("keuzes", eigenschap.keuzes.size(), keuzes_limit);
        for (std::size_t i = 0; i < eigenschap.keuzes.size(); ++i) deel.regels(element("keuzes", i), eigenschap.keuzes[i], naam_limit);
    });
    t.aantal("documenttypen", z.documenttypen.size(), documenttypen_limit);
    each_coded(t, "documenttypen", z.documenttypen,
               [](const Toets& deel, const Documenttype& document) { deel.regels("naam", document.naam, naam_limit); });
    t.aantal("taken", z.taken.size(), taken_limit);
    each(t, "taken", z.taken, [](const Toets& deel, const Taaksjabloon& taak) {
        deel.regel("naam", taak.naam, naam_limit);
        deel.regel("bij_status", taak.bij_status, code_limit);
        deel.bereik("werkdagen", taak.werkdagen, 0, termijn_limit);
    });
}

void ask_head(const Toets& t, const Zaaktype& z) {
    t.beide("naam", z.naam);
    t.eis(!z.doel.empty(), "doel", "fout.veld.verplicht");
    t.beide("uitleg", z.uitleg);
    t.eis(z.servicenorm.aantal > 0, "servicenorm.aantal", "zaaktype.fout.servicenorm");
    t.eis(z.verlengen.keren == 0 || z.verlengen.aantal > 0, "verlengen.aantal", "zaaktype.fout.verlenging");
    t.eis(!z.zonder_inloggen || z.domein.empty(), "zonder_inloggen", "zaaktype.fout.zonder_inloggen");
    const bool is_chosen = z.vertrouwelijkheid != Zaaktypevertrouwelijkheid::volgens_domein;
    t.eis(z.domein.empty() || !is_chosen || z.vertrouwelijkheid >= Zaaktypevertrouwelijkheid::vertrouwelijk, "vertrouwelijkheid", "zaaktype.fout.vertrouwelijkheid");
    t.eis(z.leges.soort != Legessoort::vast || z.leges.bedrag_cent > 0, "leges.bedrag_cent", "zaaktype.fout.leges_bedrag");
    t.eis(z.leges.soort != Legessoort::geen || z.leges.bedrag_cent == 0, "leges.bedrag_cent", "zaaktype.fout.leges_geen");
    if (z.leges.soort == Legessoort::geen) t.beide_of_geen("leges.uitleg", z.leges.uitleg);
    else t.beide("leges.uitleg", z.leges.uitleg);
}

// What the derivation of the archive term needs to be clear.
void ask_brondatum(const Toets& t, const Zaaktype& z, const Archief& archief) {
    const bool is_process = archief.afleiding == Afleiding::termijn;
    t.eis(is_process || archief.procestermijn_jaren == 0, "archief.procestermijn_jaren", "zaaktype.fout.procestermijn_geen");
    if (archief.afleiding == Afleiding::eigenschap) {
        const auto is_day = [](const Eigenschap& one) { return one.soort == Eigenschapsoort::datum; };
        const auto named = [&](const Eigenschap& one) { return is_day(one) && one.code == archief.datumkenmerk; };
        const bool is_clear = archief.datumkenmerk.empty() ? std::count_if(z.eigenschappen.begin(), z.eigenschappen.end(), is_day) == 1
                                                           : std::any_of(z.eigenschappen.begin(), z.eigenschappen.end(), named);
        t.eis(is_clear, "archief.datumkenmerk", "zaaktype.fout.datumkenmerk");
        return;
    }
    const bool is_told = archief.afleiding == Afleiding::zaakobject || archief.afleiding == Afleiding::ander_datumkenmerk;
    t.eis(is_told || archief.datumkenmerk.empty(), "archief.datumkenmerk", "zaaktype.fout.datumkenmerk_geen");
}

void ask_course(const Toets& t, const Zaaktype& z) {
    t.eis(!z.statussen.empty(), "statussen", "zaaktype.fout.geen_status");
    each(t, "statussen", z.statussen, [&](const Toets& deel, const Statustype& status) {
        deel.beide("naam", status.naam);
        deel.beide("wij_doen", status.wij_doen);
        deel.beide_of_geen("u_doet", status.u_doet);
        const bool is_last = &status == &z.statussen.back();
        deel.eis(status.eind || !is_last, "eind", "zaaktype.fout.eind_ontbreekt");
        deel.eis(!status.eind || is_last, "eind", "zaaktype.fout.eind_te_vroeg");
    });
    t.eis(!z.resultaten.empty(), "resultaten", "zaaktype.fout.geen_resultaat");
    each(t, "resultaten", z.resultaten, [&](const Toets& deel, const Resultaattype& resultaat) {
        const bool keeps = resultaat.archief.nominatie == Nominatie::blijvend_bewaren;
        deel.beide("naam", resultaat.naam);
        deel.eis(keeps || resultaat.archief.jaren > 0, "archief.jaren", "zaaktype.fout.archief_jaren");
        deel.eis(!keeps || resultaat.archief.jaren == 0, "archief.jaren", "zaaktype.fout.archief_bewaren");
        ask_brondatum(deel, z, resultaat.archief);
    });
    t.eis(!z.rollen.empty(), "rollen", "zaaktype.fout.geen_rol");
}

void ask_asked(const Toets& t, const Zaaktype& z) {
    each(t, "eigenschappen", z.eigenschappen, [](const Toets& deel, const Eigenschap& eigenschap) {
        const bool chooses = eigenschap.soort == Eigenschapsoort::keuze;
        deel.beide("vraag", eigenschap.vraag);
        deel.eis(!chooses || eigenschap.keuzes.size() >= 2, "keuzes", "zaaktype.fout.keuzes_nodig");
        deel.eis(chooses || eigenschap.keuzes.empty(), "keuzes", "zaaktype.fout.keuzes_te_veel");
        for (std::size_t i = 0; i < eigenschap.keuzes.size(); ++i) deel.beide(element("keuzes", i), eigenschap.keuzes[i]);
    });
    each(t, "documenttypen", z.documenttypen, [](const Toets& deel, const Documenttype& document) { deel.beide("naam", document.naam); });
    each(t, "taken", z.taken, [&](const Toets& deel, const Taaksjabloon& taak) {
        const bool is_status = std::any_of(z.statussen.begin(), z.statussen.end(), [&](const Statustype& s) { return s.code == taak.bij_status; });
        deel.eis(!taak.naam.empty(), "naam", "fout.veld.verplicht");
        deel.eis(is_status, "bij_status", "zaaktype.fout.status_onbekend");
        deel.eis(taak.werkdagen > 0, "werkdagen", "zaaktype.fout.werkdagen");
    });
}

}  // namespace

Zaaktype opgeschoond(Zaaktype zaaktype) {
    clean(zaaktype);
    return zaaktype;
}

std::vector<FieldError> vormfouten(const Zaaktype& zaaktype, std::string_view pad) {
    Toets toets(pad);
    check_head(toets, zaaktype);
    check_terms(toets, zaaktype);
    check_course(toets, zaaktype);
    check_asked(toets, zaaktype);
    return toets.uitkomst();
}

std::vector<FieldError> ontbrekend(const Zaaktype& zaaktype, std::string_view pad) {
    Toets toets(pad);
    ask_head(toets, zaaktype);
    ask_course(toets, zaaktype);
    ask_asked(toets, zaaktype);
    return toets.uitkomst();
}

std::vector<std::string> te_bevestigen(const Zaaktype& z) {
    std::vector<std::string> paden;
    const auto& termijn = z.wettelijke_termijn;
    if (termijn.te_bevestigen || (termijn.aantal > 0 && termijn.grondslag.empty())) paden.emplace_back("wettelijke_termijn.grondslag");
    if (z.verlengen.keren > 0 && z.verlengen.grondslag.empty()) paden.emplace_back("verlengen.grondslag");
    for (std::size_t i = 0; i < z.resultaten.size(); ++i) {
        const Archief& archief = z.resultaten[i].archief;
        if (archief.te_bevestigen || archief.selectielijst.empty()) paden.push_back(element("resultaten", i) + ".archief.selectielijst");
    }
    return paden;
}

}  // namespace dichtbij::zaaktype
