// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "movementlistmodel.h"

#include "framereadout.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

MovementRow rowOf(const MovementSpan &span, const ReviewTimeline &timeline, bool isCurrent)
{
    const FrameSpan &frames = span.frames;
    const std::optional<UtcTime> wall = timeline.wallTime(0, frames.first);
    return {
        .place = wall ? wallClockText(wall) : longClipTime(timeline.clips().front().frames.at(frames.first).start),
        .frames =
            frames.count() == 1
                ? MovementListModel::tr("frame %1").arg(groupedFigure(frames.first))
                : MovementListModel::tr("frames %1–%2").arg(groupedFigure(frames.first), groupedFigure(frames.last)),
        .peak = MovementListModel::tr("up to %1").arg(QLocale::c().toString(span.peak, 'f', 1)),
        .isCurrent = isCurrent};
}

} // namespace

MovementListModel::MovementListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int MovementListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant MovementListModel::data(const QModelIndex &index, int role) const
{
    if (role != MovementRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return QVariant::fromValue(m_rows.at(static_cast<std::size_t>(index.row())));
}

QHash<int, QByteArray> MovementListModel::roleNames() const
{
    return {{MovementRole, "movement"_ba}};
}

void MovementListModel::setSpans(const std::vector<MovementSpan> &spans, const ReviewTimeline &timeline,
                                 std::optional<std::size_t> current)
{
    const int before = count();
    const int after = static_cast<int>(spans.size());
    if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_rows.resize(spans.size());
        endRemoveRows();
    }
    for (std::size_t row = 0; row < m_rows.size(); ++row) {
        MovementRow changed = rowOf(spans[row], timeline, row == current);
        if (changed != m_rows[row]) {
            m_rows[row] = std::move(changed);
            const QModelIndex place = index(static_cast<int>(row));
            Q_EMIT dataChanged(place, place);
        }
    }
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        for (std::size_t row = m_rows.size(); row < spans.size(); ++row) {
            m_rows.push_back(rowOf(spans[row], timeline, row == current));
        }
        endInsertRows();
    }
    if (after != before) {
        Q_EMIT countChanged();
    }
}

} // namespace Porchlight
