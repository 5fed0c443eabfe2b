// A partij as a list of fields with their text: what changed, and what someone has a right to see.
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>

#include "partij/partij.h"

namespace dichtbij::partij {
namespace {

std::string as_text(const std::string& value) { return value; }
std::string as_text(bool value) { return value ? "ja" : ""; }
std::string as_text(int value) { return std::to_string(value); }
std::string as_text(Day value) { return dichtbij::to_iso(value); }
std::string as_text(const Uuid& value) { return value == Uuid{} ? std::string() : to_string(value); }
std::string as_text(const Geboortedatum& value) { return to_iso(value); }
template <class T>
std::string as_text(const Id<T>& value) {
    return value.text();
}
template <class T>
    requires std::is_enum_v<T>
std::string as_text(T value) {
    return boost::describe::enum_to_string(value, "");
}
template <class T>
std::string as_text(const std::optional<T>& value) {
    return value ? as_text(*value) : std::string();
}

class Fields {
  public:
    template <class T>
    void add(std::string field, const T& value) {
        std::string text = as_text(value);
        if (!text.empty()) list_.emplace_back(std::move(field), std::move(text));
    }
    template <class T>
    void add_members(const std::string& path, const T& value) {
        boost::mp11::mp_for_each<boost::describe::describe_members<T, boost::describe::mod_public>>([&](auto member) {
            if (std::string_view(member.name) != "id") add(path + "." + member.name, value.*member.pointer);
        });
    }
    template <class T>
    void add_list(const std::string& path, const std::vector<T>& list) {
        for (std::size_t i = 0; i < list.size(); ++i) add_members(path + "." + std::to_string(i), list[i]);
    }
    std::vector<Veldwaarde> take() { return std::move(list_); }

  private:
    std::vector<Veldwaarde> list_;
};

void add_wie(Fields& fields, const Gegevens& gegevens) {
    fields.add("soort_partij", soort(gegevens));
    if (const Contactnaam* naam = contactnaam(gegevens)) {
        fields.add("contactnaam.voorletters", naam->voorletters);
        fields.add("contactnaam.voornaam", naam->voornaam);
        fields.add("contactnaam.voorvoegsel_achternaam", naam->voorvoegsel_achternaam);
        fields.add("contactnaam.achternaam", naam->achternaam);
    }
    if (const auto* persoon = std::get_if<Persoon>(&gegevens.wie)) {
        if (persoon->aanhef != Aanhef::geen) fields.add("aanhef", persoon->aanhef);
        fields.add("geboortedatum", persoon->geboortedatum);
    }
    if (const auto* contact = std::get_if<Contactpersoon>(&gegevens.wie)) {
        if (contact->aanhef != Aanhef::geen) fields.add("aanhef", contact->aanhef);
        fields.add("werkte_voor_partij", contact->werkte_voor);
    }
    if (const auto* organisatie = std::get_if<Organisatie>(&gegevens.wie)) fields.add("naam", organisatie->naam);
}

const std::string* find(const std::vector<Veldwaarde>& list, const std::string& field) {
    const auto found = std::find_if(list.begin(), list.end(), [&](const Veldwaarde& value) { return value.first == field; });
    return found == list.end() ? nullptr : &found->second;
}

}  // namespace

std::vector<Veldwaarde> veldwaarden(const Gegevens& gegevens) {
    Fields fields;
    add_wie(fields, gegevens);
    if (gegevens.bezoekadres) fields.add_members("bezoekadres", *gegevens.bezoekadres);
    if (gegevens.correspondentieadres) fields.add_members("correspondentieadres", *gegevens.correspondentieadres);
    fields.add("voorkeuren.kanaal", gegevens.voorkeuren.kanaal);
    fields.add("voorkeuren.taal", gegevens.voorkeuren.taal);
    if (gegevens.voorkeuren.zelfredzaamheid != Zelfredzaamheid::onbekend)
        fields.add("voorkeuren.zelfredzaamheid", gegevens.voorkeuren.zelfredzaamheid);
    fields.add("voorkeuren.tijd", gegevens.voorkeuren.tijd);
    fields.add("voorkeuren.digitaal_adres", gegevens.voorkeuren.digitaal_adres);
    fields.add("voorkeuren.rekeningnummer", gegevens.voorkeuren.rekeningnummer);
    if (!gegevens.indicaties.actief) fields.add("indicaties.niet_actief", true);
    if (gegevens.indicaties.geheimhouding) fields.add("indicaties.geheimhouding", std::string(*gegevens.indicaties.geheimhouding ? "ja" : "nee"));
    fields.add("indicaties.overleden", gegevens.indicaties.overleden);
    fields.add("indicaties.medewerker", gegevens.indicaties.medewerker);
    fields.add("interne_notitie", gegevens.interne_notitie);
    fields.add("nummer", gegevens.nummer);
    fields.add_list("digitale_adressen", gegevens.digitale_adressen);
    fields.add_list("identificatoren", gegevens.identificatoren);
    fields.add_list("rekeningnummers", gegevens.rekeningnummers);
    fields.add_list("categorie_relaties", gegevens.categorie_relaties);
    fields.add_list("afspraken", gegevens.afspraken);
    return fields.take();
}

std::vector<Verschil> verschillen(const Gegevens& oud, const Gegevens& nieuw) {
    const auto before = veldwaarden(oud);
    const auto after = veldwaarden(nieuw);
    std::vector<Verschil> found;
    for (const auto& [field, text] : before) {
        const std::string* now = find(after, field);
        if (!now || *now != text) found.push_back({field, text, now ? *now : std::string()});
    }
    for (const auto& [field, text] : after)
        if (!find(before, field)) found.push_back({field, {}, text});
    return found;
}

}  // namespace dichtbij::partij
