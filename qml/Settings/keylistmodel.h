// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "workflow/reviewkeys.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <optional>
#include <vector>

namespace Porchlight {

/// An act of review as the settings list it.
struct KeyEntry
{
    Q_GADGET
    QML_VALUE_TYPE(keyEntry)
    Q_PROPERTY(int act MEMBER act CONSTANT FINAL)
    Q_PROPERTY(QString words MEMBER words CONSTANT FINAL)
    Q_PROPERTY(QString keys MEMBER keys CONSTANT FINAL)
    Q_PROPERTY(bool isUsual MEMBER isUsual CONSTANT FINAL)
    Q_PROPERTY(bool isWaiting MEMBER isWaiting CONSTANT FINAL)

public:
    int act = 0;
    QString words;
    QString keys;
    bool isUsual = true;
    bool isWaiting = false; ///< The next key that is pressed becomes this act's.

    bool operator==(const KeyEntry &) const = default;
};

/// All acts of review with their keys, one role.
class KeyListModel final : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("It belongs to the view-model.")

public:
    enum Role { EntryRole = Qt::UserRole };

    explicit KeyListModel(QObject *parent);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void setKeys(const ReviewKeys &keys, std::optional<ReviewAct> waiting);

private:
    std::vector<KeyEntry> m_entries;
};

} // namespace Porchlight
