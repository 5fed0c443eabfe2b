#include <doctest/doctest.h>

#include "overleg/verdelen.h"

namespace dichtbij::overleg::verdelen_model_test {

TEST_CASE("the next case goes to who has most room of those present") {
    const auto one = [](int zaken, std::optional<int> capaciteit, bool aanwezig = true) { return Bezetting{{}, zaken, capaciteit, aanwezig}; };
    struct Row {
        std::vector<Bezetting> people;
        Vol vol;
        std::optional<std::size_t> gets;
    };
    for (const Row& row : {Row{{}, Vol::weigeren, {}}, Row{{one(3, 10), one(3, 12)}, Vol::weigeren, 1}, Row{{one(5, {}), one(3, {})}, Vol::weigeren, 1}, Row{{one(1, 2), one(0, 2, false)}, Vol::weigeren, 0},
                           Row{{one(2, 2), one(9, 9)}, Vol::weigeren, {}}, Row{{one(2, 2), one(9, 9)}, Vol::toegestaan, 0}, Row{{one(4, 10), one(1, {})}, Vol::weigeren, 1},
                           Row{{one(4, 10), one(8, {})}, Vol::weigeren, 0}, Row{{one(0, 0), one(50, {})}, Vol::weigeren, 1}, Row{{one(0, {}, false)}, Vol::toegestaan, {}}})
        CHECK(vrijste(row.people, row.vol) == row.gets);
}

}  // namespace dichtbij::overleg::verdelen_model_test
