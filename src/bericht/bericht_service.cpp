#include "bericht/bericht_service.h"

#include <algorithm>

#include "base/text.h"
#include "bericht/beheer_store.h"
#include "bericht/bericht_store.h"
#include "bericht/journaal_service.h"
#include "partij/aanschrijving_service.h"
#include "werk/toegang_service.h"

namespace dichtbij::bericht {
namespace {

// The whole name only: a surname alone may be an everyday word ("Bos", "Groen").
bool names(std::string_view onderwerp, std::string_view naam) {
    const std::string wanted = folded(naam);
    return wanted.find(' ') != std::string::npos && (" " + folded(onderwerp) + " ").find(" " + wanted + " ") != std::string::npos;
}

Result<partij::Aanschrijving> addressee(store::Tx& tx, const NieuwBericht& nieuw) {
    auto found = partij::aanschrijving(tx, nieuw.partij);
    if (!found || found->gemeente != nieuw.gemeente) return not_found("partij " + nieuw.partij.text());
    if (found->gewist) return conflict("erased", "bericht.fout.gewist");
    if (found->overleden) return conflict("deceased", "bericht.fout.overleden");
    return std::move(*found);
}

}  // namespace

void append_bericht(store::Tx& tx, const access::Caller& caller, Instant now, std::string gebeurtenis, const Bericht& bericht, std::string_view reden) {
    const bool has_werk = bericht.werk.has_value();
    journal::Entry entry = journal::entry(caller, now, std::move(gebeurtenis), bericht.gemeente, has_werk ? journal::Object::werk : journal::Object::partij,
                                          has_werk ? bericht.werk->bytes : bericht.partij.bytes);
    entry.werk = bericht.werk;
    entry.partij = bericht.partij;
    entry.kenmerken = {{"bericht", bericht.id.text()}};
    if (!bericht.sjabloon.empty()) entry.kenmerken.emplace_back("sjabloon", bericht.sjabloon);
    if (!reden.empty()) entry.kenmerken.emplace_back("reden", std::string(reden));
    journal::append(tx, entry);
}

void BerichtService::append(store::Tx& tx, const access::Caller& caller, std::string gebeurtenis, const Bericht& bericht, std::string_view reden) {
    append_bericht(tx, caller, clock_.now(), std::move(gebeurtenis), bericht, reden);
}

Result<Bericht> BerichtService::made(store::Tx& tx, const access::Caller& caller, const NieuwBericht& nieuw) {
    TRY_DONE(werk::may_know(caller, nieuw.gemeente));
    Bericht bericht;
    bericht.onderwerp = cleaned(nieuw.onderwerp);
    bericht.tekst = cleaned(nieuw.tekst);
    if (auto errors = problems(bericht.onderwerp, bericht.tekst); !errors.empty()) return invalid(std::move(errors));
    TRY(const partij::Aanschrijving naar, addressee(tx, nieuw));
    if (names(bericht.onderwerp, naar.naam)) return invalid("onderwerp", "bericht.fout.onderwerp_naam");
    if (nieuw.werk) {
        const auto werk = werk_.stored(tx, *nieuw.werk);
        if (!werk || werk->gemeente != nieuw.gemeente) return not_found("werk " + nieuw.werk->text());
        bericht.nummer = werk->nummer;
    }
    bericht.id = ids_.make<dichtbij::Bericht>();
    bericht.gemeente = nieuw.gemeente;
    bericht.partij = naar.partij;
    bericht.werk = nieuw.werk;
    bericht.taal = normal_taal(nieuw.taal);
    bericht.kanaal = schrijfkanaal(naar.kanaal);
    bericht.sjabloon = nieuw.sjabloon;
    if (!nieuw.sjabloon.empty()) {
        const auto eigen = versie_met(tx, nieuw.gemeente, nieuw.sjabloon, Versiestatus::gepubliceerd);
        const Sjabloon* sjabloon = standaard_ ? standaard_->sjabloon(nieuw.sjabloon) : nullptr;
        bericht.sjabloon_versie = eigen ? "eigen." + std::to_string(eigen->nummer) : "standaard." + std::to_string(sjabloon ? sjabloon->versie : 0);
        bericht.spoed = sjabloon && sjabloon->spoed;
    }
    bericht.handeling = nieuw.handeling;
    bericht.ontstaan_op = clock_.now();
    bericht.niet_voor_op = bericht.ontstaan_op + (nieuw.handeling ? handeling_termijn : seconds(0));
    bericht.gepland_op = bericht.spoed ? bericht.niet_voor_op : eerste_luid(stilte_of(tx, nieuw.gemeente).stilte, bericht.niet_voor_op);
    return bericht;
}

Result<Id<dichtbij::Bericht>> BerichtService::keep(store::Tx& tx, const access::Caller& caller, Bericht bericht, std::string gebeurtenis) {
    insert_bericht(tx, bericht);
    append(tx, caller, std::move(gebeurtenis), bericht);
    return bericht.id;
}

Result<Id<dichtbij::Bericht>> BerichtService::write(store::Tx& tx, const access::Caller& caller, const NieuwBericht& nieuw) {
    TRY(Bericht bericht, made(tx, caller, nieuw));
    bericht.door = caller.employee();
    return keep(tx, caller, std::move(bericht), "bericht.geschreven");
}

Result<Id<dichtbij::Bericht>> BerichtService::write(store::Tx& tx, const access::Caller& caller, const NieuwBericht& nieuw, const Herkomst& herkomst) {
    TRY(Bericht bericht, made(tx, caller, nieuw));
    bericht.regel = herkomst.regel;
    bericht.oorzaak = herkomst.oorzaak;
    return keep(tx, caller, std::move(bericht), "bericht.gemaakt");
}

void BerichtService::take_back(store::Tx& tx, Bericht bericht, std::string_view reden) {
    bericht.staat = Staat::ingetrokken;
    bericht.ingetrokken_op = clock_.now();
    ++bericht.versie;
    save_bericht(tx, bericht);
    append(tx, access::system_caller("bericht"), "bericht.vervallen", bericht, reden);
}

int BerichtService::withdraw_of(store::Tx& tx, const Uuid& handeling) {
    int count = 0;
    for (Bericht& one : berichten_of_handeling(tx, handeling)) {
        if (one.staat != Staat::wacht) continue;
        take_back(tx, std::move(one), "ongedaan");
        ++count;
    }
    return count;
}

int BerichtService::withdraw_by_rule(store::Tx& tx, Id<Werk> werk, Instant vanaf) {
    int count = 0;
    for (Bericht& one : berichten_of_werk(tx, werk, {{}, lijst_limit})) {
        if (one.staat != Staat::wacht || !one.oorzaak || !one.handeling || one.ontstaan_op < vanaf) continue;
        take_back(tx, std::move(one), "ongedaan");
        ++count;
    }
    return count;
}

bool BerichtService::may_change(const access::Caller& caller, const Bericht& bericht) const {
    if (bericht.staat != Staat::wacht) return false;
    return bericht.door ? bericht.door == caller.medewerker : may_see_outbox(caller, bericht.gemeente);
}

bool BerichtService::may_withdraw(const access::Caller& caller, const Bericht& bericht) const {
    return may_follow(bericht.staat, Staat::ingetrokken) && (bericht.door == caller.medewerker || may_see_outbox(caller, bericht.gemeente));
}

// As the caller saw it, in a domain he may read.
Result<Bericht> BerichtService::waiting(store::Tx& tx, const access::Caller& caller, Id<dichtbij::Bericht> id, std::int64_t versie) {
    auto bericht = find_bericht(tx, id);
    if (!bericht || !access::is_active_in(caller, bericht->gemeente)) return not_found("bericht " + id.text());
    if (bericht->door != caller.medewerker && !may_see_outbox(caller, bericht->gemeente)) return forbidden("bericht " + id.text());
    if (bericht->werk) {
        const auto werk = werk_.stored(tx, *bericht->werk);
        CHECK_THAT(werk.has_value());
        if (!access::may_read_domein(caller, werk->domein)) return forbidden("bericht " + id.text() + " is in domain " + werk->domein);
    }
    if (bericht->versie != versie) return conflict("bericht has another version", "fout.gewijzigd");
    return std::move(*bericht);
}

Result<Bericht> BerichtService::change(const access::Caller& caller, const Wijziging& wijziging) {
    return store_.write([&](store::Tx& tx) -> Result<Bericht> {
        TRY(Bericht bericht, waiting(tx, caller, wijziging.bericht, wijziging.versie));
        if (bericht.staat != Staat::wacht) return conflict("it went out", "bericht.fout.is_weg");
        if (!may_change(caller, bericht)) return forbidden("someone else wrote it");
        bericht.onderwerp = cleaned(wijziging.onderwerp);
        bericht.tekst = cleaned(wijziging.tekst);
        if (auto errors = problems(bericht.onderwerp, bericht.tekst); !errors.empty()) return invalid(std::move(errors));
        const auto naar = partij::aanschrijving(tx, bericht.partij);
        if (naar && names(bericht.onderwerp, naar->naam)) return invalid("onderwerp", "bericht.fout.onderwerp_naam");
        ++bericht.versie;
        save_bericht(tx, bericht);
        append(tx, caller, "bericht.gewijzigd", bericht);
        return bericht;
    });
}

Result<Bericht> BerichtService::withdraw(const access::Caller& caller, const Intrekking& intrekking) {
    return store_.write([&](store::Tx& tx) -> Result<Bericht> {
        TRY(Bericht bericht, waiting(tx, caller, intrekking.bericht, intrekking.versie));
        if (!may_follow(bericht.staat, Staat::ingetrokken)) return conflict("it went out", "bericht.fout.is_weg");
        const std::string reden = cleaned(intrekking.reden);
        if (reden.empty()) return invalid("reden", "bericht.fout.reden");
        if (length_in_characters(reden) > reden_limit) return invalid("reden", "bericht.fout.te_lang", {std::to_string(reden_limit)});
        bericht.staat = Staat::ingetrokken;
        bericht.ingetrokken_op = clock_.now();
        bericht.ingetrokken_door = caller.employee();
        bericht.intrekreden = reden;
        ++bericht.versie;
        save_bericht(tx, bericht);
        append(tx, caller, "bericht.ingetrokken", bericht);
        return bericht;
    });
}

void BerichtService::forget_partij(store::Tx& tx, Id<Partij> partij) {
    for (Bericht& one : wachtend_of_partij(tx, partij)) take_back(tx, std::move(one), "gewist");
    forget_partij_in_berichten(tx, partij);
}

}  // namespace dichtbij::bericht
