#include "journal/follower.h"

#include "journal/follower_store.h"

namespace dichtbij::journal {

SharedFollower::SharedFollower(store::Store& store, std::string name, std::string holder, Apply apply)
    : store_(store), name_(std::move(name)), holder_(std::move(holder)), apply_(std::move(apply)) {}

int SharedFollower::run_once(Instant now, int limit) {
    // Looking first costs a read; a write with its fsync happens only when there is something to do.
    const Cursor at = cursor();
    if (!store_.read([&](store::Tx& tx) { return has_settled(tx, at); })) return 0;
    return store_.write([&](store::Tx& tx) {
        const auto after = take_lease(tx, {name_, holder_, now});
        if (!after) return 0;
        const Settled settled = read_settled(tx, *after, limit);
        if (!settled.end) return 0;
        apply_(tx, settled.lines);
        move_cursor(tx, name_, *settled.end);
        return static_cast<int>(settled.lines.size());
    });
}

Cursor SharedFollower::cursor() {
    return store_.read([&](store::Tx& tx) { return read_cursor(tx, name_); });
}

void SharedFollower::release() {
    store_.write([&](store::Tx& tx) { release_lease(tx, name_, holder_); });
}

LocalFollower::LocalFollower(store::Store& store, std::string name, LocalProjection& projection)
    : store_(store), name_(std::move(name)), projection_(projection) {}

int LocalFollower::run_once(Instant, int limit) {
    const Cursor after = projection_.cursor();
    const Settled settled = store_.read([&](store::Tx& tx) { return read_settled(tx, after, limit); });
    if (!settled.end) return 0;
    projection_.apply(settled.lines, *settled.end);
    return static_cast<int>(settled.lines.size());
}

Cursor settled_end(store::Tx& tx) { return read_settled_end(tx); }

}  // namespace dichtbij::journal
