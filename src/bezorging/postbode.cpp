#include "bezorging/postbode.h"

#include <spdlog/spdlog.h>

#include "bezorging/mail_render.h"

namespace dichtbij::bezorging {

Postbode::Postbode(BezorgService& service, const html::Catalogue& texts, const Clock& clock, Transportmaker transport, Stijl stijl, const mail::Dkim* dkim, Postbodeopties opties)
    : service_(service), texts_(texts), clock_(clock), transport_(std::move(transport)), stijl_(std::move(stijl)), dkim_(dkim), opties_(opties) {
    CHECK_THAT(opties_.threads > 0 && opties_.per_keer > 0);
}

void Postbode::start() {
    CHECK_THAT(threads_.empty());
    stopping_ = false;
    for (int i = 0; i < opties_.threads; ++i) threads_.emplace_back([this] { work(); });
}

void Postbode::stop() {
    {
        const std::lock_guard lock(mutex_);
        stopping_ = true;
    }
    changed_.notify_all();
    for (std::thread& one : threads_) one.join();
    threads_.clear();
}

void Postbode::work() {
    const auto transport = transport_();
    while (true) {
        int tried = 0;
        try {
            tried = round(*transport, clock_.now());
        } catch (const std::exception& failure) {
            // The store is gone, perhaps. What was taken is given again when its time has passed.
            spdlog::error("mail: {}", failure.what());
        }
        std::unique_lock lock(mutex_);
        if (tried == 0) changed_.wait_for(lock, opties_.pause, [this] { return stopping_; });
        if (stopping_) return;
    }
}

int Postbode::run_until_idle(Instant now) {
    const auto transport = transport_();
    int all = 0;
    while (const int tried = round(*transport, now)) all += tried;
    return all;
}

int Postbode::round(mail::Mailtransport& transport, Instant now) {
    const auto taken = service_.take(now, opties_.per_keer);
    int tried = 0;
    for (std::size_t i = 0; i < taken.size(); ++i) {
        const Opdracht& one = taken[i];
        const auto text = written(one, now);
        ++tried;
        if (!text) {
            service_.unwritable(one.zending, text.error(), now);
            continue;
        }
        const mail::Smtpantwoord answer = transport.send({one.mail.van.adres, one.mail.aan.adres}, *text);
        service_.report(one.zending, answer, now);
        if (answer.afloop != mail::Afloop::geen_server) continue;
        spdlog::warn("mail: the server does not take mail: {}", answer.regel);
        std::vector<Id<dichtbij::Zending>> rest;
        for (std::size_t k = i + 1; k < taken.size(); ++k) rest.push_back(taken[k].zending);
        service_.give_back(rest, now);
        break;
    }
    return tried;
}

tl::expected<std::string, mail::Schrijffout> Postbode::written(const Opdracht& one, Instant now) const {
    const html::Texts& t = texts_.of(one.taal == "eng" ? html::Taal::en : html::Taal::nl);
    const Mailwoorden woorden{one.taal, one.gemeentenaam, one.mail.onderwerp, one.mail.tekst, service_.opties().mijn_url, one.telefoon, one.antwoordbaar};
    mail::NieuweMail mail = one.mail;
    mail.tekst = mail_tekst(t, woorden);
    mail.html = mail_html(t, woorden, stijl_(one.gemeente));
    auto text = mail::schrijf(mail);
    if (text && dkim_ != nullptr) text->insert(0, dkim_->handtekening(*text, now));
    return text;
}

}  // namespace dichtbij::bezorging
