#include "bericht/waarde.h"

#include "html/dates.h"

namespace dichtbij::bericht {
namespace {

struct Schrijver {
    const html::Texts& t;
    Day today;

    std::string operator()(const std::string& words) const { return words; }
    std::string operator()(const Tweetalig& words) const { return t.taal() == html::Taal::en && !words.en.empty() ? words.en : words.nl; }
    std::string operator()(Day day) const { return html::long_day(t, day, today); }
    std::string operator()(Instant at) const { return html::long_day(t, day_of(at), today) + ", " + html::time_of_day(t, at); }
    std::string operator()(const Bedrag& bedrag) const {
        const std::int64_t rest = bedrag.centen % 100;
        return t("bericht.bedrag", bedrag.centen / 100, (rest < 10 ? "0" : "") + std::to_string(rest));
    }
};

}  // namespace

std::string in_woorden(const html::Texts& t, const Waarde& waarde, Day today) { return std::visit(Schrijver{t, today}, waarde); }

}  // namespace dichtbij::bericht
