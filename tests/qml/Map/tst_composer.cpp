// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "composerviewmodel.h"
#include "support/composedplace.h"
#include "support/filesizelimit.h"
#include "support/ourwarnings.h"

#include <QDir>
#include <QQmlEngine>
#include <QQuickItem>
#include <QQuickView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;

/// The panel beside the map, with keys and clicks, on a real store and an exchange in memory. With
/// PORCHLIGHT_SCREENSHOTS set, leaves pictures there.
class TestComposer final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { qputenv("TZ", "America/New_York"); }

    void init()
    {
        QTest::failOnWarning(Porchlight::ourWarnings());
        m_place = std::make_unique<ComposedPlace>();
        m_case = std::make_unique<CurrentCase>(m_place->store, m_place->identity, m_place->clock);
        m_composer = std::make_unique<ComposerViewModel>(m_place->dispatch, *m_case, m_place->store);
        m_composer->load();
        m_view = std::make_unique<QQuickView>();
        m_view->setResizeMode(QQuickView::SizeRootObjectToView);
        m_view->resize(372, 830);
        m_view->setInitialProperties({{u"composer"_s, QVariant::fromValue(m_composer.get())}});
        m_view->loadFromModule(u"Porchlight.Map"_s, u"ComposerPanel"_s);
        QCOMPARE(m_view->status(), QQuickView::Ready);
        m_view->show();
        QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    }

    void cleanup()
    {
        m_view.reset();
        m_composer.reset();
        m_case.reset();
        m_place.reset();
    }

    void beginsWithoutBlame()
    {
        QVERIFY(!find(u"publishButton"_s)->isEnabled());
        QVERIFY(text(u"findingsLabel"_s).startsWith(u"Still missing"));
        QVERIFY(m_composer->hoursFindings().isEmpty());
        QVERIFY(m_composer->textFindings().isEmpty());
    }

    void publishesWhatWasTyped()
    {
        fillForm(u"We are looking for footage of a white van. Please share what your camera recorded, if you wish."_s);
        QTRY_COMPARE_WITH_TIMEOUT(text(u"findingsLabel"_s), u"Nothing stands in the way"_s, 20'000);
        keepPicture(u"composer-ready"_s);

        press(u"publishButton"_s);

        QTRY_VERIFY_WITH_TIMEOUT(!m_composer->publishedText().isEmpty(), 20'000);
        const auto requests = answerOf(m_place->store.requests());
        QCOMPARE(requests->size(), 1U);
        QCOMPARE(requests->front().title, u"Burglary near Wood Street"_s);
        QCOMPARE(requests->front().window.begin.toString(), u"2026-11-23T01:00:00.000Z"_s);
        QCOMPARE(requests->front().caseNumber, u"2026-004117"_s);
        QVERIFY(m_composer->text().isEmpty());
    }

    void holdsBackATextThatPresses()
    {
        fillForm(
            u"We are looking for footage of a white van near Wood Street between 20:00 and 22:30. You must send what "
            "your camera recorded."_s);

        QTRY_COMPARE_WITH_TIMEOUT(text(u"findingsLabel"_s), u"1 finding to mend first"_s, 20'000);
        QVERIFY(!find(u"publishButton"_s)->isEnabled());
        QCOMPARE(m_composer->textFindings().size(), 1);
        QCOMPARE(m_composer->textFindings().front().rule, u"Pressure"_s);
        QCOMPARE(m_composer->spans().size(), 1);
        keepPicture(u"composer-pressure"_s);
    }

    void showsTimesAsTheyWereUnderstood()
    {
        type(u"fromField"_s, u"2026-11-22T20:00"_s);
        type(u"toField"_s, u"10:30 pm"_s);
        find(u"caseField"_s)->forceActiveFocus();

        QTRY_COMPARE_WITH_TIMEOUT(text(u"fromField"_s), u"22 Nov, 20:00"_s, 20'000);
        QCOMPARE(text(u"toField"_s), u"22 Nov, 22:30"_s);
        QCOMPARE(m_composer->lengthText(), u"2 h 30 min of at most 12 h"_s);
    }

    void keepsWhatIsBeingTypedWhenNewsArrives()
    {
        type(u"fromField"_s, u"2026-11-2"_s);

        m_composer->refreshContext();
        QSignalSpy news(m_composer.get(), &ComposerViewModel::draftChanged);
        QVERIFY(news.wait());

        QCOMPARE(text(u"fromField"_s), u"2026-11-2"_s);
    }

    void saysThatATimeCannotBeRead()
    {
        type(u"fromField"_s, u"teatime"_s);
        find(u"caseField"_s)->forceActiveFocus();

        QTRY_COMPARE_WITH_TIMEOUT(m_composer->hoursFindings().size(), 1, 20'000);
        QVERIFY(m_composer->hoursFindings().front().sentence.contains(u"teatime"));
        QCOMPARE(text(u"fromField"_s), u"teatime"_s);
    }

    void keepsTheDraftWhenTheExchangeFails()
    {
        fillForm(u"A white van. Please share what you have."_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_composer->canPublish(), 20'000);
        m_place->exchange.failsWith = Failure<ExchangeError>{.code = ExchangeError::Unreachable, .detail = {}};

        press(u"publishButton"_s);

        QTRY_VERIFY_WITH_TIMEOUT(!m_composer->failureText().isEmpty(), 20'000);
        QCOMPARE(m_composer->text(), u"A white van. Please share what you have."_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_composer->savedText().startsWith(u"Draft saved"), 20'000);
        QCOMPARE(answerOf(m_place->dispatch.loadDraft())->text, m_composer->text());
    }

    void saysThatTheDiskIsFullAndPublishesLater()
    {
        fillForm(u"A white van. Please share what you have."_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_composer->canPublish(), 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(m_composer->savedText().startsWith(u"Draft saved"), 20'000);
        auto limit = std::make_unique<FileSizeLimit>(1);

        press(u"publishButton"_s);

        QTRY_VERIFY_WITH_TIMEOUT(m_composer->failureText().contains(u"disk is full"_s), 20'000);
        QCOMPARE(m_composer->text(), u"A white van. Please share what you have."_s);
        QVERIFY(answerOf(m_place->exchange.ownRequests())->isEmpty());
        QVERIFY(answerOf(m_place->store.requests())->empty());
        limit.reset();
        keepPicture(u"composer-disk-full"_s);

        press(u"publishButton"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_composer->publishedText().isEmpty(), 20'000);
        QCOMPARE(answerOf(m_place->exchange.ownRequests())->size(), 1);
        QCOMPARE(answerOf(m_place->store.requests())->size(), 1U);
    }

    void opensTheKeptDraftAgain()
    {
        const RequestDraft draft = m_place->draft();
        QVERIFY(answerOf(m_place->dispatch.saveDraft(draft)));
        ComposerViewModel again(m_place->dispatch, *m_case, m_place->store);
        QSignalSpy restored(&again, &ComposerViewModel::areaRestored);

        again.load();

        QTRY_COMPARE_WITH_TIMEOUT(again.text(), draft.text, 20'000);
        QCOMPARE(again.fromText(), u"22 Nov, 20:00"_s);
        QCOMPARE(restored.size(), 1);
        QCOMPARE(restored.front().front().value<RequestArea>().radiusMetres, 330.0);
    }

private:
    QObject *theme() const { return m_view->engine()->singletonInstance<QObject *>(u"Porchlight.Theme"_s, u"Theme"_s); }

    QQuickItem *find(const QString &name) const { return m_view->contentItem()->findChild<QQuickItem *>(name); }

    QString text(const QString &name) const { return find(name)->property("text").toString(); }

    void press(const QString &name)
    {
        QQuickItem *item = find(name);
        QVERIFY(item != nullptr);
        const QPointF middle = item->mapToScene({item->width() / 2, item->height() / 2});
        QTest::mouseClick(m_view.get(), Qt::LeftButton, {}, middle.toPoint());
    }

    void type(const QString &name, const QString &words)
    {
        press(name);
        QTest::keySequence(m_view.get(), QKeySequence::SelectAll);
        for (const QChar character : words) {
            QTest::keyClick(m_view.get(), character.toLatin1());
        }
    }

    void fillForm(const QString &words)
    {
        m_composer->setOffenceIndex(9);
        QCOMPARE(m_composer->offences().at(9), u"Burglary of a dwelling"_s);
        type(u"fromField"_s, u"22 Nov, 20:00"_s);
        type(u"toField"_s, u"22 Nov, 22:30"_s);
        type(u"caseField"_s, u"2026-004117"_s);
        type(u"endsField"_s, u"6 Dec 2026"_s);
        type(u"requestText"_s, words);
        const RequestDraft draft = m_place->draft();
        m_composer->setArea(requestOf(draft, {}).area, draft.near);
    }

    void keepPicture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENSHOTS");
        if (folder.isEmpty()) {
            return;
        }
        QVERIFY(QDir().mkpath(folder));
        for (const bool isDark : {true, false}) {
            theme()->setProperty("dark", isDark);
            QVERIFY(m_view->grabWindow().save(folder + u'/' + name + (isDark ? u"-night.png"_s : u"-day.png"_s)));
        }
    }

    std::unique_ptr<ComposedPlace> m_place;
    std::unique_ptr<CurrentCase> m_case;
    std::unique_ptr<ComposerViewModel> m_composer;
    std::unique_ptr<QQuickView> m_view;
};

QTEST_MAIN(TestComposer)
#include "tst_composer.moc"
