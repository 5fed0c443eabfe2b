#pragma once
// HTML that somebody else wrote, made safe to show: parsed as a browser does (gumbo), and only what is on a list is
// written again. What comes out is well-formed, and stays as it is when it is made safe once more.

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "html/catalogue.h"

namespace dichtbij::html {

struct Veiliggrenzen {
    std::size_t bytes = 1u << 20;           // of the input; the rest is left out
    std::size_t tags = 20'000;              // about so many; the rest is left out
    std::size_t diepte = 100;               // what is deeper loses its elements and keeps its text
    std::size_t geheugen = 128u << 20;      // of parsing; above it only the text is kept
    std::size_t uitvoer = 4u << 20;         // above it only the text is kept
};

enum class Beelden { niet, laden };  // images that stand on another server

struct Veiligopties {
    Beelden beelden = Beelden::niet;
    // The words in the place of an image that is not shown, around its own description: "Afbeelding". Plain text.
    std::string beeldwoord = "Afbeelding";
    std::string vouwwoord = "Eerdere berichten";
    // The address with us of an image inside the mail, by its Content-ID; it begins with "/". nullopt: not shown.
    std::function<std::optional<std::string>(std::string_view content_id)> ingesloten = {};
    Veiliggrenzen grenzen = {};
};

struct Veilig {
    std::string html;
    int beelden_elders = 0;     // on another server, shown or not
    bool gevouwen = false;      // earlier messages stand in <details>
    bool ingekort = false;      // something was over a limit
    bool alleen_tekst = false;  // it could not be shown with its form
};

// Never throws, whatever the bytes; what is no UTF-8 becomes U+FFFD. No script, style, form, frame, object, svg, math,
// id or class; addresses are http, https, mailto or tel.
Veilig maak_veilig(std::string_view html, const Veiligopties& = {});

// It as a page of its own, for <iframe sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox">
// (without allow-scripts nothing in it can use the origin; with it the images inside the mail are sent the session).
// `policy` goes in the Content-Security-Policy header of that answer, so that opened by itself it is as closed.
struct Veiligblad {
    std::string html;
    std::string policy;
};
Veiligblad veilig_blad(const Veilig&, Beelden, std::string_view titel, std::string_view taal);

}  // namespace dichtbij::html
