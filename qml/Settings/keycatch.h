// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QQuickItem>
#include <QtQml/qqmlregistration.h>

namespace Porchlight {

/// Takes the next key that is pressed while it has the focus, whatever that key means elsewhere. Escape gives up, and
/// Tab goes on to the next control.
class KeyCatch : public QQuickItem
{
    Q_OBJECT
    QML_ELEMENT

public:
    using QQuickItem::QQuickItem;

Q_SIGNALS:
    /// In portable words, such as "Shift+Left".
    void caught(const QString &key);
    void givenUp();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    /// It listens as soon as it is shown.
    void itemChange(ItemChange change, const ItemChangeData &value) override;
};

} // namespace Porchlight
