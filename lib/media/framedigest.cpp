// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/framedigest.h"

#include "core/digesttext.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// FFmpeg's names of the formats that have exactly the planes of the layout.
QStringList nativeFormats(PixelLayout layout)
{
    switch (layout) {
    case PixelLayout::Gray:
        return {u"gray"_s};
    case PixelLayout::Yuv420:
        return {u"yuv420p"_s, u"yuvj420p"_s};
    case PixelLayout::Yuv422:
        return {u"yuv422p"_s, u"yuvj422p"_s};
    case PixelLayout::Yuv444:
        return {u"yuv444p"_s, u"yuvj444p"_s};
    case PixelLayout::Nv12:
        return {u"nv12"_s};
    case PixelLayout::Bgra:
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

bool hasNativePixels(const DecodedFrame &frame)
{
    return !frame.isNull() && nativeFormats(frame.layout()).contains(frame.facts().pixelFormat);
}

std::optional<Digest> nativeDigestOf(const DecodedFrame &frame)
{
    if (!hasNativePixels(frame)) {
        return std::nullopt;
    }
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (int index = 0; index < frame.planeCount(); ++index) {
        const DecodedFrame::Plane &plane = frame.plane(index);
        const qsizetype line = plane.width * (frame.layout() == PixelLayout::Nv12 && index == 1 ? 2 : 1);
        for (qsizetype y = 0; y < plane.height; ++y) {
            hash.addData(QByteArrayView(plane.bytes).sliced(y * plane.stride, line));
        }
    }
    return digestFromBytes(hash.resultView());
}

} // namespace Porchlight
