#include "klantcontact/klantcontact.h"

#include <algorithm>

#include <boost/describe/members.hpp>
#include <boost/mp11/algorithm.hpp>

#include "base/text.h"
#include "werk/werk.h"

namespace dichtbij::klantcontact {
namespace {

class Errors {
  public:
    explicit Errors(std::string prefix) : prefix_(std::move(prefix)) {}
    void required(std::string_view field, std::string_view text, std::size_t limit) {
        add(werk::check_required(prefix_ + std::string(field), text, limit));
    }
    void at_most(std::string_view field, std::string_view text, std::size_t limit) {
        add(werk::check_text(prefix_ + std::string(field), text, limit));
    }
    void wrong(std::string_view field, std::string key) { list_.push_back({prefix_ + std::string(field), std::move(key), {}}); }
    void too_many(std::string_view field, std::size_t size, std::size_t limit) {
        if (size > limit) list_.push_back({prefix_ + std::string(field), "fout.veld.te_veel", {std::to_string(limit)}});
    }
    void all(std::vector<FieldError> more) { list_.insert(list_.end(), more.begin(), more.end()); }
    std::vector<FieldError> list() && { return std::move(list_); }

  private:
    void add(std::optional<FieldError> error) {
        if (error) list_.push_back(std::move(*error));
    }
    std::string prefix_;
    std::vector<FieldError> list_;
};

bool is_language(std::string_view taal) {
    return taal.size() == 3 && std::all_of(taal.begin(), taal.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

void check_adres(Errors& errors, const std::string& name, const partij::Adres& adres) {
    constexpr std::size_t straat = 255, regel = 80, toevoeging = 20;
    errors.at_most(name + ".straatnaam", adres.straatnaam, straat);
    errors.at_most(name + ".stad", adres.stad, straat);
    errors.at_most(name + ".huisnummertoevoeging", adres.huisnummertoevoeging, toevoeging);
    for (const auto* line : {&adres.adresregel1, &adres.adresregel2, &adres.adresregel3}) errors.at_most(name + ".adresregel1", *line, regel);
    if (!adres.postcode.empty() && !partij::normal_postcode(adres.postcode)) errors.wrong(name + ".postcode", "partij.postcode.fout");
    if (adres.huisnummer && (*adres.huisnummer < 1 || *adres.huisnummer > 99999)) errors.wrong(name + ".huisnummer", "partij.huisnummer.fout");
}

void check_metadata(Errors& errors, const Metadata& metadata) {
    errors.too_many("metadata", metadata.size(), metadata_limit);
    for (const auto& [sleutel, waarde] : metadata) {
        errors.required("metadata", sleutel, metadata_sleutel_limit);
        errors.at_most("metadata." + sleutel, waarde, metadata_waarde_limit);
    }
}

}  // namespace

std::vector<FieldError> problems(const Inhoud& inhoud, Instant now) {
    Errors errors("");
    errors.required("kanaal", inhoud.kanaal, kanaal_limit);
    errors.required("onderwerp", inhoud.onderwerp, onderwerp_limit);
    errors.at_most("inhoud", inhoud.inhoud, inhoud_limit);
    errors.at_most("reactie", inhoud.reactie, reactie_limit);
    errors.at_most("hoofd_onderwerp_type", inhoud.hoofd_onderwerp_type, hoofd_onderwerp_type_limit);
    errors.at_most("verwezen_naar", inhoud.verwezen_naar, verwezen_naar_limit);
    if (!is_language(inhoud.taal)) errors.wrong("taal", "klantcontact.fout.taal");
    if (inhoud.plaatsgevonden_op > now + klok_afwijking) errors.wrong("plaatsgevonden_op", "klantcontact.fout.in_toekomst");
    if (inhoud.indicatie_contact_gelukt.value_or(false) && inhoud.verdere_actie_ondernomen)
        errors.wrong("verdere_actie_ondernomen", "klantcontact.fout.geen_actie_na_gelukt_contact");
    return std::move(errors).list();
}

std::vector<FieldError> problems(const Betrokkene& betrokkene, const std::string& prefix) {
    Errors errors(prefix);
    errors.at_most("voorletters", betrokkene.naam.voorletters, voorletters_limit);
    errors.at_most("voornaam", betrokkene.naam.voornaam, naam_limit);
    errors.at_most("voorvoegsel_achternaam", betrokkene.naam.voorvoegsel_achternaam, voorvoegsel_limit);
    errors.at_most("achternaam", betrokkene.naam.achternaam, naam_limit);
    errors.at_most("organisatienaam", betrokkene.organisatienaam, organisatienaam_limit);
    if (betrokkene.bezoekadres) check_adres(errors, "bezoekadres", *betrokkene.bezoekadres);
    if (betrokkene.correspondentieadres) check_adres(errors, "correspondentieadres", *betrokkene.correspondentieadres);
    errors.too_many("digitale_adressen", betrokkene.digitale_adressen.size(), adressen_limit);
    for (std::size_t i = 0; i < betrokkene.digitale_adressen.size(); ++i) {
        const auto& adres = betrokkene.digitale_adressen[i];
        const std::string name = "digitale_adressen." + std::to_string(i);
        errors.required(name + ".adres", adres.adres, adres_limit);
        errors.at_most(name + ".omschrijving", adres.omschrijving, 40);
        errors.at_most(name + ".referentie", adres.referentie, 50);
        if (partij::zoekvorm(adres.soort, adres.adres).empty()) errors.wrong(name + ".adres", adres.soort == partij::SoortDigitaalAdres::email ? "partij.email.fout" : "partij.telefoonnummer.fout");
    }
    return std::move(errors).list();
}

std::vector<FieldError> problems(const Objectverwijzing& object, const std::string& prefix) {
    Errors errors(prefix);
    errors.at_most("object_id", object.object_id, objectcode_limit);
    errors.at_most("code_objecttype", object.code_objecttype, objectcode_limit);
    errors.at_most("code_register", object.code_register, objectcode_limit);
    errors.at_most("code_soort_object_id", object.code_soort_object_id, objectcode_limit);
    return std::move(errors).list();
}

std::vector<FieldError> problems(const NieuwKlantcontact& nieuw, Instant now) {
    Errors errors("");
    errors.all(problems(nieuw.inhoud, now));
    errors.too_many("betrokkenen", nieuw.betrokkenen.size(), betrokkenen_limit);
    errors.too_many("onderwerpobjecten", nieuw.onderwerpobjecten.size(), objecten_limit);
    errors.too_many("bijlagen", nieuw.bijlagen.size(), objecten_limit);
    for (std::size_t i = 0; i < nieuw.betrokkenen.size(); ++i) errors.all(problems(nieuw.betrokkenen[i], "betrokkenen." + std::to_string(i) + "."));
    for (const auto& object : nieuw.onderwerpobjecten) errors.all(problems(object, "onderwerpobjecten."));
    for (const auto& object : nieuw.bijlagen) errors.all(problems(object, "bijlagen."));
    check_metadata(errors, nieuw.metadata);
    if (!nieuw.referentienummer.empty() && (!all_digits(nieuw.referentienummer) || nieuw.referentienummer.size() > referentienummer_limit))
        errors.wrong("referentienummer", "klantcontact.fout.referentienummer");
    if (!nieuw.standaardnummer.empty() && (!all_digits(nieuw.standaardnummer) || nieuw.standaardnummer.size() > referentienummer_limit))
        errors.wrong("standaardnummer", "klantcontact.fout.referentienummer");
    if (nieuw.import) errors.required("extern_id", nieuw.import->extern_id, extern_id_limit);
    if (nieuw.afloop == Afloop::doorverwezen && !nieuw.import) errors.required("verwezen_naar", nieuw.inhoud.verwezen_naar, verwezen_naar_limit);
    return std::move(errors).list();
}

Inhoud normalised(Inhoud inhoud) {
    inhoud.kanaal = lower_ascii(trimmed(inhoud.kanaal));
    inhoud.taal = inhoud.taal.empty() ? "nld" : lower_ascii(trimmed(inhoud.taal));
    for (auto* text : {&inhoud.onderwerp, &inhoud.inhoud, &inhoud.reactie, &inhoud.verwezen_naar, &inhoud.hoofd_onderwerp_type}) *text = cleaned(*text);
    return inhoud;
}

std::vector<std::string> changed_fields(const Inhoud& before, const Inhoud& after) {
    std::vector<std::string> changed;
    boost::mp11::mp_for_each<boost::describe::describe_members<Inhoud, boost::describe::mod_public>>([&](auto member) {
        if (!(before.*member.pointer == after.*member.pointer)) changed.emplace_back(member.name);
    });
    return changed;
}

std::optional<Id<Partij>> partij_of(const std::vector<Betrokkene>& betrokkenen) {
    const auto known = std::find_if(betrokkenen.begin(), betrokkenen.end(), [](const Betrokkene& one) { return one.initiator && one.partij; });
    return known == betrokkenen.end() ? std::nullopt : known->partij;
}

Klantcontact masked(const Klantcontact& klantcontact) {
    Klantcontact seen = klantcontact;
    seen.inhoud = Inhoud{};
    seen.inhoud.kanaal = klantcontact.inhoud.kanaal;
    seen.inhoud.taal = klantcontact.inhoud.taal;
    seen.inhoud.plaatsgevonden_op = klantcontact.inhoud.plaatsgevonden_op;
    seen.inhoud.vertrouwelijk = true;
    seen.domein.clear();
    return seen;
}

}  // namespace dichtbij::klantcontact
