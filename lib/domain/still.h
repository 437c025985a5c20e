// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/id.h"
#include "core/mediatime.h"
#include "core/utctime.h"
#include "domain/officer.h"

#include <QObject>

namespace Porchlight {

/// What a picture that was kept shows: one frame in its stored pixels, or many frames made smaller on one page.
enum class StillKind { Frame, ContactSheet };

/// One frame of a clip kept as a PNG, or the first of a contact sheet, with the four values that name it: clip, frame
/// number, presentation time and picture type (predicted frames can hold stale areas).
struct Still
{
    Q_GADGET
    Q_PROPERTY(QString id READ idText CONSTANT FINAL)
    Q_PROPERTY(QString clipId READ clipIdText CONSTANT FINAL)
    Q_PROPERTY(qint64 frame MEMBER frame CONSTANT FINAL)
    Q_PROPERTY(double seconds READ seconds CONSTANT FINAL)
    Q_PROPERTY(QString pictureType MEMBER pictureType CONSTANT FINAL)
    Q_PROPERTY(QString digest READ digestText CONSTANT FINAL)
    Q_PROPERTY(QString note MEMBER note CONSTANT FINAL)
    Q_PROPERTY(Porchlight::Officer author MEMBER author CONSTANT FINAL)

public:
    StillId id;
    ClipId clipId;
    StillKind kind = StillKind::Frame;
    qint64 frame = 0;    ///< Number in the frame table, from 0.
    MediaTime pts;       ///< The stream's own presentation time.
    QString pictureType; ///< "I", "P", "B" or "?".
    Digest digest;       ///< Of the PNG in the vault.
    qint64 size = 0;
    QString note;
    Officer author;
    UtcTime takenAt;

    [[nodiscard]] QString idText() const { return id.toString(); }
    [[nodiscard]] QString clipIdText() const { return clipId.toString(); }
    [[nodiscard]] double seconds() const { return pts.seconds(); }
    [[nodiscard]] QString digestText() const { return QString::fromStdString(digest.toHex()); }
    bool operator==(const Still &) const = default;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::Still)
