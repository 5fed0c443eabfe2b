// The fields of a page of a form as anybody may send them: whatever comes in, only what is asked is kept, it reads back
// equal, and what is accepted has its normal form. The first byte chooses the page.
// sources: src/formulier/formulier.cpp src/formulier/formulier_json.cpp src/formulier/antwoord.cpp src/formulier/antwoord_tekst.cpp
// sources: src/http/form.cpp src/http/multipart.cpp src/http/params.cpp src/http/headers.cpp
// sources: src/json/definition.cpp src/json/invalid.cpp src/json/parse.cpp src/json/take.cpp src/json/value.cpp src/json/writer.cpp
// sources: src/base/result.cpp src/base/text.cpp src/base/time.cpp src/base/id.cpp
// libraries: -licuuc -licui18n -lboost_json -ldate-tz -pthread

#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

#include "formulier/antwoord.h"
#include "formulier/formulier_json.h"
#include "http/form.h"

namespace {

using namespace dichtbij;
using namespace dichtbij::formulier;

void hold(bool promise) {
    if (!promise) std::abort();
}

Definitie felling() {
    std::ifstream file("catalogus/formulieren/kapvergunning.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    auto read = read_definitie(text);
    hold(read.has_value());
    return *read;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const Definitie form = felling();
    static const Day today = make_day(2026, 11, 23);
    if (size == 0) return 0;
    const auto fields = http::parse_urlencoded({reinterpret_cast<const char*>(data + 1), size - 1}, {});
    if (!fields) return 0;
    const Pagina& page = form.paginas[data[0] % form.paginas.size()];
    const Antwoorden before{{"eigenaar", {"ja"}}, {"bomen.#", {"3"}}};
    const Gelezen read = lees_pagina(form, page, *fields, before);
    for (const auto& [key, values] : read.antwoorden) {
        hold(!values.empty() && values.size() <= keuzes_limit);
        const std::string code = key.substr(key.rfind('.') + 1);
        hold(code == "#" || form.vraag(code) != nullptr);
    }
    hold(from_text(to_text(read.antwoorden)) == read.antwoorden);
    const Antwoorden shown = zichtbare(form, read.antwoorden, today);
    hold(zichtbare(form, shown, today) == shown);
    for (const auto& [key, values] : shown) {
        const Vraag* asked = form.vraag(std::string_view(key).substr(key.rfind('.') + 1));
        if (asked == nullptr || problem(*asked, key, values, today)) continue;
        if (asked->soort == Vraagsoort::getal) hold(honderdsten(values.front()).has_value());
        if (asked->soort == Vraagsoort::ja_nee) hold(values.front() == "ja" || values.front() == "nee");
    }
    for (const Regel& one : regels(form, shown, "en")) hold(!one.waarden.empty());
    static_cast<void>(problems(page, shown, today));
    static_cast<void>(read_definitie({reinterpret_cast<const char*>(data + 1), size - 1}));
    return 0;
}
