// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lifeline.h"

#include <QCoreApplication>

#include <array>
#include <csignal>

#include <sys/socket.h>
#include <unistd.h>

namespace Porchlight {

namespace {

std::array<int, 2> signalPair{-1, -1};

extern "C" void passOn(int /*signal*/)
{
    const char byte = 1;
    const ssize_t written = ::write(signalPair[0], &byte, sizeof(byte));
    static_cast<void>(written); // nothing can be done about it here
}

} // namespace

Lifeline::Lifeline(bool endsWithParent)
{
    // A limit on file sizes is a full disk to us, no reason to die; the same for a reader that went away.
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGPIPE, SIG_IGN);
    if (::socketpair(AF_UNIX, SOCK_STREAM, 0, signalPair.data()) == 0) {
        m_signals = std::make_unique<QSocketNotifier>(signalPair[1], QSocketNotifier::Read);
        connect(m_signals.get(), &QSocketNotifier::activated, qApp, &QCoreApplication::quit);
        std::signal(SIGTERM, passOn);
        std::signal(SIGINT, passOn);
    }
    if (endsWithParent) {
        m_input = std::make_unique<QSocketNotifier>(STDIN_FILENO, QSocketNotifier::Read);
        connect(m_input.get(), &QSocketNotifier::activated, this, [] {
            std::array<char, 256> bytes{};
            if (::read(STDIN_FILENO, bytes.data(), bytes.size()) <= 0) {
                QCoreApplication::quit();
            }
        });
    }
}

Lifeline::~Lifeline()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
}

} // namespace Porchlight
