#include "norm/norm_store.h"

#include <boost/describe/class.hpp>

#include <map>

namespace dichtbij::norm {
namespace {

struct Dagtijd {
    int dag = 0;  // ISO weekday, 1 is Monday
    int van = 0;
    int tot = 0;
};
BOOST_DESCRIBE_STRUCT(Dagtijd, (), (dag, van, tot))

struct Datumtijd {
    Day datum{};
    int van = 0;
    int tot = 0;
};
BOOST_DESCRIBE_STRUCT(Datumtijd, (), (datum, van, tot))

struct NormRij {
    Id<Norm> id;
    Id<Gemeente> gemeente;
    std::string code;
    Aanleiding aanleiding = Aanleiding::vraag;
    Meetmoment meet = Meetmoment::volledig_antwoord;
    Termijnsoort soort = Termijnsoort::werkdagen;
    std::int64_t aantal = 0;
    std::optional<Termijneenheid> eenheid;  // these three of a legal term only
    std::optional<Telling> telling;
    std::optional<Regime> regime;
    std::optional<std::string> kanaal;
    std::optional<Id<Product>> product;
    std::optional<Id<Onderwerp>> onderwerp;
    Day van{};
    std::optional<Day> tot;
    std::string bron;
};
BOOST_DESCRIBE_STRUCT(NormRij, (), (id, gemeente, code, aanleiding, meet, soort, aantal, eenheid, telling, regime, kanaal, product,
                                    onderwerp, van, tot, bron))

const std::string& select_norms() {
    static const std::string sql = "select " + store::columns<NormRij>() + " from servicenorm ";
    return sql;
}

std::int64_t amount_of(const Term& term) {
    struct Amount {
        std::int64_t operator()(const WorkingTime& of) const { return of.duur.count(); }
        std::int64_t operator()(const ClockTime& of) const { return of.duur.count(); }
        std::int64_t operator()(const WorkingDays& of) const { return of.dagen; }
        std::int64_t operator()(const CalendarDays& of) const { return of.dagen; }
        std::int64_t operator()(const LegalTerm& of) const { return of.duur.aantal; }
    };
    return std::visit(Amount{}, term);
}

Term term_of(const NormRij& row) {
    const int count = static_cast<int>(row.aantal);
    switch (row.soort) {
        case Termijnsoort::werktijd: return WorkingTime{minutes(row.aantal)};
        case Termijnsoort::kloktijd: return ClockTime{minutes(row.aantal)};
        case Termijnsoort::werkdagen: return WorkingDays{count};
        case Termijnsoort::kalenderdagen: return CalendarDays{count};
        case Termijnsoort::wettelijk: break;
    }
    if (!row.eenheid || !row.telling || !row.regime) throw store::BadColumn("a legal term without unit, count or regime");
    return LegalTerm{{count, *row.eenheid}, *row.telling, *row.regime};
}

NormRij row_of(const Servicenorm& norm) {
    CHECK_THAT(norm.gemeente.has_value());
    NormRij row{norm.id, *norm.gemeente, norm.code, norm.aanleiding, norm.meet, soort_of(norm.term), amount_of(norm.term),
                {}, {}, {}, norm.kanaal, norm.product, norm.onderwerp, norm.van, norm.tot, norm.bron};
    if (const auto* legal = std::get_if<LegalTerm>(&norm.term)) {
        row.eenheid = legal->duur.eenheid;
        row.telling = legal->telling;
        row.regime = legal->regime;
    }
    return row;
}

Servicenorm norm_of(NormRij&& row) {
    const Term term = term_of(row);
    return {row.id, std::move(row.code), row.aanleiding, row.meet, term, std::move(row.kanaal), row.product, row.onderwerp,
            row.gemeente, row.van, row.tot, std::move(row.bron)};
}

}  // namespace

Versiestand NormStore::stand(Id<Gemeente> gemeente, Lijst lijst) const {
    return tx_.row<Versiestand>("select stand, versie from norm_stand where gemeente = ?1 and lijst = ?2", gemeente, lijst)
        .value_or(Versiestand{});
}

void NormStore::set_stand(Id<Gemeente> gemeente, Lijst lijst, const Versiestand& stand) const {
    tx_.run("insert into norm_stand (gemeente, lijst, stand, versie) values (?1, ?2, ?3, ?4) "
            "on conflict (gemeente, lijst) do update set stand = excluded.stand, versie = excluded.versie",
            gemeente, lijst, stand.stand, stand.versie);
}

OpeningHours NormStore::opening_hours(Id<Gemeente> gemeente) const {
    OpeningHours hours;
    for (const Dagtijd& row : tx_.rows<Dagtijd>(
             "select weekdag, van, tot from openingstijd where gemeente = ?1 order by weekdag, van", gemeente))
        hours.week.at(static_cast<std::size_t>(row.dag - 1)).push_back({row.van, row.tot});
    hours.sluitingsdagen =
        tx_.rows<ClosingDay>("select datum, reden from sluitingsdag where gemeente = ?1 order by datum", gemeente);
    std::map<Day, std::vector<TimeRange>> ranges;
    for (const Datumtijd& row : tx_.rows<Datumtijd>(
             "select datum, van, tot from afwijkende_tijd where gemeente = ?1 order by datum, van", gemeente))
        ranges[row.datum].push_back({row.van, row.tot});
    for (const ClosingDay& row : tx_.rows<ClosingDay>(
             "select datum, reden from afwijkende_dag where gemeente = ?1 order by datum", gemeente))
        hours.afwijkend.push_back({row.datum, ranges[row.datum], row.reden});
    hours.feestdagen = tx_.row<HolidaySettings>("select goede_vrijdag, bevrijdingsdag, gelijkgestelde_dagen, weekend "
                                                "from feestdagkeuze where gemeente = ?1", gemeente)
                           .value_or(HolidaySettings{});
    return hours;
}

void NormStore::save(Id<Gemeente> gemeente, const OpeningHours& hours) const {
    tx_.run("delete from openingstijd where gemeente = ?1", gemeente);
    tx_.run("delete from sluitingsdag where gemeente = ?1", gemeente);
    tx_.run("delete from afwijkende_dag where gemeente = ?1", gemeente);
    tx_.run("delete from afwijkende_tijd where gemeente = ?1", gemeente);
    for (std::size_t i = 0; i < hours.week.size(); ++i)
        for (const TimeRange& range : hours.week[i])
            tx_.run("insert into openingstijd (gemeente, weekdag, van, tot) values (?1, ?2, ?3, ?4)", gemeente, i + 1, range.van, range.tot);
    for (const ClosingDay& day : hours.sluitingsdagen)
        tx_.run("insert into sluitingsdag (gemeente, datum, reden) values (?1, ?2, ?3)", gemeente, day.datum, day.reden);
    for (const ExceptionalHours& day : hours.afwijkend) {
        tx_.run("insert into afwijkende_dag (gemeente, datum, reden) values (?1, ?2, ?3)", gemeente, day.datum, day.reden);
        for (const TimeRange& range : day.open)
            tx_.run("insert into afwijkende_tijd (gemeente, datum, van, tot) values (?1, ?2, ?3, ?4)", gemeente, day.datum, range.van, range.tot);
    }
    const HolidaySettings& keuze = hours.feestdagen;
    tx_.run("insert into feestdagkeuze (gemeente, goede_vrijdag, bevrijdingsdag, gelijkgestelde_dagen, weekend) "
            "values (?1, ?2, ?3, ?4, ?5) on conflict (gemeente) do update set goede_vrijdag = excluded.goede_vrijdag, "
            "bevrijdingsdag = excluded.bevrijdingsdag, gelijkgestelde_dagen = excluded.gelijkgestelde_dagen, weekend = excluded.weekend",
            gemeente, keuze.goede_vrijdag, keuze.bevrijdingsdag, keuze.gelijkgestelde_dagen, keuze.weekend);
}

std::vector<Servicenorm> NormStore::norms(Id<Gemeente> gemeente) const {
    static const std::string sql = select_norms() + "where gemeente = ?1 order by code, van";
    std::vector<Servicenorm> found;
    tx_.each<NormRij>([&](NormRij&& row) { found.push_back(norm_of(std::move(row))); }, sql, gemeente);
    return found;
}

std::optional<Servicenorm> NormStore::norm(Id<Gemeente> gemeente, Id<Norm> id) const {
    static const std::string sql = select_norms() + "where gemeente = ?1 and id = ?2";
    auto row = tx_.row<NormRij>(sql, gemeente, id);
    if (!row) return std::nullopt;
    return norm_of(std::move(*row));
}

bool NormStore::is_taken(const Servicenorm& norm) const {
    return tx_.value<std::int64_t>("select count(*) from servicenorm where gemeente = ?1 and code = ?2 and van = ?3 and id <> ?4",
                                   norm.gemeente, norm.code, norm.van, norm.id) > 0;
}

void NormStore::insert(const Servicenorm& norm) const { tx_.insert("servicenorm", row_of(norm)); }

void NormStore::update(const Servicenorm& norm) const {
    const NormRij row = row_of(norm);
    tx_.run("update servicenorm set code = ?2, aanleiding = ?3, meet = ?4, soort = ?5, aantal = ?6, eenheid = ?7, telling = ?8, "
            "regime = ?9, kanaal = ?10, product = ?11, onderwerp = ?12, van = ?13, tot = ?14, bron = ?15 where id = ?1 and gemeente = ?16",
            row.id, row.code, row.aanleiding, row.meet, row.soort, row.aantal, row.eenheid, row.telling, row.regime, row.kanaal,
            row.product, row.onderwerp, row.van, row.tot, row.bron, row.gemeente);
}

}  // namespace dichtbij::norm
