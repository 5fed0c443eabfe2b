#pragma once
// The one folder of an installation on the embedded store, and who holds it.

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

namespace dichtbij::app {

struct DataDir {
    std::filesystem::path root;
    std::filesystem::path database() const { return root / "dichtbij.sqlite"; }
    std::filesystem::path access_log() const { return root / "inzage.sqlite"; }
    std::filesystem::path search_index() const { return root / "index"; }
    std::filesystem::path files() const { return root / "bestanden"; }
    std::filesystem::path unfinished_files() const { return root / "bestanden.deel"; }  // what is being written or uploaded
    std::filesystem::path settings() const { return root / "dichtbij.conf"; }
    std::filesystem::path control_socket() const { return root / "control.sock"; }
    std::filesystem::path lock_file() const { return root / "dichtbij.lock"; }
    bool holds_installation() const { return std::filesystem::exists(database()); }
};

// Held by the process that writes. Freed by the kernel when that process ends, however it ends.
class Lock {
  public:
    // Nothing when another process holds it.
    static std::unique_ptr<Lock> take(const DataDir&);
    // "dichtbij serve (process 1234)" of the holder; nothing when nobody holds it.
    static std::optional<std::string> holder(const DataDir&);
    ~Lock();
    Lock(const Lock&) = delete;
    // What others are told: the command of this process.
    void sign(const std::string& command);

  private:
    explicit Lock(int file) : file_(file) {}
    int file_;
};

}  // namespace dichtbij::app
