#pragma once
// Reading a mail in a process of its own, with limits: what crashes or never ends there, does no harm here.

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "mail/mail.h"

namespace dichtbij::mail {

inline constexpr std::string_view lees_opdracht = "mail-lezen";  // first argument of the program that reads

struct Apart {
    // Started as `PROGRAM mail-lezen`; must then call voer_lees_opdracht_uit() and end with what it gives.
    std::filesystem::path programma = "/proc/self/exe";
    std::uint64_t geheugen = 2ull << 30;  // address space, bytes
};

// As `lees`, in another process that may use `geduld` of time in all, the memory of Apart, no network, no files, no
// environment and no programs; memory and files are not limited under AddressSanitizer. When it crashes, is refused
// memory or does not end, the Mail is empty with the fault "niet_gelezen".
// Blocks; thread-safe; throws std::system_error only when no process can be started at all.
Mail lees_apart(std::string_view ruw, const Grenzen&, std::chrono::milliseconds geduld, const Apart& = {});

// In that process: reads limits and mail from standard input, writes the Mail to standard output. Gives the exit code.
int voer_lees_opdracht_uit();

// The form in which a Mail goes from one to the other: lengths and bytes. nullopt for what is not whole.
std::string in_bytes(const Mail&);
std::optional<Mail> uit_bytes(std::string_view);

}  // namespace dichtbij::mail
