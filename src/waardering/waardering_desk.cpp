#include "waardering/waardering_desk.h"

#include "html/dates.h"
#include "html/parts.h"
#include "waardering/waardering_render.h"

namespace dichtbij::waardering {

using namespace html;

Html naast_werk(const WaarderingSchermen& s, const access::Desk& desk, Id<Werk> werk) {
    const Texts& t = desk.t;
    const auto seen = s.waarderingen.of_werk(desk.caller, werk);
    if (!seen || !*seen) return {};
    const Waardering& one = (*seen)->waardering;
    const std::string changed = one.gewijzigd_op ? t("waardering.balie.gewijzigd", long_day(t, day_of(*one.gewijzigd_op), desk.today())) : std::string();
    return section(cls("panel stack-tight"), attr("aria-labelledby", "h-waardering"), h2(id("h-waardering"), t("waardering.balie.kop")),
                   p(strong(cijfer_in_woorden(t, one.cijfer))), when(!(*seen)->woorden.empty(), [&] { return p(cls("quote"), (*seen)->woorden); }),
                   p(cls("soft"), t("waardering.balie.op", long_day(t, day_of(one.gegeven_op), desk.today())), changed.empty() ? "" : " " + changed),
                   p(cls("soft small"), t("waardering.balie.uitleg")));
}

}  // namespace dichtbij::waardering
