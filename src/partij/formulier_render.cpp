#include "partij/formulier_render.h"

#include <boost/describe/enum_to_string.hpp>

#include "base/text.h"
#include "html/parts.h"
#include "partij/telefoon.h"

namespace dichtbij::partij {
namespace {

using namespace html;

template <class E>
std::string word(E one) {
    return boost::describe::enum_to_string(one, "");
}

std::vector<Attribute> longest(int characters) { return {attr("maxlength", std::to_string(characters))}; }

template <class E>
std::vector<Choice> choices_of(const Texts& t, std::string_view prefix, std::initializer_list<E> all) {
    std::vector<Choice> list;
    for (const E one : all) list.push_back({word(one), t(std::string(prefix) + word(one))});
    return list;
}

// Codes and their words; one that is stored already is always among them.
std::vector<Choice> with_stored(const Texts& t, std::string_view prefix, std::vector<std::string> codes, const std::string& stored) {
    std::vector<Choice> list;
    bool is_there = stored.empty();
    for (const std::string& code : codes) {
        list.push_back({code, t(std::string(prefix) + code)});
        is_there = is_there || code == stored;
    }
    if (!is_there) list.push_back({stored, t.has(std::string(prefix) + stored) ? t(std::string(prefix) + stored) : stored});
    return list;
}

class Fields {
  public:
    Fields(const Texts& t, const Form& form, const Invoer& invoer, const Keuzes& keuzes)
        : t_(t), form_(form), invoer_(invoer), g_(invoer.gegevens), keuzes_(keuzes) {}

    Html all() const {
        return join(group("wie", who()), group("bereiken", reach()), group("adres", address("bezoekadres", g_.bezoekadres)),
                    post_address(), group("nummers", numbers()), group("voorkeuren", preferences()), group("afspraken", agreements()),
                    group("let_op", care()));
    }

  private:
    Html group(std::string_view key, const Html& content) const {
        return fieldset(cls("question"), legend(t_("partij.scherm.deel." + std::string(key))), content);
    }

    Html text_field(const std::string& path, std::string_view label_key, const std::string& typed, int characters) const {
        return form_.input({.name = path, .label = t_(label_key), .value = typed, .needed = Needed::no, .attributes = longest(characters)});
    }

    Html names(const Contactnaam& naam, Aanhef aanhef) const {
        return join(form_.radio_segment({.name = "aanhef", .label = t_("partij.scherm.aanhef"), .value = word(aanhef)},
                                        choices_of(t_, "partij.aanhef.", {Aanhef::geen, Aanhef::mevrouw, Aanhef::meneer})),
                    div(cls("filters"), text_field("contactnaam.voorletters", "partij.scherm.voorletters", naam.voorletters, 10),
                        text_field("contactnaam.voornaam", "partij.scherm.voornaam", naam.voornaam, 200),
                        text_field("contactnaam.voorvoegsel_achternaam", "partij.scherm.voorvoegsel", naam.voorvoegsel_achternaam, 10)),
                    form_.input({.name = "contactnaam.achternaam", .label = t_("partij.scherm.achternaam"), .value = naam.achternaam,
                                 .attributes = longest(200)}));
    }

    Html who() const {
        if (const auto* organisatie = std::get_if<Organisatie>(&g_.wie))
            return form_.input({.name = "naam", .label = t_("partij.scherm.bedrijfsnaam"), .value = organisatie->naam, .attributes = longest(200)});
        if (const auto* contact = std::get_if<Contactpersoon>(&g_.wie))
            return join(names(contact->naam, contact->aanhef), employer(*contact));
        const auto& persoon = std::get<Persoon>(g_.wie);
        return join(names(persoon.naam, persoon.aanhef),
                    form_.input({.name = "geboortedatum", .label = t_("partij.scherm.geboortedatum"), .value = invoer_.typed("geboortedatum"),
                                 .hint = t_("partij.scherm.geboortedatum_uitleg"), .needed = Needed::no, .attributes = longest(30)}));
    }

    Html employer(const Contactpersoon& contact) const {
        return form_.select({.name = "werkte_voor_partij", .label = t_("partij.scherm.werkt_voor"),
                             .value = contact.werkte_voor ? contact.werkte_voor->text() : "", .needed = Needed::no},
                            keuzes_.organisaties, t_("partij.scherm.geen_bedrijf"));
    }

    Html reach() const {
        auto list = g_.digitale_adressen;
        list.push_back({});
        if (list.size() == 1) list.push_back({{}, SoortDigitaalAdres::email, {}, false, {}, {}, {}});
        Html rows;
        for (std::size_t i = 0; i < list.size(); ++i) rows += digital(i, list[i]);
        return join(p(cls("small soft"), t_("partij.scherm.bereiken_uitleg")), rows);
    }

    Html digital(std::size_t at, const DigitaalAdres& adres) const {
        const std::string path = "digitale_adressen." + std::to_string(at);
        const auto nth = static_cast<int>(at) + 1;
        return div(cls("filters"), when(adres.id != Uuid{}, [&] { return hidden(path + ".id", to_string(adres.id)); }),
                   form_.select({.name = path + ".soort", .label = t_("partij.scherm.soort_adres", nth), .value = word(adres.soort)},
                                choices_of(t_, "partij.scherm.adres.", {SoortDigitaalAdres::telefoonnummer, SoortDigitaalAdres::email, SoortDigitaalAdres::overig})),
                   form_.input({.name = path + ".adres", .label = t_("partij.scherm.nummer_of_adres", nth), .value = adres.adres,
                                .needed = Needed::no, .attributes = longest(80)}),
                   form_.input({.name = path + ".omschrijving", .label = t_("partij.scherm.omschrijving", nth), .value = adres.omschrijving,
                                .needed = Needed::no, .attributes = longest(40)}),
                   form_.checkbox({.name = path + ".standaard", .label = t_("partij.scherm.standaard", nth)}, adres.is_standaard));
    }

    Html address(const std::string& path, const std::optional<Adres>& stored) const {
        const Adres adres = stored.value_or(Adres{});
        return join(div(cls("filters"),
                        text_field(path + ".postcode", "partij.scherm.postcode", postcode_leesbaar(adres.postcode), 10),
                        form_.input({.name = path + ".huisnummer", .label = t_("partij.scherm.huisnummer"), .value = invoer_.typed(path + ".huisnummer"),
                                     .needed = Needed::no, .attributes = {attr("inputmode", "numeric"), attr("maxlength", "5")}}),
                        text_field(path + ".huisnummertoevoeging", "partij.scherm.toevoeging", adres.huisnummertoevoeging, 20)),
                    when(keuzes_.zoekt_adressen, [&] { return find_address(path); }),
                    div(cls("filters"), text_field(path + ".straatnaam", "partij.scherm.straat", adres.straatnaam, 255),
                        text_field(path + ".stad", "partij.scherm.plaats", adres.stad, 255)),
                    abroad(path, adres));
    }

    Html find_address(const std::string& path) const {
        const bool has_looked = keuzes_.adres_pad == path;
        return div(cls("row below"), button(cls("btn btn-small"), type("submit"), name("zoek_adres"), value(path), icon("search"), t_("opzoek.adres.knop")),
                   when(has_looked, [&] { return p(cls("small"), attr("role", "status"), keuzes_.adres_gevonden); }));
    }

    Html abroad(const std::string& path, const Adres& adres) const {
        const bool is_used = !adres.land.empty() || !adres.adresregel1.empty() || form_.error_of(path + ".land");
        return details(flag("open", is_used), summary(t_("partij.scherm.buitenland")),
                       text_field(path + ".adresregel1", "partij.scherm.regel1", adres.adresregel1, 80),
                       text_field(path + ".adresregel2", "partij.scherm.regel2", adres.adresregel2, 80),
                       text_field(path + ".adresregel3", "partij.scherm.regel3", adres.adresregel3, 80),
                       form_.input({.name = path + ".land", .label = t_("partij.scherm.land"), .value = adres.land,
                                    .hint = t_("partij.scherm.land_uitleg"), .needed = Needed::no, .attributes = longest(2)}));
    }

    Html post_address() const {
        return details(flag("open", g_.correspondentieadres.has_value()), summary(t_("partij.scherm.deel.post")),
                       div(cls("question"), address("correspondentieadres", g_.correspondentieadres)));
    }

    Html number(std::string_view kind) const {
        const Identificator* stored = find_identificator(g_, kind);
        return form_.input({.name = std::string(kind), .label = t_("partij.scherm." + std::string(kind)), .value = stored ? stored->object_id : "",
                            .needed = Needed::no, .attributes = {attr("inputmode", "numeric"), attr("maxlength", "20"), attr("autocomplete", "off")}});
    }

    Html numbers() const {
        if (std::holds_alternative<Persoon>(g_.wie)) return number(soort_bsn);
        if (std::holds_alternative<Organisatie>(g_.wie))
            return div(cls("filters"), number(soort_kvk_nummer), number(soort_rsin), number(soort_vestigingsnummer));
        return p(cls("soft"), t_("partij.scherm.geen_nummers"));
    }

    Html preferences() const {
        const auto& v = g_.voorkeuren;
        return join(div(cls("filters"),
                        form_.select({.name = "voorkeuren.kanaal", .label = t_("partij.scherm.kanaal"), .value = v.kanaal, .needed = Needed::no},
                                     with_stored(t_, "kanaal.", {"telefoon", "email", "brief", "balie", "whatsapp", "video"}, v.kanaal), t_("partij.scherm.maakt_niet_uit")),
                        form_.select({.name = "voorkeuren.taal", .label = t_("partij.scherm.taal"), .value = v.taal, .needed = Needed::no},
                                     with_stored(t_, "partij.taal.", {"nld", "eng", "deu", "fra", "pol", "tur", "ara", "ukr"}, v.taal), t_("partij.scherm.onbekend")),
                        text_field("voorkeuren.tijd", "partij.scherm.tijd", v.tijd, 100)),
                    form_.radio_segment({.name = "voorkeuren.zelfredzaamheid", .label = t_("partij.scherm.zelfredzaamheid"), .value = word(v.zelfredzaamheid)},
                                        choices_of(t_, "partij.zelfredzaamheid.", {Zelfredzaamheid::onbekend, Zelfredzaamheid::zelfstandig,
                                                                                   Zelfredzaamheid::beperkt, Zelfredzaamheid::afhankelijk})));
    }

    Html agreements() const {
        auto list = g_.afspraken;
        list.push_back({});
        Html rows;
        for (std::size_t i = 0; i < list.size(); ++i) {
            const std::string path = "afspraken." + std::to_string(i);
            const Afspraak& one = list[i];
            const bool is_new = one.tekst.empty();
            rows += join(when(one.id != Uuid{}, [&] { return hidden(path + ".id", to_string(one.id)); }),
                         form_.input({.name = path + ".tekst", .label = t_("partij.scherm.afspraak", static_cast<int>(i) + 1), .value = one.tekst,
                                      .needed = Needed::no, .attributes = longest(500)}),
                         form_.input({.name = path + ".bekijk_datum", .label = t_("partij.scherm.bekijk", static_cast<int>(i) + 1),
                                      .value = is_new ? "" : dichtbij::to_iso(one.bekijk_datum), .needed = Needed::no, .type = "date"}));
        }
        return join(p(cls("small soft"), t_("partij.scherm.afspraken_uitleg")), rows);
    }

    Html care() const {
        const auto& i = g_.indicaties;
        return join(form_.checkbox({.name = "geheimhouding", .label = t_("partij.scherm.geheimhouding"), .hint = t_("partij.scherm.geheimhouding_uitleg")},
                                   i.geheimhouding.value_or(false)),
                    form_.checkbox({.name = "overleden", .label = t_("partij.scherm.overleden")}, i.overleden),
                    form_.select({.name = "medewerker", .label = t_("partij.scherm.collega"), .value = i.medewerker ? i.medewerker->text() : "",
                                  .hint = t_("partij.scherm.collega_uitleg"), .needed = Needed::no},
                                 keuzes_.collegas, t_("partij.scherm.geen_collega")),
                    form_.textarea({.name = "interne_notitie", .label = t_("partij.scherm.notitie"), .value = g_.interne_notitie,
                                    .hint = t_("partij.scherm.notitie_uitleg"), .needed = Needed::no, .attributes = longest(1000)}));
    }

    const Texts& t_;
    const Form& form_;
    const Invoer& invoer_;
    const Gegevens& g_;
    const Keuzes& keuzes_;
};

}  // namespace

Html fields_of(const Texts& t, const Form& form_, const Invoer& invoer, const Keuzes& keuzes) {
    return Fields(t, form_, invoer, keuzes).all();
}

std::string veldnaam(const Texts& t, const std::string& path) {
    std::string key;
    std::string nth;
    std::size_t from = 0;
    while (from <= path.size()) {
        const std::size_t end = std::min(path.find('.', from), path.size());
        const std::string part = path.substr(from, end - from);
        if (!part.empty() && all_digits(part)) nth = std::to_string(std::stoi(part) + 1);
        else key += (key.empty() ? "" : ".") + part;
        from = end + 1;
    }
    const std::string name_ = t.has("partij.veld." + key) ? t("partij.veld." + key) : path;
    return nth.empty() ? name_ : name_ + " " + nth;
}

Html versions_table(const Texts& t, const std::vector<Verschil>& all) {
    const auto shown = [&](const std::string& words) { return words.empty() ? t("partij.scherm.leeg_veld") : words; };
    return stackable_table(t("partij.scherm.versies"), {{t("partij.scherm.veld")}, {t("partij.scherm.staat_nu")}, {t("partij.scherm.jij_typte")}},
                           each(all, [&](const Verschil& one) {
                               return row(cell(strong(veldnaam(t, one.veld))), cell(attr("data-l", t("partij.scherm.staat_nu")), shown(one.oud)),
                                          cell(attr("data-l", t("partij.scherm.jij_typte")), shown(one.nieuw)));
                           }));
}

}  // namespace dichtbij::partij
