// A contact with its task, clocks and journal, saved durably by the service of the desk from 16 threads,
// against a bare loop that inserts the same rows in groups of the same size.
//
//     write_bench --data DIR|--database URL [CONTACTS]      changes the data: give it a copy
//
// Prints "dichtbij|bare CONTACTS_PER_S CPU_US", "rows N" a contact, and "ratio R".

#include <atomic>
#include <barrier>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "access/access.h"
#include "app/installation.h"
#include "http_client.h"
#include "write_floor.h"

namespace {

using namespace dichtbij;
using namespace dichtbij::bench;

constexpr int drafts_a_round = 10;  // of one employee; below balie::concepten_limit

struct Desk {
    access::Caller caller;
    Id<Gemeente> gemeente;
    std::vector<Id<Onderwerp>> onderwerpen;
    std::vector<Id<Partij>> partijen;
};

// Employees of the contact centre first, then those who handle work; each with residents of one gemeente.
std::vector<Desk> desks_of(app::Installation& in) {
    return in.store.read([&](store::Tx& tx) {
        std::vector<Desk> desks;
        const auto accounts = tx.rows<Id<Medewerker>>(
            "select account from account_rol where rol in ('kcc_medewerker', 'behandelaar') group by account order by max(rol) desc, account limit ?1", static_cast<std::int64_t>(writers));
        for (const auto& account : accounts) {
            Desk desk;
            desk.caller = access::caller_of(tx, account).value();
            desk.caller.scherm = "contact";
            desk.caller.doel = "dienstverlening";
            desk.gemeente = desk.caller.grants.front().gemeente;
            desk.onderwerpen = tx.rows<Id<Onderwerp>>("select id from onderwerp where gemeente = ?1 and actief = 1 and domein = '' order by id", desk.gemeente);
            desk.partijen = tx.rows<Id<Partij>>("select id from partij where gemeente = ?1 and gewist_op is null order by id limit 20000", desk.gemeente);
            desks.push_back(std::move(desk));
        }
        CHECK_THAT(desks.size() == writers);
        return desks;
    });
}

balie::ContactInvoer contact(const Desk& desk, std::size_t number) {
    balie::ContactInvoer invoer;
    invoer.partij = desk.partijen[number * 7919 % desk.partijen.size()];
    auto& vraag = invoer.vragen.front();
    vraag.onderwerp = desk.onderwerpen[number % desk.onderwerpen.size()];
    vraag.vraag = "Hoe staat het met mijn aanvraag?";
    vraag.notitie = "Mevrouw belde op " + std::to_string(number) + " en wil weten wanneer zij antwoord krijgt. Zij is overdag goed bereikbaar.";
    vraag.afloop = balie::Afloop::doorgezet;
    vraag.telefoon = "06 1234 5678";
    vraag.moment = "na 14 uur";
    return invoer;
}

// Runs while the employees save, stands still while they type.
class Stopwatch {
  public:
    void turn() noexcept {
        const double wall = now_s(), cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
        if (runs_) sum_.wall_s += wall - wall_, sum_.cpu_s += cpu - cpu_;
        wall_ = wall, cpu_ = cpu;
        runs_ = !runs_;
    }
    Cost sum() const { return sum_; }

  private:
    Cost sum_;
    double wall_ = 0;
    double cpu_ = 0;
    bool runs_ = false;
};

// Drafts are kept from the first key: that is before, and not measured. Saving is.
Cost through_service(app::Installation& in, const std::vector<Desk>& desks, int rounds) {
    Stopwatch watch;
    const auto turn = [&watch]() noexcept { watch.turn(); };
    std::barrier gate(static_cast<std::ptrdiff_t>(writers), turn);
    std::atomic<int> failed = 0;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < writers; ++i)
        threads.emplace_back([&, i] {
            const Desk& desk = desks[i];
            for (int round = 0; round < rounds; ++round) {
                std::vector<std::pair<Id<Gesprek>, balie::ContactInvoer>> drafts;
                for (int n = 0; n < drafts_a_round; ++n) {
                    auto invoer = contact(desk, static_cast<std::size_t>(round * drafts_a_round + n) * writers + i);
                    drafts.emplace_back(in.balie.start(desk.caller, desk.gemeente, invoer).value(), std::move(invoer));
                }
                gate.arrive_and_wait();
                for (const auto& [id, invoer] : drafts) failed += !in.balie.save(desk.caller, id, invoer);
                gate.arrive_and_wait();
            }
        });
    for (auto& thread : threads) thread.join();
    if (failed > 0) throw std::runtime_error(std::to_string(failed) + " contacts were refused");
    Cost cost = watch.sum();
    cost.contacts = rounds * drafts_a_round * static_cast<int>(writers);
    return cost;
}

void print(const char* name, const Cost& cost) {
    std::printf("%-9s %7.0f contacts/s %7.1f us\n", name, cost.contacts / cost.wall_s, cost.cpu_s * 1e6 / cost.contacts);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return std::fprintf(stderr, "usage: write_bench --data DIR|--database URL [CONTACTS]\n"), 2;
    app::Place place;
    (std::string(argv[1]) == "--data" ? place.data : place.database) = argv[2];
    const int rounds = std::max(1, (argc > 3 ? std::atoi(argv[3]) : 4'000) / (drafts_a_round * static_cast<int>(writers)));
    std::vector<Contact> saved;
    Cost ours;
    {
        const auto in = app::open_installation(place, "bench");
        const auto desks = desks_of(*in);
        through_service(*in, desks, 2);  // warms up
        const Mark before = mark(*in);
        ours = through_service(*in, desks, rounds);
        saved = rows_since(*in, before);
    }
    if (saved.size() != static_cast<std::size_t>(ours.contacts)) throw std::runtime_error("not all contacts were found back");
    std::size_t rows = 0;
    for (const auto& one : saved) rows += one.size();
    make_other(saved);
    const Cost floor = place.database.empty() ? insert_sqlite(place.dir().database().string(), saved) : insert_postgres(place.database, saved);
    print("bare", floor);
    print("dichtbij", ours);
    std::printf("rows %.1f\n", static_cast<double>(rows) / static_cast<double>(saved.size()));
    std::printf("ratio %.2f\n", floor.wall_s / ours.wall_s * ours.contacts / floor.contacts);
    std::printf("cpu_ratio %.2f\n", floor.cpu_s / ours.cpu_s * ours.contacts / floor.contacts);
}
