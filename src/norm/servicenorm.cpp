#include "norm/servicenorm.h"

#include <boost/describe/enumerators.hpp>
#include <boost/mp11/algorithm.hpp>

#include <algorithm>
#include <tuple>

#include "base/text.h"

namespace dichtbij::norm {
namespace {

template <class T>
bool fits(const std::optional<T>& wanted, const std::optional<T>& given) {
    return !wanted || wanted == given;
}

bool applies(const Servicenorm& norm, const Normvraag& vraag, Meetmoment meet) {
    return norm.aanleiding == vraag.aanleiding && norm.meet == meet && norm.van <= vraag.datum &&
           (!norm.tot || vraag.datum < *norm.tot) && fits(norm.kanaal, std::optional(vraag.kanaal)) &&
           fits(norm.product, vraag.product) && fits(norm.onderwerp, vraag.onderwerp) &&
           fits(norm.gemeente, std::optional(vraag.gemeente));
}

auto specificity(const Servicenorm& norm) {
    return std::tuple(norm.onderwerp.has_value(), norm.product.has_value(), norm.kanaal.has_value(),
                      norm.gemeente.has_value(), norm.van);
}

// The code settles what is otherwise equal, so that the answer never depends on the order of the list.
bool wins(const Servicenorm& a, const Servicenorm& b) {
    if (specificity(a) != specificity(b)) return specificity(a) > specificity(b);
    return a.code < b.code;
}

Explanation reason(const Servicenorm& norm, std::size_t beaten) {
    Explanation steps{{"norm.waarom.norm", {Argument(norm.code)}}};
    if (norm.onderwerp) steps.push_back({"norm.waarom.onderwerp", {}});
    if (norm.product) steps.push_back({"norm.waarom.product", {}});
    if (norm.kanaal) steps.push_back({"norm.waarom.kanaal", {Argument(*norm.kanaal)}});
    if (norm.gemeente) steps.push_back({"norm.waarom.gemeente", {}});
    if (!norm.onderwerp && !norm.product && !norm.kanaal && !norm.gemeente) steps.push_back({"norm.waarom.algemeen", {}});
    if (beaten > 0) steps.push_back({"norm.waarom.specifieker", {Argument(static_cast<std::int64_t>(beaten))}});
    return steps;
}

Id<Norm> shipped_id(std::size_t number) {
    Id<Norm> id;
    id.bytes.back() = static_cast<std::uint8_t>(number);
    return id;
}

}  // namespace

std::optional<Gekozen> choose(std::span<const Servicenorm> norms, const Normvraag& vraag, Meetmoment meet) {
    std::vector<const Servicenorm*> found;
    for (const Servicenorm& norm : norms)
        if (applies(norm, vraag, meet)) found.push_back(&norm);
    if (found.empty()) return std::nullopt;
    std::sort(found.begin(), found.end(), [](const auto* a, const auto* b) { return wins(*a, *b); });
    Gekozen gekozen{*found.front(), reason(*found.front(), found.size() - 1), {}};
    for (std::size_t i = 1; i < found.size(); ++i) gekozen.verloren.push_back(found[i]->code);
    return gekozen;
}

std::vector<Gekozen> choose_all(std::span<const Servicenorm> norms, const Normvraag& vraag) {
    std::vector<Gekozen> chosen;
    boost::mp11::mp_for_each<boost::describe::describe_enumerators<Meetmoment>>([&](auto moment) {
        if (auto found = choose(norms, vraag, moment.value)) chosen.push_back(std::move(*found));
    });
    return chosen;
}

Normkeuze keuze_of(const Servicenorm& norm) { return {norm.code, norm.meet, norm.term}; }

std::vector<Servicenorm> shipped_norms() {
    using enum Meetmoment;
    using enum Aanleiding;
    struct Shipped {
        const char* code;
        Aanleiding aanleiding;
        Meetmoment meet;
        Term term;
        std::string_view kanaal;
        const char* bron;
    };
    const Term at_once = ClockTime{minutes(5)};
    const Shipped shipped[] = {  // in this order: their place is their id
        {"email.bevestiging", vraag, ontvangstbevestiging, at_once, kanaal_email, "norm.bron.mde_email"},
        {"email.antwoord", vraag, volledig_antwoord, WorkingDays{5}, kanaal_email, "norm.bron.mde_email"},
        {"formulier.bevestiging", vraag, ontvangstbevestiging, at_once, kanaal_formulier, "norm.bron.als_email"},
        {"formulier.antwoord", vraag, volledig_antwoord, WorkingDays{5}, kanaal_formulier, "norm.bron.als_email"},
        {"social_media.reactie", vraag, eerste_reactie, WorkingTime{minutes(120)}, kanaal_social_media, "norm.bron.was_social_media"},
        {"social_media.antwoord", vraag, volledig_antwoord, WorkingDays{1}, kanaal_social_media, "norm.bron.mde_social_media"},
        {"chat.reactie", vraag, eerste_reactie, WorkingTime{minutes(1)}, kanaal_chat, "norm.bron.eigen"},
        {"brief.reactie", vraag, eerste_reactie, WorkingDays{2}, kanaal_brief, "norm.bron.dw_reactie"},
        {"brief.antwoord", vraag, volledig_antwoord, WorkingDays{10}, kanaal_brief, "norm.bron.eigen"},
        {"reactie", vraag, eerste_reactie, WorkingDays{2}, {}, "norm.bron.dw_reactie"},
        {"terugbellen", terugbelverzoek, eerste_reactie, WorkingDays{2}, {}, "norm.bron.mde_terugbellen"},
        {"acceptatie", toewijzing, acceptatie, WorkingDays{1}, {}, "norm.bron.eigen"},
    };
    std::vector<Servicenorm> norms;
    for (const Shipped& row : shipped) {
        Servicenorm norm{shipped_id(norms.size() + 1), row.code, row.aanleiding, row.meet, row.term, {}, {}, {}, {}, make_day(1800, 1, 1), {}, row.bron};
        if (!row.kanaal.empty()) norm.kanaal = std::string(row.kanaal);
        norms.push_back(std::move(norm));
    }
    return norms;
}

Result<Done> validate(const Servicenorm& norm) {
    std::vector<FieldError> errors;
    const auto text = [&](const std::string& value, const char* field, std::size_t limit) {
        if (trimmed(value).empty()) errors.push_back({field, "norm.fout.verplicht", {}});
        else if (length_in_characters(value) > limit) errors.push_back({field, "norm.fout.te_lang", {std::to_string(limit)}});
    };
    text(norm.code, "code", code_limit_characters);
    if (norm.code.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789._-") != std::string::npos)
        errors.push_back({"code", "norm.fout.code_vorm", {}});
    text(norm.bron, "bron", bron_limit_characters);
    if (norm.kanaal) text(*norm.kanaal, "kanaal", kanaal_limit_characters);
    if (norm.tot && *norm.tot <= norm.van) errors.push_back({"tot", "norm.fout.tot_voor_van", {}});
    if (const auto sound = validate(norm.term); !sound)
        errors.insert(errors.end(), sound.error().fields.begin(), sound.error().fields.end());
    if (!errors.empty()) return invalid(std::move(errors));
    return Done{};
}

}  // namespace dichtbij::norm
