// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/exportlines.h"

#include <QAbstractListModel>
#include <QList>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// What may be put into a package, one role. Ticking changes rows in place, so that focus and place in the list stay.
class ExportChoiceModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { ChoiceRole = Qt::UserRole };

    explicit ExportChoiceModel(QObject *parent);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const QList<ExportChoice> &rows() const { return m_rows; }
    void setRows(const QList<ExportChoice> &rows);

Q_SIGNALS:
    void countChanged();

private:
    QList<ExportChoice> m_rows;
};

} // namespace Porchlight
