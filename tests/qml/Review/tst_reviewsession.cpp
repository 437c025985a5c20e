// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "reviewdesk.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int Patience = 10'000;

} // namespace

#define OPEN_CLIP(desk, id)                                                                                            \
    QVERIFY((desk).isReady());                                                                                         \
    (desk).session().open(id);                                                                                         \
    QTRY_COMPARE_WITH_TIMEOUT((desk).session().state(), ReviewSession::State::Open, Patience)

class ReviewSessionTest : public QObject
{
    Q_OBJECT

    FakeFrameSource *m_source = nullptr; ///< The last one made; the session's.
    FakeFrameSource::Script m_script{.starts = evenStarts(90, 66'667us)};

    ReviewSession::SourceMaker maker()
    {
        return [this] {
            auto source = std::make_unique<FakeFrameSource>(m_script);
            m_source = source.get();
            return source;
        };
    }

private Q_SLOTS:
    void init()
    {
        m_source = nullptr;
        m_script = {.starts = evenStarts(90, 66'667us)};
    }

    void recordsOpeningAndConfinementBeforeAFrameCanBeAsked()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        const ClipId id = desk.addClip({});

        desk.session().open(id);
        QVERIFY(desk.session().source() == nullptr);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().state(), ReviewSession::State::Open, Patience);

        const std::vector<CustodyEvent> log = desk.log();
        QCOMPARE(log.at(log.size() - 2).action, CustodyAction::ClipOpened);
        QCOMPARE(log.at(log.size() - 2).reason, u"2026-004117"_s);
        QCOMPARE(log.at(log.size() - 2).subjectId, id.toString());
        QCOMPARE(log.back().action, CustodyAction::DecoderStarted);
        QCOMPARE(log.back().details.value(u"confinement"_s).toString(), u"full"_s);
        QVERIFY(desk.session().source() != nullptr);
    }

    void refusesAClipThatWasDeclinedAndRecordsIt()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({.state = ClipState::Declined}));

        QTRY_COMPARE_WITH_TIMEOUT(desk.session().state(), ReviewSession::State::Failed, Patience);
        QCOMPARE(std::get<Failure<ReviewError>>(*desk.session().failure()).code, ReviewError::NotForReview);
        QVERIFY(m_source == nullptr);
        QCOMPARE(desk.log().back().outcome, CustodyOutcome::Refused);
    }

    void refusesAClipWhoseConsentHasEnded()
    {
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({.until = QDate(2020, 1, 31)}));

        QTRY_COMPARE_WITH_TIMEOUT(desk.session().state(), ReviewSession::State::Failed, Patience);
        QCOMPARE(std::get<Failure<ReviewError>>(*desk.session().failure()).code, ReviewError::ConsentEnded);
    }

    void saysWhenAFileIsNoVideo()
    {
        m_script.openFailure = MediaError::NotAVideo;
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        desk.session().open(desk.addClip({}));

        QTRY_COMPARE_WITH_TIMEOUT(desk.session().state(), ReviewSession::State::Failed, Patience);
        QVERIFY(desk.viewModel().failureText().startsWith(u"This file is no video"_s));
        QCOMPARE(desk.log().back().outcome, CustodyOutcome::Failed);
    }

    void keepsMarkersWithTheirEntries()
    {
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({}));

        desk.session().mark({.first = 12, .last = 30}, u"Van stops"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().markers().size(), std::size_t(1), Patience);
        const Marker marker = desk.session().markers().front();
        QCOMPARE(marker.firstMicroseconds, 12 * 66'667);
        desk.session().editMarker(marker.id, u"White van stops"_s, {u"van"_s});
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().markers().front().note, u"White van stops"_s, Patience);
        QCOMPARE(desk.session().markers().front().tags, QStringList{u"van"_s});
        desk.session().removeMarker(marker.id);
        QTRY_VERIFY_WITH_TIMEOUT(desk.session().markers().empty(), Patience);

        const std::vector<CustodyAction> actions = desk.actions();
        const std::vector<CustodyAction> expected{CustodyAction::MarkerAdded, CustodyAction::MarkerChanged,
                                                  CustodyAction::MarkerRemoved};
        QCOMPARE(std::vector<CustodyAction>(actions.end() - 3, actions.end()), expected);
        const auto versions = desk.workplace().store().markerVersions(marker.clipId);
        QTRY_VERIFY_WITH_TIMEOUT(versions.isFinished(), Patience);
        QCOMPARE(versions.result()->size(), std::size_t(3));
        QCOMPARE(versions.result()->front().marker.note, u"Van stops"_s);
    }

    void followsTheClockThatAnotherProgramSets()
    {
        ReviewDesk desk(maker());
        const ClipId id = desk.addClip({});
        OPEN_CLIP(desk, id);
        const std::unique_ptr<Store> other = desk.anotherProgram();
        const ClipClock clock{.statedStart = desk.session().clip()->statedStart,
                              .offsetMicroseconds = 3'200'000,
                              .uncertaintyMicroseconds = 100'000,
                              .driftPpb = 0,
                              .isChecked = true};
        const auto timeline = [&desk] {
            return desk.session().timeline().clips().front().clock.correction();
        };
        other->setClipClock(id, clock,
                            {.action = CustodyAction::ClipClockSet,
                             .subject = CustodySubject::Clip,
                             .subjectId = id.toString(),
                             .caseId = desk.caseFile().id});
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().clip()->clock(), clock, Patience);
        QCOMPARE(timeline(), std::chrono::microseconds(3'200'000));

        // Set here while the other's is on its way: what was set last is what stays.
        desk.session().setClock(desk.session().clip()->statedStart,
                                ClockOffset(std::chrono::seconds(9), std::chrono::milliseconds(100), 0),
                                ClockSource::Entry);
        QCOMPARE(timeline(), std::chrono::microseconds(9'000'000));
        QTRY_COMPARE_WITH_TIMEOUT(std::ranges::count(desk.actions(), CustodyAction::ClipClockSet), 2, Patience);
        QCOMPARE(timeline(), std::chrono::microseconds(9'000'000));
    }

    void followsWhatAnotherProgramDoesWithItsMarkers()
    {
        ReviewDesk desk(maker());
        const ClipId id = desk.addClip({});
        OPEN_CLIP(desk, id);
        const std::unique_ptr<Store> other = desk.anotherProgram();
        Marker marker;
        marker.id = MarkerId::create();
        marker.clipId = id;
        marker.firstFrame = 7;
        marker.lastFrame = 7;
        marker.note = u"Written at another desk"_s;
        marker.createdAt = desk.workplace().clock().now();
        EventDraft event{.action = CustodyAction::MarkerAdded,
                         .subject = CustodySubject::Marker,
                         .subjectId = marker.idText(),
                         .caseId = desk.caseFile().id};

        other->addMarker(marker, event);
        QTRY_COMPARE_WITH_TIMEOUT(desk.viewModel().markers()->count(), 1, Patience);
        QCOMPARE(desk.session().markers().front().note, u"Written at another desk"_s);

        // Away while its note is open here.
        desk.viewModel().beginEdit(marker.idText());
        event.action = CustodyAction::MarkerRemoved;
        other->removeMarker(marker.id, event);
        QTRY_COMPARE_WITH_TIMEOUT(desk.viewModel().markers()->count(), 0, Patience);
        QCOMPARE(desk.viewModel().editedMarker(), QString());
    }

    void narrowsTheListAndTheStepsToATag()
    {
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({}));
        ReviewViewModel &page = desk.viewModel();
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().hasPicture(), Patience);
        for (const qint64 frame : {10, 20, 30}) {
            desk.session().mark({.first = frame, .last = frame}, {});
        }
        QTRY_COMPARE_WITH_TIMEOUT(page.markers()->count(), 3, Patience);
        const auto idOf = [&desk](std::size_t place) {
            return desk.session().markers().at(place).id;
        };
        desk.session().editMarker(idOf(0), u"a"_s, {u"van"_s});
        desk.session().editMarker(idOf(2), u"c"_s, {u"Van"_s, u"door"_s});
        QTRY_COMPARE_WITH_TIMEOUT(page.markerTags(), (QStringList{u"door"_s, u"van"_s}), Patience);

        page.filterByTag(u"van"_s);
        QCOMPARE(page.markers()->count(), 2);
        QCOMPARE(page.markerCountText(), u"2 of 3"_s);
        const QModelIndex last = page.markers()->index(1);
        QCOMPARE(page.markers()->data(last, MarkerListModel::MarkerRole).value<MarkerRow>().number, 3);
        page.goToNextMarker();
        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(10), Patience);
        page.goToNextMarker();
        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(30), Patience);

        // The filter goes with its last tag.
        page.filterByTag(u"door"_s);
        QCOMPARE(page.markers()->count(), 1);
        desk.session().editMarker(idOf(2), u"c"_s, {u"Van"_s});
        QTRY_COMPARE_WITH_TIMEOUT(page.markers()->count(), 3, Patience);
        QCOMPARE(page.tagFilter(), QString());
        page.filterByTag(u"van"_s);
        page.filterByTag(u"van"_s);
        QCOMPARE(page.tagFilter(), QString());
    }

    void keepsAStillInNativePixelsWithItsRecord()
    {
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({}));
        QSignalSpy taken(&desk.session(), &ReviewSession::stillTaken);

        desk.session().takeStill(41);
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, Patience);

        const Still still = taken.front().front().value<Still>();
        QCOMPARE(still.frame, qint64(41));
        QCOMPARE(still.pictureType, u"P"_s);
        const QImage picture = QImage::fromData(bytesOf(desk, still.digest));
        QCOMPARE(picture.size(), QSize(320, 180));
        QCOMPARE(qGray(picture.pixel(160, 50)), 60 + 41);
        QVERIFY(picture.text(u"porchlight-still"_s).contains(u"\"number\":41"_s));
        const CustodyEvent event = desk.log().back();
        QCOMPARE(event.action, CustodyAction::StillTaken);
        const auto record = digestFromString(event.details.value(u"record"_s).toString());
        const QJsonObject json = QJsonDocument::fromJson(bytesOf(desk, *record)).object();
        const QJsonObject frame = json.value(u"frame"_s).toObject();
        QCOMPARE(frame.value(u"number"_s).toInt(), 41);
        QCOMPARE(frame.value(u"pts"_s).toInteger(), 41 * qint64(66'667) * 9 / 100);
        QCOMPARE(frame.value(u"timeBase"_s).toString(), u"1/90000"_s);
        QCOMPARE(frame.value(u"wallTime"_s).toString(), u"2026-11-22T21:13:42.733Z"_s);
        QCOMPARE(frame.value(u"sha256"_s).toString().size(), 64);
        QCOMPARE(json.value(u"picture"_s).toObject().value(u"sha256"_s).toString(), still.digestText());
        QCOMPARE(json.value(u"clip"_s).toObject().value(u"sha256"_s).toString(), desk.session().clip()->digestText());
    }

    void keepsAContactSheetWithARecordOfEveryFrameOnIt()
    {
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({}));
        QSignalSpy taken(&desk.session(), &ReviewSession::stillTaken);
        QSignalSpy progress(&desk.session(), &ReviewSession::sheetProgressed);

        desk.session().makeSheet({3, 30, 57, 84}, ReviewSession::SheetChoice::InToOut, {.brightness = 40});
        QTRY_COMPARE_WITH_TIMEOUT(taken.size(), 1, Patience);

        QVERIFY(progress.size() >= 5);
        const Still sheet = taken.front().front().value<Still>();
        QCOMPARE(sheet.kind, StillKind::ContactSheet);
        QCOMPARE(sheet.frame, qint64(3));
        QCOMPARE(sheet.note, u"4 frames, from 3 to 84"_s);
        const QImage page = QImage::fromData(bytesOf(desk, sheet.digest));
        const QString folder = qEnvironmentVariable("PORCHLIGHT_SCREENS");
        QVERIFY(folder.isEmpty() || page.save(folder + u"/contact-sheet.png"_s));
        const auto record = digestFromString(desk.log().back().details.value(u"record"_s).toString());
        const QJsonObject json = QJsonDocument::fromJson(bytesOf(desk, *record)).object();
        QCOMPARE(json.value(u"format"_s).toString(), u"porchlight-contact-sheet-1"_s);
        QCOMPARE(json.value(u"choice"_s).toString(), u"inToOut"_s);
        QCOMPARE(json.value(u"clip"_s).toObject().value(u"sha256"_s).toString(), desk.session().clip()->digestText());
        const QJsonObject picture = json.value(u"picture"_s).toObject();
        QCOMPARE(picture.value(u"sha256"_s).toString(), sheet.digestText());
        QCOMPARE(page.size(), QSize(picture.value(u"width"_s).toInt(), picture.value(u"height"_s).toInt()));
        const QJsonArray tiles = json.value(u"tiles"_s).toArray();
        QCOMPARE(tiles.size(), 4);
        for (qsizetype i = 0; i < tiles.size(); ++i) {
            const QJsonObject tile = tiles.at(i).toObject();
            QCOMPARE(tile.value(u"number"_s).toInt(), 3 + 27 * i);
            QCOMPARE(tile.value(u"sha256"_s).toString().size(), 64);
            QVERIFY(!tile.value(u"wallTime"_s).toString().isEmpty());
        }
        const QJsonObject settings = json.value(u"settings"_s).toObject();
        QCOMPARE(settings.value(u"isScaled"_s), QJsonValue(true));
        QCOMPARE(settings.value(u"adjustmentForViewing"_s).toObject().value(u"brightness"_s).toInt(), 40);
        // The stored pixels, whatever the view looks like: grey 60 and the number of the frame.
        const SheetLayout layout = planSheet(4, {320, 180});
        QCOMPARE(picture.value(u"tileWidth"_s).toInt(), layout.tile.width());
        int found = 0;
        for (int y = 0; y < page.height(); ++y) {
            found += qGray(page.pixel(page.width() / 40 + layout.tile.width() / 2, y)) == 63 ? 1 : 0;
        }
        QVERIFY(found > layout.tile.height() / 2);
    }

    void stopsAContactSheetThatIsCancelled()
    {
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({}));

        desk.session().makeSheet({3, 30}, ReviewSession::SheetChoice::WholeClip);
        QCOMPARE(desk.session().sheetTotal(), 2);
        desk.session().cancelSheet();
        QCOMPARE(desk.session().sheetTotal(), 0);
        desk.session().makeSheet({41}, ReviewSession::SheetChoice::WholeClip);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().stills().size(), std::size_t(1), Patience);

        QCOMPARE(desk.session().stills().front().frame, qint64(41));
    }

    void refusesAContactSheetOfNothing()
    {
        ReviewDesk desk(maker());
        QSignalSpy failed(&desk.session(), &ReviewSession::failed);
        desk.session().makeSheet({0}, ReviewSession::SheetChoice::WholeClip);
        OPEN_CLIP(desk, desk.addClip({}));
        desk.session().makeSheet({}, ReviewSession::SheetChoice::Markers);

        QCOMPARE(failed.size(), 2);
        QVERIFY(desk.session().stills().empty());
    }

    void showsASensitiveClipOnlyForARecordedReason()
    {
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({.isSensitive = true}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().hasPicture(), Patience);
        QVERIFY(desk.session().isCovered());
        QVERIFY(desk.camera().frame().isNull());

        desk.session().reveal(u"  "_s);
        QVERIFY(desk.session().isCovered());
        desk.session().reveal(u"Face of the driver needed"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.session().isCovered(), Patience);

        QVERIFY(!desk.camera().frame().isNull());
        QCOMPARE(desk.log().back().action, CustodyAction::PictureRevealed);
        QCOMPARE(desk.log().back().reason, u"Face of the driver needed"_s);
    }

    void offersSoundOnlyWhereItWasConsentedTo_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<bool>("isAllowed");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("there and allowed") << true << true << true;
        QTest::newRow("there, not allowed") << true << false << false;
        QTest::newRow("allowed, not there") << false << true << false;
    }
    void offersSoundOnlyWhereItWasConsentedTo()
    {
        QFETCH(const bool, isThere);
        QFETCH(const bool, isAllowed);
        QFETCH(const bool, isOffered);
        m_script.hasSound = isThere;
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({.allowsSound = isAllowed}));

        QCOMPARE(desk.viewModel().hasSound(), isOffered);
    }

    void givesTheKeyUnderWhichWhatIsMadeOfTheClipIsSealed()
    {
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({}));

        const auto key = desk.workplace().store().clipKey(desk.session().clip()->digest);

        QTRY_VERIFY_WITH_TIMEOUT(key.isFinished(), Patience);
        QVERIFY(key.result().has_value());
        QVERIFY(m_source->wish().shelfKey == key.result().value());
    }

    void drawsSoundOnlyWhereItWasConsentedTo_data() { offersSoundOnlyWhereItWasConsentedTo_data(); }
    void drawsSoundOnlyWhereItWasConsentedTo()
    {
        QFETCH(const bool, isThere);
        QFETCH(const bool, isAllowed);
        QFETCH(const bool, isOffered);
        m_script.hasSound = isThere;
        m_script.waveform = Waveform({{.low = -200, .high = 300}});
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({.allowsSound = isAllowed}));

        QCOMPARE(m_source->wish().wantsWaveform, isAllowed);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().isTableComplete(), true, Patience);
        QTRY_COMPARE_WITH_TIMEOUT(!desk.session().waveform().isEmpty(), isOffered, Patience);
        QCOMPARE(desk.viewModel().timeline()->soundLane(), isOffered ? 0 : -1);
    }

    void goesOnAtTheSameFrameWhenTheDecoderDied()
    {
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({}));
        desk.viewModel().scrubTo(20);
        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(20), Patience);
        desk.session().mark({.first = 20, .last = 20}, u"kept"_s);
        QSignalSpy notices(&desk.viewModel(), &ReviewViewModel::noticeRaised);
        m_source->hold();
        desk.viewModel().step(1);

        m_source->dieOnce();
        m_source->release();

        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(21), Patience);
        QCOMPARE(notices.size(), 1);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().markers().size(), std::size_t(1), Patience);
        QVERIFY(std::ranges::contains(desk.actions(), CustodyAction::DecoderEnded));
    }

    void marksAClipUnreadableWhenTheDecoderDiesTwice()
    {
        ReviewDesk desk(maker());
        const ClipId id = desk.addClip({});
        OPEN_CLIP(desk, id);

        m_source->dieForGood();

        QCOMPARE(desk.session().state(), ReviewSession::State::Failed);
        QVERIFY(std::ranges::contains(desk.actions(), CustodyAction::ClipUnreadable));
        const auto clip = desk.workplace().store().findClip(id);
        QTRY_VERIFY_WITH_TIMEOUT(clip.isFinished(), Patience);
        QCOMPARE(clip.result()->value().state, ClipState::Unreadable);
    }

    void showsTheNewestWishAndNothingInBetweenThatWasOvertaken()
    {
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().hasPicture(), Patience);
        m_source->hold();

        for (const qint64 wish : {5, 15, 25, 35, 45}) {
            desk.viewModel().scrubTo(wish);
        }
        m_source->release();

        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(45), Patience);
        QCOMPARE(m_source->requested(), (std::vector<qint64>{0, 5, 45}));
    }

    void countsEveryStepThatIsPressedBeforeItsFrameIsKnown()
    {
        m_script.countedAtFirst = 1;
        ReviewDesk desk(maker());
        QVERIFY(desk.isReady());
        // From the moment the clip is open, before its first picture.
        connect(&desk.session(), &ReviewSession::stateChanged, this, [&desk] {
            if (desk.session().state() == ReviewSession::State::Open) {
                desk.viewModel().step(1);
            }
        });
        desk.session().open(desk.addClip({}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().hasPicture(), Patience);
        QCOMPARE(desk.camera().frame().number(), qint64(0));
        desk.viewModel().step(1);
        desk.viewModel().step(10);
        desk.viewModel().step(-1);

        m_source->countOn(4);
        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(4), Patience);
        m_source->countOn(20);
        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(11), Patience);

        m_source->countOn(20);
        desk.viewModel().step(1);
        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(12), Patience);
    }

    void endsStepsBeyondTheEndAtTheLastFrame()
    {
        m_script.countedAtFirst = 3;
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().hasPicture(), Patience);
        for (int press = 0; press < 12; ++press) {
            desk.viewModel().step(10);
        }

        m_source->countOn(87);
        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(89), Patience);
        desk.viewModel().step(-1);
        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(88), Patience);
    }

    void showsAFrameBeforeItIsCountedAndSaysSo()
    {
        m_script.countedAtFirst = 3;
        m_script.isExpected = true;
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().hasPicture(), Patience);
        QSignalSpy notices(&desk.viewModel(), &ReviewViewModel::noticeRaised);

        desk.viewModel().scrubTo(60);
        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(60), Patience);
        QVERIFY(desk.camera().frameText().endsWith(u"provisional"_s));
        desk.viewModel().step(1);
        QTRY_COMPARE_WITH_TIMEOUT(desk.camera().frame().number(), qint64(61), Patience);

        // Its number may change: nothing is kept under it.
        desk.session().takeStill(61);
        desk.session().mark({.first = 2, .last = 61}, u"too early"_s);
        QTRY_COMPARE_WITH_TIMEOUT(notices.size(), 2, Patience);
        QVERIFY(notices.last().front().toString().startsWith(u"This frame is provisional"_s));
        QVERIFY(desk.session().markers().empty());

        m_source->countOn(87);
        QTRY_VERIFY_WITH_TIMEOUT(!desk.camera().frame().facts().isProvisional, Patience);
        QCOMPARE(desk.camera().frame().number(), qint64(61));
        QVERIFY(!desk.camera().frameText().contains(u"provisional"_s));
        desk.session().mark({.first = 2, .last = 61}, u"counted"_s);
        QTRY_COMPARE_WITH_TIMEOUT(desk.session().markers().size(), std::size_t(1), Patience);
    }

    void playsAVariableRateByItsTimeStamps()
    {
        m_script.starts = {0us, 40ms, 80ms, 480ms, 520ms};
        ReviewDesk desk(maker());
        OPEN_CLIP(desk, desk.addClip({}));
        QTRY_VERIFY_WITH_TIMEOUT(desk.camera().hasPicture(), Patience);
        QList<qint64> shown;
        connect(&desk.camera().playhead(), &Playhead::shownChanged, this,
                [&] { shown.append(desk.camera().playhead().shown().number()); });
        QElapsedTimer clock;
        clock.start();

        desk.viewModel().togglePlay();
        QTRY_VERIFY_WITH_TIMEOUT(!desk.viewModel().isPlaying(), Patience);

        QVERIFY(clock.elapsed() >= 520);
        QCOMPARE(shown.last(), qint64(4));
        QVERIFY(std::ranges::is_sorted(shown));
    }

private:
    static QByteArray bytesOf(ReviewDesk &desk, const Digest &digest)
    {
        const auto source = desk.workplace().vault().openItemNow(digest);
        if (!source) {
            return {};
        }
        QByteArray bytes((*source)->size(), Qt::Uninitialized);
        return (*source)->read(0, bytes.data(), bytes.size()) ? bytes : QByteArray();
    }
};

QTEST_MAIN(ReviewSessionTest)
#include "tst_reviewsession.moc"
