// The morning's promise check over all open cases, as the timer runs it.
//
//     belofte_bench DIR      changes the data: what was looked at before is forgotten first
//
// Prints "counted N S", the closed cases that were added to the lengths; and "looked N S in_danger N", the open ones.

#include <cstdio>

#include "app/cli.h"
#include "app/installation.h"
#include "http_client.h"
#include "norm/legal_calendar.h"

namespace {

using namespace dichtbij;

// A working day on which everybody's morning has begun.
Instant morning(app::Installation& in) {
    Day day = day_of(in.clock.now());
    while (norm::is_free(day)) day -= days(1);
    return start_of(day) + hours(9);
}

constexpr int all = 100'000'000;

}  // namespace

int main(int argc, char** argv) {
    if (argc < 2) return std::fprintf(stderr, "usage: belofte_bench DIR\n"), 2;
    app::Place place;
    place.data = argv[1];
    const auto in = app::open_installation(place, "bench");
    const Instant now = morning(*in);
    // Counts what ended; then, as if the day began again, only looks.
    const double begin = bench::now_s();
    const auto first = in->beloften.check_promises(now, all);
    const double counted = bench::now_s();
    in->store.write([](store::Tx& tx) {
        tx.run("delete from verwachting");
        tx.run("update belofte_stand set dag = 0, sleutel = null");
    });
    const double again = bench::now_s();
    const auto second = in->beloften.check_promises(now, all);
    const double looked = bench::now_s();
    std::printf("counted %d %.2f\n", first.geteld, counted - begin);
    std::printf("looked %d %.2f in_danger %d\n", second.zaken, looked - again, second.in_gevaar);
}
