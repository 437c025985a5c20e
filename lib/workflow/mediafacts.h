// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/sharedclip.h"
#include "media/frametable.h"
#include "media/mediaerror.h"
#include "media/mediasummary.h"

namespace Porchlight {

/// What is kept of a clip when it comes in: what its header says, and what counting its frames gave.
[[nodiscard]] MediaFacts mediaFactsOf(const MediaSummary &summary, const FrameTable &table);

/// True where it is the clip that cannot be shown, not this computer that cannot show it.
[[nodiscard]] bool isOfTheClip(MediaError error);

} // namespace Porchlight
