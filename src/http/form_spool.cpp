#include "http/form_spool.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "base/text.h"
#include "http/part_head.h"
#include "http/temp_file.h"

namespace dichtbij::http {

namespace {

Fail broken(std::string detail) { return Fail({Reason::invalid, std::move(detail), {}, {}}); }

}  // namespace

struct FormSpool::Digest {
    Digest() : context(EVP_MD_CTX_new()) { hold(context != nullptr && EVP_DigestInit_ex(context, EVP_sha256(), nullptr) == 1); }
    ~Digest() { EVP_MD_CTX_free(context); }
    Digest(const Digest&) = delete;
    void add(std::string_view bytes) { hold(EVP_DigestUpdate(context, bytes.data(), bytes.size()) == 1); }
    std::string result() {
        std::array<char, 32> digest{};
        hold(EVP_DigestFinal_ex(context, reinterpret_cast<unsigned char*>(digest.data()), nullptr) == 1);
        return hex({digest.data(), digest.size()});
    }
    static void hold(bool is_done) {
        if (!is_done) throw std::runtime_error("libcrypto gives no SHA-256");
    }
    EVP_MD_CTX* context;
};

// The first delimiter may stand at the very start, without the line end before it: so put one there.
FormSpool::FormSpool(std::string_view boundary, SpoolOptions options)
    : options_(std::move(options)), delimiter_("\r\n--" + std::string(boundary)), buffer_("\r\n") {}

FormSpool::~FormSpool() = default;

Result<Done> FormSpool::feed(std::string_view piece) {
    if (state_ == State::epilogue) return Done{};
    buffer_.append(piece);
    while (true) {
        TRY(const bool went_on, step());
        if (!went_on) return Done{};
    }
}

Result<Form> FormSpool::finish() {
    if (state_ != State::epilogue) return broken("multipart ends early");
    return std::move(form_);
}

Result<bool> FormSpool::step() {
    switch (state_) {
        case State::preamble: return find_first();
        case State::boundary: return after_boundary();
        case State::head: return read_head();
        case State::content_start: return start_content();
        case State::content: return read_content();
        case State::epilogue: break;
    }
    buffer_.clear();
    return false;
}

Result<bool> FormSpool::find_first() {
    const std::size_t at = buffer_.find(delimiter_);
    if (at == std::string::npos) {
        if (buffer_.size() > delimiter_.size()) buffer_.erase(0, buffer_.size() - delimiter_.size());
        return false;
    }
    buffer_.erase(0, at + delimiter_.size());
    state_ = State::boundary;
    return true;
}

Result<bool> FormSpool::after_boundary() {
    if (buffer_.size() < 2) return false;
    if (buffer_.starts_with("--")) {
        state_ = State::epilogue;
        return true;
    }
    if (!buffer_.starts_with("\r\n")) return broken("broken boundary line");
    buffer_.erase(0, 2);
    state_ = State::head;
    return true;
}

// Leaves the line end of the empty line in the buffer: it may belong to a delimiter.
Result<bool> FormSpool::read_head() {
    if (buffer_.size() < 2) return false;
    const std::size_t end = buffer_.starts_with("\r\n") ? 0 : buffer_.find("\r\n\r\n");
    const std::size_t next = buffer_.find(delimiter_);
    if (end == std::string::npos) {
        if (next != std::string::npos || buffer_.size() > options_.limits.part_header_bytes + 4) return broken("broken part header");
        return false;
    }
    if (end > options_.limits.part_header_bytes || next < end) return broken("broken part header");
    TRY(PartHead head, parse_part_head(std::string_view(buffer_).substr(0, end), options_.limits));
    is_file_ = head.filename.has_value();
    upload_ = {};
    upload_.field = std::move(head.name);
    upload_.filename = std::move(head.filename).value_or("");
    upload_.content_type = std::move(head.content_type);
    value_.clear();
    buffer_.erase(0, end == 0 ? 0 : end + 2);
    state_ = State::content_start;
    return true;
}

Result<bool> FormSpool::start_content() {
    if (buffer_.size() < delimiter_.size()) return false;
    if (buffer_.starts_with(delimiter_)) return broken("broken part header");
    buffer_.erase(0, 2);
    state_ = State::content;
    return true;
}

Result<bool> FormSpool::read_content() {
    const std::size_t at = buffer_.find(delimiter_);
    if (at == std::string::npos) {
        if (buffer_.size() < delimiter_.size()) return false;
        const std::size_t sure = buffer_.size() - delimiter_.size() + 1;
        TRY_DONE(take(std::string_view(buffer_).substr(0, sure)));
        buffer_.erase(0, sure);
        return false;
    }
    TRY_DONE(take(std::string_view(buffer_).substr(0, at)));
    TRY_DONE(end_part());
    buffer_.erase(0, at + delimiter_.size());
    state_ = State::boundary;
    return true;
}

Result<Done> FormSpool::take(std::string_view content) {
    if (content.empty()) return Done{};
    if (!is_file_) {
        value_.append(content);
        if (value_.size() > options_.limits.value_bytes) return broken("field " + upload_.field + " too long");
        return Done{};
    }
    if (upload_.is_too_large) return Done{};
    upload_.file_bytes += static_cast<std::int64_t>(content.size());
    if (upload_.file_bytes > options_.max_file_bytes) {
        upload_.is_too_large = true;
        upload_.file_bytes = 0;
        file_.reset();
        return Done{};
    }
    if (!file_) {
        file_ = std::make_shared<TempFile>(options_.folder);
        digest_ = std::make_unique<Digest>();
    }
    file_->append(content);
    digest_->add(content);
    return Done{};
}

Result<Done> FormSpool::end_part() {
    if (!is_file_) {
        if (form_.fields.size() == options_.limits.fields) return broken("too many fields");
        if (value_.find('\0') != std::string::npos || !is_utf8(value_)) return broken("field is not UTF-8 text");
        form_.fields.add(upload_.field, std::move(value_));
        return Done{};
    }
    const bool is_left_empty = upload_.filename.empty() && !file_ && !upload_.is_too_large;
    if (is_left_empty) return Done{};
    if (form_.files.size() == options_.limits.files) return broken("too many files");
    if (!file_ && !upload_.is_too_large) {
        file_ = std::make_shared<TempFile>(options_.folder);
        digest_ = std::make_unique<Digest>();
    }
    if (file_) upload_.sha256 = digest_->result();
    upload_.file = std::move(file_);
    form_.files.push_back(std::move(upload_));
    return Done{};
}

}  // namespace dichtbij::http
