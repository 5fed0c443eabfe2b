#pragma once
// Fills a Request of ours straight from Beast's parser. Only for connection.cpp.

#include <boost/beast/http/basic_parser.hpp>

#include "http/answer.h"

namespace dichtbij::http {

class RequestParser final : public boost::beast::http::basic_parser<true> {
  public:
    RequestParser(Exchange& exchange, const ServerLimits& limits) : exchange_(exchange), limits_(limits) {
        header_limit(static_cast<std::uint32_t>(limits.header_bytes));
        body_limit(boost::none);  // ours depends on the route, see set_body_bytes
    }

    void set_body_bytes(std::size_t most) { body_bytes_ = most; }
    // Of the body, also of what was taken out of the request since.
    std::uint64_t body_bytes_read() const { return body_bytes_read_; }
    // What to answer to a request that put() refused with `error`.
    int refusal(const boost::system::error_code& error) const;

  private:
    using error_code = boost::system::error_code;
    using string_view = boost::beast::string_view;

    void on_request_impl(boost::beast::http::verb, string_view method, string_view target, int version,
                         error_code& error) override;
    void on_response_impl(int, string_view, int, error_code&) override {}
    void on_field_impl(boost::beast::http::field, string_view name, string_view value, error_code&) override;
    void on_header_impl(error_code&) override {}
    void on_body_init_impl(const boost::optional<std::uint64_t>& length, error_code& error) override;
    std::size_t on_body_impl(string_view piece, error_code& error) override;
    void on_chunk_header_impl(std::uint64_t, string_view, error_code&) override {}
    std::size_t on_chunk_body_impl(std::uint64_t, string_view piece, error_code& error) override;
    void on_finish_impl(error_code&) override {}

    void refuse(int status, error_code& error);

    Exchange& exchange_;
    const ServerLimits& limits_;
    std::size_t body_bytes_ = 0;
    std::uint64_t body_bytes_read_ = 0;
    bool has_request_line_ = false;
    int refused_status_ = 0;
};

}  // namespace dichtbij::http
