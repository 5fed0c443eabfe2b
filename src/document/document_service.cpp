#include "document/document_service.h"

#include <boost/describe/enum_to_string.hpp>

#include <atomic>
#include <exception>
#include <spdlog/spdlog.h>

#include "base/text.h"
#include "document/bestandsnaam.h"
#include "document/document_store.h"
#include "journal/journal.h"

namespace dichtbij::document {
namespace {

std::string name_of(Controle controle) { return boost::describe::enum_to_string(controle, ""); }

bool may_know(const access::Caller& caller, Id<Gemeente> gemeente) { return caller.is_system() || access::is_active_in(caller, gemeente); }

std::optional<Id<Medewerker>> who(const access::Caller& caller) { return caller.employee(); }

Kenmerken tidied(Kenmerken kenmerken) {
    for (std::string Kenmerken::*text : {&Kenmerken::titel, &Kenmerken::auteur, &Kenmerken::documenttype, &Kenmerken::taal})
        kenmerken.*text = cleaned(kenmerken.*text);
    return kenmerken;
}

Result<Done> none_of(std::vector<FieldError> problems) {
    if (!problems.empty()) return invalid(std::move(problems));
    return Done{};
}

Fail stale() { return conflict("another revision", "fout.gewijzigd"); }

// What differs, by name, for the journal.
std::string changed_fields(const Kenmerken& a, const Kenmerken& b) {
    std::string names;
    const auto add = [&](bool differs, const char* name) {
        if (differs) names += (names.empty() ? "" : " ") + std::string(name);
    };
    add(a.titel != b.titel, "titel");
    add(a.documenttype != b.documenttype, "documenttype");
    add(a.auteur != b.auteur, "auteur");
    add(a.creatiedatum != b.creatiedatum || a.ontvangstdatum != b.ontvangstdatum || a.verzenddatum != b.verzenddatum, "datum");
    add(a.richting != b.richting, "richting");
    add(a.vertrouwelijkheid != b.vertrouwelijkheid, "vertrouwelijkheid");
    add(a.inwoner_mag_zien != b.inwoner_mag_zien, "inwoner_mag_zien");
    add(a.status != b.status, "status");
    add(a.taal != b.taal, "taal");
    return names;
}

}  // namespace

// What holds a file until a transaction took it.
struct Ontvangen::Bewaker {
    Bewaker(FileStore& store, Id<Bestand> file) : files(store), id(file) {}
    Bewaker(const Bewaker&) = delete;
    ~Bewaker() {
        if (is_taken || std::uncaught_exceptions() > exceptions) return;
        try {
            files.remove(id);
        } catch (const std::exception& error) {  // a destructor may not throw, and the sweep comes by
            spdlog::warn("file {} stays until the sweep: {}", id.text(), error.what());
        }
    }
    FileStore& files;
    const Id<Bestand> id;
    const int exceptions = std::uncaught_exceptions();
    std::atomic<bool> is_taken = false;
};

DocumentService::DocumentService(store::Store& store, const Clock& clock, IdSource& ids, FileStore& files, Virusscanner* scanner, Inhoudsgrenzen grenzen)
    : store_(store), clock_(clock), ids_(ids), files_(files), scanner_(scanner), grenzen_(grenzen) {}

Result<Ontvangen> DocumentService::receive(std::string_view bestandsnaam, Bytes& bytes, std::string_view veld) {
    const auto soort = keur(bytes, bestandsnaam, grenzen_);
    if (!soort) return invalid({as_field_error(soort.error(), veld)});
    Ontvangen ontvangen;
    if (scanner_) {
        const Scan scan = scanner_->scan(bytes);
        if (scan.uitslag == Scanuitslag::besmet) {
            spdlog::warn("an upload was refused: {}", scan.toelichting);
            return invalid({as_field_error({Weigering::virus}, veld)});
        }
        if (scan.uitslag == Scanuitslag::niet_gelukt) spdlog::warn("an upload waits for the virus scanner: {}", scan.toelichting);
        ontvangen.controle = scan.uitslag == Scanuitslag::schoon ? Controle::schoon : Controle::wacht;
    }
    ontvangen.bestandsnaam = bestandsnaam_of(bestandsnaam, *soort);
    ontvangen.soort = *soort;
    ontvangen.bestand = files_.put(ids_.make<Bestand>(), bytes);
    ontvangen.bewaker_ = std::make_shared<Ontvangen::Bewaker>(files_, ontvangen.bestand.id);
    return ontvangen;
}

Versie DocumentService::new_row(const access::Caller& caller, const Document& document, const Ontvangen& ontvangen) const {
    CHECK_THAT(ontvangen.bewaker_ != nullptr);
    Versie versie;
    versie.id = ids_.make<dichtbij::DocumentVersie>();
    versie.document = document.id;
    versie.nummer = document.versies;
    versie.bestandsnaam = ontvangen.bestandsnaam;
    versie.soort = ontvangen.soort;
    versie.bytes = ontvangen.bestand.bytes;
    versie.sha256 = ontvangen.bestand.sha256;
    versie.bestand = ontvangen.bestand.id;
    versie.op = clock_.now();
    versie.door = who(caller);
    versie.controle = ontvangen.controle;
    return versie;
}

void DocumentService::tell(store::Tx& tx, const access::Caller& caller, const Document& document, std::string gebeurtenis, Melding melding) {
    auto line = journal::entry(caller, clock_.now(), std::move(gebeurtenis), document.gemeente, journal::Object::document, document.id.bytes);
    line.werk = document.werk;
    line.kenmerken = std::move(melding.kenmerken);
    line.kenmerken.emplace_back(document.bij.soort, to_string(document.bij.id));
    if (!melding.toelichting.empty()) line.toelichting = std::move(melding.toelichting);
    journal::append(tx, line);
}

Result<Document> DocumentService::add(store::Tx& tx, const access::Caller& caller, NieuwDocument nieuw, const Ontvangen& ontvangen) {
    CHECK_THAT(!nieuw.bij.soort.empty() && nieuw.bij.soort.size() <= soort_limit && nieuw.bij.id != Uuid{});
    if (!may_know(caller, nieuw.gemeente)) return not_found("gemeente of the document");
    Document document;
    document.kenmerken = tidied(std::move(nieuw.kenmerken));
    if (document.kenmerken.titel.empty()) document.kenmerken.titel = ontvangen.bestandsnaam;
    if (document.kenmerken.creatiedatum == Day{}) document.kenmerken.creatiedatum = day_of(clock_.now());
    TRY_DONE(none_of(problems(document.kenmerken)));
    if (count_documenten(tx, {.bij = nieuw.bij, .na = {}}) >= documenten_limit) return conflict("too many documents", "document.fout.te_veel");
    document.id = ids_.make<dichtbij::Document>();
    document.gemeente = nieuw.gemeente;
    document.bij = std::move(nieuw.bij);
    document.werk = nieuw.werk;
    insert_document(tx, document);
    Versie versie = new_row(caller, document, ontvangen);
    versie.door_partij = nieuw.door_partij;
    insert_versie(tx, versie);
    tell(tx, caller, document, "document.toegevoegd", {{{"soort", std::string(gegevens(versie.soort).naam)}, {"controle", name_of(versie.controle)}}, {}});
    tx.after_commit([held = ontvangen.bewaker_] { held->is_taken = true; });
    return document;
}

Result<Document> DocumentService::visible(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Document> id) {
    auto document = find_document(tx, id);
    if (!document || !may_know(caller, document->gemeente)) return not_found("document");
    return std::move(*document);
}

Result<Document> DocumentService::editable(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Document> id, std::int64_t revisie) {
    TRY(Document document, visible(tx, caller, id));
    if (document.revisie != revisie) return stale();
    if (document.ingetrokken) return conflict("withdrawn", "document.fout.ingetrokken");
    return document;
}

Result<Document> DocumentService::new_version(store::Tx& tx, const access::Caller& caller, const NieuweVersie& nieuw, const Ontvangen& ontvangen) {
    TRY(Document document, editable(tx, caller, nieuw.document, nieuw.revisie));
    TRY_DONE(none_of(problems_of_reden(nieuw.reden)));
    if (document.versies >= versies_limit) return conflict("too many versions", "document.fout.te_veel_versies");
    ++document.versies;
    if (!save_document(tx, document)) return stale();
    Versie versie = new_row(caller, document, ontvangen);
    versie.reden = cleaned(nieuw.reden);
    versie.door_partij = nieuw.door_partij;
    insert_versie(tx, versie);
    tell(tx, caller, document, "document.versie", {{{"nummer", std::to_string(versie.nummer)}, {"controle", name_of(versie.controle)}}, versie.reden});
    tx.after_commit([held = ontvangen.bewaker_] { held->is_taken = true; });
    return document;
}

Result<Document> DocumentService::change(store::Tx& tx, const access::Caller& caller, const Kenmerkwijziging& wijziging) {
    TRY(Document document, editable(tx, caller, wijziging.document, wijziging.revisie));
    const Kenmerken after = tidied(wijziging.kenmerken);
    TRY_DONE(none_of(problems(after)));
    const Kenmerken before = std::exchange(document.kenmerken, after);
    if (before == after) return document;
    if (!save_document(tx, document)) return stale();
    Melding melding{{{"velden", changed_fields(before, after)}}, before.titel != after.titel ? before.titel : std::string()};
    if (before.vertrouwelijkheid != after.vertrouwelijkheid) {
        melding.kenmerken.emplace_back("van", boost::describe::enum_to_string(before.vertrouwelijkheid, ""));
        melding.kenmerken.emplace_back("naar", boost::describe::enum_to_string(after.vertrouwelijkheid, ""));
    }
    if (before.inwoner_mag_zien != after.inwoner_mag_zien) melding.kenmerken.emplace_back("inwoner", after.inwoner_mag_zien ? "ja" : "nee");
    tell(tx, caller, document, "document.gewijzigd", std::move(melding));
    return document;
}

Result<Document> DocumentService::withdraw(store::Tx& tx, const access::Caller& caller, const NieuweIntrekking& intrekking) {
    TRY(Document document, editable(tx, caller, intrekking.document, intrekking.revisie));
    TRY_DONE(none_of(problems_of_reden(intrekking.reden)));
    document.ingetrokken = Intrekking{clock_.now(), who(caller), cleaned(intrekking.reden)};
    if (!save_document(tx, document)) return stale();
    tell(tx, caller, document, "document.ingetrokken", {{}, document.ingetrokken->reden});
    return document;
}

std::int64_t DocumentService::move(store::Tx& tx, const access::Caller& caller, const Documentobject& van, const Documentobject& naar, std::optional<Id<Werk>> werk) {
    CHECK_THAT(!naar.soort.empty() && naar.id != Uuid{});
    std::int64_t moved = 0;
    for (const auto& id : ids_of(tx, van)) {
        auto document = find_document(tx, id);
        if (!document || !may_know(caller, document->gemeente)) continue;
        document->bij = naar;
        document->werk = werk;
        CHECK_THAT(save_document(tx, *document));
        tell(tx, caller, *document, "document.verplaatst", {{{"van_" + van.soort, to_string(van.id)}}, {}});
        ++moved;
    }
    return moved;
}

std::vector<access::Vernietigd> DocumentService::destroy_of_object(store::Tx& tx, const Documentobject& bij, Instant now) {
    std::vector<access::Vernietigd> destroyed;
    std::vector<Id<Bestand>> files;
    for (const auto& id : ids_of(tx, bij)) {
        for (const Versie& versie : versies_of(tx, id)) files.push_back(versie.bestand);
        journal::destroy_toelichtingen(tx, journal::Object::document, id.bytes, now);
        delete_document(tx, id);
        destroyed.push_back({"document", id.bytes});
    }
    if (!files.empty())
        tx.after_commit([this, files = std::move(files)] {
            for (const Id<Bestand>& file : files) files_.remove(file);
        });
    return destroyed;
}

void DocumentService::forget_partij(store::Tx& tx, Id<Partij> partij, Instant) { forget_indiener(tx, partij); }

}  // namespace dichtbij::document
