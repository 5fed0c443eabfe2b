#include "portaal/loopt_portaal.h"

#include "html/dates.h"
#include "html/parts.h"

namespace dichtbij::portaal {

using namespace html;

Attribute titeltaal(const Loopt& one) { return attr_if(!one.titeltaal.empty(), "lang", one.titeltaal); }

Html belofte(const Texts& t, const Loopt& one, Instant now) {
    if (!one.beloofd) return {};
    const Day today = day_of(now);
    std::string words;
    if (one.beloofd_op) words = *one.beloofd == today ? t("termijn.vandaag_voor", time_of_day(t, *one.beloofd_op))
                                                      : t("portaal.loopt.voor", long_day(t, *one.beloofd, today), time_of_day(t, *one.beloofd_op));
    else words = *one.beloofd == today ? t("datum.vandaag") : by_day(t, *one.beloofd, today);
    return promise(t, *one.beloofd, join(capitalised(words), when(!one.belofte.empty(), [&] { return span(cls("soft small"), one.belofte); })));
}

Html loopt_lijst(const Texts& t, const std::vector<Loopt>& all, Instant now) {
    const Day today = day_of(now);
    return ul(cls("matters"), each(all, [&](const Loopt& one) {
                  const bool is_named = one.behandelaar.empty() || one.nu.find(one.behandelaar) != std::string::npos;
                  const std::string who = is_named ? std::string() : " " + t("portaal.loopt.behandelaar", one.behandelaar);
                  return li(div(h3(a(href(one.url), titeltaal(one), one.titel)), p(one.nu, who), when(!one.daarna.empty(), [&] { return p(cls("soft"), t("portaal.loopt.daarna", one.daarna)); }),
                                p(cls("soft small"), t("portaal.loopt.gevraagd", long_day(t, one.sinds, today)), ", ",
                                  t.rich("portaal.loopt.nummer", span(cls("nowrap"), one.nummer)))),
                            belofte(t, one, now));
              }));
}

Html klaar_lijst(const Texts& t, const std::vector<Loopt>& all, Day today) {
    return ul(cls("files"), each(all, [&](const Loopt& one) {
                  return li(icon("circle-check"), span(a(href(one.url), titeltaal(one), one.titel), br(), span(cls("soft small"), one.nu,
                                                                                              when(one.klaar.has_value(), [&] { return text(" " + t("portaal.loopt.klaar", long_day(t, *one.klaar, today))); }))));
              }));
}

}  // namespace dichtbij::portaal
