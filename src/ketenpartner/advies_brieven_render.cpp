#include "ketenpartner/advies_brieven_render.h"

#include <boost/describe/enum_to_string.hpp>

#include "html/dates.h"

namespace dichtbij::ketenpartner {

using html::Texts;

std::string link_pad(const organisatie::Gemeente& gemeente, const std::string& link, std::string_view taal) {
    return "/g/" + gemeente.code + "/advies/link?taal=" + std::string(taal) + "&k=" + link;
}

Brief linkbrief(const Texts& t, const Afzender& van, const NieuweAdviesvraag& vraag, const std::string& link) {
    const std::string weg = boost::describe::enum_to_string(vraag.codeweg, "");
    return {t("advies.mail.link_onderwerp", van.gemeente.naam, van.zaaknummer),
            t("advies.mail.aanhef", vraag.contactpersoon) + "\n\n" + t("advies.mail.link", van.gemeente.naam, van.zaaknummer) + "\n\n" +
                van.basis + link_pad(van.gemeente, link, vraag.taal) + "\n\n" + t("advies.mail.weg." + weg) + "\n" +
                t("advies.mail.geldig", html::formal_day(t, vraag.laatste_datum)) + "\n\n" + t("advies.mail.slot", van.naam, van.gemeente.naam)};
}

Brief codebrief(const Texts& t, const std::string& gemeente, const std::string& code) {
    const std::string readable = code.substr(0, 4) + " " + code.substr(4);
    return {t("advies.mail.code_onderwerp", gemeente), t("advies.mail.code", readable, gemeente)};
}

Brief intrekbrief(const Texts& t, const Afzender& van, const Adviesvraag& vraag) {
    return {t("advies.mail.ingetrokken_onderwerp", van.zaaknummer),
            t("advies.mail.aanhef", vraag.contactpersoon) + "\n\n" + t("advies.mail.ingetrokken", van.gemeente.naam, van.zaaknummer) + "\n\n" +
                t("advies.mail.slot", van.naam, van.gemeente.naam)};
}

Brief verlengbrief(const Texts& t, const Afzender& van, const Adviesvraag& vraag, Day laatste_datum) {
    return {t("advies.mail.verlengd_onderwerp", van.zaaknummer),
            t("advies.mail.aanhef", vraag.contactpersoon) + "\n\n" + t("advies.mail.verlengd", van.zaaknummer, html::formal_day(t, laatste_datum)) + "\n\n" +
                t("advies.mail.slot", van.naam, van.gemeente.naam)};
}

}  // namespace dichtbij::ketenpartner
