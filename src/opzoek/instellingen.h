#pragma once
// The sources as they stand in the settings: "brp.url = https://...", "kvk.api_key_file = ...". Pure.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "client/web.h"
#include "opzoek/onderbreker.h"
#include "opzoek/opzoek.h"

namespace dichtbij::opzoek {

// What all sources have in common.
struct Broninstelling {
    bool aan = true;
    std::string url = {};  // no slash at the end; empty: there is no such source
    std::string api_key = {};
    client::Webidentiteit identiteit = {};
    long timeout_ms = 4'000;
    int tegelijk = 2;
    Onderbreekgrens grens = {};
    seconds bewaar{0};  // how long an answer is kept in memory
    bool is_ingesteld() const { return aan && !url.empty(); }
};

// OAuth 2 client credentials, instead of or beside a key.
struct Tokeninstelling {
    std::string url;
    std::string client_id;
    std::string client_secret;
    std::string scope;
};

struct BrpInstelling {
    Broninstelling bron{.bewaar = seconds(120)};
    Tokeninstelling token;
    std::string api_key_kop = "X-API-KEY";
    std::string doel_kop = "X-DOELBINDING";
    std::string gebruiker_kop;  // empty: the register is not told which employee asks
    std::string oin;            // of the gemeente, in X-ORIGIN-OIN
    std::vector<Doelbinding> doelen;                                // of every gemeente
    std::map<std::string, std::vector<Doelbinding>> doelen_van;     // of one, by its code, instead of those
    const std::vector<Doelbinding>& doelen_in(const std::string& gemeentecode) const;
};

struct KvkInstelling {
    Broninstelling bron{.bewaar = minutes(60)};
};

enum class Adresdienst { geen, locatieserver, bag };
struct AdresInstelling {
    Broninstelling bron{.bewaar = hours(24)};
    Adresdienst dienst = Adresdienst::geen;  // geen: our own table only
};

struct Instellingen {
    BrpInstelling brp;
    KvkInstelling kvk;
    AdresInstelling adressen;
};

struct Instelfout {
    std::string naam;  // "brp.url"
    std::string wat;   // one English sentence, for who starts the program
};

// Reads a file that a setting names (a key, a secret); nothing: it cannot be read.
using Leesbestand = std::optional<std::string> (*)(const std::string& path);

bool is_instelling(std::string_view naam);  // begins with brp., kvk. or adressen.
tl::expected<Instellingen, Instelfout> read_instellingen(const std::map<std::string, std::string>& by_name, Leesbestand lees);
// The names with what is allowed and what they mean, for the help of the program.
struct Instelling {
    std::string_view naam;
    std::string_view mag;
    std::string_view betekenis;
};
std::vector<Instelling> instellingen();

}  // namespace dichtbij::opzoek
