// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/casefile.h"
#include "domain/sharedclip.h"
#include "domain/still.h"
#include "media/decodedframe.h"
#include "review/viewadjustment.h"

#include <QByteArray>
#include <QImage>
#include <QJsonObject>

#include <array>
#include <optional>
#include <vector>

namespace Porchlight {

/// All that is known of a still when its record is written.
struct StillCircumstances
{
    Still still;
    SharedClip clip;
    CaseFile caseFile;
    FrameFacts facts;
    Colour viewColour; ///< Matrix and range by which the PNG was made.
    Orientation orientation;
    ViewAdjustment view; ///< How the officer saw it; no pixel of the still is changed by it.
    qint64 frameCount = 0;
    bool isCountFinal = false;
    std::optional<qint64> repeats;            ///< FrameTable::repeatsBefore().
    std::array<quint32, 3> decoderVersions{}; ///< MediaSummary::decoderVersions.
    int videoStream = -1;                     ///< FFmpeg's index of the stream whose frames are numbered.
    std::optional<UtcTime> wallTime;
};

/// A PNG with its record inside, as text under that key; no pixel is touched by it. Empty where it cannot be written.
[[nodiscard]] QByteArray pngWithRecord(QImage image, const QString &key, const QJsonObject &record);

/// How a contact sheet was put together.
struct SheetCircumstances
{
    Still still;                           ///< The sheet; its frame is the first tile's.
    std::vector<StillCircumstances> tiles; ///< In the order they lie on it.
    QString choice;                        ///< "wholeClip", "inToOut" or "markers".
    QSize page;
    QSize tile; ///< Of a tile's picture, turned as it is seen.
};

/// The record beside a contact sheet: which clip, and each tile as the record of a still has it. Pure.
[[nodiscard]] QJsonObject sheetRecord(const SheetCircumstances &circumstances);

/// The record beside a still: which clip, which frame, when, and by what settings its pixels became the PNG. Pure.
[[nodiscard]] QJsonObject stillRecord(const StillCircumstances &circumstances);

} // namespace Porchlight
