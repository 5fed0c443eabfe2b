#include "opzoek/bevraging.h"

#include <spdlog/spdlog.h>

#include "json/parse.h"
#include "opzoek/velden.h"

namespace dichtbij::opzoek {
namespace {

constexpr json::Limits antwoordgrenzen{256 * 1024, 24, 20'000};

class Beurt {  // counts a question for as long as it is on its way
  public:
    Beurt(std::atomic<int>& onderweg, int tegelijk) : onderweg_(onderweg), is_mine_(onderweg.fetch_add(1) < tegelijk) {}
    ~Beurt() { onderweg_.fetch_sub(1); }
    Beurt(const Beurt&) = delete;
    explicit operator bool() const { return is_mine_; }

  private:
    std::atomic<int>& onderweg_;
    const bool is_mine_;
};

// The BRP refuses a question that finds more than it gives.
bool is_te_veel(const std::string& body) {
    const auto value = json::parse(body, antwoordgrenzen);
    return value && tekst(*value, {"code"}) == "tooManyResults";
}

}  // namespace

client::Webgrenzen webgrenzen(const Broninstelling& instelling) {
    client::Webgrenzen grenzen;
    grenzen.total_ms = instelling.timeout_ms;
    grenzen.connect_ms = std::min(2'000L, instelling.timeout_ms);
    grenzen.body_bytes = antwoordgrenzen.bytes;
    grenzen.at_once = instelling.tegelijk + 1;
    return grenzen;
}

std::optional<Uitkomst> uitkomst_van_status(int status) {
    if (status >= 200 && status < 300) return std::nullopt;
    if (status == 404) return Uitkomst::onbekend;
    if (status == 401 || status == 403) return Uitkomst::geweigerd;
    if (status == 429) return Uitkomst::druk;
    if (status >= 400 && status < 500) return Uitkomst::verkeerd;
    return Uitkomst::geen_antwoord;
}

Uitkomst Bevraging::vraag(const Maak& maak, const Lees& lees) {
    if (!instelling_.is_ingesteld()) return Uitkomst::uit;
    const Beurt beurt(onderweg_, instelling_.tegelijk);
    if (!beurt) return Uitkomst::bezet;
    if (!onderbreker_.mag(clock_.now())) return Uitkomst::onderbroken;
    const Uitkomst uitkomst = ask(maak, lees);
    if (is_antwoord(uitkomst)) onderbreker_.goed();
    else onderbreker_.fout(clock_.now());
    note(uitkomst);
    return uitkomst;
}

Uitkomst Bevraging::ask(const Maak& maak, const Lees& lees) {
    const auto webvraag = maak();
    if (!webvraag) return webvraag.error();
    const auto answer = web_.send(*webvraag);
    if (!answer) {
        spdlog::warn("{}: {}", instelling_.url, answer.error());
        return Uitkomst::geen_antwoord;
    }
    if (answer->status == 400 && is_te_veel(answer->body)) return Uitkomst::te_veel;
    if (const auto known = uitkomst_van_status(answer->status)) {
        if (!is_antwoord(*known) || *known == Uitkomst::verkeerd) spdlog::warn("{}: status {}", instelling_.url, answer->status);
        return *known;
    }
    const auto value = json::parse(answer->body, antwoordgrenzen);
    if (!value) return Uitkomst::onleesbaar;
    return lees(*value);
}

void Bevraging::note(Uitkomst uitkomst) {
    const std::lock_guard lock(mutex_);
    if (is_antwoord(uitkomst)) {
        laatste_goed_ = clock_.now();
    } else {
        laatste_fout_ = clock_.now();
        laatste_uitkomst_ = uitkomst;
    }
}

Brontoestand Bevraging::toestand() const {
    Brontoestand now;
    now.stand = onderbreker_.stand(clock_.now());
    now.open_tot = onderbreker_.open_tot();
    now.fouten_op_rij = onderbreker_.fouten_op_rij();
    const std::lock_guard lock(mutex_);
    now.laatste_goed = laatste_goed_;
    now.laatste_fout = laatste_fout_;
    now.laatste_uitkomst = laatste_uitkomst_;
    return now;
}

}  // namespace dichtbij::opzoek
