#include "norm/explanation_render.h"

#include "html/dates.h"

namespace dichtbij::norm {
namespace {

struct Words {
    const html::Texts& t;
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(Day day) const { return html::long_day(t, day, Day{}); }
    std::string operator()(Instant at) const { return html::long_day(t, day_of(at), Day{}) + ", " + html::time_of_day(t, at); }
    std::string operator()(const Key& key) const { return t(key.text); }
    std::string operator()(const std::string& text) const { return text; }
};

}  // namespace

std::vector<std::string> in_words(const html::Texts& t, const Explanation& explanation) {
    std::vector<std::string> sentences;
    for (const Step& step : explanation) {
        std::vector<std::string> args;
        for (const Argument& argument : step.args) args.push_back(std::visit(Words{t}, argument));
        sentences.push_back(t.fill(step.key, args));
    }
    return sentences;
}

}  // namespace dichtbij::norm
