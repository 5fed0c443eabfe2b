#include "client/web.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <memory>
#include <string_view>

#include "base/result.h"

namespace dichtbij::client {
namespace {

struct FreeHandle {
    void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeList {
    void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using Handle = std::unique_ptr<CURL, FreeHandle>;
using List = std::unique_ptr<curl_slist, FreeList>;

struct Gathered {
    std::string body;
    std::size_t most = 0;
};

std::size_t gather(char* bytes, std::size_t size, std::size_t count, void* to) {
    auto& gathered = *static_cast<Gathered*>(to);
    if (gathered.body.size() + size * count > gathered.most) return 0;  // breaks the transfer off
    gathered.body.append(bytes, size * count);
    return size * count;
}

std::string ip_of(const sockaddr& address) {
    char text[INET6_ADDRSTRLEN] = {};
    if (address.sa_family == AF_INET) inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text, sizeof text);
    if (address.sa_family == AF_INET6) inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, text, sizeof text);
    return text;
}

// libcurl asks for a socket to each address that it will connect to: what may not be connected to gets none.
curl_socket_t open_allowed(void* vraag, curlsocktype, curl_sockaddr* address) {
    if (!static_cast<const Webvraag*>(vraag)->mag_verbinden(ip_of(address->addr))) return CURL_SOCKET_BAD;
    return ::socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

void guard(CURL* curl, const Webvraag& vraag) {
    if (!vraag.mag_verbinden) return;
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETFUNCTION, open_allowed);
    curl_easy_setopt(curl, CURLOPT_OPENSOCKETDATA, &vraag);
    curl_easy_setopt(curl, CURLOPT_NOPROXY, "*");
}

List header_list(const Webvraag& vraag) {
    List list;
    for (const auto& [name, value] : vraag.headers) {
        curl_slist* longer = curl_slist_append(list.get(), (name + ": " + value).c_str());
        CHECK_THAT(longer != nullptr);
        list.release();
        list.reset(longer);
    }
    return list;
}

void identify(CURL* curl, const Webidentiteit& identiteit) {
    if (!identiteit.certificaat.empty()) curl_easy_setopt(curl, CURLOPT_SSLCERT, identiteit.certificaat.c_str());
    if (!identiteit.sleutel.empty()) curl_easy_setopt(curl, CURLOPT_SSLKEY, identiteit.sleutel.c_str());
    if (!identiteit.vertrouwd.empty()) curl_easy_setopt(curl, CURLOPT_CAINFO, identiteit.vertrouwd.c_str());
}

// Counts a running call for as long as it lives.
class Turn {
  public:
    Turn(std::atomic<int>& running, int most) : running_(running), is_mine_(running.fetch_add(1) < most) {}
    ~Turn() { running_.fetch_sub(1); }
    Turn(const Turn&) = delete;
    explicit operator bool() const { return is_mine_; }

  private:
    std::atomic<int>& running_;
    const bool is_mine_;
};

}  // namespace

CurlWeb::CurlWeb(Webgrenzen grenzen, Webidentiteit identiteit) : grenzen_(grenzen), identiteit_(std::move(identiteit)) {
    static const CURLcode started = curl_global_init(CURL_GLOBAL_DEFAULT);
    CHECK_THAT(started == CURLE_OK);
}

tl::expected<Webantwoord, std::string> CurlWeb::send(const Webvraag& vraag) {
    const Turn turn(running_, grenzen_.at_once);
    if (!turn) return tl::make_unexpected(std::string("too many calls at once"));
    const Handle handle(curl_easy_init());
    CHECK_THAT(handle != nullptr);
    CURL* curl = handle.get();
    Gathered gathered{{}, grenzen_.body_bytes};
    const List headers = header_list(vraag);
    curl_easy_setopt(curl, CURLOPT_URL, vraag.url.c_str());
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, vraag.url.starts_with("https:") ? "https" : "http");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT_MS, grenzen_.connect_ms);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, grenzen_.total_ms);
    curl_easy_setopt(curl, CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    curl_easy_setopt(curl, CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(grenzen_.body_bytes));
    curl_easy_setopt(curl, CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl, CURLOPT_USERAGENT, "Dichtbij");
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, gather);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &gathered);
    guard(curl, vraag);
    identify(curl, identiteit_);
    if (!vraag.form.empty()) {
        curl_easy_setopt(curl, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(vraag.form.size()));
        curl_easy_setopt(curl, CURLOPT_POSTFIELDS, vraag.form.c_str());
    }
    if (const CURLcode done = curl_easy_perform(curl); done != CURLE_OK) return tl::make_unexpected(std::string(curl_easy_strerror(done)));
    Webantwoord answer;
    long status = 0;
    curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &status);
    answer.status = static_cast<int>(status);
    const char* kind = nullptr;
    if (curl_easy_getinfo(curl, CURLINFO_CONTENT_TYPE, &kind) == CURLE_OK && kind != nullptr) answer.content_type = kind;
    answer.body = std::move(gathered.body);
    return answer;
}

}  // namespace dichtbij::client
