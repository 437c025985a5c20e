// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/id.h"
#include "core/utctime.h"

#include <QObject>

namespace Porchlight {

/// The investigation that owns requests, clips and exports.
struct CaseFile
{
    Q_GADGET
    Q_PROPERTY(QString id READ idText CONSTANT FINAL)
    Q_PROPERTY(QString number MEMBER number CONSTANT FINAL)
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(QString offence MEMBER offence CONSTANT FINAL)
    Q_PROPERTY(QDateTime openedAt READ openedDateTime CONSTANT FINAL)

public:
    CaseId id;
    QString number; ///< The agency's own case number; unique.
    QString title;
    QString offence;
    UtcTime openedAt;

    [[nodiscard]] QString idText() const { return id.toString(); }
    [[nodiscard]] QDateTime openedDateTime() const { return openedAt.toDateTime(); }
    bool operator==(const CaseFile &) const = default;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::CaseFile)
