// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>

namespace Porchlight {

/// So many bytes of a file are enough to know its container.
inline constexpr qsizetype SniffBytes = 512;

/// True if the file that begins like this is in a container that cameras and telephones write: MP4 and QuickTime,
/// Matroska, AVI, MPEG program and transport streams, ASF, FLV, Ogg, MXF, or a recorder's own stream. It says nothing
/// about the rest of the file; that is for the confined decoder to find out.
[[nodiscard]] bool looksLikeVideo(QByteArrayView head);

} // namespace Porchlight
