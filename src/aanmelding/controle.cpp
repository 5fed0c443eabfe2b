// Asking the provider again, and sessions that it ends.
#include <spdlog/spdlog.h>

#include "aanmelding/aanmeld_service.h"
#include "access/access.h"
#include "journal/journal.h"
#include "organisatie/organisatie_service.h"
#include "toepassing/zegel.h"

namespace dichtbij::aanmelding {

int AanmeldService::recheck(Instant at, int limit) {
    const auto all = claim(at, limit);
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (ask_again(all[i]) == Uitkomst::klaar) continue;
        // Nobody is asked about while it does not answer: each question would wait for its time-out.
        for (; i < all.size(); ++i) postpone(all[i], now() + opnieuw_na);
        return 0;
    }
    return static_cast<int>(all.size());
}

// What is due and still open here; the rest is forgotten.
std::vector<SessieRij> AanmeldService::claim(Instant at, int limit) const {
    return accounts_.store().write([&](store::Tx& tx) {
        const AanmeldingStore rows(tx);
        auto all = rows.due(at, limit);
        std::erase_if(all, [&](const SessieRij& one) {
            if (access::external_is_open(tx, one.id, at)) return false;
            rows.remove_sessie(one.id);
            return true;
        });
        for (SessieRij& one : all) {
            one.bezig_tot = at + controle_duurt;
            rows.update(one);
        }
        return all;
    });
}

AanmeldService::Uitkomst AanmeldService::ask_again(const SessieRij& row) {
    const Instant asked = now();
    if (!row.refresh) {  // it cannot be vouched for, and ends by itself
        postpone(row, asked + vertrouwd_na);
        return Uitkomst::klaar;
    }
    const auto refresh = toepassing::open_zegel(row.refresh->bytes, sleutel_);
    const auto end_now = [&] { accounts_.store().write([&](store::Tx& tx) { end(tx, row); }); };
    if (!refresh) {
        spdlog::warn("sign-in of employees: a refresh token was kept under another secret; its session ends");
        end_now();
        return Uitkomst::klaar;
    }
    const auto tokens = client_.refresh(*refresh);
    if (!tokens && tokens.error() == oidc::Antwoordfout::buiten_dienst) return Uitkomst::stil;
    if (!tokens && tokens.error() == oidc::Antwoordfout::geweigerd) {
        end_now();
        return Uitkomst::klaar;
    }
    const auto said = tokens ? statement_of(row, *tokens) : std::nullopt;
    if (!said) postpone(row, asked + opnieuw_na);
    else confirm(row, *said, tokens->refresh_token.empty() ? *refresh : tokens->refresh_token, asked);
    return Uitkomst::klaar;
}

std::optional<Verklaring> AanmeldService::statement_of(const SessieRij& row, const oidc::Tokens& tokens) {
    boost::json::object id = tokens.id;
    boost::json::object more;
    if (is_onvolledig(aanbieder_, id)) {
        auto answer = client_.userinfo(tokens.access_token, row.sub);
        if (!answer) return std::nullopt;
        more = std::move(*answer);
    }
    if (id.empty() && more.empty()) {
        spdlog::warn("sign-in of employees: the provider answers a refresh with neither an id token nor userinfo; sessions end after ten minutes");
        return std::nullopt;
    }
    // Without an id token userinfo, which is about `sub`, says it all.
    auto said = verklaring_van(aanbieder_, id.empty() ? more : id, more);
    if (said && said->sub == row.sub && said->onderwerp == row.onderwerp) return said;
    spdlog::error("sign-in of employees: a refresh came back about someone else");
    return std::nullopt;
}

void AanmeldService::confirm(const SessieRij& row, const Verklaring& said, std::string_view refresh, Instant asked) const {
    const store::Blob sealed{toepassing::verzegel(refresh, sleutel_)};
    accounts_.store().write([&](store::Tx& tx) {
        const AanmeldingStore rows(tx);
        if (!rows.sessie(row.id)) return;  // ended meanwhile
        const Gaven gaven = gaven_van(rows.toewijzingen(), said.groepen);
        if (gaven.empty()) {
            bring_up_to_date(tx, row.medewerker, {});
            note_refusal(tx, said, {said.groepen_elders ? Afwijzing::groepen_elders : Afwijzing::geen_groep, std::nullopt});
            return end(tx, row);
        }
        if (!access::caller_of(tx, row.medewerker) || !organisatie::is_in_service(tx, row.medewerker, day_of(asked))) return end(tx, row);
        bring_up_to_date(tx, row.medewerker, gaven);
        access::trust_external(accounts_, tx, {row.id, asked + vertrouwd_na});
        SessieRij next = row;
        next.refresh = sealed;
        next.gecontroleerd_op = asked;
        next.controle_op = asked + aanbieder_.controle_na;
        next.bezig_tot.reset();
        rows.update(next);
    });
}

// What the provider ended; his other sessions are asked about at once.
void AanmeldService::end(store::Tx& tx, const SessieRij& row) const {
    const AanmeldingStore rows(tx);
    access::end_external(accounts_, tx, row.id);
    rows.remove_sessie(row.id);
    rows.hurry(row.medewerker, now());
    journal::append(tx, journal::entry(access::system_caller("aanmelden"), now(), "account.sessie_ingetrokken", {}, journal::Object::account, row.medewerker.bytes));
}

void AanmeldService::postpone(const SessieRij& row, Instant tot) const {
    accounts_.store().write([&](store::Tx& tx) {
        SessieRij next = row;
        next.controle_op = tot;
        next.bezig_tot.reset();
        AanmeldingStore(tx).update(next);
    });
}

bool AanmeldService::end_by_token(std::string_view logout_token) {
    const auto who_ = client_.read_logout_token(logout_token);
    if (!who_) return false;
    accounts_.store().write([&](store::Tx& tx) {
        for (const SessieRij& row : AanmeldingStore(tx).sessies_van(*who_)) end(tx, row);
    });
    return true;
}

void AanmeldService::end_by_sid(std::string_view issuer, std::string_view sid) {
    if (issuer != aanbieder_.issuer || sid.empty()) return;
    accounts_.store().write([&](store::Tx& tx) {
        for (const SessieRij& row : AanmeldingStore(tx).sessies_van({std::string(sid), {}})) end(tx, row);
    });
}

std::optional<std::string> AanmeldService::sign_out_url(const access::Session& session, std::string_view terug) {
    const bool is_external = accounts_.store().write([&](store::Tx& tx) {
        const auto id = access::external_of(tx, session);
        if (id) AanmeldingStore(tx).remove_sessie(*id);
        return id.has_value();
    });
    return is_external ? client_.end_session_url(terug) : std::nullopt;
}

}  // namespace dichtbij::aanmelding
