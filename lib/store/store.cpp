// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/store.h"

#include "store/agencyrows.h"
#include "store/cases.h"
#include "store/clipkeyrows.h"
#include "store/cliprows.h"
#include "store/custodylog.h"
#include "store/exportrows.h"
#include "store/jurisdictionrows.h"
#include "store/markerrows.h"
#include "store/requestrows.h"
#include "store/session.h"

#include <QPromise>
#include <QThread>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

using Kind = StoreChange::Kind;
using What = StoreChange::What;

/// The thread, and what lives on it. Its session is made and ended there.
class Store::Worker
{
public:
    Worker(Store &store, StoreOptions options, const Clock &clock)
    {
        m_thread.setObjectName(u"store"_s);
        m_place.moveToThread(&m_thread);
        m_thread.start();
        QPromise<StoreResult<OpenedStore>> promise;
        m_opened = promise.future();
        const auto tell = [&store](const StoreChange &change) {
            QMetaObject::invokeMethod(&store, [&store, change] { Q_EMIT store.changed(change); }, Qt::QueuedConnection);
        };
        post([this, tell, options = std::move(options), &clock, promise = std::move(promise)]() mutable {
            m_session = std::make_unique<StoreSession>(std::move(options), clock, tell);
            promise.start();
            promise.addResult(m_session->open());
            promise.finish();
        });
    }

    /// What was asked for before is done before.
    ~Worker()
    {
        post([this] {
            m_session.reset();
            m_thread.quit();
        });
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Worker)

    [[nodiscard]] const StoreFuture<OpenedStore> &opened() const { return m_opened; }

    template <typename Task>
    void post(Task &&task)
    {
        QMetaObject::invokeMethod(&m_place, std::forward<Task>(task), Qt::QueuedConnection);
    }

    template <typename T, typename Work>
    StoreFuture<T> ask(Work work)
    {
        QPromise<StoreResult<T>> promise;
        StoreFuture<T> future = promise.future();
        post([this, work = std::move(work), promise = std::move(promise)]() mutable {
            promise.start();
            if (m_session->state()) {
                promise.addResult(work(*m_session));
            } else {
                promise.addResult(std::unexpected(m_session->state().error()));
            }
            promise.finish();
        });
        return future;
    }

private:
    QThread m_thread;
    QObject m_place;
    StoreFuture<OpenedStore> m_opened;
    std::unique_ptr<StoreSession> m_session;
};

Store::Store(StoreOptions options, const Clock &clock)
    : m_worker(std::make_unique<Worker>(*this, std::move(options), clock))
{}

Store::~Store() = default;

template <typename T, typename Work>
StoreFuture<T> Store::ask(Work work)
{
    return m_worker->ask<T>(std::move(work));
}

template <typename Act>
StoreFuture<void> Store::write(EventDraft event, Act act)
{
    return ask<void>([event = std::move(event), act = std::move(act)](StoreSession &session) {
        return session.write(event, act).transform([](const CustodyEvent &) {});
    });
}

StoreFuture<OpenedStore> Store::opened() const
{
    return m_worker->opened();
}

StoreFuture<CaseFile> Store::addCase(CaseFile caseFile, EventDraft event)
{
    return ask<CaseFile>([caseFile = std::move(caseFile), event = std::move(event)](StoreSession &session) {
        const auto insert = [&caseFile](Connection &connection) {
            return insertCase(connection, caseFile).transform([&caseFile] {
                return StoreChange{
                    .kind = Kind::Case, .what = What::Added, .id = caseFile.id.toString(), .caseId = caseFile.id};
            });
        };
        return session.write(event, insert).transform([&caseFile](const CustodyEvent &) { return caseFile; });
    });
}

StoreFuture<std::vector<CaseFile>> Store::cases()
{
    return ask<std::vector<CaseFile>>([](StoreSession &session) { return findCases(session.connection()); });
}

StoreFuture<std::optional<CaseFile>> Store::findCase(CaseId id)
{
    return ask<std::optional<CaseFile>>([id](StoreSession &session) { return findCaseById(session.connection(), id); });
}

StoreFuture<std::optional<CaseFile>> Store::findCaseByNumber(QString number)
{
    return ask<std::optional<CaseFile>>([number = std::move(number)](StoreSession &session) {
        return findCaseWithNumber(session.connection(), number);
    });
}

StoreFuture<void> Store::applyAgencyChanges(AgencyChanges changes, EventDraft event)
{
    return write(std::move(event), [changes = std::move(changes)](Connection &connection) {
        return applyChanges(connection, changes).transform([] {
            return StoreChange{.kind = Kind::Directory, .what = What::Changed};
        });
    });
}

StoreFuture<std::vector<Agency>> Store::agencies()
{
    return ask<std::vector<Agency>>([](StoreSession &session) { return findAgencies(session.connection()); });
}

StoreFuture<std::vector<DirectoryImport>> Store::directoryImports()
{
    return ask<std::vector<DirectoryImport>>([](StoreSession &session) { return findImports(session.connection()); });
}

StoreFuture<void> Store::putJurisdictions(std::vector<Jurisdiction> jurisdictions, EventDraft event)
{
    return write(std::move(event), [jurisdictions = std::move(jurisdictions)](Connection &connection) {
        return Porchlight::putJurisdictions(connection, jurisdictions).transform([] {
            return StoreChange{.kind = Kind::Directory, .what = What::Changed};
        });
    });
}

StoreFuture<std::vector<Jurisdiction>> Store::jurisdictions()
{
    return ask<std::vector<Jurisdiction>>(
        [](StoreSession &session) { return findJurisdictions(session.connection()); });
}

StoreFuture<std::optional<Jurisdiction>> Store::jurisdictionOf(AgencyId agency)
{
    return ask<std::optional<Jurisdiction>>(
        [agency](StoreSession &session) { return findJurisdictionOf(session.connection(), agency); });
}

StoreFuture<void> Store::addRequest(AreaRequest request, EventDraft event)
{
    return write(std::move(event), [request = std::move(request)](Connection &connection) {
        return insertRequest(connection, request).transform([&request] {
            return StoreChange{
                .kind = Kind::Request, .what = What::Added, .id = request.id.toString(), .caseId = request.caseId};
        });
    });
}

StoreFuture<void> Store::setRequestState(RequestId id, RequestState state, EventDraft event)
{
    return write(std::move(event), [id, state](Connection &connection) {
        return updateRequestState(connection, id, state).transform([](const AreaRequest &request) {
            return StoreChange{
                .kind = Kind::Request, .what = What::Changed, .id = request.id.toString(), .caseId = request.caseId};
        });
    });
}

StoreFuture<std::vector<AreaRequest>> Store::requests(std::optional<CaseId> caseId)
{
    return ask<std::vector<AreaRequest>>(
        [caseId](StoreSession &session) { return findRequests(session.connection(), caseId); });
}

StoreFuture<std::optional<AreaRequest>> Store::findRequest(RequestId id)
{
    return ask<std::optional<AreaRequest>>(
        [id](StoreSession &session) { return findRequestById(session.connection(), id); });
}

StoreFuture<int> Store::countRequestsOfCase(CaseId id)
{
    return ask<int>([id](StoreSession &session) { return countRequests(session.connection(), id); });
}

StoreFuture<void> Store::addClip(SharedClip clip, std::optional<OfferRecord> offer, EventDraft event)
{
    return write(std::move(event), [clip = std::move(clip), offer = std::move(offer)](Connection &connection) {
        return insertClip(connection, clip)
            .and_then([&] { return offer ? insertOffer(connection, *offer) : StoreResult<void>(); })
            .transform([&clip] {
                return StoreChange{
                    .kind = Kind::Clip, .what = What::Added, .id = clip.id.toString(), .caseId = clip.caseId};
            });
    });
}

namespace {

/// What changed about a clip or something on it.
StoreResult<StoreChange> changeOfClip(Connection &connection, ClipId clipId, StoreChange change)
{
    return caseOfClip(connection, clipId).transform([&change](CaseId caseId) {
        change.caseId = caseId;
        return change;
    });
}

} // namespace

StoreFuture<void> Store::setClipState(ClipId id, ClipState state, QString reason, EventDraft event)
{
    return ask<void>([id, state, reason = std::move(reason), event = std::move(event)](StoreSession &session) {
        const bool isGone = state == ClipState::Declined || state == ClipState::Disputed;
        const auto change = [&](Connection &connection) {
            return updateClipState(connection, id, state, reason)
                .and_then([&] { return isGone ? removeKeyOfClip(connection, id) : StoreResult<void>(); })
                .and_then([&] {
                    return changeOfClip(connection, id,
                                        {.kind = Kind::Clip, .what = What::Changed, .id = id.toString()});
                });
        };
        const auto done = session.write(event, change).transform([](const CustodyEvent &) {});
        if (done && isGone) {
            session.connection().forgetDeleted();
        }
        return done;
    });
}

StoreFuture<void> Store::setClipClock(ClipId id, ClipClock clock, EventDraft event)
{
    return write(std::move(event), [id, clock](Connection &connection) {
        return updateClipClock(connection, id, clock).and_then([&] {
            return changeOfClip(connection, id, {.kind = Kind::Clip, .what = What::Changed, .id = id.toString()});
        });
    });
}

StoreFuture<std::vector<SharedClip>> Store::clips(std::optional<CaseId> caseId)
{
    return ask<std::vector<SharedClip>>(
        [caseId](StoreSession &session) { return findClips(session.connection(), caseId); });
}

StoreFuture<std::optional<SharedClip>> Store::findClip(ClipId id)
{
    return ask<std::optional<SharedClip>>(
        [id](StoreSession &session) { return findClipById(session.connection(), id); });
}

StoreFuture<std::optional<SharedClip>> Store::findClipByDigest(CaseId caseId, Digest digest)
{
    return ask<std::optional<SharedClip>>(
        [caseId, digest](StoreSession &session) { return findClipWithDigest(session.connection(), caseId, digest); });
}

StoreFuture<void> Store::addOffer(OfferRecord offer, EventDraft event)
{
    return write(std::move(event), [offer = std::move(offer)](Connection &connection) {
        return insertOffer(connection, offer)
            .and_then([&] { return findRequestById(connection, offer.requestId); })
            .transform([&offer](const std::optional<AreaRequest> &request) {
                return StoreChange{.kind = Kind::Offer,
                                   .what = What::Added,
                                   .id = offer.id.toString(),
                                   .caseId = request.transform([](const AreaRequest &found) { return found.caseId; })};
            });
    });
}

StoreFuture<std::optional<OfferRecord>> Store::knownOffer(OfferId id)
{
    return ask<std::optional<OfferRecord>>([id](StoreSession &session) { return findOffer(session.connection(), id); });
}

StoreFuture<std::vector<OfferRecord>> Store::offers(std::optional<RequestId> requestId)
{
    return ask<std::vector<OfferRecord>>(
        [requestId](StoreSession &session) { return findOffers(session.connection(), requestId); });
}

StoreFuture<void> Store::addMarker(Marker marker, EventDraft event)
{
    return ask<void>([marker = std::move(marker), event = std::move(event)](StoreSession &session) {
        const auto insert = [&](Connection &connection) {
            return insertMarker(connection, marker, event.officer, session.now()).and_then([&] {
                return changeOfClip(connection, marker.clipId,
                                    {.kind = Kind::Marker, .what = What::Added, .id = marker.id.toString()});
            });
        };
        return session.write(event, insert).transform([](const CustodyEvent &) {});
    });
}

StoreFuture<void> Store::changeMarker(Marker marker, EventDraft event)
{
    return ask<void>([marker = std::move(marker), event = std::move(event)](StoreSession &session) {
        const auto replace = [&](Connection &connection) {
            return replaceMarker(connection, marker, event.officer, session.now()).and_then([&] {
                return changeOfClip(connection, marker.clipId,
                                    {.kind = Kind::Marker, .what = What::Changed, .id = marker.id.toString()});
            });
        };
        return session.write(event, replace).transform([](const CustodyEvent &) {});
    });
}

StoreFuture<void> Store::removeMarker(MarkerId id, EventDraft event)
{
    return ask<void>([id, event = std::move(event)](StoreSession &session) {
        const auto end = [&](Connection &connection) {
            return endMarker(connection, id, event.officer, session.now()).and_then([&](const Marker &marker) {
                return changeOfClip(connection, marker.clipId,
                                    {.kind = Kind::Marker, .what = What::Removed, .id = id.toString()});
            });
        };
        return session.write(event, end).transform([](const CustodyEvent &) {});
    });
}

StoreFuture<std::vector<Marker>> Store::markers(ClipId clipId)
{
    return ask<std::vector<Marker>>(
        [clipId](StoreSession &session) { return findMarkers(session.connection(), clipId); });
}

StoreFuture<std::vector<MarkerVersion>> Store::markerVersions(ClipId clipId)
{
    return ask<std::vector<MarkerVersion>>(
        [clipId](StoreSession &session) { return findMarkerVersions(session.connection(), clipId); });
}

StoreFuture<void> Store::addStill(Still still, EventDraft event)
{
    return write(std::move(event), [still = std::move(still)](Connection &connection) {
        return insertStill(connection, still).and_then([&] {
            return changeOfClip(connection, still.clipId,
                                {.kind = Kind::Still, .what = What::Added, .id = still.id.toString()});
        });
    });
}

StoreFuture<std::vector<Still>> Store::stills(ClipId clipId)
{
    return ask<std::vector<Still>>(
        [clipId](StoreSession &session) { return findStills(session.connection(), clipId); });
}

StoreFuture<void> Store::addExport(ExportRecord record, EventDraft event)
{
    return write(std::move(event), [record = std::move(record)](Connection &connection) {
        return insertExport(connection, record).transform([&record] {
            return StoreChange{
                .kind = Kind::Export, .what = What::Added, .id = record.id.toString(), .caseId = record.caseId};
        });
    });
}

StoreFuture<std::vector<ExportRecord>> Store::exports(std::optional<CaseId> caseId)
{
    return ask<std::vector<ExportRecord>>(
        [caseId](StoreSession &session) { return findExports(session.connection(), caseId); });
}

StoreFuture<void> Store::putFrameTable(Digest clip, QString version, QByteArray bytes)
{
    return ask<void>([clip, version = std::move(version), bytes = std::move(bytes)](StoreSession &session) {
        return session.writeUnlogged(
            [&](Connection &connection) { return replaceFrameTable(connection, clip, version, bytes); });
    });
}

StoreFuture<std::optional<QByteArray>> Store::frameTable(Digest clip, QString version)
{
    return ask<std::optional<QByteArray>>([clip, version = std::move(version)](StoreSession &session) {
        return findFrameTable(session.connection(), clip, version);
    });
}

StoreFuture<SecretKey> Store::clipKey(Digest clip)
{
    using Found = StoreResult<std::optional<SecretKey>>;
    return ask<SecretKey>([clip](StoreSession &session) -> StoreResult<SecretKey> {
        const auto find = [&]() -> Found {
            return findClipKey(session.connection(), clip);
        };
        const auto make = [&](Connection &connection) {
            return makeClipKey(connection, clip, session.now());
        };
        const Found found = find().and_then([&](const std::optional<SecretKey> &known) {
            return known ? Found(known) : session.writeUnlogged(make).and_then(find);
        });
        if (!found) {
            return std::unexpected(found.error());
        }
        return *found ? StoreResult<SecretKey>(**found) : fail(StoreError::NotFound, u"the key of a clip"_s);
    });
}

StoreFuture<void> Store::removeClipKeysBut(std::set<Digest> stay)
{
    return ask<void>([stay = std::move(stay)](StoreSession &session) {
        const UtcTime since = session.now() - std::chrono::hours(24);
        const auto gone = findClipKeysBut(session.connection(), stay, since);
        if (!gone || gone->empty()) {
            return gone.transform([](const std::vector<Digest> &) {});
        }
        const auto done =
            session.writeUnlogged([&](Connection &connection) { return removeClipKeys(connection, *gone); });
        session.connection().forgetDeleted();
        return done;
    });
}

StoreFuture<void> Store::setSetting(QString key, QString value, EventDraft event)
{
    return write(std::move(event), [key = std::move(key), value = std::move(value)](Connection &connection) {
        return putSetting(connection, key, value).transform([&key] {
            return StoreChange{.kind = Kind::Setting, .what = What::Changed, .id = key};
        });
    });
}

StoreFuture<std::optional<QString>> Store::setting(QString key)
{
    return ask<std::optional<QString>>(
        [key = std::move(key)](StoreSession &session) { return findSetting(session.connection(), key); });
}

StoreFuture<CustodyEvent> Store::record(EventDraft event)
{
    return ask<CustodyEvent>([event = std::move(event)](StoreSession &session) { return session.record(event); });
}

StoreFuture<std::vector<CustodyEvent>> Store::custodyLog(CustodyFilter filter)
{
    return ask<std::vector<CustodyEvent>>(
        [filter = std::move(filter)](StoreSession &session) { return findEvents(session.connection(), filter); });
}

StoreFuture<ChainReport> Store::verifyCustodyLog()
{
    return ask<ChainReport>([](StoreSession &session) { return session.verifyLog(); });
}

StoreFuture<ChainHead> Store::chainHead()
{
    return ask<ChainHead>([](StoreSession &session) { return chainHeadOf(session.connection()); });
}

} // namespace Porchlight
