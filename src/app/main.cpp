#include <string>
#include <vector>

#include "app/cli.h"

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    return dichtbij::app::run_command_line(arguments, dichtbij::app::terminal_output());
}
