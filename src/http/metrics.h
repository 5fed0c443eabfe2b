#pragma once
// What the server counts about itself, in the Prometheus text format (version 0.0.4). Thread-safe.

#include <array>
#include <atomic>
#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dichtbij::http {

class Counter {
  public:
    void add(std::uint64_t by = 1) { value_.fetch_add(by, std::memory_order_relaxed); }
    std::uint64_t value() const { return value_.load(std::memory_order_relaxed); }

  private:
    std::atomic<std::uint64_t> value_{0};
};

class Histogram {
  public:
    static constexpr std::array<double, 11> bounds_seconds{0.001, 0.0025, 0.005, 0.01, 0.025, 0.05,
                                                           0.1,   0.25,   0.5,   1,    5};
    void observe(double seconds);

  private:
    friend class Metrics;
    std::array<std::atomic<std::uint64_t>, bounds_seconds.size() + 1> buckets_{};
    std::atomic<std::uint64_t> sum_us_{0};
};

using Labels = std::vector<std::pair<std::string, std::string>>;

class Metrics {
  public:
    // What is made here lives as long as the Metrics. The same name and labels give the same object.
    Counter& counter(std::string name, std::string help, Labels labels = {});
    Histogram& histogram(std::string name, std::string help, Labels labels = {});
    // `read` is called, on any thread, whenever the metrics are asked for; it must stay valid.
    void gauge(std::string name, std::string help, std::function<double()> read, Labels labels = {});

    // One answered request. `route` is the pattern, so that ids do not become labels.
    void count_request(std::string_view route, int status, std::chrono::nanoseconds duration);

    std::atomic<std::int64_t> connections{0};
    std::atomic<std::int64_t> live_connections{0};
    std::atomic<std::int64_t> requests_in_flight{0};
    std::atomic<std::int64_t> refused_connections{0};

    std::string text() const;
    static constexpr std::string_view content_type = "text/plain; version=0.0.4; charset=utf-8";

  private:
    struct RouteFigures {
        std::array<Counter, 5> by_class;  // 1xx to 5xx
        Histogram duration;
    };
    template <class T>
    struct Family {
        std::string help;
        std::map<std::string, T> members;  // by labels as written
    };
    void write_http(std::string& out) const;

    mutable std::mutex mutex_;
    std::map<std::string, std::unique_ptr<RouteFigures>, std::less<>> routes_;
    std::map<std::string, Family<std::unique_ptr<Counter>>> counters_;
    std::map<std::string, Family<std::unique_ptr<Histogram>>> histograms_;
    std::map<std::string, Family<std::function<double()>>> gauges_;
};

}  // namespace dichtbij::http
