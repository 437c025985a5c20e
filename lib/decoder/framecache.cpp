// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/framecache.h"

#include <cstdlib>
#include <utility>

namespace Porchlight {

namespace {

// What has been passed is not soon wanted again.
constexpr std::int64_t BehindFactor = 4;

std::uint64_t sizeOf(const AVFrame &frame)
{
    std::uint64_t size = sizeof(AVFrame);
    for (const AVBufferRef *buffer : frame.buf) {
        size += buffer == nullptr ? 0 : buffer->size;
    }
    return size;
}

} // namespace

FrameCache::FrameCache(std::uint64_t budget)
    : m_budget(budget)
{}

void FrameCache::setCentre(std::int64_t number, int direction)
{
    m_centre = number;
    m_direction = direction;
}

std::int64_t FrameCache::firstMissing(std::int64_t from, int step) const
{
    std::int64_t number = from + step;
    while (m_entries.contains(number)) {
        number += step;
    }
    return number;
}

std::int64_t FrameCache::reach() const
{
    const auto count = static_cast<std::int64_t>(m_entries.size());
    if (count == 0 || m_size == 0) {
        return 0;
    }
    return static_cast<std::int64_t>(m_budget / 2) * count / static_cast<std::int64_t>(m_size);
}

std::int64_t FrameCache::distanceOf(std::int64_t number) const
{
    const std::int64_t distance = std::abs(number - m_centre);
    const bool isBehind = (number - m_centre) * m_direction < 0;
    return isBehind ? BehindFactor * distance : distance;
}

const AVFrame *FrameCache::find(std::int64_t number) const
{
    const auto found = m_entries.find(number);
    return found == m_entries.end() ? nullptr : found->second.frame.get();
}

void FrameCache::insert(std::int64_t number, OwnedFrame frame)
{
    if (m_entries.contains(number)) {
        return;
    }
    const std::uint64_t size = sizeOf(*frame);
    m_entries.emplace(number, Entry{std::move(frame), size});
    m_size += size;
    evict();
}

void FrameCache::dropBelow(std::int64_t number)
{
    while (!m_entries.empty() && m_entries.begin()->first < number) {
        m_size -= m_entries.begin()->second.size;
        m_entries.erase(m_entries.begin());
    }
}

void FrameCache::clear()
{
    m_entries.clear();
    m_size = 0;
}

void FrameCache::evict()
{
    while (m_size > m_budget && m_entries.size() > 1) {
        const auto first = m_entries.begin();
        const auto last = std::prev(m_entries.end());
        const auto farthest = distanceOf(first->first) > distanceOf(last->first) ? first : last;
        m_size -= farthest->second.size;
        m_entries.erase(farthest);
    }
}

} // namespace Porchlight
