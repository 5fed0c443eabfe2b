#include "toepassing/toepassing_service.h"

#include <boost/describe/enum_to_string.hpp>

#include <algorithm>
#include <cctype>

#include "access/account_beheer.h"
#include "base/text.h"
#include "journal/journal.h"
#include "journal/kenmerk.h"
#include "organisatie/organisatie_service.h"
#include "toepassing/memory_service.h"
#include "toepassing/toepassing_store.h"
#include "toepassing/zegel.h"

namespace dichtbij::toepassing {
namespace {

using access::Caller;
using access::Rol;

constexpr std::size_t secret_bytes = 32;  // 43 characters
constexpr std::size_t shown_characters = 4;
constexpr std::string_view token_start = "dbt_";

void append(store::Tx& tx, const Caller& caller, Instant now, std::string gebeurtenis, const Applicatie& one,
            std::vector<std::pair<std::string, std::string>> kenmerken = {}) {
    journal::Entry entry = journal::entry(caller, now, std::move(gebeurtenis), one.gemeente, journal::Object::applicatie, one.id.bytes);
    entry.kenmerken = std::move(kenmerken);
    journal::append(tx, entry);
}

std::string codes_of(access::Rechten rechten) {
    std::string codes;
    for (const auto groep : access::alle_groepen)
        for (const auto actie : access::alle_acties)
            if (rechten.has({groep, actie}))
                codes.append(codes.empty() ? "" : ",").append(boost::describe::enum_to_string(groep, "")).append(".").append(actie == access::Actie::lezen ? "l" : "s");
    return codes;
}

bool is_domein(const std::string& naam) {
    return std::find(std::begin(access::vertrouwelijke_domeinen), std::end(access::vertrouwelijke_domeinen), naam) != std::end(access::vertrouwelijke_domeinen);
}

bool is_client_id(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return std::isalnum(c) || c == '-' || c == '_' || c == '.'; });
}

Gegevens tidied(Gegevens gegevens) {
    gegevens.naam = cleaned(gegevens.naam);
    gegevens.contact = cleaned(gegevens.contact);
    return gegevens;
}

std::vector<FieldError> faults(const Gegevens& gegevens, Instant now) {
    std::vector<FieldError> errors;
    if (gegevens.naam.empty()) errors.push_back({"naam", "toepassing.fout.naam", {}});
    if (length_in_characters(gegevens.naam) > naam_limit) errors.push_back({"naam", "fout.veld.te_lang", {std::to_string(naam_limit)}});
    if (length_in_characters(gegevens.contact) > contact_limit) errors.push_back({"contact", "fout.veld.te_lang", {std::to_string(contact_limit)}});
    if (gegevens.rechten.empty()) errors.push_back({"rechten", "toepassing.fout.geen_rechten", {}});
    if (!std::all_of(gegevens.domeinen.begin(), gegevens.domeinen.end(), is_domein)) errors.push_back({"domeinen", "fout.veld.onbekend", {}});
    if (gegevens.verloopt_op && *gegevens.verloopt_op <= now) errors.push_back({"verloopt", "toepassing.fout.voorbij", {}});
    return errors;
}

void take_over(const Gegevens& gegevens, Applicatie& one) {
    one.naam = gegevens.naam;
    one.contact = gegevens.contact;
    one.rechten = gegevens.rechten;
    one.vertrouwelijk = gegevens.vertrouwelijk;
    one.domeinen = gegevens.domeinen;
    one.verloopt_op = gegevens.verloopt_op;
}

// The client ids of an application are part of what is shown of it: who changes it on an older view is told.
void touch(store::Tx& tx, Applicatie one) {
    ++one.versie;
    save_applicatie(tx, one);
}

}  // namespace

std::optional<Applicatie> applicatie_of(store::Tx& tx, Id<dichtbij::Applicatie> id) { return find_applicatie(tx, id); }

std::string naam_of(store::Tx& tx, Id<dichtbij::Applicatie> id) {
    const auto found = find_applicatie(tx, id);
    return found ? found->naam : std::string();
}

std::string wie_deed(store::Tx& tx, const journal::Line& line) {
    if (line.door) return organisatie::naam_of(tx, *line.door);
    const auto applicatie = line.applicatie();
    return applicatie ? naam_of(tx, *applicatie) : std::string();
}

ToepassingService::ToepassingService(store::Store& store, const Clock& clock, IdSource& ids, Opties opties)
    : store_(store), clock_(clock), ids_(ids), opties_(std::move(opties)), memory_(std::make_unique<Memory>()) {}
ToepassingService::~ToepassingService() = default;

Result<std::vector<Regel>> ToepassingService::list(const Caller& caller) {
    return store_.read([&](store::Tx& tx) -> Result<std::vector<Regel>> {
        std::vector<Id<Gemeente>> managed_gemeenten;
        for (const auto& grant : caller.grants)
            if (grant.rol == Rol::beheerder && std::find(managed_gemeenten.begin(), managed_gemeenten.end(), grant.gemeente) == managed_gemeenten.end())
                managed_gemeenten.push_back(grant.gemeente);
        if (caller.is_system())
            for (const auto& gemeente : organisatie::gemeenten(tx)) managed_gemeenten.push_back(gemeente.id);
        if (managed_gemeenten.empty()) return forbidden("no beheerder");
        const Instant now = clock_.now();
        std::vector<Regel> regels;
        auto applicaties = applicaties_of(tx, managed_gemeenten);
        auto tokens = tokens_of_all(tx, applicaties);
        for (Applicatie& one : applicaties) {
            Regel regel{std::move(one), 0, std::nullopt};
            for (const Token& token : tokens[regel.applicatie.id]) {
                if (token.is_geldig(now)) ++regel.tokens;
                if (token.gebruikt_op && (!regel.gebruikt_op || *regel.gebruikt_op < *token.gebruikt_op)) regel.gebruikt_op = token.gebruikt_op;
            }
            regels.push_back(std::move(regel));
        }
        return regels;
    });
}

Result<Applicatie> ToepassingService::managed(store::Tx& tx, const Caller& caller, Id<dichtbij::Applicatie> id) const {
    auto found = find_applicatie(tx, id);
    if (!found) return not_found("application " + id.text());
    TRY_DONE(access::require_role(caller, found->gemeente, {Rol::beheerder}));
    return std::move(*found);
}

Result<Blad> ToepassingService::get(const Caller& caller, Id<dichtbij::Applicatie> id) {
    return store_.read([&](store::Tx& tx) -> Result<Blad> {
        TRY(Applicatie found, managed(tx, caller, id));
        return Blad{std::move(found), tokens_of(tx, id)};
    });
}

Result<Applicatie> ToepassingService::make(const Caller& caller, Id<Gemeente> gemeente, const Gegevens& given) {
    return store_.write([&](store::Tx& tx) { return make(tx, caller, gemeente, given); });
}

Result<Applicatie> ToepassingService::make(store::Tx& tx, const Caller& caller, Id<Gemeente> gemeente, const Gegevens& given) {
    const Gegevens gegevens = tidied(given);
    TRY_DONE(access::require_role(caller, gemeente, {Rol::beheerder}));
    const Instant now = clock_.now();
    auto errors = faults(gegevens, now);
    Applicatie made{.id = ids_.make<dichtbij::Applicatie>(), .gemeente = gemeente, .naam = {}, .contact = {}, .rechten = {}, .domeinen = {},
                    .verloopt_op = {}, .uit_op = {}, .gemaakt_op = now, .versie = 1};
    if (is_naam_in_use(tx, gemeente, gegevens.naam, made.id)) errors.push_back({"naam", "toepassing.fout.naam_bestaat", {}});
    if (!errors.empty()) return invalid(std::move(errors));
    if (count_applicaties(tx, gemeente) >= applicaties_limit) return conflict("too many applications", "toepassing.fout.te_veel");
    take_over(gegevens, made);
    insert_applicatie(tx, made);
    append(tx, caller, now, "applicatie.gemaakt", made, {{"rechten", journal::names_that_fit(codes_of(made.rechten))}});
    return made;
}

Result<Applicatie> ToepassingService::change(const Caller& caller, Id<dichtbij::Applicatie> id, std::int64_t versie, const Gegevens& given) {
    return store_.write([&](store::Tx& tx) { return change(tx, caller, id, versie, given); });
}

Result<Applicatie> ToepassingService::change(store::Tx& tx, const Caller& caller, Id<dichtbij::Applicatie> id, std::int64_t versie, const Gegevens& given) {
    const Gegevens gegevens = tidied(given);
    TRY(Applicatie one, managed(tx, caller, id));
    if (one.versie != versie) return conflict("application " + id.text() + " has changed", "fout.gewijzigd");
    const Instant now = clock_.now();
    auto errors = faults(gegevens, gegevens.verloopt_op == one.verloopt_op ? Instant{} : now);
    if (is_naam_in_use(tx, one.gemeente, gegevens.naam, id)) errors.push_back({"naam", "toepassing.fout.naam_bestaat", {}});
    if (!errors.empty()) return invalid(std::move(errors));
    const Applicatie before = one;
    take_over(gegevens, one);
    if (one == before) return one;
    ++one.versie;
    save_applicatie(tx, one);
    append(tx, caller, now, "applicatie.gewijzigd", one, {{"van", journal::names_that_fit(codes_of(before.rechten))}, {"naar", journal::names_that_fit(codes_of(one.rechten))}});
    forget_after(tx);
    return one;
}

Result<Applicatie> ToepassingService::switch_off(const Caller& caller, Id<dichtbij::Applicatie> id, std::int64_t versie) {
    return store_.write([&](store::Tx& tx) { return switch_off(tx, caller, id, versie); });
}
Result<Applicatie> ToepassingService::switch_off(store::Tx& tx, const Caller& caller, Id<dichtbij::Applicatie> id, std::int64_t versie) {
    return set_off(tx, caller, id, versie, clock_.now());
}
Result<Applicatie> ToepassingService::switch_on(const Caller& caller, Id<dichtbij::Applicatie> id, std::int64_t versie) {
    return store_.write([&](store::Tx& tx) { return set_off(tx, caller, id, versie, std::nullopt); });
}

Result<Applicatie> ToepassingService::set_off(store::Tx& tx, const Caller& caller, Id<dichtbij::Applicatie> id, std::int64_t versie, std::optional<Instant> uit_op) {
    TRY(Applicatie one, managed(tx, caller, id));
    if (one.versie != versie) return conflict("application " + id.text() + " has changed", "fout.gewijzigd");
    if (one.uit_op.has_value() == uit_op.has_value()) return one;
    one.uit_op = uit_op;
    ++one.versie;
    save_applicatie(tx, one);
    append(tx, caller, clock_.now(), uit_op ? "applicatie.uitgezet" : "applicatie.aangezet", one);
    forget_after(tx);
    return one;
}

Result<NieuwToken> ToepassingService::insert(store::Tx& tx, const Caller& caller, const Applicatie& one, const TokenWens& wens) {
    const Instant now = clock_.now();
    if (wens.verloopt_op && *wens.verloopt_op <= now) return invalid("verloopt", "toepassing.fout.voorbij");
    const auto tokens = tokens_of(tx, one.id);
    const auto usable = std::count_if(tokens.begin(), tokens.end(), [&](const Token& token) { return token.is_geldig(now); });
    if (usable >= tokens_limit) return conflict("too many tokens", "toepassing.fout.te_veel_tokens");
    NieuwToken made{ids_.make<dichtbij::Token>(), wens.soort, {}, base64url(random_bytes(secret_bytes))};
    TokenRij row{.id = made.id, .applicatie = one.id, .soort = wens.soort, .kenmerk = {}, .sleutel = {}, .geheim = {}, .gemaakt_op = now,
                 .verloopt_op = wens.verloopt_op, .ingetrokken_op = {}, .gebruikt_op = {}};
    if (wens.soort == Tokensoort::token) {
        made.geheim = std::string(token_start) + made.geheim;
        row.kenmerk = made.geheim.substr(made.geheim.size() - shown_characters);
        row.sleutel = {token_key(made.geheim)};
    } else {
        made.client_id = wens.client_id.empty() ? "dichtbij-" + hex(random_bytes(6)) : wens.client_id;
        TRY_DONE(claim(tx, one, made.client_id));
        row.kenmerk = made.client_id;
        row.sleutel = {client_key(made.client_id)};
        row.geheim = {verzegel(made.geheim, opties_.sleutel)};
        if (std::none_of(tokens.begin(), tokens.end(), [&](const Token& token) { return token.kenmerk == row.kenmerk && token.is_geldig(now); })) touch(tx, one);
    }
    insert_token(tx, row);
    append(tx, caller, now, "token.gemaakt", one, {{"token", made.id.text()}, {"soort", boost::describe::enum_to_string(wens.soort, "")}});
    return made;
}

// A client id belongs to one application for good: what it signed stays its own.
Result<Done> ToepassingService::claim(store::Tx& tx, const Applicatie& one, const std::string& client_id) const {
    if (!is_client_id(client_id) || client_id.size() > client_id_limit) return invalid("client_id", "toepassing.fout.client_id", {std::to_string(client_id_limit)});
    for (const TokenRij& row : tokens_by_key(tx, {client_key(client_id)}))
        if (row.applicatie != one.id) return invalid("client_id", "toepassing.fout.client_bestaat");
    return Done{};
}

Result<NieuwToken> ToepassingService::add_token(const Caller& caller, Id<dichtbij::Applicatie> id, const TokenWens& wens) {
    return store_.write([&](store::Tx& tx) { return add_token(tx, caller, id, wens); });
}

Result<NieuwToken> ToepassingService::add_token(store::Tx& tx, const Caller& caller, Id<dichtbij::Applicatie> id, const TokenWens& wens) {
    TRY(const Applicatie one, managed(tx, caller, id));
    return insert(tx, caller, one, wens);
}

Result<NieuwToken> ToepassingService::rotate(const Caller& caller, Id<dichtbij::Token> id, Instant oude_tot) {
    return store_.write([&](store::Tx& tx) -> Result<NieuwToken> {
        const auto old = find_token(tx, id);
        if (!old) return not_found("token " + id.text());
        TRY(const Applicatie one, managed(tx, caller, old->applicatie));
        const Instant now = clock_.now();
        if (old->ingetrokken_op) return conflict("revoked", "toepassing.fout.ingetrokken");
        const Instant end = old->verloopt_op ? std::min(*old->verloopt_op, oude_tot) : oude_tot;
        TRY(NieuwToken made, insert(tx, caller, one, {.soort = old->soort, .client_id = old->soort == Tokensoort::zgw ? old->kenmerk : ""}));
        save_end(tx, id, end, end <= now ? std::optional(now) : std::nullopt);
        append(tx, caller, now, "token.vervangen", one, {{"token", id.text()}, {"door", made.id.text()}, {"tot", to_rfc3339(end)}});
        forget_after(tx);
        return made;
    });
}

Result<Done> ToepassingService::revoke(const Caller& caller, Id<dichtbij::Token> id) {
    return store_.write([&](store::Tx& tx) { return revoke(tx, caller, id); });
}

Result<Done> ToepassingService::revoke(store::Tx& tx, const Caller& caller, Id<dichtbij::Token> id) {
    const auto old = find_token(tx, id);
    if (!old) return not_found("token " + id.text());
    TRY(const Applicatie one, managed(tx, caller, old->applicatie));
    if (old->ingetrokken_op) return Done{};
    const Instant now = clock_.now();
    save_end(tx, id, old->verloopt_op, now);
    if (old->soort == Tokensoort::zgw) touch(tx, one);
    append(tx, caller, now, "token.ingetrokken", one, {{"token", id.text()}});
    forget_after(tx);
    return Done{};
}

}  // namespace dichtbij::toepassing
