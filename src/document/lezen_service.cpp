// Reading documents and their files.

#include "access/caller.h"
#include "document/document_service.h"
#include "document/document_store.h"

namespace dichtbij::document {

std::vector<Documentregel> DocumentService::of_object(store::Tx& tx, const Documentvraag& vraag) { return documenten_of(tx, vraag); }

std::int64_t DocumentService::count_of_object(store::Tx& tx, const Documentvraag& vraag) { return count_documenten(tx, vraag); }

Result<Documentregel> DocumentService::get(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Document> id) {
    TRY(Document document, visible(tx, caller, id));
    auto versie = laatste_versie(tx, document);
    CHECK_THAT(versie.has_value());
    return Documentregel{std::move(document), std::move(*versie)};
}

Result<std::vector<Versie>> DocumentService::versions(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Document> id) {
    TRY_DONE(visible(tx, caller, id));
    return versies_of(tx, id);
}

Result<DocumentService::Gekozen> DocumentService::version(store::Tx& tx, const access::Caller& caller, Id<dichtbij::DocumentVersie> id) {
    auto versie = find_versie(tx, id);
    if (!versie) return not_found("version of a document");
    TRY(Document document, visible(tx, caller, versie->document));
    return Gekozen{std::move(document), std::move(*versie)};
}

std::optional<Document> DocumentService::stored(store::Tx& tx, Id<dichtbij::Document> id) { return find_document(tx, id); }

Result<std::unique_ptr<Bytes>> DocumentService::open_file(const Versie& versie) {
    if (versie.controle == Controle::wacht) return conflict("not scanned yet", "document.fout.nog_niet_gecontroleerd");
    if (versie.controle == Controle::besmet) return conflict("infected", "document.fout.besmet");
    auto bytes = files_.open(versie.bestand);
    if (!bytes) return not_found("file " + versie.bestand.text());
    return bytes;
}

}  // namespace dichtbij::document
