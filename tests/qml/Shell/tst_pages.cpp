// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"
#include "shellviewmodel.h"

#include "support/ourwarnings.h"

#include <QDir>
#include <QMetaEnum>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr int Patience = 20000;

} // namespace

/// Every page in both themes and two sizes is drawn without a complaint. With PORCHLIGHT_SCREENSHOTS set, leaves the
/// pictures there; with PORCHLIGHT_SCREENSHOT_DATA, of that data folder.
class PagesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString programs = qEnvironmentVariable("PORCHLIGHT_BIN");
        m_desk = std::make_unique<Desk>(
            DeskOptions{.dataDirectory = qEnvironmentVariable("PORCHLIGHT_SCREENSHOT_DATA", m_folder.path()),
                        .decoderProgram = programs + u"/porchlight-decoder"_s,
                        .exchangeProgram = programs + u"/porchlight-exchange"_s});
        QSignalSpy ready(m_desk.get(), &Desk::ready);
        m_desk->open();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, Patience);
        QVERIFY(QTest::qWaitForWindowExposed(m_desk->window(), Patience));
    }

    void cleanupTestCase() { m_desk.reset(); }

    void isDrawn_data()
    {
        QTest::addColumn<int>("page");
        QTest::addColumn<bool>("isDark");
        QTest::addColumn<QSize>("size");
        const auto pages = QMetaEnum::fromType<ShellViewModel::Page>();
        for (int i = 0; i < pages.keyCount(); ++i) {
            const QByteArray name = QByteArray(pages.key(i)).toLower();
            for (const QSize size : {QSize(1280, 800), QSize(1920, 1080)}) {
                QTest::addRow("%s-day-%d", name.constData(), size.width()) << pages.value(i) << false << size;
                QTest::addRow("%s-night-%d", name.constData(), size.width()) << pages.value(i) << true << size;
            }
        }
    }
    void isDrawn()
    {
        QFETCH(const int, page);
        QFETCH(const bool, isDark);
        QFETCH(const QSize, size);
        QQuickWindow *window = m_desk->window();
        auto *theme = qmlEngine(window)->singletonInstance<QObject *>(u"Porchlight.Theme"_s, u"Theme"_s);
        QTest::failOnWarning(Porchlight::ourWarnings());

        window->resize(size);
        m_desk->shell()->setPage(static_cast<ShellViewModel::Page>(page));
        theme->setProperty("dark", isDark);
        QTRY_COMPARE_WITH_TIMEOUT(window->contentItem()->size().toSize(), size, Patience);
        const QImage picture = window->grabWindow();

        // The rail is of the theme, and there is something on the page.
        QCOMPARE(picture.pixelColor(3, 500), theme->property("rail").value<QColor>());
        save(picture);
    }

private:
    static void save(const QImage &picture)
    {
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
        if (!folder.isEmpty()) {
            QVERIFY(QDir().mkpath(folder));
            QVERIFY(picture.save(folder + u'/' + QLatin1String(QTest::currentDataTag()) + u".png"_s));
        }
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(PagesTest)
#include "tst_pages.moc"
