// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "cameralistmodel.h"

#include <utility>

namespace Porchlight {

CameraListModel::CameraListModel(QObject *parent)
    : QAbstractListModel(parent)
{}

int CameraListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant CameraListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != CameraRole) {
        return {};
    }
    return QVariant::fromValue(m_cameras.at(static_cast<std::size_t>(index.row())).get());
}

QHash<int, QByteArray> CameraListModel::roleNames() const
{
    return {{CameraRole, "camera"}};
}

void CameraListModel::append(std::unique_ptr<Camera> camera)
{
    beginInsertRows({}, count(), count());
    m_cameras.push_back(std::move(camera));
    endInsertRows();
    Q_EMIT countChanged();
}

void CameraListModel::remove(std::size_t index)
{
    const int row = static_cast<int>(index);
    beginRemoveRows({}, row, row);
    // Rows still read it until they are gone.
    m_cameras.at(index).release()->deleteLater();
    m_cameras.erase(m_cameras.begin() + row);
    endRemoveRows();
    Q_EMIT countChanged();
}

} // namespace Porchlight
