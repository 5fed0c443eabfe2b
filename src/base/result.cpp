#include "base/result.h"

#include "base/bug.h"

namespace dichtbij {

Fail not_found(std::string detail) { return Fail({Reason::not_found, std::move(detail), {}, {}}); }

Fail forbidden(std::string detail) { return Fail({Reason::forbidden, std::move(detail), {}, {}}); }

Fail conflict(std::string detail, std::string key) {
    return Fail({Reason::conflict, std::move(detail), std::move(key), {}});
}

Fail invalid(std::vector<FieldError> fields) {
    return Fail({Reason::invalid, "input refused", {}, std::move(fields)});
}

Fail invalid(std::string field, std::string key, std::vector<std::string> args) {
    return invalid({FieldError{std::move(field), std::move(key), std::move(args)}});
}

void fail_check(const char* expression, const char* file, int line) {
    throw Bug(std::string("check failed: ") + expression + " (" + file + ":" + std::to_string(line) + ")");
}

}  // namespace dichtbij
