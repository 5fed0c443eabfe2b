#pragma once
// The kinds of file that a gemeente takes. A kind is found in the content, never in the name.

#include <boost/describe/enum.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dichtbij::document {

enum class Bestandssoort { pdf, png, jpeg, gif, webp, tiff, heic, txt, csv, rtf, docx, xlsx, pptx, odt, ods, odp, eml, msg, mp4, mov };
BOOST_DESCRIBE_ENUM(Bestandssoort, pdf, png, jpeg, gif, webp, tiff, heic, txt, csv, rtf, docx, xlsx, pptx, odt, ods, odp, eml, msg, mp4, mov)

// How a browser may show a kind inside a page, without another program.
enum class Voorbeeld { geen, afbeelding, pdf };

struct Soortgegevens {
    Bestandssoort soort = Bestandssoort::txt;
    std::string_view naam;                     // "PDF", "Word": the same in both languages
    std::string_view media_type;
    std::vector<std::string_view> extensies;   // lower case, without the point; the first is the usual one
    std::string_view icoon;
    Voorbeeld voorbeeld = Voorbeeld::geen;
};
const Soortgegevens& gegevens(Bestandssoort);
std::span<const Soortgegevens> alle_soorten();
// By extension, in lower case and without the point.
std::optional<Bestandssoort> soort_van_extensie(std::string_view extensie);

}  // namespace dichtbij::document
