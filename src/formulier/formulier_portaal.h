#pragma once
// Forms for residents: below /g/CODE/formulier, and what he sent in Mijn Dichtbij.

#include "formulier/invul_service.h"
#include "portaal/site.h"

namespace dichtbij::formulier {

// All outlive the site.
struct FormulierPortaal {
    store::Store& store;
    InvulService& invullen;
    document::DocumentService& documenten;
    std::string public_url = {};  // before links in mails; empty: the host that was asked
};

// GET /g/CODE/formulier and below: the list, a form, its pages, the receipt, going on later; GET /mijn/formulieren/{id}.
void add_formulier_portaal(portaal::Routes&, const FormulierPortaal&);
// On the page of a question or a case: a link to what he sent. Empty when it did not begin with a form.
html::Html ingezonden_op(const FormulierPortaal&, const portaal::Mijn&, Id<Werk>);
html::Html ingezonden_op(const FormulierPortaal&, const portaal::Mijn&, Id<Zaak>);

}  // namespace dichtbij::formulier
