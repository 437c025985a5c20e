// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "inboxclip.h"

#include <QAbstractListModel>

namespace Porchlight {

/// The rows of the inbox, one role. Rows that stay keep their place in the view: they are moved and changed, never
/// made anew.
class ClipListModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { ClipRole = Qt::UserRole };

    explicit ClipListModel(QObject *parent);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] const QList<InboxClip> &rows() const { return m_rows; }
    void setRows(const QList<InboxClip> &rows);

Q_SIGNALS:
    void countChanged();

private:
    [[nodiscard]] int rowOfKey(const QString &key, int from) const;
    void removeMissing(const QList<InboxClip> &rows);

    QList<InboxClip> m_rows;
};

} // namespace Porchlight
