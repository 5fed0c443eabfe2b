#include "app/live_follower.h"

#include <set>

#include "journal/journal_store.h"

namespace dichtbij::app {

LiveProjection::LiveProjection(store::Store& store, http::LiveHub& hub)
    : hub_(hub), cursor_(store.read([](store::Tx& tx) { return journal::read_settled_end(tx); })) {}

journal::Cursor LiveProjection::cursor() {
    const std::lock_guard lock(mutex_);
    return cursor_;
}

void LiveProjection::apply(std::span<const journal::Line> lines, const journal::Cursor& end) {
    std::set<std::string> topics;
    for (const auto& line : lines) {
        if (line.werk) {
            topics.insert("werk");
            topics.insert("werk:" + line.werk->text());
        }
        if (line.object_soort == journal::Object::zaak) topics.insert("zaak:" + to_string(line.object));
        if (line.partij) topics.insert("partij:" + line.partij->text());
    }
    for (const auto& topic : topics) hub_.publish(topic, "changed");
    const std::lock_guard lock(mutex_);
    cursor_ = end;
}

void tell_presence(http::LiveHub& hub) {
    hub.set_presence_listener([&hub](const http::PresenceChange& change) {
        if (!change.topic.starts_with("werk:")) return;
        std::string names;
        for (const auto& label : hub.present(change.topic)) {
            if (names.size() + label.size() > 800) break;
            names += (names.empty() ? "" : "|") + label;
        }
        hub.publish(change.topic, "presence " + names);
    });
}

}  // namespace dichtbij::app
