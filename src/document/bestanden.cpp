#include "document/bestanden.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <system_error>

#include "access/bewaring.h"
#include "document/hash.h"

namespace dichtbij::document {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t piece_bytes = 256 * 1024;
constexpr std::string_view unfinished_extension = ".deel";

[[noreturn]] void broken(const std::string& what) { throw std::system_error(errno, std::generic_category(), what); }

class Open {
  public:
    Open(const fs::path& path, int flags) : path_(path.string()), file_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
        if (file_ < 0) broken("cannot open " + path_);
    }
    ~Open() { ::close(file_); }
    Open(const Open&) = delete;

    void write(std::string_view bytes) {
        while (!bytes.empty()) {
            const auto count = ::write(file_, bytes.data(), bytes.size());
            if (count < 0 && errno == EINTR) continue;
            if (count <= 0) broken("cannot write " + path_);
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
    }
    void sync() {
        if (::fsync(file_) != 0) broken("cannot sync " + path_);
    }

  private:
    const std::string path_;
    int file_;
};

// A full disk should not stay full of what was not saved. Once renamed, there is nothing left to remove.
struct Unfinished {
    const fs::path path;
    ~Unfinished() {
        std::error_code ignored;
        fs::remove(path, ignored);
    }
};

void sync_folder(const fs::path& folder) { Open(folder, O_RDONLY | O_DIRECTORY).sync(); }

void make_folder(const fs::path& folder) {
    if (!fs::create_directories(folder)) return;
    fs::permissions(folder, fs::perms::owner_all);
    sync_folder(folder.parent_path());
}

class Folder final : public FileStore {
  public:
    Folder(fs::path folder, fs::path unfinished, Duurzaam duurzaam) : folder_(std::move(folder)), unfinished_(std::move(unfinished)), duurzaam_(duurzaam) {
        make_folder(folder_);
        make_folder(unfinished_);
    }

    Opgeslagen put(Id<Bestand> id, Bytes& from) override {
        const Unfinished part{unfinished_ / (id.text() + std::string(unfinished_extension))};
        Opgeslagen stored{id, 0, {}};
        copy(from, part.path, stored);
        const fs::path whole = path_of(id);
        make_folder(whole.parent_path());
        fs::rename(part.path, whole);
        if (duurzaam_ == Duurzaam::meteen) sync_folder(whole.parent_path());
        return stored;
    }

    std::unique_ptr<Bytes> open(Id<Bestand> id) override { return FileBytes::open(path_of(id).string()); }

    void remove(Id<Bestand> id) override { fs::remove(path_of(id)); }

    void each(const std::function<void(Id<Bestand>)>& use) override {
        for (const auto& part : fs::directory_iterator(folder_)) {
            if (!part.is_directory()) continue;
            for (const auto& file : fs::directory_iterator(part.path()))
                if (const auto id = Id<Bestand>::parse(file.path().filename().string())) use(*id);
        }
    }

    std::int64_t remove_unfinished(Instant before) override {
        const Uuid least = access::eerste_id_van(before);
        std::int64_t count = 0;
        for (const auto& file : fs::directory_iterator(unfinished_)) {
            if (file.path().extension() != unfinished_extension) continue;
            const auto id = Id<Bestand>::parse(file.path().stem().string());
            if (id && id->bytes < least && fs::remove(file.path())) ++count;
        }
        return count;
    }

  private:
    // The last digits are those drawn by chance: they spread the files evenly.
    fs::path path_of(Id<Bestand> id) const {
        const std::string text = id.text();
        return folder_ / text.substr(text.size() - 2) / text;
    }

    void copy(Bytes& from, const fs::path& to, Opgeslagen& stored) const {
        Open file(to, O_WRONLY | O_CREAT | O_EXCL);
        Sha256 hash;
        while (stored.bytes < from.size()) {
            const std::string piece = from.piece(stored.bytes, piece_bytes);
            if (piece.empty()) throw std::system_error(EIO, std::generic_category(), "a file became shorter while it was copied");
            file.write(piece);
            hash.add(piece);
            stored.bytes += static_cast<std::int64_t>(piece.size());
        }
        if (duurzaam_ == Duurzaam::meteen) file.sync();
        stored.sha256 = hash.result();
    }

    const fs::path folder_;
    const fs::path unfinished_;
    const Duurzaam duurzaam_;
};

}  // namespace

std::unique_ptr<FileStore> open_folder(fs::path folder, fs::path unfinished, Duurzaam duurzaam) {
    return std::make_unique<Folder>(fs::absolute(folder), fs::absolute(unfinished), duurzaam);
}

}  // namespace dichtbij::document
