#pragma once
// What residents read of cases and do in them. Every operation asks whether the case is his: by a role today (a
// mandate that ended gives nothing), never by a sub-case. The portal has checked who he is; the system acts for
// him. Reading is written to the access log by the page.

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "portaal/inwoner.h"
#include "taak/taak_service.h"
#include "zaak/volgen_beeld.h"
#include "zaak/zaak_service.h"

namespace dichtbij::zaak {

inline constexpr std::size_t inwonerbericht_limit = 3000;  // characters of what a resident writes
inline constexpr std::size_t inwonerbestanden_limit = 5;   // files at once
inline constexpr int volgberichten_limit = 100;            // messages on the page of a case
inline constexpr int volgzendingen_limit = 30;             // of his own

// The code of an object that a question is about, when that is a case.
inline constexpr std::string_view objecttype_zaak = "zaak";

// What a ZaakBeeld does not hold.
struct Volgbijdrage {
    Volgzicht zicht = Volgzicht::nummer;
    Instant now;
    std::vector<werk::Toezegging> toezeggingen;      // oldest first
    Volgpersoon behandelaar;
    std::vector<document::Documentregel> documenten;
    std::vector<bericht::Bericht> berichten;
    std::vector<Volgzending> zendingen;
    std::string eigen_woorden;                       // of the question it began with, when he wrote that himself
};

// The one place where it is decided what a resident may know. Pure.
Volgbeeld volgbeeld_van(const ZaakBeeld&, const Volgbijdrage&);

// A promise as its resident may know it: not why it moved, as colleagues wrote it, but what he was told; of an
// attempt to reach him not the words.
Volgbelofte volgbelofte_van(const werk::Toezegging&);

// What someone with these roles sees of a case; nothing when none of them holds on that day.
std::optional<Volgzicht> volgzicht_van(const std::vector<Rol>&, const std::vector<Id<Partij>>& van, Day);

struct Volgburen {
    ZaakService& zaken;
    werk::WerkService& werk;
    klantcontact::KlantcontactService& contacten;
    taak::TaakService& taken;
    bericht::BerichtService& berichten;
    document::DocumentService& documenten;
};

// What he wants to tell: words, files, or both.
struct Inzending {
    std::string tekst;
    std::vector<document::Ontvangen> bestanden;
    std::string onderwerp = {};  // of the question it becomes; "": as the case
    std::string taal = {};       // of someone who did not sign in: "nl" or "en"
};

struct Intrekwens {
    std::int64_t versie = 0;     // of the case, as his page showed it
    std::string reden;
    std::string anders;          // the words of the question, when it cannot end by itself
};

struct NaarBehandelaar {  // it became a question with an owner
    std::string nummer;
    std::optional<Instant> beloofd_op;
};
struct Ingetrokken {};
struct BijZaak {};        // only files came: they stand in the case and the casemanager knows
using Volguitkomst = std::variant<NaarBehandelaar, BijZaak>;
using Intrekuitkomst = std::variant<Ingetrokken, NaarBehandelaar>;

class ZaakVolgService {
  public:
    ZaakVolgService(store::Store& store, const Clock& clock, const Volgburen& buren) : store_(store), clock_(clock), in_(buren) {}

    // not_found when it is not his.
    Result<Volgbeeld> get(store::Tx&, const portaal::Inwoner&, Id<dichtbij::Zaak>);
    Result<Volgbeeld> get(const portaal::Inwoner&, Id<dichtbij::Zaak>);
    // For lists, without documents and messages: running ones first.
    std::vector<Volgbeeld> of(store::Tx&, const portaal::Inwoner&, int limit);
    // The version of a document that he may see; not_found otherwise.
    Result<document::Versie> document(store::Tx&, const portaal::Inwoner&, Id<dichtbij::Zaak>, Id<dichtbij::DocumentVersie>);

    // For following by number: no rights asked, nothing of a sub-case.
    struct Gevonden {
        Volgbeeld beeld;
        std::string domein;
        bool met_postcode = false;
        std::vector<Id<Partij>> van;  // initiator, who asked with him, who acts for them
    };
    std::optional<Gevonden> by_nummer(store::Tx&, Id<Gemeente>, std::string_view nummer);
    std::optional<Gevonden> by_id(store::Tx&, Id<Gemeente>, Id<dichtbij::Zaak>);

    // Answers a question of the gemeente: the term runs again. invalid "antwoord" without words; conflict
    // "zaakportaal.fout.al_beantwoord" when it is no longer asked.
    Result<Done> answer(const access::Caller&, const portaal::Inwoner&, Id<dichtbij::Zaak>, Id<dichtbij::Zaaktaak>, const Inzending&);
    // A message to the casemanager becomes a question with an owner and a promise. invalid "tekst" without words and files.
    Result<Volguitkomst> send(const access::Caller&, const portaal::Inwoner&, Id<dichtbij::Zaak>, const Inzending&);
    // The same by someone who follows without signing in: a question of nobody in particular, which shows him nothing.
    // not_found when it may not be followed so.
    Result<NaarBehandelaar> send_van_volger(const access::Caller&, Id<Gemeente>, Id<dichtbij::Zaak>, const Inzending&);
    // Ends the case, or asks the casemanager to when it cannot end by itself. conflict "zaakportaal.fout.gewijzigd" for a
    // page from before something happened in the case.
    Result<Intrekuitkomst> withdraw(const access::Caller&, const portaal::Inwoner&, Id<dichtbij::Zaak>, const Intrekwens&);

  private:
    struct Eigen;
    struct Gevraagd;
    Result<Eigen> own(store::Tx&, const portaal::Inwoner&, Id<dichtbij::Zaak>, Volgzicht at_least);
    Volgpersoon behandelaar(store::Tx&, const werk::Werk&, Volgzicht) const;
    std::vector<Volgzending> zendingen(store::Tx&, const portaal::Inwoner&, Id<dichtbij::Zaak>);
    std::string eigen_woorden(store::Tx&, const Zaak&) const;
    std::optional<Gevonden> gevonden(store::Tx&, const std::optional<Zaak>&);
    Result<NaarBehandelaar> ask(store::Tx&, const access::Caller&, const portaal::Inwoner&, const Eigen&, const Inzending& what);
    Result<NaarBehandelaar> ask(store::Tx&, const access::Caller&, const Gevraagd&);
    Result<Done> keep(store::Tx&, const access::Caller&, const portaal::Inwoner&, const Eigen&, const std::vector<document::Ontvangen>&);

    store::Store& store_;
    const Clock& clock_;
    const Volgburen in_;
};

}  // namespace dichtbij::zaak
