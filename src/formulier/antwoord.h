#pragma once
// Answers to the questions of a form: from what a browser sent to normal forms, what is wrong with them, which questions
// they show, and what follows by calculating. Pure; reads bytes from outside.
//
// Normal forms: one value each, but keuzes (a value for each), adres (postcode, number, addition, street, town), plek
// (words, latitude, longitude) and bestand (a document each). Datum 2026-11-23, tijd 09:30, getal "12" or "-1.5",
// ja_nee "ja" or "nee", akkoord "ja". What could not be understood is kept as typed, and refused.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "formulier/formulier.h"
#include "http/params.h"

namespace dichtbij::formulier {

// By key: the code of the question; in a group that repeats "groep.0.vraag", and "groep.#" how many there are.
using Antwoorden = std::map<std::string, std::vector<std::string>, std::less<>>;

// The name of a field in a page: "v." and the key; parts of an address behind it.
std::string veldnaam(std::string_view key);
std::string sleutel(const Groep&, std::size_t plek, const Vraag&);
std::size_t aantal_van(const Groep&, const Antwoorden&);  // at least 1, at most its herhalingen
std::string aantal_sleutel(const Groep&);

struct Gelezen {
    Antwoorden antwoorden;              // those from before with those of the page in their place
    std::vector<FieldError> fouten;     // of doubled fields only; the rest says problems()
};
// The fields of one page. Unknown fields are ignored; files stay as they are.
Gelezen lees_pagina(const Definitie&, const Pagina&, const http::Params&, const Antwoorden& voorheen);

// Only what is asked of someone who answered so, with what is calculated. Answers to what is hidden are gone.
Antwoorden zichtbare(const Definitie&, const Antwoorden&, Day today);
bool geldt(const Voorwaarde&, const Antwoorden& zichtbaar);
// The pages he gets, in order.
std::vector<const Pagina*> paginas_voor(const Definitie&, const Antwoorden& zichtbaar);
// A stop that is shown on this page.
const Vraag* stop_op(const Pagina&, const Antwoorden& zichtbaar);

// What is wrong on a page, by field name, in the order of the page.
std::vector<FieldError> problems(const Pagina&, const Antwoorden& zichtbaar, Day today);
std::optional<FieldError> problem(const Vraag&, const std::string& key, const std::vector<std::string>& waarden, Day today);

bool is_iban(std::string_view normal);               // ISO 13616: length and checksum
std::optional<std::int64_t> honderdsten(std::string_view getal);  // "1.5" is 150; nothing when it is no number
std::string getal_van(std::int64_t honderdsten);

// In words of `taal`, for the summary: "Ja", the choice, "23 november 2026" stays to who shows it. Files are names.
struct Regel {
    std::string pagina;     // code of the page it is changed on
    std::string kop;        // of the page
    std::string vraag;
    std::string sleutel;
    Vraagsoort soort = Vraagsoort::tekst;
    std::vector<std::string> waarden;  // as stored, choices in words
};
// In the order of the form, without what was left open.
std::vector<Regel> regels(const Definitie&, const Antwoorden& zichtbaar, std::string_view taal);
// The answer with this meaning; "" when there is none. Of an address: as one line.
std::string met_betekenis(const Definitie&, const Antwoorden& zichtbaar, Betekenis);

// For keeping a draft.
std::string to_text(const Antwoorden&);
Antwoorden from_text(std::string_view json);  // nothing when it cannot be read

}  // namespace dichtbij::formulier
