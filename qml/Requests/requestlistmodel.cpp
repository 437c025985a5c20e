// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestlistmodel.h"

#include <algorithm>

namespace Porchlight {

RequestListModel::RequestListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

void RequestListModel::setRows(std::vector<RequestRow> rows)
{
    const auto same = std::min(rows.size(), m_rows.size());
    for (std::size_t i = 0; i < same; ++i) {
        if (m_rows[i] != rows[i]) {
            m_rows[i] = rows[i];
            const QModelIndex changed = index(static_cast<int>(i));
            Q_EMIT dataChanged(changed, changed);
        }
    }
    if (rows.size() > m_rows.size()) {
        beginInsertRows({}, static_cast<int>(m_rows.size()), static_cast<int>(rows.size()) - 1);
        m_rows.insert(m_rows.end(), rows.begin() + static_cast<std::ptrdiff_t>(same), rows.end());
        endInsertRows();
    } else if (rows.size() < m_rows.size()) {
        beginRemoveRows({}, static_cast<int>(rows.size()), static_cast<int>(m_rows.size()) - 1);
        m_rows.resize(rows.size());
        endRemoveRows();
    }
}

int RequestListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant RequestListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != RowRole) {
        return {};
    }
    return QVariant::fromValue(m_rows[static_cast<std::size_t>(index.row())]);
}

QHash<int, QByteArray> RequestListModel::roleNames() const
{
    return {{RowRole, "row"}};
}

} // namespace Porchlight
