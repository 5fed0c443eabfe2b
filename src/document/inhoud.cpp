#include "document/inhoud.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "document/bestandsnaam.h"
#include "document/getallen.h"
#include "document/herkenning.h"
#include "document/ole.h"
#include "document/tekst.h"

namespace dichtbij::document {
namespace {

using Gekeurd = tl::expected<Bestandssoort, Geweigerd>;

constexpr std::size_t begin_bytes = 8 * 1024;

tl::unexpected<Geweigerd> refuse(Weigering reden, std::vector<std::string> args = {}) { return tl::make_unexpected(Geweigerd{reden, std::move(args)}); }

bool is_one_of(std::string_view extension, std::string_view list) {
    return !extension.empty() && (" " + std::string(list) + " ").find(" " + std::string(extension) + " ") != std::string::npos;
}

// Names that promise what we never take, whatever is inside.
std::optional<Weigering> refused_by_name(std::string_view extension) {
    if (is_one_of(extension, "exe com scr pif dll sys msi msp bat cmd ps1 psm1 vbs vbe js jse wsf wsh hta cpl jar sh bash py pl php rb lnk reg scf url iso img apk app dmg pkg deb rpm swf"))
        return Weigering::programma;
    if (is_one_of(extension, "htm html xhtml shtml mht mhtml svg svgz xml xsl xslt")) return Weigering::webpagina;
    if (is_one_of(extension, "zip 7z rar gz tgz bz2 xz tar cab arj ace lzh z")) return Weigering::archief;
    if (is_one_of(extension, "docm dotm xlsm xltm xlam xlsb pptm potm ppsm ppam sldm")) return Weigering::macros;
    if (is_one_of(extension, "doc dot xls xlt xlw ppt pps pot")) return Weigering::oud_office;
    return std::nullopt;
}

Gekeurd of_text(Bytes& bytes, std::string_view begin, std::string_view extension) {
    if (is_script(begin)) return refuse(Weigering::programma);
    // A mail may have its text as HTML; it is only ever saved.
    if (extension == "eml" && is_mail(begin)) return Bestandssoort::eml;
    if (is_opmaaktaal(begin)) return refuse(Weigering::webpagina);
    if (!is_tekst(bytes)) return refuse(Weigering::onbekend);
    return extension == "csv" ? Bestandssoort::csv : Bestandssoort::txt;
}

Gekeurd of_ole(Bytes& bytes) {
    switch (ole_soort(bytes)) {
        case Olesoort::bericht: return Bestandssoort::msg;
        case Olesoort::office: return refuse(Weigering::oud_office);
        case Olesoort::versleuteld: return refuse(Weigering::versleuteld_document);
        case Olesoort::anders: return refuse(Weigering::onbekend);
        case Olesoort::geen: break;
    }
    return refuse(Weigering::beschadigd, {"Office"});
}

Gekeurd by_content(Bytes& bytes, std::string_view extension, const Inhoudsgrenzen& grenzen) {
    const std::string begin = bytes.piece(0, begin_bytes);
    if (begin.starts_with("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) return of_ole(bytes);
    if (begin.starts_with("PK\x03\x04")) return herken_zip(bytes, grenzen);
    if (is_programma(begin)) return refuse(Weigering::programma);
    if (is_archief(bytes, begin)) return refuse(Weigering::archief);
    if (const auto pdf = herken_pdf(bytes, begin)) return *pdf;
    if (begin.starts_with("{\\rtf")) return herken_rtf(bytes);
    if (const auto beeld = herken_beeld(bytes, begin)) return *beeld;
    return of_text(bytes, begin, extension);
}

}  // namespace

FieldError as_field_error(const Geweigerd& geweigerd, std::string_view veld) {
    return {std::string(veld), std::string("document.weigering.") + boost::describe::enum_to_string(geweigerd.reden, ""), geweigerd.args};
}

tl::expected<Bestandssoort, Geweigerd> keur(Bytes& bytes, std::string_view bestandsnaam, const Inhoudsgrenzen& grenzen) {
    if (bytes.size() == 0) return refuse(Weigering::leeg);
    if (bytes.size() > grenzen.bestand_bytes) return refuse(Weigering::te_groot, {std::to_string(grenzen.bestand_bytes / mebibyte)});
    const std::string extension = extensie_of(cleaned_bestandsnaam(bestandsnaam));
    auto found = by_content(bytes, extension, grenzen);
    // What is inside says more than the name; only what we would take is held against it.
    if (!found && found.error().reden != Weigering::onbekend) return found;
    if (const auto reden = refused_by_name(extension)) return refuse(*reden);
    if (!found) return found;
    const auto claimed = soort_van_extensie(extension);
    if (claimed && *claimed != *found) return refuse(Weigering::naam_klopt_niet, {std::string(gegevens(*claimed).naam), std::string(gegevens(*found).naam)});
    return found;
}

}  // namespace dichtbij::document
