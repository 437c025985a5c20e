// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/result.h"
#include "media/decodedframe.h"
#include "media/frametable.h"
#include "media/mediaerror.h"
#include "media/mediasummary.h"
#include "media/soundpart.h"
#include "media/waveform.h"
#include "mediaprotocol/messages.h"

#include <QImage>

#include <optional>
#include <span>

/// Turns what a decoder process says into values of ours, or into nothing where it cannot be true. Pure. Every number
/// is checked against the clip's size, the slot's size and sensible limits before it is used.
namespace Porchlight {

[[nodiscard]] ConfinementLevel levelOf(Wire::Confinement untrusted);
[[nodiscard]] MediaError errorOf(Wire::FailureCode untrusted);

[[nodiscard]] std::optional<MediaSummary> checkSummary(const Wire::Summary &untrusted, qint64 clipSize);

/// The row that must bear this number.
[[nodiscard]] std::optional<FrameRow> checkRow(const Wire::FrameRow &untrusted, qint64 number, qint64 clipSize);

/// Copies the pixels out of the slot.
[[nodiscard]] std::optional<DecodedFrame> checkPicture(const Wire::Picture &untrusted, qint64 number, qint64 clipSize,
                                                       std::span<const char> slot);
[[nodiscard]] std::optional<QImage> checkThumbnail(const Wire::Thumbnail &untrusted, int maximumWidth,
                                                   std::span<const char> slot);
/// The small pictures that must follow, all of one size; `expectedSize` is empty for the first ones.
[[nodiscard]] std::optional<QList<QByteArray>> checkProxies(const Wire::Proxies &untrusted, qint64 expectedFirst,
                                                            QSize expectedSize, std::span<const char> slot);
[[nodiscard]] std::optional<SoundPart> checkSound(const Wire::Sound &untrusted, const Wire::SoundRequest &request,
                                                  std::span<const char> slot);
/// The peaks that must follow.
[[nodiscard]] std::optional<QList<WavePeak>> checkWave(const Wire::WavePart &untrusted, qint64 expectedFirst);

} // namespace Porchlight
