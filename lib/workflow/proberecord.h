// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/sharedclip.h"
#include "media/mediasummary.h"

#include <QByteArray>

#include <optional>

namespace Porchlight {

/// probe.json of an evidence package: what was noted when the clip came in (`facts`), and what the confined decoder
/// says of the file now (`decoder`, null where it cannot be read).
[[nodiscard]] QByteArray probeRecord(const MediaFacts &facts, const std::optional<MediaSummary> &summary);

} // namespace Porchlight
