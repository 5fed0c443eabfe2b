#include "formulier/invul_service.h"

#include <algorithm>

#include "access/digest.h"
#include "base/text.h"
#include "html/dates.h"
#include "partij/adres.h"

namespace dichtbij::formulier {
namespace {

store::Blob digest_of(std::string_view text) { return store::Blob{access::sha256(text)}; }

portaal::Betrouwbaarheidsniveau level(Niveau niveau) {
    switch (niveau) {
        case Niveau::hoog: return portaal::Betrouwbaarheidsniveau::hoog;
        case Niveau::substantieel: return portaal::Betrouwbaarheidsniveau::substantieel;
        case Niveau::laag: break;
    }
    return portaal::Betrouwbaarheidsniveau::laag;
}

Result<Done> may_fill_in(const Definitie& definitie, const Toegang& toegang) {
    if (definitie.inloggen != Inloggen::moet) return Done{};
    if (!toegang.ingelogd || toegang.inwoner.niveau < level(definitie.niveau)) return forbidden("this form asks for a sign-in");
    return Done{};
}

std::string digits_of(std::string_view typed) {
    std::string digits;
    for (const char c : typed)
        if (c >= '0' && c <= '9') digits += c;
    return digits;
}

Fail too_often(seconds wait) {
    const auto minutes_to_wait = std::max<std::int64_t>(1, (wait.count() + 59) / 60);
    return tl::make_unexpected(Failure{Reason::conflict, "too often from one address", "formulier.fout.te_vaak", {{"", "formulier.fout.te_vaak", {std::to_string(minutes_to_wait)}}}});
}

const Vraag* fill_question(const Definitie& definitie, Betekenis wanted) {
    for (const Pagina& pagina : definitie.paginas)
        for (const Groep& groep : pagina.groepen)
            for (const Vraag& vraag : groep.vragen)
                if (vraag.betekenis == wanted && !groep.herhaalt()) return &vraag;
    return nullptr;
}

}  // namespace

document::Documentobject documentobject(Id<FormulierConcept> id) { return {"formulierconcept", id.bytes}; }
document::Documentobject documentobject(Id<dichtbij::Inzending> id) { return {"inzending", id.bytes}; }

// Who signed in, the same each time; without a known party only this session knows.
std::string InvulService::identity(const Toegang& toegang) {
    if (!toegang.ingelogd) return {};
    const portaal::Inwoner& inwoner = toegang.inwoner;
    std::string who = inwoner.partij ? inwoner.partij->text() : std::string();
    if (inwoner.namens) who += "/" + inwoner.namens->text();
    who += "/" + inwoner.pseudoniem;
    if (!inwoner.partij && inwoner.pseudoniem.empty()) who = "sessie " + inwoner.sessie;
    return hex(access::sha256(who));
}

bool InvulService::is_van(const Toegang& toegang, const ConceptRij& row) const {
    if (!row.wie.empty()) return row.wie == identity(toegang);
    return !toegang.browser.empty() && access::equal_in_constant_time(row.browser_hash.bytes, access::sha256(toegang.browser));
}

Concept InvulService::filled(store::Tx& tx, ConceptRij row) {
    Concept made{std::move(row), nullptr, {}, {}, {}};
    made.definitie = in_.formulieren.definitie(tx, made.rij.versie);
    CHECK_THAT(made.definitie != nullptr);
    made.antwoorden = from_text(made.rij.antwoorden);
    made.zichtbaar = zichtbare(*made.definitie, made.antwoorden, day_of(in_.clock.now()));
    document::Documentvraag asked;
    asked.bij = documentobject(made.rij.id);
    made.bestanden = in_.documenten.of_object(tx, asked);
    return made;
}

Result<Concept> InvulService::own(store::Tx& tx, const Toegang& toegang, Id<FormulierConcept> id) {
    auto row = find_concept(tx, id);
    if (!row || row->gemeente != toegang.inwoner.gemeente || row->inzending || row->verloopt_op <= in_.clock.now() || !is_van(toegang, *row))
        return not_found("draft " + id.text());
    Concept made = filled(tx, std::move(*row));
    TRY_DONE(may_fill_in(*made.definitie, toegang));
    return made;
}

void InvulService::save(store::Tx& tx, Concept& one) {
    const Instant now = in_.clock.now();
    one.rij.antwoorden = to_text(one.antwoorden);
    one.rij.gewijzigd_op = now;
    one.rij.verloopt_op = now + days(concept_dagen);
    ++one.rij.revisie;
    save_concept(tx, one.rij);
    one.zichtbaar = zichtbare(*one.definitie, one.antwoorden, day_of(now));
}

// What is known of who signed in stands there, to be checked by himself.
void InvulService::prefill(store::Tx& tx, const Toegang& toegang, const Definitie& definitie, Antwoorden& answers) const {
    const portaal::Inwoner& inwoner = toegang.inwoner;
    const auto whose = toegang.ingelogd ? inwoner.partij : std::nullopt;
    if (!whose) return;
    const auto seen = in_.partijen.read(tx, access::system_caller("portaal"), *whose);
    const auto* beeld = seen ? std::get_if<partij::PartijBeeld>(&*seen) : nullptr;
    if (beeld == nullptr) return;
    const partij::Gegevens& known = beeld->partij.gegevens;
    const auto put = [&](Betekenis wat, std::string value) {
        if (const Vraag* vraag = fill_question(definitie, wat); vraag != nullptr && !value.empty()) answers[vraag->code] = {std::move(value)};
    };
    if (const auto* person = std::get_if<partij::Persoon>(&known.wie)) {
        put(Betekenis::voornaam, person->naam.voornaam);
        const std::string& prefix = person->naam.voorvoegsel_achternaam;
        put(Betekenis::achternaam, prefix.empty() ? person->naam.achternaam : prefix + " " + person->naam.achternaam);
    }
    put(Betekenis::naam, inwoner.naam);
    for (const auto& one : known.digitale_adressen) {
        if (one.soort == partij::SoortDigitaalAdres::email) put(Betekenis::email, one.adres);
        if (one.soort == partij::SoortDigitaalAdres::telefoonnummer) put(Betekenis::telefoon, one.adres);
    }
    const Vraag* place = fill_question(definitie, Betekenis::adres);
    if (place != nullptr && place->soort == Vraagsoort::adres && known.bezoekadres && known.bezoekadres->huisnummer) {
        const partij::Adres& home = *known.bezoekadres;
        answers[place->code] = {home.postcode, std::to_string(*home.huisnummer), home.huisnummertoevoeging, home.straatnaam, home.stad};
    }
}

Result<Id<FormulierConcept>> InvulService::begin(const Toegang& toegang, std::string_view code) {
    const Instant now = in_.clock.now();
    if (const auto turn = begonnen_.take(toegang.adres, now); !turn.allowed) return too_often(turn.retry_after);
    return in_.store.write([&](store::Tx& tx) -> Result<Id<FormulierConcept>> {
        const auto offer = in_.formulieren.find(tx, toegang.inwoner.gemeente, code);
        if (!offer || !offer->is_aangeboden()) return not_found("form " + std::string(code));
        TRY_DONE(may_fill_in(*offer->definitie, toegang));
        ConceptRij row;
        row.id = in_.ids.make<FormulierConcept>();
        row.gemeente = toegang.inwoner.gemeente;
        row.versie = in_.formulieren.versie_van(tx, row.gemeente, *offer->definitie);
        row.code = offer->definitie->code;
        row.browser_hash = digest_of(toegang.browser);
        row.wie = identity(toegang);
        if (toegang.ingelogd) row.partij = toegang.inwoner.voor();
        row.taal = toegang.inwoner.taal;
        Antwoorden answers;
        prefill(tx, toegang, *offer->definitie, answers);
        row.antwoorden = to_text(answers);
        row.begonnen_op = row.gewijzigd_op = now;
        row.verloopt_op = now + days(concept_dagen);
        insert_concept(tx, row);
        tel(tx, row.gemeente, row.code, "gestart", "");
        return row.id;
    });
}

Result<Concept> InvulService::get(const Toegang& toegang, Id<FormulierConcept> id) {
    return in_.store.read([&](store::Tx& tx) { return own(tx, toegang, id); });
}

Result<InvulService::Bewaard> InvulService::keep(const Toegang& toegang, Id<FormulierConcept> id, std::string_view pagina, const http::Params& fields) {
    return in_.store.write([&](store::Tx& tx) -> Result<Bewaard> {
        TRY(Concept one, own(tx, toegang, id));
        const auto& all = one.definitie->paginas;
        const auto page = std::find_if(all.begin(), all.end(), [&](const Pagina& each) { return each.code == pagina; });
        if (page == all.end()) return not_found("page " + std::string(pagina));
        Gelezen read = lees_pagina(*one.definitie, *page, fields, one.antwoorden);
        if (to_text(read.antwoorden).size() > uitvoer_limit) return conflict("too much in one form", "formulier.fout.te_veel");
        one.antwoorden = std::move(read.antwoorden);
        one.rij.pagina = page->code;
        one.rij.taal = toegang.inwoner.taal;
        save(tx, one);
        std::vector<FieldError> errors = std::move(read.fouten);
        for (FieldError& error : problems(*page, one.zichtbaar, day_of(in_.clock.now()))) {
            tel(tx, one.rij.gemeente, one.rij.code, "fout", error.field.starts_with("v.") ? std::string_view(error.field).substr(2) : std::string_view(error.field));
            errors.push_back(std::move(error));
        }
        return Bewaard{std::move(one), std::move(errors)};
    });
}

Result<Done> InvulService::add_herhaling(const Toegang& toegang, Id<FormulierConcept> id, std::string_view code) {
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        TRY(Concept one, own(tx, toegang, id));
        for (const Pagina& pagina : one.definitie->paginas)
            for (const Groep& groep : pagina.groepen)
                if (groep.code == code && groep.herhaalt()) {
                    const auto count = static_cast<std::int64_t>(aantal_van(groep, one.antwoorden));
                    one.antwoorden[aantal_sleutel(groep)] = {std::to_string(std::min(count + 1, groep.herhalingen))};
                    save(tx, one);
                    return Done{};
                }
        return not_found("group " + std::string(code));
    });
}

Result<Done> InvulService::remove_herhaling(const Toegang& toegang, Id<FormulierConcept> id, std::string_view code) {
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        TRY(Concept one, own(tx, toegang, id));
        for (const Pagina& pagina : one.definitie->paginas)
            for (const Groep& groep : pagina.groepen)
                if (groep.code == code && groep.herhaalt()) {
                    const std::size_t count = aantal_van(groep, one.antwoorden);
                    if (count < 2) return Done{};
                    for (const Vraag& vraag : groep.vragen) one.antwoorden.erase(sleutel(groep, count - 1, vraag));
                    one.antwoorden[aantal_sleutel(groep)] = {std::to_string(count - 1)};
                    save(tx, one);
                    return Done{};
                }
        return not_found("group " + std::string(code));
    });
}

void InvulService::note_pagina(const Toegang& toegang, Id<FormulierConcept> id, std::string_view pagina) {
    const auto seen = get(toegang, id);
    if (!seen || seen->rij.pagina == pagina) return;
    in_.store.write([&](store::Tx& tx) {
        auto one = own(tx, toegang, id);
        if (!one) return;
        one->rij.pagina = pagina;
        save(tx, *one);
        tel(tx, one->rij.gemeente, one->rij.code, "pagina", pagina);
    });
}

Result<Done> InvulService::add_bestand(const Toegang& toegang, Id<FormulierConcept> id, std::string_view code, const document::Ontvangen& file) {
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        TRY(Concept one, own(tx, toegang, id));
        const Vraag* vraag = one.definitie->vraag(code);
        if (vraag == nullptr || vraag->soort != Vraagsoort::bestand) return not_found("question " + std::string(code));
        auto& list = one.antwoorden[vraag->code];
        if (list.size() >= bestanden_limit) return invalid(veldnaam(code), "formulier.fout.te_veel_bestanden", {std::to_string(bestanden_limit)});
        document::NieuwDocument nieuw;
        nieuw.gemeente = one.rij.gemeente;
        nieuw.bij = documentobject(id);
        nieuw.kenmerken.creatiedatum = day_of(in_.clock.now());
        nieuw.kenmerken.ontvangstdatum = nieuw.kenmerken.creatiedatum;
        nieuw.kenmerken.richting = document::Richting::inkomend;
        nieuw.kenmerken.inwoner_mag_zien = true;
        nieuw.door_partij = one.rij.partij;
        TRY(const document::Document made, in_.documenten.add(tx, toegang.caller, nieuw, file));
        list.push_back(made.id.text());
        save(tx, one);
        return Done{};
    });
}

Result<Done> InvulService::remove_bestand(const Toegang& toegang, Id<FormulierConcept> id, std::string_view code, std::string_view which) {
    return in_.store.write([&](store::Tx& tx) -> Result<Done> {
        TRY(Concept one, own(tx, toegang, id));
        const auto found = one.antwoorden.find(code);
        if (found == one.antwoorden.end()) return not_found("question " + std::string(code));
        std::erase(found->second, which);
        if (found->second.empty()) one.antwoorden.erase(found);
        save(tx, one);
        return Done{};
    });
}

std::string InvulService::new_code(ConceptRij& row) const {
    std::uint32_t value = 0;
    for (const char c : random_bytes(4)) value = value << 8 | static_cast<unsigned char>(c);
    std::string code = std::to_string(value % 1'000'000);
    code.insert(0, 6 - code.size(), '0');
    row.code_hash = digest_of(row.id.text() + code);
    row.code_op = in_.clock.now();
    row.pogingen = 0;
    return code;
}

// Counts the attempt in the row; the caller saves it, right or wrong.
Result<bool> InvulService::take_code(ConceptRij& row, std::string_view typed) const {
    if (!row.code_hash || row.pogingen >= code_pogingen || in_.clock.now() - row.code_op >= code_geldig) return false;
    ++row.pogingen;
    const bool is_right = access::equal_in_constant_time(row.code_hash->bytes, access::sha256(row.id.text() + digits_of(typed)));
    if (is_right) row.code_hash.reset();
    return is_right;
}

std::optional<std::string> InvulService::te_bevestigen(const Concept& one) const {
    if (!kan_code()) return std::nullopt;
    for (const Pagina& pagina : one.definitie->paginas)
        for (const Groep& groep : pagina.groepen)
            for (const Vraag& vraag : groep.vragen) {
                const auto found = one.zichtbaar.find(vraag.code);
                if (!vraag.bevestigen || found == one.zichtbaar.end() || problem(vraag, vraag.code, found->second, day_of(in_.clock.now()))) continue;
                if (lower_ascii(found->second.front()) != one.rij.bevestigd) return found->second.front();
            }
    return std::nullopt;
}

Result<Done> InvulService::send_code(const Toegang& toegang, Id<FormulierConcept> id, const html::Texts& t) {
    TRY(const Concept before, get(toegang, id));
    const auto address = te_bevestigen(before);
    if (!address) return Done{};
    if (const auto turn = codes_.take(id.text(), in_.clock.now()); !turn.allowed) return too_often(turn.retry_after);
    TRY(const std::string code, in_.store.write([&](store::Tx& tx) -> Result<std::string> {
        TRY(Concept one, own(tx, toegang, id));
        std::string made = new_code(one.rij);
        one.rij.email = *address;
        save(tx, one);
        return made;
    }));
    in_.post->send(*address, t("formulier.code.mail_onderwerp"), t("formulier.code.mail_tekst", code));
    return Done{};
}

Result<Done> InvulService::bevestig(const Toegang& toegang, Id<FormulierConcept> id, std::string_view typed) {
    TRY(const bool is_right, in_.store.write([&](store::Tx& tx) -> Result<bool> {
        TRY(Concept one, own(tx, toegang, id));
        TRY(const bool right, take_code(one.rij, typed));
        if (right) one.rij.bevestigd = lower_ascii(one.rij.email);
        save(tx, one);
        return right;
    }));
    if (!is_right) return invalid("code", "formulier.fout.code");
    return Done{};
}

Result<std::string> InvulService::bewaar_voor_later(const Toegang& toegang, Id<FormulierConcept> id, std::string_view email, const html::Texts& t, std::string_view link_start) {
    const std::string address = cleaned(email.substr(0, 200));
    const bool is_in = toegang.ingelogd;
    Vraag as_question;
    as_question.soort = Vraagsoort::email;
    as_question.verplicht = !is_in;
    if (auto wrong = problem(as_question, "email", address.empty() ? std::vector<std::string>() : std::vector<std::string>{address}, day_of(in_.clock.now())))
        return invalid("email", wrong->key == "formulier.fout.verplicht" ? "formulier.fout.email" : wrong->key);
    if (!is_in && !kan_code()) return conflict("no codes are sent", "formulier.fout.geen_post");
    if (const auto turn = codes_.take("b" + id.text(), in_.clock.now()); !turn.allowed) return too_often(turn.retry_after);
    const std::string key = base64url(random_bytes(24));
    TRY(const std::string title, in_.store.write([&](store::Tx& tx) -> Result<std::string> {
        TRY(Concept one, own(tx, toegang, id));
        one.rij.sleutel_hash = digest_of(key);
        if (!address.empty()) one.rij.email = address;
        save(tx, one);
        return one.definitie->titel.in(toegang.inwoner.taal);
    }));
    const std::string link = std::string(link_start) + key;
    if (in_.post && !address.empty()) in_.post->send(address, t("formulier.later.mail_onderwerp"), t("formulier.later.mail_tekst", title, link, concept_dagen));
    return link;
}

Result<InvulService::Verder> InvulService::find_sleutel(const Toegang& toegang, std::string_view key) {
    if (key.size() < 20 || key.size() > 100) return not_found("no such link");
    return in_.store.read([&](store::Tx& tx) -> Result<Verder> {
        const auto row = find_concept_by_sleutel(tx, access::sha256(key));
        if (!row || row->gemeente != toegang.inwoner.gemeente || row->inzending || row->verloopt_op <= in_.clock.now()) return not_found("no such link");
        return Verder{row->id, row->code, !row->wie.empty(), is_van(toegang, *row)};
    });
}

Result<Done> InvulService::send_sleutelcode(const Toegang& toegang, std::string_view key, const html::Texts& t) {
    TRY(const Verder found, find_sleutel(toegang, key));
    if (found.vraagt_inloggen || !kan_code()) return not_found("this link asks for a sign-in");
    if (const auto turn = codes_.take(found.id.text(), in_.clock.now()); !turn.allowed) return too_often(turn.retry_after);
    struct Brief { std::string naar, code; };
    const Brief letter = in_.store.write([&](store::Tx& tx) {
        auto row = find_concept(tx, found.id);
        if (!row) return Brief{};
        Brief made{row->email, new_code(*row)};
        save_concept(tx, *row);
        return made;
    });
    if (!letter.naar.empty()) in_.post->send(letter.naar, t("formulier.code.mail_onderwerp"), t("formulier.code.mail_tekst", letter.code));
    return Done{};
}

Result<Id<FormulierConcept>> InvulService::open_sleutel(const Toegang& toegang, std::string_view key, std::string_view typed) {
    TRY(const Verder found, find_sleutel(toegang, key));
    if (found.is_van_hem) return found.id;
    if (found.vraagt_inloggen) return forbidden("this link asks for the same sign-in");
    TRY(const bool is_right, in_.store.write([&](store::Tx& tx) -> Result<bool> {
        auto row = find_concept(tx, found.id);
        if (!row || row->inzending) return not_found("draft " + found.id.text());
        TRY(const bool right, take_code(*row, typed));
        if (right) row->browser_hash = digest_of(toegang.browser);
        save_concept(tx, *row);
        return right;
    }));
    if (!is_right) return invalid("code", "formulier.fout.code");
    return found.id;
}

}  // namespace dichtbij::formulier
