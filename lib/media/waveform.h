// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QMetaType>
#include <QtTypes>

#include <chrono>

namespace Porchlight {

/// The least and the greatest sample of a span of time, of the 65,536 steps that a sample has.
struct WavePeak
{
    qint16 low = 0;
    qint16 high = 0;

    bool operator==(const WavePeak &) const = default;
};

/// How loud a clip is over its time, in slices that count from the first shown frame. Made only where sound was
/// consented to. A cheap value: copies share the peaks.
class Waveform
{
public:
    static constexpr std::chrono::microseconds Slice{10'000};

    Waveform() = default;
    explicit Waveform(QList<WavePeak> peaks);

    [[nodiscard]] bool isEmpty() const { return m_peaks.isEmpty(); }
    [[nodiscard]] const QList<WavePeak> &peaks() const { return m_peaks; }
    /// Of all slices that the span [from, to) touches; silence where there are none.
    [[nodiscard]] WavePeak between(std::chrono::microseconds from, std::chrono::microseconds to) const;

    bool operator==(const Waveform &) const = default;

private:
    QList<WavePeak> m_peaks;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::Waveform)
