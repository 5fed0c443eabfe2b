#pragma once
// The lines that the server writes. No personal data: no query, no address, no names.

#include <chrono>
#include <string_view>

#include "http/request.h"

namespace dichtbij::http {

void log_access(const Request& request, int status, std::chrono::nanoseconds duration);
void log_refused(int status);
void log_error(const Request& request, std::string_view what);
void log_problem(std::string_view what);

}  // namespace dichtbij::http
