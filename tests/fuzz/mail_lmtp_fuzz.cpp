// What a mail server may say to the listener: commands and mails, in pieces. The first byte chooses the protocol and the piece.
// sources: src/mail/lmtp_sessie.cpp src/mail/netwerk.cpp src/base/result.cpp src/base/text.cpp
// libraries: -licuuc -licui18n

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/text.h"
#include "mail/lmtp_sessie.h"
#include "mail/netwerk.h"

namespace {

using namespace dichtbij::mail;

void hold(bool promise) {
    if (!promise) std::abort();
}

// Whole lines, each with a code; nothing of the other side comes back in them.
void check_answer(const std::string& text) {
    hold(text.ends_with("\r\n"));
    for (std::size_t at = 0; at < text.size(); at = text.find("\r\n", at) + 2) hold(text[at] >= '2' && text[at] <= '5');
}

void talk(Protocol protocol, std::size_t piece, std::string_view in) {
    Ontvangst reception{[](std::string_view adres) {
                            hold(!adres.empty() && dichtbij::is_utf8(adres) && adres.find_first_of("\r\n") == std::string_view::npos);
                            return adres.size() % 5 == 0 ? Ontvanger::onbekend : Ontvanger::ja;
                        },
                        [](const Aflevering& envelop, std::string_view) {
                            hold(!envelop.aan.empty() && envelop.aan.size() <= 10);
                            return std::vector<Uitkomst>(envelop.aan.size() / 2 + 1, Uitkomst::aangenomen);
                        }};
    Sessiegrenzen limits;
    limits.ontvangers = 10;
    Sessie session(protocol, "dichtbij", reception, limits, "127.0.0.1");
    while (!in.empty()) {
        const auto end = in.find("\r\n");
        const Antwoord answer = session.opdracht(in.substr(0, end));
        check_answer(answer.tekst);
        in.remove_prefix(end == std::string_view::npos ? in.size() : end + 2);
        if (answer.vervolg == Vervolg::sluiten) return;
        if (answer.vervolg != Vervolg::bericht) continue;
        Dataontvangst reader;
        std::string mail = session.return_path();
        while (!in.empty() && !reader.is_klaar()) in.remove_prefix(reader.neem(in.substr(0, piece), mail, 1000));
        hold(mail.size() <= 1000);
        if (!reader.is_klaar()) return;
        check_answer(reader.is_te_groot() ? session.bericht_te_groot() : session.einde_bericht(mail));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view text(reinterpret_cast<const char*>(data + 1), size - 1);
    talk((data[0] & 1) != 0 ? Protocol::lmtp : Protocol::smtp, 1 + data[0] / 2, text);
    if (const auto network = Netwerk::lees(text)) network->bevat(text);
    return 0;
}
