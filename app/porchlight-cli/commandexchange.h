// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "command.h"
#include "exchange/embeddedexchange.h"
#include "exchange/httpexchangeclient.h"

namespace Porchlight {

/// The exchange that a command works with: the one the preferences of the data folder name, else one of this computer
/// that runs for as long as the command.
class CommandExchange final
{
public:
    explicit CommandExchange(const QString &dataDirectory);

    /// Waits until it can be reached.
    [[nodiscard]] Result<ExchangeClient *, Failure<ExchangeError>> connected();

private:
    QString m_dataDirectory;
    HttpExchangeClient m_client;
    std::unique_ptr<EmbeddedExchange> m_own;
};

} // namespace Porchlight
