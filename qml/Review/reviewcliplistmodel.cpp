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
    return {{ClipRole, "entry"_ba}};
}

void ReviewClipListModel::setClips(const std::vector<ReviewClip> &clips)
{
    const int before = count();
    for (int row = before - 1; row >= 0; --row) {
        const ClipId id = m_clips.at(static_cast<std::size_t>(row)).clip.id;
        if (std::ranges::none_of(clips, [id](const ReviewClip &entry) { return entry.clip.id == id; })) {
            beginRemoveRows({}, row, row);
            m_clips.erase(m_clips.begin() + row);
            endRemoveRows();
        }
    }
    for (std::size_t place = 0; place < clips.size(); ++place) {
        const int row = static_cast<int>(place);
        if (place >= m_clips.size() || m_clips[place].clip.id != clips[place].clip.id) {
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
