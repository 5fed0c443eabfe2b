#pragma once
// Registering, correcting, hiding and reading klantcontacten. Each question has its werk: opened and closed
// in the same transaction when it was answered at once, else running until somebody closes it.
//
// Content of a confidential domain, or of a contact marked vertrouwelijk, is for who may read the domain,
// who took it, and who works on it; others get it masked in lists and are refused in detail.

#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "access/access_log.h"
#include "access/caller.h"
#include "klantcontact/klantcontact.h"
#include "klantcontact/klantcontact_schema_store.h"
#include "partij/partij_service.h"
#include "store/store.h"
#include "werk/werk_service.h"

namespace dichtbij::klantcontact {

struct Geregistreerd {
    Klantcontact klantcontact;
    werk::Werk werk;
};

struct Versie {  // how it stood before a correction
    std::int64_t versie = 1;
    Instant vervangen_op;
    std::optional<Id<Medewerker>> door;
    std::string reden;
    Inhoud inhoud;
};

struct KlantcontactBeeld {
    Klantcontact klantcontact;
    std::vector<Betrokkene> betrokkenen;
    std::vector<Objectverwijzing> onderwerpobjecten;
    std::vector<Objectverwijzing> bijlagen;
    Metadata metadata;
    std::optional<werk::Werk> werk;
    std::vector<Versie> versies;  // newest first
};

struct Contactregel {
    Klantcontact klantcontact;  // masked when `afgeschermd`
    bool afgeschermd = false;
};
struct Plaats {  // the last row of a page, newest first
    Instant op;
    Id<dichtbij::Klantcontact> id;
    bool operator==(const Plaats&) const = default;
};
struct Contactpagina {
    std::vector<Contactregel> regels;
    std::optional<Plaats> volgende;  // none: the end
};
inline constexpr int contacten_limit = 100;  // rows of a page

struct Correctie {
    Id<dichtbij::Klantcontact> klantcontact;
    std::int64_t versie = 0;   // that was seen; another one is a conflict ("fout.gewijzigd")
    Inhoud inhoud;
    std::string reden;         // required
};

class KlantcontactService {
  public:
    KlantcontactService(store::Store&, const Clock&, IdSource&, werk::WerkService&, const partij::PartijService&, access::AccessLog&);

    Result<Gesprek> start_gesprek(const access::Caller&, Id<Gemeente>, std::string_view kanaal, Instant begonnen_op);
    Result<Gesprek> start_gesprek(store::Tx&, const access::Caller&, Id<Gemeente>, std::string_view kanaal, Instant begonnen_op);
    // Without a gesprek: one of its own. conflict "klantcontact.fout.bestaat_al" for an extern_id or
    // referentienummer that is there.
    Result<Geregistreerd> register_klantcontact(const access::Caller&, const NieuwKlantcontact&);
    Result<Geregistreerd> register_klantcontact(store::Tx&, const access::Caller&, const NieuwKlantcontact&);

    // A new version, with who and why.
    Result<Klantcontact> correct(const access::Caller&, const Correctie&);
    Result<Klantcontact> correct(store::Tx&, const access::Caller&, const Correctie&);
    Result<Done> replace_metadata(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>, const Metadata&);
    // Not shown any more; its werk ends as withdrawn. The rows go when retention says so.
    Result<Done> hide(const access::Caller&, Id<dichtbij::Klantcontact>, std::string_view reden);
    Result<Done> hide(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>, std::string_view reden);

    // Who was it: the unknown caller of a conversation turns out to be this partij.
    Result<Done> link_partij(const access::Caller&, Id<dichtbij::Gesprek>, Id<Partij>);
    Result<Done> link_partij(store::Tx&, const access::Caller&, Id<dichtbij::Gesprek>, Id<Partij>);
    Result<Uuid> add_betrokkene(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>, Betrokkene);
    Result<Done> change_betrokkene(store::Tx&, const access::Caller&, const Betrokkene&);
    Result<Done> remove_betrokkene(store::Tx&, const access::Caller&, const Uuid& betrokkene);
    Result<Uuid> add_onderwerpobject(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>, Objectverwijzing);
    Result<Uuid> add_bijlage(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>, Objectverwijzing);
    Result<Done> remove_object(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>, const Uuid& object);

    // In detail: stands in the access log.
    Result<KlantcontactBeeld> get(const access::Caller&, Id<dichtbij::Klantcontact>);
    Result<KlantcontactBeeld> get(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>);
    // Lists. Reading the partij itself is what the access log shows.
    Contactpagina of_partijen(store::Tx&, const access::Caller&, std::span<const Id<Partij>>, const std::optional<Plaats>& before, int limit);
    Result<Contactpagina> of_gemeente(store::Tx&, const access::Caller&, Id<Gemeente>, const std::optional<Plaats>& before, int limit);
    std::vector<Contactregel> of_gesprek(store::Tx&, const access::Caller&, Id<dichtbij::Gesprek>);
    std::vector<Contactregel> by_nummer(store::Tx&, const access::Caller&, std::string_view typed);
    // Given as phone number or e-mail by who was not linked to a partij; in partij::zoekvorm.
    std::vector<Contactregel> with_adres(store::Tx&, const access::Caller&, std::string_view zoekvorm, int limit);
    std::int64_t count_of_partijen(store::Tx&, std::span<const Id<Partij>>);

    // For other services: no rights checked, hidden ones left out.
    std::optional<Klantcontact> stored(store::Tx&, Id<dichtbij::Klantcontact>);
    std::optional<Klantcontact> of_werk(store::Tx&, Id<Werk>);
    std::optional<Klantcontact> by_extern_id(store::Tx&, Id<Gemeente>, std::string_view extern_id);
    std::vector<Betrokkene> betrokkenen(store::Tx&, Id<dichtbij::Klantcontact>);
    std::vector<Klantcontact> after(store::Tx&, Id<dichtbij::Klantcontact> after, int limit);  // by id, also hidden

    // Before werk forgets: names, addresses and words go, dates and outcomes stay.
    void forget_partij(store::Tx&, Id<Partij>, Instant now);

  private:
    struct Route;
    Result<Route> route(store::Tx&, const access::Caller&, const NieuwKlantcontact&) const;
    void number(store::Tx&, const NieuwKlantcontact&, Klantcontact&);
    Result<Klantcontact> visible(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>) const;
    Result<Klantcontact> readable(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>) const;
    bool may_read(store::Tx&, const access::Caller&, const Klantcontact&) const;
    std::vector<Contactregel> seen(store::Tx&, const access::Caller&, const std::vector<Klantcontact>&) const;
    Contactpagina page(store::Tx&, const access::Caller&, std::vector<Klantcontact>, int limit) const;
    Result<werk::Werk> open_werk(store::Tx&, const access::Caller&, const NieuwKlantcontact&, const Klantcontact&, const Route&);
    Result<Uuid> add_object(store::Tx&, const access::Caller&, Id<dichtbij::Klantcontact>, Objectverwijzing, std::string soort);
    Result<Done> check_partij(store::Tx&, Id<Gemeente>, const std::optional<Id<Partij>>&) const;
    Result<Done> insert_all(store::Tx&, const NieuwKlantcontact&, const Klantcontact&);

    store::Store& store_;
    const Clock& clock_;
    IdSource& ids_;
    werk::WerkService& werk_;
    const partij::PartijService& partijen_;
    access::AccessLog& log_;
};

// It led to one more taak (or, with -1, to one less): lists are filtered by that. For the capability that has the taken.
void note_taken(store::Tx&, Id<dichtbij::Klantcontact>, int difference);

// One English sentence per fault: a klantcontact without werk or gesprek, a hidden one whose work goes on.
std::vector<std::string> klantcontact_check(store::Tx&, werk::WerkService&);

}  // namespace dichtbij::klantcontact
