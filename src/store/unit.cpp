#include "store/unit.h"

#include <spdlog/spdlog.h>

#include <algorithm>

#include "base/bug.h"
#include "base/text.h"

namespace dichtbij::store {

namespace {
thread_local bool inside_unit = false;
}

InsideUnit::InsideUnit() { inside_unit = true; }
InsideUnit::~InsideUnit() { inside_unit = false; }

void refuse_nested_unit() {
    if (inside_unit) throw Bug("a unit of work was started inside another one");
}

void run_after_commit(const AfterCommit& acts) {
    for (const auto& act : acts) {
        try {
            act();
        } catch (const std::exception& error) {
            spdlog::error("after a commit: {}", error.what());
        }
    }
}

void refuse_bad_text(std::string_view text) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c > 0; });
    if (plain) return;
    if (text.find('\0') != text.npos) throw BadText("text with a NUL in it");
    if (!is_utf8(text)) throw BadText("text that is not UTF-8");
}

}  // namespace dichtbij::store
