#include "http/assets.h"

#include <openssl/evp.h>

#include <array>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "base/result.h"
#include "base/text.h"
#include "http/gzip.h"

namespace dichtbij::http {

namespace {

constexpr std::size_t hash_digits = 16;
constexpr int gzip_level = 9;  // once, at the start
constexpr std::string_view for_ever = "public, max-age=31536000, immutable";
constexpr std::string_view ask_again = "no-cache";

constexpr std::array<std::pair<std::string_view, std::string_view>, 17> content_types{{
    {".css", "text/css; charset=utf-8"},
    {".js", "text/javascript; charset=utf-8"},
    {".mjs", "text/javascript; charset=utf-8"},
    {".json", "application/json"},
    {".map", "application/json"},
    {".webmanifest", "application/manifest+json"},
    {".svg", "image/svg+xml"},
    {".png", "image/png"},
    {".jpg", "image/jpeg"},
    {".jpeg", "image/jpeg"},
    {".webp", "image/webp"},
    {".ico", "image/x-icon"},
    {".woff2", "font/woff2"},
    {".woff", "font/woff"},
    {".txt", "text/plain; charset=utf-8"},
    {".html", "text/html; charset=utf-8"},
    {".pdf", "application/pdf"},
}};

std::string_view content_type_of(const std::string& extension) {
    const std::string lower = lower_ascii(extension);
    for (const auto& [known, type] : content_types)
        if (known == lower) return type;
    return "application/octet-stream";
}

std::string hash_of(std::string_view content) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    CHECK_THAT(EVP_Digest(content.data(), content.size(), digest.data(), &size, EVP_sha256(), nullptr) == 1);
    return hex(std::string_view(reinterpret_cast<const char*>(digest.data()), hash_digits / 2));
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    if (!in.good() && !in.eof()) throw std::runtime_error("cannot read " + path.string());
    return content;
}

// RFC 9110 13.1.2: a list of tags, weak or strong, or "*".
bool names_etag(std::string_view if_none_match, std::string_view etag) {
    while (!if_none_match.empty()) {
        const std::size_t comma = if_none_match.find(',');
        std::string_view item = trimmed(if_none_match.substr(0, comma));
        if_none_match = comma == std::string_view::npos ? std::string_view() : if_none_match.substr(comma + 1);
        if (item.starts_with("W/")) item.remove_prefix(2);
        if (item == etag || item == "*") return true;
    }
    return false;
}

}  // namespace

Assets::Assets(AssetOptions options) : options_(std::move(options)) {
    CHECK_THAT(options_.prefix.starts_with('/') && options_.prefix.ends_with('/'));
    namespace fs = std::filesystem;
    std::size_t total = 0;
    for (auto entry = fs::recursive_directory_iterator(options_.directory); entry != fs::end(entry); ++entry) {
        const bool is_hidden = entry->path().filename().string().starts_with('.');
        if (is_hidden && entry->is_directory()) entry.disable_recursion_pending();
        if (is_hidden || entry->is_symlink() || !entry->is_regular_file()) continue;
        total += entry->file_size();
        if (entry->file_size() > options_.file_bytes || total > options_.total_bytes)
            throw std::runtime_error("too large as an asset: " + entry->path().string());
        const std::string name = entry->path().lexically_relative(options_.directory).generic_string();
        File file = load(entry->path(), name);
        names_by_hashed_[file.url.substr(options_.prefix.size())] = name;
        files_.emplace(name, std::move(file));
    }
}

Assets::File Assets::load(const std::filesystem::path& path, const std::string& name) const {
    File file;
    std::string content = read_file(path);
    const std::string hash = hash_of(content);
    const std::string extension = path.extension().string();
    file.url = options_.prefix + name.substr(0, name.size() - extension.size()) + "." + hash + extension;
    file.content_type = content_type_of(extension);
    file.etag = "\"" + hash + "\"";
    file.gzip_etag = "\"" + hash + "-gzip\"";
    std::string gzip = gzipped(content, gzip_level);
    if (gzip.size() < content.size() * 9 / 10) file.gzip = std::make_shared<const std::string>(std::move(gzip));
    file.content = std::make_shared<const std::string>(std::move(content));
    return file;
}

const std::string& Assets::url(std::string_view name) const {
    const auto found = files_.find(name);
    CHECK_THAT(found != files_.end());
    return found->second.url;
}

void Assets::add_routes(Router& router) const {
    const auto serve_named = [this, &router](Request& request) {
        Response response = serve(request.param("name"), request);
        return response.status == 404 ? router.status_page(request, 404) : response;
    };
    RouteOptions options;
    options.access = Access::open;
    router.get(options_.prefix + "{name*}", serve_named, options);
}

Response Assets::serve(std::string_view name, const Request& request) const {
    const auto hashed = names_by_hashed_.find(name);
    const auto found = files_.find(hashed != names_by_hashed_.end() ? std::string_view(hashed->second) : name);
    if (found == files_.end()) return Response::empty(404);
    const File& file = found->second;
    const bool takes_gzip = file.gzip && accepts_gzip(request.headers.get("Accept-Encoding"));
    const std::string& etag = takes_gzip ? file.gzip_etag : file.etag;
    const std::string_view known = request.headers.get("If-None-Match");
    Response response = names_etag(known, etag) ? Response::not_modified(etag) : Response::empty(200);
    response.header("ETag", etag);
    response.header("Cache-Control", std::string(hashed != names_by_hashed_.end() ? for_ever : ask_again));
    if (file.gzip) response.header("Vary", "Accept-Encoding");
    if (response.status == 304) return response;
    response.header("Content-Type", file.content_type);
    if (takes_gzip) response.header("Content-Encoding", "gzip");
    response.shared_body = takes_gzip ? file.gzip : file.content;
    return response;
}

}  // namespace dichtbij::http
