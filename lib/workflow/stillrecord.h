// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/casefile.h"
#include "domain/sharedclip.h"
#include "domain/still.h"
#include "media/decodedframe.h"

#include <QJsonObject>

#include <optional>

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
    qint64 frameCount = 0;
    bool isCountFinal = false;
    std::optional<UtcTime> wallTime;
};

/// The record beside a still: which clip, which frame, when, and by what settings its pixels became the PNG. Pure.
[[nodiscard]] QJsonObject stillRecord(const StillCircumstances &circumstances);

} // namespace Porchlight
