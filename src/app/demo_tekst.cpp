#include "app/demo_tekst.h"

#include <vector>

#include "base/text.h"

namespace dichtbij::app::demo {
namespace {

class Filler {
  public:
    Filler(std::string_view text, const Invulling& waarden, Toeval& toeval) : text_(text), waarden_(waarden), toeval_(toeval) {}

    std::string all() {
        std::string out;
        while (at_ < text_.size()) out += one();
        return out;
    }

  private:
    std::string one() {
        const char c = text_[at_];
        if (c == '[') return choice();
        if (c == '{') return value();
        ++at_;
        return std::string(1, c);
    }

    // Draws before it reads on, so that the choice does not depend on what stands in the alternatives.
    std::string choice() {
        ++at_;
        std::vector<std::string> alternatives{std::string()};
        while (at_ < text_.size() && text_[at_] != ']') {
            if (text_[at_] == '|') {
                alternatives.emplace_back();
                ++at_;
            } else {
                alternatives.back() += one();
            }
        }
        if (at_ < text_.size()) ++at_;
        return toeval_.pick(alternatives);
    }

    std::string value() {
        const auto end = text_.find('}', at_);
        CHECK_THAT(end != std::string_view::npos);
        const std::string_view name = text_.substr(at_ + 1, end - at_ - 1);
        at_ = end + 1;
        const auto found = waarden_.find(name);
        return found == waarden_.end() ? std::string() : found->second;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    const Invulling& waarden_;
    Toeval& toeval_;
};

std::string single_spaced(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
        if ((c == '.' || c == ',' || c == '?') && !out.empty() && out.back() == ' ') out.pop_back();
        out += c;
    }
    return std::string(trimmed(out));
}

bool is_plain_letter(char c) { return (c >= 'a' && c <= 'z'); }

}  // namespace

std::string fill_in(std::string_view sjabloon, const Invulling& waarden, Toeval& toeval) {
    std::string text = single_spaced(Filler(sjabloon, waarden, toeval).all());
    const bool starts_with_value = !sjabloon.empty() && (sjabloon[0] == '{' || sjabloon[0] == '[');
    if (starts_with_value && !text.empty() && is_plain_letter(text[0])) text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string mistyped(std::string_view tekst, Toeval& toeval) {
    std::string text(tekst);
    for (int slips = toeval.between(1, 2); slips > 0 && text.size() > 8; --slips) {
        const auto at = static_cast<std::size_t>(toeval.between(2, static_cast<int>(text.size()) - 3));
        if (!is_plain_letter(text[at]) || !is_plain_letter(text[at + 1])) continue;
        switch (toeval.below(4)) {
            case 0: std::swap(text[at], text[at + 1]); break;
            case 1: text.erase(at, 1); break;
            case 2: text.insert(at, 1, text[at]); break;
            default:
                if (text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
        }
    }
    return text;
}

std::vector<std::string> names_in(std::string_view sjabloon) {
    std::vector<std::string> names;
    for (auto at = sjabloon.find('{'); at != std::string_view::npos; at = sjabloon.find('{', at + 1))
        names.emplace_back(sjabloon.substr(at + 1, sjabloon.find('}', at) - at - 1));
    return names;
}

}  // namespace dichtbij::app::demo
