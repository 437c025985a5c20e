// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportchoicemodel.h"

#include <algorithm>

namespace Porchlight {

ExportChoiceModel::ExportChoiceModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int ExportChoiceModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant ExportChoiceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != ChoiceRole) {
        return {};
    }
    return QVariant::fromValue(m_rows.at(index.row()));
}

QHash<int, QByteArray> ExportChoiceModel::roleNames() const
{
    return {{ChoiceRole, "choice"}};
}

void ExportChoiceModel::setRows(const QList<ExportChoice> &rows)
{
    // What comes before the first and after the last change of ids is only told as changed.
    qsizetype same = 0;
    while (same < std::min(rows.size(), m_rows.size()) && rows[same].id == m_rows[same].id) {
        ++same;
    }
    if (same < m_rows.size()) {
        beginRemoveRows({}, static_cast<int>(same), count() - 1);
        m_rows.resize(same);
        endRemoveRows();
    }
    for (qsizetype row = 0; row < same; ++row) {
        if (m_rows[row] != rows[row]) {
            m_rows[row] = rows[row];
            const QModelIndex changed = index(static_cast<int>(row));
            Q_EMIT dataChanged(changed, changed, {ChoiceRole});
        }
    }
    if (same < rows.size()) {
        beginInsertRows({}, static_cast<int>(same), static_cast<int>(rows.size()) - 1);
        m_rows = rows;
        endInsertRows();
    }
    Q_EMIT countChanged();
}

} // namespace Porchlight
