#include <doctest/doctest.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>

#include "mail/luisteraar.h"
#include "mail/mail.h"
#include "support/postfix_bezorgt.h"

namespace dichtbij::mail::postfix_test {

// Stores like a database that sometimes does not work.
class Bak {
  public:
    Ontvangst ontvangst() {
        return {[](std::string_view adres) { return adres.starts_with("onbekend@") ? Ontvanger::onbekend : Ontvanger::ja; },
                [this](const Aflevering& envelop, std::string_view ruw) {
                    const std::lock_guard lock(mutex_);
                    ++offered_;
                    changed_.notify_all();
                    if (faults_ > 0) {
                        --faults_;
                        throw std::runtime_error("disk full");
                    }
                    stored_.emplace_back(ruw);
                    return std::vector<Uitkomst>(envelop.aan.size(), Uitkomst::aangenomen);
                }};
    }
    void fail_next(int times) {
        const std::lock_guard lock(mutex_);
        faults_ = times;
    }
    // False when it takes too long.
    bool wait_for(std::size_t count) {
        std::unique_lock lock(mutex_);
        return changed_.wait_for(lock, std::chrono::seconds(60), [&] { return stored_.size() >= count; });
    }
    std::vector<std::string> stored() {
        const std::lock_guard lock(mutex_);
        return stored_;
    }
    int offered() {
        const std::lock_guard lock(mutex_);
        return offered_;
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<std::string> stored_;
    int offered_ = 0, faults_ = 0;
};

std::unique_ptr<Luisteraar> listen_on(std::uint16_t port, Bak& box) {
    Luisterkeuzes choices;
    choices.adressen = {{"127.0.0.1:" + std::to_string(port), Protocol::lmtp}};
    auto opened = Luisteraar::open(choices, box.ontvangst());
    REQUIRE(opened);
    return std::move(*opened);
}

std::string letter(const std::string& id) { return "From: jan@example.nl\r\nTo: info@zeewijk.example\r\nMessage-ID: <" + id + "@example.nl>\r\nSubject: " + id + "\r\n\r\n..punt\r\ntekst"; }

std::size_t count_of(const std::vector<std::string>& mails, const std::string& id) {
    return static_cast<std::size_t>(std::count_if(mails.begin(), mails.end(), [&](const std::string& raw) { return lees(raw).message_id == id + "@example.nl"; }));
}

TEST_CASE("Postfix delivers by LMTP: no mail is lost while the store or the listener is away, and refusals come back") {
    if (!testing::BezorgendePostfix::is_here()) {
        MESSAGE("skipped: needs Postfix and root");
        return;
    }
    Bak box;
    auto listener = listen_on(0, box);
    const std::uint16_t port = listener->poorten().front();
    const testing::BezorgendePostfix postfix(port);

    postfix.send("jan@example.nl", "info@zeewijk.example", letter("een"));
    REQUIRE(box.wait_for(1));
    const Mail first = lees(box.stored().front());
    CHECK(first.envelop_van == "jan@example.nl");
    CHECK(first.tekst.starts_with(".punt\ntekst"));

    box.fail_next(2);
    postfix.send("jan@example.nl", "info@zeewijk.example", letter("twee"));
    REQUIRE(box.wait_for(2));
    CHECK(box.offered() >= 4);
    CHECK(count_of(box.stored(), "twee") == 1);

    listener.reset();
    postfix.send("jan@example.nl", "info@zeewijk.example", letter("drie"));
    listener = listen_on(port, box);
    REQUIRE(box.wait_for(3));
    CHECK(count_of(box.stored(), "drie") == 1);

    postfix.send("afzender@zeewijk.example", "onbekend@zeewijk.example", letter("vier"));
    REQUIRE(box.wait_for(4));
    const Mail report = lees(box.stored().back());
    CHECK(report.soort == Soort::niet_bezorgd);
    REQUIRE(report.rapport);
    CHECK(report.rapport->message_id == "vier@example.nl");
    CHECK(report.rapport->ontvanger == "onbekend@zeewijk.example");
    CHECK(report.rapport->status == "5.1.1");
    CHECK(report.rapport->blijvend);
    CHECK(report.gebreken.empty());
}

}  // namespace dichtbij::mail::postfix_test
