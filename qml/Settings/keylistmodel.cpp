// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keylistmodel.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

KeyListModel::KeyListModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_entries(allReviewActs().size())
{}

int KeyListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant KeyListModel::data(const QModelIndex &index, int role) const
{
    if (role != EntryRole || !checkIndex(index, CheckIndexOption::IndexIsValid)) {
        return {};
    }
    return QVariant::fromValue(m_entries.at(static_cast<std::size_t>(index.row())));
}

QHash<int, QByteArray> KeyListModel::roleNames() const
{
    return {{EntryRole, "entry"_ba}};
}

void KeyListModel::setKeys(const ReviewKeys &keys, std::optional<ReviewAct> waiting)
{
    for (std::size_t row = 0; row < m_entries.size(); ++row) {
        const ReviewAct act = allReviewActs().at(row);
        KeyEntry entry{.act = std::to_underlying(act),
                       .words = wordsOf(act),
                       .keys = keyWords(keys.keysOf(act)),
                       .isUsual = keys.isUsual(act),
                       .isWaiting = waiting == act};
        if (entry != m_entries[row]) {
            m_entries[row] = std::move(entry);
            const QModelIndex place = index(static_cast<int>(row));
            Q_EMIT dataChanged(place, place);
        }
    }
}

} // namespace Porchlight
