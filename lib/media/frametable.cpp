// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/frametable.h"

#include <algorithm>

namespace Porchlight {

std::optional<qint64> FrameTable::numberAt(qint64 microseconds) const
{
    if (m_byTime.isEmpty()) {
        return std::nullopt;
    }
    const auto after = std::upper_bound(m_byTime.begin(), m_byTime.end(), microseconds,
                                        [this](qint64 time, qint64 n) { return time < m_rows.at(n).microseconds; });
    return after == m_byTime.begin() ? m_byTime.first() : *std::prev(after);
}

std::optional<qint64> FrameTable::repeatsBefore(qint64 number) const
{
    if (number < 0 || number >= size() || at(number).quickHash == 0) {
        return std::nullopt;
    }
    qint64 first = number;
    while (first > 0 && at(first - 1).quickHash == at(number).quickHash) {
        --first;
    }
    return number - first;
}

qint64 FrameTable::durationMicroseconds() const
{
    return m_byTime.isEmpty() ? 0 : std::max<qint64>(0, endOf(m_rows.at(m_byTime.last())));
}

qint64 FrameTable::endOf(const FrameRow &row) const
{
    if (row.durationTicks > 0) {
        return row.microseconds + MediaTime(row.durationTicks, row.timeBase).microseconds();
    }
    // The stream does not say: as long as the frame before it was on screen.
    const qsizetype count = m_byTime.size();
    const qint64 before = count > 1 ? m_rows.at(m_byTime.at(count - 2)).microseconds : row.microseconds;
    return row.microseconds + (row.microseconds - before);
}

void FrameTable::append(const QList<FrameRow> &rows)
{
    for (const FrameRow &row : rows) {
        const auto place = std::upper_bound(m_byTime.begin(), m_byTime.end(), row.microseconds,
                                            [this](qint64 time, qint64 n) { return time < m_rows.at(n).microseconds; });
        m_byTime.insert(place, m_rows.size());
        m_rows.append(row);
    }
}

void FrameTable::complete(bool isDamaged, bool isKept)
{
    m_isKept = isKept;
    m_isComplete = true;
    m_expected.clear();
    m_isDamaged = isDamaged;
}

} // namespace Porchlight
