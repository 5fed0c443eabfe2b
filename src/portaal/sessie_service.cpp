#include "portaal/sessie_service.h"

#include "access/digest.h"
#include "base/text.h"
#include "portaal/bedrijf_store.h"
#include "portaal/sessie_store.h"

namespace dichtbij::portaal {
namespace {

constexpr std::size_t secret_bytes = 32;
// A session is noted as in use at most this often: a page is a read, not a write.
constexpr seconds touch_after{15};

store::Blob hash_of(std::string_view text) { return store::Blob{access::sha256(text)}; }

std::optional<store::Blob> hash_at(std::string_view aanbieder, std::string_view name, const std::string& value) {
    if (value.empty()) return std::nullopt;
    return hash_of(std::string(aanbieder) + "\n" + std::string(name) + "\n" + value);
}

Inwoner inwoner_of(const SessieRij& row) {
    Inwoner inwoner;
    inwoner.gemeente = row.gemeente;
    inwoner.wijze = row.wijze;
    inwoner.aanbieder = row.aanbieder;
    inwoner.herkend = row.herkend;
    inwoner.niveau = row.niveau;
    inwoner.partij = row.partij;
    inwoner.namens = row.namens;
    inwoner.voor_ander = row.voor_ander;
    inwoner.vestiging = row.vestiging;
    inwoner.pseudoniem = row.pseudoniem;
    inwoner.taal = row.taal;
    inwoner.sessie = hex(row.hash.bytes).substr(0, 16);
    if (row.volgt_object) inwoner.volgt = Volgobject{row.volgt_soort, *row.volgt_object};
    return inwoner;
}

}  // namespace

access::Caller caller_of(const Inwoner& inwoner, std::string_view scherm, std::string_view request_id) {
    access::Caller caller = access::system_caller(scherm);
    caller.doel = inwoner.is_ingelogd() ? doel_inwoner : inwoner.wijze == Aanmeldwijze::code ? doel_met_code : doel_met_nummer;
    caller.request_id = request_id;
    return caller;
}

std::optional<Id<Partij>> SessieService::known(store::Tx& tx, Id<Gemeente> gemeente, std::string_view soort, const std::string& nummer) const {
    if (nummer.empty()) return std::nullopt;
    partij::Gegevens wie;
    wie.identificatoren.push_back(partij::make_identificator(soort, nummer));
    const auto found = partijen_.recognise(tx, access::system_caller("portaal"), gemeente, wie);
    if (!found || !*found || (*found)->gewist_op) return std::nullopt;
    return (*found)->id;
}

std::string SessieService::begin(const NieuweSessie& nieuw) {
    const std::string token = base64url(random_bytes(secret_bytes));
    const std::string csrf = base64url(random_bytes(secret_bytes));
    const Instant now = clock_.now();
    store_.write([&](store::Tx& tx) {
        const Bewering& b = nieuw.bewering;
        SessieRij row;
        row.hash = hash_of(token);
        row.gemeente = nieuw.gemeente;
        row.wijze = nieuw.wijze;
        row.aanbieder = nieuw.aanbieder;
        row.niveau = nieuw.wijze == Aanmeldwijze::demo ? Betrouwbaarheidsniveau::hoog : b.niveau;
        row.partij = nieuw.partij;
        if (nieuw.wijze == Aanmeldwijze::oidc) {
            row.herkend = b.bsn.empty() ? Herkend::kvk_nummer : Herkend::bsn;
            if (!b.bsn.empty()) row.partij = known(tx, nieuw.gemeente, partij::soort_bsn, b.bsn);
            // A company acts through a person: with a BSN of his own or a pseudonym.
            const std::string& bedrijf = b.vertegenwoordigde_kvk_nummer.empty() ? b.kvk_nummer : b.vertegenwoordigde_kvk_nummer;
            row.voor_ander = !bedrijf.empty() || !b.vertegenwoordigde_bsn.empty();
            row.namens = b.vertegenwoordigde_bsn.empty() ? known(tx, nieuw.gemeente, partij::soort_kvk_nummer, bedrijf)
                                                         : known(tx, nieuw.gemeente, partij::soort_bsn, b.vertegenwoordigde_bsn);
            if (!row.partij) row.bsn = b.bsn;
            if (!row.namens) row.namens_bsn = b.vertegenwoordigde_bsn;
            if (!row.namens && b.vertegenwoordigde_bsn.empty()) row.namens_kvk_nummer = bedrijf;
            row.vestiging = b.vestiging;
            if (!b.pseudoniem.empty()) row.pseudoniem = hex(access::sha256(nieuw.aanbieder + "\n" + b.pseudoniem));
            if (row.namens && b.vertegenwoordigde_bsn.empty()) note_aangemeld(tx, partijen_.familie(tx, partijen_.survivor(tx, *row.namens)), row.pseudoniem, now);
            row.sid_hash = hash_at(nieuw.aanbieder, "sid", b.sid);
            row.onderwerp_hash = hash_at(nieuw.aanbieder, "sub", b.onderwerp);
        }
        if (nieuw.volgt) {
            row.volgt_soort = nieuw.volgt->soort;
            row.volgt_object = nieuw.volgt->id;
        }
        row.taal = nieuw.taal == "en" ? "en" : "nl";
        row.csrf = csrf;
        row.agent_hash = hash_of(nieuw.user_agent);
        row.begonnen_op = row.gezien_op = now;
        row.stil_tot = now + grenzen_.stil;
        row.einde_op = now + (nieuw.volgt ? grenzen_.volgen : grenzen_.einde);
        SessieStore(tx).insert(row);
    });
    return token;
}

// Doubles are one person, and what was erased is nobody.
void SessieService::fill(store::Tx& tx, Inwoner& inwoner) const {
    for (auto* one : {&inwoner.partij, &inwoner.namens})
        if (*one) *one = partijen_.survivor(tx, **one);
    if (inwoner.partij) inwoner.naam = partijen_.naam_of(tx, *inwoner.partij);
    else if (inwoner.namens) inwoner.naam = partijen_.naam_of(tx, *inwoner.namens);
    if (const auto whose = inwoner.voor()) inwoner.van = partijen_.familie(tx, *whose);
    // Whose access his company took away has nothing here.
    if (const auto recht = Bedrijfsrecht::of(tx, inwoner); recht.medewerker() && recht.medewerker()->geblokkeerd) {
        inwoner.van.clear();
        inwoner.namens.reset();
        inwoner.naam.clear();
    }
}

std::shared_ptr<const Sessie> SessieService::find(std::string_view token, std::string_view user_agent, Gebruik gebruik) {
    if (token.empty()) return nullptr;
    const Instant now = clock_.now();
    const std::string hash = access::sha256(token);
    const std::string agent_hash = access::sha256(user_agent);
    Instant gezien_op;
    auto found = store_.read([&](store::Tx& tx) -> std::shared_ptr<Sessie> {
        const auto row = SessieStore(tx).find(hash);
        if (!row || row->stil_tot <= now || row->einde_op <= now || row->agent_hash.bytes != agent_hash) return nullptr;
        auto sessie = std::make_shared<Sessie>(Sessie{row->hash.bytes, row->csrf, inwoner_of(*row), row->begonnen_op, row->stil_tot, row->einde_op});
        fill(tx, sessie->inwoner);
        gezien_op = row->gezien_op;
        return sessie;
    });
    if (found && gebruik == Gebruik::telt && now - gezien_op >= touch_after) {
        found->stil_tot = now + grenzen_.stil;
        store_.write([&](store::Tx& tx) { SessieStore(tx).touch(hash, now, found->stil_tot); });
    }
    return found;
}

void SessieService::end(const Sessie& sessie) {
    store_.write([&](store::Tx& tx) { SessieStore(tx).remove(sessie.hash); });
}

std::int64_t SessieService::end_at_provider(std::string_view aanbieder, const Afmelding& afmelding) {
    return store_.write([&](store::Tx& tx) {
        const SessieStore store(tx);
        if (const auto sid = hash_at(aanbieder, "sid", afmelding.sid)) return store.remove_sid(sid->bytes);
        if (const auto sub = hash_at(aanbieder, "sub", afmelding.onderwerp)) return store.remove_onderwerp(sub->bytes);
        return std::int64_t{0};
    });
}

void SessieService::set_taal(const Sessie& sessie, std::string_view taal) {
    store_.write([&](store::Tx& tx) { SessieStore(tx).set_taal(sessie.hash, taal); });
}

Result<Id<Partij>> SessieService::leer_kennen(store::Tx& tx, const Sessie& sessie, partij::PartijService& partijen, partij::Gegevens gegevens) {
    const Inwoner& inwoner = sessie.inwoner;
    const SessieStore sessies(tx);
    const auto row = sessies.find(sessie.hash);
    if (!row || !inwoner.is_ingelogd() || is_geblokkeerd(tx, inwoner)) return forbidden("no session of someone who can be known");
    if (const auto& whose = row->voor_ander ? row->namens : row->partij) return partijen_.survivor(tx, *whose);
    const bool is_bedrijf = row->voor_ander;
    const std::string& nummer = is_bedrijf ? row->namens_kvk_nummer : row->bsn;
    if (nummer.empty()) return conflict("who is represented is not known here", "portaal.fout.voor_ander");
    const std::string_view soort = is_bedrijf ? partij::soort_kvk_nummer : partij::soort_bsn;
    // In the meantime someone may have added him.
    auto id = known(tx, inwoner.gemeente, soort, nummer);
    if (!id) {
        gegevens.identificatoren = {partij::make_identificator(soort, nummer)};
        TRY(id, partijen.create(tx, caller_of(inwoner, "portaal", ""), inwoner.gemeente, std::move(gegevens)));
    }
    if (is_bedrijf) {
        sessies.set_namens(sessie.hash, *id);
        note_aangemeld(tx, partijen_.familie(tx, *id), row->pseudoniem, clock_.now());
    }
    else sessies.set_partij(sessie.hash, *id);
    return *id;
}

void SessieService::forget_partij(store::Tx& tx, Id<Partij> partij) {
    SessieStore(tx).remove_partij(partij);
    delete_of_bedrijf(tx, partij);
}

}  // namespace dichtbij::portaal
