#include "mail/smtp.h"

#include <curl/curl.h>

#include <algorithm>
#include <cstring>

#include "base/result.h"
#include "base/text.h"

namespace dichtbij::mail {
namespace {

constexpr std::size_t answer_octets = 300;

struct FreeCurl {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeRecipients {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

struct Reading {
    std::string_view rest;
};

std::size_t read_mail(char* to, std::size_t size, std::size_t count, void* from) {
    auto& reading = *static_cast<Reading*>(from);
    const std::size_t length = std::min(size * count, reading.rest.size());
    std::memcpy(to, reading.rest.data(), length);
    reading.rest.remove_prefix(length);
    return length;
}

// What was said last, on both sides. Of what we said the verb alone: behind AUTH stands the password.
struct Heard {
    Smtpfase fase = Smtpfase::verbinden;
    std::string regel;
    bool is_leaving = false;  // what is answered to QUIT says nothing about the mail
};

Smtpfase phase_after(std::string_view verb, Smtpfase now) {
    if (verb == "AUTH" || verb == "STAR" || verb == "EHLO" || verb == "HELO") return Smtpfase::aanmelden;
    if (verb == "MAIL") return Smtpfase::afzender;
    if (verb == "RCPT") return Smtpfase::ontvanger;
    if (verb == "DATA") return Smtpfase::inhoud;
    return now;
}

int listen(CURL*, curl_infotype kind, char* bytes, std::size_t size, void* to) {
    auto& heard = *static_cast<Heard*>(to);
    const std::string_view said(bytes, size);
    if (kind == CURLINFO_HEADER_OUT && said.size() >= 4) {
        heard.is_leaving = said.starts_with("QUIT");
        const Smtpfase next = phase_after(said.substr(0, 4), heard.fase);
        if (next != heard.fase) heard.regel.clear();
        heard.fase = next;
    }
    if (kind == CURLINFO_HEADER_IN && !heard.is_leaving) heard.regel = std::string(trimmed(said.substr(0, answer_octets)));
    return 0;
}

std::size_t swallow(char*, std::size_t size, std::size_t count, void*) { return size * count; }

int code_in(std::string_view regel) {
    if (regel.size() < 3 || !all_digits(regel.substr(0, 3))) return 0;
    return (regel[0] - '0') * 100 + (regel[1] - '0') * 10 + (regel[2] - '0');
}

std::string readable(std::string_view line) {
    std::string out;
    for (const char c : line.substr(0, answer_octets)) out += c >= ' ' && c < 0x7f ? c : ' ';
    return std::string(trimmed(out));
}

}  // namespace

struct SmtpTransport::Gesprek {
    std::unique_ptr<CURL, FreeCurl> handle{curl_easy_init()};
};

SmtpTransport::SmtpTransport(Smtpserver server) : server_(std::move(server)) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    CHECK_THAT(started == CURLE_OK);
    // A password goes over a line that others may read only if we let it.
    CHECK_THAT(server_.gebruiker.empty() || server_.beveiliging == Beveiliging::tls || server_.beveiliging == Beveiliging::starttls);
}

SmtpTransport::~SmtpTransport() = default;

Smtpantwoord SmtpTransport::send(const Envelop& envelop, std::string_view bericht) {
    bool was_reused = false;
    Smtpantwoord answer = attempt(envelop, bericht, was_reused);
    // A server may end a connection that is not used: that says nothing, and nothing was given yet.
    if (answer.afloop == Afloop::geen_server && was_reused && answer.fase != Smtpfase::inhoud) {
        gesprek_.reset();
        answer = attempt(envelop, bericht, was_reused);
    }
    if (answer.afloop != Afloop::aangenomen) gesprek_.reset();
    return answer;
}

Smtpantwoord SmtpTransport::attempt(const Envelop& envelop, std::string_view bericht, bool& was_reused) {
    if (!gesprek_) gesprek_ = std::make_unique<Gesprek>();
    CURL* curl = gesprek_->handle.get();
    CHECK_THAT(curl != nullptr);
    curl_easy_reset(curl);  // the connection stays
    const std::string url = std::string(server_.beveiliging == Beveiliging::tls ? "smtps" : "smtp") + "://" + server_.host + ":" + std::to_string(server_.poort) +
                            (server_.groet.empty() ? "" : "/" + server_.groet);
    const std::unique_ptr<curl_slist, FreeRecipients> recipients(curl_slist_append(nullptr, ("<" + envelop.aan + ">").c_str()));
    CHECK_THAT(recipients != nullptr);
    const std::string from = "<" + envelop.van + ">";
    Reading reading{bericht};
    Heard heard;
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, server_.verbind_ms);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, server_.totaal_ms);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (server_.beveiliging == Beveiliging::starttls) curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_ALL));
    if (server_.beveiliging == Beveiliging::starttls_als_kan) {
        curl_easy_setopt(curl, CURLOPT_USE_SSL, static_cast<long>(CURLUSESSL_TRY));
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYPEER, 0L);
        curl_easy_setopt(curl, CURLOPT_SSL_VERIFYHOST, 0L);
    }
    if (!server_.vertrouwd.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, server_.vertrouwd.c_str());
    if (!server_.gebruiker.empty()) {
        curl_easy_setopt(curl, CURLOPT_USERNAME, server_.gebruiker.c_str());
        curl_easy_setopt(curl, CURLOPT_PASSWORD, server_.wachtwoord.c_str());
    }
    curl_easy_setopt(curl, CURLOPT_MAIL_FROM, from.c_str());
    curl_easy_setopt(curl, CURLOPT_MAIL_RCPT, recipients.get());
    curl_easy_setopt(curl, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(curl, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(bericht.size()));
    curl_easy_setopt(curl, CURLOPT_READFUNCTION, read_mail);
    curl_easy_setopt(curl, CURLOPT_READDATA, &reading);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, swallow);
    curl_easy_setopt(curl, CURLOPT_HEADERFUNCTION, swallow);
    curl_easy_setopt(curl, CURLOPT_DEBUGFUNCTION, listen);
    curl_easy_setopt(curl, CURLOPT_DEBUGDATA, &heard);
    curl_easy_setopt(curl, CURLOPT_VERBOSE, 1L);
    const CURLcode done = curl_easy_perform(curl);
    long made = 1;
    curl_easy_getinfo(curl, CURLINFO_NUM_CONNECTS, &made);
    was_reused = made == 0;
    Smtpantwoord answer{Afloop::aangenomen, heard.fase, code_in(heard.regel), "", readable(heard.regel)};
    answer.status = status_in(answer.regel);
    if (done == CURLE_OK) return answer;
    // A last good answer is no reason: what came after it went wrong without one.
    if (answer.code < 400) answer = {Afloop::later, heard.fase, 0, "", readable(curl_easy_strerror(done))};
    answer.afloop = afloop_van(answer.fase, answer.code, answer.status);
    return answer;
}

Afloop afloop_van(Smtpfase fase, int code, std::string_view status) {
    const bool is_too_big = code == 552 || status == "5.3.4";
    if (fase < Smtpfase::afzender) return Afloop::geen_server;
    if (fase == Smtpfase::afzender) return is_too_big ? Afloop::nooit : Afloop::geen_server;
    if (code == 421) return Afloop::geen_server;  // it ends the connection: of all mail
    if (code < 500) return Afloop::later;
    if (fase == Smtpfase::ontvanger && status.starts_with("5.7.")) return Afloop::later;
    return Afloop::nooit;
}

std::string status_in(std::string_view regel) {
    if (regel.size() < 9 || regel[3] == '\0') return "";
    const std::string_view rest = regel.substr(4);
    const std::size_t end = std::min(rest.find(' '), rest.size());
    const std::string_view word = rest.substr(0, end);
    int dots = 0;
    for (const char c : word) {
        if (c == '.') ++dots;
        else if (c < '0' || c > '9') return "";
    }
    const bool is_status = dots == 2 && word.size() >= 5 && word.size() <= 9 && word[1] == '.' && std::string_view("245").find(word[0]) != std::string_view::npos && word.back() != '.';
    return is_status ? std::string(word) : "";
}

}  // namespace dichtbij::mail
