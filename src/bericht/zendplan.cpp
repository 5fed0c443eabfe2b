#include "bericht/zendplan.h"

#include <algorithm>
#include <tuple>

namespace dichtbij::bericht {
namespace {

struct Klaarstaand {
    Wachtend bericht;
    Instant eigen;  // when it may go by itself
    Instant vanaf;  // and with those that it waits for
};

bool is_older(const Wachtend& a, const Wachtend& b) { return std::tie(a.ontstaan_op, a.id) < std::tie(b.ontstaan_op, b.id); }

// Those that are not urgent, oldest first, with the first moment at which each may go.
std::vector<Klaarstaand> ready(std::span<const Wachtend> wachtend, const Stilte& stilte, Instant now) {
    std::vector<Klaarstaand> list;
    for (const Wachtend& one : wachtend) {
        if (one.spoed) continue;
        const Instant op = eerste_luid(stilte, std::max(one.niet_voor_op, now));
        list.push_back({one, op, op});
    }
    std::sort(list.begin(), list.end(), [](const auto& a, const auto& b) { return is_older(a.bericht, b.bericht); });
    for (std::size_t i = 0; i < list.size(); ++i)
        for (std::size_t j = 0; j < i; ++j)
            if (list[j].eigen - list[i].eigen <= samen_termijn) list[i].vanaf = std::max(list[i].vanaf, list[j].vanaf);
    return list;
}

}  // namespace

std::vector<Vertrek> zendplan(std::span<const Wachtend> wachtend, std::optional<Instant> laatste, const Stilte& stilte, Instant now) {
    std::vector<Vertrek> plan;
    for (const Wachtend& one : wachtend)
        if (one.spoed) plan.push_back({std::max(one.niet_voor_op, now), {one.id}, true});
    std::vector<Klaarstaand> left = ready(wachtend, stilte, now);
    while (!left.empty()) {
        Instant op = std::min_element(left.begin(), left.end(), [](const auto& a, const auto& b) { return a.vanaf < b.vanaf; })->vanaf;
        if (laatste) op = std::max(op, eerste_luid(stilte, *laatste + bundel_termijn));
        Vertrek vertrek{op, {}, false};
        for (const auto& one : left)
            if (one.vanaf <= op) vertrek.berichten.push_back(one.bericht.id);
        std::erase_if(left, [&](const auto& one) { return one.vanaf <= op; });
        plan.push_back(std::move(vertrek));
        laatste = op;
    }
    std::stable_sort(plan.begin(), plan.end(), [](const Vertrek& a, const Vertrek& b) { return a.op < b.op; });
    return plan;
}

}  // namespace dichtbij::bericht
