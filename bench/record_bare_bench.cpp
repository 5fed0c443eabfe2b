// The floor of record_bench: a bare Boost.Beast program that reads one klantcontact with what hangs on it by
// id from the SQLite file and writes the JSON. One thread, no rights, no log, no limits.
//
//     record_bare_bench DIR     prints its port, serves GET /klantcontacten/{id} until its input ends

#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <string>

#include "bare_server.h"
#include "base/bug.h"
#include "base/result.h"
#include "contact_json.h"

namespace {

using namespace dichtbij;
using namespace dichtbij::bench;

void must(int code) {
    if (code != SQLITE_OK) throw Bug("the bare program failed on its store");
}

class Select {
  public:
    Select(sqlite3* database, const std::string& sql) { must(sqlite3_prepare_v3(database, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement_, nullptr)); }
    ~Select() { sqlite3_finalize(statement_); }
    Select(const Select&) = delete;

    void start(const void* id) {
        sqlite3_reset(statement_);
        must(sqlite3_bind_blob(statement_, 1, id, 16, SQLITE_STATIC));
    }
    bool next() { return sqlite3_step(statement_) == SQLITE_ROW; }
    void end() { sqlite3_reset(statement_); }
    std::string_view text(int at) {
        const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, at));
        return {bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, at))};
    }
    const void* blob(int at) { return sqlite3_column_blob(statement_, at); }
    std::int64_t number(int at) { return sqlite3_column_int64(statement_, at); }
    std::optional<std::int64_t> optional(int at) {
        if (sqlite3_column_type(statement_, at) == SQLITE_NULL) return std::nullopt;
        return number(at);
    }

  private:
    sqlite3_stmt* statement_ = nullptr;
};

class Reader {
  public:
    explicit Reader(const std::string& path) : database_(opened(path)) {}

    // Nothing when there is no such contact.
    std::optional<std::string> contact(const Uuid& id) {
        must(sqlite3_exec(database_, "begin", nullptr, nullptr, nullptr));
        auto found = read(id);
        must(sqlite3_exec(database_, "commit", nullptr, nullptr, nullptr));
        return found;
    }

  private:
    static sqlite3* opened(const std::string& path) {
        sqlite3* database = nullptr;
        must(sqlite3_open_v2(path.c_str(), &database, SQLITE_OPEN_READONLY, nullptr));
        return database;
    }

    std::optional<std::string> read(const Uuid& id) {
        contact_.start(id.data());
        if (!contact_.next()) return std::nullopt;
        JsonWriter json;
        json.open('{');
        ContactView view{contact_.blob(0), contact_.blob(1), contact_.text(2), contact_.text(3), contact_.text(4), contact_.text(5), contact_.text(6),
                         contact_.text(7), contact_.text(8), contact_.text(9), {}, contact_.number(11) != 0, contact_.number(12), contact_.number(13)};
        if (const auto gelukt = contact_.optional(10)) view.gelukt = *gelukt != 0;
        write_contact(json, view);
        add_betrokkenen(json, id.data());
        add_objects(json, "onderwerpobjecten", onderwerpen_, id.data());
        add_objects(json, "bijlagen", bijlagen_, id.data());
        json.name("metadata");
        json.open('{');
        metadata_.start(id.data());
        while (metadata_.next()) json.field(metadata_.text(0), metadata_.text(1));
        json.close('}');
        json.name("werk");
        werk_.start(contact_.blob(14));
        CHECK_THAT(werk_.next());
        write_werk(json, {werk_.blob(0), werk_.blob(1), werk_.blob(2), werk_.text(3), werk_.text(4), werk_.optional(5), werk_.optional(6)});
        werk_.end();
        contact_.end();
        versies_.start(id.data());
        std::int64_t versies = 0;
        while (versies_.next()) ++versies;
        json.field("eerdereVersies", versies);
        json.close('}');
        return json.take();
    }

    void add_betrokkenen(JsonWriter& json, const void* id) {
        json.name("betrokkenen");
        json.open('[');
        betrokkenen_.start(id);
        while (betrokkenen_.next()) {
            auto& b = betrokkenen_;
            open_betrokkene(json, {b.blob(0), b.blob(1), b.text(2), b.text(3), b.text(4), b.text(5), b.text(6), b.text(7), b.number(8) != 0});
            json.name("adressen");
            json.open('[');
            adressen_.start(b.blob(0));
            while (adressen_.next())
                write_texts(json, Field{"straatnaam", adressen_.text(0)}, Field{"postcode", adressen_.text(1)}, Field{"stad", adressen_.text(2)});
            json.close(']');
            json.name("digitaleAdressen");
            json.open('[');
            digitale_.start(b.blob(0));
            while (digitale_.next()) write_texts(json, Field{"soort", digitale_.text(0)}, Field{"adres", digitale_.text(1)});
            json.close(']');
            json.close('}');
        }
        json.close(']');
    }

    void add_objects(JsonWriter& json, std::string_view name, Select& objects, const void* id) {
        json.name(name);
        json.open('[');
        objects.start(id);
        while (objects.next()) write_texts(json, Field{"objectId", objects.text(0)}, Field{"codeObjecttype", objects.text(1)});
        json.close(']');
    }

    static std::string objects_sql(const std::string& soort) {
        return "select object_id, code_objecttype from klantcontact_object where klantcontact = ?1 and soort = '" + soort + "' order by id";
    }

    sqlite3* database_;  // until the process ends
    Select contact_{database_, "select id, gesprek, nummer, kanaal, onderwerp, inhoud, reactie, taal, afloop, verwezen_naar, indicatie_contact_gelukt, "
                               "vertrouwelijk, plaatsgevonden_op, versie, werk from klantcontact where id = ?1"};
    Select betrokkenen_{database_, "select id, partij, rol, voorletters, voornaam, voorvoegsel_achternaam, achternaam, organisatienaam, initiator "
                                   "from betrokkene where klantcontact = ?1 order by id"};
    Select adressen_{database_, "select straatnaam, postcode, stad from betrokkene_adres where betrokkene = ?1 order by soort"};
    Select digitale_{database_, "select soort, adres from digitaal_adres where betrokkene = ?1 order by id"};
    Select onderwerpen_{database_, objects_sql("onderwerpobject")};
    Select bijlagen_{database_, objects_sql("bijlage")};
    Select metadata_{database_, "select sleutel, waarde from klantcontact_metadata where klantcontact = ?1 order by sleutel"};
    Select werk_{database_, "select id, team, eigenaar, nummer, titel, beloofd_op, gesloten_op from werk where id = ?1"};
    Select versies_{database_, "select versie from klantcontact_versie where klantcontact = ?1"};
};

std::optional<std::string> answer(Reader& reader, std::string_view target) {
    constexpr std::string_view prefix = "/klantcontacten/";
    const auto id = parse_uuid(target.substr(std::min(prefix.size(), target.size())));
    return id ? reader.contact(*id) : std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) return std::fprintf(stderr, "usage: record_bare_bench DIR\n"), 2;
    Reader reader(std::string(argv[1]) + "/dichtbij.sqlite");
    serve_bare([&](std::string_view target) { return answer(reader, target); });
}
