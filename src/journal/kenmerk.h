#pragma once
// A list of names as the value of a kenmerk, which holds at most 200 bytes.

#include <string>
#include <string_view>

namespace dichtbij::journal {

inline constexpr std::size_t kenmerk_bytes = 200;

// "naam,leider"; names that do not fit are left out, and "..." says so.
inline std::string names_that_fit(std::string list, char separator = ',') {
    static constexpr std::string_view more = "...";
    if (list.size() <= kenmerk_bytes) return list;
    const auto end = list.rfind(separator, kenmerk_bytes - more.size() - 1);
    list.resize(end == std::string::npos ? 0 : end + 1);
    return list.append(more);
}

}  // namespace dichtbij::journal
