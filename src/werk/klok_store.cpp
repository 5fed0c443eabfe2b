#include "werk/klok_store.h"

#include <algorithm>
#include <charconv>

namespace dichtbij::werk {
namespace {

struct KlokRij {
    Uuid id{};
    Id<dichtbij::Werk> werk;
    Id<Gemeente> gemeente;
    std::string norm;
    norm::Meetmoment meet = norm::Meetmoment::volledig_antwoord;
    std::string termijn;
    Instant gestart_op;
    Instant aanvankelijk_op;
    Instant uiterlijk_op;
    std::optional<Instant> gestopt_op;
    std::optional<norm::Uitkomst> uitkomst;
    std::optional<Instant> te_laat_op;
    std::optional<Uuid> gestart_door;
    std::optional<Uuid> gestopt_door;
};
BOOST_DESCRIBE_STRUCT(KlokRij, (),
                      (id, werk, gemeente, norm, meet, termijn, gestart_op, aanvankelijk_op, uiterlijk_op, gestopt_op, uitkomst,
                       te_laat_op, gestart_door, gestopt_door))

struct PauzeRij {
    Uuid klok{};
    int volgnummer = 1;
    std::string reden;
    Instant van_op;
    std::optional<Instant> tot_op;
};
BOOST_DESCRIBE_STRUCT(PauzeRij, (), (klok, volgnummer, reden, van_op, tot_op))

KlokRij row_of(const Werkklok& werkklok) {
    const norm::Klok& klok = werkklok.klok;
    KlokRij row{werkklok.id,     werkklok.werk,        werkklok.gemeente, klok.norm,          klok.meet,
                term_text(klok.term), klok.gestart_op, klok.aanvankelijk_op, klok.uiterlijk_op, {},
                {},              werkklok.te_laat_op,  werkklok.gestart_door, werkklok.gestopt_door};
    if (klok.afloop) {
        row.gestopt_op = klok.afloop->op;
        row.uitkomst = klok.afloop->uitkomst;
    }
    return row;
}

Werkklok from_row(KlokRij&& row) {
    Werkklok werkklok{row.id, row.werk, row.gemeente, {}, row.te_laat_op, row.gestart_door, row.gestopt_door};
    norm::Klok& klok = werkklok.klok;
    klok.norm = std::move(row.norm);
    klok.meet = row.meet;
    klok.term = term_from(row.termijn);
    klok.gestart_op = row.gestart_op;
    klok.aanvankelijk_op = row.aanvankelijk_op;
    klok.uiterlijk_op = row.uiterlijk_op;
    if (row.gestopt_op) klok.afloop = norm::Afloop{*row.gestopt_op, row.uitkomst.value()};
    return werkklok;
}

// Few clocks were ever paused: one look-up for all of them.
void add_pauses(store::Tx& tx, std::vector<Werkklok>& klokken, std::string_view condition, const auto&... args) {
    static const std::string from = "select " + store::columns<PauzeRij>("p") + " from klok_pauze p join klok k on k.id = p.klok where ";
    if (klokken.empty()) return;
    for (PauzeRij& row : tx.rows<PauzeRij>(from + std::string(condition) + " order by p.klok, p.volgnummer", args...)) {
        const auto klok = std::find_if(klokken.begin(), klokken.end(), [&](const Werkklok& one) { return one.id == row.klok; });
        if (klok != klokken.end()) klok->klok.pauzes.push_back({std::move(row.reden), row.van_op, row.tot_op});
    }
}

std::vector<Werkklok> from_rows(std::vector<KlokRij>&& rows) {
    std::vector<Werkklok> found;
    found.reserve(rows.size());
    for (KlokRij& row : rows) found.push_back(from_row(std::move(row)));
    return found;
}

std::vector<Werkklok> with_pauses(store::Tx& tx, std::vector<Werkklok> klokken, Id<dichtbij::Werk> werk) {
    add_pauses(tx, klokken, "k.werk = ?1", werk);
    return klokken;
}

std::string select(std::string_view rest) { return "select " + store::columns<KlokRij>() + " from klok " + std::string(rest); }

void insert_pauzes(store::Tx& tx, const Werkklok& werkklok) {
    int volgnummer = 0;
    for (const norm::Pauze& pauze : werkklok.klok.pauzes)
        tx.insert("klok_pauze", PauzeRij{werkklok.id, ++volgnummer, pauze.reden, pauze.van_op, pauze.tot_op});
}

struct TermText {
    std::string operator()(const norm::WorkingTime& term) const { return "werktijd " + std::to_string(term.duur.count()); }
    std::string operator()(const norm::ClockTime& term) const { return "kloktijd " + std::to_string(term.duur.count()); }
    std::string operator()(const norm::WorkingDays& term) const { return "werkdagen " + std::to_string(term.dagen); }
    std::string operator()(const norm::CalendarDays& term) const { return "kalenderdagen " + std::to_string(term.dagen); }
    std::string operator()(const norm::LegalTerm& term) const {
        constexpr std::string_view letters = "udwmj";  // in the order of Termijneenheid
        const auto length = [&](const norm::Duur& duur) { return std::to_string(duur.aantal) + letters[static_cast<std::size_t>(duur.eenheid)]; };
        return "wettelijk " + length(term.duur) + " " + std::to_string(static_cast<int>(term.telling)) + " " +
               std::to_string(static_cast<int>(term.regime)) + (term.verdaagd ? " " + length(*term.verdaagd) : "");
    }
};

int number_from(std::string_view text) {
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size()) throw store::BadColumn("not a number in a term: " + std::string(text));
    return number;
}

norm::Term legal_from(std::string_view rest) {
    const std::size_t first = rest.find(' '), second = rest.find(' ', first + 1);
    if (first == rest.npos || second == rest.npos) throw store::BadColumn("not a legal term");
    const std::size_t third = rest.find(' ', second + 1);
    const auto length = [](std::string_view text) {
        const auto duur = norm::parse_duur(text);
        if (!duur) throw store::BadColumn("not the length of a legal term");
        return *duur;
    };
    const std::string_view regime = rest.substr(second + 1, third == rest.npos ? rest.npos : third - second - 1);
    norm::LegalTerm term{length(rest.substr(0, first)), static_cast<norm::Telling>(number_from(rest.substr(first + 1, second - first - 1))),
                         static_cast<norm::Regime>(number_from(regime))};
    if (third != rest.npos) term.verdaagd = length(rest.substr(third + 1));
    return term;
}

}  // namespace

void insert_klok(store::Tx& tx, const Werkklok& werkklok) {
    tx.insert("klok", row_of(werkklok));
    insert_pauzes(tx, werkklok);
}

void save_klok(store::Tx& tx, const Werkklok& before, const Werkklok& after) {
    if (before == after) return;
    const KlokRij row = row_of(after);
    tx.run("update klok set norm = ?2, meet = ?3, termijn = ?4, uiterlijk_op = ?5, gestopt_op = ?6, uitkomst = ?7, te_laat_op = ?8, "
           "gestart_door = ?9, gestopt_door = ?10 where id = ?1",
           row.id, row.norm, row.meet, row.termijn, row.uiterlijk_op, row.gestopt_op, row.uitkomst, row.te_laat_op,
           row.gestart_door, row.gestopt_door);
    if (before.klok.pauzes == after.klok.pauzes) return;
    tx.run("delete from klok_pauze where klok = ?1", row.id);
    insert_pauzes(tx, after);
}

void delete_klok(store::Tx& tx, const Uuid& id) {
    tx.run("delete from klok_pauze where klok = ?1", id);
    tx.run("delete from klok where id = ?1", id);
}

std::vector<Werkklok> klokken_of(store::Tx& tx, Id<dichtbij::Werk> werk) {
    static const std::string sql = select("where werk = ?1 order by id");
    return with_pauses(tx, from_rows(tx.rows<KlokRij>(sql, werk)), werk);
}

std::vector<Werkklok> running_klokken_of(store::Tx& tx, Id<dichtbij::Werk> werk) {
    static const std::string sql = select("where werk = ?1 and gestopt_op is null order by id");
    return with_pauses(tx, from_rows(tx.rows<KlokRij>(sql, werk)), werk);
}

std::vector<Werkklok> running_klokken_after(store::Tx& tx, Id<Gemeente> gemeente, const Uuid& after, int limit) {
    static const std::string sql = select("where gemeente = ?1 and gestopt_op is null and id > ?2 order by id limit ?3");
    auto klokken = from_rows(tx.rows<KlokRij>(sql, gemeente, after, limit));
    if (!klokken.empty()) add_pauses(tx, klokken, "k.gemeente = ?1 and k.gestopt_op is null and k.id > ?2 and k.id <= ?3", gemeente, after, klokken.back().id);
    return klokken;
}

std::string term_text(const norm::Term& term) { return std::visit(TermText{}, term); }

norm::Term term_from(std::string_view text) {
    const std::size_t space = text.find(' ');
    const std::string_view soort = text.substr(0, space);
    const std::string_view rest = space == text.npos ? std::string_view() : text.substr(space + 1);
    if (soort == "werktijd") return norm::WorkingTime{minutes(number_from(rest))};
    if (soort == "kloktijd") return norm::ClockTime{minutes(number_from(rest))};
    if (soort == "werkdagen") return norm::WorkingDays{number_from(rest)};
    if (soort == "kalenderdagen") return norm::CalendarDays{number_from(rest)};
    if (soort == "wettelijk") return legal_from(rest);
    throw store::BadColumn("unknown kind of term: " + std::string(text));
}

}  // namespace dichtbij::werk
