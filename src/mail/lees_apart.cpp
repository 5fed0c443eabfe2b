#include "mail/lees_apart.h"

#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <system_error>

#include "mail/lees_boom.h"

namespace dichtbij::mail {
namespace {

using Tijd = std::chrono::steady_clock;

class Bestand {  // a file descriptor
  public:
    explicit Bestand(int number = -1) : number_(number) {}
    ~Bestand() { reset(); }
    Bestand(const Bestand&) = delete;
    int get() const { return number_; }
    void reset(int number = -1) {
        if (number_ >= 0) ::close(number_);
        number_ = number;
    }

  private:
    int number_;
};

[[noreturn]] void fail_start(const char* step) { throw std::system_error(errno, std::generic_category(), step); }

// What goes before the mail on standard input.
struct Opgave {
    std::uint64_t bytes, kopregels, tekst, geheugen, seconds;
    std::int32_t diepte, delen;
};

bool write_whole(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(file, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

// The mail goes as a file in memory: a pipe that nobody reads any more would end us.
void fill_input(int file, std::string_view raw, const Opgave& task) {
    const std::string_view head(reinterpret_cast<const char*>(&task), sizeof(task));
    if (!write_whole(file, head) || !write_whole(file, raw) || ::lseek(file, 0, SEEK_SET) != 0) fail_start("mail-lezen input");
}

pid_t start(const std::string& program, int input, int output) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO);
    posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addclosefrom_np(&actions, 3);
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    sigset_t none, all;
    sigemptyset(&none);
    sigfillset(&all);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &all);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::string name = program, task(lees_opdracht);
    std::array<char*, 3> arguments{name.data(), task.data(), nullptr};
    std::array<char*, 1> no_environment{nullptr};  // ours may hold passwords
    pid_t child = -1;
    const int error = ::posix_spawn(&child, program.c_str(), &actions, &attributes, arguments.data(), no_environment.data());
    posix_spawnattr_destroy(&attributes);
    posix_spawn_file_actions_destroy(&actions);
    if (error != 0) errno = error, fail_start("mail-lezen");
    return child;
}

// All that the other writes until it closes its end; nothing when it takes too long or says too much.
std::string receive(int file, Tijd::time_point deadline, std::size_t most) {
    std::string received;
    std::array<char, 65536> piece;
    for (;;) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline - Tijd::now()).count();
        pollfd waiting{file, POLLIN, 0};
        const int ready = left <= 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(std::min<long>(left, 1'000'000)));
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return {};
        const auto count = ::read(file, piece.data(), piece.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return received;
        received.append(piece.data(), static_cast<std::size_t>(count));
        if (received.size() > most) return {};
    }
}

// True when it ended by itself, and well.
bool finish(pid_t child, bool is_good) {
    if (!is_good) ::kill(child, SIGKILL);
    int status = 0;
    while (::waitpid(child, &status, 0) < 0)
        if (errno != EINTR) return is_good;
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

void limit(int what, rlim_t most) {
    const rlimit both{most, most};
    ::setrlimit(static_cast<__rlimit_resource>(what), &both);
}

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool is_sanitized = true;  // the sanitizer takes far more address space than it uses, and opens files of its own
#else
constexpr bool is_sanitized = false;
#endif

#if defined(__x86_64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr std::uint32_t architecture = AUDIT_ARCH_AARCH64;
#else
constexpr std::uint32_t architecture = 0;
#endif

// No sockets, programs, processes or looking into others, whatever runs here. Refused calls fail, they do not kill.
void forbid_calls() {
    constexpr std::array<std::uint32_t, 10> forbidden{__NR_socket, __NR_socketpair, __NR_connect, __NR_execve,          __NR_execveat,
                                                      __NR_ptrace, __NR_kill,       __NR_tgkill,  __NR_process_vm_readv, __NR_unlinkat};
    if (architecture == 0) return;
    std::array<sock_filter, 6 + forbidden.size()> program{};
    std::size_t at = 0;
    const auto add = [&](sock_filter step) { program[at++] = step; };
    const auto refuse = static_cast<std::uint8_t>(forbidden.size());
    add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)));
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, architecture, 0, static_cast<std::uint8_t>(refuse + 2)));
    add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
    for (std::size_t i = 0; i < forbidden.size(); ++i) add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, forbidden[i], static_cast<std::uint8_t>(forbidden.size() - i), 0));
    add(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    add(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    const sock_fprog filter{static_cast<unsigned short>(at), program.data()};
    ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter);
}

void confine(const Opgave& task) {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_CPU, task.seconds + 1);
    limit(RLIMIT_FSIZE, 0);
    if (!is_sanitized) {
        limit(RLIMIT_AS, task.geheugen);
        limit(RLIMIT_NOFILE, 0);  // what is open stays open, nothing is opened any more
    }
    forbid_calls();
}

bool read_exactly(int file, char* into, std::size_t size) {
    while (size > 0) {
        const auto count = ::read(file, into, size);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        into += count;
        size -= static_cast<std::size_t>(count);
    }
    return true;
}

}  // namespace

Mail lees_apart(std::string_view ruw, const Grenzen& grenzen, std::chrono::milliseconds geduld, const Apart& apart) {
    const auto deadline = Tijd::now() + geduld;
    const Bestand input(::memfd_create("mail", MFD_CLOEXEC));
    if (input.get() < 0) fail_start("mail-lezen input");
    const std::string_view sent = ruw.substr(0, grenzen.bytes + 1);  // one more says that it is too long
    const auto whole_seconds = static_cast<std::uint64_t>(std::chrono::ceil<std::chrono::seconds>(geduld).count());
    fill_input(input.get(), sent, {grenzen.bytes, grenzen.kopregels, grenzen.tekst, apart.geheugen, whole_seconds, grenzen.diepte, grenzen.delen});
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail_start("mail-lezen output");
    const Bestand from(ends[0]);
    Bestand to(ends[1]);
    const pid_t child = start(apart.programma, input.get(), to.get());
    to.reset();
    // Parts may stand in it twice: in a forwarded mail, and taken out of it.
    const std::string answer = receive(from.get(), deadline, 3 * sent.size() + 16 * grenzen.tekst + (4u << 20));
    if (finish(child, !answer.empty()))
        if (auto mail = uit_bytes(answer)) return std::move(*mail);
    Mail unread;
    unread.gebreken = {"niet_gelezen"};
    unread.geen_antwoord = true;
    return unread;
}

int voer_lees_opdracht_uit() {
    Opgave task{};
    if (!read_exactly(STDIN_FILENO, reinterpret_cast<char*>(&task), sizeof(task))) return 1;
    bereid_lezen_voor();
    confine(task);
    const auto size = ::lseek(STDIN_FILENO, 0, SEEK_END);
    const auto head = static_cast<off_t>(sizeof(task));
    if (size < head || ::lseek(STDIN_FILENO, head, SEEK_SET) != head) return 1;
    std::string raw(static_cast<std::size_t>(size - head), '\0');
    if (!read_exactly(STDIN_FILENO, raw.data(), raw.size())) return 1;
    const Mail mail = lees(raw, {task.bytes, task.kopregels, task.diepte, task.delen, task.tekst});
    return write_whole(STDOUT_FILENO, in_bytes(mail)) ? 0 : 1;
}

}  // namespace dichtbij::mail
