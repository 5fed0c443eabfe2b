#pragma once
// All SQL of the portal: sessions, attempts to sign in, codes.

#include <boost/describe/class.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/bewaring.h"
#include "portaal/inwoner.h"
#include "store/store.h"

namespace dichtbij::portaal {

struct SessieRij {
    store::Blob hash;
    Id<Gemeente> gemeente;
    Aanmeldwijze wijze = Aanmeldwijze::oidc;
    std::string aanbieder;
    Herkend herkend = Herkend::niet;
    Betrouwbaarheidsniveau niveau = Betrouwbaarheidsniveau::laag;
    std::optional<Id<Partij>> partij;
    std::optional<Id<Partij>> namens;
    bool voor_ander = false;
    std::string bsn, kvk_nummer, namens_bsn, namens_kvk_nummer;  // only of who is not known here
    std::string vestiging, pseudoniem;
    std::string volgt_soort;
    std::optional<Uuid> volgt_object;
    std::string taal;
    std::optional<store::Blob> sid_hash;        // of aanbieder and sid
    std::optional<store::Blob> onderwerp_hash;  // of aanbieder and sub
    std::string csrf;
    store::Blob agent_hash;
    Instant begonnen_op;
    Instant gezien_op;
    Instant stil_tot;
    Instant einde_op;
};
BOOST_DESCRIBE_STRUCT(SessieRij, (),
                      (hash, gemeente, wijze, aanbieder, herkend, niveau, partij, namens, voor_ander, bsn, kvk_nummer, namens_bsn,
                       namens_kvk_nummer, vestiging, pseudoniem, volgt_soort, volgt_object, taal, sid_hash, onderwerp_hash, csrf,
                       agent_hash, begonnen_op, gezien_op, stil_tot, einde_op))

struct AanmeldingRij {
    store::Blob state_hash;
    std::string aanbieder;
    Id<Gemeente> gemeente;
    store::Blob browser_hash;
    std::string nonce;
    std::string verifier;
    Betrouwbaarheidsniveau niveau = Betrouwbaarheidsniveau::laag;
    std::string naar;
    std::string taal;
    Instant begonnen_op;
};
BOOST_DESCRIBE_STRUCT(AanmeldingRij, (), (state_hash, aanbieder, gemeente, browser_hash, nonce, verifier, niveau, naar, taal, begonnen_op))

struct CodeRij {
    store::Blob browser_hash;
    Id<Gemeente> gemeente;
    std::string volgt_soort;
    std::optional<Uuid> volgt_object;  // none: nothing can be followed with it
    store::Blob code_hash;
    std::int64_t pogingen = 0;
    Instant gemaakt_op;
};
BOOST_DESCRIBE_STRUCT(CodeRij, (), (browser_hash, gemeente, volgt_soort, volgt_object, code_hash, pogingen, gemaakt_op))

class SessieStore {
  public:
    explicit SessieStore(store::Tx& tx) : tx_(tx) {}

    void insert(const SessieRij&) const;
    std::optional<SessieRij> find(std::string_view hash) const;
    void touch(std::string_view hash, Instant now, Instant stil_tot) const;
    void set_taal(std::string_view hash, std::string_view taal) const;
    // The numbers go when the person is known.
    void set_partij(std::string_view hash, Id<Partij>) const;
    void set_namens(std::string_view hash, Id<Partij>) const;
    std::int64_t remove(std::string_view hash) const;
    std::int64_t remove_sid(std::string_view sid_hash) const;
    std::int64_t remove_onderwerp(std::string_view onderwerp_hash) const;
    std::int64_t remove_partij(Id<Partij>) const;

    void insert(const AanmeldingRij&) const;
    // Gone when it comes back: an attempt is used at most once.
    std::optional<AanmeldingRij> take_aanmelding(std::string_view state_hash) const;

    void put(const CodeRij&) const;  // replaces the one of that browser
    std::optional<CodeRij> code(std::string_view browser_hash) const;
    void count_attempt(std::string_view browser_hash) const;
    void remove_code(std::string_view browser_hash) const;

  private:
    store::Tx& tx_;
};

std::vector<access::Vernietigd> delete_old_sessies(store::Tx&, Instant voor, int limit);
std::vector<access::Vernietigd> delete_old_aanmeldingen(store::Tx&, Instant voor, int limit);
std::vector<access::Vernietigd> delete_old_codes(store::Tx&, Instant voor, int limit);

}  // namespace dichtbij::portaal
