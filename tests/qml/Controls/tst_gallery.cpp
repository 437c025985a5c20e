// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/ourwarnings.h"

#include <QDir>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTest>

using namespace Qt::StringLiterals;

/// Shows every control on one page in both themes. With PORCHLIGHT_SCREENSHOTS set, leaves the pictures there.
class TestGallery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsEveryControl_data();
    void showsEveryControl();
};

void TestGallery::showsEveryControl_data()
{
    QTest::addColumn<bool>("isDark");
    QTest::newRow("day") << false;
    QTest::newRow("night") << true;
}

void TestGallery::showsEveryControl()
{
    QFETCH(const bool, isDark);
    QTest::failOnWarning(Porchlight::ourWarnings());
    QQuickView view;
    view.loadFromModule(u"ControlsTest"_s, u"Gallery"_s);
    QCOMPARE(view.status(), QQuickView::Ready);
    auto *theme = view.engine()->singletonInstance<QObject *>(u"Porchlight.Theme"_s, u"Theme"_s);
    QVERIFY(theme != nullptr);

    theme->setProperty("dark", isDark);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    const QImage picture = view.grabWindow();

    QVERIFY(!picture.isNull());
    QCOMPARE(picture.pixelColor(2, 2), theme->property("window").value<QColor>());
    const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
    if (!folder.isEmpty()) {
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(picture.save(folder + u"/controls-"_s + QLatin1String(QTest::currentDataTag()) + u".png"_s));
    }
}

QTEST_MAIN(TestGallery)

#include "tst_gallery.moc"
