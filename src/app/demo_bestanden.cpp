#include "app/demo_bestanden.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>

#include <fstream>
#include <stdexcept>

namespace dichtbij::app::demo {
namespace {

constexpr std::string_view instellingen =
    "# Settings of the demo: name = value. 'dichtbij serve --help' lists all names.\n"
    "# No second factor is asked on the machine itself. Never do this where others can reach it.\n"
    "trusted_networks = 127.0.0.0/8, ::1/128\n";

void write_file(const std::filesystem::path& path, std::string_view text) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file << text;
    file.close();
    if (!file) throw std::runtime_error("cannot write " + path.string());
    std::filesystem::permissions(path, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

}  // namespace

std::filesystem::path accounts_file(const std::filesystem::path& dir) { return dir / "demo-accounts.json"; }

void write_demo_files(const std::filesystem::path& dir, std::span<const DemoAccount> accounts) {
    boost::json::array list;
    for (const DemoAccount& one : accounts)
        list.push_back(boost::json::object{{"naam", one.naam}, {"email", one.email}, {"wachtwoord", one.wachtwoord}, {"rol", one.rol}, {"gemeente", one.gemeente}});
    write_file(accounts_file(dir), boost::json::serialize(list) + "\n");
    if (const auto settings = dir / "dichtbij.conf"; !std::filesystem::exists(settings)) write_file(settings, instellingen);
}

}  // namespace dichtbij::app::demo
