#include "api/idempotentie.h"

#include <algorithm>
#include <array>
#include <exception>

#include "access/digest.h"
#include "api/idempotentie_store.h"

namespace dichtbij::api {
namespace {

constexpr std::size_t key_characters = 255;
constexpr std::array<std::string_view, 3> kept_headers{"Location", "ETag", "Content-Type"};

bool is_readable(std::string_view key) {
    return !key.empty() && key.size() <= key_characters && std::all_of(key.begin(), key.end(), [](unsigned char c) { return c > 0x20 && c < 0x7f; });
}

// Lengths between, so that no two requests read the same.
std::string fingerprint(const http::Request& request) {
    std::string all(to_string(request.method));
    for (const std::string* part : {&request.raw_path, &request.raw_query, &request.body}) all += "\n" + std::to_string(part->size()) + "\n" + *part;
    return access::sha256(all);
}

http::Response again(const Sleutelrij& rij) {
    http::Response response;
    response.status = static_cast<int>(rij.status);
    response.body = rij.antwoord;
    std::string_view rest = rij.koppen;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const auto colon = rest.find(": ");
        response.header(rest.substr(0, colon), std::string(rest.substr(colon + 2, end - colon - 2)));
        rest.remove_prefix(end + 1);
    }
    response.header("Idempotent-Replayed", "true");
    return response;
}

// Keeps the key while the act runs; lets it go unless there was an answer to keep.
class Reserved {
  public:
    Reserved(store::Store& store, const Sleutelrij& rij) : store_(store), rij_(rij) {}
    ~Reserved() {
        if (is_kept_) return;
        try {
            store_.write([&](store::Tx& tx) { delete_sleutel(tx, rij_.applicatie, rij_.sleutel); });
        } catch (const std::exception&) {
            // The store is gone: the key stays in use for a day. What went wrong is told already.
        }
    }
    Reserved(const Reserved&) = delete;

    void keep(const http::Response& response) {
        rij_.status = response.status;
        rij_.antwoord = response.body;
        for (const std::string_view name : kept_headers)
            if (const auto* value = response.headers.find(name)) rij_.koppen.append(name).append(": ").append(*value).append("\n");
        store_.write([&](store::Tx& tx) { save_antwoord(tx, rij_); });
        is_kept_ = true;
    }

  private:
    store::Store& store_;
    Sleutelrij rij_;
    bool is_kept_ = false;
};

}  // namespace

Answer once(store::Store& store, Instant now, Id<Applicatie> applicatie, const http::Request& request, const std::function<Answer()>& act) {
    const auto* key = request.headers.find("Idempotency-Key");
    if (!key) return act();
    if (!is_readable(*key)) return Refused(Problem(400, "invalid-idempotency-key", "api.fout.sleutel_vorm"));
    const Sleutelrij mine{applicatie, {access::sha256(*key)}, {fingerprint(request)}, 0, "", "", now};
    const auto earlier = store.write([&](store::Tx& tx) {
        auto found = find_sleutel(tx, applicatie, mine.sleutel, now);
        if (!found) insert_sleutel(tx, mine);
        return found;
    });
    if (earlier && earlier->vingerafdruk != mine.vingerafdruk) return Refused(Problem(422, "idempotency-key-reused", "api.fout.sleutel_anders"));
    if (earlier && earlier->status == 0) {
        Problem running(409, "idempotency-key-in-use", "api.fout.sleutel_bezig");
        running.headers.emplace_back("Retry-After", "1");
        return Refused(std::move(running));
    }
    if (earlier) return again(*earlier);
    Reserved reserved(store, mine);
    Answer answer = act();
    if (answer) reserved.keep(*answer);
    return answer;
}

}  // namespace dichtbij::api
