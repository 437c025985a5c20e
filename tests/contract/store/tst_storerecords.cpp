// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "contract/store/samples.h"
#include "contract/store/storeplace.h"
#include "store/connection.h"

#include <QSignalSpy>
#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

using Kind = StoreChange::Kind;
using What = StoreChange::What;

class TestStoreRecords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_place.prepare();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
    }

    void init()
    {
        m_changes.clear();
        m_address = m_place.newAddress();
        m_store = std::make_unique<Store>(
            StoreOptions{.address = m_address, .headFile = m_place.newHeadFile(), .workstation = u"LPD-14"_s}, m_clock);
        connect(m_store.get(), &Store::changed, this,
                [this](const StoreChange &change) { m_changes.push_back(change); });
        const auto opened = answerOf(m_store->opened());
        QVERIFY2(opened.has_value(), qPrintable(opened ? QString() : opened.error().detail));
    }

    void cleanup() { m_store.reset(); }

    void keepsACase()
    {
        const CaseFile caseFile = sampleCase();

        QCOMPARE(addCase(caseFile), caseFile);

        QCOMPARE(answerOf(m_store->findCase(caseFile.id)).value(), std::optional(caseFile));
        QCOMPARE(answerOf(m_store->findCaseByNumber(caseFile.number)).value(), std::optional(caseFile));
        QCOMPARE(answerOf(m_store->findCase(CaseId::create())).value(), std::optional<CaseFile>());
        QCOMPARE(answerOf(m_store->cases()).value(), std::vector{caseFile});
    }

    void refusesASecondCaseWithTheSameNumberAndLogsNothing()
    {
        addCase(sampleCase());

        const auto second = answerOf(m_store->addCase(sampleCase(), sampleEvent(CustodyAction::CaseOpened)));

        QCOMPARE(second.error().code, StoreError::AlreadyThere);
        QCOMPARE(logLength(), 1);
        QCOMPARE(answerOf(m_store->cases()).value().size(), 1U);
    }

    void tellsOfAChangeBeforeItsAnswer()
    {
        const CaseFile caseFile = sampleCase();
        size_t changesAtAnswer = 0;
        bool isAnswered = false;
        m_store->addCase(caseFile, sampleEvent(CustodyAction::CaseOpened))
            .then(this, [&](const StoreResult<CaseFile> &) {
                changesAtAnswer = m_changes.size();
                isAnswered = true;
            });

        QVERIFY(QTest::qWaitFor([&] { return isAnswered; }, 10'000));

        QCOMPARE(changesAtAnswer, 2U);
        QCOMPARE(m_changes[0],
                 (StoreChange{
                     .kind = Kind::Case, .what = What::Added, .id = caseFile.id.toString(), .caseId = caseFile.id}));
        QCOMPARE(m_changes[1],
                 (StoreChange{.kind = Kind::Custody, .what = What::Added, .id = u"1"_s, .caseId = caseFile.id}));
    }

    void tellsOfNothingThatWasNotDone()
    {
        addCase(sampleCase());
        QVERIFY(QTest::qWaitFor([this] { return m_changes.size() == 2; }, 10'000));

        QVERIFY(!answerOf(m_store->addCase(sampleCase(), sampleEvent(CustodyAction::CaseOpened))).has_value());
        QVERIFY(answerOf(m_store->cases()).has_value());
        QCoreApplication::sendPostedEvents();

        QCOMPARE(m_changes.size(), 2U);
    }

    void tellsOfWhatAnotherProgramCommits()
    {
        Store other({.address = m_address}, m_clock);
        QVERIFY(answerOf(other.opened()).has_value());
        m_changes.clear();

        QVERIFY(answerOf(other.addCase(sampleCase(), sampleEvent(CustodyAction::CaseOpened))).has_value());

        QTRY_VERIFY_WITH_TIMEOUT(isToldOfOthers(), 10'000);
        QCOMPARE(answerOf(m_store->cases()).value().size(), 1U);
        QVERIFY(m_changes.front().concerns(Kind::Case));
    }

    void tellsNothingElseOfItsOwnCommits()
    {
        Store writer({.address = m_address}, m_clock);
        std::vector<StoreChange> own;
        connect(&writer, &Store::changed, this, [&own](const StoreChange &change) { own.push_back(change); });
        QVERIFY(answerOf(writer.opened()).has_value());

        for (int round = 0; round < 2; ++round) {
            m_changes.clear();
            QVERIFY(answerOf(writer.record(sampleEvent(CustodyAction::SessionStarted))).has_value());
            QTRY_VERIFY_WITH_TIMEOUT(isToldOfOthers(), 10'000);
        }

        QCOMPARE(own.size(), 2U);
        QVERIFY(std::ranges::all_of(own, [](const StoreChange &change) { return change.kind == Kind::Custody; }));
    }

    void appliesAnImportOfAgenciesAsAWhole()
    {
        Agency stays = sampleAgency(u"Adams PD"_s);
        Agency plain{.id = AgencyId::create(), .name = u"Zion PD"_s};
        applyChanges({.added = {plain, stays}, .changed = {}, .left = {}, .leftOn = {}, .import = sampleImport(2)});
        stays.name = u"Adams Township PD"_s;
        stays.jurisdiction.clear();
        const QDate lastDay(2026, 11, 24);

        applyChanges(
            {.added = {}, .changed = {stays}, .left = {plain.id}, .leftOn = lastDay, .import = sampleImport(1)});

        plain.until = lastDay;
        QCOMPARE(answerOf(m_store->agencies()).value(), (std::vector{stays, plain}));
        QCOMPARE(answerOf(m_store->directoryImports()).value(), (std::vector{sampleImport(1), sampleImport(2)}));
    }

    void importsNothingIfOneAgencyCannotBeKept()
    {
        const Agency first = sampleAgency(u"Adams PD"_s);
        const AgencyChanges changes{
            .added = {first, first}, .changed = {}, .left = {}, .leftOn = {}, .import = sampleImport(2)};

        const auto applied =
            answerOf(m_store->applyAgencyChanges(changes, sampleEvent(CustodyAction::DirectoryImported)));

        QCOMPARE(applied.error().code, StoreError::AlreadyThere);
        QVERIFY(answerOf(m_store->agencies()).value().empty());
        QVERIFY(answerOf(m_store->directoryImports()).value().empty());
        QCOMPARE(logLength(), 0);
    }

    void importsNothingIfAChangedAgencyIsNotThere()
    {
        const AgencyChanges changes{.added = {sampleAgency(u"Adams PD"_s)},
                                    .changed = {sampleAgency(u"Berks PD"_s)},
                                    .left = {},
                                    .leftOn = {},
                                    .import = sampleImport(2)};

        const auto applied =
            answerOf(m_store->applyAgencyChanges(changes, sampleEvent(CustodyAction::DirectoryImported)));

        QCOMPARE(applied.error().code, StoreError::NotFound);
        QVERIFY(answerOf(m_store->agencies()).value().empty());
    }

    void keepsTheGroundOfAnAgencyUntilANewOneIsImported()
    {
        const Agency town = sampleAgency(u"Adams PD"_s);
        const Agency county = sampleAgency(u"Berks Sheriff"_s);
        applyChanges({.added = {town, county}, .changed = {}, .left = {}, .leftOn = {}, .import = sampleImport(2)});
        const Jurisdiction ofTown = sampleJurisdiction(town.id, u"Adams"_s);
        const Jurisdiction ofCounty = sampleJurisdiction(county.id, u"Berks County"_s);
        QVERIFY(putJurisdictions({ofCounty, ofTown}));
        QCOMPARE(answerOf(m_store->jurisdictions()).value(), (std::vector{ofTown, ofCounty}));
        Jurisdiction newer = sampleJurisdiction(town.id, u"City of Adams"_s);
        newer.geoJson = R"({"type":"MultiPolygon","coordinates":[]})";
        m_changes.clear();

        QVERIFY(putJurisdictions({newer}));

        QCOMPARE(answerOf(m_store->jurisdictionOf(town.id)).value(), std::optional(newer));
        QCOMPARE(answerOf(m_store->jurisdictions()).value().size(), 2U);
        QVERIFY(m_changes.front().concerns(Kind::Directory));
        QVERIFY(!answerOf(m_store->jurisdictionOf(AgencyId::create())).value());
    }

    void keepsNoGroundIfOneAgencyIsNotThere()
    {
        const Agency town = sampleAgency(u"Adams PD"_s);
        applyChanges({.added = {town}, .changed = {}, .left = {}, .leftOn = {}, .import = sampleImport(1)});
        const int before = logLength();

        const auto put = answerOf(m_store->putJurisdictions(
            {sampleJurisdiction(town.id, u"Adams"_s), sampleJurisdiction(AgencyId::create(), u"Nowhere"_s)},
            sampleEvent(CustodyAction::JurisdictionsImported)));

        QCOMPARE(put.error().code, StoreError::NotFound);
        QVERIFY(answerOf(m_store->jurisdictions()).value().empty());
        QCOMPARE(logLength(), before);
    }

    void keepsTheRouteOfACorridor()
    {
        const CaseFile caseFile = addCase(sampleCase());
        AreaRequest request = sampleRequest(caseFile);
        request.area.kind = AreaKind::Corridor;
        request.area.route = {{.latitude = 40.123456789012345, .longitude = -76.98765432109876},
                              {.latitude = -84.9, .longitude = 179.99999999},
                              {.latitude = 0, .longitude = 0}};

        addRequest(request);

        QCOMPARE(answerOf(m_store->findRequest(request.id)).value(), std::optional(request));
    }

    void keepsARequestAsItWasPublished()
    {
        const CaseFile caseFile = addCase(sampleCase());
        const AreaRequest request = addRequest(sampleRequest(caseFile));

        QCOMPARE(answerOf(m_store->findRequest(request.id)).value(), std::optional(request));
        QCOMPARE(answerOf(m_store->requests()).value(), std::vector{request});
        QCOMPARE(answerOf(m_store->requests(caseFile.id)).value(), std::vector{request});
        QCOMPARE(answerOf(m_store->requests(CaseId::create())).value(), std::vector<AreaRequest>());
        QCOMPARE(answerOf(m_store->countRequestsOfCase(caseFile.id)).value(), 1);
    }

    void refusesADraftAndARequestWithoutItsCase()
    {
        AreaRequest draft = sampleRequest(addCase(sampleCase()));
        draft.state = RequestState::Draft;

        QCOMPARE(answerOf(m_store->addRequest(draft, {})).error().code, StoreError::NotAllowed);
        QCOMPARE(answerOf(m_store->addRequest(sampleRequest(sampleCase(u"other"_s)), {})).error().code,
                 StoreError::NotFound);
    }

    void endsARequestOnce()
    {
        AreaRequest request = addRequest(sampleRequest(addCase(sampleCase())));
        const EventDraft event = sampleEvent(CustodyAction::RequestResolved);

        QVERIFY(answerOf(m_store->setRequestState(request.id, RequestState::Resolved, event)).has_value());

        request.state = RequestState::Resolved;
        QCOMPARE(answerOf(m_store->findRequest(request.id)).value(), std::optional(request));
        for (const RequestState state : {RequestState::Published, RequestState::Draft, RequestState::Expired}) {
            QCOMPARE(answerOf(m_store->setRequestState(request.id, state, event)).error().code, StoreError::NotAllowed);
        }
        QCOMPARE(answerOf(m_store->setRequestState(RequestId::create(), RequestState::Expired, event)).error().code,
                 StoreError::NotFound);
    }

    void keepsAClipWithReceiptAndOffer()
    {
        const AreaRequest request = addRequest(sampleRequest(addCase(sampleCase())));
        const SharedClip clip = sampleClip(request);
        OfferRecord offer = sampleOffer(request, OfferFate::Taken);
        offer.clipId = clip.id;

        const auto added = answerOf(m_store->addClip(clip, offer, sampleEvent(CustodyAction::ClipReceived)));

        QVERIFY2(added.has_value(), qPrintable(added ? QString() : added.error().detail));
        QCOMPARE(answerOf(m_store->findClip(clip.id)).value(), std::optional(clip));
        QCOMPARE(answerOf(m_store->knownOffer(offer.id)).value(), std::optional(offer));
        QCOMPARE(answerOf(m_store->offers(request.id)).value(), std::vector{offer});
    }

    void keepsAClipFromAFile()
    {
        const CaseFile caseFile = addCase(sampleCase());
        SharedClip bare{.id = ClipId::create(), .caseId = caseFile.id, .digest = sampleFileClip(caseFile).digest};
        const SharedClip clip = sampleFileClip(caseFile);
        QVERIFY(answerOf(m_store->addClip(clip, {}, sampleEvent(CustodyAction::ClipImported))).has_value());
        QVERIFY(answerOf(m_store->addClip(bare, {}, sampleEvent(CustodyAction::ClipImported))).has_value());

        QCOMPARE(answerOf(m_store->clips(caseFile.id)).value(), (std::vector{clip, bare}));
        QCOMPARE(answerOf(m_store->clips()).value().size(), 2U);
        QCOMPARE(answerOf(m_store->findClipByDigest(caseFile.id, clip.digest)).value(), std::optional(clip));
        QCOMPARE(answerOf(m_store->findClipByDigest(CaseId::create(), clip.digest)).value(),
                 std::optional<SharedClip>());
    }

    void keepsNothingOfAClipWhoseOfferIsKnown()
    {
        const AreaRequest request = addRequest(sampleRequest(addCase(sampleCase())));
        const OfferRecord offer = sampleOffer(request, OfferFate::Declined);
        QVERIFY(answerOf(m_store->addOffer(offer, sampleEvent(CustodyAction::OfferDeclined))).has_value());
        const int before = logLength();

        const auto added =
            answerOf(m_store->addClip(sampleClip(request), offer, sampleEvent(CustodyAction::ClipReceived)));

        QCOMPARE(added.error().code, StoreError::AlreadyThere);
        QVERIFY(answerOf(m_store->clips()).value().empty());
        QCOMPARE(logLength(), before);
    }

    void changesStateAndClockOfAClip()
    {
        SharedClip clip = addFileClip();
        const ClipClock clock{.statedStart = {},
                              .offsetMicroseconds = 1'500'000,
                              .uncertaintyMicroseconds = 20'000,
                              .driftPpb = -900,
                              .isChecked = false};

        QVERIFY(answerOf(m_store->setClipState(clip.id, ClipState::Declined, u"not our street"_s,
                                               sampleEvent(CustodyAction::ClipDeclined)))
                    .has_value());
        QVERIFY(answerOf(m_store->setClipClock(clip.id, clock, sampleEvent(CustodyAction::ClipClockSet))).has_value());

        clip.state = ClipState::Declined;
        clip.declineReason = u"not our street"_s;
        clip.setClock(clock);
        QCOMPARE(answerOf(m_store->findClip(clip.id)).value(), std::optional(clip));
    }

    void givesAnEntryTheCaseOfItsClip()
    {
        const SharedClip clip = addFileClip();

        QVERIFY(
            answerOf(m_store->setClipState(clip.id, ClipState::Accepted, {}, sampleEvent(CustodyAction::ClipAccepted)))
                .has_value());

        const auto log = answerOf(m_store->custodyLog({.caseId = clip.caseId})).value();
        QCOMPARE(log.size(), 3U);
        QCOMPARE(log.back().action, CustodyAction::ClipAccepted);
        QCOMPARE(log.back().caseSequence, 3);
    }

    void refusesToChangeAClipThatIsNotThere()
    {
        const auto changed = answerOf(m_store->setClipState(ClipId::create(), ClipState::Accepted, {}, {}));

        QCOMPARE(changed.error().code, StoreError::NotFound);
        QCOMPARE(logLength(), 0);
    }

    void keepsEveryVersionOfAMarker()
    {
        const SharedClip clip = addFileClip();
        const Marker first = sampleMarker(clip.id);
        QVERIFY(answerOf(m_store->addMarker(first, sampleEvent(CustodyAction::MarkerAdded))).has_value());
        Marker second = first;
        second.note = u"Two persons at the gate"_s;
        second.lastFrame = 900;
        second.tags = {u"person"_s, u"two"_s};
        QVERIFY(answerOf(m_store->changeMarker(second, sampleEvent(CustodyAction::MarkerChanged))).has_value());
        QCOMPARE(answerOf(m_store->markers(clip.id)).value(), std::vector{second});

        QVERIFY(answerOf(m_store->removeMarker(first.id, sampleEvent(CustodyAction::MarkerRemoved))).has_value());

        QVERIFY(answerOf(m_store->markers(clip.id)).value().empty());
        const auto version = [this](const Marker &marker, int number, MarkerChange change) {
            return MarkerVersion{
                .marker = marker, .version = number, .change = change, .officer = sampleOfficer(), .at = m_clock.now()};
        };
        QCOMPARE(answerOf(m_store->markerVersions(clip.id)).value(),
                 (std::vector{version(first, 1, MarkerChange::Added), version(second, 2, MarkerChange::Changed),
                              version(second, 3, MarkerChange::Removed)}));
    }

    void keepsAMarkerWithoutTags()
    {
        Marker marker = sampleMarker(addFileClip().id);
        marker.tags.clear();

        QVERIFY(answerOf(m_store->addMarker(marker, {})).has_value());

        QCOMPARE(answerOf(m_store->markers(marker.clipId)).value(), std::vector{marker});
    }

    void refusesToChangeAMarkerThatWasRemoved()
    {
        const Marker marker = sampleMarker(addFileClip().id);
        QVERIFY(answerOf(m_store->addMarker(marker, {})).has_value());
        QVERIFY(answerOf(m_store->removeMarker(marker.id, {})).has_value());

        QCOMPARE(answerOf(m_store->changeMarker(marker, {})).error().code, StoreError::NotFound);
        QCOMPARE(answerOf(m_store->removeMarker(marker.id, {})).error().code, StoreError::NotFound);
        QCOMPARE(answerOf(m_store->addMarker(sampleMarker(ClipId::create()), {})).error().code, StoreError::NotFound);
    }

    void ordersMarkersByFrame()
    {
        const SharedClip clip = addFileClip();
        Marker late = sampleMarker(clip.id);
        Marker early = sampleMarker(clip.id);
        early.firstFrame = 3;
        QVERIFY(answerOf(m_store->addMarker(late, {})).has_value());
        QVERIFY(answerOf(m_store->addMarker(early, {})).has_value());

        QCOMPARE(answerOf(m_store->markers(clip.id)).value(), (std::vector{early, late}));
    }

    void nobodyChangesAVersionOfAMarker()
    {
        const Marker marker = sampleMarker(addFileClip().id);
        QVERIFY(answerOf(m_store->addMarker(marker, {})).has_value());

        QVERIFY(StorePlace::meddle(m_address, {u"update marker_version set note = 'x'"_s}).contains(u"append only"_s));
        QVERIFY(StorePlace::meddle(m_address, {u"delete from marker_version"_s}).contains(u"append only"_s));
    }

    void tellsAContactSheetFromAStill()
    {
        Still sheet = sampleStill(addFileClip().id);
        sheet.kind = StillKind::ContactSheet;
        Still still = sampleStill(sheet.clipId);
        still.frame = sheet.frame + 1;

        QVERIFY(answerOf(m_store->addStill(still, {})).has_value());
        QVERIFY(answerOf(m_store->addStill(sheet, {})).has_value());

        QCOMPARE(answerOf(m_store->stills(sheet.clipId)).value(), (std::vector{sheet, still}));
    }

    void keepsStillsAndExports()
    {
        const SharedClip clip = addFileClip();
        const Still still = sampleStill(clip.id);
        const ExportRecord package = sampleExport({.id = clip.caseId, .number = {}, .title = {}, .offence = {}});

        QVERIFY(answerOf(m_store->addStill(still, sampleEvent(CustodyAction::StillTaken))).has_value());
        QVERIFY(answerOf(m_store->addExport(package, sampleEvent(CustodyAction::PackageExported))).has_value());

        QCOMPARE(answerOf(m_store->stills(clip.id)).value(), std::vector{still});
        QCOMPARE(answerOf(m_store->exports(clip.caseId)).value(), std::vector{package});
        QCOMPARE(answerOf(m_store->exports()).value(), std::vector{package});
        QCOMPARE(answerOf(m_store->exports(CaseId::create())).value(), std::vector<ExportRecord>());
    }

    void keepsAFrameTableByWhatMadeIt()
    {
        const Digest clip = sampleFileClip(sampleCase()).digest;
        const QByteArray bytes("\0\x01\xff binary", 10);
        QVERIFY(answerOf(m_store->putFrameTable(clip, u"1"_s, bytes)).has_value());

        QCOMPARE(answerOf(m_store->frameTable(clip, u"1"_s)).value(), std::optional(bytes));
        QCOMPARE(answerOf(m_store->frameTable(clip, u"2"_s)).value(), std::optional<QByteArray>());
        QVERIFY(answerOf(m_store->putFrameTable(clip, u"2"_s, "new")).has_value());
        QCOMPARE(answerOf(m_store->frameTable(clip, u"1"_s)).value(), std::optional<QByteArray>());
        QCOMPARE(logLength(), 0);
    }

    void keepsOneKeyForTheBytesOfAClip()
    {
        const Digest clip = sampleFileClip(sampleCase()).digest;
        const SecretKey key = answerOf(m_store->clipKey(clip)).value();

        QVERIFY(answerOf(m_store->clipKey(clip)).value() == key);
        QVERIFY(answerOf(m_store->clipKey(Digest())).value() != key);
        QVERIFY(key != SecretKey({}));
        QCOMPARE(logLength(), 0);

        m_store.reset();
        m_store = std::make_unique<Store>(StoreOptions{.address = m_address}, m_clock);
        QVERIFY(answerOf(m_store->clipKey(clip)).value() == key);
    }

    void agreesOnAKeyWithAnotherProgram()
    {
        Store other(StoreOptions{.address = m_address}, m_clock);
        QVERIFY(answerOf(other.opened()).has_value());
        std::vector<std::pair<StoreFuture<SecretKey>, StoreFuture<SecretKey>>> asked;
        for (quint8 number = 1; number <= 40; ++number) {
            const Digest clip(Digest::Bytes{number});
            // At the same time, now one and now the other first.
            auto first = (number % 2 == 0 ? *m_store : other).clipKey(clip);
            asked.emplace_back(std::move(first), (number % 2 == 0 ? other : *m_store).clipKey(clip));
        }

        for (const auto &[one, another] : asked) {
            QVERIFY(answerOf(one).value() == answerOf(another).value());
        }
    }

    void removesTheKeyInTheActThatEndsTheClip_data()
    {
        QTest::addColumn<ClipState>("state");
        QTest::addColumn<bool>("isGone");
        QTest::newRow("declined") << ClipState::Declined << true;
        QTest::newRow("disputed") << ClipState::Disputed << true;
        QTest::newRow("accepted") << ClipState::Accepted << false;
        QTest::newRow("unreadable") << ClipState::Unreadable << false;
    }
    void removesTheKeyInTheActThatEndsTheClip()
    {
        QFETCH(const ClipState, state);
        QFETCH(const bool, isGone);
        const SharedClip clip = addFileClip();
        const SecretKey key = answerOf(m_store->clipKey(clip.digest)).value();

        QVERIFY(answerOf(m_store->setClipState(clip.id, state, u"why"_s, sampleEvent(CustodyAction::ClipDeclined)))
                    .has_value());

        const QStringList rows = StorePlace::rows(m_address, u"select clip_digest from clip_key"_s);
        QCOMPARE(rows.isEmpty(), isGone);
        QCOMPARE(answerOf(m_store->clipKey(clip.digest)).value() == key, !isGone);
    }

    void keepsTheKeyOfBytesThatAnotherCaseHasAsWell()
    {
        const SharedClip clip = addFileClip();
        SharedClip same = clip;
        same.id = ClipId::create();
        QVERIFY(answerOf(m_store->addClip(same, {}, sampleEvent(CustodyAction::ClipImported))).has_value());
        const SecretKey key = answerOf(m_store->clipKey(clip.digest)).value();
        const auto decline = [this](ClipId id) {
            return answerOf(m_store->setClipState(id, ClipState::Declined, u"why"_s,
                                                  sampleEvent(CustodyAction::ClipDeclined)))
                .has_value();
        };

        QVERIFY(decline(clip.id));
        QVERIFY(answerOf(m_store->clipKey(clip.digest)).value() == key);
        QVERIFY(decline(same.id));
        QVERIFY(answerOf(m_store->clipKey(clip.digest)).value() != key);
    }

    void removesTheKeysOfNoClipThatStaysOnceTheyAreOld()
    {
        const SharedClip clip = addFileClip();
        const Digest onItsWay(Digest::Bytes{1});
        const SecretKey ofClip = answerOf(m_store->clipKey(clip.digest)).value();
        const SecretKey ofOther = answerOf(m_store->clipKey(onItsWay)).value();

        QVERIFY(answerOf(m_store->removeClipKeysBut({clip.digest})).has_value());
        QVERIFY(answerOf(m_store->clipKey(clip.digest)).value() == ofClip);
        QVERIFY(answerOf(m_store->clipKey(onItsWay)).value() == ofOther);

        m_clock.microseconds += 25LL * 3600 * 1'000'000;
        QVERIFY(answerOf(m_store->removeClipKeysBut({})).has_value());
        QCOMPARE(StorePlace::rows(m_address, u"select clip_digest from clip_key"_s), QStringList());
    }

    void keepsASetting()
    {
        const EventDraft event = sampleEvent(CustodyAction::SettingChanged);
        QCOMPARE(answerOf(m_store->setting(u"theme"_s)).value(), std::optional<QString>());

        QVERIFY(answerOf(m_store->setSetting(u"theme"_s, u"night"_s, event)).has_value());
        QVERIFY(answerOf(m_store->setSetting(u"theme"_s, u"day"_s, event)).has_value());

        QCOMPARE(answerOf(m_store->setting(u"theme"_s)).value(), std::optional(u"day"_s));
        QCOMPARE(logLength(), 2);
    }

    void saysThatAnotherProgramHoldsTheStore()
    {
        Connection other;
        QVERIFY(other.open(m_address).has_value());
        QVERIFY(other.begin().has_value());

        const auto refused = answerOf(m_store->addCase(sampleCase(), sampleEvent(CustodyAction::CaseOpened)));
        other.rollback();

        QCOMPARE(refused.error().code, StoreError::InUse);
        QVERIFY(answerOf(m_store->addCase(sampleCase(), sampleEvent(CustodyAction::CaseOpened))).has_value());
        QCOMPARE(logLength(), 1);
    }

    void isStillThereAfterClosing()
    {
        const SharedClip clip = addFileClip();

        m_store.reset();

        m_store = std::make_unique<Store>(StoreOptions{.address = m_address}, m_clock);

        const auto opened = answerOf(m_store->opened());
        QVERIFY(opened.has_value());
        QVERIFY(opened->migrationsRun.empty());
        QVERIFY(opened->backupFile.isEmpty());
        QCOMPARE(opened->log.head.count, 2);
        QCOMPARE(answerOf(m_store->clips()).value(), std::vector{clip});
    }

private:
    [[nodiscard]] bool isToldOfOthers() const
    {
        return std::ranges::any_of(m_changes, [](const StoreChange &change) { return change.kind == Kind::Elsewhere; });
    }

    CaseFile addCase(const CaseFile &caseFile)
    {
        const auto added =
            answerOf(m_store->addCase(caseFile, sampleEvent(CustodyAction::CaseOpened, CustodySubject::Case)));
        return added.value_or(CaseFile());
    }

    AreaRequest addRequest(const AreaRequest &request)
    {
        const auto added = answerOf(m_store->addRequest(request, sampleEvent(CustodyAction::RequestPublished)));
        return added ? request : AreaRequest();
    }

    SharedClip addFileClip()
    {
        const SharedClip clip = sampleFileClip(addCase(sampleCase()));
        const auto added = answerOf(m_store->addClip(clip, {}, sampleEvent(CustodyAction::ClipImported)));
        return added ? clip : SharedClip();
    }

    [[nodiscard]] bool putJurisdictions(const std::vector<Jurisdiction> &jurisdictions)
    {
        return answerOf(m_store->putJurisdictions(jurisdictions, sampleEvent(CustodyAction::JurisdictionsImported)))
            .has_value();
    }

    void applyChanges(const AgencyChanges &changes)
    {
        const auto applied =
            answerOf(m_store->applyAgencyChanges(changes, sampleEvent(CustodyAction::DirectoryImported)));
        QVERIFY2(applied.has_value(), qPrintable(applied ? QString() : applied.error().detail));
    }

    static DirectoryImport sampleImport(int accepted)
    {
        return {.sourceName = u"partners.csv"_s,
                .digest = sampleFileClip(sampleCase()).digest,
                .format = u"csv"_s,
                .acceptedRows = accepted,
                .refusedRows = 7,
                .importedAt = sampleTime(accepted)};
    }

    int logLength() { return static_cast<int>(answerOf(m_store->chainHead()).value().count); }

    StorePlace m_place;
    FixedClock m_clock;
    QString m_address;
    std::unique_ptr<Store> m_store;
    std::vector<StoreChange> m_changes;
};

QTEST_GUILESS_MAIN(TestStoreRecords)
#include "tst_storerecords.moc"
