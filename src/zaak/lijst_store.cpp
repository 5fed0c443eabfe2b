#include "zaak/lijst_store.h"

namespace dichtbij::zaak {
namespace {

using store::Value;

class Where {
  public:
    template <class T>
    std::string mark(const T& value) {
        params_.push_back(store::Column<std::decay_t<T>>::to(value));
        return "?" + std::to_string(params_.size());
    }
    void add(const std::string& condition) { sql_ += (sql_.empty() ? " where " : " and ") + condition; }
    std::vector<Value>& params() { return params_; }
    const std::string& sql() const { return sql_; }

  private:
    std::string sql_;
    std::vector<Value> params_;
};

// What a page is ordered by; the first table of `from` is the one whose index gives that order (SQLite keeps the
// order of a cross join).
struct Volgorde {
    std::string_view from;
    std::string_view sleutel;  // "": the same for all
    std::string_view plaats;
    bool newest_first = false;
};

constexpr Volgorde by_promise{" from werk w cross join zaak z", "w.orde_op", "w.id"};
constexpr Volgorde by_law{" from zaak z cross join werk w", "z.laatste_datum", "z.id"};
constexpr Volgorde without_last_day{" from zaak z cross join werk w", "", "z.id"};
constexpr Volgorde by_end{" from zaak z cross join werk w", "z.gesloten_op", "z.id", true};

// Behind every day: the key of those that have none.
constexpr std::int64_t zonder_laatste_datum = 2'147'483'647;

const Volgorde& volgorde_of(const Zakenvraag& vraag) {
    if (vraag.loopt == Loopt::gesloten) return by_end;
    return vraag.laatste_voor || vraag.orde == Zakenorde::wet ? by_law : by_promise;
}

void add_entrance(Where& where, const Zakenvraag& vraag, const Volgorde& volgorde) {
    where.add("z.werk = w.id");
    if (vraag.loopt == Loopt::open) where.add("z.gesloten_op is null");
    else where.add("z.gesloten_op is not null");
    if (&volgorde != &by_promise) {
        where.add("z.gemeente = " + where.mark(vraag.gemeente));
    } else {
        where.add("w.gesloten_op is null and w.soort = 'zaak'");
        // One entrance only, so that the index of the narrowest is taken.
        if (vraag.eigenaar) where.add("w.eigenaar = " + where.mark(*vraag.eigenaar));
        else if (vraag.team) where.add("w.team = " + where.mark(*vraag.team));
        else where.add("w.gemeente = " + where.mark(vraag.gemeente));
    }
    if (&volgorde == &by_law) where.add("z.laatste_datum is not null");
    if (&volgorde == &without_last_day) where.add("z.laatste_datum is null");
    if (vraag.laatste_voor && vraag.loopt == Loopt::open) where.add("z.laatste_datum < " + where.mark(*vraag.laatste_voor));
}

std::string beside(const std::string& condition) { return "case when " + condition + " then 1 else 0 end = 1"; }

// A filter on what is masked must not find what is masked.
void add_filters(Where& where, const access::Caller& caller, const Zakenvraag& vraag, const std::vector<Id<Partij>>& partijen, Day today) {
    where.add(beside("z.gemeente = " + where.mark(vraag.gemeente)));
    if (vraag.eigenaar) where.add(beside("w.eigenaar = " + where.mark(*vraag.eigenaar)));
    if (vraag.team) where.add(beside("w.team = " + where.mark(*vraag.team)));
    if (vraag.zaaktype) where.add(beside("z.zaaktype = " + where.mark(*vraag.zaaktype)));
    if (!vraag.status.empty()) where.add("z.status = " + where.mark(vraag.status));
    if (vraag.zaaktype || !vraag.status.empty()) where.add(access::domein_condition(caller, "w.domein", where.params()));
    if (vraag.partij) {
        std::string in;
        for (const auto& one : partijen) in += (in.empty() ? "" : ", ") + where.mark(one);
        const std::string day = where.mark(today);
        where.add("z.id in (select r.zaak from zaak_rol r where r.partij in (" + in + ") and r.van <= " + day + " and (r.tot is null or r.tot > " + day + "))");
    }
}

struct Vrager {  // who asks, and what it takes to answer
    const access::Caller& caller;
    const std::vector<Id<Partij>>& partijen;
    Day today;
};

std::vector<Lijstrij> read_in(store::Tx& tx, const Vrager& vrager, const Zakenvraag& vraag, const Volgorde& volgorde) {
    const std::string sleutel(volgorde.sleutel), plaats(volgorde.plaats), way = volgorde.newest_first ? " desc" : "";
    Where where;
    add_entrance(where, vraag, volgorde);
    if (vraag.na && sleutel.empty()) {
        where.add(plaats + " > " + where.mark(vraag.na->id));
    } else if (vraag.na) {
        const std::string from = where.mark(vraag.na->sleutel);
        where.add("(" + sleutel + ", " + plaats + ")" + (volgorde.newest_first ? " < (" : " > (") + from + ", " + where.mark(vraag.na->id) + ")");
    }
    add_filters(where, vrager.caller, vraag, vrager.partijen, vrager.today);
    const std::string limit = where.mark(vraag.limit);
    const std::string shown = sleutel.empty() ? std::to_string(zonder_laatste_datum) : sleutel;
    const std::string order = sleutel.empty() ? "" : sleutel + way + ", ";
    return tx.rows_with<Lijstrij>("select z.id as zaak, " + shown + " as sleutel, " + plaats + " as plaats" + std::string(volgorde.from) + where.sql() +
                                      " order by " + order + plaats + way + " limit " + limit,
                                  where.params());
}

}  // namespace

std::vector<Lijstrij> read_page(store::Tx& tx, const access::Caller& caller, const Zakenvraag& vraag, const std::vector<Id<Partij>>& partijen, Day today) {
    const Vrager vrager{caller, partijen, today};
    const Volgorde& volgorde = volgorde_of(vraag);
    if (&volgorde != &by_law || vraag.laatste_voor) return read_in(tx, vrager, vraag, volgorde);
    const bool is_behind = vraag.na && vraag.na->sleutel == zonder_laatste_datum;
    auto rows = is_behind ? std::vector<Lijstrij>() : read_in(tx, vrager, vraag, by_law);
    Zakenvraag rest = vraag;
    rest.limit -= static_cast<int>(rows.size());
    if (rest.limit == 0) return rows;
    if (!is_behind) rest.na.reset();
    for (Lijstrij& row : read_in(tx, vrager, rest, without_last_day)) rows.push_back(row);
    return rows;
}

std::vector<Versiegebruik> versies_met_open_zaken(store::Tx& tx, Id<Gemeente> gemeente) {
    return tx.rows<Versiegebruik>("select z.id as zaaktype, v.id as versie from zaaktype z join zaaktype_versie v on v.zaaktype = z.id where z.gemeente = ?1 and"
                                  " exists (select 1 from zaak a where a.zaaktype = z.id and a.zaaktype_versie = v.id and a.gesloten_op is null)",
                                  gemeente);
}

}  // namespace dichtbij::zaak
