#include <doctest/doctest.h>

#include "http/csrf.h"
#include "http/rate_limit.h"

namespace dichtbij::http::guard_test {

TEST_CASE("a request that changes something needs the token of its session and a source that is ours") {
    const std::string token = make_csrf_token("secret");
    struct Row {
        Method method;
        std::vector<Header> headers;
        std::string field;
        CsrfVerdict verdict;
    };
    const Header header{"X-CSRF-Token", token};
    const Row rows[] = {
        {Method::get, {}, "", CsrfVerdict::accepted},
        {Method::get, {{"Sec-Fetch-Site", "cross-site"}}, "", CsrfVerdict::accepted},
        {Method::head, {}, "", CsrfVerdict::accepted},
        {Method::post, {}, token, CsrfVerdict::accepted},
        {Method::post, {header}, "", CsrfVerdict::accepted},
        {Method::put, {header}, "", CsrfVerdict::accepted},
        {Method::post, {}, "", CsrfVerdict::missing_token},
        {Method::del, {}, "", CsrfVerdict::missing_token},
        {Method::patch, {}, "", CsrfVerdict::missing_token},
        {Method::post, {}, "rubbish", CsrfVerdict::wrong_token},
        {Method::post, {}, make_csrf_token("other"), CsrfVerdict::wrong_token},
        {Method::post, {}, token + "x", CsrfVerdict::wrong_token},
        {Method::post, {}, token.substr(1), CsrfVerdict::wrong_token},
        {Method::post, {}, "0" + token.substr(1), token[0] == '0' ? CsrfVerdict::accepted : CsrfVerdict::wrong_token},
        {Method::post, {{"X-CSRF-Token", "rubbish"}}, token, CsrfVerdict::wrong_token},
        {Method::post, {{"Sec-Fetch-Site", "same-origin"}}, token, CsrfVerdict::accepted},
        {Method::post, {{"Sec-Fetch-Site", "none"}}, token, CsrfVerdict::accepted},
        {Method::post, {{"Sec-Fetch-Site", "same-site"}}, token, CsrfVerdict::foreign_source},
        {Method::post, {{"Sec-Fetch-Site", "cross-site"}}, token, CsrfVerdict::foreign_source},
        {Method::post, {{"Origin", "https://dichtbij.example"}}, token, CsrfVerdict::accepted},
        {Method::post, {{"Origin", "https://Dichtbij.Example:443"}}, token, CsrfVerdict::accepted},
        {Method::post, {{"Origin", "http://dichtbij.example:8080"}}, token, CsrfVerdict::foreign_source},
        {Method::post, {{"Origin", "https://evil.example"}}, token, CsrfVerdict::foreign_source},
        {Method::post, {{"Origin", "https://dichtbij.example.evil.example"}}, token, CsrfVerdict::foreign_source},
        {Method::post, {{"Origin", "null"}}, token, CsrfVerdict::foreign_source},
    };
    for (const Row& row : rows) {
        CAPTURE(row.field);
        Request request;
        request.method = row.method;
        request.host = "dichtbij.example";
        for (const Header& field : row.headers) {
            CAPTURE(field.value);
            request.headers.add(field.name, field.value);
        }
        if (!row.field.empty()) request.form.add("_csrf", row.field);
        CHECK(check_csrf(request, "secret") == row.verdict);
    }
}

TEST_CASE("no two tokens are the same, and each holds for its session only") {
    const std::string a = make_csrf_token("secret");
    const std::string b = make_csrf_token("secret");
    CHECK(a != b);
    CHECK(is_csrf_token(a, "secret"));
    CHECK(is_csrf_token(b, "secret"));
    CHECK_FALSE(is_csrf_token(a, "other"));
    CHECK_FALSE(is_csrf_token("", "secret"));
    CHECK_THROWS(make_csrf_token(""));
}

TEST_CASE("a key may try a burst at once and then at a steady pace") {
    SimulatedClock clock(*parse_instant("2026-11-22T09:00:00Z"));
    RateLimiter limiter({3, 6, 100});
    struct Row {
        int after_seconds;
        bool allowed;
        int retry_after_seconds;
    };
    const Row rows[] = {
        {0, true, 0}, {0, true, 0}, {0, true, 0}, {0, false, 10}, {4, false, 6}, {6, true, 0},
        {0, false, 10}, {3600, true, 0}, {0, true, 0}, {0, true, 0}, {0, false, 10},
    };
    for (const Row& row : rows) {
        clock.advance(seconds(row.after_seconds));
        const RateDecision expected{row.allowed, seconds(row.retry_after_seconds)};
        CHECK(limiter.peek("203.0.113.7", clock.now()) == expected);
        CHECK(limiter.take("203.0.113.7", clock.now()) == expected);
    }
    CHECK(limiter.take("203.0.113.8", clock.now()).allowed);
    limiter.forget("203.0.113.7");
    CHECK(limiter.take("203.0.113.7", clock.now()).allowed);
    clock.advance(seconds(-100));
    CHECK(limiter.take("203.0.113.7", clock.now()).allowed);
}

TEST_CASE("memory for keys is bounded; the one unused longest is forgotten") {
    SimulatedClock clock(*parse_instant("2026-11-22T09:00:00Z"));
    RateLimiter limiter({1, 1, 3});
    for (const char* key : {"a", "b", "c"}) CHECK(limiter.take(key, clock.now()).allowed);
    CHECK_FALSE(limiter.take("a", clock.now()).allowed);
    CHECK(limiter.take("d", clock.now()).allowed);
    CHECK(limiter.keys() == 3);
    CHECK_FALSE(limiter.take("a", clock.now()).allowed);
    CHECK(limiter.take("b", clock.now()).allowed);
    CHECK(limiter.keys() == 3);
}

}  // namespace dichtbij::http::guard_test
