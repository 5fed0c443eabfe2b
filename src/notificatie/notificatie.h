#pragma once
// That something happened, told to other systems: what is told (a notificatie), in which channel (a kanaal), and who
// hears it (an abonnement). Names as in the Notificaties API 1.0.1. A notificatie holds addresses, codes and a moment:
// never a name, an address of a person or free text.

#include <boost/describe/class.hpp>
#include <boost/describe/enum.hpp>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/recht.h"
#include "base/id.h"
#include "base/result.h"
#include "base/time.h"

namespace dichtbij {
struct Abonnement;
struct Applicatie;
struct Notificatie;
struct NotificatieKanaal;
struct Levering;
}  // namespace dichtbij

namespace dichtbij::notificatie {

// In characters, as the standard has them where it says so.
inline constexpr std::size_t naam_limit = 100;             // own: of a webhook
inline constexpr std::size_t url_limit = 1000;
inline constexpr std::size_t auth_limit = 1000;
inline constexpr std::size_t kanaal_limit = 50;
inline constexpr std::size_t resource_limit = 100;
inline constexpr std::size_t actie_limit = 100;
inline constexpr std::size_t kenmerk_naam_limit = 100;
inline constexpr std::size_t kenmerk_limit = 1000;
inline constexpr std::size_t documentatie_limit = 200;
// Numbers of things.
inline constexpr std::size_t kenmerken_limit = 50;         // of a notificatie, and filters of a kanaal
inline constexpr std::size_t abonnement_kanalen_limit = 50;
inline constexpr int abonnementen_limit = 200;             // of a gemeente
inline constexpr int kanalen_limit = 100;                  // of a gemeente, beside our own

using Kenmerken = std::map<std::string, std::string>;

// own: told by Dichtbij itself, always there. Others are made by the systems that publish in them.
struct Kanaal {
    Id<dichtbij::NotificatieKanaal> id;
    Id<Gemeente> gemeente;
    std::string naam;
    std::string documentatie_link;
    std::vector<std::string> filters;  // names of kenmerken
    bool is_eigen = false;
    bool operator==(const Kanaal&) const = default;
};

// The channels in which Dichtbij itself tells, with the right that hearing them asks.
struct EigenKanaal {
    std::string_view naam;
    std::string_view pad;          // of its resources, behind the basis of the installation
    std::string_view resource;
    access::Groep groep = access::Groep::partijen;
    std::vector<std::string> filters;
};
const std::vector<EigenKanaal>& eigen_kanalen();
const EigenKanaal* eigen_kanaal(std::string_view naam);  // nullptr: not one of ours
// The same id at every time and on every node.
Kanaal kanaal_of(const EigenKanaal&, Id<Gemeente>);

struct Notificatie {
    Id<dichtbij::Notificatie> id;
    Id<Gemeente> gemeente;
    std::string kanaal;
    std::string hoofd_object;      // an address; of our own resources a path that begins with '/'
    std::string resource;
    std::string resource_url;
    std::string actie;
    Instant op;                    // aanmaakdatum
    Kenmerken kenmerken;
    bool kenmerken_bekend = true;  // false: it was destroyed, so filters on its kenmerken hold nothing back
    Uuid object{};                 // what is told about one object arrives in order
    std::optional<std::int64_t> oorzaak;  // journal row
    bool operator==(const Notificatie&) const = default;
};
// As the standard writes it. `basis` stands before paths: "https://kcc.oeverland.nl".
std::string as_json(const Notificatie&, std::string_view basis);
// The order in which notificaties about this address arrive.
Uuid object_of(std::string_view hoofd_object);

// notificaties: over the standard, with the Authorization that the subscriber gave. webhook: signed with a secret of its own.
// component: the Notificaties component of the settings, to which everything of our own is told.
enum class Abonnementsoort { notificaties, webhook, component };
BOOST_DESCRIBE_ENUM(Abonnementsoort, notificaties, webhook, component)

// One channel that is heard: only what has all these kenmerken. Also "#actie" and "#resource"; "*" fits every value.
struct Kanaalkeuze {
    std::string naam;
    Kenmerken filters;
    bool operator==(const Kanaalkeuze&) const = default;
};
bool past(const Kanaalkeuze&, const Notificatie&);

struct Abonnement {
    Id<dichtbij::Abonnement> id;
    Id<Gemeente> gemeente;
    Abonnementsoort soort = Abonnementsoort::notificaties;
    std::optional<Id<Applicatie>> applicatie;  // who made it over the API; none: the administrator, or the settings
    std::string naam;                          // of a webhook
    std::string callback_url;                  // empty: the component of the settings
    std::vector<Kanaalkeuze> kanalen;          // of the component: none, it hears all of our own
    std::optional<Instant> uit_op;             // switched off since
    int storingen = 0;                         // attempts that failed since the last one that arrived
    std::optional<Instant> rust_tot;           // after several: nothing is tried until then
    std::optional<Instant> gelukt_op;          // last arrival, to the minute
    std::optional<Instant> mislukt_op;         // last failure
    Instant gemaakt_op;
    std::int64_t versie = 0;
    bool operator==(const Abonnement&) const = default;
};
bool past(const Abonnement&, const Notificatie&);

// wacht: an older one about the same object goes first. klaar: may go from volgende_op on. dood: given up, the administrator
// sees it. vervallen: nobody waits for it any more.
enum class Leveringstaat { wacht, klaar, bezorgd, dood, vervallen };
BOOST_DESCRIBE_ENUM(Leveringstaat, wacht, klaar, bezorgd, dood, vervallen)

// Why an attempt failed. geweigerd: an answer outside 2xx.
enum class Leverfout {
    geen, geweigerd, geen_antwoord, te_laat, naam_onbekend, certificaat, antwoord_te_groot, niet_toegestaan, adres_geweigerd,
    geen_basis, niet_ingesteld, geheim_onleesbaar, te_oud, applicatie_uit
};
BOOST_DESCRIBE_ENUM(Leverfout, geen, geweigerd, geen_antwoord, te_laat, naam_onbekend, certificaat, antwoord_te_groot, niet_toegestaan, adres_geweigerd,
                    geen_basis, niet_ingesteld, geheim_onleesbaar, te_oud, applicatie_uit)

// One notificatie for one abonnement. Its id stays the same over all attempts, so that a receiver can recognise a repeat.
struct Levering {
    Id<dichtbij::Levering> id;
    Id<dichtbij::Abonnement> abonnement;
    Id<dichtbij::Notificatie> notificatie;
    Id<Gemeente> gemeente;
    Uuid object{};
    Leveringstaat staat = Leveringstaat::klaar;
    int pogingen = 0;
    Instant sinds;                      // made, or sent again by the administrator
    Instant volgende_op;
    std::optional<Instant> fout_sinds;  // of the first attempt that failed
    Leverfout fout = Leverfout::geen;   // of the last one
    int status = 0;                     // what was answered then; 0: nothing
    std::optional<Instant> klaar_op;    // since when it is bezorgd, dood or vervallen
    bool operator==(const Levering&) const = default;
};
BOOST_DESCRIBE_STRUCT(Levering, (), (id, abonnement, notificatie, gemeente, object, staat, pogingen, sinds, volgende_op, fout_sinds, fout, status, klaar_op))

// How long after attempt number `pogingen` (from 1) the next one comes; none: given up.
std::optional<seconds> wacht_na(int pogingen);
// How long a subscriber rests after so many failures one behind the other; zero: not at all.
seconds rust_na(int storingen);
// What waited so long is given up: nobody is helped by older news.
inline constexpr seconds te_oud_termijn = hours(7 * 24);

// What is wrong with the channels of an abonnement, by the paths of the API ("kanalen.0.naam"). `bekend`: all there are.
std::vector<FieldError> problems(const std::vector<Kanaalkeuze>&, const std::vector<Kanaal>& bekend);
std::vector<FieldError> problems(const Kanaal&);
std::vector<FieldError> problems(const Notificatie&, const Kanaal&);
// Whether it can be sent as the value of a header: visible ASCII and spaces.
bool is_kopwaarde(std::string_view);

// How kanalen and kenmerken stand in a column.
std::string as_text(const std::vector<Kanaalkeuze>&);
std::string as_text(const Kenmerken&);
std::vector<Kanaalkeuze> kanalen_from(std::string_view);
Kenmerken kenmerken_from(std::string_view);

}  // namespace dichtbij::notificatie
