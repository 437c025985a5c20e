// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "command.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <utility>

namespace Porchlight {

CommandContext::CommandContext(QString dataDirectory, bool wantsJson)
    : m_dataDirectory(std::move(dataDirectory))
    , m_wantsJson(wantsJson)
{}

void CommandContext::answer(const QJsonValue &json, const QString &text) const
{
    if (!m_wantsJson) {
        print(text);
        return;
    }
    const QJsonDocument document = json.isArray() ? QJsonDocument(json.toArray()) : QJsonDocument(json.toObject());
    print(QString::fromUtf8(document.toJson(QJsonDocument::Indented)));
}

void CommandContext::print(const QString &text) const
{
    QTextStream stream(stdout);
    stream << text;
    if (!text.endsWith(u'\n')) {
        stream << '\n';
    }
}

int CommandContext::refuse(const QString &sentence) const
{
    QTextStream(stderr) << sentence << '\n';
    return 1;
}

} // namespace Porchlight
