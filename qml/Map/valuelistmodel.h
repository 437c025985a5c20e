// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <vector>

namespace Porchlight {

/// Rows of one value type under one role. New rows are laid over the old ones: what stays the same at both ends keeps
/// its delegates, so that a list keeps its place while it is narrowed.
template <typename Row>
class ValueListModel : public QAbstractListModel
{
public:
    explicit ValueListModel(const char *role, QObject *parent = nullptr)
        : QAbstractListModel(parent)
        , m_role(role)
    {}

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != ValueRole) {
            return {};
        }
        return QVariant::fromValue(m_rows[static_cast<std::size_t>(index.row())]);
    }
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override { return {{ValueRole, m_role}}; }

    [[nodiscard]] const std::vector<Row> &rows() const { return m_rows; }

    /// `isSame` tells whether two rows stand for the same thing, whatever is said about it.
    template <typename IsSame>
    void setRows(std::vector<Row> rows, IsSame isSame)
    {
        const auto [oldHead, newHead] = std::ranges::mismatch(m_rows, rows, isSame);
        const auto head = static_cast<int>(oldHead - m_rows.begin());
        int oldEnd = static_cast<int>(m_rows.size());
        int newEnd = static_cast<int>(rows.size());
        while (oldEnd > head && newEnd > head && isSame(m_rows[at(oldEnd - 1)], rows[at(newEnd - 1)])) {
            --oldEnd;
            --newEnd;
        }
        if (oldEnd > head) {
            beginRemoveRows({}, head, oldEnd - 1);
            m_rows.erase(m_rows.begin() + head, m_rows.begin() + oldEnd);
            endRemoveRows();
        }
        if (newEnd > head) {
            beginInsertRows({}, head, newEnd - 1);
            m_rows.insert(m_rows.begin() + head, rows.begin() + head, rows.begin() + newEnd);
            endInsertRows();
        }
        for (std::size_t i = 0; i < rows.size(); ++i) {
            if (!(m_rows[i] == rows[i])) {
                m_rows[i] = std::move(rows[i]);
                Q_EMIT dataChanged(index(static_cast<int>(i)), index(static_cast<int>(i)), {ValueRole});
            }
        }
    }

private:
    static constexpr int ValueRole = Qt::UserRole + 1;

    static std::size_t at(int row) { return static_cast<std::size_t>(row); }

    QByteArray m_role;
    std::vector<Row> m_rows;
};

} // namespace Porchlight
