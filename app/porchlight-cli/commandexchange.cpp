// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "commandexchange.h"

#include "workflow/preferences.h"

#include <QEventLoop>

using namespace Qt::StringLiterals;

namespace Porchlight {

CommandExchange::CommandExchange(const QString &dataDirectory)
    : m_dataDirectory(dataDirectory)
{}

Result<ExchangeClient *, Failure<ExchangeError>> CommandExchange::connected()
{
    const Preferences preferences = readPreferences(m_dataDirectory);
    if (!preferences.exchangeAddress.isEmpty()) {
        m_client.moveTo({.url = preferences.exchangeAddress, .token = preferences.exchangeToken.toUtf8()});
        return &m_client;
    }
    m_own =
        std::make_unique<EmbeddedExchange>(EmbeddedExchange::Options{.dataDirectory = m_dataDirectory + u"/exchange"_s,
                                                                     .isOnLan = preferences.isOnLan,
                                                                     .hasDemoResidents = preferences.hasDemoResidents});
    QEventLoop loop;
    QObject::connect(m_own.get(), &EmbeddedExchange::stateChanged, &loop, [&loop](EmbeddedExchange::State state) {
        if (state == EmbeddedExchange::State::Running || state == EmbeddedExchange::State::Failed) {
            loop.quit();
        }
    });
    m_own->start();
    if (m_own->state() == EmbeddedExchange::State::Starting) {
        loop.exec();
    }
    if (m_own->state() != EmbeddedExchange::State::Running) {
        return std::unexpected(m_own->lastFailure());
    }
    m_client.moveTo(m_own->endpoint());
    return &m_client;
}

} // namespace Porchlight
