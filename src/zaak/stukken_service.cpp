#include <algorithm>

#include "zaak/zaak_act_service.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
namespace {

constexpr std::string_view soort_zaak = "zaak";
constexpr int page = 200;

Id<dichtbij::Zaak> zaak_of(const document::Document& one) { return Id<dichtbij::Zaak>{one.bij.id}; }

}  // namespace

document::Documentobject documentobject(Id<dichtbij::Zaak> id) { return {std::string(soort_zaak), id.bytes}; }

Result<document::Document> ZaakService::add_document(const access::Caller& caller, Id<dichtbij::Zaak> id, document::NieuwDocument nieuw,
                                                     const document::Ontvangen& ontvangen) {
    return store_.write([&](store::Tx& tx) { return add_document(tx, caller, id, nieuw, ontvangen); });
}

Result<document::Document> ZaakService::add_document(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Zaak> id, document::NieuwDocument nieuw,
                                                     const document::Ontvangen& ontvangen) {
    TRY(const Zaak zaak, readable(tx, caller, id));
    if (!zaak.is_open()) return conflict("closed: zaak " + id.text(), "zaak.fout.gesloten");
    if (!nieuw.kenmerken.documenttype.empty()) {
        TRY(const zaaktype::Versieblad blad, zaaktype::versie(tx, zaak.zaaktype_versie));
        const auto& known = blad.inhoud.documenttypen;
        if (std::none_of(known.begin(), known.end(), [&](const auto& one) { return one.code == nieuw.kenmerken.documenttype; }))
            return invalid("documenttype", "zaak.fout.documenttype");
    }
    nieuw.gemeente = zaak.gemeente;
    nieuw.bij = documentobject(id);
    nieuw.werk = zaak.werk;
    return documenten_.add(tx, caller, std::move(nieuw), ontvangen);
}

// Who may act on the case, and who put the first version there.
Result<Zaak> ZaakService::may_change_document(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Document> id) {
    TRY(const document::Documentregel found, documenten_.get(tx, caller, id));
    if (found.document.bij.soort != soort_zaak) return not_found("document " + id.text() + " of no case");
    TRY(const Zaak zaak, readable(tx, caller, zaak_of(found.document)));
    TRY(const werk::Werk werk, werk_.get(tx, caller, zaak.werk));
    if (werk_.may_act(tx, caller, werk)) return zaak;
    TRY(const auto versies, documenten_.versions(tx, caller, id));
    const bool own = !versies.empty() && versies.back().door == caller.medewerker;
    if (!own) return forbidden("may not change document " + id.text());
    return zaak;
}

Result<document::Document> ZaakService::add_version(const access::Caller& caller, const document::NieuweVersie& nieuw, const document::Ontvangen& ontvangen) {
    return store_.write([&](store::Tx& tx) -> Result<document::Document> {
        TRY(const Zaak zaak, may_change_document(tx, caller, nieuw.document));
        if (!zaak.is_open()) return conflict("closed: zaak " + zaak.id.text(), "zaak.fout.gesloten");
        return documenten_.new_version(tx, caller, nieuw, ontvangen);
    });
}

Result<document::Document> ZaakService::change_document(const access::Caller& caller, const document::Kenmerkwijziging& wijziging) {
    return store_.write([&](store::Tx& tx) -> Result<document::Document> {
        TRY_DONE(may_change_document(tx, caller, wijziging.document));
        return documenten_.change(tx, caller, wijziging);
    });
}

Result<document::Document> ZaakService::withdraw_document(const access::Caller& caller, const document::NieuweIntrekking& intrekking) {
    return store_.write([&](store::Tx& tx) -> Result<document::Document> {
        TRY_DONE(may_change_document(tx, caller, intrekking.document));
        return documenten_.withdraw(tx, caller, intrekking);
    });
}

Result<std::vector<document::Documentregel>> ZaakService::documenten(const access::Caller& caller, Id<dichtbij::Zaak> id) {
    return store_.read([&](store::Tx& tx) { return documenten(tx, caller, id); });
}

Result<std::vector<document::Documentregel>> ZaakService::documenten(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Zaak> id) {
    TRY_DONE(readable(tx, caller, id));
    return all_documenten(tx, id, document::Lezer::medewerker);
}

std::vector<document::Documentregel> ZaakService::documenten_voor(store::Tx& tx, Id<dichtbij::Zaak> id, Id<Partij> partij, Day day) {
    if (!rol_van(tx, id, partij, day)) return {};
    return all_documenten(tx, id, document::Lezer::inwoner);
}

std::vector<document::Documentregel> ZaakService::all_documenten(store::Tx& tx, Id<dichtbij::Zaak> id, document::Lezer lezer) const {
    std::vector<document::Documentregel> found;
    document::Documentvraag vraag;
    vraag.bij = documentobject(id);
    vraag.lezer = lezer;
    vraag.aantal = page;
    for (;;) {
        auto rows = documenten_.of_object(tx, vraag);
        const bool is_last = static_cast<int>(rows.size()) < page;
        if (!rows.empty()) vraag.na = rows.back().document.id;
        std::move(rows.begin(), rows.end(), std::back_inserter(found));
        if (is_last) return found;
    }
}

Result<document::DocumentService::Gekozen> ZaakService::open_document(const access::Caller& caller, Id<dichtbij::DocumentVersie> id) {
    return store_.read([&](store::Tx& tx) -> Result<document::DocumentService::Gekozen> {
        TRY(document::DocumentService::Gekozen found, documenten_.version(tx, caller, id));
        if (found.document.bij.soort != soort_zaak) return not_found("document of no case");
        TRY(const Zaak zaak, readable(tx, caller, zaak_of(found.document)));
        record_reading(caller, zaak, rollen_of(tx, zaak.id), "document", found.document.id.bytes);
        return found;
    });
}

std::set<std::string> ZaakService::documenttypen_of(store::Tx& tx, Id<dichtbij::Zaak> id) const {
    std::set<std::string> codes;
    for (const document::Documentregel& one : all_documenten(tx, id, document::Lezer::medewerker))
        if (!one.document.ingetrokken) codes.insert(one.document.kenmerken.documenttype);
    return codes;
}

}  // namespace dichtbij::zaak
