// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "virtualdisplay.h"

#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <utility>

namespace Porchlight {

namespace {

/// Runs in the child: becomes Xvfb, which writes the number of the display it found free to `report`.
[[noreturn]] void becomeServer(int report, const std::string &screen)
{
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    const std::string number = std::to_string(report);
    ::execlp("Xvfb", "Xvfb", "-displayfd", number.c_str(), "-screen", "0", screen.c_str(), "-nolisten", "tcp",
             static_cast<char *>(nullptr));
    ::_exit(127);
}

} // namespace

std::optional<VirtualDisplay> VirtualDisplay::start(int width, int height)
{
    std::array<int, 2> ends{};
    if (::pipe(ends.data()) != 0) {
        return std::nullopt;
    }
    const std::string screen = std::to_string(width) + "x" + std::to_string(height) + "x24";
    const pid_t process = ::fork();
    if (process == 0) {
        ::close(ends[0]);
        becomeServer(ends[1], screen);
    }
    ::close(ends[1]);
    std::string number;
    char letter = 0;
    while (::read(ends[0], &letter, 1) == 1 && letter != '\n') {
        number += letter;
    }
    ::close(ends[0]);
    if (process < 0 || number.empty()) {
        return std::nullopt;
    }
    ::setenv("DISPLAY", (":" + number).c_str(), 1);
    return VirtualDisplay(process);
}

VirtualDisplay::VirtualDisplay(pid_t process)
    : m_process(process)
{}

VirtualDisplay::VirtualDisplay(VirtualDisplay &&other) noexcept
    : m_process(std::exchange(other.m_process, -1))
{}

VirtualDisplay::~VirtualDisplay()
{
    if (m_process > 0) {
        ::kill(m_process, SIGTERM);
        ::waitpid(m_process, nullptr, 0);
    }
}

} // namespace Porchlight
