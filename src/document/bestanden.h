#pragma once
// Where the files of documents lie: in a folder beside the embedded store, or in the database itself.

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "base/id.h"
#include "base/time.h"
#include "document/bytes.h"
#include "store/store.h"

namespace dichtbij {
struct Bestand;
}

namespace dichtbij::document {

struct Opgeslagen {
    Id<Bestand> id;
    std::int64_t bytes = 0;
    std::string sha256;  // 64 hexadecimal digits
    bool operator==(const Opgeslagen&) const = default;
};

// Thread-safe. Throws when the machine breaks (std::system_error, store::Unavailable). Not inside a
// transaction: copying takes long.
class FileStore {
  public:
    virtual ~FileStore() = default;
    // Copies, and hashes on the way. Durable when it returns.
    virtual Opgeslagen put(Id<Bestand>, Bytes& from) = 0;
    // nullptr when there is none.
    virtual std::unique_ptr<Bytes> open(Id<Bestand>) = 0;
    // Also of one that is not there.
    virtual void remove(Id<Bestand>) = 0;
    // All files, in any order.
    virtual void each(const std::function<void(Id<Bestand>)>& use) = 0;
    // What a put that was broken off before the moment left behind: how many.
    virtual std::int64_t remove_unfinished(Instant before) = 0;
};

// Whether a put waits for the disk. later: who makes a whole installation syncs it all at the end.
enum class Duurzaam { meteen, later };

// In `folder`, by id in 256 sub folders. What is being written stands in `unfinished`, which must lie on the
// same file system. Makes both, for this user only.
std::unique_ptr<FileStore> open_folder(std::filesystem::path folder, std::filesystem::path unfinished, Duurzaam = Duurzaam::meteen);
// In tables of the store, in pieces. The store must outlive it.
std::unique_ptr<FileStore> open_database(store::Store&);

}  // namespace dichtbij::document
