#include "organisatie/import_rijen.h"

#include <algorithm>
#include <array>
#include <boost/describe/enum_to_string.hpp>
#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>
#include <set>

#include "base/csv.h"
#include "base/text.h"
#include "organisatie/toetsing.h"
#include "organisatie/werkdagen.h"

namespace dichtbij::organisatie {
namespace {

constexpr std::array<CsvColumns::Column, 11> kolommen{{{"gemeente", true}, {"afdeling", true}, {"team", true}, {"naam", true},
    {"email", true}, {"rol", false}, {"teamleider", false}, {"teamleider ja/nee", false}, {"vervanger_email", false},
    {"vaardigheden", false}, {"werkdagen", false}}};

std::vector<std::string> parts_of(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto part = text.substr(0, text.find_first_of(separators));
        if (const auto word = trimmed(part); !word.empty()) parts.emplace_back(word);
        text.remove_prefix(std::min(text.size(), part.size() + 1));
    }
    return parts;
}

class Lezer {
  public:
    Lezer(std::istream& input, const Importkennis& kennis) : reader_(input), kennis_(kennis) {}

    Result<Importbestand> read() {
        const auto header = reader_.next();
        if (!header) return invalid("bestand", "csv.fout.leeg");
        if (!*header) return invalid("bestand", "csv.fout." + std::string(dichtbij::to_string(header->error().fout)));
        TRY(columns_, CsvColumns::map(**header, kolommen));
        for (const auto place : columns_.unknown()) bestand_.onbekende_kolommen.push_back(columns_.names()[place]);
        bestand_.has_vaardigheden = columns_.has("vaardigheden");
        bestand_.has_werkdagen = columns_.has("werkdagen");
        while (const auto record = reader_.next()) {
            if (++bestand_.gelezen > import_rows_limit) return invalid("bestand", "organisatie.fout.te_veel", {std::to_string(import_rows_limit)});
            if (*record) read_row(**record);
            else reject({record->error().line, "", "csv.fout." + std::string(dichtbij::to_string(record->error().fout)), {}});
        }
        hold_against_each_other();
        return std::move(bestand_);
    }

  private:
    void reject(Importfout fout) {
        ++bestand_.afgekeurd;
        tell(std::move(fout));
    }
    void tell(Importfout fout) {
        if (bestand_.fouten.size() < import_errors_limit) bestand_.fouten.push_back(std::move(fout));
    }

    void read_row(const CsvRecord& record) {
        if (record.fields.size() != columns_.count())
            return reject({record.line, "", "csv.fout.aantal_velden", {std::to_string(columns_.count()), std::to_string(record.fields.size())}});
        const auto get = [&](std::string_view name) { return std::string(columns_.get(record, name)); };
        Importrij rij;
        rij.regel = record.line;
        rij.afdeling = get("afdeling");
        rij.team = get("team");
        rij.naam = get("naam");
        rij.email = get("email");
        rij.vervanger_email = get("vervanger_email");
        Toetsing toetsing;
        toetsing.regel("afdeling", rij.afdeling, naam_limit);
        toetsing.regel("team", rij.team, naam_limit);
        toetsing.regel("naam", rij.naam, naam_limit);
        toetsing.email("email", rij.email);
        toetsing.email("vervanger_email", rij.vervanger_email, Nodig::nee);
        read_gemeenten(rij, toetsing, get("gemeente"));
        read_rollen(rij, toetsing, get("rol"));
        read_leider(rij, toetsing, get("teamleider") + get("teamleider ja/nee"));
        read_vaardigheden(rij, toetsing, get("vaardigheden"));
        const auto werkdagen = parse_werkdagen(get("werkdagen"));
        toetsing.eis(werkdagen.has_value(), "werkdagen", "organisatie.fout.werkdagen");
        rij.werkdagen = werkdagen.value_or(monday_to_friday);
        if (const auto ok = toetsing.uitkomst(); !ok) return reject_fields(rij.regel, ok.error().fields);
        bestand_.rijen.push_back(std::move(rij));
    }

    void read_gemeenten(Importrij& rij, Toetsing& toetsing, const std::string& text) {
        const auto names = parts_of(text, "|,;");
        toetsing.eis(!names.empty(), "gemeente", "organisatie.fout.verplicht.gemeente");
        for (const std::string& name : names) {
            const auto gemeente = kennis_.gemeente(name);
            toetsing.eis(gemeente.has_value(), "gemeente", "organisatie.fout.gemeente_onbekend", {name});
            if (gemeente) rij.gemeenten.push_back(*gemeente);
        }
    }

    void read_rollen(Importrij& rij, Toetsing& toetsing, const std::string& text) {
        for (const std::string& name : parts_of(text, "|,;")) {
            const auto rol = parse_rol(name);
            toetsing.eis(rol.has_value(), "rol", "organisatie.fout.rol_onbekend", {name});
            if (rol) rij.rollen.push_back(*rol);
        }
    }

    void read_leider(Importrij& rij, Toetsing& toetsing, const std::string& text) {
        const std::string word = lower_ascii(text);
        rij.is_leider = word == "ja" || word == "j" || word == "yes" || word == "x" || word == "1";
        const bool is_no = word.empty() || word == "nee" || word == "n" || word == "no" || word == "0";
        toetsing.eis(rij.is_leider || is_no, "teamleider", "organisatie.fout.ja_nee");
    }

    void read_vaardigheden(Importrij& rij, Toetsing& toetsing, const std::string& text) {
        rij.vaardigheden = parts_of(text, "|,;");
        for (std::string& vaardigheid : rij.vaardigheden) toetsing.regel("vaardigheden", vaardigheid, vaardigheid_limit, Nodig::nee);
        toetsing.eis(rij.vaardigheden.size() <= vaardigheden_limit, "vaardigheden", "organisatie.fout.te_veel", {std::to_string(vaardigheden_limit)});
    }

    void reject_fields(std::int64_t regel, const std::vector<FieldError>& fields) {
        ++bestand_.afgekeurd;
        for (const FieldError& field : fields) tell({regel, field.field, field.key, field.args});
    }

    // Rejecting one row can make another impossible (its lead, its substitute), so until nothing changes.
    void hold_against_each_other() {
        for (std::size_t before = bestand_.rijen.size() + 1; before != bestand_.rijen.size();) {
            before = bestand_.rijen.size();
            std::map<std::string, const Importrij*, std::less<>> by_email;
            std::map<std::string, const Importrij*, std::less<>> leaders;
            for (const Importrij& rij : bestand_.rijen) {
                by_email.emplace(rij.email, &rij);
                if (rij.is_leider) leaders.emplace(rij.team_sleutel(), &rij);
            }
            std::vector<Importrij> good;
            for (const Importrij& rij : bestand_.rijen) {
                if (auto fout = objection(rij, by_email, leaders)) reject(std::move(*fout));
                else good.push_back(rij);
            }
            bestand_.rijen = std::move(good);
        }
    }

    template <class Map>
    std::optional<Importfout> objection(const Importrij& rij, const Map& by_email, const Map& leaders) const {
        if (folded(by_email.at(rij.email)->naam) != folded(rij.naam))
            return Importfout{rij.regel, "naam", "organisatie.fout.andere_naam", {by_email.at(rij.email)->naam}};
        if (const std::string key = kennis_.bezwaar(rij.email); !key.empty()) return Importfout{rij.regel, "email", key, {}};
        const auto leader = leaders.find(rij.team_sleutel());
        if (rij.is_leider && leader->second->email != rij.email)
            return Importfout{rij.regel, "teamleider", "organisatie.fout.twee_leiders", {leader->second->naam}};
        if (leader == leaders.end() && !kennis_.team_exists(rij.team_sleutel()))
            return Importfout{rij.regel, "teamleider", "organisatie.fout.team_zonder_leider", {rij.team}};
        if (rij.vervanger_email.empty()) return std::nullopt;
        if (rij.vervanger_email == rij.email) return Importfout{rij.regel, "vervanger_email", "organisatie.fout.vervanger_zelf", {}};
        if (!by_email.contains(rij.vervanger_email) && !kennis_.is_in_service(rij.vervanger_email))
            return Importfout{rij.regel, "vervanger_email", "organisatie.fout.vervanger_onbekend", {rij.vervanger_email}};
        return std::nullopt;
    }

    CsvReader reader_;
    const Importkennis& kennis_;
    CsvColumns columns_;
    Importbestand bestand_;
};

}  // namespace

std::string Importrij::team_sleutel() const { return folded(afdeling) + "\x1f" + folded(team); }

Result<Importbestand> read_importbestand(std::istream& input, const Importkennis& kennis) { return Lezer(input, kennis).read(); }

std::optional<access::Rol> parse_rol(std::string_view text) {
    std::optional<access::Rol> found;
    const std::string key = csv_column_key(text);
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<access::Rol>>([&](auto rol) {
        if (csv_column_key(rol.name) == key) found = rol.value;
    });
    return found;
}

}  // namespace dichtbij::organisatie
