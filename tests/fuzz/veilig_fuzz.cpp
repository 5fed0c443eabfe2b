// HTML as anybody may mail it: what comes out holds only what is allowed, and stays as it is when made safe again.
// The first byte chooses whether images elsewhere are loaded.
// sources: src/html/veilig.cpp src/html/veilig_lijst.cpp src/html/writer.cpp src/base/text.cpp src/base/result.cpp
// libraries: -lgumbo -licuuc -licui18n
#include <cstdint>
#include <cstdlib>

#include "../support/veilig_controle.h"
#include "html/veilig.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace dichtbij;
    if (size == 0) return 0;
    html::Veiligopties options;
    options.beelden = data[0] % 2 == 0 ? html::Beelden::niet : html::Beelden::laden;
    options.ingesloten = [](std::string_view id) { return id.size() % 2 ? std::optional<std::string>("/eigen/1") : std::nullopt; };
    const std::string_view mail(reinterpret_cast<const char*>(data + 1), size - 1);
    const std::string out = html::maak_veilig(mail, options).html;
    if (!testing::verboden_in(out).empty()) std::abort();
    if (out.find("/eigen/1") == std::string::npos && html::maak_veilig(out, options).html != out) std::abort();
    return 0;
}
