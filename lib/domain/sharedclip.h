// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/geopoint.h"
#include "core/id.h"
#include "core/utctime.h"
#include "domain/consent.h"
#include "domain/words.h"

#include <QObject>

#include <optional>

namespace Porchlight {

/// What the decoder said about a clip when it came in.
struct MediaFacts
{
    Q_GADGET
    Q_PROPERTY(QString container MEMBER container CONSTANT FINAL)
    Q_PROPERTY(QString videoCodec MEMBER videoCodec CONSTANT FINAL)
    Q_PROPERTY(int width MEMBER width CONSTANT FINAL)
    Q_PROPERTY(int height MEMBER height CONSTANT FINAL)
    Q_PROPERTY(qint64 durationMicroseconds MEMBER durationMicroseconds CONSTANT FINAL)
    Q_PROPERTY(qint64 frameCount MEMBER frameCount CONSTANT FINAL)
    Q_PROPERTY(QString audioCodec MEMBER audioCodec CONSTANT FINAL)
    Q_PROPERTY(bool isDamaged MEMBER isDamaged CONSTANT FINAL)

public:
    QString container;
    QString videoCodec;
    int width = 0; ///< Pixels of the stored picture, before rotation and aspect.
    int height = 0;
    qint64 durationMicroseconds = 0;
    qint64 frameCount = 0;
    QString audioCodec; ///< Empty where the clip has no sound.
    bool isDamaged = false;

    bool operator==(const MediaFacts &) const = default;
};

/// The clock of a clip's camera, as it was compared here.
struct ClipClock
{
    std::optional<UtcTime> statedStart; ///< Wall-clock time of the first frame by the camera's clock.
    qint64 offsetMicroseconds = 0;      ///< Added to the camera's clock at the beginning of the clip.
    qint64 uncertaintyMicroseconds = 0; ///< Half of the span that the true time lies in.
    qint64 driftPpb = 0;                ///< Nanoseconds that a second by the camera lasts longer than a second.
    bool isChecked = false;

    bool operator==(const ClipClock &) const = default;
};

/// A clip we hold: the receipt it came with, the digest of its bytes in the vault, what it is, and the camera's clock.
struct SharedClip
{
    Q_GADGET
    Q_PROPERTY(QString id READ idText CONSTANT FINAL)
    Q_PROPERTY(QString caseId READ caseIdText CONSTANT FINAL)
    Q_PROPERTY(QString digest READ digestText CONSTANT FINAL)
    Q_PROPERTY(QString originalName MEMBER originalName CONSTANT FINAL)
    Q_PROPERTY(QString placeText MEMBER placeText CONSTANT FINAL)
    Q_PROPERTY(QString note MEMBER note CONSTANT FINAL)
    Q_PROPERTY(qint64 size MEMBER size CONSTANT FINAL)
    Q_PROPERTY(bool hasReceipt READ hasReceipt CONSTANT FINAL)
    Q_PROPERTY(Porchlight::ConsentScope scope READ scope CONSTANT FINAL)
    Q_PROPERTY(Porchlight::MediaFacts facts MEMBER facts CONSTANT FINAL)
    Q_PROPERTY(Porchlight::ClipState state MEMBER state CONSTANT FINAL)
    Q_PROPERTY(bool isSensitive MEMBER isSensitive CONSTANT FINAL)
    Q_PROPERTY(bool hasStart READ hasStart CONSTANT FINAL)
    Q_PROPERTY(QDateTime start READ startDateTime CONSTANT FINAL)
    Q_PROPERTY(QDateTime receivedAt READ receivedDateTime CONSTANT FINAL)

public:
    ClipId id;
    CaseId caseId;
    std::optional<RequestId> requestId;    ///< None for a clip imported from a file.
    std::optional<ConsentReceipt> receipt; ///< Likewise.
    Digest digest;
    QByteArray sha512{}; ///< Of the same bytes, taken while they arrived; 64 bytes.
    qint64 size = 0;
    QString originalName;
    QString placeText;
    QString note;
    std::optional<GeoPoint> position;
    std::optional<UtcTime> statedStart; ///< Wall-clock time of the first frame by the camera's clock.
    qint64 clockOffsetMicroseconds = 0; ///< Added to the camera's clock.
    /// Zero where nobody here has compared the clock: an offset is then only what the resident stated.
    qint64 clockUncertaintyMicroseconds = 0;
    qint64 clockDriftPpb = 0; ///< Nanoseconds that a second by the camera lasts longer than a second.
    bool isClockChecked = false;
    MediaFacts facts;
    ClipState state = ClipState::New;
    QString declineReason;
    bool isSensitive = false;
    UtcTime receivedAt;

    [[nodiscard]] QString idText() const { return id.toString(); }
    [[nodiscard]] QString caseIdText() const { return caseId.toString(); }
    [[nodiscard]] QString digestText() const { return QString::fromStdString(digest.toHex()); }
    [[nodiscard]] bool hasReceipt() const { return receipt.has_value(); }
    /// A clip without a receipt has no consent to sound, place or prosecution.
    [[nodiscard]] ConsentScope scope() const
    {
        return receipt
                   ? receipt->scope
                   : ConsentScope{
                         .sound = false, .place = PlacePrecision::None, .purpose = UsePurpose::ThisCase, .until = {}};
    }
    [[nodiscard]] bool hasStart() const { return statedStart.has_value(); }
    [[nodiscard]] QDateTime startDateTime() const { return statedStart.value_or(UtcTime()).toDateTime(); }
    [[nodiscard]] QDateTime receivedDateTime() const { return receivedAt.toDateTime(); }
    [[nodiscard]] ClipClock clock() const
    {
        return {.statedStart = statedStart,
                .offsetMicroseconds = clockOffsetMicroseconds,
                .uncertaintyMicroseconds = clockUncertaintyMicroseconds,
                .driftPpb = clockDriftPpb,
                .isChecked = isClockChecked};
    }
    void setClock(const ClipClock &clock)
    {
        statedStart = clock.statedStart;
        clockOffsetMicroseconds = clock.offsetMicroseconds;
        clockUncertaintyMicroseconds = clock.uncertaintyMicroseconds;
        clockDriftPpb = clock.driftPpb;
        isClockChecked = clock.isChecked;
    }
    bool operator==(const SharedClip &) const = default;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::MediaFacts)
Q_DECLARE_METATYPE(Porchlight::SharedClip)
