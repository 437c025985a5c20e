// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/frametable.h"
#include "media/mediasummary.h"

#include <QByteArray>
#include <QMetaType>
#include <QSharedDataPointer>
#include <QSize>

#include <vector>

namespace Porchlight {

/// How the samples of a frame lie in memory, 8 bits each. Formats beyond these are converted in the decoder, and
/// `FrameFacts::pixelFormat` says what they were.
enum class PixelLayout {
    Gray,   ///< One plane.
    Yuv420, ///< Three planes, chroma half in both directions.
    Yuv422, ///< Three planes, chroma half across.
    Yuv444, ///< Three planes.
    Nv12,   ///< Two planes, second holds both chroma samples, half in both directions.
    Bgra,   ///< One plane, B first; already RGB.
};

/// What stands beside a picture: the row of the frame table it belongs to.
using FrameFacts = FrameRow;

/// One decoded picture: immutable, checked, a cheap value whose copies share the pixels. It is not turned, mirrored or
/// stretched; MediaSummary and `facts().aspect` say how it is to be shown.
class DecodedFrame
{
    Q_GADGET

public:
    struct Plane
    {
        QByteArray bytes; ///< stride × height.
        int stride = 0;   ///< Bytes from one line to the next.
        int width = 0;    ///< Samples (for Nv12's second plane: pairs; for Bgra: pixels) of a line.
        int height = 0;
    };
    static constexpr int MaximumPlanes = 3;

    DecodedFrame();
    DecodedFrame(FrameFacts facts, PixelLayout layout, std::vector<Plane> planes);
    /// The same frame in fewer pixels: 4:2:0, `pixels` with even sides, the planes without padding one behind the
    /// other.
    [[nodiscard]] static DecodedFrame proxy(FrameFacts facts, QSize pixels, const QByteArray &planes);
    DecodedFrame(const DecodedFrame &);
    DecodedFrame(DecodedFrame &&) noexcept;
    DecodedFrame &operator=(const DecodedFrame &);
    DecodedFrame &operator=(DecodedFrame &&) noexcept;
    ~DecodedFrame();

    [[nodiscard]] bool isNull() const;
    [[nodiscard]] qint64 number() const { return facts().number; }
    /// Stored pixels of the frame, whether these are all of them or not.
    [[nodiscard]] QSize size() const { return facts().size; }
    /// True for the right frame in fewer pixels, to be shown until all of them are there, and never to be kept.
    [[nodiscard]] bool isProxy() const;
    /// Of the planes that are here.
    [[nodiscard]] QSize pixels() const;
    [[nodiscard]] const FrameFacts &facts() const;
    /// Matrix and range by which the planes become RGB, decided where the stream does not say; never Unspecified.
    [[nodiscard]] Colour viewColour() const;
    [[nodiscard]] PixelLayout layout() const;
    [[nodiscard]] int planeCount() const;
    [[nodiscard]] const Plane &plane(int index) const;

private:
    struct Shared;
    QSharedDataPointer<Shared> m_shared;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::DecodedFrame)
