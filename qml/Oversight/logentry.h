// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/custodyevent.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// One thing that an entry says, with its name.
struct EntryFact
{
    Q_GADGET
    QML_VALUE_TYPE(entryFact)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(QString value MEMBER value CONSTANT FINAL)
    Q_PROPERTY(bool isCode MEMBER isCode CONSTANT FINAL)

public:
    QString name;
    QString value;
    bool isCode = false; ///< A hash or an id: shown in a fixed-width face.

    bool operator==(const EntryFact &) const = default;
};

/// One entry of the custody log in words: a row of the table, and all that is known for the panel beside it.
struct LogEntry
{
    Q_GADGET
    QML_VALUE_TYPE(logEntry)
    Q_PROPERTY(qint64 sequence MEMBER sequence CONSTANT FINAL)
    Q_PROPERTY(QString time MEMBER time CONSTANT FINAL)
    Q_PROPERTY(QString who MEMBER who CONSTANT FINAL)
    Q_PROPERTY(QString what MEMBER what CONSTANT FINAL)
    Q_PROPERTY(QString why MEMBER why CONSTANT FINAL)
    Q_PROPERTY(bool isRefused MEMBER isRefused CONSTANT FINAL)
    Q_PROPERTY(bool isFailed MEMBER isFailed CONSTANT FINAL)
    Q_PROPERTY(QList<Porchlight::EntryFact> facts MEMBER facts CONSTANT FINAL)

public:
    qint64 sequence = 0;
    QString time; ///< Local, to the hundredth of a second.
    QString who;
    QString what;
    QString why;
    bool isRefused = false;
    bool isFailed = false;
    QList<EntryFact> facts;

    bool operator==(const LogEntry &) const = default;
};

/// Numbers of cases by their id.
using CaseNumbers = QHash<QString, QString>;

[[nodiscard]] LogEntry entryOf(const CustodyEvent &event, const CaseNumbers &cases, const QTimeZone &zone);

/// What somebody did, as the middle of a sentence: "opened clip".
[[nodiscard]] QString wordsFor(CustodyAction action);

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::EntryFact)
Q_DECLARE_METATYPE(Porchlight::LogEntry)
