#pragma once
// The rows of forms, drafts, what was sent in and the counters.

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "formulier/inzending.h"
#include "store/store.h"

namespace dichtbij::formulier {

struct VersieRij {
    Id<FormulierVersie> id;
    Id<Gemeente> gemeente;
    std::string code;
    std::int64_t nummer = 1;
    std::string hash;         // of the definition
    std::string definitie;
    Instant gepubliceerd_op;
};
BOOST_DESCRIBE_STRUCT(VersieRij, (), (id, gemeente, code, nummer, hash, definitie, gepubliceerd_op))

struct ConceptRij {
    Id<FormulierConcept> id;
    Id<Gemeente> gemeente;
    Id<FormulierVersie> versie;
    std::string code;
    store::Blob browser_hash;                   // of the secret in the cookie
    std::string wie;                            // who signed in, as a hash; "" nobody did
    std::optional<Id<Partij>> partij;
    std::string taal;
    std::string antwoorden;
    std::string email;                          // where the link to go on was sent
    std::string bevestigd;                      // address that was confirmed by a code
    std::optional<store::Blob> sleutel_hash;    // of the link
    std::optional<store::Blob> code_hash;
    Instant code_op;
    std::int64_t pogingen = 0;
    std::string pagina;                         // the last one that was opened
    Instant begonnen_op;
    Instant gewijzigd_op;
    Instant verloopt_op;
    std::int64_t revisie = 1;
    std::optional<Id<dichtbij::Inzending>> inzending;
};
BOOST_DESCRIBE_STRUCT(ConceptRij, (),
                      (id, gemeente, versie, code, browser_hash, wie, partij, taal, antwoorden, email, bevestigd, sleutel_hash, code_hash, code_op, pogingen, pagina,
                       begonnen_op, gewijzigd_op, verloopt_op, revisie, inzending))

std::optional<VersieRij> find_versie(store::Tx&, Id<FormulierVersie>);
std::optional<VersieRij> last_versie(store::Tx&, Id<Gemeente>, std::string_view code);
void insert_versie(store::Tx&, const VersieRij&);

bool is_aan(store::Tx&, Id<Gemeente>, std::string_view code);  // unless somebody switched it off
void set_aan(store::Tx&, Id<Gemeente>, std::string_view code, bool aan);

void insert_concept(store::Tx&, const ConceptRij&);
std::optional<ConceptRij> find_concept(store::Tx&, Id<FormulierConcept>);
std::optional<ConceptRij> find_concept_by_sleutel(store::Tx&, std::string_view sleutel_hash);
void save_concept(store::Tx&, const ConceptRij&);  // all but what never changes
void delete_concept(store::Tx&, Id<FormulierConcept>);
std::vector<ConceptRij> concepten_verlopen(store::Tx&, Instant voor, int limit);
std::vector<ConceptRij> concepten_van(store::Tx&, Id<Partij>);
std::int64_t open_concepten(store::Tx&, Id<Gemeente>, std::string_view code);

void insert_inzending(store::Tx&, const Inzending&, const std::vector<Antwoordregel>&);
std::optional<Ingezonden> find_inzending(store::Tx&, Id<dichtbij::Inzending>);
std::vector<Inzending> inzendingen_van_werk(store::Tx&, Id<Werk>);
std::vector<Inzending> inzendingen_van(store::Tx&, Id<Partij>);
void delete_inzending(store::Tx&, Id<dichtbij::Inzending>);
// Who and what he said go; that something was sent stays.
void clear_inzending(store::Tx&, Id<dichtbij::Inzending>);

void tel(store::Tx&, Id<Gemeente>, std::string_view code, std::string_view soort, std::string_view sleutel, std::int64_t som = 0);
std::vector<Telling> tellingen(store::Tx&, Id<Gemeente>, std::string_view code);

}  // namespace dichtbij::formulier
