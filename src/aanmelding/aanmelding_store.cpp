#include "aanmelding/aanmelding_store.h"

namespace dichtbij::aanmelding {
namespace {

using access::Grant;
using access::Rol;

store::Blob blob(std::string_view bytes) { return store::Blob{std::string(bytes)}; }

using access::counted;

enum class Soort { rol, lid, domein };
BOOST_DESCRIBE_ENUM(Soort, rol, lid, domein)

struct GaveRij {  // a Gave in columns
    Soort soort = Soort::rol;
    std::optional<Rol> rol;
    std::optional<Id<Gemeente>> gemeente;
    std::optional<Id<Team>> team;
    std::string domein;
};
BOOST_DESCRIBE_STRUCT(GaveRij, (), (soort, rol, gemeente, team, domein))

struct ToewijzingRij {
    Id<Toewijzing> id;
    std::string groep;
    std::string omschrijving;
    Soort soort = Soort::rol;
    std::optional<Rol> rol;
    std::optional<Id<Gemeente>> gemeente;
    std::optional<Id<Team>> team;
    std::string domein;
};
BOOST_DESCRIBE_STRUCT(ToewijzingRij, (), (id, groep, omschrijving, soort, rol, gemeente, team, domein))

GaveRij row_of(const Gave& gave) {
    GaveRij row;
    if (const auto* rol = std::get_if<Grant>(&gave)) {
        row.rol = rol->rol;
        row.gemeente = rol->gemeente;
        row.team = rol->team;
    } else if (const auto* lid = std::get_if<Teamlid>(&gave)) {
        row.soort = Soort::lid;
        row.team = lid->team;
    } else {
        row.soort = Soort::domein;
        row.domein = std::get<Vertrouwelijk>(gave).domein;
    }
    return row;
}

template <class Row>
Gave gave_of(const Row& row) {
    if (row.soort == Soort::rol) return Grant{row.rol.value(), row.gemeente.value(), row.team};
    if (row.soort == Soort::lid) return Teamlid{row.team.value()};
    return Vertrouwelijk{row.domein};
}

Toewijzing toewijzing_of(ToewijzingRij&& row) { return {row.id, std::move(row.groep), std::move(row.omschrijving), gave_of(row)}; }

}  // namespace

void AanmeldingStore::insert(const PogingRij& row) const { tx_.insert("aanmelding_poging", row); }

std::optional<PogingRij> AanmeldingStore::take_poging(std::string_view state_hash) const {
    auto found = tx_.row<PogingRij>("select " + store::columns<PogingRij>() + " from aanmelding_poging where state_hash = ?1", blob(state_hash));
    if (found && tx_.run("delete from aanmelding_poging where state_hash = ?1", blob(state_hash)) != 1) return std::nullopt;
    return found;
}

std::vector<Toewijzing> AanmeldingStore::toewijzingen() const {
    std::vector<Toewijzing> all;
    tx_.each<ToewijzingRij>([&](ToewijzingRij&& row) { all.push_back(toewijzing_of(std::move(row))); },
                            "select " + store::columns<ToewijzingRij>() + " from aanmelding_toewijzing order by groep, id");
    return all;
}

std::optional<Toewijzing> AanmeldingStore::toewijzing(Id<Toewijzing> id) const {
    auto row = tx_.row<ToewijzingRij>("select " + store::columns<ToewijzingRij>() + " from aanmelding_toewijzing where id = ?1", id);
    return row ? std::optional(toewijzing_of(std::move(*row))) : std::nullopt;
}

void AanmeldingStore::insert(const Toewijzing& one) const {
    const GaveRij gave = row_of(one.gave);
    tx_.insert("aanmelding_toewijzing", ToewijzingRij{one.id, one.groep, one.omschrijving, gave.soort, gave.rol, gave.gemeente, gave.team, gave.domein});
}

bool AanmeldingStore::remove(Id<Toewijzing> id) const { return tx_.run("delete from aanmelding_toewijzing where id = ?1", id) == 1; }

std::optional<Id<Medewerker>> AanmeldingStore::koppeling(std::string_view onderwerp) const {
    return tx_.row<Id<Medewerker>>("select medewerker from aanmelding_koppeling where onderwerp = ?1", onderwerp);
}

void AanmeldingStore::koppel(std::string_view onderwerp, Id<Medewerker> medewerker, Instant op) const {
    tx_.run("delete from aanmelding_koppeling where medewerker = ?1 or onderwerp = ?2", medewerker, onderwerp);
    tx_.run("insert into aanmelding_koppeling (onderwerp, medewerker, op) values (?1, ?2, ?3)", onderwerp, medewerker, op);
}

Gaven AanmeldingStore::gegeven(Id<Medewerker> medewerker) const {
    Gaven all;
    tx_.each<GaveRij>(
        [&](GaveRij&& row) {
            if (row.soort == Soort::rol) all.rollen.push_back({row.rol.value(), row.gemeente.value(), row.team});
            else if (row.soort == Soort::lid) all.teams.push_back(row.team.value());
            else all.domeinen.push_back(row.domein);
        },
        "select " + store::columns<GaveRij>() + " from aanmelding_gegeven where medewerker = ?1", medewerker);
    return all;
}

void AanmeldingStore::set_gegeven(Id<Medewerker> medewerker, const Gaven& gaven) const {
    tx_.run("delete from aanmelding_gegeven where medewerker = ?1", medewerker);
    const auto add = [&](const Gave& gave) {
        const GaveRij row = row_of(gave);
        tx_.run("insert into aanmelding_gegeven (medewerker, soort, rol, gemeente, team, domein) values (?1, ?2, ?3, ?4, ?5, ?6)", medewerker, row.soort,
                row.rol, row.gemeente, row.team, row.domein);
    };
    for (const Grant& rol : gaven.rollen) add(rol);
    for (const auto& team : gaven.teams) add(Teamlid{team});
    for (const std::string& domein : gaven.domeinen) add(Vertrouwelijk{domein});
}

void AanmeldingStore::insert(const SessieRij& row) const { tx_.insert("aanmelding_sessie", row); }

std::optional<SessieRij> AanmeldingStore::sessie(const Uuid& id) const {
    return tx_.row<SessieRij>("select " + store::columns<SessieRij>() + " from aanmelding_sessie where id = ?1", id);
}

std::vector<SessieRij> AanmeldingStore::due(Instant now, int limit) const {
    return tx_.rows<SessieRij>("select " + store::columns<SessieRij>() +
                                   " from aanmelding_sessie where controle_op <= ?1 and (bezig_tot is null or bezig_tot <= ?1) order by controle_op, id limit ?2",
                               now, limit);
}

std::vector<SessieRij> AanmeldingStore::sessies_van(const oidc::Afmelding& wie) const {
    if (!wie.sid.empty())
        return tx_.rows<SessieRij>("select " + store::columns<SessieRij>() + " from aanmelding_sessie where sid = ?1 and (sub = ?2 or ?2 = '')", wie.sid, wie.onderwerp);
    return tx_.rows<SessieRij>("select " + store::columns<SessieRij>() + " from aanmelding_sessie where sub = ?1", wie.onderwerp);
}

void AanmeldingStore::update(const SessieRij& row) const {
    tx_.run("update aanmelding_sessie set refresh = ?2, gecontroleerd_op = ?3, controle_op = ?4, bezig_tot = ?5 where id = ?1", row.id, row.refresh,
            row.gecontroleerd_op, row.controle_op, row.bezig_tot);
}

void AanmeldingStore::hurry(Id<Medewerker> medewerker, Instant now) const {
    tx_.run("update aanmelding_sessie set controle_op = ?2 where medewerker = ?1 and controle_op > ?2", medewerker, now);
}

void AanmeldingStore::remove_sessie(const Uuid& id) const { tx_.run("delete from aanmelding_sessie where id = ?1", id); }

std::int64_t AanmeldingStore::zonder_refresh(Instant since) const {
    return tx_.value<std::int64_t>("select count(*) from aanmelding_sessie where refresh is null and begonnen_op >= ?1", since);
}

void AanmeldingStore::put(const AfgewezenRij& row) const {
    remove_afgewezen(row.onderwerp);
    tx_.insert("aanmelding_afgewezen", row);
}

std::optional<AfgewezenRij> AanmeldingStore::afgewezen(std::string_view onderwerp) const {
    return tx_.row<AfgewezenRij>("select " + store::columns<AfgewezenRij>() + " from aanmelding_afgewezen where onderwerp = ?1", onderwerp);
}

std::vector<AfgewezenRij> AanmeldingStore::afgewezenen(int limit) const {
    return tx_.rows<AfgewezenRij>("select " + store::columns<AfgewezenRij>() + " from aanmelding_afgewezen order by op desc, onderwerp limit ?1", limit);
}

void AanmeldingStore::remove_afgewezen(std::string_view onderwerp) const { tx_.run("delete from aanmelding_afgewezen where onderwerp = ?1", onderwerp); }

std::vector<access::Vernietigd> delete_old_pogingen(store::Tx& tx, Instant voor, int limit) {
    return counted("aanmelding_poging", tx.run("delete from aanmelding_poging where state_hash in (select state_hash from aanmelding_poging where begonnen_op < ?1 "
                                               "order by begonnen_op limit ?2)", voor, limit));
}

std::vector<access::Vernietigd> delete_old_sessies(store::Tx& tx, Instant voor, int limit) {
    return counted("aanmelding_sessie", tx.run("delete from aanmelding_sessie where id in (select id from aanmelding_sessie where begonnen_op < ?1 "
                                               "order by begonnen_op limit ?2)", voor, limit));
}

std::vector<access::Vernietigd> delete_old_afgewezenen(store::Tx& tx, Instant voor, int limit) {
    return counted("aanmelding_afgewezen", tx.run("delete from aanmelding_afgewezen where onderwerp in (select onderwerp from aanmelding_afgewezen where op < ?1 "
                                                  "order by op limit ?2)", voor, limit));
}

std::vector<access::Vernietigd> delete_lost_koppelingen(store::Tx& tx, Instant, int limit) {
    std::vector<access::Vernietigd> gone;
    for (const auto& medewerker : tx.rows<Id<Medewerker>>("select medewerker from aanmelding_koppeling order by medewerker")) {
        if (gone.size() >= static_cast<std::size_t>(limit)) break;
        if (access::toegang_of(tx, medewerker)) continue;
        tx.run("delete from aanmelding_koppeling where medewerker = ?1", medewerker);
        tx.run("delete from aanmelding_gegeven where medewerker = ?1", medewerker);
        gone.push_back({"aanmelding_koppeling", medewerker.bytes});
    }
    return gone;
}

}  // namespace dichtbij::aanmelding
