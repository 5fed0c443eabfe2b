#include "access/session.h"

#include <algorithm>
#include <array>

#include "access/account_store.h"
#include "access/digest.h"
#include "access/memory.h"
#include "access/session_store.h"
#include "base/text.h"

namespace dichtbij::access {
namespace {

// A session is noted as in use at most this often: a page is a read, not a write.
constexpr seconds touch_after{60};

struct Read {
    std::shared_ptr<const Session> session;
    Instant gezien_op;
};

std::shared_ptr<const Session> session_from(const SessieRij& row, const AccountInfo& account, store::Tx& tx) {
    auto session = std::make_shared<Session>();
    session->hash = row.hash.bytes;
    session->agent_hash = row.agent_hash.bytes;
    session->fase = row.fase;
    session->caller.medewerker = account.medewerker;
    session->caller.naam = account.naam;
    session->caller.grants = grants_of(tx, account.medewerker);
    session->caller.domeinen = domeinen_of(tx, account.medewerker);
    session->email = account.email;
    session->taal = account.taal;
    session->sneltoetsen = account.sneltoetsen;
    session->heeft_totp = account.heeft_totp;
    session->csrf_secret = row.csrf;
    session->stil_tot = row.vertrouwd_tot ? std::min(row.stil_tot, *row.vertrouwd_tot) : row.stil_tot;
    session->einde_op = row.einde_op;
    return session;
}

Read read_session(const Accounts& accounts, const std::string& hash, const std::string& agent_hash, Instant now) {
    return accounts.store().read([&](store::Tx& tx) -> Read {
        const auto row = session_by_hash(tx, hash);
        if (!row || row->stil_tot <= now || row->einde_op <= now || row->agent_hash.bytes != agent_hash) return {};
        if (row->vertrouwd_tot && *row->vertrouwd_tot <= now) return {};
        const auto account = find_account(tx, row->account);
        if (!account || account->uit_op) return {};
        return {session_from(*row, *account, tx), row->gezien_op};
    });
}

}  // namespace

std::shared_ptr<const Session> find_session(const Accounts& accounts, std::string_view token, std::string_view user_agent) {
    if (token.empty()) return nullptr;
    const Instant now = accounts.now();
    const std::string hash = sha256(token);
    const std::string agent_hash = sha256(user_agent);
    const std::uint64_t generation = accounts.memory().generation();
    if (auto kept = accounts.memory().recent(hash, now); kept && kept->agent_hash == agent_hash) return kept;
    const Read read = read_session(accounts, hash, agent_hash, now);
    if (!read.session) return nullptr;
    accounts.memory().remember(read.session, now, generation);
    if (read.session->fase == Fase::volledig && now - read.gezien_op >= touch_after)
        accounts.store().write([&](store::Tx& tx) { touch_session(tx, hash, now, now + accounts.options().idle); });
    return read.session;
}

void sign_out(const Accounts& accounts, const Session& session) {
    accounts.store().write([&](store::Tx& tx) {
        delete_session(tx, session.hash);
        forget_after(tx, accounts);
    });
}

std::int64_t sign_out_elsewhere(const Accounts& accounts, const Session& session) {
    return accounts.store().write([&](store::Tx& tx) {
        forget_after(tx, accounts);
        return delete_sessions_of(tx, session.caller.medewerker, session.hash);
    });
}

std::vector<SessionInfo> own_sessions(const Accounts& accounts, const Session& session) {
    return accounts.store().read([&](store::Tx& tx) {
        std::vector<SessionInfo> list;
        for (const SessieRij& row : sessions_of(tx, session.caller.medewerker, accounts.now()))
            list.push_back({hex(row.hash.bytes), row.toestel, row.begonnen_op, row.gezien_op, row.hash.bytes == session.hash});
        return list;
    });
}

Result<Done> end_session(const Accounts& accounts, const Session& session, std::string_view id) {
    return accounts.store().write([&](store::Tx& tx) -> Result<Done> {
        for (const SessieRij& row : sessions_of(tx, session.caller.medewerker, accounts.now()))
            if (hex(row.hash.bytes) == id) {
                delete_session(tx, row.hash.bytes);
                forget_after(tx, accounts);
                return Done{};
            }
        return not_found("no such session of this account");
    });
}

std::string device_of(std::string_view user_agent) {
    struct Sign {
        std::string_view sign;
        std::string_view name;
    };
    // The first that is found; browsers name each other, so the order matters.
    static constexpr std::array browsers{Sign{"Edg", "Edge"}, Sign{"OPR/", "Opera"}, Sign{"Firefox", "Firefox"},
                                         Sign{"Chrome", "Chrome"}, Sign{"Safari", "Safari"}};
    static constexpr std::array systems{Sign{"Android", "Android"}, Sign{"iPhone", "iPhone"}, Sign{"iPad", "iPad"},
                                        Sign{"Windows", "Windows"}, Sign{"Mac OS", "macOS"},  Sign{"Linux", "Linux"}};
    const auto find = [&](const auto& signs) {
        for (const Sign& known : signs)
            if (user_agent.find(known.sign) != std::string_view::npos) return std::string(known.name);
        return std::string();
    };
    const std::string browser = find(browsers);
    const std::string system = find(systems);
    return browser.empty() || system.empty() ? browser + system : browser + ", " + system;
}

}  // namespace dichtbij::access
