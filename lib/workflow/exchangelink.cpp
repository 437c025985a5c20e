// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/exchangelink.h"

#include <chrono>
#include <utility>

using namespace std::chrono_literals;

namespace Porchlight {

ExchangeLink::ExchangeLink(Options options)
{
    m_askAgain.setSingleShot(true);
    m_askAgain.setInterval(30s);
    if (!options.elsewhere.url.isEmpty()) {
        m_place = Place::Elsewhere;
        m_address = options.elsewhere.url;
        m_client.moveTo(options.elsewhere);
        connect(&m_askAgain, &QTimer::timeout, this, &ExchangeLink::askElsewhere);
        return;
    }
    m_hasDemoResidents = options.ownExchange.hasDemoResidents;
    m_own = std::make_unique<EmbeddedExchange>(std::move(options.ownExchange));
    connect(m_own.get(), &EmbeddedExchange::stateChanged, this, &ExchangeLink::followOwn);
}

ExchangeLink::~ExchangeLink()
{
    if (m_own) {
        disconnect(m_own.get(), nullptr, this, nullptr);
    }
}

void ExchangeLink::start()
{
    if (m_own) {
        m_own->start();
        return;
    }
    askElsewhere();
}

QUrl ExchangeLink::lanAddress() const
{
    return m_own ? m_own->lanUrl() : QUrl();
}

bool ExchangeLink::isOnLan() const
{
    return m_own && m_own->isOnLan();
}

void ExchangeLink::setOnLan(bool isOnLan)
{
    if (m_own && m_own->isOnLan() != isOnLan) {
        m_own->setOnLan(isOnLan);
    }
}

void ExchangeLink::followOwn(EmbeddedExchange::State state)
{
    switch (state) {
    case EmbeddedExchange::State::Running:
        m_address = m_own->endpoint().url;
        m_client.moveTo(m_own->endpoint());
        enter(State::Connected);
        return;
    case EmbeddedExchange::State::Starting:
    case EmbeddedExchange::State::Restarting:
        enter(State::Starting);
        return;
    case EmbeddedExchange::State::Stopped:
    case EmbeddedExchange::State::Failed:
        m_failure = m_own->lastFailure();
        enter(State::Broken);
        return;
    }
}

void ExchangeLink::askElsewhere()
{
    m_client.facts().then(this, [this](const ExchangeResult<ExchangeFacts> &facts) {
        m_askAgain.start();
        if (facts) {
            enter(State::Connected);
            return;
        }
        m_failure = facts.error();
        enter(State::Broken);
    });
}

void ExchangeLink::enter(State state)
{
    m_state = state;
    Q_EMIT stateChanged();
}

} // namespace Porchlight
