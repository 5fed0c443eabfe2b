#include "document/bestandssoort.h"

#include <algorithm>

#include "base/result.h"

namespace dichtbij::document {

std::span<const Soortgegevens> alle_soorten() {
    using S = Bestandssoort;
    static const std::vector<Soortgegevens> table = {
        {S::pdf, "PDF", "application/pdf", {"pdf"}, "file-type-pdf", Voorbeeld::pdf},
        {S::png, "PNG", "image/png", {"png"}, "photo", Voorbeeld::afbeelding},
        {S::jpeg, "JPEG", "image/jpeg", {"jpg", "jpeg", "jpe", "jfif"}, "photo", Voorbeeld::afbeelding},
        {S::gif, "GIF", "image/gif", {"gif"}, "photo", Voorbeeld::afbeelding},
        {S::webp, "WebP", "image/webp", {"webp"}, "photo", Voorbeeld::afbeelding},
        {S::tiff, "TIFF", "image/tiff", {"tif", "tiff"}, "photo", Voorbeeld::geen},
        {S::heic, "HEIC", "image/heic", {"heic", "heif"}, "photo", Voorbeeld::geen},
        {S::txt, "TXT", "text/plain", {"txt"}, "file-text", Voorbeeld::geen},
        {S::csv, "CSV", "text/csv", {"csv"}, "table", Voorbeeld::geen},
        {S::rtf, "RTF", "application/rtf", {"rtf"}, "file-text", Voorbeeld::geen},
        {S::docx, "Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", {"docx"}, "file-text", Voorbeeld::geen},
        {S::xlsx, "Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", {"xlsx"}, "table", Voorbeeld::geen},
        {S::pptx, "PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation", {"pptx"}, "presentation", Voorbeeld::geen},
        {S::odt, "ODT", "application/vnd.oasis.opendocument.text", {"odt"}, "file-text", Voorbeeld::geen},
        {S::ods, "ODS", "application/vnd.oasis.opendocument.spreadsheet", {"ods"}, "table", Voorbeeld::geen},
        {S::odp, "ODP", "application/vnd.oasis.opendocument.presentation", {"odp"}, "presentation", Voorbeeld::geen},
        {S::eml, "EML", "message/rfc822", {"eml"}, "mail", Voorbeeld::geen},
        {S::msg, "Outlook", "application/vnd.ms-outlook", {"msg"}, "mail", Voorbeeld::geen},
        {S::mp4, "MP4", "video/mp4", {"mp4", "m4v"}, "video", Voorbeeld::geen},
        {S::mov, "QuickTime", "video/quicktime", {"mov"}, "video", Voorbeeld::geen},
    };
    return table;
}

const Soortgegevens& gegevens(Bestandssoort soort) {
    const auto& found = alle_soorten()[static_cast<std::size_t>(soort)];
    CHECK_THAT(found.soort == soort);
    return found;
}

std::optional<Bestandssoort> soort_van_extensie(std::string_view extensie) {
    for (const Soortgegevens& soort : alle_soorten())
        if (std::find(soort.extensies.begin(), soort.extensies.end(), extensie) != soort.extensies.end()) return soort.soort;
    return std::nullopt;
}

}  // namespace dichtbij::document
