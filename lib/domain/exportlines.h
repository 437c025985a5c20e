// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QUrl>

namespace Porchlight {

/// One thing of a case that an officer may put into an evidence package, as the page lists it.
struct ExportChoice
{
    Q_GADGET
    Q_PROPERTY(QString id MEMBER id CONSTANT FINAL)
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(QString detail MEMBER detail CONSTANT FINAL)
    Q_PROPERTY(QString refusal MEMBER refusal CONSTANT FINAL)
    Q_PROPERTY(bool isPart MEMBER isPart CONSTANT FINAL)
    Q_PROPERTY(bool isChosen MEMBER isChosen CONSTANT FINAL)
    Q_PROPERTY(bool canBeChosen MEMBER canBeChosen CONSTANT FINAL)

public:
    QString id;
    QString title;
    QString detail;
    QString refusal;         ///< Why it may not go in; empty where it may.
    bool isPart = false;     ///< A note or still that belongs to the clip above it.
    bool isChosen = false;   ///< Ticked by the officer.
    bool canBeChosen = true; ///< False for what may not go in, and for parts of a clip that stays out.

    bool operator==(const ExportChoice &) const = default;
};

/// A line of what goes in, of what stays out, a caution, or the commands of one system.
struct ExportLine
{
    Q_GADGET
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(QString detail MEMBER detail CONSTANT FINAL)
    Q_PROPERTY(QUrl picture MEMBER picture CONSTANT FINAL)

public:
    QString title;
    QString detail;
    QUrl picture; ///< A small picture of it; empty where there is none.

    bool operator==(const ExportLine &) const = default;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::ExportChoice)
Q_DECLARE_METATYPE(Porchlight::ExportLine)
