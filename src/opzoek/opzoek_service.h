#pragma once
// Looking things up in other registers. Each question is logged with who asked, why, a seal of what was asked and how it
// went; who is a person here and was shown stands in the access log too. Nothing of an answer about a person is stored:
// it is kept in memory for a short time, for the same employee and purpose. Calls other machines, so never in a transaction.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "access/access_log.h"
#include "access/caller.h"
#include "base/id.h"
#include "opzoek/adressen.h"
#include "opzoek/brp.h"
#include "opzoek/geheugen.h"
#include "opzoek/kvk.h"
#include "store/store.h"

namespace dichtbij::opzoek {

struct Webs {
    client::Web& brp;
    client::Web& kvk;
    client::Web& adressen;
};

struct Opties {
    Instellingen instellingen;
    std::string sleutel;  // that seals what was asked; without one the BRP is never asked
};

struct Bronoverzicht {
    Bron bron = Bron::brp;
    bool is_ingesteld = false;
    std::optional<Instant> uit_op;  // switched off in this gemeente
    Brontoestand toestand;          // in this process
    std::int64_t vandaag = 0;
    std::int64_t mislukt_vandaag = 0;
    std::optional<Instant> laatst_mislukt_op;
    std::string laatst_mislukt;  // Uitkomst
};

inline constexpr std::int64_t lokaal_geteld_tot = 100'000;
struct Overzicht {
    std::vector<Bronoverzicht> bronnen;
    std::int64_t lokale_adressen = 0;  // counted up to lokaal_geteld_tot
};

struct Opzoekregel {
    Uuid id{};
    Instant op;
    std::string bron, soort, doel, uitkomst, herkomst;
    std::int64_t aantal = 0;
    std::int64_t duur_ms = 0;
    std::string door;  // name; empty: the employee is not known any more
};
struct Opzoekpagina {
    std::vector<Opzoekregel> regels;  // newest first
    std::optional<Uuid> voor;         // for the next page; none: this is the last
};

enum class Schakeling { aan, uit };

class OpzoekService {
  public:
    OpzoekService(store::Store& store, const Clock& clock, IdSource& ids, access::AccessLog& log, Webs webs, Opties opties);

    // Before serving. Which partijen of the gemeente are this person: given in the wiring, partij lies below.
    using Bekenden = std::function<std::vector<Id<Partij>>(store::Tx&, Id<Gemeente>, const std::string& bsn)>;
    void on_bekenden(Bekenden bekenden) { bekenden_ = std::move(bekenden); }

    // Why the caller may look up persons there. Empty: he may not.
    Result<std::vector<Doelbinding>> doelen(const access::Caller&, Id<Gemeente>);
    // Invalid without a purpose of that list (field "doel"), or with a question that is not whole. That the source was not
    // there is no failure: it stands in the answer.
    Result<Antwoord<BrpPersoon>> personen(const access::Caller&, Id<Gemeente>, const Persoonsvraag&, const std::string& doel);
    // Someone was made here from such an answer: from now on he can see that the BRP was asked about him, and why.
    Result<Done> note_taken(const access::Caller&, Id<Gemeente>, const std::string& doel, Id<Partij>);
    Result<Antwoord<Bedrijf>> bedrijven(const access::Caller&, Id<Gemeente>, const Bedrijfsvraag&);
    // One company with the addresses of this vestiging; empty: of the main one.
    Result<Antwoord<Bedrijf>> bedrijf(const access::Caller&, Id<Gemeente>, const std::string& kvk_nummer, const std::string& vestigingsnummer);
    // Of the source, else of our own table when the source is off or does not answer.
    Result<Antwoord<Vondstadres>> adressen(const access::Caller&, Id<Gemeente>, const MetAdres&);

    // For screens: whether there is something to ask, here and now.
    Result<bool> is_aan(const access::Caller&, Id<Gemeente>, Bron);

    Result<Overzicht> overzicht(const access::Caller&, Id<Gemeente>);
    Result<Opzoekpagina> regels(const access::Caller&, Id<Gemeente>, std::optional<Uuid> voor);
    // Also when it was so already.
    Result<Done> schakel(const access::Caller&, Id<Gemeente>, Bron, Schakeling);

    // Of a gemeente by its code, as the settings have them: names for a page.
    const std::vector<Doelbinding>& alle_doelen(const std::string& gemeentecode) const { return opties_.instellingen.brp.doelen_in(gemeentecode); }

    // What is too old in memory goes; for a timer.
    void forget_old();

  private:
    struct Vraag {  // as it goes into the log
        Bron bron = Bron::brp;
        std::string soort;
        std::string tekst;
        std::string doel;
    };
    template <class T>
    void note(const access::Caller&, Id<Gemeente>, const Vraag&, const Antwoord<T>&, std::int64_t duur_ms);
    std::vector<Id<Partij>> bekend_hier(Id<Gemeente>, const Antwoord<BrpPersoon>&);
    template <class T, class F>
    Antwoord<T> remembered(Geheugen<Antwoord<T>>&, const std::string& key, F ask);
    bool is_uitgezet(Id<Gemeente>, Bron);
    bool is_ingesteld(Bron) const;
    Antwoord<Vondstadres> adressen_of(const MetAdres&, bool is_uit);
    std::string zegel(const Vraag&) const;
    Brontoestand toestand(Bron) const;
    Result<Doelbinding> doel_of(const access::Caller&, Id<Gemeente>, const std::string& code);
    void record(const access::Caller&, const Doelbinding&, const access::Inzage&);

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    access::AccessLog& log_;
    const Opties opties_;
    BrpBron brp_;
    KvkBron kvk_;
    AdresBron adressen_;
    Geheugen<Antwoord<BrpPersoon>> personen_bekend_;
    Geheugen<Antwoord<Bedrijf>> bedrijven_bekend_;
    Geheugen<Antwoord<Vondstadres>> adressen_bekend_;
    Bekenden bekenden_;
};

}  // namespace dichtbij::opzoek
