#pragma once
// Following one reference without signing in: with postcode and house number for kinds that are marked so,
// else with a code sent to the address we know. Wrong and unknown get the same answer after the same work.
// Nothing of a confidential domain, and nothing of someone who asked for secrecy.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "access/access_log.h"
#include "http/rate_limit.h"
#include "partij/partij_service.h"
#include "portaal/onderdeel.h"
#include "portaal/sessie_service.h"

namespace dichtbij::portaal {

// Brings a code to someone. An interface at the outside world.
class Codepost {
  public:
    virtual ~Codepost() = default;
    // Returns at once; what it takes to bring it happens elsewhere. `naar` is an e-mail address.
    virtual void send(const std::string& naar, const std::string& onderwerp, const std::string& tekst) = 0;
};

inline constexpr minutes code_geldig{10};
inline constexpr int code_pogingen = 5;

struct Volgvraag {
    Id<Gemeente> gemeente;
    std::string nummer;
    std::string postcode;
    std::string huisnummer;  // with its addition, as typed: "18a"
    std::string adres;       // of the client: for the limits
    std::string request_id;
};

// Words of the code's message are made by the screen: it knows the language.
struct Codewoorden {
    std::string onderwerp;
    std::function<std::string(const std::string& code)> tekst;
};

class VolgService {
  public:
    // `post` nullptr: no codes are sent, the door is off.
    VolgService(SessieService& sessies, partij::PartijService& partijen, access::AccessLog& log, Codepost* post);

    void add(const Onderdeel& onderdeel) { onderdelen_.push_back(&onderdeel); }
    const std::vector<const Onderdeel*>& onderdelen() const { return onderdelen_; }
    bool kan_code() const { return post_ != nullptr; }

    // What may be followed with this number and address. not_found for everything that does not fit;
    // conflict "portaal.volgen.te_vaak" with the minutes to wait.
    Result<Volgobject> by_adres(const Volgvraag&, const html::Texts&);
    // Sends a code when there is something to follow and an address to send it to. `browser`: the secret in
    // the cookie, to which the code belongs. Whether anything was sent is not told.
    Result<Done> send_code(const Volgvraag&, std::string_view browser, const html::Texts&, const Codewoorden&);
    // The object of the code; not_found when it is wrong, old or tried too often.
    Result<Volgobject> by_code(const Volgvraag&, std::string_view browser, std::string_view code);

    // What someone who follows may see now; nothing when it is gone or may not be followed any more.
    std::optional<Volgbaar> current(store::Tx&, Id<Gemeente>, const Volgobject&, const html::Texts&) const;
    // A message of someone who follows. invalid "tekst"; conflict "portaal.volgt.te_vaak" with the minutes to wait. Whether
    // it may still be followed asks `current`.
    Result<Volgontvangst> schrijf(const Inwoner&, const Volgbericht&, std::string_view request_id);

  private:
    std::optional<Volgbaar> find(store::Tx&, Id<Gemeente>, std::string_view nummer, const html::Texts&) const;
    bool mag(store::Tx&, const Volgbaar&) const;
    bool woont_daar(store::Tx&, const Volgbaar&, const Volgvraag&) const;
    std::optional<std::string> email_of(store::Tx&, const Volgbaar&) const;
    Result<Done> take_turn(const Volgvraag&);
    void record(const Volgvraag&, const std::optional<Volgbaar>&, std::string_view hoe) const;

    SessieService& sessies_;
    partij::PartijService& partijen_;
    access::AccessLog& log_;
    Codepost* const post_;
    std::vector<const Onderdeel*> onderdelen_;
    http::RateLimiter per_adres_;
    http::RateLimiter per_nummer_;
    http::RateLimiter per_object_;
};

}  // namespace dichtbij::portaal
