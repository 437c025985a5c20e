// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "logentry.h"

#include <QAbstractListModel>

namespace Porchlight {

/// Entries of the log as rows, newest first, one role. New entries come in at the top, older ones at the end.
class EntryListModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { EntryRole = Qt::UserRole };

    explicit EntryListModel(QObject *parent);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override;
    /// Asks for older entries when the last of these comes into view.
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] const QList<LogEntry> &rows() const { return m_rows; }

    /// Another question: all rows are others.
    void replace(QList<LogEntry> rows);
    void prepend(const QList<LogEntry> &rows);
    void append(const QList<LogEntry> &rows);
    void setHasOlder(bool hasOlder) { m_hasOlder = hasOlder; }

Q_SIGNALS:
    void countChanged();
    void olderWanted();

private:
    void insert(qsizetype place, const QList<LogEntry> &rows);

    QList<LogEntry> m_rows;
    bool m_hasOlder = false;
};

} // namespace Porchlight
