#include "http/metrics.h"

#include <doctest/doctest.h>

namespace dichtbij::http::metrics_test {

namespace {
bool has_line(const std::string& text, const std::string& line) { return text.find("\n" + line + "\n") != std::string::npos; }
}  // namespace

TEST_CASE("requests are counted by route and class, with the time they took") {
    Metrics metrics;
    metrics.count_request("/taken/{id}", 200, std::chrono::microseconds(800));
    metrics.count_request("/taken/{id}", 204, std::chrono::milliseconds(30));
    metrics.count_request("/taken/{id}", 503, std::chrono::seconds(9));
    metrics.count_request("", 404, std::chrono::seconds(0));
    const std::string text = metrics.text();
    CHECK(has_line(text, "# TYPE http_requests_total counter"));
    CHECK(has_line(text, "http_requests_total{route=\"/taken/{id}\",status=\"2xx\"} 2"));
    CHECK(has_line(text, "http_requests_total{route=\"/taken/{id}\",status=\"5xx\"} 1"));
    CHECK(has_line(text, "http_requests_total{route=\"\",status=\"4xx\"} 1"));
    CHECK(has_line(text, "http_request_duration_seconds_bucket{route=\"/taken/{id}\",le=\"0.001\"} 1"));
    CHECK(has_line(text, "http_request_duration_seconds_bucket{route=\"/taken/{id}\",le=\"0.05\"} 2"));
    CHECK(has_line(text, "http_request_duration_seconds_bucket{route=\"/taken/{id}\",le=\"+Inf\"} 3"));
    CHECK(has_line(text, "http_request_duration_seconds_count{route=\"/taken/{id}\"} 3"));
    CHECK(has_line(text, "http_request_duration_seconds_sum{route=\"/taken/{id}\"} 9.0308"));
}

TEST_CASE("others add counters, histograms and gauges of their own") {
    Metrics metrics;
    Counter& saved = metrics.counter("saved_total", "Saved.", {{"kind", "a\"b\\c\nd"}});
    saved.add();
    metrics.counter("saved_total", "Saved.", {{"kind", "a\"b\\c\nd"}}).add(2);
    metrics.histogram("commit_seconds", "Commits.").observe(0.2);
    double lag = 3;
    metrics.gauge("follower_lag", "Rows behind.", [&] { return lag; }, {{"follower", "zoek"}});
    lag = 4.5;
    const std::string text = metrics.text();
    CHECK(saved.value() == 3);
    CHECK(has_line(text, "saved_total{kind=\"a\\\"b\\\\c\\nd\"} 3"));
    CHECK(has_line(text, "# TYPE commit_seconds histogram"));
    CHECK(has_line(text, "commit_seconds_bucket{le=\"0.25\"} 1"));
    CHECK(has_line(text, "commit_seconds_sum 0.2"));
    CHECK(has_line(text, "# HELP follower_lag Rows behind."));
    CHECK(has_line(text, "follower_lag{follower=\"zoek\"} 4.5"));
}

}  // namespace dichtbij::http::metrics_test
