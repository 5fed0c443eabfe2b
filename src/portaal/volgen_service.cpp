#include "portaal/volgen_service.h"

#include <algorithm>

#include "access/digest.h"
#include "base/text.h"
#include "portaal/sessie_store.h"

namespace dichtbij::portaal {
namespace {

constexpr http::RateLimit adres_limiet{.burst = 10, .refill_per_minute = 2};
constexpr http::RateLimit nummer_limiet{.burst = 5, .refill_per_minute = 0.1};
constexpr http::RateLimit bericht_limiet{.burst = 3, .refill_per_minute = 0.05};
constexpr std::size_t nummer_limit = 40;
constexpr std::uint32_t codes = 1'000'000;

store::Blob hash_of(std::string_view text) { return store::Blob{access::sha256(text)}; }

// Six digits, each as likely: what lies beyond the last whole million is drawn again.
std::string draw_code() {
    constexpr std::uint32_t fair = std::uint32_t{0xffffffff} - std::uint32_t{0xffffffff} % codes;
    for (;;) {
        std::uint32_t value = 0;
        for (const char c : random_bytes(4)) value = value << 8 | static_cast<unsigned char>(c);
        if (value >= fair) continue;
        std::string digits = std::to_string(value % codes);
        return std::string(6 - digits.size(), '0') + digits;
    }
}

std::string key_of(std::string_view nummer) {
    std::string key;
    for (const char c : lower_ascii(nummer))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) key += c;
    return key;
}

std::string house_key(std::string_view number, std::string_view addition) { return key_of(std::string(number) + std::string(addition)); }

Fail te_vaak(seconds wait, const std::string& field = "nummer", const std::string& key = "portaal.volgen.te_vaak") {
    Failure failure{Reason::conflict, "too many attempts to follow", key, {}};
    failure.fields.push_back({field, key, {std::to_string(std::max<std::int64_t>(1, (wait.count() + 59) / 60))}});
    return tl::make_unexpected(std::move(failure));
}

Fail niets() { return not_found("nothing can be followed with this"); }

}  // namespace

VolgService::VolgService(SessieService& sessies, partij::PartijService& partijen, access::AccessLog& log, Codepost* post)
    : sessies_(sessies), partijen_(partijen), log_(log), post_(post), per_adres_(adres_limiet), per_nummer_(nummer_limiet), per_object_(bericht_limiet) {}

std::optional<Volgbaar> VolgService::find(store::Tx& tx, Id<Gemeente> gemeente, std::string_view nummer, const html::Texts& t) const {
    const std::string_view typed = trimmed(nummer).substr(0, nummer_limit);
    for (const Onderdeel* onderdeel : onderdelen_)
        if (auto found = onderdeel->by_nummer(tx, gemeente, typed, t)) return found;
    return std::nullopt;
}

bool VolgService::mag(store::Tx& tx, const Volgbaar& object) const {
    if (!object.domein.empty() || object.van.empty()) return false;
    return std::none_of(object.van.begin(), object.van.end(), [&](Id<Partij> id) {
        const auto read = partijen_.read(tx, access::system_caller("portaal/volgen"), id);
        const auto* beeld = read ? std::get_if<partij::PartijBeeld>(&*read) : nullptr;
        return !beeld || !beeld->waarschuwingen.empty();
    });
}

bool VolgService::woont_daar(store::Tx& tx, const Volgbaar& object, const Volgvraag& vraag) const {
    const std::string postcode = partij::normal_postcode(vraag.postcode).value_or("-");
    const std::string huis = key_of(vraag.huisnummer);
    bool is_right = false;
    for (const Id<Partij> id : object.van) {
        const auto read = partijen_.read(tx, access::system_caller("portaal/volgen"), id);
        const auto* beeld = read ? std::get_if<partij::PartijBeeld>(&*read) : nullptr;
        if (!beeld) continue;
        for (const auto* adres : {&beeld->partij.gegevens.bezoekadres, &beeld->partij.gegevens.correspondentieadres}) {
            if (!*adres || !(*adres)->huisnummer) continue;
            const bool same_code = access::equal_in_constant_time((*adres)->postcode, postcode);
            const bool same_house = access::equal_in_constant_time(house_key(std::to_string(*(*adres)->huisnummer), (*adres)->huisnummertoevoeging), huis);
            is_right = is_right || (same_code && same_house);
        }
    }
    return is_right;
}

// The standard address of who it is of, else his first.
std::optional<std::string> VolgService::email_of(store::Tx& tx, const Volgbaar& object) const {
    for (const Id<Partij> id : object.van) {
        const auto read = partijen_.read(tx, access::system_caller("portaal/volgen"), id);
        const auto* beeld = read ? std::get_if<partij::PartijBeeld>(&*read) : nullptr;
        if (!beeld) continue;
        const partij::DigitaalAdres* found = nullptr;
        for (const auto& adres : beeld->partij.gegevens.digitale_adressen)
            if (adres.soort == partij::SoortDigitaalAdres::email && (!found || (adres.is_standaard && !found->is_standaard))) found = &adres;
        if (found) return found->adres;
    }
    return std::nullopt;
}

Result<Done> VolgService::take_turn(const Volgvraag& vraag) {
    const Instant now = sessies_.now();
    const auto of_address = per_adres_.take(vraag.adres, now);
    const auto of_number = per_nummer_.take(vraag.gemeente.text() + key_of(vraag.nummer), now);
    if (of_address.allowed && of_number.allowed) return Done{};
    return te_vaak(std::max(of_address.retry_after, of_number.retry_after));
}

// Also what was not found: who guesses leaves a trace.
void VolgService::record(const Volgvraag& vraag, const std::optional<Volgbaar>& object, std::string_view hoe) const {
    access::Caller caller = access::system_caller("volgen");
    caller.doel = doel_met_nummer;
    caller.request_id = vraag.request_id;
    access::Inzage inzage{.soort = access::Inzagesoort::zoekopdracht, .gemeente = vraag.gemeente};
    inzage.zoek = std::string(hoe) + " " + shortened(cleaned(vraag.nummer), nummer_limit);
    if (object) {
        inzage.soort = access::Inzagesoort::detail;
        inzage.partijen = object->van;
        inzage.object_soort = object->object.soort;
        inzage.object = object->object.id;
    }
    log_.record(caller, inzage);
}

Result<Volgobject> VolgService::by_adres(const Volgvraag& vraag, const html::Texts& t) {
    TRY_DONE(take_turn(vraag));
    auto found = sessies_.store().read([&](store::Tx& tx) -> std::optional<Volgbaar> {
        auto object = find(tx, vraag.gemeente, vraag.nummer, t);
        if (!object || !object->met_postcode || !mag(tx, *object) || !woont_daar(tx, *object, vraag)) return std::nullopt;
        return object;
    });
    record(vraag, found, "postcode");
    if (!found) return niets();
    return found->object;
}

Result<Done> VolgService::send_code(const Volgvraag& vraag, std::string_view browser, const html::Texts& t, const Codewoorden& woorden) {
    if (!post_) return conflict("codes are not sent", "portaal.volgen.dicht");
    TRY_DONE(take_turn(vraag));
    const std::string code = draw_code();
    struct Gevonden {
        std::optional<Volgobject> object;
        std::string email;
    };
    const auto found = sessies_.store().write([&](store::Tx& tx) {
        Gevonden gevonden;
        if (const auto object = find(tx, vraag.gemeente, vraag.nummer, t); object && mag(tx, *object))
            if (const auto email = email_of(tx, *object)) gevonden = {object->object, *email};
        CodeRij row;
        row.browser_hash = hash_of(browser);
        row.gemeente = vraag.gemeente;
        if (gevonden.object) {
            row.volgt_soort = gevonden.object->soort;
            row.volgt_object = gevonden.object->id;
        }
        row.code_hash = hash_of(std::string(browser) + code);
        row.gemaakt_op = sessies_.now();
        SessieStore(tx).put(row);
        return gevonden;
    });
    record(vraag, std::nullopt, "code");
    if (found.object) post_->send(found.email, woorden.onderwerp, woorden.tekst(code));
    return Done{};
}

Result<Volgobject> VolgService::by_code(const Volgvraag& vraag, std::string_view browser, std::string_view typed) {
    if (const auto turn = per_adres_.take(vraag.adres, sessies_.now()); !turn.allowed)
        return te_vaak(turn.retry_after);
    std::string code;
    for (const char c : typed)
        if (c >= '0' && c <= '9') code += c;
    const auto object = sessies_.store().write([&](store::Tx& tx) -> std::optional<Volgobject> {
        const SessieStore store(tx);
        const std::string key = access::sha256(browser);
        const auto row = store.code(key);
        if (!row || row->gemeente != vraag.gemeente || row->pogingen >= code_pogingen || sessies_.now() - row->gemaakt_op >= code_geldig) return std::nullopt;
        store.count_attempt(key);
        const bool is_right = access::equal_in_constant_time(row->code_hash.bytes, access::sha256(std::string(browser) + code));
        if (!is_right || !row->volgt_object) return std::nullopt;
        store.remove_code(key);
        return Volgobject{row->volgt_soort, *row->volgt_object};
    });
    if (!object) return niets();
    return *object;
}

std::optional<Volgbaar> VolgService::current(store::Tx& tx, Id<Gemeente> gemeente, const Volgobject& wat, const html::Texts& t) const {
    for (const Onderdeel* onderdeel : onderdelen_)
        if (onderdeel->soort() == wat.soort)
            if (auto found = onderdeel->by_id(tx, gemeente, wat.id, t); found && mag(tx, *found)) return found;
    return std::nullopt;
}

Result<Volgontvangst> VolgService::schrijf(const Inwoner& inwoner, const Volgbericht& bericht, std::string_view request_id) {
    for (const Onderdeel* onderdeel : onderdelen_) {
        if (!inwoner.volgt || onderdeel->soort() != inwoner.volgt->soort) continue;
        if (trimmed(bericht.tekst).empty()) return invalid("tekst", "portaal.volgt.fout_leeg");
        if (const auto turn = per_object_.take(dichtbij::to_string(inwoner.volgt->id), sessies_.now()); !turn.allowed) return te_vaak(turn.retry_after, "tekst", "portaal.volgt.te_vaak");
        return onderdeel->schrijf(caller_of(inwoner, "portaal/volgt", request_id), inwoner.gemeente, inwoner.volgt->id, bericht);
    }
    return not_found("nothing followed");
}

}  // namespace dichtbij::portaal
