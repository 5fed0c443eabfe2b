// Mail as anybody may send it: headers, parts, charsets, HTML, winmail.dat, reports. Also what a reader may answer.
// sources: src/mail/lees.cpp src/mail/lees_boom.cpp src/mail/lees_kop.cpp src/mail/lees_tekenset.cpp src/mail/lees_html.cpp
// sources: src/mail/lees_tnef.cpp src/mail/lees_rtf.cpp src/mail/lees_agenda.cpp src/mail/lees_soort.cpp src/mail/lees_rapport.cpp
// sources: src/mail/lees_bytes.cpp src/mail/citaat.cpp src/base/result.cpp src/base/text.cpp src/base/time.cpp
// packages: gmime-3.0
// libraries: -licuuc -licui18n -ldate-tz
// corpus: tests/mail

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "mail/citaat.h"
#include "mail/lees_apart.h"
#include "mail/lees_html.h"
#include "mail/lees_tnef.h"

namespace {

using namespace dichtbij;

void hold(bool promise) {
    if (!promise) std::abort();
}

bool is_clean(const std::string& text) { return is_utf8(text) && text.find('\0') == std::string::npos; }

mail::Grenzen limits() {
    mail::Grenzen grenzen;
    grenzen.delen = 50;
    grenzen.kopregels = 20'000;
    grenzen.tekst = 10'000;
    return grenzen;
}

void check_mail(std::string_view raw) {
    const mail::Mail read = mail::lees(raw, limits());
    hold(is_clean(read.onderwerp) && is_clean(read.tekst) && is_clean(read.html) && is_clean(read.message_id) && is_clean(read.soort_reden));
    hold(read.tekst.size() <= limits().tekst);
    for (const auto& part : read.delen) hold(is_clean(part.naam) && is_clean(part.mime) && part.naam.find_first_of("/\\\n") == std::string::npos);
    for (const auto& list : {read.aan, read.cc, read.antwoord_aan})
        for (const auto& one : list) hold(is_clean(one.naam) && is_clean(one.adres) && one.adres.find('@') != std::string::npos);
    const auto split = mail::splits_citaat(read.tekst);
    hold(read.tekst.starts_with(split.nieuw) && read.tekst.ends_with(split.citaat));
    hold(trimmed(read.tekst).empty() || !trimmed(split.nieuw).empty());
    const auto back = mail::uit_bytes(mail::in_bytes(read));
    hold(back && mail::in_bytes(*back) == mail::in_bytes(read));
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_mail(text);
    mail::lees_tnef(text);
    mail::pak_rtf_uit(text, 10'000);
    mail::tekst_van_rtf(text, 10'000);
    mail::uit_bytes(text);
    return 0;
}
