// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QPointF>
#include <QQuickItem>
#include <QQuickWindow>
#include <QString>

#include <functional>
#include <stdexcept>

namespace Porchlight {

/// What went wrong in a journey, in a sentence.
class JourneyFault : public std::runtime_error
{
public:
    explicit JourneyFault(const QString &sentence)
        : std::runtime_error(sentence.toStdString())
    {}
};

/// The hands and eyes of an officer at the window: controls are found by their object name, and everything done to
/// them is a real mouse or key event that the X server delivers (xdotool, XTEST). Throws JourneyFault.
class Hands
{
public:
    Hands(QQuickWindow &window, QString pictureFolder);

    /// The visible item of this name, waited for.
    [[nodiscard]] QQuickItem &see(const QString &objectName);
    [[nodiscard]] bool sees(const QString &objectName) const;

    void click(const QString &objectName);
    void clickAt(QPointF scenePoint);
    void doubleClickAt(QPointF scenePoint);
    void drag(QPointF from, QPointF to);
    /// Clicks into the field, replaces what it holds, and leaves the text in it.
    void fill(const QString &objectName, const QString &text);
    void type(const QString &text);
    void press(const QString &keys); ///< In the words of xdotool: "Return", "ctrl+z".

    void waitUntil(const QString &what, const std::function<bool()> &isTrue, int seconds = 30);
    /// Until nothing in the window has changed for a while.
    void waitForRest();
    /// Saves what the window shows once it has come to rest.
    QString takePicture(const QString &name);
    [[nodiscard]] QImage grab();

    [[nodiscard]] QPointF centreOf(const QQuickItem &item) const;

private:
    void tool(const QStringList &arguments);
    void moveTo(QPointF scenePoint);

    QQuickWindow &m_window;
    QString m_pictureFolder;
};

} // namespace Porchlight
