#include "opzoek/onderbreker.h"

namespace dichtbij::opzoek {

bool Onderbreker::mag(Instant now) {
    const std::lock_guard lock(mutex_);
    if (!open_tot_) return true;
    if (now < *open_tot_ || proef_loopt_) return false;
    proef_loopt_ = true;
    return true;
}

void Onderbreker::goed() {
    const std::lock_guard lock(mutex_);
    fouten_ = 0;
    proef_loopt_ = false;
    open_tot_.reset();
}

void Onderbreker::fout(Instant now) {
    const std::lock_guard lock(mutex_);
    ++fouten_;
    if (proef_loopt_ || fouten_ >= grens_.fouten) open_tot_ = now + grens_.pauze;
    proef_loopt_ = false;
}

void Onderbreker::laat_gaan() {
    const std::lock_guard lock(mutex_);
    proef_loopt_ = false;
}

Onderbreekstand Onderbreker::stand(Instant now) const {
    const std::lock_guard lock(mutex_);
    if (!open_tot_) return Onderbreekstand::dicht;
    return now < *open_tot_ ? Onderbreekstand::open : Onderbreekstand::proef;
}

int Onderbreker::fouten_op_rij() const {
    const std::lock_guard lock(mutex_);
    return fouten_;
}

std::optional<Instant> Onderbreker::open_tot() const {
    const std::lock_guard lock(mutex_);
    return open_tot_;
}

}  // namespace dichtbij::opzoek
