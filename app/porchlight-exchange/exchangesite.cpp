// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangesite.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

ExchangeSite::ExchangeSite(FootageExchange &exchange, const Tokens &tokens, qint64 formBytes)
    : m_police(exchange, tokens)
    , m_tus(exchange)
    , m_pages(exchange, formBytes)
{}

HttpAnswer ExchangeSite::answer(const HttpQuestion &question)
{
    const QStringList &path = question.path;
    if (path.size() >= 3 && path.at(0) == u"api" && path.at(1) == u"v1") {
        return m_police.answer(question, path.sliced(2));
    }
    if (path.value(0) == u"uploads" && path.size() <= 2) {
        return m_tus.answer(question, path.value(1));
    }
    return m_pages.answer(question);
}

} // namespace Porchlight
