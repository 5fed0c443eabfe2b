#include "http/gzip.h"

#include <zlib.h>

#include <memory>

#include "base/result.h"
#include "base/text.h"
#include "http/headers.h"

namespace dichtbij::http {

namespace {

constexpr int window_bits_gzip = 15 + 16;
constexpr int memory_level = 8;

// A compressor takes 256 KB to set up, more work than compressing a page: one a thread and level.
class Compressor {
  public:
    explicit Compressor(int level) {
        CHECK_THAT(deflateInit2(&stream_, level, Z_DEFLATED, window_bits_gzip, memory_level, Z_DEFAULT_STRATEGY) ==
                   Z_OK);
    }
    ~Compressor() { deflateEnd(&stream_); }
    Compressor(const Compressor&) = delete;
    Compressor& operator=(const Compressor&) = delete;

    std::string compress(std::string_view text) {
        CHECK_THAT(deflateReset(&stream_) == Z_OK);
        std::string out(deflateBound(&stream_, text.size()), '\0');
        stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
        stream_.avail_in = static_cast<uInt>(text.size());
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = static_cast<uInt>(out.size());
        CHECK_THAT(deflate(&stream_, Z_FINISH) == Z_STREAM_END);
        out.resize(out.size() - stream_.avail_out);
        return out;
    }

  private:
    z_stream stream_{};
};

}  // namespace

std::string gzipped(std::string_view text, int level) {
    CHECK_THAT(level >= 1 && level <= 9);
    thread_local std::unique_ptr<Compressor> compressors[10];
    auto& compressor = compressors[level];
    if (!compressor) compressor = std::make_unique<Compressor>(level);
    return compressor->compress(text);
}

bool accepts_gzip(std::string_view accept_encoding) {
    while (!accept_encoding.empty()) {
        const std::size_t comma = accept_encoding.find(',');
        const std::string_view item = accept_encoding.substr(0, comma);
        accept_encoding = comma == std::string_view::npos ? std::string_view() : accept_encoding.substr(comma + 1);
        const std::size_t semicolon = item.find(';');
        const std::string_view coding = trimmed(item.substr(0, semicolon));
        if (!equals_ignoring_case(coding, "gzip") && !equals_ignoring_case(coding, "x-gzip") && coding != "*") continue;
        if (semicolon == std::string_view::npos) return true;
        const std::string_view quality = trimmed(item.substr(semicolon + 1));
        return quality.find_first_of("123456789") != std::string_view::npos;
    }
    return false;
}

}  // namespace dichtbij::http
