// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchangesite.h"
#include "httpgate.h"

#include "core/clock.h"

#include <QTimer>

#include <memory>

namespace Porchlight {

struct HouseOptions
{
    QString dataDirectory;
    QString tokenFile; ///< Empty: "token" in the data folder.
    UploadLimits uploads;
    HttpLimits http;
    ExchangeRules rules;
};

/// All of the exchange over one folder, in the order it stands on each other. Lives on one thread.
class ExchangeHouse final
{
public:
    [[nodiscard]] static SiteResult<std::unique_ptr<ExchangeHouse>> open(const HouseOptions &options,
                                                                         const Clock &clock);

    [[nodiscard]] Site &site() { return m_site; }
    [[nodiscard]] FootageExchange &exchange() { return m_exchange; }
    [[nodiscard]] const Tokens &tokens() const { return m_tokens; }

private:
    ExchangeHouse(const HouseOptions &options, const Clock &clock, Records records, ReceiptSigner signer,
                  Tokens tokens);

    Records m_records;
    ReceiptSigner m_signer;
    Tokens m_tokens;
    Uploads m_uploads;
    FootageExchange m_exchange;
    ExchangeSite m_site;
    QTimer m_sweep; ///< Forgets uploads that nobody shared in time.
};

} // namespace Porchlight
