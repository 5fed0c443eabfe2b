#pragma once
// Codes by mail: to follow a matter, to confirm an address, to read a question for advice. A code is worth something for
// minutes, so it waits in memory only; who got none asks for another.

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "base/id.h"
#include "bezorging/bezorging.h"
#include "mail/schrijf.h"
#include "mail/smtp.h"
#include "portaal/volgen_service.h"

namespace dichtbij::bezorging {

struct Codepostopties {
    std::size_t wachtend = 1000;           // what comes above it is dropped, and said in the log
    std::vector<seconds> opnieuw{seconds(5), seconds(30), seconds(120)};  // after a try that may succeed later
};

class Mailcodepost final : public portaal::Codepost {
  public:
    // All outlive it. `ondertekend`: gives the mail its signature; empty, it has none.
    Mailcodepost(const Clock& clock, IdSource& ids, Afzender afzender, std::unique_ptr<mail::Mailtransport> transport,
                 std::function<std::string(const std::string&, Instant)> ondertekend = {}, Codepostopties opties = {});
    // What is on its way is brought to its end, what waits is forgotten.
    ~Mailcodepost() override;
    void send(const std::string& naar, const std::string& onderwerp, const std::string& tekst) override;

  private:
    struct Brief {
        std::string naar;
        std::string tekst;  // as it goes over the line
        std::size_t pogingen = 0;
        std::chrono::steady_clock::time_point vanaf;
    };
    void work();
    std::optional<Brief> next();
    void bring(Brief);

    const Clock& clock_;
    IdSource& ids_;
    const Afzender afzender_;
    const std::unique_ptr<mail::Mailtransport> transport_;
    const std::function<std::string(const std::string&, Instant)> ondertekend_;
    const Codepostopties opties_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Brief> waiting_;
    bool stopping_ = false;
    std::thread thread_;  // last: it uses all of the above
};

}  // namespace dichtbij::bezorging
