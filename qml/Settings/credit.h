// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// Somebody's work that ships with the program, and under which licence.
struct Credit
{
    Q_GADGET
    QML_VALUE_TYPE(credit)
    Q_PROPERTY(QString name MEMBER name CONSTANT FINAL)
    Q_PROPERTY(QString use MEMBER use CONSTANT FINAL)
    Q_PROPERTY(QString licence MEMBER licence CONSTANT FINAL)

public:
    QString name;
    QString use;
    QString licence;

    bool operator==(const Credit &) const = default;
};

[[nodiscard]] QList<Credit> allCredits();

} // namespace Porchlight
