// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "requestrow.h"

#include <QAbstractListModel>

#include <vector>

namespace Porchlight {

/// The rows of the list; one role, `row`. New rows are put in place of old ones without a reset, so that the list keeps
/// its place.
class RequestListModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit RequestListModel(QObject *parent = nullptr);

    void setRows(std::vector<RequestRow> rows);
    [[nodiscard]] const std::vector<RequestRow> &rows() const { return m_rows; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    static constexpr int RowRole = Qt::UserRole + 1;

    std::vector<RequestRow> m_rows;
};

} // namespace Porchlight
