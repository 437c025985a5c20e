// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "markerlistmodel.h"

#include "framereadout.h"
#include "review/markertags.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString placeOf(const Marker &marker, const ReviewTimeline &timeline)
{
    const std::chrono::microseconds time(marker.firstMicroseconds);
    const bool isDated = !timeline.isEmpty() && timeline.clips().front().statedStart.has_value();
    const QString clock = isDated ? wallClockText(timeline.lineTimeAt(0, time)) : longClipTime(time);
    const QString frames = marker.firstFrame == marker.lastFrame
                               ? MarkerListModel::tr("frame %1").arg(marker.firstFrame)
                               : MarkerListModel::tr("frames %1–%2").arg(marker.firstFrame).arg(marker.lastFrame);
    return clock + u" · "_s + frames;
}

} // namespace

MarkerListModel::MarkerListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int MarkerListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant MarkerListModel::data(const QModelIndex &index, int role) const
{
    if (role != MarkerRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return QVariant::fromValue(m_rows.at(static_cast<std::size_t>(index.row())));
}

QHash<int, QByteArray> MarkerListModel::roleNames() const
{
    return {{MarkerRole, "marker"_ba}};
}

bool MarkerListModel::holds(const QString &markerId) const
{
    return std::ranges::contains(m_rows, markerId, &MarkerRow::id);
}

void MarkerListModel::removeMissing(const std::vector<MarkerRow> &wanted)
{
    for (int row = count() - 1; row >= 0; --row) {
        if (std::ranges::find(wanted, m_rows.at(static_cast<std::size_t>(row)).id, &MarkerRow::id) == wanted.end()) {
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
}

void MarkerListModel::setMarkers(const std::vector<Marker> &sorted, const ReviewTimeline &timeline,
                                 std::optional<std::size_t> current, const QString &tag)
{
    std::vector<MarkerRow> wanted;
    for (std::size_t place = 0; place < sorted.size(); ++place) {
        const Marker &marker = sorted[place];
        if (!tag.isEmpty() && !hasTag(marker, tag)) {
            continue;
        }
        wanted.push_back({.id = marker.idText(),
                          .number = static_cast<int>(place) + 1,
                          .note = marker.note,
                          .tags = marker.tags,
                          .place = placeOf(marker, timeline),
                          .isCurrent = place == current});
    }
    const int before = count();
    removeMissing(wanted);
    for (std::size_t place = 0; place < wanted.size(); ++place) {
        const int row = static_cast<int>(place);
        if (place >= m_rows.size() || m_rows[place].id != wanted[place].id) {
            // Markers keep their frames, so the order of those that stay never changes.
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, wanted[place]);
            endInsertRows();
        } else if (m_rows[place] != wanted[place]) {
            m_rows[place] = wanted[place];
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    if (before != count()) {
        Q_EMIT countChanged();
    }
}

} // namespace Porchlight
