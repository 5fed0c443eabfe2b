// The floor of api_bench: a bare Boost.Beast program that reads klantcontacten with what hangs on them from the store and
// writes them as Klantinteracties does. One thread, no rights, no log, no limits.
//
//     api_bare_bench --data DIR|--database URL GEMEENTE_CODE BASE     prints its port, serves until its input ends
//
// Serves GET .../klantcontacten/{uuid} and .../klantcontacten?pageSize=N&page=N, each also with
// expand=hadBetrokkenen,leiddeTotInterneTaken as the last parameter.

#include <cstdio>
#include <cstdlib>
#include <map>

#include "bare_rows.h"
#include "bare_server.h"
#include "json/writer.h"

namespace {

using namespace dichtbij;
using namespace dichtbij::bench;
using Ids = std::vector<Uuid>;

constexpr std::string_view path = "/klantcontacten";
constexpr std::string_view expand = "expand=hadBetrokkenen,leiddeTotInterneTaken";

struct Contact {
    Uuid id{};
    std::string nummer, referentienummer, kanaal, onderwerp, inhoud, reactie, hoofd_onderwerp_type, taal;
    std::optional<bool> gelukt;
    bool verdere_actie = false, vertrouwelijk = false;
    std::int64_t plaatsgevonden_op = 0;
    std::vector<std::pair<std::string, std::string>> metadata;
};
struct Betrokkene {
    Uuid id{}, klantcontact{};
    std::optional<Uuid> partij;
    std::string rol, voorletters, voornaam, voorvoegsel, achternaam, organisatienaam;
    bool initiator = false;
    Ids adressen;
};
struct Taak {
    Uuid id{}, klantcontact{};
    std::string nummer, referentienummer, handeling, toelichting;
    bool is_done = false;
    std::int64_t toegewezen_op = 0;
    std::optional<std::int64_t> afgehandeld_op;
};
struct Hangend {  // on the contacts of one answer
    std::map<Uuid, std::vector<Betrokkene>> betrokkenen;
    std::map<Uuid, std::vector<Taak>> taken;
};

constexpr const char* contact_columns =
    "id, standaardnummer, referentienummer, kanaal, onderwerp, inhoud, reactie, hoofd_onderwerp_type, taal, indicatie_contact_gelukt, verdere_actie_ondernomen, "
    "vertrouwelijk, plaatsgevonden_op";
constexpr const char* visible = "gemeente = ?1 and verborgen_op is null and domein in ('') and vertrouwelijk = 0";

class Reader {
  public:
    Reader(Base& base, const std::string& gemeente, std::string address) : base_(base), address_(std::move(address)) {
        auto& rows = base_.select("select id from gemeente where code = '" + gemeente + "'", {});
        CHECK_THAT(rows.next());
        gemeente_ = rows.uuid(0);
        rows.next();
    }

    std::optional<std::string> one(const Uuid& id, bool is_expanded) {
        const Ids ids{id};
        base_.begin();
        auto found = contacts(base_.select(std::string("select ") + contact_columns + " from klantcontact where id = ?1", {id}));
        std::string out;
        if (!found.empty()) {
            const Hangend hangend = read_hangend(found, is_expanded);
            json::Writer w(out, address_);
            write(w, found.front(), hangend, is_expanded);
        }
        base_.commit();
        return found.empty() ? std::nullopt : std::optional(std::move(out));
    }

    std::string list(int size, int page, bool is_expanded) {
        base_.begin();
        const std::int64_t offset = std::int64_t{page - 1} * size;
        auto found = contacts(base_.select(std::string("select ") + contact_columns + " from klantcontact where " + visible +
                                               " order by plaatsgevonden_op desc, id desc limit ?2 offset ?3",
                                           {gemeente_, std::int64_t{size}, offset}));
        auto& counted = base_.select("select cast(coalesce(sum(contacten), 0) as bigint) from klantcontact_telling where gemeente = ?1 and domein in ('') and vertrouwelijk = 0", {gemeente_});
        CHECK_THAT(counted.next());
        const std::int64_t total = counted.number(0);
        counted.next();
        const Hangend hangend = read_hangend(found, is_expanded);
        base_.commit();
        std::string out;
        json::Writer w(out, address_);
        w.begin_object().key("count").integer(total);
        write_page(w, "next", offset + size < total ? page + 1 : 0, size, is_expanded);
        write_page(w, "previous", page - 1, size, is_expanded);
        w.key("results").begin_array();
        for (const Contact& one : found) write(w, one, hangend, is_expanded);
        w.end_array().end_object();
        return out;
    }

  private:
    static std::vector<Contact> contacts(Rows& rows) {
        std::vector<Contact> all;
        while (rows.next()) {
            Contact& one = all.emplace_back();
            one.id = rows.uuid(0);
            int at = 0;
            for (std::string* text : {&one.nummer, &one.referentienummer, &one.kanaal, &one.onderwerp, &one.inhoud, &one.reactie, &one.hoofd_onderwerp_type, &one.taal}) *text = rows.text(++at);
            if (!rows.is_null(9)) one.gelukt = rows.number(9) != 0;
            one.verdere_actie = rows.number(10) != 0;
            one.vertrouwelijk = rows.number(11) != 0;
            one.plaatsgevonden_op = rows.number(12);
        }
        return all;
    }

    Rows& select_of(const std::string& sql, const Ids& ids, const std::string& rest = "") {
        return base_.select(sql + " in (" + marks(1, ids.size()) + ")" + rest, {ids.begin(), ids.end()});
    }

    Hangend read_hangend(std::vector<Contact>& of, bool is_expanded) {
        Ids ids;
        for (const Contact& one : of) ids.push_back(one.id);
        Hangend found;
        if (ids.empty()) return found;
        // The data of the bench has none of these; that there are none is read.
        for (const char* sql : {"select id, soort, object_id, code_objecttype from klantcontact_object where klantcontact", "select id, actor from klantcontact_actor where klantcontact"})
            CHECK_THAT(!select_of(sql, ids).next());
        for (auto& rows = select_of("select klantcontact, sleutel, waarde from klantcontact_metadata where klantcontact", ids, " order by sleutel"); rows.next();)
            for (Contact& one : of)
                if (one.id == rows.uuid(0)) one.metadata.emplace_back(rows.text(1), rows.text(2));
        is_expanded ? read_betrokkenen(found, ids) : read_betrokkene_ids(found, ids);
        is_expanded ? read_taken(found, ids) : read_taak_ids(found, ids);
        return found;
    }

    void read_betrokkene_ids(Hangend& found, const Ids& ids) {
        for (auto& rows = select_of("select klantcontact, id from betrokkene where klantcontact", ids, " order by id"); rows.next();)
            found.betrokkenen[rows.uuid(0)].emplace_back().id = rows.uuid(1);
    }

    void read_betrokkenen(Hangend& found, const Ids& ids) {
        Ids involved;
        for (auto& rows = select_of("select klantcontact, id, partij, rol, initiator, voorletters, voornaam, voorvoegsel_achternaam, achternaam, organisatienaam from betrokkene where klantcontact",
                                    ids, " order by id");
             rows.next();) {
            Betrokkene& one = found.betrokkenen[rows.uuid(0)].emplace_back();
            one.klantcontact = rows.uuid(0);
            one.id = rows.uuid(1);
            if (!rows.is_null(2)) one.partij = rows.uuid(2);
            one.rol = rows.text(3);
            one.initiator = rows.number(4) != 0;
            int at = 4;
            for (std::string* text : {&one.voorletters, &one.voornaam, &one.voorvoegsel, &one.achternaam, &one.organisatienaam}) *text = rows.text(++at);
            involved.push_back(one.id);
        }
        if (involved.empty()) return;
        CHECK_THAT(!select_of("select betrokkene, soort, straatnaam, postcode, stad from betrokkene_adres where betrokkene", involved).next());
        std::map<Uuid, Ids> adressen;
        for (auto& rows = select_of("select betrokkene, id, soort, adres from digitaal_adres where betrokkene", involved, " order by id"); rows.next();) adressen[rows.uuid(0)].push_back(rows.uuid(1));
        for (auto& [klantcontact, all] : found.betrokkenen)
            for (Betrokkene& one : all)
                if (const auto own = adressen.find(one.id); own != adressen.end()) one.adressen = std::move(own->second);
    }

    static constexpr const char* and_visible = " and w.id = t.werk and t.verborgen_op is null and w.domein in ('') order by t.id";

    void read_taak_ids(Hangend& found, const Ids& ids) {
        for (auto& rows = select_of("select t.klantcontact, t.id from taak t cross join werk w where t.klantcontact", ids, and_visible); rows.next();)
            found.taken[rows.uuid(0)].emplace_back().id = rows.uuid(1);
    }

    void read_taken(Hangend& found, const Ids& ids) {
        Ids taken;
        for (auto& rows = select_of("select t.klantcontact, t.id, t.standaardnummer, t.referentienummer, t.gevraagde_handeling, t.toelichting, t.toegewezen_op, w.soort, w.gesloten_op, w.laatste_op "
                                    "from taak t cross join werk w where t.klantcontact",
                                    ids, and_visible);
             rows.next();) {
            Taak& one = found.taken[rows.uuid(0)].emplace_back();
            one.klantcontact = rows.uuid(0);
            one.id = rows.uuid(1);
            int at = 1;
            for (std::string* text : {&one.nummer, &one.referentienummer, &one.handeling, &one.toelichting}) *text = rows.text(++at);
            one.toegewezen_op = rows.number(6);
            const bool taken_over = rows.text(7) == "zaak";
            one.is_done = taken_over || !rows.is_null(8);
            if (!rows.is_null(8)) one.afgehandeld_op = rows.number(8);
            else if (taken_over) one.afgehandeld_op = rows.number(9);
            taken.push_back(one.id);
        }
        if (!taken.empty()) CHECK_THAT(!select_of("select taak, actor from taak_actor where taak", taken).next());
    }

    void write_page(json::Writer& w, const char* name, int page, int size, bool is_expanded) {
        w.key(name);
        if (page < 1) {
            w.null();
            return;
        }
        std::string url = address_ + std::string(path) + "?";
        if (is_expanded) url += "expand=hadBetrokkenen%2CleiddeTotInterneTaken&";
        w.text(url + (page > 1 ? "page=" + std::to_string(page) + "&" : "") + "pageSize=" + std::to_string(size));
    }

    static void write_moment(json::Writer& w, const char* key, const std::optional<std::int64_t>& op) {
        w.key(key);
        if (op) w.instant(Instant(seconds(*op)));
        else w.null();
    }

    static void write_unless_empty(json::Writer& w, const char* key, const std::string& text) {
        w.key(key);
        if (text.empty()) w.null();
        else w.text(text);
    }

    static void write_id(json::Writer& w, std::string_view of, const Uuid& id) { w.key("uuid").uuid(id).key("url").url(of, id); }

    template <class T>
    static void write_references(json::Writer& w, const char* key, std::string_view of, const std::vector<T>* all) {
        w.key(key).begin_array();
        if (all)
            for (const T& one : *all) w.reference(of, one.id);
        w.end_array();
    }

    template <class T>
    static const std::vector<T>* of_contact(const std::map<Uuid, std::vector<T>>& all, const Uuid& id) {
        const auto found = all.find(id);
        return found == all.end() ? nullptr : &found->second;
    }

    static void write(json::Writer& w, const Betrokkene& one) {
        w.begin_object();
        write_id(w, "/betrokkenen", one.id);
        w.key("wasPartij");
        if (one.partij) w.reference("/partijen", *one.partij);
        else w.null();
        w.key("hadKlantcontact").reference(path, one.klantcontact);
        w.key("digitaleAdressen").begin_array();
        for (const Uuid& id : one.adressen) w.reference("/digitaleadressen", id);
        w.end_array().key("bezoekadres").null().key("correspondentieadres").null();
        w.key("contactnaam").begin_object().key("voorletters").text(one.voorletters).key("voornaam").text(one.voornaam);
        w.key("voorvoegselAchternaam").text(one.voorvoegsel).key("achternaam").text(one.achternaam).end_object();
        std::string whole;
        for (const std::string* part : {one.voornaam.empty() ? &one.voorletters : &one.voornaam, &one.voorvoegsel, &one.achternaam})
            if (!part->empty()) whole += (whole.empty() ? "" : " ") + *part;
        w.key("volledigeNaam").text(whole).key("rol").text(one.rol).key("organisatienaam").text(one.organisatienaam).key("initiator").boolean(one.initiator);
        w.end_object();
    }

    static void write(json::Writer& w, const Taak& one) {
        w.begin_object();
        write_id(w, "/internetaken", one.id);
        w.key("nummer").text(one.nummer);
        write_unless_empty(w, "referentienummer", one.referentienummer);
        w.key("gevraagdeHandeling").text(one.handeling).key("aanleidinggevendKlantcontact").reference(path, one.klantcontact);
        w.key("toegewezenAanActor").null().key("toegewezenAanActoren").begin_array().end_array();
        w.key("toelichting").text(one.toelichting).key("status").text(one.is_done ? "verwerkt" : "te_verwerken");
        write_moment(w, "toegewezenOp", one.toegewezen_op);
        write_moment(w, "afgehandeldOp", one.afgehandeld_op);
        w.end_object();
    }

    template <class T>
    static void write_all(json::Writer& w, const char* key, const std::vector<T>* all) {
        w.key(key).begin_array();
        if (all)
            for (const T& one : *all) write(w, one);
        w.end_array();
    }

    static void write(json::Writer& w, const Contact& one, const Hangend& hangend, bool is_expanded) {
        const auto* betrokkenen = of_contact(hangend.betrokkenen, one.id);
        const auto* taken = of_contact(hangend.taken, one.id);
        w.begin_object();
        write_id(w, path, one.id);
        for (const char* none : {"gingOverOnderwerpobjecten", "hadBetrokkenActoren", "omvatteBijlagen"}) w.key(none).begin_array().end_array();
        write_references(w, "hadBetrokkenen", "/betrokkenen", betrokkenen);
        write_references(w, "leiddeTotInterneTaken", "/internetaken", taken);
        w.key("nummer").text(one.nummer);
        write_unless_empty(w, "referentienummer", one.referentienummer);
        w.key("kanaal").text(one.kanaal).key("onderwerp").text(one.onderwerp).key("inhoud").text(one.inhoud).key("reactie").text(one.reactie);
        w.key("indicatieContactGelukt");
        if (one.gelukt) w.boolean(*one.gelukt);
        else w.null();
        w.key("hoofdOnderwerpType").text(one.hoofd_onderwerp_type).key("verdereActieOndernomen").boolean(one.verdere_actie).key("taal").text(one.taal);
        w.key("vertrouwelijk").boolean(one.vertrouwelijk);
        write_moment(w, "plaatsgevondenOp", one.plaatsgevonden_op);
        w.key("metadata").begin_object();
        for (const auto& [name, text] : one.metadata) w.free_key(name).text(text);
        w.end_object();
        if (is_expanded) {
            w.key("_expand").begin_object();
            write_all(w, "hadBetrokkenen", betrokkenen);
            write_all(w, "leiddeTotInterneTaken", taken);
            w.end_object();
        }
        w.end_object();
    }

    Base& base_;
    const std::string address_;
    Uuid gemeente_{};
};

int number_after(std::string_view target, std::string_view name) {
    const auto at = target.find(name);
    return at == std::string_view::npos ? 1 : std::atoi(target.data() + at + name.size());
}

std::optional<std::string> answer(Reader& reader, std::string_view target) {
    const bool is_expanded = target.ends_with(expand);
    const auto begin = target.find(path);
    if (begin == std::string_view::npos) return std::nullopt;
    const std::string_view rest = target.substr(begin + path.size());
    if (rest.starts_with("?")) return reader.list(number_after(rest, "pageSize="), number_after(rest, "&page="), is_expanded);
    const auto id = rest.starts_with("/") ? parse_uuid(rest.substr(1, 36)) : std::nullopt;
    return id ? reader.one(*id, is_expanded) : std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 5) return std::fprintf(stderr, "usage: api_bare_bench --data DIR|--database URL GEMEENTE_CODE BASE\n"), 2;
    std::unique_ptr<Base> base;
    if (std::string(argv[1]) == "--data") base = std::make_unique<BaseSqlite>(std::string(argv[2]) + "/dichtbij.sqlite");
    else base = std::make_unique<BasePostgres>(argv[2]);
    Reader reader(*base, argv[3], argv[4]);
    serve_bare([&](std::string_view target) { return answer(reader, target); });
}
