// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QtTypes>

namespace Porchlight {

/// Sound of a span of a clip: 48 kHz, signed 16 bit, native byte order, interleaved; silence where the clip has none.
struct SoundPart
{
    static constexpr int SampleRate = 48'000;

    qint64 startMicroseconds = 0; ///< Position in the clip: from the first shown frame.
    int channels = 2;             ///< 1 or 2.
    QByteArray samples;
    bool isLast = false; ///< No sound comes after it.
};

} // namespace Porchlight
