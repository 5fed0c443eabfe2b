#pragma once
// All SQL of questions to organisations outside.

#include <optional>
#include <string_view>
#include <vector>

#include "access/bewaring.h"
#include "ketenpartner/advies.h"
#include "store/store.h"

namespace dichtbij::ketenpartner {

struct Adviesbezoek {  // someone outside who gave the right code
    store::Blob hash;
    Id<dichtbij::Adviesvraag> adviesvraag;
    Instant einde_op;
};
BOOST_DESCRIBE_STRUCT(Adviesbezoek, (), (hash, adviesvraag, einde_op))

void insert_adviesvraag(store::Tx&, const Adviesvraag&);
// What may change after it was asked; rises the revision.
void save_adviesvraag(store::Tx&, Adviesvraag&);
std::optional<Adviesvraag> find_adviesvraag(store::Tx&, Id<dichtbij::Adviesvraag>);
std::optional<Adviesvraag> find_by_link(store::Tx&, std::string_view link_hash);
std::vector<Adviesvraag> adviesvragen_of_zaak(store::Tx&, Id<dichtbij::Zaak>);  // newest first
bool has_open_adviesvraag(store::Tx&, Id<dichtbij::Zaaktaak>);

void insert_adviesdocument(store::Tx&, const Adviesdocument&);
std::vector<Adviesdocument> adviesdocumenten_of(store::Tx&, Id<dichtbij::Adviesvraag>);

void insert_adviesbezoek(store::Tx&, const Adviesbezoek&);
std::optional<Adviesbezoek> find_adviesbezoek(store::Tx&, std::string_view hash);

std::vector<Uuid> adviesvragen_of_werk(store::Tx&, Id<Werk>);
void delete_adviesvraag(store::Tx&, const Uuid&);
std::vector<access::Vernietigd> delete_old_adviesbezoeken(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::ketenpartner
