// Employees who each ask for a page every two seconds, whatever the server does: an open loop, in which a
// late answer counts from the moment it should have been asked.
//
//     load_bench PORT SECONDS SERVER_PID < plan
//
// A line of the plan is an employee: the session cookie (with a name before "=": that cookie), then the paths he asks for in turn, between tabs.
// Prints "requests N failed N p50 p95 p99 max MS cpu MS" (CPU of the server, per request).

#include <time.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <thread>
#include <vector>

#include "http_client.h"

namespace {

using namespace dichtbij::bench;

constexpr double interval_s = 2.0;

struct Employee {
    std::string cookie;
    std::vector<std::string> paths;
};

struct Tally {
    std::vector<double> latencies_ms;
    int failed = 0;
};

std::vector<Employee> read_plan(std::istream& input) {
    std::vector<Employee> plan;
    for (std::string line; std::getline(input, line);) {
        std::istringstream fields(line);
        Employee one;
        std::getline(fields, one.cookie, '\t');
        for (std::string path; std::getline(fields, path, '\t');) one.paths.push_back(path);
        if (!one.paths.empty()) plan.push_back(std::move(one));
    }
    return plan;
}

void sleep_until(double moment_s) {
    timespec until{};
    until.tv_sec = static_cast<time_t>(moment_s);
    until.tv_nsec = static_cast<long>((moment_s - static_cast<double>(until.tv_sec)) * 1e9);
    while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr) != 0) {
    }
}

Tally work(const Employee& who, int port, double first_s, double end_s) {
    Tally tally;
    HttpClient client(port, who.cookie);
    std::size_t turn = 0;
    for (double moment = first_s; moment < end_s; moment += interval_s, ++turn) {
        sleep_until(moment);
        const auto answer = client.get(who.paths[turn % who.paths.size()]);
        tally.latencies_ms.push_back((now_s() - moment) * 1e3);
        if (!answer || !answer->is_served()) {
            if (tally.failed++ == 0) std::fprintf(stderr, "%s: %d\n", who.paths[turn % who.paths.size()].c_str(), answer ? answer->status : 0);
        }
    }
    return tally;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return std::fprintf(stderr, "usage: load_bench PORT SECONDS SERVER_PID < plan\n"), 2;
    const int port = std::atoi(argv[1]);
    const double seconds = std::atof(argv[2]);
    const auto server = std::atoi(argv[3]);
    const auto plan = read_plan(std::cin);
    if (plan.empty()) return std::fprintf(stderr, "the plan is empty\n"), 2;

    std::mt19937 dice(7);
    std::uniform_real_distribution<double> phase(0, interval_s);
    std::vector<Tally> tallies(plan.size());
    std::vector<std::thread> threads;
    const double start = now_s() + 0.2;
    const double cpu = cpu_of(server);
    for (std::size_t i = 0; i < plan.size(); ++i)
        threads.emplace_back([&, i, first = start + phase(dice)] { tallies[i] = work(plan[i], port, first, start + seconds); });
    for (auto& thread : threads) thread.join();
    const double used = cpu_of(server) - cpu;

    std::vector<double> all;
    int failed = 0;
    for (const Tally& one : tallies) {
        all.insert(all.end(), one.latencies_ms.begin(), one.latencies_ms.end());
        failed += one.failed;
    }
    std::sort(all.begin(), all.end());
    const auto at = [&](double part) { return all[static_cast<std::size_t>(part * static_cast<double>(all.size() - 1))]; };
    std::printf("requests %zu failed %d p50 %.2f p95 %.2f p99 %.2f max %.2f cpu %.2f\n", all.size(), failed, at(0.5), at(0.95), at(0.99), at(1),
                used * 1e3 / static_cast<double>(all.size()));
}
