// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

/// Byte surgery on finished clips; false where the clip is not as expected.
namespace Porchlight::Testing {

[[nodiscard]] bool cutTail(QByteArray &bytes);
[[nodiscard]] bool cutHead(QByteArray &bytes);
[[nodiscard]] bool flipBytes(QByteArray &bytes);

// On MP4 files whose index lies at the end.

/// Puts a clean aperture of 300 by 160 into the description of the pictures (ISO/IEC 14496-12, 12.1.4), off the middle.
[[nodiscard]] bool hideEdges(QByteArray &bytes);
/// Takes the list of key frames away, so that every frame is said to be one.
[[nodiscard]] bool sayThatAllAreKeys(QByteArray &bytes);
/// Leaves the list of key frames empty.
[[nodiscard]] bool sayThatNoneIsKey(QByteArray &bytes);
/// Half a second of nothing, then seconds 0 to 1 and 2 to 2.6 of the recording (ISO/IEC 14496-12, 8.6.6).
[[nodiscard]] bool editTwice(QByteArray &bytes);
/// Says that the clip is a third as long as it is.
[[nodiscard]] bool shortenHeader(QByteArray &bytes);

/// On AVI: says that there are 12,000 frames.
[[nodiscard]] bool sayThatThereAreManyFrames(QByteArray &bytes);

/// Puts the frames of a raw H.264 stream with access unit delimiters into the container of a recorder (.dav).
[[nodiscard]] bool wrapAsDav(QByteArray &bytes);

} // namespace Porchlight::Testing
