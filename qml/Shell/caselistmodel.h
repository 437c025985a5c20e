// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/currentcase.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <vector>

namespace Porchlight {

/// The cases to choose from, newest first.
class CaseListModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("The shell has one.")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role { CaseRole = Qt::UserRole };

    explicit CaseListModel(const CurrentCase &currentCase, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;
    [[nodiscard]] int count() const { return rowCount(); }

Q_SIGNALS:
    void countChanged();

private:
    void follow(const std::vector<CaseFile> &cases);

    std::vector<CaseFile> m_cases;
};

} // namespace Porchlight
