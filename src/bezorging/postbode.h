#pragma once
// Carries mail to the mail server, on threads of its own, each with its own connection. Nothing here runs in a transaction.

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "bezorging/bezorg_service.h"
#include "html/catalogue.h"
#include "html/theme.h"
#include "mail/dkim.h"
#include "mail/smtp.h"

namespace dichtbij::bezorging {

struct Postbodeopties {
    int threads = 2;
    int per_keer = 4;                       // times the longest a mail may take stays below VerzendService::in_hand
    std::chrono::milliseconds pause{1000};  // between two looks when nothing is due
};

class Postbode {
  public:
    using Transportmaker = std::function<std::unique_ptr<mail::Mailtransport>()>;
    using Stijl = std::function<html::Theme(Id<Gemeente>)>;
    // All outlive it. `dkim`: nullptr, mails are not signed.
    Postbode(BezorgService& service, const html::Catalogue& texts, const Clock& clock, Transportmaker transport, Stijl stijl, const mail::Dkim* dkim = nullptr,
             Postbodeopties opties = {});
    ~Postbode() { stop(); }
    Postbode(const Postbode&) = delete;

    void start();
    // Returns when the mails that are being given have been. Harmless when not started.
    void stop();
    // On the caller's thread, until nothing is due: tests. How many were tried.
    int run_until_idle(Instant now);

    // As it goes over the line, signed; what cannot be written is said.
    tl::expected<std::string, mail::Schrijffout> written(const Opdracht&, Instant now) const;

  private:
    void work();
    // How many were tried.
    int round(mail::Mailtransport&, Instant now);

    BezorgService& service_;
    const html::Catalogue& texts_;
    const Clock& clock_;
    const Transportmaker transport_;
    const Stijl stijl_;
    const mail::Dkim* dkim_;
    const Postbodeopties opties_;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool stopping_ = false;
    std::vector<std::thread> threads_;
};

}  // namespace dichtbij::bezorging
