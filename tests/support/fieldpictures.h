// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QSize>

namespace Porchlight::Testing {

/// H.264 as encoders at hand do not write it (ITU-T H.264, picture adaptive frame and field coding): most frames as two
/// fields that are pictures by themselves, every third one as a whole. Their samples stand in it as they are, so that
/// it is known what a decoder has to give. Frames 3, 18 and so on, counted from 0, have a second field that is
/// predicted from the first.
struct FieldPictures
{
    static constexpr QSize Size{128, 64};
    static constexpr int Frames = 30;

    enum class Delimiters {
        None,
        OfFrames, ///< Before each frame, so that a container that cuts there keeps its fields together.
    };

    /// A raw stream with start codes.
    [[nodiscard]] static QByteArray stream(Delimiters delimiters = Delimiters::None);
    /// Without the second field of the last frame.
    [[nodiscard]] static QByteArray streamWithoutLastField();
    /// The brightness that a decoder has to give, line by line.
    [[nodiscard]] static QByteArray luma(int frame);
};

} // namespace Porchlight::Testing
