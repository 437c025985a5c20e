// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/framecache.h"

#include <cstdlib>
#include <utility>

namespace Porchlight {

namespace {

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

void FrameCache::evict()
{
    while (m_size > m_budget && m_entries.size() > 1) {
        const auto first = m_entries.begin();
        const auto last = std::prev(m_entries.end());
        const auto farthest = m_centre - first->first > last->first - m_centre ? first : last;
        m_size -= farthest->second.size;
        m_entries.erase(farthest);
    }
}

} // namespace Porchlight
