#include <algorithm>

#include "zaak/volgen_render.h"
#include "zaak/zaak_portaal.h"

namespace dichtbij::zaak {
namespace {

std::string next_words(const html::Texts& t, const Volgbeeld& beeld) {
    const Volgstap* next = beeld.is_open ? beeld.straks() : nullptr;
    return next ? vertaald(t, next->naam) : std::string();
}

portaal::Loopt loopt_of(const html::Texts& t, const Volgbeeld& beeld) {
    portaal::Loopt one;
    one.nummer = beeld.nummer;
    one.titel = volgtitel(t, beeld);
    if (!beeld.omschrijving.empty() && t.taal() != html::Taal::nl) one.titeltaal = "nl";
    one.nu = stap_zin(t, beeld);
    one.daarna = next_words(t, beeld);
    one.behandelaar = beeld.behandelaar.naam;
    if (beeld.belofte) {
        one.beloofd = beeld.belofte->datum;
        one.beloofd_op = beeld.belofte->voor_op;
        one.belofte = t(beeld.belofte_van_vraag ? "zaakportaal.lijst.hoort" : beeld.met_besluit ? "zaakportaal.lijst.besluit" : "zaakportaal.lijst.klaar");
    }
    one.url = "/mijn/zaken/" + beeld.id.text();
    one.is_open = beeld.is_open;
    one.sinds = beeld.aangevraagd;
    one.klaar = beeld.klaar;
    if (!beeld.vragen.empty()) {
        const Volgvraag& first = beeld.vragen.front();
        one.vraag = first.vraag;
        one.vraag_url = one.url + "/vragen/" + first.taak.text();
        one.vraag_knop = t("zaakportaal.vraag.knop");
        one.vraag_voor = first.voor;
    }
    return one;
}

// Of a case that asks for more certainty about who looks: that it runs, not what.
portaal::Loopt covered(const html::Texts& t, const Volgbeeld& beeld) {
    portaal::Loopt one;
    one.nummer = beeld.nummer;
    one.titel = t("zaakportaal.lijst.afgeschermd");
    one.nu = t("zaakportaal.lijst.afgeschermd_uitleg");
    one.url = "/mijn/zaken/" + beeld.id.text();
    one.is_open = beeld.is_open;
    one.sinds = beeld.aangevraagd;
    one.klaar = beeld.klaar;
    return one;
}

portaal::Volgbaar volgbaar_of(const html::Texts& t, const ZaakVolgService::Gevonden& found) {
    portaal::Volgbaar one;
    one.object = {"zaak", found.beeld.id.bytes};
    one.nummer = found.beeld.nummer;
    one.domein = found.domein;
    one.met_postcode = found.met_postcode;
    one.van = found.van;
    one.loopt = loopt_of(t, found.beeld);
    one.telefoon_behandelaar = found.beeld.behandelaar.telefoon;
    one.mag_schrijven = found.domein.empty();
    return one;
}

}  // namespace

std::vector<portaal::Loopt> ZaakOnderdeel::of(store::Tx& tx, const portaal::Inwoner& inwoner, const html::Texts& t, int limit) const {
    std::vector<portaal::Loopt> list;
    for (const Volgbeeld& beeld : volgen_.of(tx, inwoner, limit)) list.push_back(inwoner.niveau < beeld.niveau ? covered(t, beeld) : loopt_of(t, beeld));
    return list;
}

std::optional<portaal::Volgbaar> ZaakOnderdeel::by_nummer(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer, const html::Texts& t) const {
    const auto found = volgen_.by_nummer(tx, gemeente, nummer);
    return found ? std::optional(volgbaar_of(t, *found)) : std::nullopt;
}

std::optional<portaal::Volgbaar> ZaakOnderdeel::by_id(store::Tx& tx, Id<Gemeente> gemeente, const Uuid& id, const html::Texts& t) const {
    const auto found = volgen_.by_id(tx, gemeente, Id<dichtbij::Zaak>{id});
    return found ? std::optional(volgbaar_of(t, *found)) : std::nullopt;
}

Result<portaal::Volgontvangst> ZaakOnderdeel::schrijf(const access::Caller& caller, Id<Gemeente> gemeente, const Uuid& id, const portaal::Volgbericht& bericht) const {
    TRY(const NaarBehandelaar sent, volgen_.send_van_volger(caller, gemeente, Id<dichtbij::Zaak>{id}, {bericht.tekst, {}, bericht.onderwerp, bericht.taal}));
    return portaal::Volgontvangst{sent.beloofd_op};
}

}  // namespace dichtbij::zaak
