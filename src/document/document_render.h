#pragma once
// Parts of pages about documents, for the desk and for residents alike. Words are those of the reader.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "document/document.h"
#include "document/inhoud.h"
#include "html/catalogue.h"
#include "html/form.h"
#include "html/writer.h"

namespace dichtbij::document {

// "1,4 MB", "320 kB"; English "1.4 MB".
std::string size_in_words(const html::Texts&, std::int64_t bytes);

struct Lijstweergave {
    Lezer lezer = Lezer::medewerker;
    std::string kop;                                        // caption of the list, for screen readers
    std::string leeg;                                       // what an empty list says; without: a sentence of its own
    // Where a document is shown, where its last version is opened, and where it is saved.
    std::function<std::string(const Documentregel&)> blad;      // empty function: the title is no link
    std::function<std::string(const Documentregel&)> openen;
    std::function<std::string(const Documentregel&)> downloaden;
    std::function<std::string(const Versie&)> wie;              // name of who gave it; empty function: not told
    std::function<std::string(std::string_view code)> documenttype;  // its name; empty function: not told
};
html::Html document_list(const html::Texts&, const std::vector<Documentregel>&, const Lijstweergave&, Instant now);
// Withdrawn, confidential, not yet scanned, refused, seen by the resident.
html::Html document_badges(const html::Texts&, const Document&, const Versie&, Lezer);

// All versions, newest first, with their reasons.
struct Versieweergave {
    std::function<std::string(const Versie&)> openen;
    std::function<std::string(const Versie&)> downloaden;
    std::function<std::string(const Versie&)> wie;
};
html::Html version_list(const html::Texts&, const std::vector<Versie>&, const Versieweergave&, Instant now);

// The picture, or the PDF in a frame of its own; for other kinds a sentence. `adres` is where serve() answers
// with Tonen::in_pagina.
html::Html preview(const html::Texts&, const Documentregel&, std::string_view adres, std::string_view download_adres);

struct Uploadveld {
    std::string name = "bestand";
    std::string label = {};        // without: "Bestand"
    html::Needed needed = html::Needed::yes;
    bool is_multiple = false;
};
// Label, hint with kinds and limit, error beside it. The form around it needs enctype (upload_enctype()).
html::Html upload_field(const html::Texts&, const html::Form&, const Uploadveld&, const Inhoudsgrenzen&);
html::Attribute upload_enctype();

// The choices of a form about a document.
std::vector<html::Choice> vertrouwelijkheid_choices(const html::Texts&);
std::vector<html::Choice> richting_choices(const html::Texts&);
std::vector<html::Choice> status_choices(const html::Texts&);

}  // namespace dichtbij::document
