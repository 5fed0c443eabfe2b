#include <algorithm>

#include "base/text.h"
#include "organisatie/organisatie_beheer.h"
#include "organisatie/organisatie_opbouw.h"
#include "organisatie/organisatie_store.h"
#include "organisatie/rechten.h"
#include "organisatie/toetsing.h"

namespace dichtbij::organisatie {
namespace {

using access::Caller;
using access::Rol;

// Team and process owner of a product or subject: the team works for the gemeente, the owner is there.
template <class Row>
void check_links(Toetsing& toetsing, store::Tx& tx, const Row& row, Day today) {
    const OrganisatieStore rows(tx);
    const auto team = rows.team(row.team);
    const auto is_there = [&](const std::vector<Id<dichtbij::Gemeente>>& list) {
        return std::find(list.begin(), list.end(), row.gemeente) != list.end();
    };
    toetsing.eis(team && team->actief && is_there(rows.gemeenten_of_team(row.team)), "team", "organisatie.fout.kies_team");
    toetsing.eis(is_in_service(tx, row.proceseigenaar, today) && is_there(rows.gemeenten_of_medewerker(row.proceseigenaar)),
                 "proceseigenaar", "organisatie.fout.kies_medewerker");
}

template <class Row>
bool name_taken(const std::vector<Row>& rows, const Row& wanted) {
    return std::any_of(rows.begin(), rows.end(),
                       [&](const Row& row) { return row.id != wanted.id && row.actief && folded(row.naam) == folded(wanted.naam); });
}

Result<Done> check(store::Tx& tx, Product& product, Day today) {
    Toetsing toetsing;
    toetsing.regel("naam", product.naam, naam_limit);
    toetsing.website("upl_uri", product.upl_uri);
    check_links(toetsing, tx, product, today);
    const auto others = OrganisatieStore(tx).products(product.gemeente);
    toetsing.eis(!name_taken(others, product), "naam", "organisatie.fout.naam_bezet");
    const bool uri_taken = !product.upl_uri.empty() && std::any_of(others.begin(), others.end(), [&](const Product& p) {
        return p.id != product.id && p.upl_uri == product.upl_uri;
    });
    toetsing.eis(!uri_taken, "upl_uri", "organisatie.fout.upl_bezet");
    return toetsing.uitkomst();
}

Result<Done> check(store::Tx& tx, Onderwerp& onderwerp, Day today) {
    const OrganisatieStore rows(tx);
    Toetsing toetsing;
    toetsing.regel("naam", onderwerp.naam, naam_limit);
    toetsing.regel("trefwoorden", onderwerp.trefwoorden, trefwoorden_limit, Nodig::nee);
    toetsing.eis(onderwerp.afhandelniveau >= 1 && onderwerp.afhandelniveau <= 5, "afhandelniveau", "organisatie.fout.niveau");
    toetsing.eis(is_domein(onderwerp.domein), "domein", "organisatie.fout.keuze");
    if (onderwerp.product) {
        const auto product = rows.product(*onderwerp.product);
        toetsing.eis(product && product->gemeente == onderwerp.gemeente && product->actief, "product", "organisatie.fout.keuze");
    }
    check_links(toetsing, tx, onderwerp, today);
    toetsing.eis(!name_taken(rows.onderwerpen(onderwerp.gemeente), onderwerp), "naam", "organisatie.fout.naam_bezet");
    return toetsing.uitkomst();
}

// Of the caller's gemeenten, else as if it were not there.
template <class Row>
Result<Row> visible(const Caller& caller, std::optional<Row> row) {
    if (!row || !access::is_active_in(caller, row->gemeente)) return not_found("no such product or subject for the caller");
    return std::move(*row);
}

}  // namespace

Result<std::vector<Product>> OrganisatieService::products(const Caller& caller, Id<dichtbij::Gemeente> gemeente) const {
    return store_.read([&](store::Tx& tx) -> Result<std::vector<Product>> {
        if (!access::is_active_in(caller, gemeente)) return not_found("gemeente " + gemeente.text());
        return OrganisatieStore(tx).all_products(gemeente);
    });
}

Result<std::vector<Onderwerp>> OrganisatieService::onderwerpen(const Caller& caller, Id<dichtbij::Gemeente> gemeente) const {
    return store_.read([&](store::Tx& tx) -> Result<std::vector<Onderwerp>> {
        if (!access::is_active_in(caller, gemeente)) return not_found("gemeente " + gemeente.text());
        return OrganisatieStore(tx).all_onderwerpen(gemeente);
    });
}

Result<Product> OrganisatieService::product(const Caller& caller, Id<dichtbij::Product> id) const {
    return store_.read([&](store::Tx& tx) { return visible(caller, OrganisatieStore(tx).product(id)); });
}

Result<Onderwerp> OrganisatieService::onderwerp(const Caller& caller, Id<dichtbij::Onderwerp> id) const {
    return store_.read([&](store::Tx& tx) { return visible(caller, OrganisatieStore(tx).onderwerp(id)); });
}

Result<Id<dichtbij::Product>> OrganisatieService::add(const Caller& caller, Product wanted) const {
    TRY_DONE(access::require_role(caller, wanted.gemeente, {Rol::beheerder}));
    wanted.id = ids_.make<dichtbij::Product>();
    wanted.versie = 0;
    return store_.write([&](store::Tx& tx) -> Result<Id<dichtbij::Product>> {
        TRY_DONE(check(tx, wanted, today()));
        organisatie::add(tx, wanted);
        note(tx, caller, now(), {"product.gemaakt", wanted.gemeente, journal::Object::product, wanted.id.bytes});
        return wanted.id;
    });
}

Result<Id<dichtbij::Onderwerp>> OrganisatieService::add(const Caller& caller, Onderwerp wanted) const {
    TRY_DONE(access::require_role(caller, wanted.gemeente, {Rol::beheerder}));
    wanted.id = ids_.make<dichtbij::Onderwerp>();
    wanted.versie = 0;
    return store_.write([&](store::Tx& tx) -> Result<Id<dichtbij::Onderwerp>> {
        TRY_DONE(check(tx, wanted, today()));
        organisatie::add(tx, wanted);
        note(tx, caller, now(), {"onderwerp.gemaakt", wanted.gemeente, journal::Object::onderwerp, wanted.id.bytes});
        return wanted.id;
    });
}

Result<Done> OrganisatieService::change(const Caller& caller, Product wanted) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const OrganisatieStore rows(tx);
        TRY(const Product before, visible(caller, rows.product(wanted.id)));
        TRY_DONE(access::require_role(caller, before.gemeente, {Rol::beheerder}));
        wanted.gemeente = before.gemeente;
        TRY_DONE(check(tx, wanted, today()));
        if (!rows.update(wanted)) return changed_meanwhile(wanted.id.bytes);
        note(tx, caller, now(), {"product.gewijzigd", wanted.gemeente, journal::Object::product, wanted.id.bytes},
             wijziging_tussen(before, wanted));
        if (before.actief != wanted.actief) note_storingen(tx, wanted.gemeente, now(), hooks_.routering);
        return Done{};
    });
}

Result<Done> OrganisatieService::change(const Caller& caller, Onderwerp wanted) const {
    return store_.write([&](store::Tx& tx) -> Result<Done> {
        const OrganisatieStore rows(tx);
        TRY(const Onderwerp before, visible(caller, rows.onderwerp(wanted.id)));
        TRY_DONE(access::require_role(caller, before.gemeente, {Rol::beheerder}));
        wanted.gemeente = before.gemeente;
        TRY_DONE(check(tx, wanted, today()));
        if (!rows.update(wanted)) return changed_meanwhile(wanted.id.bytes);
        note(tx, caller, now(), {"onderwerp.gewijzigd", wanted.gemeente, journal::Object::onderwerp, wanted.id.bytes},
             wijziging_tussen(before, wanted));
        if (before.actief != wanted.actief) note_storingen(tx, wanted.gemeente, now(), hooks_.routering);
        return Done{};
    });
}

}  // namespace dichtbij::organisatie
