// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/proxymaker.h"

#include "mediaprotocol/messages.h"

#include <algorithm>
#include <array>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace Porchlight {

namespace {

constexpr std::size_t MostHeld = 4UL * Wire::MaximumProxiesPerPart;

std::uint16_t evenPart(int length, int part, int whole)
{
    const std::int64_t scaled = std::int64_t{length} * part / std::max(1, whole);
    return static_cast<std::uint16_t>(std::clamp<std::int64_t>(scaled / 2 * 2, 2, Wire::MaximumProxySide));
}

/// Colour samples with a matrix of their own; gray and RGB are drawn in another way.
bool isPlainYuv(AVPixelFormat format)
{
    const AVPixFmtDescriptor *descriptor = av_pix_fmt_desc_get(format);
    constexpr std::uint64_t NotYuv = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL | AV_PIX_FMT_FLAG_BITSTREAM;
    return descriptor != nullptr && (descriptor->flags & NotYuv) == 0 && descriptor->nb_components >= 3;
}

} // namespace

bool ProxyMaker::isFull() const
{
    return m_held.size() >= MostHeld;
}

bool ProxyMaker::decideSize(const AVFrame &frame)
{
    if (m_width == 0) {
        const int longest = std::max(frame.width, frame.height);
        const int side = std::min<int>(longest, Wire::MaximumProxySide);
        m_width = evenPart(frame.width, side, longest);
        m_height = evenPart(frame.height, side, longest);
    }
    return frame.width > 0 && frame.height > 0 && isPlainYuv(static_cast<AVPixelFormat>(frame.format));
}

std::size_t ProxyMaker::pictureSize() const
{
    return std::size_t{m_width} * m_height * 3 / 2;
}

void ProxyMaker::add(const AVFrame &frame)
{
    m_isPossible = m_isPossible && decideSize(frame);
    if (!m_isPossible) {
        return;
    }
    // The context is made anew only where the frames change.
    m_scaler.reset(sws_getCachedContext(m_scaler.release(), frame.width, frame.height,
                                        static_cast<AVPixelFormat>(frame.format), m_width, m_height, AV_PIX_FMT_YUV420P,
                                        SWS_BILINEAR, nullptr, nullptr, nullptr));
    if (!m_scaler) {
        m_isPossible = false;
        return;
    }
    const int *coefficients = sws_getCoefficients(SWS_CS_ITU709);
    constexpr int One = 1 << 16;
    // One range on both sides, whichever it is: samples are only averaged.
    sws_setColorspaceDetails(m_scaler.get(), coefficients, 1, coefficients, 1, 0, One, One);
    std::vector<std::uint8_t> picture(pictureSize());
    const std::size_t luma = std::size_t{m_width} * m_height;
    const std::array<std::uint8_t *, 4> planes{picture.data(), picture.data() + luma, picture.data() + luma + luma / 4,
                                               nullptr};
    const std::array<int, 4> strides{m_width, m_width / 2, m_width / 2, 0};
    if (sws_scale(m_scaler.get(), frame.data, frame.linesize, 0, frame.height, planes.data(), strides.data()) <= 0) {
        m_isPossible = false;
        return;
    }
    m_held.push_back(std::move(picture));
}

std::uint32_t ProxyMaker::take(std::span<std::uint8_t> slot, std::uint32_t most)
{
    std::uint32_t count = 0;
    while (count < most && !m_held.empty() && slot.size() >= pictureSize()) {
        std::ranges::copy(m_held.front(), slot.begin());
        slot = slot.subspan(pictureSize());
        m_held.pop_front();
        ++count;
    }
    m_firstHeld += count;
    return count;
}

} // namespace Porchlight
