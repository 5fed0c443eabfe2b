#include "werk/werklijst_store.h"

#include <algorithm>

#include "base/text.h"

namespace dichtbij::werk {
namespace {

using store::Value;

// Collects conditions and their parameters.
class Where {
  public:
    template <class T>
    std::string mark(const T& value) {
        params_.push_back(store::Column<std::decay_t<T>>::to(value));
        return "?" + std::to_string(params_.size());
    }
    void add(std::string condition) { sql_ += " and " + std::move(condition); }
    std::vector<Value>& params() { return params_; }
    std::string sql() const { return " where gesloten_op is null" + sql_; }

  private:
    std::string sql_;
    std::vector<Value> params_;
};

std::string_view name_of(Ingang::Kolom kolom) {
    switch (kolom) {
        case Ingang::Kolom::eigenaar: return "eigenaar";
        case Ingang::Kolom::team: return "team";
        case Ingang::Kolom::gemeente: return "gemeente";
    }
    return "gemeente";
}

// A condition that must not choose the index: with gemeente in (...) beside team = ? SQLite may read all
// open work of the gemeente.
std::string beside(const std::string& condition) { return "case when " + condition + " then 1 else 0 end = 1"; }

// A filter on what is masked must not find what is masked.
void add_filters(Where& where, const access::Caller& caller, const WerklijstVraag& vraag) {
    bool content = false;
    if (vraag.eigenaar) where.add(beside("eigenaar = " + where.mark(*vraag.eigenaar)));
    if (vraag.gemeente) where.add(beside("gemeente = " + where.mark(*vraag.gemeente)));
    if (vraag.soort) where.add("soort = " + where.mark(*vraag.soort));
    if (vraag.aanvaarding == Aanvaarding::niet_aanvaard) where.add("aanvaard_op is null");
    if (vraag.aanvaarding == Aanvaarding::aanvaard) where.add("aanvaard_op is not null");
    if (vraag.onderwerp) {
        where.add("onderwerp = " + where.mark(*vraag.onderwerp));
        content = true;
    }
    if (!vraag.kanaal.empty()) {
        where.add("kanaal = " + where.mark(vraag.kanaal));
        content = true;
    }
    if (const std::string tekst = folded(vraag.tekst); !tekst.empty()) {
        where.add("zoektekst like " + where.mark("%" + tekst + "%"));
        content = true;
    }
    if (content) where.add(access::domein_condition(caller, "domein", where.params()));
}

void add_bak(Where& where, Bak bak, const Bakgrenzen& grenzen) {
    const auto from = [&](Instant van) { where.add("orde_op >= " + where.mark(van)); };
    const auto before = [&](Instant tot) { where.add("orde_op < " + where.mark(tot)); };
    switch (bak) {
        case Bak::alles: return;
        case Bak::te_laat: before(grenzen.nu); return;
        case Bak::vandaag: from(grenzen.nu); before(grenzen.morgen); break;
        case Bak::deze_week: from(std::max(grenzen.nu, grenzen.morgen)); before(grenzen.volgende_week); break;
        case Bak::later: from(grenzen.volgende_week); break;
        case Bak::wacht: from(grenzen.nu); where.add("wacht is not null"); return;
    }
    where.add("wacht is null");
}

Where start(const access::Caller& caller, Ingang::Kolom kolom, const Uuid& waarde) {
    Where where;
    where.add(std::string(name_of(kolom)) + " = " + where.mark(waarde));
    if (kolom != Ingang::Kolom::gemeente) where.add(beside(access::gemeente_condition(caller, "gemeente", where.params())));
    return where;
}

bool in_order(const Werk& a, const Werk& b) { return std::pair(a.orde_op, a.id) < std::pair(b.orde_op, b.id); }

}  // namespace

std::vector<Werk> read_page(store::Tx& tx, const access::Caller& caller, const Ingang& ingang, const WerklijstVraag& vraag, const Bakgrenzen& grenzen) {
    std::vector<Werk> found;
    for (const Uuid& waarde : ingang.waarden) {
        Where where = start(caller, ingang.kolom, waarde);
        add_bak(where, vraag.bak, grenzen);
        if (vraag.na) {
            const std::string moment = where.mark(vraag.na->orde_op);
            where.add("(orde_op, id) > (" + moment + ", " + where.mark(vraag.na->id) + ")");
        }
        add_filters(where, caller, vraag);
        const std::string limit = where.mark(vraag.limit);
        auto rows = tx.rows_with<Werk>("select " + store::columns<Werk>() + " from werk" + where.sql() + " order by orde_op, id limit " + limit, where.params());
        std::move(rows.begin(), rows.end(), std::back_inserter(found));
    }
    if (ingang.waarden.size() > 1) std::sort(found.begin(), found.end(), in_order);
    if (found.size() > static_cast<std::size_t>(vraag.limit)) found.resize(static_cast<std::size_t>(vraag.limit));
    return found;
}

Tellingen count_list(store::Tx& tx, const access::Caller& caller, const Ingang& ingang, const WerklijstVraag& vraag, const Bakgrenzen& grenzen) {
    Tellingen sum;
    for (const Uuid& waarde : ingang.waarden) {
        Where where = start(caller, ingang.kolom, waarde);
        const std::string nu = where.mark(grenzen.nu), morgen = where.mark(grenzen.morgen), week = where.mark(grenzen.volgende_week);
        add_filters(where, caller, vraag);
        const std::string sql = "select count(*), count(*) filter (where orde_op < " + nu + "), count(*) filter (where wacht is null and orde_op >= " + nu +
                                " and orde_op < " + morgen + "), count(*) filter (where wacht is null and orde_op >= " + morgen + " and orde_op < " + week +
                                "), count(*) filter (where wacht is null and orde_op >= " + week + "), count(*) filter (where wacht is not null and orde_op >= " +
                                nu + ") from werk" + where.sql();
        for (const Tellingen& one : tx.rows_with<Tellingen>(sql, where.params())) add(sum, one);
    }
    return sum;
}

void each_of_team(store::Tx& tx, const access::Caller& caller, Id<Team> team, const std::function<void(Teamrij&&)>& use) {
    Where where = start(caller, Ingang::Kolom::team, team.bytes);
    const std::string sql = "select " + store::columns<Teamrij>() + " from werk" + where.sql();
    for (Teamrij& row : tx.rows_with<Teamrij>(sql, where.params())) use(std::move(row));
}

std::vector<Werk> urgent_of_team(store::Tx& tx, const access::Caller& caller, Id<Team> team, Instant now, int limit) {
    Where where = start(caller, Ingang::Kolom::team, team.bytes);
    const std::string nu = where.mark(now);
    where.add("(orde_op < " + nu + " or waarschuwing_op <= " + nu + ")");
    const std::string at_most = where.mark(limit);
    return tx.rows_with<Werk>("select " + store::columns<Werk>() + " from werk" + where.sql() + " order by orde_op, id limit " + at_most, where.params());
}

void insert_weergave(store::Tx& tx, const Weergave& weergave) { tx.insert("weergave", weergave); }

void save_weergave(store::Tx& tx, const Weergave& weergave) {
    tx.run("update weergave set team = ?2, naam = ?3, vraag = ?4, versie = ?5 where id = ?1", weergave.id, weergave.team,
           weergave.naam, weergave.vraag, weergave.versie);
}

bool delete_weergave(store::Tx& tx, const Uuid& id) { return tx.run("delete from weergave where id = ?1", id) > 0; }

std::optional<Weergave> find_weergave(store::Tx& tx, const Uuid& id) {
    static const std::string sql = "select " + store::columns<Weergave>() + " from weergave where id = ?1";
    return tx.row<Weergave>(sql, id);
}

std::vector<Weergave> weergaven_of(store::Tx& tx, Id<Medewerker> medewerker) {
    static const std::string sql = "select " + store::columns<Weergave>() + " from weergave where medewerker = ?1 order by naam, id";
    return tx.rows<Weergave>(sql, medewerker);
}

std::vector<Weergave> weergaven_shared_with(store::Tx& tx, Id<Team> team) {
    static const std::string sql = "select " + store::columns<Weergave>() + " from weergave where team = ?1 order by naam, id";
    return tx.rows<Weergave>(sql, team);
}

}  // namespace dichtbij::werk
