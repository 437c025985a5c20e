// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "desk.h"
#include "shellviewmodel.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
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

constexpr int Patience = 30'000;

QQuickItem *findItem(QQuickItem *root, const QString &name)
{
    if (root->objectName() == name) {
        return root;
    }
    for (QQuickItem *child : root->childItems()) {
        if (QQuickItem *found = findItem(child, name)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

/// Sentences come up on the window while somebody works in it: what is worked with stays free. With PORCHLIGHT_SCREENS
/// set, leaves pictures of the whole window there.
class NoticePlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(!cli({u"case"_s, u"add"_s, u"2026-004117"_s}).isEmpty());
        const QString file = QDir(qEnvironmentVariable("PORCHLIGHT_DEMO_CLIPS")).filePath(u"street-01-h264-15.mp4"_s);
        const QString clip =
            cli({u"clips"_s, u"import"_s, file, u"--case"_s, u"2026-004117"_s}).value(u"id"_s).toString();
        QVERIFY(!clip.isEmpty());
        m_desk = std::make_unique<Desk>(DeskOptions{.dataDirectory = m_folder.path(),
                                                    .decoderProgram = m_programs + u"/porchlight-decoder"_s,
                                                    .exchangeProgram = m_programs + u"/porchlight-exchange"_s});
        QSignalSpy ready(m_desk.get(), &Desk::ready);
        m_desk->open();
        QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, Patience);
        QVERIFY(QTest::qWaitForWindowExposed(window(), Patience));
        m_desk->shell()->showClip(clip);
        QTRY_VERIFY_WITH_TIMEOUT(findItem(window()->contentItem(), u"timelineView"_s)->isVisible(), Patience);
    }

    void cleanupTestCase() { m_desk.reset(); }

    void leavesTransportAndTimeLineFree_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("isDark");
        for (const QSize size : {QSize(1100, 700), QSize(1280, 800), QSize(1920, 1080)}) {
            QTest::addRow("day-%d", size.width()) << size << false;
            QTest::addRow("night-%d", size.width()) << size << true;
        }
    }
    void leavesTransportAndTimeLineFree()
    {
        QFETCH(const QSize, size);
        QFETCH(const bool, isDark);
        qmlEngine(window())
            ->singletonInstance<QObject *>(u"Porchlight.Theme"_s, u"Theme"_s)
            ->setProperty("dark", isDark);
        window()->resize(size);
        QTRY_COMPARE_WITH_TIMEOUT(window()->contentItem()->size().toSize(), size, Patience);
        Notices &notices = *m_desk->shell()->notices();
        for (int i = 0; i < 4; ++i) {
            notices.raise(Tone::Caution, u"Sentence %1 of %2, long enough for a second line: what happened, what is "
                                         "still safe, and what there is to do."_s.arg(i)
                                             .arg(QLatin1StringView(QTest::currentDataTag())));
        }
        auto *const area = findItem(window()->contentItem(), u"noticeArea"_s);
        QTRY_VERIFY_WITH_TIMEOUT(area->height() > 60, Patience);
        const QImage picture = window()->grabWindow();

        for (const QString &name : {u"transportBar"_s, u"timelineView"_s, u"factsSide"_s}) {
            QVERIFY2(!placeOf(area).intersects(placeOf(findItem(window()->contentItem(), name))), qPrintable(name));
        }
        QVERIFY(placeOf(findItem(window()->contentItem(), u"frameView"_s)).top() < placeOf(area).top());
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENS");
        if (!folder.isEmpty()) {
            QVERIFY(picture.save(folder + u"/notice-%1.png"_s.arg(QLatin1StringView(QTest::currentDataTag()))));
        }
    }

private:
    [[nodiscard]] QQuickWindow *window() const { return m_desk->window(); }
    [[nodiscard]] static QRectF placeOf(const QQuickItem *item)
    {
        return item->mapRectToScene(QRectF(0, 0, item->width(), item->height()));
    }

    [[nodiscard]] QJsonObject cli(const QStringList &words) const
    {
        QProcess process;
        process.start(m_programs + u"/porchlight-cli"_s,
                      QStringList{u"--json"_s, u"--data-dir"_s, m_folder.path()} + words);
        process.waitForFinished(Patience);
        return QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    }

    QTemporaryDir m_folder;
    const QString m_programs = qEnvironmentVariable("PORCHLIGHT_BIN");
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(NoticePlaceTest)
#include "tst_noticeplace.moc"
