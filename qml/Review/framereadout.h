// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decodedframe.h"
#include "review/reviewtimeline.h"

#include <QObject>
#include <QString>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace Porchlight {

/// The facts of the frame on the screen as a person reads them. Empty texts: not known, or nothing is shown.
struct FrameReadout
{
    Q_GADGET
    QML_VALUE_TYPE(frameReadout)
    Q_PROPERTY(QString number MEMBER number CONSTANT FINAL)
    Q_PROPERTY(QString total MEMBER total CONSTANT FINAL)
    Q_PROPERTY(QString wallTime MEMBER wallTime CONSTANT FINAL)
    Q_PROPERTY(QString wallDate MEMBER wallDate CONSTANT FINAL)
    Q_PROPERTY(QString clockNote MEMBER clockNote CONSTANT FINAL)
    Q_PROPERTY(bool isClockChecked MEMBER isClockChecked CONSTANT FINAL)
    Q_PROPERTY(QString clipTime MEMBER clipTime CONSTANT FINAL)
    Q_PROPERTY(QString pts MEMBER pts CONSTANT FINAL)
    Q_PROPERTY(QString timeBase MEMBER timeBase CONSTANT FINAL)
    Q_PROPERTY(QString recording MEMBER recording CONSTANT FINAL)
    Q_PROPERTY(QString repeats MEMBER repeats CONSTANT FINAL)
    Q_PROPERTY(QString picture MEMBER picture CONSTANT FINAL)
    Q_PROPERTY(QString size MEMBER size CONSTANT FINAL)
    Q_PROPERTY(QString duration MEMBER duration CONSTANT FINAL)
    Q_PROPERTY(QString digest MEMBER digest CONSTANT FINAL)
    Q_PROPERTY(QString shortDigest MEMBER shortDigest CONSTANT FINAL)
    Q_PROPERTY(QString standing MEMBER standing CONSTANT FINAL)
    Q_PROPERTY(bool isCounted MEMBER isCounted CONSTANT FINAL)
    Q_PROPERTY(QString damage MEMBER damage CONSTANT FINAL)

public:
    QString number;
    QString total;
    QString wallTime;
    QString wallDate;
    QString clockNote;
    bool isClockChecked = false;
    QString clipTime;
    QString pts; ///< "2 436 096 · 27.067733 s"
    QString timeBase;
    QString recording; ///< Which of several recordings in one clip; empty where there is one only.
    QString repeats;   ///< Whether the frames before hold the same pixels.
    QString picture;
    QString size;
    QString duration;
    QString digest;
    QString shortDigest;
    QString standing; ///< "counted", or what is still provisional.
    bool isCounted = false;
    QString damage;

    bool operator==(const FrameReadout &) const = default;
};

/// All that the read-out of one frame depends on.
struct ReadoutContext
{
    DecodedFrame frame;
    std::optional<Digest> digest;
    const ReviewTimeline &timeline;
    bool isTableComplete = false;
    std::optional<qint64> repeats{}; ///< FrameTable::repeatsBefore().
};

[[nodiscard]] FrameReadout readoutOf(const ReadoutContext &context);

/// "+3.2 s ±0.1", with the drift where there is one.
[[nodiscard]] QString offsetText(const ClockOffset &clock);
/// Digits in groups of three.
[[nodiscard]] QString groupedFigure(qint64 number);
/// "00:00:54.133"
[[nodiscard]] QString longClipTime(std::chrono::microseconds time);
/// "21:14:07.533", by this machine's time zone; empty without a wall clock.
[[nodiscard]] QString wallClockText(const std::optional<UtcTime> &time);

} // namespace Porchlight
