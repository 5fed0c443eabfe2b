// Klantcontacten made over the interface for other systems, over HTTP by 16 clients, against a bare loop that inserts the
// same rows in groups of the same size.
//
//     api_write_bench --data DIR|--database URL [CONTACTS]      changes the data: give it a copy
//
// Prints "dichtbij|bare CONTACTS_PER_S CPU_US", "rows N" a contact, and "ratio R".

#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <thread>

#include "app/apis.h"
#include "app/installation.h"
#include "http/server.h"
#include "http_client.h"
#include "organisatie/organisatie_service.h"
#include "write_floor.h"

namespace {

using namespace dichtbij;
using namespace dichtbij::bench;

constexpr const char* path = "/klantinteracties/api/v1/klantcontacten";

std::string make_token(app::Installation& in) {
    const access::Caller system = access::system_caller("bench");
    const auto gemeente = in.store.read([](store::Tx& tx) { return organisatie::gemeenten(tx).at(0).id; });
    toepassing::Gegevens gegevens{"Meetprogramma " + hex(random_bytes(4)), "", {}, false, {}, {}};
    for (const auto actie : access::alle_acties) gegevens.rechten.add({access::Groep::klantcontacten, actie});
    const auto made = in.toepassingen.make(system, gemeente, gegevens).value();
    return in.toepassingen.add_token(system, made.id, {}).value().geheim;
}

std::string body(int number) {
    return R"({"kanaal":"telefoon","onderwerp":"Stand van mijn aanvraag","inhoud":"Mevrouw belde op )" + std::to_string(number) +
           R"( en wilde weten wanneer zij antwoord krijgt.","reactie":"Uitgelegd wat de volgende stap is.","indicatieContactGelukt":true,"taal":"nld","vertrouwelijk":false,)"
           R"("plaatsgevondenOp":"2026-11-20T10:00:00Z"})";
}

Cost through_interface(int port, const std::string& token, int contacts) {
    std::atomic<int> next = 0, failed = 0;
    std::vector<std::thread> threads;
    const double wall = now_s(), cpu = seconds_of(CLOCK_PROCESS_CPUTIME_ID);
    for (std::size_t i = 0; i < writers; ++i)
        threads.emplace_back([&] {
            HttpClient client(port, {}, token);
            for (int at = next++; at < contacts; at = next++) {
                const auto answer = client.post(path, body(at));
                failed += !answer || answer->status != 201;
            }
        });
    for (auto& thread : threads) thread.join();
    if (failed > 0) throw std::runtime_error(std::to_string(failed) + " contacts were refused");
    return {contacts, now_s() - wall, seconds_of(CLOCK_PROCESS_CPUTIME_ID) - cpu};
}

void print(const char* name, const Cost& cost) {
    std::printf("%-9s %7.0f contacts/s %7.1f us\n", name, cost.contacts / cost.wall_s, cost.cpu_s * 1e6 / cost.contacts);
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 3) return std::fprintf(stderr, "usage: api_write_bench --data DIR|--database URL [CONTACTS]\n"), 2;
    app::Place place;
    (std::string(argv[1]) == "--data" ? place.data : place.database) = argv[2];
    const int contacts = argc > 3 ? std::atoi(argv[3]) : 4'000;
    std::vector<Contact> saved;
    Cost ours;
    {
        const auto in = app::open_installation(place, "bench");
        const std::string token = make_token(*in);
        http::Router router;
        app::Apis apis(*in, router);
        http::ServerOptions options;
        options.workers = writers;
        http::Server server(options, router);
        through_interface(server.port(), token, contacts / 10);  // warms up
        const Mark before = mark(*in);
        ours = through_interface(server.port(), token, contacts);
        saved = rows_since(*in, before);
        server.stop();
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
}
