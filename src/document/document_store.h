#pragma once
// The rows of documents and their versions.

#include <optional>
#include <utility>
#include <vector>

#include "document/document.h"
#include "store/store.h"

namespace dichtbij::document {

void insert_document(store::Tx&, const Document&);
// All but gemeente; rises the revision. False: another revision stands there.
bool save_document(store::Tx&, Document&);
std::optional<Document> find_document(store::Tx&, Id<dichtbij::Document>);
std::vector<Documentregel> documenten_of(store::Tx&, const Documentvraag&);
std::int64_t count_documenten(store::Tx&, const Documentvraag&);
std::vector<Id<dichtbij::Document>> ids_of(store::Tx&, const Documentobject&);
void delete_document(store::Tx&, Id<dichtbij::Document>);

void insert_versie(store::Tx&, const Versie&);
std::optional<Versie> find_versie(store::Tx&, Id<dichtbij::DocumentVersie>);
std::optional<Versie> laatste_versie(store::Tx&, const Document&);
std::vector<Versie> versies_of(store::Tx&, Id<dichtbij::Document>);  // newest first
std::vector<Versie> versies_after(store::Tx&, Id<dichtbij::DocumentVersie> after, int limit);
std::vector<Versie> waiting_versies(store::Tx&, Id<dichtbij::DocumentVersie> after, int limit);
// Only while it waits: whether it did.
bool save_controle(store::Tx&, Id<dichtbij::DocumentVersie>, Controle, const std::string& vondst);
bool is_named(store::Tx&, Id<Bestand>);
bool is_wanted(store::Tx&, Id<Bestand>);  // named, and not because a virus was found in it
void forget_indiener(store::Tx&, Id<Partij>);

}  // namespace dichtbij::document
