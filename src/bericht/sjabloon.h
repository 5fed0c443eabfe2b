#pragma once
// A template: what a message of a kind says, in Dutch and English, with places for what differs per case.
// A place is {naam}; which names there are is a list, and which ones a template may and must use too.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "bericht/waarde.h"

namespace dichtbij::bericht {

enum class Variabelesoort { tekst, naam, nummer, datum, moment, bedrag };
BOOST_DESCRIBE_ENUM(Variabelesoort, tekst, naam, nummer, datum, moment, bedrag)

struct Variabele {
    std::string code;                // "datum_belofte"
    Variabelesoort soort = Variabelesoort::tekst;
    bool persoonlijk = false;        // says who someone is: never in a subject
    bool mag_leeg = false;           // without a value its paragraph is left out
    Tweetalig uitleg;                // for who edits a template
    Tweetalig voorbeeld;
};

// What a gemeente may change.
struct Inhoud {
    std::string onderwerp_nl;
    std::string onderwerp_en;
    std::string tekst_nl;
    std::string tekst_en;
    bool operator==(const Inhoud&) const = default;
};
BOOST_DESCRIBE_STRUCT(Inhoud, (), (onderwerp_nl, onderwerp_en, tekst_nl, tekst_en))

// As shipped with the program.
struct Sjabloon {
    std::string code;                // "belofte_verzet"
    Tweetalig naam;                  // for employees
    Tweetalig wanneer;               // when it is sent
    int versie = 1;                  // rises when a release changes the words
    bool spoed = false;              // does not wait for quiet hours or a bundle
    std::vector<std::string> mag;    // variables it may use
    std::vector<std::string> moet;   // and must: a promise without its date is none
    Inhoud inhoud;
};

struct Ingevuld {
    std::string onderwerp;
    std::string tekst;
    bool operator==(const Ingevuld&) const = default;
};

// The names between braces, in order, each once. A brace that does not close, or a name that is no name,
// comes back as it stands; `problems` refuses it.
std::vector<std::string> variabelen_in(std::string_view tekst);

// What is wrong with the words of a gemeente for this template: empty, too long, a variable that it does not
// know, one that must be there and is not, one that says who someone is in a subject.
std::vector<FieldError> problems(const Sjabloon&, const std::vector<Variabele>&, const Inhoud&);

// Fills in, in the language of `t`. A message never shows a hole: a paragraph with a variable that may be
// empty and is, is left out; for any other without a value it is invalid with "bericht.fout.waarde_ontbreekt".
Result<Ingevuld> vul_in(const html::Texts& t, const Inhoud&, const std::vector<Variabele>&, const Waarden&, Day today);
// The same with examples, for previews.
Ingevuld vul_voorbeeld_in(const html::Texts& t, const Inhoud&, const std::vector<Variabele>&);
// The same for an employee who goes on writing: what has no value stays "{reden}", what may be empty falls away.
Ingevuld vul_concept_in(const html::Texts& t, const Inhoud&, const std::vector<Variabele>&, const Waarden&, Day today);

}  // namespace dichtbij::bericht
