// Office and OpenDocument, by what is in the zip.

#include <algorithm>

#include "base/text.h"
#include "document/herkenning.h"
#include "document/zip.h"

namespace dichtbij::document {
namespace {

using Gekeurd = tl::expected<Bestandssoort, Geweigerd>;

constexpr std::int64_t list_bytes = 2 * mebibyte;  // of [Content_Types].xml and the manifest

tl::unexpected<Geweigerd> refuse(Weigering reden, std::vector<std::string> args = {}) { return tl::make_unexpected(Geweigerd{reden, std::move(args)}); }

tl::unexpected<Geweigerd> refuse(Zipfout fout) {
    if (fout == Zipfout::bom) return refuse(Weigering::zipbom);
    return refuse(Weigering::beschadigd, {"ZIP"});
}

template <class Test>
bool any_part(const Zip& zip, Test test) {
    return std::any_of(zip.delen().begin(), zip.delen().end(), [&](const Zipdeel& deel) { return test(lower_ascii(deel.naam)); });
}

struct Hoofddeel {
    std::string_view naam;
    std::string_view type;  // what [Content_Types].xml must say of it
    Bestandssoort soort;
};
constexpr Hoofddeel office_parts[] = {
    {"word/document.xml", "wordprocessingml.document.main+xml", Bestandssoort::docx},
    {"xl/workbook.xml", "spreadsheetml.sheet.main+xml", Bestandssoort::xlsx},
    {"ppt/presentation.xml", "presentationml.presentation.main+xml", Bestandssoort::pptx},
};

Gekeurd office(const Zip& zip, const Zipdeel& types) {
    const auto text = zip.content(types, list_bytes);
    if (!text) return refuse(text.error());
    const bool has_macros = lower_ascii(*text).find("macroenabled") != std::string::npos ||
                            any_part(zip, [](const std::string& naam) { return naam.ends_with("vbaproject.bin") || naam.starts_with("xl/macrosheets/") || naam.find("/activex/") != std::string::npos; });
    if (has_macros) return refuse(Weigering::macros);
    for (const Hoofddeel& part : office_parts)
        if (zip.find(part.naam) && text->find(part.type) != std::string::npos) return part.soort;
    return refuse(Weigering::onbekend);
}

// OpenDocument 1.3, part 2: the first part is "mimetype", not packed.
Gekeurd open_document(const Zip& zip, const Zipdeel& mimetype) {
    const auto type = zip.content(mimetype, 200);
    if (!type) return refuse(Weigering::archief);
    const Zipdeel* manifest = zip.find("META-INF/manifest.xml");
    if (!manifest) return refuse(Weigering::archief);
    const auto listed = zip.content(*manifest, list_bytes);
    if (!listed) return refuse(listed.error());
    if (listed->find("encryption-data") != std::string::npos) return refuse(Weigering::versleuteld_document);
    if (any_part(zip, [](const std::string& naam) { return naam.starts_with("basic/") || naam.starts_with("scripts/"); })) return refuse(Weigering::macros);
    for (const Bestandssoort soort : {Bestandssoort::odt, Bestandssoort::ods, Bestandssoort::odp})
        if (*type == gegevens(soort).media_type) return soort;
    return refuse(Weigering::onbekend);
}

Gekeurd soort_of(const Zip& zip) {
    if (const Zipdeel* types = zip.find("[Content_Types].xml")) return office(zip, *types);
    if (zip.delen().front().naam == "mimetype" && zip.delen().front().methode == 0) return open_document(zip, zip.delen().front());
    return refuse(Weigering::archief);
}

}  // namespace

Gekeurd herken_zip(Bytes& bytes, const Inhoudsgrenzen& grenzen) {
    const auto zip = Zip::open(bytes, grenzen);
    if (!zip) return refuse(zip.error());
    if (std::any_of(zip->delen().begin(), zip->delen().end(), [](const Zipdeel& deel) { return deel.is_versleuteld; })) return refuse(Weigering::versleuteld_archief);
    const auto soort = soort_of(*zip);
    if (!soort) return soort;
    const auto verified = zip->verify();
    if (verified) return soort;
    if (verified.error() == Zipfout::bom) return refuse(Weigering::zipbom);
    return refuse(Weigering::beschadigd, {std::string(gegevens(*soort).naam)});
}

}  // namespace dichtbij::document
