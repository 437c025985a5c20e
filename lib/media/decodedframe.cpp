// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/decodedframe.h"

#include <utility>
#include <vector>

namespace Porchlight {

struct DecodedFrame::Shared : QSharedData
{
    FrameFacts facts;
    PixelLayout layout = PixelLayout::Gray;
    std::vector<Plane> planes;
    bool isProxy = false;
};

DecodedFrame::DecodedFrame() = default;

DecodedFrame::DecodedFrame(FrameFacts facts, PixelLayout layout, std::vector<Plane> planes)
    : m_shared(new Shared)
{
    m_shared->facts = std::move(facts);
    m_shared->layout = layout;
    m_shared->planes = std::move(planes);
}

DecodedFrame::DecodedFrame(const DecodedFrame &) = default;
DecodedFrame::DecodedFrame(DecodedFrame &&) noexcept = default;
DecodedFrame &DecodedFrame::operator=(const DecodedFrame &) = default;
DecodedFrame &DecodedFrame::operator=(DecodedFrame &&) noexcept = default;
DecodedFrame::~DecodedFrame() = default;

DecodedFrame DecodedFrame::proxy(FrameFacts facts, QSize pixels, const QByteArray &planes)
{
    const int width = pixels.width();
    const int height = pixels.height();
    const qsizetype luma = qsizetype{width} * height;
    const qsizetype chroma = luma / 4;
    DecodedFrame frame(
        std::move(facts), PixelLayout::Yuv420,
        {{.bytes = planes.first(luma), .stride = width, .width = width, .height = height},
         {.bytes = planes.sliced(luma, chroma), .stride = width / 2, .width = width / 2, .height = height / 2},
         {.bytes = planes.sliced(luma + chroma, chroma),
          .stride = width / 2,
          .width = width / 2,
          .height = height / 2}});
    frame.m_shared->isProxy = true;
    return frame;
}

bool DecodedFrame::isNull() const
{
    return !m_shared;
}

bool DecodedFrame::isProxy() const
{
    return m_shared && m_shared->isProxy;
}

QSize DecodedFrame::pixels() const
{
    return planeCount() == 0 ? QSize() : QSize(plane(0).width, plane(0).height);
}

const FrameFacts &DecodedFrame::facts() const
{
    static const FrameFacts none;
    return m_shared ? m_shared->facts : none;
}

Colour DecodedFrame::viewColour() const
{
    Colour colour = facts().colour;
    if (layout() == PixelLayout::Bgra) {
        colour.matrix = ColourMatrix::Rgb;
        colour.range = ColourRange::Full;
        return colour;
    }
    if (colour.matrix == ColourMatrix::Unspecified || colour.matrix == ColourMatrix::Rgb) {
        // What players agree on where a stream does not say: BT.709 for high definition, BT.601 below.
        colour.matrix = size().height() >= 720 || size().width() >= 1280 ? ColourMatrix::Bt709 : ColourMatrix::Bt601;
    }
    if (colour.range == ColourRange::Unspecified) {
        colour.range = layout() == PixelLayout::Gray ? ColourRange::Full : ColourRange::Limited;
    }
    return colour;
}

PixelLayout DecodedFrame::layout() const
{
    return m_shared ? m_shared->layout : PixelLayout::Gray;
}

int DecodedFrame::planeCount() const
{
    return m_shared ? static_cast<int>(m_shared->planes.size()) : 0;
}

const DecodedFrame::Plane &DecodedFrame::plane(int index) const
{
    return m_shared->planes.at(static_cast<std::size_t>(index));
}

} // namespace Porchlight
