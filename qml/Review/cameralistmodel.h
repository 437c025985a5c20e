// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "camera.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <memory>
#include <vector>

namespace Porchlight {

/// The cameras that are open together, in the order of their numbers, one role. It owns them.
class CameraListModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { CameraRole = Qt::UserRole };

    explicit CameraListModel(QObject *parent);

    [[nodiscard]] int count() const { return static_cast<int>(m_cameras.size()); }
    [[nodiscard]] Camera &at(std::size_t index) const { return *m_cameras.at(index); }
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void append(std::unique_ptr<Camera> camera);
    void remove(std::size_t index);

Q_SIGNALS:
    void countChanged();

private:
    std::vector<std::unique_ptr<Camera>> m_cameras;
};

} // namespace Porchlight
