#include "app/import_adressen.h"

#include <charconv>
#include <memory>

#include "partij/adres.h"

namespace dichtbij::app::contactimport {
namespace {

constexpr std::size_t straat_limit = 80;
constexpr std::size_t plaats_limit = 80;
constexpr int huisnummer_limit = 99'999;

int read_huisnummer(Veldlezer& velden) {
    const std::string typed = velden.required("huisnummer", 10);
    int number = 0;
    const auto [end, error] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    const bool is_number = error == std::errc() && end == typed.data() + typed.size() && number >= 1 && number <= huisnummer_limit;
    if (!typed.empty() && !is_number) velden.wrong("huisnummer", "opzoek.fout.huisnummer");
    return number;
}

std::string read_huisletter(Veldlezer& velden) {
    std::string letter = velden.optional("huisletter", 1);
    if (!letter.empty() && letter[0] >= 'a' && letter[0] <= 'z') letter[0] = static_cast<char>(letter[0] - 'a' + 'A');
    if (!letter.empty() && (letter[0] < 'A' || letter[0] > 'Z')) velden.wrong("huisletter", "opzoek.fout.toevoeging");
    return letter;
}

}  // namespace

std::span<const CsvColumns::Column> adreskolommen() {
    static constexpr CsvColumns::Column columns[] = {{"postcode", true}, {"huisnummer", true}, {"huisletter"}, {"toevoeging"}, {"straat", true}, {"plaats", true}};
    return columns;
}

tl::expected<opzoek::LokaalAdres, std::vector<Rijfout>> read_adresrij(const CsvColumns& columns, const CsvRecord& record, Instant now) {
    Veldlezer velden(columns, record, now);
    opzoek::LokaalAdres adres;
    const std::string typed = velden.required("postcode", 10);
    if (const auto postcode = partij::normal_postcode(typed)) adres.postcode = *postcode;
    else if (!typed.empty()) velden.wrong("postcode", "opzoek.fout.postcode");
    adres.huisnummer = read_huisnummer(velden);
    adres.huisletter = read_huisletter(velden);
    adres.toevoeging = velden.optional("toevoeging", 10);
    adres.straat = velden.required("straat", straat_limit);
    adres.plaats = velden.required("plaats", plaats_limit);
    if (velden.aantal_fouten() > 0) return tl::make_unexpected(velden.take_fouten());
    return adres;
}

Result<Telling> import_adressen(store::Store& store, const Clock& clock, Opdracht opdracht, Meldingen meldingen, std::istream& file) {
    const auto lees = [](const CsvColumns& columns, const CsvRecord& record, Instant now) -> Beoordeeld {
        auto adres = read_adresrij(columns, record, now);
        if (!adres) return tl::make_unexpected(std::move(adres.error()));
        const auto kept = std::make_shared<const opzoek::LokaalAdres>(std::move(*adres));
        const std::string key = kept->postcode + "|" + std::to_string(kept->huisnummer) + "|" + kept->huisletter + "|" + kept->toevoeging;
        return Klaarstaand{key, [kept](store::Tx& tx, const Wegwijzer&) -> Result<Lot> { return opzoek::bewaar(tx, *kept) ? Lot::afgehandeld : Lot::bekend; },
                           [](const Failure& failure) { return fouten_of(failure, std::nullopt); }};
    };
    return Rijenimport(store, clock, opdracht, std::move(meldingen)).run(file, {adreskolommen(), lees, ""});
}

}  // namespace dichtbij::app::contactimport
