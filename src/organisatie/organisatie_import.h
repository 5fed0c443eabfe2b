#pragma once
// Import of an organisation from a CSV file, repeatable: what is there already is left as it is, what
// differs is changed, nothing is taken away. Bad rows are told by line and column; good rows go in.
//
// Columns, in any order: gemeente (code or name; several separated by | or ,), afdeling, team, naam,
// email, rol (several as well), teamleider (ja or nee), vervanger_email, vaardigheden, werkdagen.
// Required: gemeente, afdeling, team, naam, email.

#include <cstdint>
#include <istream>
#include <string>
#include <vector>

#include "access/caller.h"
#include "organisatie/organisatie_beheer.h"

namespace dichtbij::organisatie {

inline constexpr std::int64_t import_rows_limit = 20'000;
inline constexpr std::size_t import_errors_limit = 1'000;  // told; more are only counted

enum class Importmodus { bewaren, proef };  // proef: everything is checked, nothing is written

struct Importfout {
    std::int64_t regel = 0;  // 1 is the header
    std::string kolom;       // name of the column; empty: the row as a whole
    std::string key;         // text of the catalogue
    std::vector<std::string> args;
    bool operator==(const Importfout&) const = default;
};

struct Importrol {  // a role that the file names; accounts are the caller's to make
    Id<dichtbij::Medewerker> medewerker;
    std::string naam;
    std::string email;
    access::Rol rol = access::Rol::kcc_medewerker;
    Id<dichtbij::Gemeente> gemeente;
    Id<dichtbij::Team> team;
    bool operator==(const Importrol&) const = default;
};

struct Importuitslag {
    std::int64_t gelezen = 0;
    std::int64_t nieuw = 0;        // rows that brought an employee
    std::int64_t gewijzigd = 0;
    std::int64_t ongewijzigd = 0;
    std::int64_t afgekeurd = 0;
    std::vector<Importfout> fouten;
    std::vector<std::string> onbekende_kolommen;
    std::vector<Importrol> rollen;
};

// Invalid when the file as a whole cannot be read: the header lacks a column, or it is no CSV. The caller
// is beheerder in every gemeente of a row, or that row is bad.
Result<Importuitslag> import_organisatie(OrganisatieService&, const access::Caller&, std::istream&, Importmodus);

struct Productimport {
    Id<dichtbij::Gemeente> gemeente;
    Id<dichtbij::Team> team;  // of all of them, until someone changes it; its lead is the process owner
};
struct Productuitslag {
    std::int64_t gelezen = 0;
    std::int64_t nieuw = 0;
    std::int64_t bekend = 0;
    std::int64_t overgeslagen = 0;  // not of a gemeente, or a name twice
};
// The Uniforme Productnamenlijst as published (columns UniformeProductnaam, URI, Gemeente with an X):
// each product of a gemeente once, known again by its URI.
Result<Productuitslag> import_producten(OrganisatieService&, const access::Caller&, std::istream&, const Productimport&);

}  // namespace dichtbij::organisatie
