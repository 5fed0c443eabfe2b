// Acts on what belongs to a case: words, properties, people, other cases, notes.

#include <boost/describe/enum_from_string.hpp>

#include "base/text.h"
#include "html/dates.h"
#include "partij/partij_follow.h"
#include "zaak/zaak_acties_desk.h"
#include "zaak/zaak_woorden_render.h"
#include "zaaktype/woorden_desk.h"

namespace dichtbij::zaak {

using access::Desk;
using http::Request;
using http::Response;

namespace {

constexpr int gevonden_limit = 10;

std::string words(const Request& request, std::string_view veld) { return cleaned(request.form.get(veld)); }

bool is_stale(const Failure& why) { return why.reason == Reason::conflict && why.key == "fout.gewijzigd"; }

// Someone saved in between: both versions beside each other, and what was typed stays to be saved again.
Response both_versions(const ZaakSchermen& s, const Request& request, Desk& desk, const Aanzet& aanzet, const char* paneel, std::vector<Anders> lines) {
    std::erase_if(lines, [](const Anders& one) { return one.getypt == one.nu; });
    return toon(s, request, desk, {aanzet.zaak.id, aanzet.blad, paneel, {}, "fout.gewijzigd", std::move(lines), 409, &request.form});
}

std::vector<Anders> differences(const Desk& desk, const Aanzet& aanzet, const Wijziging& typed) {
    const html::Texts& t = desk.t;
    return {{t("zaakveld.zaaknaam"), typed.omschrijving, aanzet.zaak.omschrijving},
            {t("zaakveld.toelichting"), typed.toelichting, aanzet.zaak.toelichting},
            {t("zaakveld.vertrouwelijkheid"), vertrouwelijkheid_naam(t, typed.vertrouwelijkheid), vertrouwelijkheid_naam(t, aanzet.zaak.vertrouwelijkheid)}};
}

std::vector<Anders> differences(const Desk& desk, const ZaakBeeld& beeld, const std::vector<Eigenschapswaarde>& typed) {
    std::vector<Anders> lines;
    for (const auto& one : beeld.zaaktype.eigenschappen) {
        const auto of = [&](const std::vector<Eigenschapswaarde>& all) {
            for (const auto& value : all)
                if (value.code == one.code) return eigenschap_in_woorden(desk.t, one, value.waarde);
            return std::string();
        };
        lines.push_back({zaaktype::in_taal(desk.t, one.vraag), of(typed), of(beeld.eigenschappen)});
    }
    return lines;
}

Result<NieuweRol> read_role(const Request& request) {
    NieuweRol rol;
    if (!boost::describe::enum_from_string(std::string(request.form.get("soort")).c_str(), rol.soort)) return invalid("soort", "zaakveld.fout.kies");
    rol.partij = Id<Partij>::parse(request.form.get("partij"));
    if (!rol.partij) rol.medewerker = Id<Medewerker>::parse(request.form.get("medewerker"));
    if (!rol.partij && !rol.medewerker) return invalid("partij", "zaakrolveld.fout.wie");
    if (rol.soort == Rolsoort::gemachtigde) {
        rol.namens = Id<Partij>::parse(request.form.get("namens"));
        rol.machtiging = words(request, "machtiging");
    }
    TRY(rol.van, lees_dag(request, "van"));
    TRY(rol.tot, lees_dag(request, "tot"));
    return rol;
}

// The case that a number names, in the gemeente of this one.
Result<Id<dichtbij::Zaak>> other_case(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    const std::string typed = words(request, "nummer");
    const auto found = s.store.read([&](store::Tx& tx) { return s.zaken.by_nummer(tx, desk.caller, typed); });
    for (const Zaakregel& one : found)
        if (one.zaak.gemeente == aanzet.zaak.gemeente || one.afgeschermd) return one.zaak.id;
    return invalid("nummer", "zaakveld.fout.nummer");
}

Result<Zaak> relate(const ZaakSchermen& s, const Request& request, const Desk& desk, const Aanzet& aanzet) {
    const auto aard = request.form.get("aard");
    if (aard == "los") return s.zaken.set_hoofdzaak(desk.caller, aanzet.bij, std::nullopt);
    if (aard == "weg") {
        const auto other = Id<dichtbij::Zaak>::parse(request.form.get("andere"));
        if (!other) return invalid("andere", "zaakveld.fout.kies");
        return s.zaken.unrelate(desk.caller, aanzet.bij, *other);
    }
    TRY(const Id<dichtbij::Zaak> other, other_case(s, request, desk, aanzet));
    if (aard == "deelzaak") return s.zaken.set_hoofdzaak(desk.caller, aanzet.bij, other);
    Aard kind{};
    if (!boost::describe::enum_from_string(std::string(aard).c_str(), kind)) return invalid("aard", "zaakveld.fout.kies");
    return s.zaken.relate(desk.caller, aanzet.bij, other, kind);
}

// Faults of a role come as "rol.tot" or as "tot"; the form knows the last part.
Failure by_last_part(Failure why) {
    for (FieldError& one : why.fields)
        if (const auto at = one.field.rfind('.'); at != std::string::npos) one.field = one.field.substr(at + 1);
    return why;
}

}  // namespace

std::vector<Gevonden> zoek_personen(const ZaakSchermen& s, const Desk& desk, std::string_view typed) {
    const auto vraag = partij::parse_zoekvraag(typed, desk.today());
    if (vraag.is_empty()) return {};
    std::vector<partij::Treffer> hits;
    s.store.read([&](store::Tx& tx) {
        if (auto exact = s.partijen.find(tx, desk.caller, vraag)) hits = std::move(*exact);
        if (hits.empty()) hits = partij::find_names(s.index, s.partijen, tx, desk.caller, vraag, gevonden_limit).treffers;
    });
    std::vector<Gevonden> found;
    for (const auto& hit : hits) {
        std::string born;
        if (hit.geboortedatum && hit.geboortedatum->is_whole())
            born = desk.t("balie.geboren", html::full_date(desk.t, make_day(hit.geboortedatum->jaar, static_cast<unsigned>(hit.geboortedatum->maand),
                                                                            static_cast<unsigned>(hit.geboortedatum->dag))));
        found.push_back({hit.id.text(), hit.naam, born});
        if (static_cast<int>(found.size()) == gevonden_limit) break;
    }
    return found;
}

std::vector<Eigenschapswaarde> lees_eigenschappen(const Request& request, const zaaktype::Zaaktype& type) {
    std::vector<Eigenschapswaarde> all;
    for (const auto& one : type.eigenschappen)
        if (request.form.has("eigenschappen." + one.code)) all.push_back({one.code, words(request, "eigenschappen." + one.code)});
    return all;
}

Response wijzig(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    Wijziging act{aanzet->bij, words(request, "omschrijving"), words(request, "toelichting"), aanzet->zaak.vertrouwelijkheid};
    Vertrouwelijkheid v{};
    if (boost::describe::enum_from_string(std::string(request.form.get("vertrouwelijkheid")).c_str(), v)) act.vertrouwelijkheid = v;
    const auto done = s.zaken.change(desk.caller, act);
    if (!done && is_stale(done.error())) return both_versions(s, request, desk, *aanzet, "wijzig", differences(desk, *aanzet, act));
    return finish(s, request, desk, *aanzet, done, {"wijzig"});
}

Response zet_eigenschappen(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto beeld = s.zaken.get(desk.caller, aanzet->zaak.id);
    if (!beeld) return desk.fail(beeld.error());
    const auto typed = lees_eigenschappen(request, beeld->zaaktype);
    const auto done = s.zaken.set_eigenschappen(desk.caller, aanzet->bij, typed);
    if (!done && is_stale(done.error())) return both_versions(s, request, desk, *aanzet, "eigenschappen", differences(desk, *beeld, typed));
    return finish(s, request, desk, *aanzet, done, {"eigenschappen"});
}

Response voeg_rol_toe(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    if (request.form.get("actie") == "zoek") return toon(s, request, desk, {aanzet->zaak.id, aanzet->blad, "rol", {}, "", {}, 200, &request.form});
    const auto rol = read_role(request);
    if (!rol) return niet_gedaan(s, request, desk, *aanzet, "rol", rol.error());
    const auto done = s.zaken.add_rol(desk.caller, aanzet->bij, *rol);
    if (!done) return niet_gedaan(s, request, desk, *aanzet, "rol", by_last_part(done.error()));
    return gedaan(*aanzet, {"rol", {}, Tabblad::betrokkenen});
}

Response beeindig_rol(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    const auto rol = parse_uuid(request.form.get("rol"));
    if (!rol) return desk.fail({Reason::not_found, "rol id", {}, {}});
    const auto tot = lees_dag(request, "tot");
    if (!tot) return niet_gedaan(s, request, desk, *aanzet, "rol_einde", tot.error());
    return finish(s, request, desk, *aanzet, s.zaken.end_rol(desk.caller, aanzet->bij, *rol, *tot), {"rol_einde", {}, Tabblad::betrokkenen});
}

Response leg_verband(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    return finish(s, request, desk, *aanzet, relate(s, request, desk, *aanzet), {"verband", {}, Tabblad::overzicht});
}

Response noteer(const ZaakSchermen& s, Request& request, Desk& desk) {
    const auto aanzet = read_aanzet(s, request);
    if (!aanzet) return desk.fail(aanzet.error());
    werk::Notitie notitie{words(request, "tekst"), {}};
    if (const auto collega = Id<Medewerker>::parse(request.form.get("medewerker"))) notitie.genoemd.push_back(*collega);
    return finish(s, request, desk, *aanzet, s.zaken.note(desk.caller, aanzet->zaak.id, notitie), {"notitie"});
}

}  // namespace dichtbij::zaak
