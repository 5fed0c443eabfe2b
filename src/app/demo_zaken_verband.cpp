// Who and what belongs to a case: who has a mandate, other cases, documents.
#include <algorithm>

#include "app/demo_zaken_beurt.h"

namespace dichtbij::app::demo {
namespace {

// What is often part of something larger.
constexpr std::pair<std::string_view, std::string_view> delen[] = {{"omgevingsvergunning-bouwen", "kapvergunning"}, {"omgevingsvergunning-bouwen", "inrit-uitweg"},
                                                                   {"evenementenvergunning", "alcoholvergunning"}, {"exploitatievergunning-horeca", "terrasvergunning"}};

}  // namespace

Result<Done> Zaakbehandeling::mandate(store::Tx& tx, Beurt& b) const {
    const std::size_t wie = bevolking_.draw(b.toeval, b.moment.zaak.gemeente, Vrager::iedereen);
    const DemoPersoon& iemand = bevolking_[wie];
    if (!iemand.id || wie == b.moment.zaak.persoon || iemand.gegevens.indicaties.overleden) return Done{};
    zaak::NieuweRol rol;
    rol.soort = zaak::Rolsoort::gemachtigde;
    rol.partij = iemand.id;
    rol.machtiging = words(b, zaakwerkteksten().machtigingen);
    // Who proves to be the applicant himself, registered twice, is refused, as at a real desk.
    if (auto added = diensten_.zaken.add_rol(tx, b.caller, b.bij(), rol); !added && added.error().reason != Reason::invalid) return tl::make_unexpected(std::move(added.error()));
    return Done{};
}

Result<Done> Zaakbehandeling::relate(store::Tx& tx, Beurt& b) const {
    if (b.moment.alle.empty() || !b.werk.domein.empty()) return Done{};
    const LopendeZaak& ander = b.toeval.pick(b.moment.alle);
    const auto& soort = soorten_[ander.gemeente][ander.soort];
    if (ander.gemeente != b.moment.zaak.gemeente || ander.zaak == b.zaak.id || !soort.inhoud.domein.empty()) return Done{};
    const auto werk = diensten_.werk.of_object(tx, ander.zaak.bytes);
    if (!werk || !werk->domein.empty()) return Done{};
    TRY(const zaak::ZaakBeeld beeld, diensten_.zaken.get(tx, b.caller, b.zaak.id));
    if (std::any_of(beeld.relaties.begin(), beeld.relaties.end(), [&](const auto& one) { return one.second.zaak.id == ander.zaak; })) return Done{};
    TRY_DONE(diensten_.zaken.relate(tx, b.caller, b.bij(), ander.zaak, b.toeval.chance(60) ? zaak::Aard::onderwerp : zaak::Aard::vervolg));
    return Done{};
}

Result<Done> Zaakbehandeling::split_off(store::Tx& tx, Beurt& b) const {
    const auto& soorten = soorten_[b.moment.zaak.gemeente];
    std::vector<std::size_t> kan;
    for (const auto& [groot, klein] : delen)
        for (std::size_t i = 0; i < soorten.size(); ++i)
            if (groot == b.soort.inhoud.code && klein == soorten[i].inhoud.code) kan.push_back(i);
    if (kan.empty()) return Done{};
    const std::size_t soort = b.toeval.pick(kan);
    const DemoZaaktype& deel = soorten[soort];
    zaak::NieuweZaak nieuw;
    nieuw.gemeente = b.zaak.gemeente;
    nieuw.zaaktype = deel.id;
    nieuw.omschrijving = vuller_.fill(b.toeval.pick(deel.over->titels), b.plek, b.toeval);
    nieuw.kanaal = b.zaak.kanaal;
    nieuw.hoofdzaak = b.zaak.id;
    nieuw.eigenschappen = plausible_answers(deel, vuller_, b.plek, b.toeval);
    nieuw.onderwerp = deel.onderwerp;
    TRY(const zaak::Gemaakt made, diensten_.zaken.create(tx, b.caller, nieuw));
    LopendeZaak lopend{made.zaak.id, b.moment.zaak.gemeente, soort, b.moment.zaak.persoon, b.toeval.next(), {}, 0, 0, true};
    lopend.zetten = plan_zaak(b.toeval, {b.moment.nu, deel.inhoud, *deel.over, Zaaksoort::deelzaak}, *wereld_.kalenders[lopend.gemeente]);
    b.deelzaak = std::move(lopend);
    return Done{};
}

std::optional<Bijlage> Zaakbehandeling::stuk_van(const LopendeZaak& lopend) const {
    const Zet zet = lopend.zetten[lopend.volgende].zet;
    if (zet != Zet::stuk_in && zet != Zet::stuk_uit) return std::nullopt;
    const DemoZaaktype& soort = soorten_[lopend.gemeente][lopend.soort];
    Toeval toeval = Toeval::voor(lopend.zaad, 0xd0c, lopend.volgende);
    const std::string gemeente(wereld_.organisatie.gemeenten[lopend.gemeente].inhoud->naam);
    const std::string naam = soort.inhoud.naam.nl;
    if (zet == Zet::stuk_uit) {
        const Zaakuitslag& uitslag = outcome_of(lopend);
        const std::string besluit(uitslag.besluit.empty() ? std::string_view("Uw zaak is afgehandeld.") : uitslag.besluit);
        const Tekstplek plek{lopend.gemeente, lopend.persoon, lopend.zetten[lopend.volgende].op};
        return Bijlage{"brief " + naam + ".pdf", pdf_van({"Gemeente " + gemeente, "Onderwerp: " + naam, "", vuller_.fill(besluit, plek, toeval), vuller_.fill(uitslag.reden, plek, toeval), "",
                                                          "Heeft u vragen? Bel ons gerust."})};
    }
    switch (toeval.below(3)) {
        case 0: return Bijlage{"foto.png", png_van(toeval)};
        case 1: return Bijlage{"toelichting.txt", "Beste gemeente,\n\nHierbij de uitleg bij mijn aanvraag.\nAls er iets mist, hoor ik het graag.\n"};
        default: return Bijlage{"formulier " + naam + ".pdf", pdf_van({naam, "Gemeente " + gemeente, "", "Ingevuld en ondertekend door de aanvrager.", "Bijlagen: geen"})};
    }
}

Result<Done> Zaakbehandeling::add_document(store::Tx& tx, Beurt& b) const {
    if (b.moment.stuk == nullptr) return Done{};
    const bool is_incoming = b.zet.zet == Zet::stuk_in;
    const auto wanted = is_incoming ? zaaktype::Verplichtbij::aanvraag : zaaktype::Verplichtbij::besluit;
    document::NieuwDocument nieuw;
    document::Kenmerken& over = nieuw.kenmerken;
    for (const auto& type : b.soort.inhoud.documenttypen)
        if (type.verplicht_bij == wanted && over.documenttype.empty()) {
            over.documenttype = type.code;
            over.titel = type.naam.nl;
        }
    over.creatiedatum = b.today();
    over.inwoner_mag_zien = true;
    over.richting = is_incoming ? document::Richting::inkomend : document::Richting::uitgaand;
    if (is_incoming) over.ontvangstdatum = b.today();
    else over.verzenddatum = b.today();
    over.auteur = is_incoming ? vuller_.fill("{naam}", b.plek, b.toeval) : std::string(wereld_.organisatie.medewerkers[b.wie].inhoud->naam);
    if (is_incoming && b.moment.zaak.persoon) nieuw.door_partij = bevolking_[*b.moment.zaak.persoon].id;
    TRY_DONE(diensten_.zaken.add_document(tx, is_incoming ? access::system_caller("mijn dichtbij") : b.caller, b.zaak.id, std::move(nieuw), *b.moment.stuk));
    return Done{};
}

}  // namespace dichtbij::app::demo
