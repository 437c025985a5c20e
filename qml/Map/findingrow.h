// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// One finding beside the field it concerns.
struct FindingRow
{
    Q_GADGET
    QML_VALUE_TYPE(findingRow)
    Q_PROPERTY(QString rule MEMBER rule CONSTANT FINAL)
    Q_PROPERTY(QString sentence MEMBER sentence CONSTANT FINAL)
    Q_PROPERTY(QString markup READ markup CONSTANT FINAL)
    Q_PROPERTY(bool isRefusal MEMBER isRefusal CONSTANT FINAL)

public:
    QString rule;
    QString sentence;
    bool isRefusal = true;

    /// The rule's name in bold, then the sentence (styled text; what an officer wrote is escaped).
    [[nodiscard]] QString markup() const
    {
        return QStringLiteral("<b>%1.</b> %2").arg(rule.toHtmlEscaped(), sentence.toHtmlEscaped());
    }
    bool operator==(const FindingRow &) const = default;
};

/// Words of the text that a finding is about, in UTF-16 units.
struct FindingSpan
{
    qsizetype start = 0;
    qsizetype length = 0;
    bool isRefusal = true;

    bool operator==(const FindingSpan &) const = default;
};

} // namespace Porchlight
