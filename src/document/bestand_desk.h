#pragma once
// Between a route and the service: files that come in with a form, and files that go out.

#include <string>
#include <vector>

#include "document/document_service.h"
#include "http/router.h"

namespace dichtbij::document {

inline constexpr std::size_t request_bytes_limit = 100 * 1024 * 1024;  // all files of one form together

// Options of a route that takes files: they are streamed to disk and never in memory as a whole.
http::RouteOptions upload_options(const Inhoudsgrenzen&, std::size_t request_bytes = request_bytes_limit,
                                  http::Access = http::Access::signed_in);

// The files of the field, checked and stored, in order. invalid names the field; none of them was kept then.
Result<std::vector<Ontvangen>> receive_all(DocumentService&, const http::Request&, std::string_view veld = "bestand");
// The one file of the field; invalid "document.fout.kies_bestand" when there is none.
Result<Ontvangen> receive_one(DocumentService&, const http::Request&, std::string_view veld = "bestand");

enum class Tonen { in_pagina, opslaan };
// The file with safe headers, in pieces, with Range and ETag. in_pagina only holds for pictures and PDF; anything else is
// saved. The caller has asked the rights and written the reading down.
Result<http::Response> serve(DocumentService&, const http::Request&, const Versie&, Tonen);

// `attachment; filename="..."; filename*=UTF-8''...` (RFC 6266, RFC 8187).
std::string content_disposition(Tonen, std::string_view bestandsnaam);

}  // namespace dichtbij::document
