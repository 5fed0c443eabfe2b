#pragma once
// Live screens: browsers follow topics, `publish` tells all who follow one. Messages are small (ids
// and codes); a page that gets one asks for the content again, so rights are checked where they
// always are. Everything is in memory: a client that reconnects asks everything again.
//
// On the wire every message is one line of text "TOPIC MESSAGE", over a WebSocket or as the data of a
// server-sent event. Over a WebSocket the browser may send "follow TOPIC" and "leave TOPIC"; the answer
// is "! following TOPIC" or "! refused TOPIC". Over server-sent events it follows what it started with.

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "http/request.h"

namespace dichtbij::http {

struct LiveLimits {
    std::size_t topics_per_connection = 100;
    std::size_t topic_bytes = 200;
    std::size_t message_bytes = 1024;     // without the topic; also of what a browser sends
    std::size_t queued_messages = 256;    // of one connection; a slower reader is disconnected
    std::chrono::milliseconds ping_interval{25'000};
    std::chrono::milliseconds longest_connection{3'600'000};  // then the browser must be let in again
};

// What somebody may follow. `label` is how colleagues see him (presence); `key` is what disconnect()
// names: a session. `may_follow` is asked, on a worker thread, for every topic added later.
struct Subscription {
    std::string label;
    std::string key;
    std::vector<std::string> topics;
    std::function<bool(std::string_view topic)> may_follow;
};

// Called on a worker thread. nullopt: not let in (403).
using Authorise = std::function<std::optional<Subscription>(Request&)>;

struct LiveEndpoint {
    std::string websocket_path;  // "/live"
    std::string events_path;     // "/live/events": server-sent events, for where WebSockets do not pass
    Authorise authorise;
};

enum class Presence { joined, left };
struct PresenceChange {
    std::string topic;
    std::string label;
    Presence presence = Presence::joined;
    bool operator==(const PresenceChange&) const = default;
};

using Frame = std::shared_ptr<const std::string>;

// The messages that wait for one connection. `wake` is called, from any thread, when there is
// something new to do; it must not call back.
class LiveOutbox {
  public:
    LiveOutbox(std::size_t limit, std::function<void()> wake);
    void put(Frame frame);       // after close(): does nothing; beyond the limit: closes
    std::optional<Frame> take();
    void close();
    bool is_closed() const;      // closed by the hub, or overflowed
  private:
    const std::size_t limit_;
    const std::function<void()> wake_;
    mutable std::mutex mutex_;
    std::vector<Frame> frames_;  // taken from the front by index
    std::size_t taken_ = 0;
    bool closed_ = false;
};

// Thread-safe.
class LiveHub {
  public:
    using Member = std::uint64_t;

    explicit LiveHub(LiveLimits limits = {});

    // CHECKs the form: a topic has no space or control character, a message no line end.
    void publish(std::string_view topic, std::string_view message);
    // Who follows a topic, by label, sorted, each once.
    std::vector<std::string> present(std::string_view topic) const;
    // Cuts the connections of a session that has ended or lost rights.
    void disconnect(std::string_view key);
    // Called when a label appears on a topic or disappears from it, outside any lock, on the thread of
    // the connection: it must be quick; it may publish. Set before the server starts.
    void set_presence_listener(std::function<void(const PresenceChange&)> listener);

    const LiveLimits& limits() const { return limits_; }
    bool is_topic(std::string_view text) const;

    // For the transports.
    Member join(const Subscription& subscription, std::shared_ptr<LiveOutbox> outbox);
    bool follow(Member member, std::string_view topic);  // false: too many, or not a topic
    void leave_topic(Member member, std::string_view topic);
    void leave(Member member);
    void close_all();

  private:
    struct Connection {
        std::string label;
        std::string key;
        std::shared_ptr<LiveOutbox> outbox;
        std::set<std::string, std::less<>> topics;
    };
    using Changes = std::vector<PresenceChange>;

    bool add(Member member, Connection& connection, std::string_view topic, Changes& changes);
    void remove(Member member, const Connection& connection, const std::string& topic, Changes& changes);
    bool has_label(const std::set<Member>& members, std::string_view label) const;
    void tell(const Changes& changes) const;

    const LiveLimits limits_;
    std::function<void(const PresenceChange&)> listener_;
    mutable std::mutex mutex_;
    Member last_member_ = 0;
    std::map<Member, Connection> connections_;
    std::map<std::string, std::set<Member>, std::less<>> topics_;
};

}  // namespace dichtbij::http
