// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// A row of the list of requests: a request, or the heading of a group of them.
struct RequestRow
{
    Q_GADGET
    QML_VALUE_TYPE(requestRow)
    Q_PROPERTY(QString id MEMBER id CONSTANT FINAL)
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(QString detail MEMBER detail CONSTANT FINAL)
    Q_PROPERTY(QString note MEMBER note CONSTANT FINAL)
    Q_PROPERTY(bool isHeading MEMBER isHeading CONSTANT FINAL)
    Q_PROPERTY(bool isSelected MEMBER isSelected CONSTANT FINAL)

public:
    QString id; ///< "draft" for the draft; empty for headings.
    QString title;
    QString detail; ///< Case number and hours.
    QString note;   ///< Where it stands in time.
    bool isHeading = false;
    bool isSelected = false;

    bool operator==(const RequestRow &) const = default;
};

/// One fact about a request: "Area", "0.133 sq mi (343,270 m²)".
struct RequestFact
{
    Q_GADGET
    QML_VALUE_TYPE(requestFact)
    Q_PROPERTY(QString label MEMBER label CONSTANT FINAL)
    Q_PROPERTY(QString value MEMBER value CONSTANT FINAL)
    Q_PROPERTY(bool isCode MEMBER isCode CONSTANT FINAL)

public:
    QString label;
    QString value;
    bool isCode = false; ///< Shown in the monospaced face.

    bool operator==(const RequestFact &) const = default;
};

} // namespace Porchlight
