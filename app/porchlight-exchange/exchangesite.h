// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "policeapi.h"
#include "residentpages.h"
#include "tusapi.h"

namespace Porchlight {

/// The whole site: who answers what.
class ExchangeSite final : public Site
{
public:
    ExchangeSite(FootageExchange &exchange, const Tokens &tokens, qint64 formBytes);

    [[nodiscard]] HttpAnswer answer(const HttpQuestion &question) override;

private:
    PoliceApi m_police;
    TusApi m_tus;
    ResidentPages m_pages;
};

} // namespace Porchlight
