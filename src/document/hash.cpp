#include "document/hash.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "base/text.h"

namespace dichtbij::document {
namespace {

void hold(bool is_done) {
    if (!is_done) throw std::runtime_error("libcrypto gives no SHA-256");
}

}  // namespace

struct Sha256::State {
    State() : context(EVP_MD_CTX_new()) { hold(context != nullptr && EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1); }
    ~State() { EVP_MD_CTX_free(context); }
    State(const State&) = delete;
    EVP_MD_CTX* context;
};

Sha256::Sha256() : state_(std::make_unique<State>()) {}
Sha256::~Sha256() = default;

void Sha256::add(std::string_view bytes) { hold(EVP_DigestUpdate(state_->context, bytes.data(), bytes.size()) == 1); }

std::string Sha256::result() {
    std::array<char, 32> digest{};
    hold(EVP_DigestFinal_ex(state_->context, reinterpret_cast<unsigned char*>(digest.data()), nullptr) == 1);
    return hex({digest.data(), digest.size()});
}

}  // namespace dichtbij::document
