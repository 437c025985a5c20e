// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/id.h"
#include "core/utctime.h"
#include "domain/officer.h"

#include <QObject>

namespace Porchlight {

/// An evidence package that was written and checked: where it went and the digest by which it is known again.
struct ExportRecord
{
    Q_GADGET
    Q_PROPERTY(QString id READ idText CONSTANT FINAL)
    Q_PROPERTY(QString caseId READ caseIdText CONSTANT FINAL)
    Q_PROPERTY(QString packageName MEMBER packageName CONSTANT FINAL)
    Q_PROPERTY(QString path MEMBER path CONSTANT FINAL)
    Q_PROPERTY(QString digest READ digestText CONSTANT FINAL)
    Q_PROPERTY(int clipCount MEMBER clipCount CONSTANT FINAL)
    Q_PROPERTY(qint64 byteCount MEMBER byteCount CONSTANT FINAL)
    Q_PROPERTY(QDateTime exportedAt READ exportedDateTime CONSTANT FINAL)
    Q_PROPERTY(Porchlight::Officer officer MEMBER officer CONSTANT FINAL)

public:
    ExportId id;
    CaseId caseId;
    QString packageName; ///< Name of the bag.
    QString path;        ///< Where it was written to.
    Digest digest;       ///< Of tagmanifest-sha256.txt.
    int clipCount = 0;
    qint64 byteCount = 0; ///< Payload, all files.
    Officer officer;
    UtcTime exportedAt;

    [[nodiscard]] QString idText() const { return id.toString(); }
    [[nodiscard]] QString caseIdText() const { return caseId.toString(); }
    [[nodiscard]] QString digestText() const { return QString::fromStdString(digest.toHex()); }
    [[nodiscard]] QDateTime exportedDateTime() const { return exportedAt.toDateTime(); }
    bool operator==(const ExportRecord &) const = default;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::ExportRecord)
