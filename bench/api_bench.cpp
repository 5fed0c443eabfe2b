// The interface for other systems against api_bare_bench: one klantcontact and lists of them, rights checked and reading
// logged on the one side, the same bytes read from the same store on the other.
//
//     api_bench PORT PID BARE_PORT BARE_PID TOKEN SECONDS < paths      of the product, of the bare program
//
// Prints "bare|dichtbij N requests/s US us" and "ratio R".

#include <iostream>

#include "duel.h"

int main(int argc, char** argv) {
    using namespace dichtbij::bench;
    if (argc != 7) return std::fprintf(stderr, "usage: api_bench PORT PID BARE_PORT BARE_PID TOKEN SECONDS < paths\n"), 2;
    std::vector<std::string> paths;
    for (std::string line; std::getline(std::cin, line);)
        if (!line.empty()) paths.push_back(line);
    if (paths.empty()) return std::fprintf(stderr, "there are no paths\n"), 2;
    run_duel({std::atoi(argv[1]), std::atoi(argv[2]), {}, argv[5]}, {std::atoi(argv[3]), std::atoi(argv[4])}, paths, std::atof(argv[6]));
}
