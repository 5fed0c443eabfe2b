// Whatever bytes come in: a value or a refusal that names a field, and a value that is written is read again as it was.
// sources: src/json/definition.cpp src/json/invalid.cpp src/json/parse.cpp src/json/take.cpp src/json/value.cpp src/json/writer.cpp
// sources: src/base/id.cpp src/base/result.cpp src/base/text.cpp src/base/time.cpp
// libraries: -lboost_json -licuuc -licui18n -ldate-tz

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "json/parse.h"
#include "json/resource.h"

namespace {

using namespace dichtbij;

struct Blad {
    std::string vorm;
    std::optional<int> nerven;
};
struct Boom {
    Id<Boom> id;
    std::string naam;
    std::optional<Day> geplant;
    Instant gezien{};
    bool is_inheems = false;
    std::vector<Id<Gemeente>> gemeenten;
    std::vector<Blad> bladeren;
    std::map<std::string, std::string> extra;
    json::Value anders;
};

const json::Resource<Blad> blad_json("Blad", {json::field<&Blad::vorm>("vorm").must().max(10), json::field<&Blad::nerven>("nerven").between(0, 99)});
const json::Resource<Boom> boom_json("Boom", {
    json::self<&Boom::id>(),
    json::field<&Boom::naam>("naam").must().max(20),
    json::field<&Boom::geplant>("geplant"),
    json::field<&Boom::gezien>("gezien"),
    json::field<&Boom::is_inheems>("isInheems"),
    json::reference<&Boom::gemeenten>("gemeenten", "/gemeenten"),
    json::field<&Boom::bladeren>("bladeren", blad_json).at_most(50),
    json::field<&Boom::extra>("extra").max(255),
    json::field<&Boom::anders>("anders"),
});

void demand(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto value = json::parse({reinterpret_cast<const char*>(data), size}, {.bytes = 65'536, .depth = 32, .values = 1'000});
    if (!value) {
        demand(value.error().size() == 1 && !value.error().front().name.empty() && !value.error().front().key.empty());
        return 0;
    }
    std::string written;
    json::Writer(written).value(*value);
    const auto again = json::parse(written, {.bytes = 1'000'000, .depth = 32, .values = 1'000});
    demand(again.has_value() && *again == *value);

    Boom boom;
    const auto given = boom_json.read(*value, boom, json::Mode::patch);
    if (!given) {
        demand(!given.error().empty());
        return 0;
    }
    std::string out;
    json::Writer writer(out, "https://x.nl");
    boom_json.write(writer, boom);
    const auto back = json::parse(out);
    demand(back.has_value());
    Boom same;
    demand(given->has("naam") ? boom_json.read(*back, same, json::Mode::create).has_value() : true);
    return 0;
}
