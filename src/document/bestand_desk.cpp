#include "document/bestand_desk.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "base/text.h"
#include "document/bestandsnaam.h"
#include "http/params.h"
#include "http/temp_file.h"

namespace dichtbij::document {
namespace {

constexpr std::size_t piece_bytes = 256 * 1024;

// A file of a request, wherever the server put it.
class UploadBytes final : public Bytes {
  public:
    explicit UploadBytes(const http::Upload& upload) : upload_(upload) {}
    std::int64_t size() const override { return upload_.file ? upload_.file->size() : static_cast<std::int64_t>(upload_.content.size()); }
    std::size_t read(std::int64_t at, std::span<char> into) override {
        return upload_.file ? upload_.file->read(at, into) : MemoryBytes(upload_.content).read(at, into);
    }

  private:
    const http::Upload& upload_;
};

struct Deel {
    std::int64_t van = 0;
    std::int64_t tot = 0;  // not included
    bool is_deel = false;
};

// RFC 9110 14.2. One range; anything else is answered whole. nullopt: it cannot be given.
std::optional<Deel> range_of(std::string_view header, std::int64_t size) {
    const Deel whole{0, size, false};
    if (!header.starts_with("bytes=")) return whole;
    header.remove_prefix(6);
    const std::size_t hyphen = header.find('-');
    if (hyphen == std::string_view::npos || header.find(',') != std::string_view::npos) return whole;
    const auto number = [](std::string_view text) -> std::optional<std::int64_t> {
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        if (text.empty() || !all_digits(text) || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
        return value;
    };
    const auto first = number(header.substr(0, hyphen));
    const auto last = number(header.substr(hyphen + 1));
    if (!first) {
        if (hyphen != 0 || !last) return whole;
        if (*last == 0) return std::nullopt;
        return Deel{std::max<std::int64_t>(0, size - *last), size, true};
    }
    if (!last && hyphen + 1 != header.size()) return whole;
    if (last && *last < *first) return whole;
    if (*first >= size) return std::nullopt;
    return Deel{*first, last && *last < size ? *last + 1 : size, true};
}

// Without what would end the quoted form; for programs that do not read filename*.
std::string plain_ascii(std::string_view name) {
    std::string plain;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xc0) == 0x80) continue;
        plain += byte < 0x20 || byte >= 0x7f || c == '"' || c == '\\' || c == '%' ? '_' : c;
    }
    return plain;
}

bool knows_it(const http::Request& request, const std::string& etag) {
    const std::string known = request.headers.joined("If-None-Match", ",");
    return known == "*" || known.find(etag) != std::string::npos;
}

// A text in a page of its own runs no script and loads nothing; a browser's own viewer of PDF does not start in a
// sandbox, and runs apart from the page already.
std::string policy_of(Voorbeeld voorbeeld) {
    const std::string base = "default-src 'none'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; ";
    if (voorbeeld == Voorbeeld::pdf) return base + "object-src 'self'; style-src 'unsafe-inline'";
    return base + "img-src 'self'; style-src 'unsafe-inline'; sandbox";
}

void put_headers(http::Response& response, const Versie& versie, Tonen tonen) {
    const Soortgegevens& soort = gegevens(versie.soort);
    const bool is_inline = tonen == Tonen::in_pagina && soort.voorbeeld != Voorbeeld::geen;
    const bool is_text = soort.media_type.starts_with("text/");
    response.header("Content-Type", is_text ? "application/octet-stream" : std::string(soort.media_type));
    response.header("Content-Disposition", content_disposition(is_inline ? Tonen::in_pagina : Tonen::opslaan, versie.bestandsnaam));
    response.header("Content-Security-Policy", policy_of(is_inline ? soort.voorbeeld : Voorbeeld::geen));
    response.header("X-Content-Type-Options", "nosniff");
    response.header("Cross-Origin-Resource-Policy", "same-origin");
    response.header("Cache-Control", "private, no-cache");
    response.header("Accept-Ranges", "bytes");
    response.header("ETag", "\"" + versie.sha256 + "\"");
}

http::BodySource source_of(std::unique_ptr<Bytes> bytes, const Deel& deel) {
    return [held = std::shared_ptr<Bytes>(std::move(bytes)), at = deel.van, until = deel.tot](std::string& chunk) mutable {
        chunk = held->piece(at, static_cast<std::size_t>(std::min<std::int64_t>(piece_bytes, until - at)));
        at += static_cast<std::int64_t>(chunk.size());
        return !chunk.empty() && at < until;
    };
}

}  // namespace

http::RouteOptions upload_options(const Inhoudsgrenzen& grenzen, std::size_t request_bytes, http::Access access) {
    http::RouteOptions options;
    options.access = access;
    options.uploads = http::Uploads::streamed;
    options.max_body_bytes = request_bytes;
    options.max_file_bytes = static_cast<std::size_t>(grenzen.bestand_bytes);
    return options;
}

Result<std::vector<Ontvangen>> receive_all(DocumentService& service, const http::Request& request, std::string_view veld) {
    std::vector<Ontvangen> received;
    for (const http::Upload& upload : request.files) {
        if (upload.field != veld) continue;
        if (upload.is_too_large) return invalid({as_field_error({Weigering::te_groot, {std::to_string(service.grenzen().bestand_bytes / mebibyte)}}, veld)});
        UploadBytes bytes(upload);
        TRY(Ontvangen one, service.receive(upload.filename, bytes, veld));
        received.push_back(std::move(one));
    }
    return received;
}

Result<Ontvangen> receive_one(DocumentService& service, const http::Request& request, std::string_view veld) {
    TRY(std::vector<Ontvangen> received, receive_all(service, request, veld));
    if (received.empty()) return invalid(std::string(veld), "document.fout.kies_bestand");
    if (received.size() > 1) return invalid(std::string(veld), "document.fout.een_bestand");
    return std::move(received.front());
}

std::string content_disposition(Tonen tonen, std::string_view bestandsnaam) {
    const std::string name = cleaned_bestandsnaam(bestandsnaam);
    return std::string(tonen == Tonen::in_pagina ? "inline" : "attachment") + "; filename=\"" + plain_ascii(name) + "\"; filename*=UTF-8''" + http::percent_encoded(name);
}

Result<http::Response> serve(DocumentService& service, const http::Request& request, const Versie& versie, Tonen tonen) {
    TRY(auto bytes, service.open_file(versie));
    http::Response response;
    put_headers(response, versie, tonen);
    const std::string etag = "\"" + versie.sha256 + "\"";
    if (knows_it(request, etag)) {
        response.status = 304;
        return response;
    }
    // A part of another version would be worse than nothing: then the whole is given.
    const std::string* if_range = request.headers.find("If-Range");
    const bool is_same = if_range == nullptr || *if_range == etag;
    const auto deel = range_of(is_same ? request.headers.get("Range") : std::string_view(), bytes->size());
    if (!deel) {
        http::Response refused = http::Response::empty(416);
        refused.header("Content-Range", "bytes */" + std::to_string(bytes->size()));
        return refused;
    }
    if (deel->is_deel) {
        response.status = 206;
        response.header("Content-Range", "bytes " + std::to_string(deel->van) + "-" + std::to_string(deel->tot - 1) + "/" + std::to_string(bytes->size()));
    }
    response.stream_bytes = static_cast<std::uint64_t>(deel->tot - deel->van);
    response.stream = source_of(std::move(bytes), *deel);
    return response;
}

}  // namespace dichtbij::document
