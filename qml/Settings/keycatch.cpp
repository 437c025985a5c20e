// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "keycatch.h"

#include <QKeyEvent>
#include <QKeySequence>

#include <algorithm>
#include <array>

namespace Porchlight {

namespace {

bool isOnlyModifier(int key)
{
    constexpr std::array modifiers{Qt::Key_Shift,   Qt::Key_Control,  Qt::Key_Alt,     Qt::Key_Meta,
                                   Qt::Key_AltGr,   Qt::Key_CapsLock, Qt::Key_NumLock, Qt::Key_Super_L,
                                   Qt::Key_Super_R, Qt::Key_unknown};
    return key == 0 || std::ranges::find(modifiers, static_cast<Qt::Key>(key)) != modifiers.end();
}

bool leadsAway(int key)
{
    return key == Qt::Key_Tab || key == Qt::Key_Backtab;
}

} // namespace

bool KeyCatch::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && !leadsAway(static_cast<QKeyEvent *>(event)->key())) {
        event->accept();
        return true;
    }
    return QQuickItem::event(event);
}

void KeyCatch::keyPressEvent(QKeyEvent *event)
{
    if (leadsAway(event->key())) {
        event->ignore();
    } else if (event->key() == Qt::Key_Escape) {
        Q_EMIT givenUp();
    } else if (!isOnlyModifier(event->key())) {
        const auto modifiers =
            event->modifiers() & (Qt::ShiftModifier | Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
        Q_EMIT caught(QKeySequence(QKeyCombination(modifiers, static_cast<Qt::Key>(event->key())))
                          .toString(QKeySequence::PortableText));
    }
}

void KeyCatch::focusOutEvent(QFocusEvent *event)
{
    QQuickItem::focusOutEvent(event);
    Q_EMIT givenUp();
}

void KeyCatch::itemChange(ItemChange change, const ItemChangeData &value)
{
    QQuickItem::itemChange(change, value);
    if (change == ItemVisibleHasChanged && value.boolValue) {
        forceActiveFocus();
    }
}

} // namespace Porchlight
