#include "http/request_parser.h"

#include <algorithm>

namespace dichtbij::http {

namespace {
using Error = boost::beast::http::error;
// A length that a client merely announces is no reason to take memory.
constexpr std::uint64_t reserved_bytes_at_most = 256 * 1024;
}  // namespace

int RequestParser::refusal(const boost::system::error_code& error) const {
    if (refused_status_ != 0) return refused_status_;
    if (error == Error::header_limit) return has_request_line_ ? 431 : 414;
    if (error == Error::bad_version) return 505;
    return 400;
}

void RequestParser::refuse(int status, error_code& error) {
    refused_status_ = status;
    error = Error::bad_value;
}

void RequestParser::on_request_impl(boost::beast::http::verb, string_view method, string_view target, int version,
                                    error_code& error) {
    has_request_line_ = true;
    Request& request = exchange_.request;
    if (target.size() > limits_.target_bytes) return refuse(414, error);
    if (version != 10 && version != 11) return refuse(505, error);
    const auto known = http::parse_method({method.data(), method.size()});
    if (!known) return refuse(501, error);
    request.method = *known;
    request.target.assign(target.data(), target.size());
    if (!split_target(request)) return refuse(400, error);
    exchange_.version = version == 10 ? Version::http_1_0 : Version::http_1_1;
}

void RequestParser::on_field_impl(boost::beast::http::field, string_view name, string_view value, error_code&) {
    exchange_.request.headers.add({name.data(), name.size()}, {value.data(), value.size()});
}

void RequestParser::on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code& error) {
    if (!length) return;
    if (*length > body_bytes_) return refuse(413, error);
    exchange_.request.body.reserve(static_cast<std::size_t>(std::min(*length, reserved_bytes_at_most)));
}

std::size_t RequestParser::on_body_impl(string_view piece, error_code& error) {
    std::string& body = exchange_.request.body;
    if (piece.size() > body_bytes_ - body_bytes_read_) {
        refuse(413, error);
        return 0;
    }
    body_bytes_read_ += piece.size();
    body.append(piece.data(), piece.size());
    return piece.size();
}

std::size_t RequestParser::on_chunk_body_impl(std::uint64_t, string_view piece, error_code& error) {
    return on_body_impl(piece, error);
}

}  // namespace dichtbij::http
