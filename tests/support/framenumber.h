// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>

#include <optional>

namespace Porchlight {

/// The frame number that a picture of a demo clip carries in its pattern, or none where the pattern is not whole.
/// `picture` is exactly the frame, at any size from about 160 pixels of width on.
[[nodiscard]] std::optional<int> readFrameNumber(const QImage &picture);

} // namespace Porchlight
