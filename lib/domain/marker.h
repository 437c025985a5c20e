// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/id.h"
#include "core/utctime.h"
#include "domain/officer.h"

#include <QObject>
#include <QStringList>

namespace Porchlight {

/// A note and tags on a span of a clip, in frame numbers of its frame table (0 is the first shown frame; both ends
/// belong to it; a single frame has first == last), with the times these frames had when it was made.
struct Marker
{
    Q_GADGET
    Q_PROPERTY(QString id READ idText CONSTANT FINAL)
    Q_PROPERTY(QString clipId READ clipIdText CONSTANT FINAL)
    Q_PROPERTY(qint64 firstFrame MEMBER firstFrame CONSTANT FINAL)
    Q_PROPERTY(qint64 lastFrame MEMBER lastFrame CONSTANT FINAL)
    Q_PROPERTY(qint64 firstMicroseconds MEMBER firstMicroseconds CONSTANT FINAL)
    Q_PROPERTY(qint64 lastMicroseconds MEMBER lastMicroseconds CONSTANT FINAL)
    Q_PROPERTY(QString note MEMBER note CONSTANT FINAL)
    Q_PROPERTY(QStringList tags MEMBER tags CONSTANT FINAL)
    Q_PROPERTY(Porchlight::Officer author MEMBER author CONSTANT FINAL)

public:
    MarkerId id;
    ClipId clipId;
    qint64 firstFrame = 0;
    qint64 lastFrame = 0;
    qint64 firstMicroseconds = 0; ///< Position in the clip, from its first shown frame.
    qint64 lastMicroseconds = 0;
    QString note;
    QStringList tags{}; ///< Words by which markers are found; no commas in them.
    Officer author;
    UtcTime createdAt;

    [[nodiscard]] QString idText() const { return id.toString(); }
    [[nodiscard]] QString clipIdText() const { return clipId.toString(); }
    bool operator==(const Marker &) const = default;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::Marker)
