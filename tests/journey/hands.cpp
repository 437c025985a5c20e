// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hands.h"

#include <QDir>
#include <QProcess>
#include <QTest>

#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int StepMilliseconds = 20;
constexpr int RestMilliseconds = 250;

QQuickItem *findVisible(QQuickItem *item, const QString &objectName)
{
    if (!item->isVisible() || item->opacity() <= 0) {
        return nullptr;
    }
    if (item->objectName() == objectName && item->width() > 0 && item->height() > 0) {
        return item;
    }
    const QList<QQuickItem *> children = item->childItems();
    for (QQuickItem *child : children) {
        if (QQuickItem *found = findVisible(child, objectName)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

Hands::Hands(QQuickWindow &window, QString pictureFolder)
    : m_window(window)
    , m_pictureFolder(std::move(pictureFolder))
{}

bool Hands::sees(const QString &objectName) const
{
    return findVisible(m_window.contentItem(), objectName) != nullptr;
}

QQuickItem &Hands::see(const QString &objectName)
{
    waitUntil(u"%1 is on the screen"_s.arg(objectName), [&] { return sees(objectName); });
    return *findVisible(m_window.contentItem(), objectName);
}

QPointF Hands::centreOf(const QQuickItem &item) const
{
    return item.mapToScene(QPointF(item.width() / 2, item.height() / 2));
}

void Hands::tool(const QStringList &arguments)
{
    QProcess xdotool;
    xdotool.start(u"xdotool"_s, arguments);
    while (xdotool.state() != QProcess::NotRunning) {
        QTest::qWait(StepMilliseconds);
    }
    if (xdotool.exitCode() != 0) {
        throw JourneyFault(
            u"xdotool %1: %2"_s.arg(arguments.join(u' '), QString::fromUtf8(xdotool.readAllStandardError())));
    }
    QTest::qWait(StepMilliseconds);
}

void Hands::moveTo(QPointF scenePoint)
{
    const QPoint global = m_window.mapToGlobal(scenePoint).toPoint();
    tool({u"mousemove"_s, u"--sync"_s, QString::number(global.x()), QString::number(global.y())});
}

void Hands::click(const QString &objectName)
{
    QQuickItem &item = see(objectName);
    waitUntil(u"%1 can be pressed"_s.arg(objectName), [&] { return item.isEnabled(); });
    // A window that has just been given another size still lays itself out.
    std::optional<QPointF> place;
    waitUntil(u"%1 stands still"_s.arg(objectName), [&] {
        const std::optional<QPointF> before = std::exchange(place, centreOf(item));
        return before == place;
    });
    clickAt(*place);
}

void Hands::clickAt(QPointF scenePoint)
{
    moveTo(scenePoint + QPointF(1, 0));
    moveTo(scenePoint);
    tool({u"click"_s, u"1"_s});
}

void Hands::doubleClickAt(QPointF scenePoint)
{
    moveTo(scenePoint);
    tool({u"click"_s, u"--repeat"_s, u"2"_s, u"--delay"_s, u"60"_s, u"1"_s});
}

void Hands::drag(QPointF from, QPointF to)
{
    constexpr int Steps = 12;
    moveTo(from);
    tool({u"mousedown"_s, u"1"_s});
    for (int step = 1; step <= Steps; ++step) {
        moveTo(from + (to - from) * step / Steps);
    }
    tool({u"mouseup"_s, u"1"_s});
}

void Hands::type(const QString &text)
{
    tool({u"type"_s, u"--delay"_s, u"12"_s, u"--"_s, text});
}

void Hands::press(const QString &keys)
{
    tool({u"key"_s, keys});
}

void Hands::fill(const QString &objectName, const QString &text)
{
    click(objectName);
    press(u"ctrl+a"_s);
    press(u"Delete"_s);
    type(text);
}

void Hands::waitUntil(const QString &what, const std::function<bool()> &isTrue, int seconds)
{
    if (!QTest::qWaitFor(isTrue, seconds * 1000)) {
        std::ignore = takePicture(u"fault"_s);
        throw JourneyFault(u"waited %1 s, and it is still not so that %2"_s.arg(seconds).arg(what));
    }
}

QImage Hands::grab()
{
    return m_window.grabWindow();
}

void Hands::waitForRest()
{
    constexpr int LongRest = 3 * RestMilliseconds;
    QImage before;
    waitUntil(u"the window has come to rest"_s, [&] {
        QTest::qWait(LongRest);
        const QImage now = grab();
        return std::exchange(before, now) == now;
    });
}

QString Hands::takePicture(const QString &name)
{
    QTest::qWait(RestMilliseconds);
    const QString file = QDir(m_pictureFolder).filePath(name + u".png"_s);
    if (!grab().save(file)) {
        throw JourneyFault(u"the picture %1 could not be written"_s.arg(file));
    }
    return file;
}

} // namespace Porchlight
