// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewcliplistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

ReviewClipListModel::ReviewClipListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int ReviewClipListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ReviewClipListModel::data(const QModelIndex &index, int role) const
{
    if (role != ClipRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return QVariant::fromValue(m_clips.at(static_cast<std::size_t>(index.row())));
}

QHash<int, QByteArray> ReviewClipListModel::roleNames() const
{
    return {{ClipRole, "clip"_ba}};
}

void ReviewClipListModel::setClips(const std::vector<SharedClip> &clips)
{
    const int before = count();
    for (int row = before - 1; row >= 0; --row) {
        if (std::ranges::find(clips, m_clips.at(static_cast<std::size_t>(row)).id, &SharedClip::id) == clips.end()) {
            beginRemoveRows({}, row, row);
            m_clips.erase(m_clips.begin() + row);
            endRemoveRows();
        }
    }
    for (std::size_t place = 0; place < clips.size(); ++place) {
        const int row = static_cast<int>(place);
        if (place >= m_clips.size() || m_clips[place].id != clips[place].id) {
            beginInsertRows({}, row, row);
            m_clips.insert(m_clips.begin() + row, clips[place]);
            endInsertRows();
        } else if (m_clips[place] != clips[place]) {
            m_clips[place] = clips[place];
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    if (before != count()) {
        Q_EMIT countChanged();
    }
}

} // namespace Porchlight
