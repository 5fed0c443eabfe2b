#pragma once
// Everything that is done with partijen. Each operation takes who calls, checks role and gemeente, and
// stands in the journal. Reading a partij in detail is recorded in the access log.

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "access/access_log.h"
#include "access/caller.h"
#include "base/result.h"
#include "base/time.h"
#include "journal/journal.h"
#include "partij/beeld.h"
#include "partij/samenvoeging.h"
#include "partij/verband.h"
#include "partij/zoek.h"
#include "store/dialect.h"
#include "store/store.h"

namespace dichtbij::partij {

std::span<const store::Migration> migrations();

struct Wijziging {
    PartijId partij;
    std::int64_t versie = 0;  // that was read; another one is a conflict ("fout.gewijzigd")
    Gegevens gegevens;        // all of it; what is left out goes
    std::optional<Id<Gesprek>> gesprek;
};

struct Identificeren {
    PartijId partij;
    Id<Gesprek> gesprek;
    Methode methode = Methode::controlevragen;
    std::vector<Antwoord> antwoorden;  // for control questions
};

struct Samenvoegen {
    PartijId overlevend;
    PartijId dubbel;
};

// Without `reden`: quick undo by who merged, within a minute. With it: at any time.
struct Scheiden {
    PartijId dubbel;
    std::string reden;
};

// AVG art. 17 lid 1, and the end of a retention term.
enum class Wisgrond { verzoek, toestemming_ingetrokken, onrechtmatig, bewaartermijn };
BOOST_DESCRIBE_ENUM(Wisgrond, verzoek, toestemming_ingetrokken, onrechtmatig, bewaartermijn)

struct Wissen {
    PartijId partij;
    Wisgrond grond = Wisgrond::verzoek;
    std::string reden;  // of the decision; no personal data
};

// AVG art. 15: what this capability holds about someone, and who looked. Contacts and tasks are added by others.
struct Inzagedossier {
    struct Deel {
        PartijId partij;
        std::vector<Veldwaarde> gegevens;
    };
    std::vector<Deel> partijen;  // the surviving one first, then the doubles
    std::vector<Identificatie> identificaties;
    std::vector<Opening> openingen;
    std::vector<journal::Line> gebeurtenissen;
    std::vector<access::InzageRegel> ingezien;
};

inline constexpr int treffers_max = 100;

class PartijService {
  public:
    PartijService(store::Store& store, const Clock& clock, IdSource& ids, access::AccessLog& log)
        : store_(store), clock_(clock), ids_(ids), log_(log) {}

    // Before serving. In the transaction in which a warned partij is opened: tells the team lead.
    using OnOpening = std::function<void(store::Tx&, const access::Caller&, const Opening&)>;
    void on_opening(OnOpening act) { on_opening_.push_back(std::move(act)); }
    // In the transaction that erases a partij: erases what others keep about them.
    using OnWissen = std::function<void(store::Tx&, const access::Caller&, PartijId)>;
    void on_wissen(OnWissen act) { on_wissen_.push_back(std::move(act)); }

    Result<PartijId> create(const access::Caller&, GemeenteId, Gegevens);
    Result<PartijId> create(store::Tx&, const access::Caller&, GemeenteId, Gegevens);
    Result<Done> change(const access::Caller&, Wijziging);
    Result<Done> change(store::Tx&, const access::Caller&, Wijziging);

    // `gesprek`: the conversation in which it is read. A warned partij comes back Afgeschermd until this
    // employee opened it today with a reason.
    Result<Inzage> read(const access::Caller&, PartijId, std::optional<Id<Gesprek>> gesprek = std::nullopt);
    Result<Inzage> read(store::Tx&, const access::Caller&, PartijId, std::optional<Id<Gesprek>> gesprek = std::nullopt);
    Result<PartijBeeld> open(const access::Caller&, PartijId, std::string reden, std::optional<Id<Gesprek>> gesprek = std::nullopt);

    // Exact keys, addresses and dates of birth; the words that were typed narrow it. Doubles come back as
    // their survivor. Without an exact key: nothing, that is for the search index. At most treffers_max.
    Result<std::vector<Treffer>> find(const access::Caller&, const Zoekvraag&);
    Result<std::vector<Treffer>> find(store::Tx&, const access::Caller&, const Zoekvraag&);
    // Whose data another system gave: who has this BSN, else this KvK-nummer, else this e-mail address or
    // telephone number under the same name, else this date of birth and address under the same name. Nobody
    // when more than one person can be it, or when BSN or date of birth say otherwise. For the system only:
    // nobody sees what was found, so it is no reading.
    Result<std::optional<Partij>> recognise(store::Tx&, const access::Caller&, GemeenteId, const Gegevens&) const;
    // What the caller may see of ids that the search index gave, in their order, erased ones left out.
    std::vector<Treffer> treffers(store::Tx&, const access::Caller&, const std::vector<PartijId>&);
    // Who is known under this number in the gemeenten of the caller; any notation.
    Result<std::vector<Treffer>> find_caller(const access::Caller&, std::string_view telefoonnummer);
    // The same in other gemeenten of the caller, then suggestions; doubles in its own gemeente.
    Result<std::vector<Verwant>> side_by_side(const access::Caller&, PartijId);
    Result<std::vector<Verwant>> possible_doubles(const access::Caller&, PartijId);

    Result<Controlevragen> controlevragen(const access::Caller&, GemeenteId);
    Result<Done> choose_controlevragen(const access::Caller&, GemeenteId, Controlevragen);
    // Whether it succeeded. conflict ("partij.identificatie.te_vaak") after three that failed.
    Result<bool> identify(const access::Caller&, const Identificeren&);
    bool is_geidentificeerd(store::Tx&, Id<Gesprek>, PartijId) const;

    Result<Done> merge(const access::Caller&, const Samenvoegen&);
    Result<Done> split(const access::Caller&, const Scheiden&);
    // The surviving partij of a double, or itself; and all partijen that are one person, survivor first.
    PartijId survivor(store::Tx&, PartijId) const;
    std::vector<PartijId> familie(store::Tx&, PartijId) const;

    // Who acts for whom: both of one gemeente; a pair once, and nobody for himself.
    Result<Uuid> represent(const access::Caller&, PartijId vertegenwoordigende, PartijId vertegenwoordigde);
    Result<Done> end_representation(const access::Caller&, const Uuid& vertegenwoordiging);
    std::vector<Vertegenwoordiging> vertegenwoordigingen(store::Tx&, PartijId) const;  // both ways

    Result<Uuid> add_categorie(const access::Caller&, GemeenteId, std::string_view naam);
    Result<std::vector<Categorie>> categorieen(const access::Caller&, GemeenteId);

    // Erases the person with all doubles. The rows stay, empty, as a record.
    Result<Done> wis(const access::Caller&, const Wissen&);
    Result<Inzagedossier> collect(const access::Caller&, PartijId);

    // Names for lists of other capabilities that the caller may already see; not a reading in detail.
    // Empty when there is none (any more).
    std::string naam_of(store::Tx&, PartijId) const;
    Result<GemeenteId> gemeente_of(store::Tx&, PartijId) const;

  private:
    Result<Partij> stored(store::Tx&, PartijId) const;  // not_found also for erased ones
    Result<Partij> visible(store::Tx&, const access::Caller&, PartijId) const;  // the survivor, in a gemeente of the caller
    Zicht zicht(store::Tx&, const access::Caller&, const Partij&, std::optional<Id<Gesprek>>) const;
    bool is_open_to(store::Tx&, const access::Caller&, const Partij&) const;
    PartijBeeld beeld(store::Tx&, const access::Caller&, Partij, std::optional<Id<Gesprek>>) const;
    Result<Gegevens> checked(store::Tx&, PartijId, GemeenteId, Gegevens, const Gegevens& before);
    std::vector<Treffer> as_treffers(store::Tx&, const std::vector<Partij>&) const;
    void append_representation(store::Tx&, const access::Caller&, const std::string& gebeurtenis, const Vertegenwoordiging&);
    void record(store::Tx&, const access::Caller&, access::Inzage) const;
    journal::Entry entry(const access::Caller&, std::string gebeurtenis, GemeenteId, PartijId) const;

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    access::AccessLog& log_;
    std::vector<OnOpening> on_opening_;
    std::vector<OnWissen> on_wissen_;
};

}  // namespace dichtbij::partij
