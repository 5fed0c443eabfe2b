#pragma once
// The parts of an address that a call may go to. Pure.

#include <optional>
#include <string>
#include <string_view>

namespace dichtbij::client {

// "https", "broker.example:8443", "/pad" of an address; nothing when it is none.
struct Adresdelen {
    std::string scheme;
    std::string host;       // lower case, with the port when it is written
    std::string hostnaam;   // without the port
    std::string pad;
};
std::optional<Adresdelen> adresdelen(std::string_view url);
bool is_deze_machine(std::string_view hostnaam);  // 127.0.0.1, ::1 or localhost

}  // namespace dichtbij::client
