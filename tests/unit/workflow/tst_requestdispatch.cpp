// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/composedplace.h"
#include "workflow/requestsentences.h"

#include <QFileInfo>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRequestDispatch final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void publishesAndRecordsWithItsEntryInTheLog()
    {
        ComposedPlace place;
        const RequestDraft draft = place.draft();

        const auto published = answerOf(place.dispatch.publish(draft));

        QVERIFY(published);
        QCOMPARE(published->id, draft.id);
        QCOMPARE(published->state, RequestState::Published);
        QCOMPARE(published->officer.name, u"Officer 2217"_s);
        const auto kept = answerOf(place.store.findRequest(draft.id));
        QCOMPARE(**kept, *published);
        const auto log = answerOf(place.store.custodyLog({.action = CustodyAction::RequestPublished}));
        QCOMPARE(log->size(), 1U);
        QCOMPARE(log->front().subjectId, draft.id.toString());
        QVERIFY(log->front().digest.has_value());
    }

    void opensTheCaseOnce()
    {
        ComposedPlace place;

        QVERIFY(answerOf(place.dispatch.publish(place.draft())));
        QVERIFY(answerOf(place.dispatch.publish(place.draft())));

        QCOMPARE(answerOf(place.store.cases())->size(), 1U);
    }

    void refusesAThirdRequestOfACase()
    {
        ComposedPlace place;
        QVERIFY(answerOf(place.dispatch.publish(place.draft())));
        QVERIFY(answerOf(place.dispatch.publish(place.draft())));

        const auto third = answerOf(place.dispatch.publish(place.draft()));

        QVERIFY(!third);
        QCOMPARE(std::get<DraftRefused>(third.error()).findings.front().rule, RequestRule::TooManyRequests);
        QCOMPARE(answerOf(place.store.requests())->size(), 2U);
    }

    void sendsNothingThatBreaksARule()
    {
        ComposedPlace place;
        RequestDraft draft = place.draft();
        draft.text = u"You must send what you have."_s;

        const auto published = answerOf(place.dispatch.publish(draft));

        QVERIFY(!published);
        QVERIFY(std::holds_alternative<DraftRefused>(published.error()));
        QVERIFY(answerOf(place.exchange.ownRequests())->isEmpty());
        QVERIFY(answerOf(place.store.cases())->empty());
    }

    void refusesAnAreaOutsideTheGround()
    {
        ComposedPlace place;
        RequestDraft draft = place.draft();
        draft.area = circleArea({.centre = {.latitude = 40.5, .longitude = -76.8338}, .radiusMetres = 300});

        const auto findings = answerOf(place.dispatch.check(draft));

        QVERIFY(findings);
        QCOMPARE(findings->size(), 1U);
        QCOMPARE(findings->front().rule, RequestRule::OutsideJurisdiction);
    }

    void recordsNothingWhereTheExchangeFails()
    {
        ComposedPlace place;
        const RequestDraft draft = place.draft();
        QVERIFY(answerOf(place.dispatch.saveDraft(draft)));
        place.exchange.failsWith = Failure<ExchangeError>{.code = ExchangeError::Unreachable, .detail = u"refused"_s};

        const auto published = answerOf(place.dispatch.publish(draft));

        QVERIFY(!published);
        QVERIFY(std::holds_alternative<Failure<ExchangeError>>(published.error()));
        QVERIFY(!sentenceFor(published.error()).isEmpty());
        QVERIFY(answerOf(place.store.requests())->empty());
        QVERIFY(answerOf(place.store.custodyLog({.action = CustodyAction::RequestPublished}))->empty());
        QCOMPARE(answerOf(place.dispatch.loadDraft()), draft);
    }

    void publishesOnceWhenTriedAgain()
    {
        ComposedPlace place;
        const RequestDraft draft = place.draft();
        QVERIFY(answerOf(place.dispatch.publish(draft)));

        QVERIFY(answerOf(place.dispatch.publish(draft)));

        QCOMPARE(answerOf(place.exchange.ownRequests())->size(), 1);
        QCOMPARE(answerOf(place.store.requests())->size(), 1U);
    }

    void resolves()
    {
        ComposedPlace place;
        const auto published = answerOf(place.dispatch.publish(place.draft()));

        const auto resolved = answerOf(place.dispatch.resolve(published->id));

        QVERIFY(resolved);
        QCOMPARE((*answerOf(place.store.findRequest(published->id)))->state, RequestState::Resolved);
        QCOMPARE(answerOf(place.store.custodyLog({.action = CustodyAction::RequestResolved}))->size(), 1U);
    }

    void leavesARequestOpenWhereTheExchangeDoesNotAnswer()
    {
        ComposedPlace place;
        const auto published = answerOf(place.dispatch.publish(place.draft()));
        place.exchange.failsWith = Failure<ExchangeError>{.code = ExchangeError::TimedOut, .detail = {}};

        QVERIFY(!answerOf(place.dispatch.resolve(published->id)));

        QCOMPARE((*answerOf(place.store.findRequest(published->id)))->state, RequestState::Published);
    }

    void notesWhatHasExpired()
    {
        ComposedPlace place;
        const auto published = answerOf(place.dispatch.publish(place.draft()));
        QCOMPARE(answerOf(place.dispatch.expireDue()).value(), 0);

        place.clock.advance(24h * 13);

        QCOMPARE(answerOf(place.dispatch.expireDue()).value(), 1);
        QCOMPARE(answerOf(place.dispatch.expireDue()).value(), 0);
        QCOMPARE((*answerOf(place.store.findRequest(published->id)))->state, RequestState::Expired);
    }

    void keepsADraftForItsOwnerOnly()
    {
        ComposedPlace place;
        const RequestDraft draft = place.draft();

        QVERIFY(answerOf(place.dispatch.saveDraft(draft)));

        QCOMPARE(answerOf(place.dispatch.loadDraft()), draft);
        const auto rights = QFileInfo(place.folder.filePath(u"draft.json"_s)).permissions();
        QVERIFY(!(rights & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther)));
    }

    void dropsTheDraftWhenItIsPublished()
    {
        ComposedPlace place;
        const RequestDraft draft = place.draft();
        QVERIFY(answerOf(place.dispatch.saveDraft(draft)));

        QVERIFY(answerOf(place.dispatch.publish(draft)));

        QVERIFY(!answerOf(place.dispatch.loadDraft()));
    }
};

QTEST_GUILESS_MAIN(TestRequestDispatch)
#include "tst_requestdispatch.moc"
