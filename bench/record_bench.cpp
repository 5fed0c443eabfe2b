// One klantcontact as JSON by id, rights checked and reading logged, against record_bare_bench, which reads
// the same rows from the same store and writes the same JSON.
//
//     record_bench DIR [SECONDS]        measures; prints "bare|dichtbij REQUESTS_PER_S CPU_US" and "ratio R"
//     record_bench serve DIR            the product: prints its port, serves until its input ends
//
// There is no API yet that gives a contact as JSON: the route here stands on the real server and asks the
// real service, in the name of a real session.

#include <fcntl.h>
#include <spawn.h>
#include <sqlite3.h>
#include <sys/wait.h>

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <random>
#include <vector>

#include "access/access.h"
#include "access/digest.h"
#include "access/session.h"
#include "access/session_store.h"
#include "app/installation.h"
#include "base/bug.h"
#include "contact_json.h"
#include "duel.h"
#include "http/server.h"

namespace {

using namespace dichtbij;
using namespace dichtbij::bench;

constexpr const char* token = "bench-record";
constexpr int ids_asked = 20'000;

// ---- The product

const Uuid* bytes_of(const Uuid& id) { return &id; }

template <class E>
std::string word(E value) {
    return boost::describe::enum_to_string(value, "");
}

std::optional<std::int64_t> seconds_of(const std::optional<Instant>& op) {
    if (!op) return std::nullopt;
    return op->time_since_epoch().count();
}

void add_betrokkene(JsonWriter& json, const klantcontact::Betrokkene& b) {
    const std::string rol = word(b.rol);
    open_betrokkene(json, {&b.id, b.partij ? bytes_of(b.partij->bytes) : nullptr, rol, b.naam.voorletters, b.naam.voornaam,
                           b.naam.voorvoegsel_achternaam, b.naam.achternaam, b.organisatienaam, b.initiator});
    json.name("adressen");
    json.open('[');
    for (const auto* adres : {&b.bezoekadres, &b.correspondentieadres})
        if (*adres)
            write_texts(json, Field{"straatnaam", (*adres)->straatnaam}, Field{"postcode", (*adres)->postcode}, Field{"stad", (*adres)->stad});
    json.close(']');
    json.name("digitaleAdressen");
    json.open('[');
    for (const auto& adres : b.digitale_adressen) write_texts(json, Field{"soort", word(adres.soort)}, Field{"adres", adres.adres});
    json.close(']');
    json.close('}');
}

void add_objects(JsonWriter& json, std::string_view name, const std::vector<klantcontact::Objectverwijzing>& objects) {
    json.name(name);
    json.open('[');
    for (const auto& one : objects) write_texts(json, Field{"objectId", one.object_id}, Field{"codeObjecttype", one.code_objecttype});
    json.close(']');
}

std::string as_json(const klantcontact::KlantcontactBeeld& beeld) {
    const auto& one = beeld.klantcontact;
    const auto& text = one.inhoud;
    const std::string afloop = word(one.afloop);
    JsonWriter json;
    json.open('{');
    write_contact(json, {&one.id.bytes, &one.gesprek.bytes, one.nummer, text.kanaal, text.onderwerp, text.inhoud, text.reactie, text.taal, afloop,
                         text.verwezen_naar, text.indicatie_contact_gelukt, text.vertrouwelijk, text.plaatsgevonden_op.time_since_epoch().count(), one.versie});
    json.name("betrokkenen");
    json.open('[');
    for (const auto& b : beeld.betrokkenen) add_betrokkene(json, b);
    json.close(']');
    add_objects(json, "onderwerpobjecten", beeld.onderwerpobjecten);
    add_objects(json, "bijlagen", beeld.bijlagen);
    json.name("metadata");
    json.open('{');
    for (const auto& [key, content] : beeld.metadata) json.field(key, std::string_view(content));
    json.close('}');
    json.name("werk");
    if (const auto& w = beeld.werk)
        write_werk(json, {&w->id.bytes, &w->team.bytes, &w->eigenaar.bytes, w->nummer, w->titel, seconds_of(w->beloofd_op), seconds_of(w->gesloten_op)});
    else json.none();
    json.field("eerdereVersies", static_cast<std::int64_t>(beeld.versies.size()));
    json.close('}');
    return json.take();
}

void sign_in(app::Installation& in) {
    in.store.write([&](store::Tx& tx) {
        const auto account = tx.value<Id<Medewerker>>("select account from account_rol where rol = 'kcc_medewerker' order by account limit 1");
        const Instant now = in.clock.now();
        tx.run("delete from sessie where hash = ?1", store::Blob{access::sha256(token)});
        access::insert_session(tx, {store::Blob{access::sha256(token)}, account, access::Fase::volledig, now, now, now + hours(1), now + hours(1), "csrf",
                                    store::Blob{access::sha256(user_agent)}, "bench", {}, {}, {}});
    });
}

int serve(const std::string& directory) {
    const auto in = app::open_installation({directory, {}}, "bench");
    sign_in(*in);
    http::Router router;
    router.get("/klantcontacten/{id}", [&](http::Request& request) {
        const auto session = access::find_session(in->accounts, request.cookies.get("sessie"), request.headers.get("User-Agent"));
        if (!session || session->fase != access::Fase::volledig) return http::Response::empty(401);
        const auto id = Id<Klantcontact>::parse(request.param("id"));
        if (!id) return http::Response::empty(404);
        access::Caller caller = session->caller;
        caller.request_id = request.id;
        caller.scherm = "klantcontact";
        caller.doel = "dienstverlening";
        const auto beeld = in->contacten.get(caller, *id);
        if (!beeld) return http::Response::empty(beeld.error().reason == Reason::forbidden ? 403 : 404);
        return http::Response::json(as_json(*beeld));
    });
    http::ServerOptions options;
    options.workers = static_cast<std::size_t>(in->settings.worker_threads);
    options.gzip_level = 0;
    http::Server server(options, router);
    std::printf("%d\n", server.port());
    std::fflush(stdout);
    CHECK_THAT(std::freopen("/dev/null", "w", stdout) != nullptr);  // where the lines of the log go
    std::getchar();
    return 0;
}

// ---- Measuring

// A server in a process of its own; ends when its input is closed.
class Server {
  public:
    explicit Server(std::vector<std::string> command) {
        int to[2], from[2];
        CHECK_THAT(pipe2(to, O_CLOEXEC) == 0 && pipe2(from, O_CLOEXEC) == 0);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, to[0], STDIN_FILENO);
        posix_spawn_file_actions_adddup2(&actions, from[1], STDOUT_FILENO);
        std::vector<char*> arguments;
        for (auto& one : command) arguments.push_back(one.data());
        arguments.push_back(nullptr);
        CHECK_THAT(posix_spawn(&process_, arguments[0], &actions, nullptr, arguments.data(), environ) == 0);
        posix_spawn_file_actions_destroy(&actions);
        ::close(to[0]), ::close(from[1]);
        input_ = to[1];
        FILE* output = fdopen(from[0], "r");
        CHECK_THAT(std::fscanf(output, "%d", &port_) == 1);
        std::fclose(output);
    }
    ~Server() {
        ::close(input_);
        ::waitpid(process_, nullptr, 0);
    }
    int port() const { return port_; }
    pid_t process() const { return process_; }

  private:
    pid_t process_ = 0;
    int port_ = 0;
    int input_ = -1;
};

// Contacts that any employee of the contact centre of their gemeente may read, over the whole of the table.
std::vector<std::string> draw_paths(const std::string& path) {
    sqlite3* database = nullptr;
    sqlite3_stmt* statement = nullptr;
    CHECK_THAT(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr) == SQLITE_OK);
    constexpr const char* sql =
        "select id from klantcontact k not indexed where rowid >= ?1 and domein = '' and vertrouwelijk = 0 and verborgen_op is null "
        "and (select domein from werk w where w.id = k.werk) = '' and gemeente in (select gemeente from account_rol where account = "
        "(select account from account_rol where rol = 'kcc_medewerker' order by account limit 1)) limit 1";
    CHECK_THAT(sqlite3_prepare_v2(database, sql, -1, &statement, nullptr) == SQLITE_OK);
    sqlite3_stmt* last = nullptr;
    CHECK_THAT(sqlite3_prepare_v2(database, "select max(rowid) from klantcontact", -1, &last, nullptr) == SQLITE_OK && sqlite3_step(last) == SQLITE_ROW);
    std::mt19937_64 dice(7);
    std::uniform_int_distribution<std::int64_t> row(1, std::max<std::int64_t>(1, sqlite3_column_int64(last, 0) - 100));
    std::vector<std::string> paths;
    while (paths.size() < ids_asked) {
        sqlite3_reset(statement);
        sqlite3_bind_int64(statement, 1, row(dice));
        CHECK_THAT(sqlite3_step(statement) == SQLITE_ROW);
        Uuid id{};
        std::copy_n(static_cast<const std::uint8_t*>(sqlite3_column_blob(statement, 0)), id.size(), id.begin());
        paths.push_back("/klantcontacten/" + to_string(id));
    }
    sqlite3_finalize(statement);
    sqlite3_finalize(last);
    sqlite3_close(database);
    return paths;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc == 3 && std::string(argv[1]) == "serve") return serve(argv[2]);
    if (argc < 2 || argc > 3) return std::fprintf(stderr, "usage: record_bench DIR [SECONDS]\n"), 2;
    const std::string directory = argv[1];
    const double seconds = argc > 2 ? std::atof(argv[2]) : 6;
    const auto self = std::filesystem::read_symlink("/proc/self/exe");
    const auto paths = draw_paths(directory + "/dichtbij.sqlite");
    const Server product({self.string(), "serve", directory});
    const Server bare({(self.parent_path() / "record_bare_bench").string(), directory});
    run_duel({product.port(), product.process(), token, {}}, {bare.port(), bare.process(), token, {}}, paths, seconds);
}
