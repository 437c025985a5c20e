// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/frametablecsv.h"

#include "evidence/csvtext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// Takes the rows of a frame table one after the other.
class FrameTableCounter
{
public:
    bool take(const QStringList &row) { return m_width == 0 ? takeHeader(row) : takeFrame(row); }

    [[nodiscard]] const QString &problem() const { return m_problem; }
    [[nodiscard]] const FrameTableFigures &figures() const { return m_figures; }

private:
    bool takeHeader(const QStringList &row)
    {
        m_width = row.size();
        m_columns = {row.indexOf(u"number"_s), row.indexOf(u"pts"_s), row.indexOf(u"time_base"_s)};
        if (std::ranges::any_of(m_columns, [](qsizetype column) { return column < 0; })) {
            m_problem = u"it does not begin with the names of its columns"_s;
        }
        return m_problem.isEmpty();
    }

    bool takeFrame(const QStringList &row)
    {
        const auto [number, pts, base] = m_columns;
        if (row.size() != m_width) {
            m_problem = u"row %1 has %2 cells, not %3"_s.arg(m_figures.rows).arg(row.size()).arg(m_width);
        } else if (row[number] != QString::number(m_figures.rows)) {
            m_problem = u"row %1 is numbered \"%2\""_s.arg(m_figures.rows).arg(row[number]);
        } else {
            if (m_figures.rows == 0) {
                m_figures.firstPts = row[pts];
            }
            m_figures.lastPts = row[pts];
            m_figures.timeBase = row[base];
            ++m_figures.rows;
        }
        return m_problem.isEmpty();
    }

    std::array<qsizetype, 3> m_columns{};
    qsizetype m_width = 0;
    QString m_problem;
    FrameTableFigures m_figures;
};

} // namespace

Result<FrameTableFigures, QString> countFrameTable(const QByteArray &csv)
{
    FrameTableCounter counter;
    if (!readCsv(csv, [&counter](const QStringList &row) { return counter.take(row); })) {
        return std::unexpected(u"it is not CSV"_s);
    }
    if (!counter.problem().isEmpty()) {
        return std::unexpected(counter.problem());
    }
    if (counter.figures().rows == 0) {
        return std::unexpected(u"it has no rows"_s);
    }
    return counter.figures();
}

} // namespace Porchlight
