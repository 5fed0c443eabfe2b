#include "store/list_query.h"

#include <doctest/doctest.h>

#include "store/testing.h"

namespace dichtbij::store::list_query_test {
namespace {

constexpr Migration boom_schema[] = {{"boom.1", 1,
                                      "-- geen persoonsgegevens\ncreate table boom (id $int primary key, soort $text not null, hoogte $int not null) $strict;\n"
                                      "create table nest (boom $int not null, vogel $text not null) $strict"}};

void plant(Store& store) {
    store.write([](Tx& tx) {
        int id = 0;
        for (const char* soort : {"Beuk", "beukenhaag", "100%_eik", "Één es", "eik\\linde"}) {
            ++id;
            tx.run("insert into boom (id, soort, hoogte) values (?1, ?2, ?3)", id, soort, id * 10);
        }
        for (const int boom : {1, 1, 3}) tx.run("insert into nest (boom, vogel) values (?1, 'mees')", boom);
    });
}

template <class F>
void in_each_wood(F test) {
    for (const auto& fresh : testing::fresh_stores(boom_schema)) {
        CAPTURE(fresh->name);
        plant(*fresh->store);
        fresh->store->read([&](Tx& tx) { test(tx); });
    }
}

using Ids = std::vector<std::int64_t>;

Ids containing(Tx& tx, std::string_view words) {
    ListQuery query("boom b");
    query.contains("b.soort", words);
    return query.run<std::int64_t>(tx, "b.id", "b.id", {}).rows;
}

}  // namespace

TEST_CASE("a text contains words in any case, also with accents, and signs of patterns stand for themselves") {
    in_each_wood([](Tx& tx) {
        CHECK(containing(tx, "BEUK") == Ids{1, 2});
        CHECK(containing(tx, "één") == Ids{4});
        CHECK(containing(tx, "ÉÉN ES") == Ids{4});
        CHECK(containing(tx, "%_") == Ids{3});
        CHECK(containing(tx, "_") == Ids{3});
        CHECK(containing(tx, "k\\l") == Ids{5});
        CHECK(containing(tx, "spar").empty());
    });
}

TEST_CASE("rows found by other rows come once, and further selects narrow them") {
    in_each_wood([](Tx& tx) {
        ListQuery query("boom b");
        query.base("b.hoogte > 0");
        CHECK_FALSE(query.has_filters());
        query.among("b.id", "select boom as id from nest where vogel = " + query.mark("mees"));
        CHECK(query.has_filters());
        CHECK(query.run<std::int64_t>(tx, "b.id", "b.id desc", {}).rows == Ids{3, 1});
        query.among("b.id", "select id from boom where hoogte < " + query.mark(20));
        const auto narrowed = query.run<std::int64_t>(tx, "b.id", "b.id desc", {});
        CHECK(narrowed.rows == Ids{1});
        CHECK(narrowed.total == 1);
    });
}

TEST_CASE("a page tells how many rows there are on all pages, also beyond the end") {
    in_each_wood([](Tx& tx) {
        const auto page = [&](int number, int size) { return ListQuery("boom b").run<std::int64_t>(tx, "b.id", "b.id", {number, size}); };
        struct Row {
            int number, size;
            Ids ids;
        };
        for (const Row& row : {Row{1, 2, {1, 2}}, Row{3, 2, {5}}, Row{1, 5, {1, 2, 3, 4, 5}}, Row{1, 6, {1, 2, 3, 4, 5}}, Row{2, 5, {}}, Row{9, 3, {}}}) {
            CAPTURE(row.number);
            CAPTURE(row.size);
            CHECK(page(row.number, row.size).rows == row.ids);
            CHECK(page(row.number, row.size).total == 5);
        }
        CHECK(ListQuery("boom b").run<std::int64_t>(tx, "b.id", "b.id", {1, 2}, 7).total == 7);
    });
}

TEST_CASE("lists of many lengths make few statements") {
    Params params;
    CHECK(marks_in_few_lengths(params, std::vector<std::int64_t>{4, 5, 6}) == "?1, ?2, ?3, ?4");
    CHECK(params.values().back() == Value(std::int64_t{6}));
}

}  // namespace dichtbij::store::list_query_test
