#include <algorithm>

#include "zaak/zaak_act_service.h"
#include "zaak/zaak_store.h"

namespace dichtbij::zaak {
namespace {

constexpr std::string_view soort_zaak = "zaak";
constexpr int page = 200;

Id<dichtbij::Zaak> zaak_of(const document::Document& one) { return Id<dichtbij::Zaak>{one.bij.id}; }

// The kind of the document, by its code in the case type; empty is no kind. A document of a confidential kind is
// confidential, whatever was chosen for it.
Result<Done> follow_kind(const zaaktype::Zaaktype& type, document::Kenmerken& kenmerken) {
    if (kenmerken.documenttype.empty()) return Done{};
    const auto& known = type.documenttypen;
    const auto kind = std::find_if(known.begin(), known.end(), [&](const auto& one) { return one.code == kenmerken.documenttype; });
    if (kind == known.end()) return invalid("documenttype", "zaak.fout.documenttype");
    if (kind->vertrouwelijk) kenmerken.vertrouwelijkheid = std::max(kenmerken.vertrouwelijkheid, Vertrouwelijkheid::vertrouwelijk);
    return Done{};
}

}  // namespace

document::Documentobject documentobject(Id<dichtbij::Zaak> id) { return {std::string(soort_zaak), id.bytes}; }

Result<document::Document> ZaakService::add_document(const access::Caller& caller, Id<dichtbij::Zaak> id, document::NieuwDocument nieuw,
                                                     const document::Ontvangen& ontvangen) {
    return store_.write([&](store::Tx& tx) { return add_document(tx, caller, id, nieuw, ontvangen); });
}

Result<document::Document> ZaakService::add_document(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Zaak> id, document::NieuwDocument nieuw,
                                                     const document::Ontvangen& ontvangen) {
    TRY(const Zaak zaak, readable(tx, caller, id));
    TRY(document::Document added, store_document(tx, caller, zaak, std::move(nieuw), ontvangen));
    if (mag_inwoner_zien(added)) tell_visible(tx, caller, zaak, added);
    return added;
}

Result<Done> ZaakService::add_documents(const access::Caller& caller, Id<dichtbij::Zaak> id, const document::NieuwDocument& nieuw,
                                        const std::vector<document::Ontvangen>& files) {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        TRY(const Zaak zaak, readable(tx, caller, id));
        if (files.empty()) return invalid("bestand", "document.fout.kies_bestand");
        std::optional<document::Document> visible;
        for (const document::Ontvangen& file : files) {
            document::NieuwDocument one = nieuw;
            if (files.size() > 1) one.kenmerken.titel.clear();
            TRY(document::Document added, store_document(tx, caller, zaak, std::move(one), file));
            if (mag_inwoner_zien(added)) visible = std::move(added);
        }
        if (visible) tell_visible(tx, caller, zaak, *visible);
        return Done{};
    });
}

Result<document::Document> ZaakService::store_document(store::Tx& tx, const access::Caller& caller, const Zaak& zaak, document::NieuwDocument nieuw,
                                                       const document::Ontvangen& ontvangen) {
    if (!zaak.is_open()) return conflict("closed: zaak " + zaak.id.text(), "zaak.fout.gesloten");
    TRY(const zaaktype::Versieblad blad, zaaktype::versie(tx, zaak.zaaktype_versie));
    TRY_DONE(follow_kind(blad.inhoud, nieuw.kenmerken));
    nieuw.gemeente = zaak.gemeente;
    nieuw.bij = documentobject(zaak.id);
    nieuw.werk = zaak.werk;
    return documenten_.add(tx, caller, std::move(nieuw), ontvangen);
}

// What the resident gave himself he need not hear.
void ZaakService::tell_visible(store::Tx& tx, const access::Caller& caller, const Zaak& zaak, const document::Document& one) {
    if (!caller.employee()) return;
    const auto werk = werk_.stored(tx, zaak.werk);
    CHECK_THAT(werk.has_value());
    journal::Entry entry = zaak_entry(caller, clock_.now(), "zaak.document_zichtbaar", zaak, *werk);
    entry.kenmerken = {{"document", one.id.text()}};
    if (zaak.is_deelzaak()) entry.kenmerken.emplace_back("deelzaak", "1");
    journal::append(tx, entry);
}

// Whoever has the task sends it, also when the case is another's.
Result<Done> ZaakService::send_document(const Act& act, const std::optional<Id<dichtbij::Document>>& id) {
    if (!id) return invalid("document", "zaak.fout.kies_document");
    const auto found = documenten_.get(act.tx, act.caller, *id);
    if (!found || found->document.bij != documentobject(act.zaak.id) || found->document.ingetrokken) return invalid("document", "zaak.fout.kies_document");
    if (!found->versie.is_leesbaar()) return invalid("document", "zaak.fout.document_onleesbaar");
    document::Document sent = found->document;
    sent.kenmerken.inwoner_mag_zien = true;
    if (sent.kenmerken.richting == document::Richting::intern) sent.kenmerken.richting = document::Richting::uitgaand;
    if (sent.kenmerken.richting == document::Richting::uitgaand && !sent.kenmerken.verzenddatum) sent.kenmerken.verzenddatum = act.today;
    if (!mag_inwoner_zien(sent)) return invalid("document", "zaak.fout.document_niet_af");
    TRY_DONE(documenten_.change(act.tx, act.caller, {sent.id, sent.revisie, sent.kenmerken}));
    tell_visible(act.tx, act.caller, act.zaak, sent);
    return Done{};
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
        TRY(const Zaak zaak, may_change_document(tx, caller, wijziging.document));
        TRY(const zaaktype::Versieblad blad, zaaktype::versie(tx, zaak.zaaktype_versie));
        document::Kenmerkwijziging wanted = wijziging;
        TRY_DONE(follow_kind(blad.inhoud, wanted.kenmerken));
        const auto before = documenten_.stored(tx, wijziging.document);
        TRY(document::Document changed, documenten_.change(tx, caller, wanted));
        if (before && !mag_inwoner_zien(*before) && mag_inwoner_zien(changed)) tell_visible(tx, caller, zaak, changed);
        return changed;
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
