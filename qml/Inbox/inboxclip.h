// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/arearequest.h"
#include "domain/clipoffer.h"
#include "domain/sharedclip.h"
#include "workflow/cliparrival.h"

#include <QImage>
#include <QList>
#include <QObject>
#include <QString>
#include <QTimeZone>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// A word on a ground. The tones are counted as Controls' Chip counts them.
struct InboxChip
{
    Q_GADGET
    QML_VALUE_TYPE(inboxChip)
    Q_PROPERTY(QString text MEMBER text CONSTANT FINAL)
    Q_PROPERTY(int tone MEMBER tone CONSTANT FINAL)

public:
    enum Tone { Neutral, Good, Caution, Bad, Accent };

    QString text;
    int tone = Neutral;

    bool operator==(const InboxChip &) const = default;
};

/// One row of the inbox in words: a clip of the case, one that is arriving, or an offer that was not taken.
struct InboxClip
{
    Q_GADGET
    QML_VALUE_TYPE(inboxClip)
    Q_PROPERTY(QString clipId MEMBER clipId CONSTANT FINAL)
    Q_PROPERTY(QString from MEMBER from CONSTANT FINAL)
    Q_PROPERTY(QString answers MEMBER answers CONSTANT FINAL)
    Q_PROPERTY(QString cameraTime MEMBER cameraTime CONSTANT FINAL)
    Q_PROPERTY(QString clock MEMBER clock CONSTANT FINAL)
    Q_PROPERTY(QList<Porchlight::InboxChip> allowed MEMBER allowed CONSTANT FINAL)
    Q_PROPERTY(Porchlight::InboxChip integrity MEMBER integrity CONSTANT FINAL)
    Q_PROPERTY(QString media MEMBER media CONSTANT FINAL)
    Q_PROPERTY(Porchlight::InboxChip state MEMBER state CONSTANT FINAL)
    Q_PROPERTY(QString note MEMBER note CONSTANT FINAL)
    Q_PROPERTY(QImage picture MEMBER picture CONSTANT FINAL)
    Q_PROPERTY(bool isCovered MEMBER isCovered CONSTANT FINAL)
    Q_PROPERTY(bool canOpen MEMBER canOpen CONSTANT FINAL)
    Q_PROPERTY(bool canDecide MEMBER canDecide CONSTANT FINAL)
    Q_PROPERTY(bool isFaded MEMBER isFaded CONSTANT FINAL)

public:
    QString key;    ///< Stays the same while a clip arrives and when it is there.
    QString clipId; ///< Empty while there is no clip.
    QString from;
    QString answers;
    QString cameraTime;
    QString clock;
    QList<InboxChip> allowed;
    InboxChip integrity;
    QString media;
    InboxChip state;
    QString note; ///< The resident's own words, or why a clip was declined.
    QImage picture;
    bool isCovered = false;
    bool canOpen = false;
    bool canDecide = false;
    bool isFaded = false;

    bool operator==(const InboxClip &) const = default;
};

/// Where a clip comes from, for the words of its row.
struct ClipOrigin
{
    QString requestTitle; ///< Empty for a clip from a file.
    QTimeZone zone = QTimeZone::UTC;
    QDate today;
};

[[nodiscard]] InboxClip rowOf(const SharedClip &clip, const ClipOrigin &origin);
[[nodiscard]] InboxClip rowOf(const ClipArrival &arrival, const ClipOrigin &origin);
[[nodiscard]] InboxClip rowOf(const OfferRecord &disputed, const ClipOrigin &origin);

/// The picture made so coarse that it tells nothing but that there is one.
[[nodiscard]] QImage coveredPicture(const QImage &picture);

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::InboxClip)
