// The morning's promise check over all open cases, as the timer runs it.
//
//     belofte_bench DIR      changes the data: what was found before is forgotten first
//
// Prints "counted N S", the closed cases that were added to the lengths; "first N S", the open ones on a morning when
// nothing was known of any of them; and "looked N S in_danger N", the same on the next working morning.

#include <cstdio>

#include "app/cli.h"
#include "app/installation.h"
#include "http_client.h"
#include "norm/legal_calendar.h"

namespace {

using namespace dichtbij;

// The last two working days on which everybody's morning has begun.
std::pair<Instant, Instant> mornings(app::Installation& in) {
    const auto working_day = [](Day day) {
        while (norm::is_free(day)) day -= days(1);
        return day;
    };
    const Day second = working_day(day_of(in.clock.now())), first = working_day(second - days(1));
    return {start_of(first) + hours(9), start_of(second) + hours(9)};
}

void forget(app::Installation& in) {
    in.store.write([](store::Tx& tx) {
        tx.run("delete from verwachting");
        tx.run("delete from doorlooptijd");
        tx.run("delete from belofte_stand");
    });
}

// As if the day had begun after they ended: cases that are counted already.
void begin_the_day_again(app::Installation& in) {
    in.store.write([](store::Tx& tx) {
        tx.run("delete from verwachting");
        tx.run("update belofte_stand set dag = 0, sleutel = null");
    });
}

constexpr int all = 100'000'000;

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "usage: belofte_bench DIR\n"), 2;
    app::Place place;
    place.data = argv[1];
    const auto in = app::open_installation(place, "bench");
    const auto [day, next] = mornings(*in);
    forget(*in);
    const double begin = bench::now_s();
    const auto counting = in->beloften.check_promises(day, all);
    const double counted = bench::now_s();
    begin_the_day_again(*in);
    const double again = bench::now_s();
    const auto first = in->beloften.check_promises(day, all);
    const double known = bench::now_s();
    const auto second = in->beloften.check_promises(next, all);
    const double looked = bench::now_s();
    std::printf("counted %d %.2f\n", counting.geteld, counted - begin);
    std::printf("first %d %.2f in_danger %d\n", first.zaken, known - again, first.in_gevaar);
    std::printf("looked %d %.2f in_danger %d\n", second.zaken, looked - known, second.in_gevaar);
}
