#include "formulier/formulier_json.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "json/parse.h"
#include "json/resource.h"

namespace dichtbij::formulier {
namespace {

using json::field;

const json::Resource<Tekst> tekst_json("Tekst", {
    field<&Tekst::nl>("nl").must().or_blank(),
    field<&Tekst::en>("en").must().or_blank(),
});
const json::Resource<Conditie> conditie_json("Conditie", {
    field<&Conditie::vraag>("vraag").must(),
    field<&Conditie::hoe>("hoe"),
    field<&Conditie::waarde>("waarde").or_blank(),
});
const json::Resource<Voorwaarde> voorwaarde_json("Voorwaarde", {
    field<&Voorwaarde::koppel>("koppel"),
    field<&Voorwaarde::condities>("condities", conditie_json).must().at_most(20),
});
const json::Resource<Keuze> keuze_json("Keuze", {
    field<&Keuze::waarde>("waarde").must(),
    field<&Keuze::tekst>("tekst", tekst_json).must(),
});
const json::Resource<Vraag> vraag_json("Vraag", {
    field<&Vraag::code>("code").must(),
    field<&Vraag::soort>("soort").must(),
    field<&Vraag::vraag>("vraag", tekst_json).must(),
    field<&Vraag::hulp>("hulp", tekst_json),
    field<&Vraag::verplicht>("verplicht"),
    field<&Vraag::voorwaarde>("voorwaarde", voorwaarde_json),
    field<&Vraag::keuzes>("keuzes", keuze_json),
    field<&Vraag::minimum>("minimum"),
    field<&Vraag::maximum>("maximum"),
    field<&Vraag::minimum_tekens>("minimumTekens"),
    field<&Vraag::maximum_tekens>("maximumTekens"),
    field<&Vraag::richting>("richting"),
    field<&Vraag::fout>("fout", tekst_json),
    field<&Vraag::bevestigen>("bevestigen"),
    field<&Vraag::betekenis>("betekenis"),
    field<&Vraag::eigenschap>("eigenschap").or_blank(),
    field<&Vraag::rekenwijze>("rekenwijze"),
    field<&Vraag::met>("met"),
});
const json::Resource<Groep> groep_json("Groep", {
    field<&Groep::code>("code").must(),
    field<&Groep::titel>("titel", tekst_json),
    field<&Groep::uitleg>("uitleg", tekst_json),
    field<&Groep::herhalingen>("herhalingen"),
    field<&Groep::voorwaarde>("voorwaarde", voorwaarde_json),
    field<&Groep::vragen>("vragen", vraag_json).must(),
});
const json::Resource<Pagina> pagina_json("Pagina", {
    field<&Pagina::code>("code").must(),
    field<&Pagina::titel>("titel", tekst_json).must(),
    field<&Pagina::uitleg>("uitleg", tekst_json),
    field<&Pagina::voorwaarde>("voorwaarde", voorwaarde_json),
    field<&Pagina::groepen>("groepen", groep_json).must(),
});
const json::Resource<Bestemming> bestemming_json("Bestemming", {
    field<&Bestemming::wordt>("wordt").must(),
    field<&Bestemming::zaaktype>("zaaktype").or_blank(),
    field<&Bestemming::onderwerp>("onderwerp").or_blank(),
    field<&Bestemming::upl>("upl").or_blank(),
    field<&Bestemming::handeling>("handeling", tekst_json),
    field<&Bestemming::terugbellen>("terugbellen"),
});
const json::Resource<Definitie> definitie_json("Formulier", {
    field<&Definitie::code>("code").must(),
    field<&Definitie::versie>("versie").must(),
    field<&Definitie::titel>("titel", tekst_json).must(),
    field<&Definitie::inleiding>("inleiding", tekst_json).must(),
    field<&Definitie::nodig>("nodig", tekst_json),
    field<&Definitie::minuten>("minuten"),
    field<&Definitie::vervolg>("vervolg", tekst_json).must(),
    field<&Definitie::formeel>("formeel"),
    field<&Definitie::inloggen>("inloggen"),
    field<&Definitie::niveau>("niveau"),
    field<&Definitie::met_contact>("metContact"),
    field<&Definitie::akkoord>("akkoord", tekst_json),
    field<&Definitie::bestemming>("bestemming", bestemming_json).must(),
    field<&Definitie::paginas>("paginas", pagina_json).must(),
});

// Keys that no table knows are faults here: a condition that is misspelt would silently always hold.
void unknown_keys(const json::Value& value, const json::Definition& of, const std::string& path, std::string& found) {
    if (const json::Array* list = value.array()) {
        for (std::size_t i = 0; i < list->size(); ++i) unknown_keys((*list)[i], of, path + "." + std::to_string(i), found);
        return;
    }
    const json::Object* object = value.object();
    if (object == nullptr) return;
    for (const auto& [name, inner] : *object) {
        const json::Field* known = of.find(name);
        if (known == nullptr) found += path + "." + name + " is not known. ";
        else if (known->of != nullptr) unknown_keys(inner, *known->of, path + "." + name, found);
    }
}

std::string words_of(const json::Invalids& invalids) {
    std::string words;
    for (const json::Invalid& one : invalids) {
        words += one.name + ": " + one.code;
        for (const std::string& arg : one.args) words += " " + arg;
        words += ". ";
    }
    return words;
}

Fail refused(std::string detail) { return tl::make_unexpected(Failure{Reason::invalid, std::move(detail), {}, {}}); }

}  // namespace

Result<Definitie> read_definitie(std::string_view bytes) {
    const auto value = json::parse(bytes);
    if (!value) return refused(words_of(value.error()));
    std::string unknown;
    unknown_keys(*value, definitie_json, "formulier", unknown);
    if (!unknown.empty()) return refused(unknown);
    Definitie definitie;
    if (const auto given = definitie_json.read(*value, definitie, json::Mode::create); !given) return refused(words_of(given.error()));
    std::string words;
    for (const std::string& one : problems(definitie)) words += one + ". ";
    if (!words.empty()) return refused(words);
    return definitie;
}

std::string to_json(const Definitie& definitie) {
    std::string text;
    json::Writer writer(text);
    definitie_json.write(writer, definitie);
    return text;
}

std::vector<Definitie> read_map(const std::filesystem::path& map) {
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& one : std::filesystem::directory_iterator(map, error))
        if (one.path().extension() == ".json") files.push_back(one.path());
    if (error) throw std::runtime_error(map.string() + " is not there: copy the share folder of this program again");
    std::sort(files.begin(), files.end());
    std::vector<Definitie> all;
    for (const auto& path : files) {
        std::ifstream file(path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(file), {}};
        if (!file) throw std::runtime_error(path.string() + " cannot be read");
        auto one = read_definitie(text);
        if (!one) throw std::runtime_error(path.string() + ": " + one.error().detail);
        if (one->code != path.stem().string()) throw std::runtime_error(path.string() + ": its code is " + one->code);
        all.push_back(std::move(*one));
    }
    return all;
}

}  // namespace dichtbij::formulier
