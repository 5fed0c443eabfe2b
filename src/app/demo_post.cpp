#include "app/demo_post.h"

#include <string_view>

#include "access/access.h"
#include "base/text.h"

namespace dichtbij::app::demo {
namespace {

struct Brief {
    bool naar_eerste;            // of two gemeenten; else the last
    int uren_geleden;
    std::string_view van;        // as in the header From
    std::string_view onderwerp;
    std::string_view tekst;
    std::string_view kop = "";   // one more header
};

constexpr Brief brieven[] = {
    {true, 50, "Jolanda Brandsma <jolanda.brandsma@post.example>", "Boom in de achtertuin",
     "Goedemorgen,\n\nIk wil graag een boom kappen. Hij staat in mijn achtertuin en is ongeveer 12 meter hoog. Heb ik een vergunning nodig, en wat kost dat?\n\nGroet,\nJolanda Brandsma\n"},
    {false, 49, "Mehmet Yilmaz <m.yilmaz@post.example>", "Paspoort voor mijn dochter",
     "Beste gemeente,\n\nMijn dochter van 9 heeft een paspoort nodig voor de vakantie. Moet mijn vrouw er ook bij zijn als wij het aanvragen?\n\nMet vriendelijke groet,\nMehmet Yilmaz\n"},
    {false, 47, "Emily Carter <emily.carter@post.example>", "Moving to the Netherlands",
     "Dear Sir or Madam,\n\nI am moving to your town on the first of next month and I would like to register. What do I need to bring, and can I make an appointment?\n\nKind regards,\nEmily Carter\n"},
    {true, 46, "Jolanda Brandsma <jolanda.brandsma@post.example>", "Afwezig: Wij hebben uw mail", "Ik ben met vakantie en lees mijn mail volgende week weer.\n", "Auto-Submitted: auto-replied"},
    {true, 30, "Win Nu <actie@prijzen.example>", "U bent geselecteerd!!!", "Klik op de link en ontvang uw prijs.\n", "X-Spam-Flag: YES"},
    {true, 28, "Henk Dijkstra <h.dijkstra@post.example>", "Container niet geleegd",
     "Hallo,\n\nMijn groene container is vanmorgen weer niet geleegd. Dat is nu de tweede keer. Wanneer komt u langs?\n\nHenk Dijkstra\n"},
    {false, 27, "Vakblad Ruimte <nieuws@vakblad.example>", "Nieuwsbrief november", "Lees het laatste nieuws over de openbare ruimte.\n", "List-Id: <nieuws.vakblad.example>"},
    {false, 25, "no-reply@leverancier.example", "Uw bestelling 4471 is onderweg", "Uw bestelling wordt morgen bezorgd bij de balie van het gemeentehuis.\n"},
    {true, 9, "Sara de Wit <sara.dewit@post.example>", "Uittreksel geboorteakte",
     "Goedemiddag,\n\nIk ga trouwen in het buitenland en heb een uittreksel van mijn geboorteakte nodig, in het Engels als dat kan. Hoe vraag ik dat aan?\n\nVriendelijke groet,\nSara de Wit\n"},
    {false, 7, "Kees Vermeer <kees.vermeer@post.example>", "Bijzondere bijstand",
     "Beste mevrouw, meneer,\n\nMijn wasmachine is kapot en ik heb geen geld voor een nieuwe. Ik heb gehoord van bijzondere bijstand. Kan ik dat krijgen?\n\nKees Vermeer\n"},
    {true, 5, "Tom Baker <tom.baker@post.example>", "Parking permit",
     "Hello,\n\nWe have bought a second car and would like to have a parking permit for it. How do we apply, and what does it cost?\n\nThank you,\nTom Baker\n"},
    {false, 3, "Anja Postma <anja.postma@post.example>", "Lantaarnpaal kapot",
     "Hoi,\n\nDe lantaarnpaal voor ons huis doet het al een week niet. Het is hier erg donker. Kunt u hem maken?\n\nAnja Postma\n"},
};

std::string mail_of(const Brief& brief, const std::string& to, Instant at, std::size_t number) {
    std::string text = "From: " + std::string(brief.van) + "\r\nTo: " + to + "\r\nSubject: " + std::string(brief.onderwerp) + "\r\nMessage-ID: <demo." + std::to_string(number) + "." +
                       std::to_string(at.time_since_epoch().count()) + "@post.example>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n";
    if (!brief.kop.empty()) text.append(brief.kop).append("\r\n");
    return text + "\r\n" + std::string(brief.tekst);
}

}  // namespace

void maak_post(Installation& in) {
    const Instant now = in.clock.now();
    std::size_t number = 0;
    const auto gemeenten = in.store.read([](store::Tx& tx) { return organisatie::gemeenten(tx); });
    for (const auto& gemeente : gemeenten) {
        const std::string adres = "post@" + lower_ascii(gemeente.code) + ".example";
        postvak::Postvak mailbox;
        mailbox.naam = "Gemeente " + gemeente.naam;
        mailbox.adressen = {adres};
        CHECK_THAT(in.postvakken.add(access::system_caller("demo"), gemeente.id, mailbox).has_value());
        for (const Brief& brief : brieven) {
            if (gemeente.id != (brief.naar_eerste ? gemeenten.front() : gemeenten.back()).id) continue;
            const Instant at = now - hours(brief.uren_geleden);
            const std::string raw = mail_of(brief, adres, at, ++number);
            in.inname.ontvang({"", {adres}}, raw, at);
        }
    }
    while (in.inname.verwerk(now, 100).meer) {
    }
}

}  // namespace dichtbij::app::demo
