// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "listimport.h"
#include "support/composedplace.h"
#include "support/ourwarnings.h"

#include <QDir>
#include <QFile>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QTest>

#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;

/// A list on its way into the directory, through the dialog of the map page.
class TestListImport final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(Porchlight::ourWarnings());
        m_place = std::make_unique<ComposedPlace>();
        m_import = std::make_unique<ListImport>(m_place->update);
        m_view = std::make_unique<QQuickView>();
        m_view->setResizeMode(QQuickView::SizeRootObjectToView);
        m_view->resize(800, 640);
        m_view->setInitialProperties({{u"directory"_s, QVariant::fromValue(m_import.get())}});
        m_view->loadFromModule(u"Porchlight.Map"_s, u"ListImportDialog"_s);
        QCOMPARE(m_view->status(), QQuickView::Ready);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    void cleanup()
    {
        m_view.reset();
        m_import.reset();
        m_place.reset();
    }

    void showsWhatAListHoldsBeforeItIsTaken()
    {
        read("Agency,State,lat,lng\nOak PD,Ohio,40.1,\n,OH,1,1\nLarkfield Police Department,PA,,\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_import->state(), ListImport::State::Shown, 20'000);

        QVERIFY(m_import->contentText().contains(u"2 agencies, 1 rows refused"));
        QCOMPARE(m_import->refusedRows(), QStringList{u"Line 3: has no agency name."_s});
        QVERIFY(m_import->changesText().startsWith(u"1 would join"));
        QCOMPARE(answerOf(m_place->store.agencies())->size(), 405U);
        keepPicture();

        press(u"dialogAcceptButton"_s);

        QTRY_COMPARE_WITH_TIMEOUT(m_import->state(), ListImport::State::Done, 20'000);
        QCOMPARE(answerOf(m_place->store.agencies())->size(), 406U);
        QVERIFY(find(u"directoryImportOutcome"_s)->isVisible());
    }

    void takesNothingWhenItIsCancelled()
    {
        read("Agency,State\nOak PD,OH\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_import->state(), ListImport::State::Shown, 20'000);

        press(u"dialogRejectButton"_s);

        QTRY_COMPARE_WITH_TIMEOUT(m_import->state(), ListImport::State::Idle, 20'000);
        QCOMPARE(answerOf(m_place->store.agencies())->size(), 405U);
    }

    void saysWhoWouldLeaveForACompleteList()
    {
        read("Agency,State\nOak PD,OH\n");
        QTRY_COMPARE_WITH_TIMEOUT(m_import->state(), ListImport::State::Shown, 20'000);

        press(u"completeListBox"_s);

        QTRY_VERIFY_WITH_TIMEOUT(m_import->isComplete() && m_import->state() == ListImport::State::Shown, 20'000);
        QVERIFY(!m_import->changesText().contains(u" 0 leave"));
    }

    void saysWhyAFileIsNoList()
    {
        read("PK\x03\x04 a spreadsheet");

        QTRY_COMPARE_WITH_TIMEOUT(m_import->state(), ListImport::State::Failed, 20'000);
        QVERIFY(m_import->outcomeText().contains(u"The directory is as it was"));
        QVERIFY(!m_import->canApply());
    }

private:
    void read(const QByteArray &bytes)
    {
        QFile file(m_place->folder.filePath(u"list.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(bytes), bytes.size());
        file.close();
        m_import->readFile(QUrl::fromLocalFile(file.fileName()));
    }

    QQuickItem *find(const QString &name) const { return m_view->contentItem()->findChild<QQuickItem *>(name); }

    void press(const QString &name)
    {
        QQuickItem *item = nullptr;
        QTRY_VERIFY_WITH_TIMEOUT((item = find(name)) != nullptr && item->isVisible(), 20'000);
        const QPointF middle = item->mapToScene({item->height() / 2, item->height() / 2});
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middle.toPoint());
    }

    void keepPicture()
    {
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
        if (folder.isEmpty()) {
            return;
        }
        QVERIFY(QDir().mkpath(folder));
        QVERIFY(m_view->grabWindow().save(folder + u"/list-import.png"_s));
    }

    std::unique_ptr<ComposedPlace> m_place;
    std::unique_ptr<ListImport> m_import;
    std::unique_ptr<QQuickView> m_view;
};

QTEST_MAIN(TestListImport)
#include "tst_listimport.moc"
