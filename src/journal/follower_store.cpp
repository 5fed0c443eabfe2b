#include "journal/follower_store.h"

namespace dichtbij::journal {
namespace {

struct Volger {
    std::int64_t xid = -1;
    std::int64_t nummer = 0;
    std::string houder;
    Instant tot_op;
};
BOOST_DESCRIBE_STRUCT(Volger, (), (xid, nummer, houder, tot_op))

}  // namespace

std::optional<Cursor> take_lease(store::Tx& tx, const LeaseRequest& request) {
    const auto row = tx.row<Volger>("select xid, nummer, houder, tot_op from volger where naam = ?1", request.follower);
    if (!row) {
        const Cursor start;
        tx.run("insert into volger (naam, xid, nummer, houder, tot_op) values (?1, ?2, ?3, ?4, ?5)", request.follower, start.xid,
               start.nummer, request.holder, request.now + lease);
        return start;
    }
    if (row->houder != request.holder && row->tot_op > request.now) return std::nullopt;
    tx.run("update volger set houder = ?2, tot_op = ?3 where naam = ?1", request.follower, request.holder, request.now + lease);
    return Cursor{row->xid, row->nummer};
}

void release_lease(store::Tx& tx, std::string_view follower, std::string_view holder) {
    tx.run("update volger set tot_op = 0 where naam = ?1 and houder = ?2", follower, holder);
}

void move_cursor(store::Tx& tx, std::string_view follower, const Cursor& to) {
    CHECK_THAT(tx.run("update volger set xid = ?2, nummer = ?3 where naam = ?1", follower, to.xid, to.nummer) == 1);
}

Cursor read_cursor(store::Tx& tx, std::string_view follower) {
    return tx.row<Cursor>("select xid, nummer from volger where naam = ?1", follower).value_or(Cursor{});
}

Achterstand read_lag(store::Tx& tx, const Cursor& cursor) {
    Achterstand lag;
    each_after<Instant>(tx, "select j.op from journaal j", {cursor, Rijen::alle, lag_count_limit}, [&](Instant&& op) {
        if (lag.rijen++ == 0) lag.oudste = op;
    });
    return lag;
}

}  // namespace dichtbij::journal
