// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "review/movement.h"
#include "review/reviewtimeline.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace Porchlight {

/// A stretch with movement in the region, as the list shows it.
struct MovementRow
{
    Q_GADGET
    QML_VALUE_TYPE(movementRow)
    Q_PROPERTY(QString place MEMBER place CONSTANT FINAL)
    Q_PROPERTY(QString frames MEMBER frames CONSTANT FINAL)
    Q_PROPERTY(QString peak MEMBER peak CONSTANT FINAL)
    Q_PROPERTY(bool isCurrent MEMBER isCurrent CONSTANT FINAL)

public:
    QString place;  ///< "21:14:07.933", or the time in the clip.
    QString frames; ///< "frames 818–850"
    QString peak;   ///< "up to 7.3"
    bool isCurrent = false;

    bool operator==(const MovementRow &) const = default;
};

/// Stretches with movement in the order of the clip, one role.
class MovementListModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { MovementRole = Qt::UserRole };

    explicit MovementListModel(QObject *parent);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    /// Rows that are there are changed, new ones come at the end.
    void setSpans(const std::vector<MovementSpan> &spans, const ReviewTimeline &timeline,
                  std::optional<std::size_t> current);

Q_SIGNALS:
    void countChanged();

private:
    std::vector<MovementRow> m_rows;
};

} // namespace Porchlight
