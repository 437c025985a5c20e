// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "entrylistmodel.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

EntryListModel::EntryListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int EntryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant EntryListModel::data(const QModelIndex &index, int role) const
{
    if (role != EntryRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return QVariant::fromValue(m_rows.at(index.row()));
}

QHash<int, QByteArray> EntryListModel::roleNames() const
{
    return {{EntryRole, "entry"_ba}};
}

bool EntryListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_hasOlder;
}

void EntryListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent)) {
        Q_EMIT olderWanted();
    }
}

void EntryListModel::replace(QList<LogEntry> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
    Q_EMIT countChanged();
}

void EntryListModel::prepend(const QList<LogEntry> &rows)
{
    insert(0, rows);
}

void EntryListModel::append(const QList<LogEntry> &rows)
{
    insert(m_rows.size(), rows);
}

void EntryListModel::insert(qsizetype place, const QList<LogEntry> &rows)
{
    if (rows.isEmpty()) {
        return;
    }
    beginInsertRows({}, static_cast<int>(place), static_cast<int>(place + rows.size() - 1));
    const QList<LogEntry> behind = m_rows.sliced(place);
    m_rows = m_rows.first(place) + rows + behind;
    endInsertRows();
    Q_EMIT countChanged();
}

} // namespace Porchlight
