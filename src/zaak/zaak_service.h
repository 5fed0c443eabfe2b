#pragma once
// The acts on a case. Each public operation takes the Caller and opens the transaction; the same on a given
// Tx& is for services that combine. What is about the owner alone (accept, assign, hand on) stands in
// werk::WerkService, on the werk of the case.
//
// Reading: who works with residents in the gemeente; a case of a confidential domain only who may read that,
// others get it masked. Acting: the casemanager, who acts for him, his team, the manager. A foreign gemeente
// is not_found.

#include <initializer_list>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "access/access_log.h"
#include "access/caller.h"
#include "bericht/bericht_service.h"
#include "document/document_service.h"
#include "klantcontact/klantcontact_service.h"
#include "partij/partij_service.h"
#include "store/store.h"
#include "taak/taak_service.h"
#include "werk/werk_service.h"
#include "zaak/opdracht.h"
#include "zaak/zaak_schema_store.h"
#include "zaaktype/zaaktype_service.h"

namespace dichtbij::zaak {

struct Gemaakt {
    Zaak zaak;
    werk::Werk werk;
};

struct ZaaktaakBeeld {
    Zaaktaak taak;
    werk::Werk werk;
};

struct ZaakBeeld {
    Zaak zaak;
    werk::Werk werk;
    zaaktype::Zaaktype zaaktype;                        // of its version
    std::vector<Statusregel> statussen;                 // oldest first
    std::vector<Rol> rollen;                            // in order, also those that ended
    std::vector<Eigenschapswaarde> eigenschappen;       // in the order of the case type
    std::vector<BesluitBeeld> besluiten;                // oldest first, also withdrawn ones
    std::vector<ZaaktaakBeeld> taken;                   // oldest first
    std::optional<TermijnBeeld> termijn;                // none: the law sets none
    std::optional<DwangsomBeeld> dwangsom;
    std::optional<Zaakregel> hoofdzaak;
    std::vector<Zaakregel> deelzaken;
    std::vector<std::pair<Relatie, Zaakregel>> relaties;
    bool mag_handelen = false;
    bool schrijft_inwoner = false;                      // acts ask for an Inwonerbericht
};

// Who else it needs. All outlive the service.
struct Buren {
    werk::WerkService& werk;
    partij::PartijService& partijen;
    klantcontact::KlantcontactService& contacten;
    taak::TaakService& taken;
    bericht::BerichtService& berichten;
    document::DocumentService& documenten;
    access::AccessLog& log;
};

enum class Woorden;
struct Aanleg;

// Documents of a case: kind and id by which they name it.
document::Documentobject documentobject(Id<dichtbij::Zaak>);

class ZaakService {
  public:
    ZaakService(store::Store&, const Clock&, IdSource&, const Buren&);

    // Life. conflict "zaak.fout.bestaat_al" for an extern_id that is there.
    Result<Gemaakt> create(const access::Caller&, const NieuweZaak&);
    Result<Gemaakt> create(store::Tx&, const access::Caller&, const NieuweZaak&);
    Result<Zaak> change(const access::Caller&, const Wijziging&);
    Result<Zaak> change(store::Tx&, const access::Caller&, const Wijziging&);
    // The next status, or one before with the reason. Makes the tasks of the case type for it.
    Result<Zaak> set_status(const access::Caller&, const Statuswijziging&);
    Result<Zaak> set_status(store::Tx&, const access::Caller&, const Statuswijziging&);
    // Those named replace what stood there; an empty value takes it away. Invalid by "eigenschappen.<code>".
    Result<Zaak> set_eigenschappen(const access::Caller&, const Bij&, const std::vector<Eigenschapswaarde>&);
    Result<Zaak> set_eigenschappen(store::Tx&, const access::Caller&, const Bij&, const std::vector<Eigenschapswaarde>&);
    // With a result of the case type. What is missing (a required document, the decision) is named in
    // "ontbreekt_omdat" until that says why. Suspensions and open tasks end. conflict while a deelzaak is open.
    Result<Zaak> close(const access::Caller&, const Sluiting&);
    Result<Zaak> close(store::Tx&, const access::Caller&, const Sluiting&);
    Result<Zaak> withdraw(const access::Caller&, const IntrekkingAanvraag&);
    Result<Zaak> withdraw(store::Tx&, const access::Caller&, const IntrekkingAanvraag&);
    // Result, end and archiving are gone; term and clocks run on, with a new promise.
    Result<Zaak> reopen(const access::Caller&, const Heropening&);
    Result<Zaak> reopen(store::Tx&, const access::Caller&, const Heropening&);
    Result<Zaak> set_archiefdatum(const access::Caller&, const Archiefdatum&);
    Result<Zaak> set_archiefdatum(store::Tx&, const access::Caller&, const Archiefdatum&);

    // The term of the law.
    Result<Zaak> suspend(const access::Caller&, const Opschorten&);
    Result<Zaak> suspend(store::Tx&, const access::Caller&, const Opschorten&);
    Result<Zaak> resume(const access::Caller&, const Hervatten&);
    Result<Zaak> resume(store::Tx&, const access::Caller&, const Hervatten&);
    Result<Zaak> extend(const access::Caller&, const Verlengen&);
    Result<Zaak> extend(store::Tx&, const access::Caller&, const Verlengen&);
    // Premature: invalid "ontvangen_datum", with the first day on which it may come.
    Result<Zaak> record_ingebrekestelling(const access::Caller&, const NieuweIngebrekestelling&);
    Result<Zaak> record_ingebrekestelling(store::Tx&, const access::Caller&, const NieuweIngebrekestelling&);
    // For a timer, daily and at the start: ends suspensions whose given time is over. How many.
    int end_lapsed_suspensions(Instant now, int limit);
    // For a timer, daily: notes which questions to applicants are due within two working days, each once, for the rule
    // that reminds them ("zaak.vraag_herinnering"). How many.
    int remind_applicants(Instant now, int limit);

    // Decisions. A document that the application requires is asked for when it is recorded, one that the decision
    // requires when it is published; it is named in "ontbreekt_omdat" until that says why it is not there.
    Result<BesluitBeeld> add_besluit(const access::Caller&, const NieuwBesluit&);
    Result<BesluitBeeld> add_besluit(store::Tx&, const access::Caller&, const NieuwBesluit&);
    Result<BesluitBeeld> publish_besluit(const access::Caller&, const Verzending&);
    Result<BesluitBeeld> publish_besluit(store::Tx&, const access::Caller&, const Verzending&);
    Result<BesluitBeeld> withdraw_besluit(const access::Caller&, const Intrekking&);
    Result<BesluitBeeld> withdraw_besluit(store::Tx&, const access::Caller&, const Intrekking&);

    // Tasks inside the case.
    Result<ZaaktaakBeeld> add_taak(const access::Caller&, const NieuweZaaktaak&);
    Result<ZaaktaakBeeld> add_taak(store::Tx&, const access::Caller&, const NieuweZaaktaak&);
    Result<ZaaktaakBeeld> ask_applicant(const access::Caller&, const VraagAanAanvrager&);
    Result<ZaaktaakBeeld> ask_applicant(store::Tx&, const access::Caller&, const VraagAanAanvrager&);
    // What the applicant sent; resumes what the question suspended. By who may act on the task or the case,
    // and by the system for the applicant himself.
    Result<ZaaktaakBeeld> record_antwoord(const access::Caller&, const Antwoord&);
    Result<ZaaktaakBeeld> record_antwoord(store::Tx&, const access::Caller&, const Antwoord&);
    // Of a document to send: the document that it names is sent, the resident sees it and a rule tells him.
    Result<ZaaktaakBeeld> finish_taak(const access::Caller&, const Taakafronding&);
    Result<ZaaktaakBeeld> finish_taak(store::Tx&, const access::Caller&, const Taakafronding&);

    // Who and what belongs to it.
    Result<Rol> add_rol(const access::Caller&, const Bij&, const NieuweRol&);
    Result<Rol> add_rol(store::Tx&, const access::Caller&, const Bij&, const NieuweRol&);
    Result<Rol> end_rol(const access::Caller&, const Bij&, const Uuid& rol, std::optional<Day> tot);
    Result<Rol> end_rol(store::Tx&, const access::Caller&, const Bij&, const Uuid& rol, std::optional<Day> tot);
    Result<Zaak> relate(const access::Caller&, const Bij&, Id<dichtbij::Zaak> andere, Aard);
    Result<Zaak> relate(store::Tx&, const access::Caller&, const Bij&, Id<dichtbij::Zaak> andere, Aard);
    Result<Zaak> unrelate(const access::Caller&, const Bij&, Id<dichtbij::Zaak> andere);
    Result<Zaak> unrelate(store::Tx&, const access::Caller&, const Bij&, Id<dichtbij::Zaak> andere);
    // None: it is no deelzaak any more.
    Result<Zaak> set_hoofdzaak(const access::Caller&, const Bij&, std::optional<Id<dichtbij::Zaak>>);
    Result<Zaak> set_hoofdzaak(store::Tx&, const access::Caller&, const Bij&, std::optional<Id<dichtbij::Zaak>>);
    // The rights of the case on its documents. Reading and adding is for who may read the case; changing and taking
    // back for who may act on it, and for who put it there. A file comes in by DocumentService::receive first.
    // What an employee lets the resident see is told once for an act ("zaak.document_zichtbaar"): a rule writes to him.
    Result<document::Document> add_document(const access::Caller&, Id<dichtbij::Zaak>, document::NieuwDocument, const document::Ontvangen&);
    Result<document::Document> add_document(store::Tx&, const access::Caller&, Id<dichtbij::Zaak>, document::NieuwDocument,
                                            const document::Ontvangen&);
    // Several at once: each is called as its file.
    Result<Done> add_documents(const access::Caller&, Id<dichtbij::Zaak>, const document::NieuwDocument&, const std::vector<document::Ontvangen>&);
    Result<document::Document> add_version(const access::Caller&, const document::NieuweVersie&, const document::Ontvangen&);
    Result<document::Document> change_document(const access::Caller&, const document::Kenmerkwijziging&);  // also whether the resident sees it
    Result<document::Document> withdraw_document(const access::Caller&, const document::NieuweIntrekking&);
    Result<std::vector<document::Documentregel>> documenten(const access::Caller&, Id<dichtbij::Zaak>);
    Result<std::vector<document::Documentregel>> documenten(store::Tx&, const access::Caller&, Id<dichtbij::Zaak>);
    // To show or download; the reading stands in the access log.
    Result<document::DocumentService::Gekozen> open_document(const access::Caller&, Id<dichtbij::DocumentVersie>);
    // What a resident with a role in the case may see of it, on that day.
    std::vector<document::Documentregel> documenten_voor(store::Tx&, Id<dichtbij::Zaak>, Id<Partij>, Day);

    Result<Done> note(const access::Caller&, Id<dichtbij::Zaak>, const werk::Notitie&);
    Result<Done> note(store::Tx&, const access::Caller&, Id<dichtbij::Zaak>, const werk::Notitie&);

    // In detail; the reading stands in the access log.
    Result<ZaakBeeld> get(const access::Caller&, Id<dichtbij::Zaak>);
    Result<ZaakBeeld> get(store::Tx&, const access::Caller&, Id<dichtbij::Zaak>);
    // Also when the domain may not be read: masked then.
    Result<Zaakregel> get_masked(const access::Caller&, Id<dichtbij::Zaak>);
    Result<Zaakregel> get_masked(store::Tx&, const access::Caller&, Id<dichtbij::Zaak>);
    // Newest first: of the werk from its first question on, and of the case.
    Result<std::vector<journal::Line>> timeline(store::Tx&, const access::Caller&, Id<dichtbij::Zaak>, std::optional<std::int64_t> before,
                                                int limit);
    Result<Zakenpagina> list(const access::Caller&, const Zakenvraag&);
    Result<Zakenpagina> list(store::Tx&, const access::Caller&, const Zakenvraag&);
    // Cases in which one of these persons has a role today, running first, then newest first.
    std::vector<Zaakregel> of_partijen(store::Tx&, const access::Caller&, const std::vector<Id<Partij>>&, int limit);
    std::vector<Zaakregel> by_nummer(store::Tx&, const access::Caller&, std::string_view typed);
    Result<ZaaktaakBeeld> taak(store::Tx&, const access::Caller&, Id<dichtbij::Zaaktaak>);

    // What a case of the type promises that came in on `van`, were it made or opened again now; for showing it beforehand.
    Result<std::optional<werk::Belofte>> first_promise(const zaaktype::Zaaktype&, Day van, Day termijn_vanaf, const norm::ServiceCalendar&) const;

    // For other services: no rights checked.
    std::optional<Zaak> stored(store::Tx&, Id<dichtbij::Zaak>);
    std::optional<Zaak> of_werk(store::Tx&, Id<Werk>);                    // of the case itself
    std::optional<Zaaktaak> taak_of_werk(store::Tx&, Id<Werk>);
    std::optional<Zaak> by_nummer(store::Tx&, Id<Gemeente>, std::string_view nummer);
    std::optional<Zaak> by_extern_id(store::Tx&, Id<Gemeente>, std::string_view extern_id);  // taken over from another system
    std::vector<Rol> rollen(store::Tx&, Id<dichtbij::Zaak>);
    // What this person is in the case on that day: nothing when his role or mandate ended, or never was.
    std::optional<Rol> rol_van(store::Tx&, Id<dichtbij::Zaak>, Id<Partij>, Day);
    std::vector<Zaak> after(store::Tx&, Id<dichtbij::Zaak> after, int limit);  // by id
    // Before taak, klantcontact and werk forget.
    void forget_partij(store::Tx&, Id<Partij>, Instant now);

  private:
    struct Act;
    Result<Act> begin(store::Tx&, const access::Caller&, const Bij&) const;
    Result<Act> begin_open(store::Tx&, const access::Caller&, const Bij&) const;
    Result<Zaak> finish(Act&, std::string gebeurtenis, werk::Kenmerken, std::optional<std::string> toelichting = std::nullopt);
    Zaak seen(store::Tx&, Zaak) const;
    Zaakregel regel(store::Tx&, const access::Caller&, Zaak) const;
    std::string new_nummer(store::Tx&, Id<Gemeente>, char reeks, Instant now) const;

    Result<Zaak> readable(store::Tx&, const access::Caller&, Id<dichtbij::Zaak>) const;
    void record_reading(const access::Caller&, const Zaak&, const std::vector<Rol>&, std::string_view soort, const Uuid& object) const;

    Result<Done> check_overname(store::Tx&, const access::Caller&, const Aanleg&) const;
    Result<Gemaakt> take_ended(store::Tx&, const access::Caller&, Aanleg&);
    Result<werk::Opening> opening_of(store::Tx&, const Aanleg&) const;
    Result<Aanleg> prepare(store::Tx&, const access::Caller&, const NieuweZaak&) const;
    Result<Done> find_source(store::Tx&, const access::Caller&, Aanleg&) const;
    Result<Done> check_hoofdzaak(store::Tx&, const access::Caller&, Id<Gemeente>, std::optional<Id<dichtbij::Zaak>>) const;
    Result<werk::Werk> open_werk(store::Tx&, const access::Caller&, const Aanleg&);
    Result<werk::Werk> take_over(store::Tx&, const access::Caller&, const Aanleg&);
    Result<werk::Werk> to_casemanager(store::Tx&, const access::Caller&, const Aanleg&, werk::Werk);
    Result<werk::Bestemming> destination(store::Tx&, const Aanleg&) const;
    Result<Rol> store_rol(store::Tx&, const Zaak&, const zaaktype::Zaaktype&, const NieuweRol&, const std::string& prefix);

    // One error on "ontbreekt_omdat" for each document that one of these moments requires and that is not there; its
    // name in Dutch and English.
    std::vector<FieldError> missing(const Act&, std::initializer_list<zaaktype::Verplichtbij>) const;

    // The message that goes with an act: to the gemachtigde, else to the initiator.
    std::optional<Id<Partij>> ontvanger(store::Tx&, const Zaak&, Day) const;
    Result<Done> tell(Act&, std::string_view sjabloon, const std::optional<Inwonerbericht>&, Woorden);
    Result<Done> promise(Act&, std::optional<Day>, std::string_view reden, const std::optional<Inwonerbericht>&);

    Termijn termijn_of(store::Tx&, const Zaak&, const zaaktype::Zaaktype&) const;
    // Last day, flag and clock of the law follow from what is stored.
    Result<Done> keep_term(Act&);
    Result<Opschorting> start_suspension(Act&, const Opschorten&);
    Result<Done> end_suspension(Act&, Opschorting, Day tot);
    Result<Done> end_suspensions(Act&, Day tot);
    std::optional<Day> besloten_op(store::Tx&, Id<dichtbij::Zaak>) const;
    Result<std::optional<TermijnBeeld>> termijn_beeld(store::Tx&, const Zaak&, const zaaktype::Zaaktype&) const;
    std::optional<DwangsomBeeld> dwangsom_of(store::Tx&, const Zaak&) const;

    Result<Done> make_tasks_of_status(Act&);
    Result<ZaaktaakBeeld> store_taak(Act&, Zaaktaak, const std::optional<werk::Bestemming>&);
    Result<Uuid> suspend_for(Act&, const VraagAanAanvrager&);
    Result<ZaaktaakBeeld> open_taak(store::Tx&, const access::Caller&, Id<dichtbij::Zaaktaak>);
    Result<Done> check_end(const Zaaktaak&, Taakuitkomst, std::string_view antwoord) const;
    Result<ZaaktaakBeeld> end_taak(Act&, Zaaktaak, const werk::Werk&, Taakuitkomst, std::string_view antwoord);
    Result<Done> end(Act&, const zaaktype::Resultaattype&, werk::Uitkomst);
    Result<Done> end_tasks(Act&);
    void derive_archive(store::Tx&, Zaak&, const zaaktype::Zaaktype&) const;
    void derive_archive_of_those_that_wait(store::Tx&, const Zaak&);
    werk::Kenmerken end_kenmerken(const Zaak&) const;
    std::set<std::string> documenttypen_of(store::Tx&, Id<dichtbij::Zaak>) const;
    Result<document::Document> store_document(store::Tx&, const access::Caller&, const Zaak&, document::NieuwDocument, const document::Ontvangen&);
    Result<Done> send_document(const Act&, const std::optional<Id<dichtbij::Document>>&);
    void tell_visible(store::Tx&, const access::Caller&, const Zaak&, const document::Document&);
    Result<Zaak> may_change_document(store::Tx&, const access::Caller&, Id<dichtbij::Document>);
    std::vector<document::Documentregel> all_documenten(store::Tx&, Id<dichtbij::Zaak>, document::Lezer) const;

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    werk::WerkService& werk_;
    partij::PartijService& partijen_;
    klantcontact::KlantcontactService& contacten_;
    taak::TaakService& taken_;
    bericht::BerichtService& berichten_;
    document::DocumentService& documenten_;
    access::AccessLog& log_;
};

// One English sentence per fault: an open case without open work, owner or promise, a closed one without
// result or archiving, a last day or clock that does not follow from what is stored, a status of another version.
std::vector<std::string> zaak_check(store::Tx&, werk::WerkService&, Instant now);

}  // namespace dichtbij::zaak
