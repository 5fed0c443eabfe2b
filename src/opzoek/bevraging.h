#pragma once
// One source that is asked: at most so many questions at once, none while the breaker is open, and what came back judged.
// Thread-safe. Never inside a transaction.

#include <atomic>
#include <functional>
#include <mutex>
#include <optional>

#include "client/web.h"
#include "json/value.h"
#include "opzoek/instellingen.h"

namespace dichtbij::opzoek {

// What the page of the administrator tells of a source in this process.
struct Brontoestand {
    Onderbreekstand stand = Onderbreekstand::dicht;
    std::optional<Instant> open_tot;
    int fouten_op_rij = 0;
    std::optional<Instant> laatste_goed;
    std::optional<Instant> laatste_fout;
    Uitkomst laatste_uitkomst = Uitkomst::gevonden;  // of that failure
};

class Bevraging {
  public:
    Bevraging(client::Web& web, const Clock& clock, const Broninstelling& instelling) : web_(web), clock_(clock), instelling_(instelling), onderbreker_(instelling.grens) {}
    Bevraging(const Bevraging&) = delete;

    // `maak` makes the question, or says why it could not be made (no access token). `lees` takes what came back and says
    // how it was understood; it is called for status 200 to 299 and JSON only.
    using Maak = std::function<tl::expected<client::Webvraag, Uitkomst>()>;
    using Lees = std::function<Uitkomst(const json::Value&)>;
    Uitkomst vraag(const Maak& maak, const Lees& lees);

    Brontoestand toestand() const;

  private:
    Uitkomst ask(const Maak& maak, const Lees& lees);
    void note(Uitkomst);

    client::Web& web_;
    const Clock& clock_;
    const Broninstelling& instelling_;
    Onderbreker onderbreker_;
    std::atomic<int> onderweg_{0};
    mutable std::mutex mutex_;  // guards what follows
    std::optional<Instant> laatste_goed_;
    std::optional<Instant> laatste_fout_;
    Uitkomst laatste_uitkomst_ = Uitkomst::gevonden;
};

// Limits for the web of a source: its own time, and room for one question more than we let through ourselves.
client::Webgrenzen webgrenzen(const Broninstelling&);

// How an answer with this status went; nothing: read it.
std::optional<Uitkomst> uitkomst_van_status(int status);

}  // namespace dichtbij::opzoek
