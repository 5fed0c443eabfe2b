#include "app/postkamer.h"

#include <spdlog/spdlog.h>

namespace dichtbij::app {
namespace {

constexpr int mails_per_turn = 200;
constexpr std::string_view by_smtp = "smtp:";

mail::Luisterkeuzes choices_of(const Settings& settings) {
    mail::Luisterkeuzes choices;
    for (std::string address : settings.mail_listen) {
        const bool is_smtp = address.starts_with(by_smtp);
        if (is_smtp) address.erase(0, by_smtp.size());
        choices.adressen.push_back({address, is_smtp ? mail::Protocol::smtp : mail::Protocol::lmtp});
    }
    choices.netwerken = settings.mail_networks;
    return choices;
}

mail::Ontvangst intake_of(Installation& in) {
    mail::Ontvangst intake;
    intake.kent = [&in](std::string_view address) { return in.inname.kent(address) ? mail::Ontvanger::ja : mail::Ontvanger::onbekend; };
    intake.neem_aan = [&in](const mail::Aflevering& envelope, std::string_view raw) {
        std::vector<mail::Uitkomst> outcomes;
        for (const auto one : in.inname.ontvang({envelope.van, envelope.aan}, raw, in.clock.now()))
            outcomes.push_back(one == postvak::Ontvangst::bewaard ? mail::Uitkomst::aangenomen : mail::Uitkomst::geweigerd);
        return outcomes;
    };
    return intake;
}

}  // namespace

Postkamer::Postkamer(Installation& in) : timers_(in.clock) {
    timers_.add("post", seconds(2), [&in](Instant now) {
        const auto done = in.inname.verwerk(now, mails_per_turn);
        if (done.gedaan > 0) spdlog::info("mail: {} worked off", done.gedaan);
    });
    timers_.start();
    if (in.settings.mail_listen.empty()) return;
    auto opened = mail::Luisteraar::open(choices_of(in.settings), intake_of(in));
    if (!opened) throw CommandFailure{exit_failed, "setting 'mail_listen': " + opened.error().detail};
    luisteraar_ = std::move(*opened);
}

}  // namespace dichtbij::app
