#pragma once
// A provider of OpenID Connect as it stands in the settings, whoever signs in through it. Pure.

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "oidc/jose.h"
#include "oidc/token.h"

namespace dichtbij::oidc {

struct Provider {
    std::string code;                        // [a-z0-9-], in addresses and in the log
    std::string issuer;
    std::string client_id;
    std::string client_secret;               // or:
    Sleutelwaarde private_key;               // then private_key_jwt
    std::string key_id;
    Algoritme algoritme = Algoritme::PS256;  // of private_key_jwt
    std::vector<std::string> hosts;          // that may be called beside the one of the issuer
    std::string scopes = "openid";
    std::string naam_nl, naam_en;            // on the button

    const std::string& naam(std::string_view taal) const { return taal == "en" ? naam_en : naam_nl; }
    // https, or http to this machine itself when the issuer is; a host of the issuer or of `hosts`.
    bool mag_heen(std::string_view url) const;
};

struct Veldfout {
    std::string veld;
    std::string wat;  // one English sentence, for who starts the program
};

// Reads a file that a setting names (a secret, a key); nothing: it cannot be read.
using Leesbestand = std::optional<std::string> (*)(const std::string& path);
using Velden = std::map<std::string, std::string>;

// One field of the settings of a kind of provider.
template <class T>
struct Veld {
    std::string_view naam;
    std::string_view betekenis;
    std::function<std::string(T&, const std::string&, Leesbestand)> set;  // what is wrong, or nothing
};

// The fields that every kind of provider has.
const std::vector<Veld<Provider>>& provider_velden();
// What only shows when all fields are there.
std::optional<Veldfout> problem_of(const Provider&);
std::vector<std::string> parts_of(std::string_view text, std::string_view separator);  // trimmed, without empty ones

// Fills `made` from what is given, in the order of the tables: those of every provider, then its own.
template <class T>
std::optional<Veldfout> read_velden(T& made, const Velden& given, const std::vector<Veld<T>>& own, Leesbestand lees) {
    Velden unknown = given;
    std::optional<Veldfout> wrong;
    const auto read = [&](const auto& table) {
        for (const auto& one : table)
            if (const auto found = given.find(std::string(one.naam)); found != given.end()) {
                unknown.erase(found->first);
                if (wrong) continue;
                if (auto what = one.set(made, found->second, lees); !what.empty()) wrong = Veldfout{found->first, std::move(what)};
            }
    };
    read(provider_velden());
    read(own);
    if (!unknown.empty()) return Veldfout{unknown.begin()->first, "is no field of an identity provider"};
    return wrong;
}

// For the help of the program.
template <class T>
std::vector<std::pair<std::string_view, std::string_view>> describe_velden(const std::vector<Veld<T>>& own) {
    std::vector<std::pair<std::string_view, std::string_view>> all;
    for (const auto& one : provider_velden()) all.emplace_back(one.naam, one.betekenis);
    for (const auto& one : own) all.emplace_back(one.naam, one.betekenis);
    return all;
}

// Setters for a table of fields.
template <class T>
auto text_veld(std::string T::*member) {
    return [member](T& made, const std::string& value, Leesbestand) {
        made.*member = value;
        return value.empty() ? std::string("is empty") : std::string();
    };
}
template <class T>
auto claim_veld(Claimpad T::*member) {
    return [member](T& made, const std::string& value, Leesbestand) {
        made.*member = read_claimpad(value);
        return std::string();
    };
}

}  // namespace dichtbij::oidc
