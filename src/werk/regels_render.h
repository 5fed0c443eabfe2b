#pragma once
// Rows of work as they stand in every list: promise first, then the question, for whom, whose.

#include <string>
#include <string_view>
#include <vector>

#include "access/caller.h"
#include "html/catalogue.h"
#include "html/parts.h"
#include "html/writer.h"
#include "partij/partij_service.h"
#include "store/store.h"
#include "werk/attentie_service.h"
#include "werk/werklijst.h"

namespace dichtbij::werk {

// A row with the names that belong to its ids.
struct Regelbeeld {
    Werkregel regel;
    std::string voor;         // the person; empty: anonymous
    std::string eigenaar;
    std::string onderwerp;
    std::string gemeente;
    int werkdagen_te_laat = 0;
};

// Working days between the promised day and today, Monday to Friday: for words on a screen only.
int weekdays_late(Instant promised, Instant now);

std::vector<Regelbeeld> with_names(store::Tx&, const partij::PartijService&, std::vector<Werkregel>, Instant now);

enum class Kiezen { nee, ja };

// Where a notice leads: the work, or the person it is about.
html::Html about_of(const html::Texts&, const Attentieregel&);
// Where a row leads: /taken/ID, /zaken/ID, /zaaktaken/ID, /klantcontacten/ID.
std::string url_of(const Werk&);
html::Html due_of(const html::Texts&, const Regelbeeld&, Instant now);
std::vector<html::Column> columns_of(const html::Texts&, Kiezen);
html::Html row_of(const html::Texts&, const Regelbeeld&, Instant now, Kiezen);

}  // namespace dichtbij::werk
