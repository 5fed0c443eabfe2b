#pragma once
// An outbox with mail on its way, for tests of src/bezorging.

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "bezorging/bezorging_schema_store.h"
#include "bezorging/postbode.h"
#include "support/post.h"

namespace dichtbij::bezorging::testing {

using bericht::testing::key_of;
using bericht::testing::reason_of;

inline mail::Smtpantwoord took() { return {mail::Afloop::aangenomen, mail::Smtpfase::inhoud, 250, "2.0.0", "250 2.0.0 Ok: queued"}; }
inline mail::Smtpantwoord refusal(int code, std::string status, mail::Smtpfase fase = mail::Smtpfase::ontvanger) {
    return {mail::afloop_van(fase, code, status), fase, code, status, std::to_string(code) + " " + status + " <fatima@voorbeeld.example>: no"};
}
inline mail::Smtpantwoord away() { return {mail::Afloop::geen_server, mail::Smtpfase::verbinden, 0, "", "Couldn't connect to server"}; }

struct Gestuurd {
    mail::Envelop envelop;
    std::string tekst;
};

// Says what it is told to, then takes everything.
class Proeftransport final : public mail::Mailtransport {
  public:
    Proeftransport(std::vector<Gestuurd>& gestuurd, std::deque<mail::Smtpantwoord>& antwoorden, const std::function<void()>& na) : gestuurd_(gestuurd), antwoorden_(antwoorden), na_(na) {}
    mail::Smtpantwoord send(const mail::Envelop& envelop, std::string_view tekst) override {
        gestuurd_.push_back({envelop, std::string(tekst)});
        if (na_) na_();
        if (antwoorden_.empty()) return took();
        auto answer = antwoorden_.front();
        antwoorden_.pop_front();
        return answer;
    }

  private:
    std::vector<Gestuurd>& gestuurd_;
    std::deque<mail::Smtpantwoord>& antwoorden_;
    const std::function<void()>& na_;
};

inline Mailopties options() {
    Mailopties opties;
    opties.afzender = {"Gemeente Oeverland", "post@oeverland.example"};
    opties.plusadressen = true;
    opties.mijn_url = "https://mijn.oeverland.example";
    return opties;
}

struct Bezorgpost : bericht::testing::Post {
    explicit Bezorgpost(store::Store& opened, const Mailopties& opties = options())
        : Post(opened, {"email"}), bezorgen(store, clock, {verzenden, werk, partijen}, draad, opties),
          postbode(bezorgen, bericht::testing::texts(), clock, [this] { return std::make_unique<Proeftransport>(gestuurd, antwoorden, na); }, [](Id<Gemeente>) { return html::Theme(); }) {
        jan = mailer("Jan", {"jan@voorbeeld.example"});
    }
    // Wants mail; the first address is the standard one.
    Id<Partij> mailer(const std::string& voornaam, const std::vector<std::string>& adressen) {
        return person(voornaam, "Bos", [&](partij::Gegevens& g) {
            g.voorkeuren.kanaal = "email";
            for (const auto& one : adressen) g.digitale_adressen.push_back({{}, partij::SoortDigitaalAdres::email, one, g.digitale_adressen.empty(), "", "", {}});
        });
    }
    // A message of Ruben about this work that has left the outbox.
    bericht::Bericht left(const werk::Werk& one, const std::string& onderwerp = "Uw antwoord komt op een andere dag") {
        auto nieuw = words(one);
        nieuw.onderwerp = onderwerp;
        const auto id = wrote(nieuw).id;
        clock.advance(minutes(61));  // nobody hears from us twice within the hour
        REQUIRE(release().berichten == 1);
        return stored(id);
    }
    bericht::Bericht left() { return left(asked(jan)); }
    int carry() { return postbode.run_until_idle(clock.now()); }
    bericht::Zending zending(const bericht::Bericht& one) {
        return store.read([&](store::Tx& tx) { return verzenden.zending_of(tx, one); }).value();
    }
    Mailbezorging bezorging(const bericht::Bericht& one) {
        return store.read([&](store::Tx& tx) { return bezorgen.of_zending(tx, Id<dichtbij::Zending>{*one.bundel}); }).value();
    }
    Serverstand stand() {
        return store.read([&](store::Tx& tx) { return bezorgen.stand(tx); });
    }
    Result<Teruggekomen> came_back(const Terugmelding& melding) {
        return store.write([&](store::Tx& tx) { return bezorgen.teruggekomen(tx, melding, clock.now()); });
    }
    std::vector<Dichtadres> closed_of(Id<Partij> who) {
        return store.read([&](store::Tx& tx) { return bezorgen.dichte_adressen(tx, who); });
    }
    // How often the owner of this work was told that a message did not arrive.
    std::int64_t told(Id<Werk> id) {
        return store.read([&](store::Tx& tx) {
            return tx.value<std::int64_t>("select count(*) from attentie where werk = ?1 and soort = 'bericht_niet_aangekomen' and medewerker = (select eigenaar from werk where id = ?1)", id);
        });
    }

    mail::Draadsleutel draad{"geheim van de proef"};
    std::vector<Gestuurd> gestuurd;
    std::deque<mail::Smtpantwoord> antwoorden;
    std::function<void()> na;  // after a mail was given, before it is noted
    BezorgService bezorgen;
    Postbode postbode;
    Id<Partij> jan;
};

inline std::vector<store::Migration> bezorg_schema() {
    auto list = bericht::testing::post_schema();
    list.insert(list.end(), migrations().begin(), migrations().end());
    return list;
}

template <class F>
void in_each(F test, const Mailopties& opties = options()) {
    for (const auto& fresh : fresh_stores(bezorg_schema())) {
        CAPTURE(fresh->name);
        Bezorgpost post(*fresh->store, opties);
        test(post);
        CHECK(post.bericht_faults().empty());
    }
}

}  // namespace dichtbij::bezorging::testing
