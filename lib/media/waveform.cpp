// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/waveform.h"

#include <algorithm>
#include <utility>

namespace Porchlight {

Waveform::Waveform(QList<WavePeak> peaks)
    : m_peaks(std::move(peaks))
{}

WavePeak Waveform::between(std::chrono::microseconds from, std::chrono::microseconds to) const
{
    using std::chrono::microseconds;
    const microseconds length = m_peaks.size() * Slice;
    const microseconds begin = std::clamp(from, microseconds(0), length);
    const microseconds end = std::clamp(to, begin, length);
    const qsizetype first = begin / Slice;
    const qsizetype last = (end + Slice - microseconds(1)) / Slice;
    WavePeak all;
    for (qsizetype i = first; i < last; ++i) {
        all.low = std::min(all.low, m_peaks.at(i).low);
        all.high = std::max(all.high, m_peaks.at(i).high);
    }
    return all;
}

} // namespace Porchlight
