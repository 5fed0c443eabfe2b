#pragma once
// The rows of an organisation file, read and held against each other, before anything is written. Pure,
// but for what the store knows, which is given as functions.

#include <functional>
#include <istream>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "organisatie/organisatie_import.h"

namespace dichtbij::organisatie {

struct Importrij {
    std::int64_t regel = 0;
    std::vector<Id<dichtbij::Gemeente>> gemeenten;
    std::string afdeling;
    std::string team;
    std::string naam;
    std::string email;
    std::vector<access::Rol> rollen;
    bool is_leider = false;
    std::string vervanger_email;
    std::vector<std::string> vaardigheden;
    int werkdagen = 0;
    std::string team_sleutel() const;  // department and team, folded
};

struct Importbestand {
    std::vector<Importrij> rijen;
    std::vector<Importfout> fouten;
    std::vector<std::string> onbekende_kolommen;
    std::int64_t gelezen = 0;
    std::int64_t afgekeurd = 0;
    bool has_vaardigheden = false;  // whether the file has the column at all
    bool has_werkdagen = false;
};

// What the store knows.
struct Importkennis {
    // The gemeente with this code or name where the caller may manage; nothing otherwise.
    std::function<std::optional<Id<dichtbij::Gemeente>>(std::string_view)> gemeente;
    std::function<bool(const std::string& team_sleutel)> team_exists;
    // A key of the catalogue when an employee with this address may not be touched; empty: he may, or is new.
    std::function<std::string(std::string_view email)> bezwaar;
    std::function<bool(std::string_view email)> is_in_service;
};

Result<Importbestand> read_importbestand(std::istream&, const Importkennis&);

// "KCC-medewerker" and "kcc_medewerker" are the same.
std::optional<access::Rol> parse_rol(std::string_view text);

}  // namespace dichtbij::organisatie
