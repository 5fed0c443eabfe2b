#include "app/control.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <thread>

namespace dichtbij::app {
namespace {

// A frame is one letter, the length of its text in decimal, a newline, and the text.
constexpr char argument = 'A', run_it = 'R', to_out = 'O', to_err = 'E', to_progress = 'P', exit_code = 'X';
constexpr std::size_t max_frame_bytes = 1'048'576;
constexpr std::size_t max_arguments = 64;
constexpr timeval patience{5, 0};  // with a client that says nothing, or does not read

bool send_all(int socket, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto sent = send(socket, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

// After one that failed nothing is sent any more, so that a client that left does not hold up the command.
void send_frame(int socket, char kind, std::string_view text) {
    if (!send_all(socket, kind + std::to_string(text.size()) + "\n" + std::string(text))) shutdown(socket, SHUT_RDWR);
}

bool read_exactly(int socket, char* to, std::size_t count) {
    while (count > 0) {
        const auto got = recv(socket, to, count, 0);
        if (got <= 0) return false;
        to += got;
        count -= static_cast<std::size_t>(got);
    }
    return true;
}

struct Frame {
    char kind = 0;
    std::string text;
};

std::optional<Frame> read_frame(int socket) {
    Frame frame;
    if (!read_exactly(socket, &frame.kind, 1)) return std::nullopt;
    std::size_t length = 0;
    for (char digit = 0; read_exactly(socket, &digit, 1);) {
        if (digit == '\n') {
            frame.text.resize(length);
            if (!read_exactly(socket, frame.text.data(), length)) return std::nullopt;
            return frame;
        }
        if (digit < '0' || digit > '9') return std::nullopt;
        length = length * 10 + static_cast<std::size_t>(digit - '0');
        if (length > max_frame_bytes) return std::nullopt;
    }
    return std::nullopt;
}

sockaddr_un address_of(const DataDir& dir) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    const std::string path = dir.control_socket().string();
    if (path.size() >= sizeof address.sun_path)
        throw std::runtime_error("the path of the data folder is too long for a socket (at most " +
                                 std::to_string(sizeof address.sun_path - 14) + " bytes): " + path);
    std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
    return address;
}

void serve_one(int socket, const RunCommand& run, const std::atomic<bool>& stopping) {
    std::vector<std::string> arguments;
    while (auto frame = read_frame(socket)) {
        if (frame->kind == argument && arguments.size() < max_arguments) {
            arguments.push_back(std::move(frame->text));
            continue;
        }
        if (frame->kind != run_it) return;
        const Output output{[&](const std::string& text) { send_frame(socket, to_out, text); },
                            [&](const std::string& line) { send_frame(socket, to_err, line); },
                            [&](const std::string& line) { send_frame(socket, to_progress, line); },
                            [&] { return stopping.load(); }};
        send_frame(socket, exit_code, std::to_string(run(arguments, output)));
        return;
    }
}

}  // namespace

Output terminal_output() {
    const bool shows_progress = isatty(STDERR_FILENO) == 1;
    return {[](const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); std::fflush(stdout); },
            [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); },
            [shows_progress](const std::string& line) {
                if (shows_progress) std::fprintf(stderr, "\r\033[K%s", line.c_str());
            }};
}

struct ControlServer::State {
    int listener = -1;
    std::filesystem::path path;
    RunCommand run;
    std::atomic<bool> stopping = false;
    std::thread thread;

    void loop() {
        while (!stopping) {
            pollfd waiting{listener, POLLIN, 0};
            if (poll(&waiting, 1, 200) <= 0) continue;
            const int socket = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
            if (socket < 0) continue;
            setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
            setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
            serve_one(socket, run, stopping);
            close(socket);
        }
    }
};

ControlServer::ControlServer(const DataDir& dir, RunCommand run) : state_(std::make_unique<State>()) {
    state_->path = dir.control_socket();
    state_->run = std::move(run);
    const sockaddr_un address = address_of(dir);
    unlink(address.sun_path);
    state_->listener = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const auto old_mask = umask(0177);
    const int bound = bind(state_->listener, reinterpret_cast<const sockaddr*>(&address), sizeof address);
    umask(old_mask);
    if (bound != 0 || listen(state_->listener, 4) != 0)
        throw std::system_error(errno, std::generic_category(), state_->path.string());
    state_->thread = std::thread([state = state_.get()] { state->loop(); });
}

ControlServer::~ControlServer() {
    state_->stopping = true;
    state_->thread.join();
    close(state_->listener);
    unlink(state_->path.c_str());
}

std::optional<int> run_through_server(const DataDir& dir, const std::vector<std::string>& arguments, const Output& output) {
    const sockaddr_un address = address_of(dir);
    const int socket = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket < 0 || connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        if (socket >= 0) close(socket);
        return std::nullopt;
    }
    for (const auto& text : arguments) send_frame(socket, argument, text);
    send_frame(socket, run_it, "");
    int code = 1;
    bool ended = false;
    while (auto frame = read_frame(socket)) {
        if (frame->kind == to_out) output.out(frame->text);
        if (frame->kind == to_err) output.err(frame->text);
        if (frame->kind == to_progress) output.progress(frame->text);
        if (frame->kind == exit_code) {
            code = std::atoi(frame->text.c_str());
            ended = true;
        }
    }
    close(socket);
    if (!ended) output.err("dichtbij: the server stopped before the command ended; see its log");
    return code;
}

}  // namespace dichtbij::app
