#include "http/metrics.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace dichtbij::http {

namespace {

constexpr double us_per_second = 1e6;

std::string escaped(std::string_view value) {
    std::string text;
    for (const char c : value) {
        if (c == '\\' || c == '"') text += '\\';
        if (c == '\n') text += "\\n";
        else text += c;
    }
    return text;
}

// `a="1",b="2"`, without braces.
std::string written(const Labels& labels) {
    std::string text;
    for (const auto& [name, value] : labels) {
        if (!text.empty()) text += ',';
        text += name + "=\"" + escaped(value) + "\"";
    }
    return text;
}

void write_head(std::string& out, std::string_view name, std::string_view help, std::string_view type) {
    fmt::format_to(std::back_inserter(out), "# HELP {0} {1}\n# TYPE {0} {2}\n", name, help, type);
}

template <class T>
void write_value(std::string& out, std::string_view name, std::string_view labels, T value) {
    if (labels.empty()) fmt::format_to(std::back_inserter(out), "{} {}\n", name, value);
    else fmt::format_to(std::back_inserter(out), "{}{{{}}} {}\n", name, labels, value);
}

}  // namespace

void Histogram::observe(double seconds) {
    const auto bucket = std::lower_bound(bounds_seconds.begin(), bounds_seconds.end(), seconds);
    buckets_[static_cast<std::size_t>(bucket - bounds_seconds.begin())].fetch_add(1, std::memory_order_relaxed);
    sum_us_.fetch_add(static_cast<std::uint64_t>(std::max(0.0, seconds * us_per_second)), std::memory_order_relaxed);
}

Counter& Metrics::counter(std::string name, std::string help, Labels labels) {
    const std::lock_guard lock(mutex_);
    auto& family = counters_[std::move(name)];
    family.help = std::move(help);
    auto& member = family.members[written(labels)];
    if (!member) member = std::make_unique<Counter>();
    return *member;
}

Histogram& Metrics::histogram(std::string name, std::string help, Labels labels) {
    const std::lock_guard lock(mutex_);
    auto& family = histograms_[std::move(name)];
    family.help = std::move(help);
    auto& member = family.members[written(labels)];
    if (!member) member = std::make_unique<Histogram>();
    return *member;
}

void Metrics::gauge(std::string name, std::string help, std::function<double()> read, Labels labels) {
    const std::lock_guard lock(mutex_);
    auto& family = gauges_[std::move(name)];
    family.help = std::move(help);
    family.members[written(labels)] = std::move(read);
}

void Metrics::count_request(std::string_view route, int status, std::chrono::nanoseconds duration) {
    RouteFigures* figures = nullptr;
    {
        const std::lock_guard lock(mutex_);
        auto found = routes_.find(route);
        if (found == routes_.end())
            found = routes_.emplace(std::string(route), std::make_unique<RouteFigures>()).first;
        figures = found->second.get();
    }
    const int status_class = std::clamp(status / 100, 1, 5);
    figures->by_class[static_cast<std::size_t>(status_class - 1)].add();
    figures->duration.observe(std::chrono::duration<double>(duration).count());
}

namespace {

template <class Buckets>
void write_histogram(std::string& out, std::string_view name, std::string_view labels, const Buckets& buckets,
                     double sum) {
    const std::string prefix = labels.empty() ? "" : std::string(labels) + ",";
    const std::string bucket_name = std::string(name) + "_bucket";
    std::uint64_t total = 0;
    for (std::size_t i = 0; i < buckets.size(); ++i) {
        total += buckets[i].load(std::memory_order_relaxed);
        const std::string bound =
            i < Histogram::bounds_seconds.size() ? fmt::format("{}", Histogram::bounds_seconds[i]) : "+Inf";
        write_value(out, bucket_name, prefix + "le=\"" + bound + "\"", total);
    }
    write_value(out, std::string(name) + "_sum", labels, sum);
    write_value(out, std::string(name) + "_count", labels, total);
}

}  // namespace

void Metrics::write_http(std::string& out) const {
    write_head(out, "http_requests_total", "Requests answered, by route and class of status.", "counter");
    for (const auto& [route, figures] : routes_)
        for (std::size_t i = 0; i < figures->by_class.size(); ++i)
            if (const auto count = figures->by_class[i].value(); count > 0)
                write_value(out, "http_requests_total",
                            written({{"route", route}, {"status", fmt::format("{}xx", i + 1)}}), count);
    write_head(out, "http_request_duration_seconds", "Time from a whole request to its answer.", "histogram");
    for (const auto& [route, figures] : routes_)
        write_histogram(out, "http_request_duration_seconds", written({{"route", route}}), figures->duration.buckets_,
                        static_cast<double>(figures->duration.sum_us_.load()) / us_per_second);
    write_head(out, "http_connections", "Open connections.", "gauge");
    write_value(out, "http_connections", "", connections.load());
    write_head(out, "http_live_connections", "Open connections for live messages.", "gauge");
    write_value(out, "http_live_connections", "", live_connections.load());
    write_head(out, "http_requests_in_flight", "Requests being answered.", "gauge");
    write_value(out, "http_requests_in_flight", "", requests_in_flight.load());
    write_head(out, "http_refused_connections_total", "Connections refused for being too many.", "counter");
    write_value(out, "http_refused_connections_total", "", refused_connections.load());
}

std::string Metrics::text() const {
    const std::lock_guard lock(mutex_);
    std::string out;
    write_http(out);
    for (const auto& [name, family] : counters_) {
        write_head(out, name, family.help, "counter");
        for (const auto& [labels, counter] : family.members) write_value(out, name, labels, counter->value());
    }
    for (const auto& [name, family] : histograms_) {
        write_head(out, name, family.help, "histogram");
        for (const auto& [labels, histogram] : family.members)
            write_histogram(out, name, labels, histogram->buckets_,
                            static_cast<double>(histogram->sum_us_.load()) / us_per_second);
    }
    for (const auto& [name, family] : gauges_) {
        write_head(out, name, family.help, "gauge");
        for (const auto& [labels, read] : family.members) write_value(out, name, labels, read());
    }
    return out;
}

}  // namespace dichtbij::http
