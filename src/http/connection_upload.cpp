// Reading a form with files: piece by piece to disk, on a worker, so that a slow disk holds no other
// connection up.

#include "http/connection.h"
#include "http/form_spool.h"
#include "http/log.h"
#include "http/request_parser.h"

namespace dichtbij::http {

namespace {

constexpr std::size_t upload_read_bytes = 64 * 1024;
constexpr std::size_t upload_piece_bytes = 256 * 1024;

// One of the uploads that may run at once.
class UploadTurn {
  public:
    explicit UploadTurn(Core& core) : core_(core) { ++core_.uploads; }
    ~UploadTurn() { --core_.uploads; }
    UploadTurn(const UploadTurn&) = delete;

  private:
    Core& core_;
};

SpoolOptions spool_options(const ServerOptions& options, const RouteOptions& route, std::size_t most) {
    SpoolOptions spool;
    spool.limits = options.limits.form;
    spool.folder = options.upload_folder.empty() ? std::filesystem::temp_directory_path() : options.upload_folder;
    spool.max_file_bytes = static_cast<std::int64_t>(route.max_file_bytes.value_or(most));
    return spool;
}

// 0, or the status to refuse with. `done` also takes the form out.
int take_piece(FormSpool& spool, Request& request, bool is_done) {
    try {
        const std::string piece = std::exchange(request.body, {});
        if (!spool.feed(piece)) return 400;
        if (!is_done) return 0;
        auto form = spool.finish();
        if (!form) return 400;
        request.form = std::move(form->fields);
        request.files = std::move(form->files);
        return 0;
    } catch (const std::exception& error) {  // the disk
        log_problem(std::string("upload not stored: ") + error.what());
        return 503;
    }
}

}  // namespace

asio::awaitable<int> Connection::read_upload(Exchange& exchange, RequestParser& parser, const RouteOptions& route) {
    const ServerLimits& limits = core_.options.limits;
    if (core_.uploads >= limits.uploads_at_once) co_return 503;
    const UploadTurn turn(core_);
    const std::size_t most = route.max_body_bytes.value_or(limits.body_bytes);
    parser.set_body_bytes(static_cast<std::size_t>(limits.upload_drained_bytes));
    parser.eager(true);
    if (parser.content_length().value_or(0) > most) {
        const bool is_waiting = exchange.request.headers.has("Expect") && buffer_.size() == 0;
        if (is_waiting || *parser.content_length() > limits.upload_drained_bytes) co_return 413;
        co_return co_await drain_upload(exchange, parser);
    }
    expect_within(limits.upload_idle_time);
    if (!co_await agree_to_body(exchange.request)) co_return gone;
    const auto boundary = multipart_boundary(exchange.request.headers.get("Content-Type"));
    auto spool = std::make_shared<FormSpool>(*boundary, spool_options(core_.options, route, most));
    const int status = co_await spool_pieces(exchange, parser, *spool, most);
    // What is left of it goes where it was made: giving back the room of a large file takes a while.
    core_.pool.run([spool = std::move(spool)] {});
    if (status == 413 && !parser.is_done()) co_return co_await drain_upload(exchange, parser);
    co_return status;
}

asio::awaitable<int> Connection::spool_pieces(Exchange& exchange, RequestParser& parser, FormSpool& spool, std::uint64_t most) {
    const auto latest = std::chrono::steady_clock::now() + core_.options.limits.upload_time;
    while (true) {
        error_code error;
        buffer_.consume(parser.put(buffer_.data(), error));
        if (error && error != boost::beast::http::error::need_more) co_return parser.refusal(error);
        if (parser.body_bytes_read() > most) co_return 413;
        const bool is_done = parser.is_done();
        if (is_done || exchange.request.body.size() >= upload_piece_bytes) {
            int status = 0;
            auto work = [&] { status = take_piece(spool, exchange.request, is_done); };
            expect_nothing();
            if (!co_await core_.on_worker(work, Admission::always) || core_.is_aborted) co_return gone;
            if (status != 0 || is_done) co_return status;
        }
        if (std::chrono::steady_clock::now() > latest) co_return 408;
        expect_within(core_.options.limits.upload_idle_time);
        if (!co_await read_some(upload_read_bytes)) co_return is_late_ ? 408 : gone;
    }
}

// Too large: read on without keeping it, since a browser that is still sending does not show an answer.
asio::awaitable<int> Connection::drain_upload(Exchange& exchange, RequestParser& parser) {
    const auto latest = std::chrono::steady_clock::now() + core_.options.limits.upload_time;
    while (!parser.is_done()) {
        error_code error;
        buffer_.consume(parser.put(buffer_.data(), error));
        exchange.request.body.clear();
        if (error && error != boost::beast::http::error::need_more) co_return 413;
        if (parser.is_done() || std::chrono::steady_clock::now() > latest) break;
        expect_within(core_.options.limits.upload_idle_time);
        if (!co_await read_some(upload_read_bytes)) co_return is_late_ ? 413 : gone;
    }
    co_return 413;
}

}  // namespace dichtbij::http
