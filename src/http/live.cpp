#include "http/live.h"

#include <algorithm>

#include "base/result.h"

namespace dichtbij::http {

LiveOutbox::LiveOutbox(std::size_t limit, std::function<void()> wake) : limit_(limit), wake_(std::move(wake)) {}

void LiveOutbox::put(Frame frame) {
    {
        const std::lock_guard lock(mutex_);
        if (closed_) return;
        if (frames_.size() - taken_ == limit_) closed_ = true;
        else frames_.push_back(std::move(frame));
    }
    wake_();
}

std::optional<Frame> LiveOutbox::take() {
    const std::lock_guard lock(mutex_);
    if (taken_ == frames_.size()) return std::nullopt;
    Frame frame = std::move(frames_[taken_++]);
    if (taken_ == frames_.size() || taken_ == limit_) {
        frames_.erase(frames_.begin(), frames_.begin() + static_cast<std::ptrdiff_t>(taken_));
        taken_ = 0;
    }
    return frame;
}

void LiveOutbox::close() {
    {
        const std::lock_guard lock(mutex_);
        if (closed_) return;
        closed_ = true;
    }
    wake_();
}

bool LiveOutbox::is_closed() const {
    const std::lock_guard lock(mutex_);
    return closed_;
}

LiveHub::LiveHub(LiveLimits limits) : limits_(limits) {}

void LiveHub::publish(std::string_view topic, std::string_view message) {
    CHECK_THAT(is_topic(topic));
    CHECK_THAT(message.size() <= limits_.message_bytes && message.find_first_of("\r\n") == std::string_view::npos);
    const std::lock_guard lock(mutex_);
    const auto found = topics_.find(topic);
    if (found == topics_.end()) return;
    const auto frame = std::make_shared<const std::string>(std::string(topic) + " " + std::string(message));
    for (const Member member : found->second) connections_.at(member).outbox->put(frame);
}

std::vector<std::string> LiveHub::present(std::string_view topic) const {
    const std::lock_guard lock(mutex_);
    std::set<std::string> labels;
    if (const auto found = topics_.find(topic); found != topics_.end())
        for (const Member member : found->second) labels.insert(connections_.at(member).label);
    return {labels.begin(), labels.end()};
}

void LiveHub::disconnect(std::string_view key) {
    const std::lock_guard lock(mutex_);
    for (auto& [member, connection] : connections_)
        if (connection.key == key) connection.outbox->close();
}

void LiveHub::set_presence_listener(std::function<void(const PresenceChange&)> listener) {
    listener_ = std::move(listener);
}

bool LiveHub::is_topic(std::string_view text) const {
    return !text.empty() && text != "!" && text.size() <= limits_.topic_bytes &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > 0x20 && c < 0x7f; });
}

LiveHub::Member LiveHub::join(const Subscription& subscription, std::shared_ptr<LiveOutbox> outbox) {
    Changes changes;
    Member member = 0;
    {
        const std::lock_guard lock(mutex_);
        member = ++last_member_;
        Connection& connection = connections_[member];
        connection = {subscription.label, subscription.key, std::move(outbox), {}};
        for (const std::string& topic : subscription.topics) add(member, connection, topic, changes);
    }
    tell(changes);
    return member;
}

bool LiveHub::follow(Member member, std::string_view topic) {
    Changes changes;
    bool added = false;
    {
        const std::lock_guard lock(mutex_);
        added = add(member, connections_.at(member), topic, changes);
    }
    tell(changes);
    return added;
}

void LiveHub::leave_topic(Member member, std::string_view topic) {
    Changes changes;
    {
        const std::lock_guard lock(mutex_);
        Connection& connection = connections_.at(member);
        const auto found = connection.topics.find(topic);
        if (found == connection.topics.end()) return;
        remove(member, connection, *found, changes);
        connection.topics.erase(found);
    }
    tell(changes);
}

void LiveHub::leave(Member member) {
    Changes changes;
    {
        const std::lock_guard lock(mutex_);
        const auto found = connections_.find(member);
        if (found == connections_.end()) return;
        for (const std::string& topic : found->second.topics) remove(member, found->second, topic, changes);
        connections_.erase(found);
    }
    tell(changes);
}

void LiveHub::close_all() {
    const std::lock_guard lock(mutex_);
    for (auto& [member, connection] : connections_) connection.outbox->close();
}

bool LiveHub::add(Member member, Connection& connection, std::string_view topic, Changes& changes) {
    if (!is_topic(topic)) return false;
    if (connection.topics.contains(topic)) return true;
    if (connection.topics.size() == limits_.topics_per_connection) return false;
    auto& members = topics_[std::string(topic)];
    if (!has_label(members, connection.label))
        changes.push_back({std::string(topic), connection.label, Presence::joined});
    members.insert(member);
    connection.topics.insert(std::string(topic));
    return true;
}

void LiveHub::remove(Member member, const Connection& connection, const std::string& topic, Changes& changes) {
    const auto found = topics_.find(topic);
    found->second.erase(member);
    if (!has_label(found->second, connection.label)) changes.push_back({topic, connection.label, Presence::left});
    if (found->second.empty()) topics_.erase(found);
}

bool LiveHub::has_label(const std::set<Member>& members, std::string_view label) const {
    return std::any_of(members.begin(), members.end(),
                       [&](Member member) { return connections_.at(member).label == label; });
}

void LiveHub::tell(const Changes& changes) const {
    if (!listener_) return;
    for (const PresenceChange& change : changes) listener_(change);
}

}  // namespace dichtbij::http
