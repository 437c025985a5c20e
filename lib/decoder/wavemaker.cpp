// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/wavemaker.h"

#include <algorithm>
#include <cstring>
#include <span>

namespace Porchlight {

namespace {

constexpr std::uint32_t StepMicroseconds = 1'000'000;
constexpr std::int64_t SlicesPerStep = StepMicroseconds / Wire::WaveSliceMicroseconds;
constexpr std::size_t SamplesPerSlice = Wire::SoundRate * Wire::WaveSliceMicroseconds / 1'000'000;
constexpr std::size_t MostChannels = 2;
constexpr std::size_t StepBytes = SlicesPerStep * SamplesPerSlice * MostChannels * sizeof(std::int16_t);

} // namespace

WaveMaker::WaveMaker(std::int64_t endMicroseconds)
    : m_end(std::clamp<std::int64_t>((std::max<std::int64_t>(0, endMicroseconds) + Wire::WaveSliceMicroseconds - 1) /
                                         Wire::WaveSliceMicroseconds,
                                     0, Wire::MaximumPeaks))
    , m_samples(StepBytes)
{}

Result<void, Wire::FailureCode> WaveMaker::step(SoundReader &reader, WorkLimit &limit)
{
    if (isDone()) {
        return {};
    }
    const auto sound =
        reader.read({.startMicroseconds = m_next * Wire::WaveSliceMicroseconds, .lengthMicroseconds = StepMicroseconds},
                    m_samples, limit);
    if (!sound) {
        return std::unexpected(sound.error());
    }
    add(*sound);
    m_isSoundOver = sound->isLast;
    return {};
}

void WaveMaker::add(const Wire::Sound &sound)
{
    const std::size_t length = SamplesPerSlice * sound.channels;
    std::vector<std::int16_t> slice(length);
    const std::int64_t count = std::min(SlicesPerStep, m_end - m_next);
    for (std::int64_t i = 0; i < count; ++i) {
        const std::size_t bytes = length * sizeof(std::int16_t);
        std::memcpy(slice.data(), m_samples.data() + static_cast<std::size_t>(i) * bytes, bytes);
        const auto [low, high] = std::ranges::minmax(slice);
        m_held.push_back({.low = low, .high = high});
    }
    m_next += count;
}

Wire::WavePart WaveMaker::take()
{
    const std::size_t count = std::min(m_held.size(), Wire::MaximumPeaksPerPart);
    const auto end = m_held.begin() + static_cast<std::ptrdiff_t>(count);
    Wire::WavePart part{
        .isLast = isDone() && count == m_held.size(), .first = m_firstHeld, .peaks = {m_held.begin(), end}};
    m_held.erase(m_held.begin(), end);
    m_firstHeld += static_cast<std::int64_t>(count);
    return part;
}

} // namespace Porchlight
