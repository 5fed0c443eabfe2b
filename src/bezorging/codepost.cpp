#include "bezorging/codepost.h"

#include <spdlog/spdlog.h>

#include <algorithm>

namespace dichtbij::bezorging {

using Stopwatch = std::chrono::steady_clock;

Mailcodepost::Mailcodepost(const Clock& clock, IdSource& ids, Afzender afzender, std::unique_ptr<mail::Mailtransport> transport,
                           std::function<std::string(const std::string&, Instant)> ondertekend, Codepostopties opties)
    : clock_(clock), ids_(ids), afzender_(std::move(afzender)), transport_(std::move(transport)), ondertekend_(std::move(ondertekend)), opties_(std::move(opties)),
      thread_([this] { work(); }) {}

Mailcodepost::~Mailcodepost() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

void Mailcodepost::send(const std::string& naar, const std::string& onderwerp, const std::string& tekst) {
    mail::NieuweMail mail;
    mail.van = {afzender_.naam, afzender_.adres};
    mail.aan = {"", naar};
    mail.onderwerp = onderwerp;
    mail.tekst = tekst;
    mail.merk = "code." + to_string(ids_.next());
    mail.message_id = mail.merk + afzender_.adres.substr(std::min(afzender_.adres.rfind('@'), afzender_.adres.size()));
    mail.op = clock_.now();
    auto written = mail::schrijf(mail);
    if (!written) return;  // no address that mail can go to; who asked is told nothing about addresses
    if (ondertekend_) written->insert(0, ondertekend_(*written, mail.op));
    {
        const std::lock_guard lock(mutex_);
        if (waiting_.size() >= opties_.wachtend) {
            spdlog::error("codes: too many wait for the mail server, one was dropped");
            return;
        }
        waiting_.push_back({naar, std::move(*written), 0, Stopwatch::now()});
    }
    changed_.notify_all();
}

// Waits for what may go first; nothing when we stop.
std::optional<Mailcodepost::Brief> Mailcodepost::next() {
    std::unique_lock lock(mutex_);
    while (!stopping_) {
        const auto first = std::min_element(waiting_.begin(), waiting_.end(), [](const Brief& a, const Brief& b) { return a.vanaf < b.vanaf; });
        if (first == waiting_.end()) {
            changed_.wait(lock);
        } else if (first->vanaf > Stopwatch::now()) {
            const auto when = first->vanaf;  // what is waited for may move in the meantime
            changed_.wait_until(lock, when);
        } else {
            Brief taken = std::move(*first);
            waiting_.erase(first);
            return taken;
        }
    }
    return std::nullopt;
}

void Mailcodepost::bring(Brief one) {
    const mail::Smtpantwoord answer = transport_->send({afzender_.adres, one.naar}, one.tekst);
    if (answer.afloop == mail::Afloop::aangenomen) return;
    const bool is_over = answer.afloop == mail::Afloop::nooit || one.pogingen >= opties_.opnieuw.size();
    spdlog::warn("codes: the mail server did not take one ({}){}", answer.code, is_over ? "; it is given up" : "");
    if (is_over) return;
    one.vanaf = Stopwatch::now() + opties_.opnieuw[one.pogingen];
    ++one.pogingen;
    const std::lock_guard lock(mutex_);
    waiting_.push_back(std::move(one));
}

void Mailcodepost::work() {
    while (auto one = next()) bring(std::move(*one));
}

}  // namespace dichtbij::bezorging
