// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchange/embeddedexchange.h"
#include "exchange/httpexchangeclient.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace Porchlight {

/// The exchange this program works with: one of its own that it starts and stops, or another's over the network. What
/// works with the exchange takes client() and need not know which it is.
class ExchangeLink final : public QObject
{
    Q_OBJECT

public:
    enum class Place { ThisComputer, Elsewhere };
    enum class State { Starting, Connected, Broken };

    struct Options
    {
        ExchangeEndpoint elsewhere;            ///< Without an address: an exchange of this computer.
        EmbeddedExchange::Options ownExchange; ///< Of that one.
    };

    explicit ExchangeLink(Options options);
    ~ExchangeLink() override;

    /// Starts the exchange, or asks for the other one; stateChanged() tells how that goes.
    void start();

    [[nodiscard]] ExchangeClient &client() { return m_client; }
    [[nodiscard]] Place place() const { return m_place; }
    [[nodiscard]] State state() const { return m_state; }
    /// Why it is Broken.
    [[nodiscard]] const Failure<ExchangeError> &failure() const { return m_failure; }
    /// Where the program reaches it.
    [[nodiscard]] QUrl address() const { return m_address; }
    /// Where phones on the same network reach the residents' pages; empty unless they are shown there.
    [[nodiscard]] QUrl lanAddress() const;
    [[nodiscard]] bool isOnLan() const;
    [[nodiscard]] bool hasDemoResidents() const { return m_hasDemoResidents; }

    /// Shows the residents' pages on every network of this computer, or on this computer only. Only for an exchange of
    /// this computer.
    void setOnLan(bool isOnLan);

Q_SIGNALS:
    void stateChanged();

private:
    void followOwn(EmbeddedExchange::State state);
    void askElsewhere();
    void enter(State state);

    HttpExchangeClient m_client;
    std::unique_ptr<EmbeddedExchange> m_own;
    QTimer m_askAgain;
    Place m_place = Place::ThisComputer;
    State m_state = State::Starting;
    QUrl m_address;
    bool m_hasDemoResidents = false;
    Failure<ExchangeError> m_failure{.code = ExchangeError::CouldNotStart, .detail = {}};
};

} // namespace Porchlight
