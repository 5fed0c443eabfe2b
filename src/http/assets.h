#pragma once
// Styles, scripts and pictures from a directory, read into memory once, each under two names: with a
// hash of its content (kept by browsers for ever) and without (asked again every time, by ETag).

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "http/router.h"

namespace dichtbij::http {

struct AssetOptions {
    std::filesystem::path directory;
    std::string prefix = "/assets/";  // begins and ends with a slash
    std::size_t file_bytes = 8 * 1024 * 1024;
    std::size_t total_bytes = 64 * 1024 * 1024;
};

// Read only after it is made: thread-safe.
class Assets {
  public:
    // Throws std::runtime_error when the directory cannot be read or a limit is exceeded. Hidden files
    // and symbolic links are left out.
    explicit Assets(AssetOptions options);

    // "/assets/dichtbij.3f2a9c1b5d7e.css" for "dichtbij.css". CHECKs that there is such a file.
    const std::string& url(std::string_view name) const;
    bool has(std::string_view name) const { return files_.contains(name); }
    // GET PREFIX{name*}, open to everybody. `this` must outlive the router.
    void add_routes(Router& router) const;
    // 200, 304 when the client has it (If-None-Match), or an empty 404.
    Response serve(std::string_view name, const Request& request) const;

  private:
    struct File {
        std::string url;
        std::string content_type;
        std::string etag;  // of the plain content; the gzip form has its own
        std::string gzip_etag;
        std::shared_ptr<const std::string> content;
        std::shared_ptr<const std::string> gzip;  // nullptr when that is hardly smaller
    };
    File load(const std::filesystem::path& path, const std::string& name) const;

    const AssetOptions options_;
    std::map<std::string, File, std::less<>> files_;
    std::map<std::string, std::string, std::less<>> names_by_hashed_;
};

}  // namespace dichtbij::http
