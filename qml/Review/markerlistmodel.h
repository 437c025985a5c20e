// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/marker.h"
#include "review/reviewtimeline.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace Porchlight {

/// A marker as the list beside the picture shows it.
struct MarkerRow
{
    Q_GADGET
    QML_VALUE_TYPE(markerRow)
    Q_PROPERTY(QString id MEMBER id CONSTANT FINAL)
    Q_PROPERTY(int number MEMBER number CONSTANT FINAL)
    Q_PROPERTY(QString note MEMBER note CONSTANT FINAL)
    Q_PROPERTY(QStringList tags MEMBER tags CONSTANT FINAL)
    Q_PROPERTY(QString place MEMBER place CONSTANT FINAL)
    Q_PROPERTY(bool isCurrent MEMBER isCurrent CONSTANT FINAL)

public:
    QString id;
    int number = 0; ///< As on the time line.
    QString note;
    QStringList tags;
    QString place; ///< "21:14:07.933 · frames 818–850"
    bool isCurrent = false;

    bool operator==(const MarkerRow &) const = default;
};

/// The markers of the clip in its order, one role.
class MarkerListModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { MarkerRole = Qt::UserRole };

    explicit MarkerListModel(QObject *parent);

    [[nodiscard]] int count() const { return static_cast<int>(m_rows.size()); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    [[nodiscard]] bool holds(const QString &markerId) const;

    /// Those that have the tag, or all where it is empty, under the numbers that they have among all. `current` is the
    /// place of the marker under the playhead. Rows are moved and changed, never reset, so that an editor that is open
    /// stays open.
    void setMarkers(const std::vector<Marker> &sorted, const ReviewTimeline &timeline,
                    std::optional<std::size_t> current, const QString &tag);

Q_SIGNALS:
    void countChanged();

private:
    void removeMissing(const std::vector<MarkerRow> &wanted);

    std::vector<MarkerRow> m_rows;
};

} // namespace Porchlight
