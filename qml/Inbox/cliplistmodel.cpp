// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cliplistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

ClipListModel::ClipListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int ClipListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ClipListModel::data(const QModelIndex &index, int role) const
{
    if (role != ClipRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return QVariant::fromValue(m_rows.at(index.row()));
}

QHash<int, QByteArray> ClipListModel::roleNames() const
{
    return {{ClipRole, "clip"_ba}};
}

int ClipListModel::rowOfKey(const QString &key, int from) const
{
    for (int row = from; row < count(); ++row) {
        if (m_rows.at(row).key == key) {
            return row;
        }
    }
    return -1;
}

void ClipListModel::removeMissing(const QList<InboxClip> &rows)
{
    for (int row = count() - 1; row >= 0; --row) {
        if (std::ranges::find(rows, m_rows.at(row).key, &InboxClip::key) == rows.end()) {
            beginRemoveRows({}, row, row);
            m_rows.removeAt(row);
            endRemoveRows();
        }
    }
}

void ClipListModel::setRows(const QList<InboxClip> &rows)
{
    const int before = count();
    removeMissing(rows);
    for (int row = 0; row < rows.size(); ++row) {
        const InboxClip &wanted = rows.at(row);
        const int present = rowOfKey(wanted.key, row);
        if (present < 0) {
            beginInsertRows({}, row, row);
            m_rows.insert(row, wanted);
            endInsertRows();
            continue;
        }
        if (present != row) {
            beginMoveRows({}, present, present, {}, row);
            m_rows.move(present, row);
            endMoveRows();
        }
        if (m_rows.at(row) != wanted) {
            m_rows[row] = wanted;
            Q_EMIT dataChanged(index(row), index(row));
        }
    }
    if (count() > rows.size()) { // a key that stood twice
        beginRemoveRows({}, static_cast<int>(rows.size()), count() - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
    if (before != count()) {
        Q_EMIT countChanged();
    }
}

} // namespace Porchlight
