#pragma once
// The product and a bare program that answers the same, asked the same in turn: CPU seconds a request of each.

#include <algorithm>
#include <atomic>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <thread>
#include <vector>

#include "base/result.h"
#include "http_client.h"

namespace dichtbij::bench {

inline constexpr int duel_clients = 4;
inline constexpr int duel_rounds = 3;
inline constexpr std::size_t duel_compared = 500;

struct Side {
    int port = 0;
    pid_t process = 0;
    std::string session = {};
    std::string token = {};
};

struct Cost {
    double requests = 0;
    double wall_s = 0;
    double cpu_s = 0;
    double cpu_each() const { return cpu_s / requests; }
};

inline Cost drive(const Side& side, const std::vector<std::string>& paths, double seconds) {
    std::atomic<std::size_t> done = 0;
    std::vector<std::thread> threads;
    const double cpu = cpu_of(side.process);
    const double start = now_s();
    for (int i = 0; i < duel_clients; ++i)
        threads.emplace_back([&, i] {
            HttpClient client(side.port, side.session, side.token);
            for (std::size_t at = static_cast<std::size_t>(i) * 997; now_s() < start + seconds; ++at, ++done) {
                const auto answer = client.get(paths[at % paths.size()]);
                CHECK_THAT(answer && answer->status == 200);
            }
        });
    for (auto& thread : threads) thread.join();
    return {static_cast<double>(done), now_s() - start, cpu_of(side.process) - cpu};
}

// Ends the program when they do not answer the same.
inline void compare(const Side& a, const Side& b, const std::vector<std::string>& paths) {
    HttpClient one(a.port, a.session, a.token), other(b.port, b.session, b.token);
    for (std::size_t i = 0; i < std::min(duel_compared, paths.size()); ++i) {
        const auto left = one.get(paths[i]), right = other.get(paths[i]);
        if (left && right && left->status == 200 && left->body == right->body) continue;
        std::fprintf(stderr, "the two do not answer the same to %s:\n%s\n%s\n", paths[i].c_str(), left ? left->body.c_str() : "", right ? right->body.c_str() : "");
        std::exit(1);
    }
}

// Prints "bare|dichtbij N requests/s US us" and "ratio R": CPU of the bare program, of that of the product.
inline void run_duel(const Side& product, const Side& bare, const std::vector<std::string>& paths, double seconds) {
    compare(product, bare, paths);
    Cost of_product, of_bare;
    const auto add = [](Cost& sum, const Cost& one) {
        sum.requests += one.requests;
        sum.wall_s += one.wall_s;
        sum.cpu_s += one.cpu_s;
    };
    for (int round = 0; round <= duel_rounds; ++round) {
        const Cost b = drive(bare, paths, seconds / duel_rounds), p = drive(product, paths, seconds / duel_rounds);
        if (round == 0) continue;  // warms up
        add(of_bare, b);
        add(of_product, p);
    }
    const auto print = [](const char* name, const Cost& cost) { std::printf("%-9s %7.0f requests/s %6.1f us\n", name, cost.requests / cost.wall_s, cost.cpu_each() * 1e6); };
    print("bare", of_bare);
    print("dichtbij", of_product);
    std::printf("ratio %.2f\n", of_bare.cpu_each() / of_product.cpu_each());
}

}  // namespace dichtbij::bench
