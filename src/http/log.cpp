#include "http/log.h"

#include <spdlog/spdlog.h>

#include <string>

namespace dichtbij::http {

namespace {

constexpr std::size_t max_path_bytes = 200;

// The path comes from outside: one line stays one line.
std::string printable(std::string_view path) {
    std::string text(path.substr(0, max_path_bytes));
    for (char& c : text)
        if (c <= 0x20 || c >= 0x7f) c = '?';
    return text;
}

}  // namespace

void log_access(const Request& request, int status, std::chrono::nanoseconds duration) {
    if (!spdlog::should_log(spdlog::level::info)) return;
    spdlog::info("http {} {} {} {:.1f}ms id={}", to_string(request.method), printable(request.raw_path), status,
                 std::chrono::duration<double, std::milli>(duration).count(), request.id);
}

void log_refused(int status) { spdlog::info("http refused {}", status); }

void log_error(const Request& request, std::string_view what) {
    spdlog::error("http {} {} failed: {} id={}", to_string(request.method), printable(request.raw_path), what,
                  request.id);
}

void log_problem(std::string_view what) { spdlog::error("http {}", what); }

}  // namespace dichtbij::http
