#include <boost/describe/enum_to_string.hpp>

#include "access/account_beheer.h"
#include "html/dates.h"
#include "html/parts.h"
#include "toepassing/schermen_desk.h"

namespace dichtbij::toepassing {

using http::Request;
using namespace html;  // NOLINT: a screen is written in elements

namespace {

std::string code_of(access::Groep groep) { return boost::describe::enum_to_string(groep, ""); }
std::string code_of(access::Actie actie) { return boost::describe::enum_to_string(actie, ""); }
std::string value_of(access::Recht recht) { return code_of(recht.groep) + "." + code_of(recht.actie); }

}  // namespace

std::string blad_url(Id<dichtbij::Applicatie> id, std::string_view rest) { return std::string(lijst_url) + "/" + id.text() + std::string(rest); }

std::optional<Instant> einde_van(std::string_view typed, std::vector<FieldError>& fouten) {
    if (typed.empty()) return std::nullopt;
    const auto day = parse_day(typed);
    if (!day) fouten.push_back({"verloopt", "toepassing.fout.datum", {}});
    return day ? std::optional(start_of(*day + days(1))) : std::nullopt;
}

Ingevuld ingevuld(const Request& request) {
    Ingevuld made;
    made.gegevens.naam = request.form.get("naam");
    made.gegevens.contact = request.form.get("contact");
    for (const auto typed : request.form.all("rechten"))
        for (const auto groep : access::alle_groepen)
            for (const auto actie : access::alle_acties)
                if (value_of({groep, actie}) == typed) made.gegevens.rechten.add({groep, actie});
    made.gegevens.vertrouwelijk = !request.form.get("vertrouwelijk").empty();
    for (const auto domein : request.form.all("domeinen")) made.gegevens.domeinen.emplace_back(domein);
    made.verloopt = request.form.get("verloopt");
    made.gegevens.verloopt_op = einde_van(made.verloopt, made.fouten);
    return made;
}

Ingevuld ingevuld(const Applicatie& one) {
    Ingevuld made;
    made.gegevens = {one.naam, one.contact, one.rechten, one.vertrouwelijk, one.domeinen, one.verloopt_op};
    if (one.verloopt_op) made.verloopt = to_iso(day_of(*one.verloopt_op - seconds(1)));
    return made;
}

Html velden(const Texts& t, const Form& form, const Ingevuld& in) {
    std::vector<Choice> domeinen;
    for (const auto domein : access::vertrouwelijke_domeinen) domeinen.push_back({std::string(domein), t("access.domein." + std::string(domein))});
    std::vector<Choice> rechten;
    std::vector<std::string> gekozen;
    for (const auto groep : access::alle_groepen)
        for (const auto actie : access::alle_acties) {
            const access::Recht recht{groep, actie};
            rechten.push_back({value_of(recht), t("toepassing.recht", t("toepassing.groep." + code_of(groep)), t("toepassing.actie." + code_of(actie)))});
            if (in.gegevens.rechten.has(recht)) gekozen.push_back(value_of(recht));
        }
    return join(form.input({.name = "naam", .label = t("toepassing.naam"), .value = in.gegevens.naam, .hint = t("toepassing.naam_uitleg"),
                            .attributes = {attr("maxlength", std::to_string(naam_limit)), attr("autocomplete", "off")}}),
                form.input({.name = "contact", .label = t("toepassing.contact"), .value = in.gegevens.contact, .hint = t("toepassing.contact_uitleg"),
                            .needed = Needed::no, .attributes = {attr("maxlength", std::to_string(contact_limit)), attr("autocomplete", "off")}}),
                form.checkboxes({.name = "rechten", .label = t("toepassing.rechten"), .hint = t("toepassing.rechten_uitleg")}, rechten, gekozen),
                form.checkboxes({.name = "domeinen", .label = t("toepassing.domeinen"), .hint = t("toepassing.domeinen_uitleg"), .needed = Needed::no}, domeinen,
                                in.gegevens.domeinen),
                form.checkbox({.name = "vertrouwelijk", .label = t("toepassing.vertrouwelijk"), .value = "ja", .hint = t("toepassing.vertrouwelijk_uitleg"), .needed = Needed::no},
                              in.gegevens.vertrouwelijk),
                form.input({.name = "verloopt", .label = t("toepassing.verloopt"), .value = in.verloopt, .hint = t("toepassing.verloopt_uitleg"), .needed = Needed::no,
                            .type = "date"}));
}

Html stand(const Texts& t, const Applicatie& one, Instant now) {
    if (one.uit_op) return badge("ban", t("toepassing.stand.uit"), Tone::late);
    if (!one.is_actief(now)) return badge("hourglass", t("toepassing.stand.verlopen"), Tone::late);
    return badge("check", t("toepassing.stand.aan"), Tone::good);
}

std::string used(const access::Desk& desk, const std::optional<Instant>& gebruikt_op) {
    return gebruikt_op ? desk.t("toepassing.gebruikt_op", moment(desk.t, *gebruikt_op, desk.now)) : desk.t("toepassing.nooit");
}

std::string rechten_in_woorden(const Texts& t, access::Rechten rechten) {
    std::string words;
    for (const auto groep : access::alle_groepen) {
        const bool reads = rechten.has({groep, access::Actie::lezen});
        const bool writes = rechten.has({groep, access::Actie::schrijven});
        if (!reads && !writes) continue;
        const char* key = reads && writes ? "toepassing.mag.alles" : reads ? "toepassing.mag.lezen" : "toepassing.mag.schrijven";
        words += (words.empty() ? "" : ", ") + t(key, t("toepassing.groep." + code_of(groep)));
    }
    return words;
}

}  // namespace dichtbij::toepassing
