#pragma once
// Small files of each kind, and a scanner that says what it is told, for tests of this folder and of those below it.

#include <atomic>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"
#include "document/bestanden.h"
#include "document/virusscanner.h"

namespace dichtbij::document::testing {

enum class Pakken { zo, klein };
struct Deel {
    std::string naam;
    std::string inhoud;
    Pakken pakken = Pakken::klein;
    bool is_versleuteld = false;
};
std::string zip(const std::vector<Deel>&);

std::string pdf();
std::string png();  // one pixel
std::string jpeg();
std::string docx();
std::string xlsx();
std::string odt();
// An OLE file with these names in its directory.
std::string ole(const std::vector<std::string>& names);

class Scanner final : public Virusscanner {
  public:
    Scan scan(Bytes&) override { return {uitslag, uitslag == Scanuitslag::besmet ? "Eicar" : ""}; }
    std::atomic<Scanuitslag> uitslag = Scanuitslag::schoon;
};

// Files in memory.
class MemoryFiles final : public FileStore {
  public:
    Opgeslagen put(Id<Bestand>, Bytes& from) override;
    std::unique_ptr<Bytes> open(Id<Bestand>) override;
    void remove(Id<Bestand> id) override { files.erase(id); }
    void each(const std::function<void(Id<Bestand>)>& use) override;
    std::int64_t remove_unfinished(Instant) override { return 0; }
    std::map<Id<Bestand>, std::string> files;
};

}  // namespace dichtbij::document::testing
