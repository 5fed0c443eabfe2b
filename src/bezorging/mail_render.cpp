#include "bezorging/mail_render.h"

#include <algorithm>
#include <vector>

#include "bericht/bericht.h"
#include "html/writer.h"

namespace dichtbij::bezorging {
namespace {

std::vector<std::string> foot_of(const html::Texts& t, const Mailwoorden& woorden) {
    std::vector<std::string> lines{t("bezorging.mail.van", woorden.gemeente)};
    if (!woorden.mijn_url.empty()) lines.push_back(t("bezorging.mail.mijn", woorden.mijn_url));
    lines.push_back(woorden.antwoordbaar ? t("bezorging.mail.antwoord") : t("bezorging.mail.geen_antwoord"));
    if (!woorden.telefoon.empty()) lines.push_back(t("bezorging.mail.telefoon", woorden.telefoon));
    return lines;
}

std::string with_breaks(std::string_view paragraph) {
    std::string out;
    for (std::size_t at = 0; at <= paragraph.size();) {
        const std::size_t end = std::min(paragraph.find('\n', at), paragraph.size());
        out += (at > 0 ? "<br>\n" : "") + html::escaped(paragraph.substr(at, end - at));
        at = end + 1;
    }
    return out;
}

std::string with_link(std::string line, const std::string& url) {
    const auto at = url.empty() ? std::string::npos : line.find(url);
    if (at != std::string::npos) line.replace(at, url.size(), "<a href=\"" + url + "\">" + url + "</a>");
    return line;
}

// Of the theme only a colour goes in, which is #rrggbb by construction.
std::string style_of(const html::Theme& theme) {
    const std::string& brand = theme.value("brand");
    return "<style>\n:root{color-scheme:light dark;supported-color-schemes:light dark}\n"
           "body{margin:0;padding:0;background:#ffffff;color:#1a1a1a;font:17px/1.5 system-ui,-apple-system,'Segoe UI',Arial,sans-serif;-webkit-text-size-adjust:100%}\n"
           ".blad{max-width:36em;margin:0 auto;padding:0 16px 32px;overflow-wrap:anywhere}\n"
           ".kop{border-top:6px solid " + brand + ";padding:16px 0 8px;font-weight:bold}\n"
           "h1{font-size:22px;line-height:1.3;margin:8px 0 16px}\np{margin:0 0 16px}\n"
           ".voet{border-top:1px solid #767676;margin-top:24px;padding-top:16px;font-size:15px}\n.voet p{margin:0 0 8px}\na{color:inherit}\n"
           "@media (prefers-color-scheme:dark){body{background:#121212!important;color:#f2f2f2!important}}\n</style>\n";
}

}  // namespace

std::string mail_tekst(const html::Texts& t, const Mailwoorden& woorden) {
    std::string out;
    for (const std::string& one : bericht::paragraphs(woorden.tekst)) out += one + "\n\n";
    out += "-- \n";
    for (const std::string& one : foot_of(t, woorden)) out += one + "\n";
    return out;
}

std::string mail_html(const html::Texts& t, const Mailwoorden& woorden, const html::Theme& theme) {
    const std::string lang = woorden.taal == "eng" ? "en" : "nl";
    std::string out = "<!doctype html>\n<html lang=\"" + lang + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                      "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"supported-color-schemes\" content=\"light dark\">\n"
                      "<meta name=\"format-detection\" content=\"telephone=no,date=no,address=no,email=no\">\n<title>" +
                      html::escaped(woorden.onderwerp) + "</title>\n" + style_of(theme) + "</head>\n<body>\n<div class=\"blad\">\n<p class=\"kop\">" +
                      html::escaped(t("bezorging.mail.gemeente", woorden.gemeente)) + "</p>\n<main>\n<h1>" + html::escaped(woorden.onderwerp) + "</h1>\n";
    for (const std::string& one : bericht::paragraphs(woorden.tekst)) out += "<p>" + with_breaks(one) + "</p>\n";
    out += "</main>\n<div class=\"voet\">\n";
    for (const std::string& one : foot_of(t, woorden)) out += "<p>" + with_link(html::escaped(one), html::escaped(woorden.mijn_url)) + "</p>\n";
    return out + "</div>\n</div>\n</body>\n</html>\n";
}

}  // namespace dichtbij::bezorging
