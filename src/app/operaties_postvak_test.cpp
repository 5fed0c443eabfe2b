#include "access/desk_testing.h"
#include "document/testing.h"
#include "postvak/inname_service.h"
#include "support/operaties.h"

namespace dichtbij::testing {

using access::Caller;

namespace operaties_postvak_test {

postvak::Postvak postvak(const std::string& adres) {
    postvak::Postvak one;
    one.naam = "Gemeente Oeverland";
    one.adressen = {adres};
    return one;
}

}  // namespace operaties_postvak_test

Operaties operaties_van_postvak() {
    using namespace operaties_postvak_test;
    return {
        {"PostvakService::list", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.postvakken.list(c, w.v.oeverland)); }},
        {"PostvakService::get", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.postvakken.get(c, w.v.postvak.id)); }},
        {"PostvakService::add", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.postvakken.add(c, w.v.oeverland, postvak("nieuw@oeverland.example"))); }},
        {"PostvakService::change", Zonder::kcc, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.postvakken.change(c, w.v.postvak.id, w.v.postvak.versie, postvak("anders@oeverland.example"))); }},
        {"MailService::search", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets,
         [](Wereld& w, const Caller& c) { return gaf(w.post.search(c, {w.v.oeverland, {}, "", {}, 10})); }},
        {"MailService::of_werk", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.post.of_werk(c, w.v.mailwerk)); }},
        {"MailService::raw", Zonder::kcc, Vreemd::niet_gevonden, Leest::persoon, [](Wereld& w, const Caller& c) { return gaf(w.post.raw(c, w.v.mail)); }},
        {"MailService::opmaak", Zonder::beheerder, Vreemd::niet_gevonden, Leest::persoon, [](Wereld& w, const Caller& c) { return gaf(w.post.opmaak(c, w.v.mail)); }},
        {"MailService::attachment", Zonder::beheerder, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.post.attachment(c, w.v.mailwerk, w.v.mailbijlage)); }},
        {"MailService::handle", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.post.handle(c, w.v.apart)); }},
        {"MailService::leave", Zonder::niemand, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.post.leave(c, w.v.apart)); }},
        {"MailService::correct_subject", Zonder::beheerder, Vreemd::niet_gevonden, Leest::persoon,
         [](Wereld& w, const Caller& c) { return gaf(w.post.correct_subject(c, w.v.mail, w.v.paspoort, "Gaat over een paspoort")); }},
        {"MailService::link", Zonder::beheerder, Vreemd::niet_gevonden, Leest::niets, [](Wereld& w, const Caller& c) { return gaf(w.post.link(c, w.v.mail)); }},
    };
}

// A mail of somebody who is not known, in answer to what is not his; and spam.
void fill_postvak(Wereld& w) {
    using namespace operaties_postvak_test;
    const mail::Draadsleutel draad("een geheim van de proef");
    w.v.postvak = w.postvakken.add(w.alles(), w.v.oeverland, postvak("post@oeverland.example")).value();
    bool is_spam = false;
    postvak::InnameService inname({w.store, w.clock, w.ids, w.werk, w.partijen, w.contacten, w.taken, w.zaken, w.berichten, w.voorstellen, w.documenten, w.mailbestanden,
                                   access::testing::test_texts(), draad},
                                  [&](std::string_view) {
                                      mail::Mail one;
                                      one.van = mail::Adres{"Piet Post", is_spam ? "spam@elders.example" : "piet@elders.example"};
                                      one.onderwerp = "Vraag";
                                      one.tekst = "Mag dat?";
                                      one.html = "<p>Mag dat?</p>";
                                      one.message_id = is_spam ? "2@elders.example" : "1@elders.example";
                                      one.antwoord_op = draad.message_id(w.ids.next(), w.v.open.id, "oeverland.example");
                                      one.spam = is_spam;
                                      if (!is_spam) one.delen.push_back({"foto.png", "image/png", "", false, document::testing::png()});
                                      return one;
                                  });
    inname.ontvang({"piet@elders.example", {"post@oeverland.example"}}, "een mail", w.clock.now());
    inname.verwerk(w.clock.now(), 1);
    is_spam = true;
    inname.ontvang({"spam@elders.example", {"post@oeverland.example"}}, "nog een mail", w.clock.now());
    inname.verwerk(w.clock.now(), 1);
    const auto rows = w.post.search(w.alles(), {w.v.oeverland, {}, "", {}, 10}).value().regels;
    w.v.apart = rows.at(0).mail.id;
    w.v.mail = rows.at(1).mail.id;
    w.v.mailwerk = rows.at(1).mail.werk.value();
    w.v.mailbijlage = w.post.of_werk(w.alles(), w.v.mailwerk).value().at(0).bijlagen.at(0).versie.id;
}

}  // namespace dichtbij::testing
