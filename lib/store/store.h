// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/clock.h"
#include "core/secretkey.h"
#include "domain/arearequest.h"
#include "domain/casefile.h"
#include "domain/exportrecord.h"
#include "domain/jurisdiction.h"
#include "domain/markerversion.h"
#include "domain/sharedclip.h"
#include "domain/still.h"
#include "store/records.h"
#include "store/storeerror.h"

#include <QObject>

#include <memory>
#include <set>

namespace Porchlight {

struct StoreOptions
{
    /// The path of an SQLite file, or "postgresql://USER@HOST:PORT/NAME" (also "postgresql:///NAME?host=/FOLDER" for
    /// a socket).
    QString address;
    /// Where the head of the custody log is kept, outside the store: it shows that entries at the end were removed.
    QString headFile{};
    QString workstation{}; ///< Name of this machine as it stands in the log.
};

/// The records and the custody log. All work is done in order on one thread of its own; every method returns at once.
/// The constructor begins to open; each method waits its turn behind that and answers with the failure of opening if
/// there was one. Every change takes the log entry that goes with it and is one transaction with it: no act without an
/// entry, no entry without its act. changed() comes before the continuation of the call that made the change.
class Store final : public QObject
{
    Q_OBJECT

public:
    Store(StoreOptions options, const Clock &clock);
    ~Store() override; ///< Waits until everything that was asked for is done.

    [[nodiscard]] StoreFuture<OpenedStore> opened() const;

    /// AlreadyThere if a case has that number.
    StoreFuture<CaseFile> addCase(CaseFile caseFile, EventDraft event);
    StoreFuture<std::vector<CaseFile>> cases(); ///< Newest first.
    StoreFuture<std::optional<CaseFile>> findCase(CaseId id);
    StoreFuture<std::optional<CaseFile>> findCaseByNumber(QString number);

    StoreFuture<void> applyAgencyChanges(AgencyChanges changes, EventDraft event);
    StoreFuture<std::vector<Agency>> agencies(); ///< By name, those that left too.
    StoreFuture<std::vector<DirectoryImport>> directoryImports();

    /// All of them or none; each takes the place of what its agency had.
    StoreFuture<void> putJurisdictions(std::vector<Jurisdiction> jurisdictions, EventDraft event);
    StoreFuture<std::vector<Jurisdiction>> jurisdictions(); ///< By name.
    StoreFuture<std::optional<Jurisdiction>> jurisdictionOf(AgencyId agency);

    /// A request enters the store when it is published and never changes again but in its state.
    StoreFuture<void> addRequest(AreaRequest request, EventDraft event);
    /// Published to Resolved or Expired; anything else is NotAllowed.
    StoreFuture<void> setRequestState(RequestId id, RequestState state, EventDraft event);
    StoreFuture<std::vector<AreaRequest>> requests(std::optional<CaseId> caseId = {}); ///< Newest first.
    StoreFuture<std::optional<AreaRequest>> findRequest(RequestId id);
    StoreFuture<int> countRequestsOfCase(CaseId id);

    /// `offer` is the one it came from; none for a file.
    StoreFuture<void> addClip(SharedClip clip, std::optional<OfferRecord> offer, EventDraft event);
    /// One that nobody may look at any more loses the key of what was made of it.
    StoreFuture<void> setClipState(ClipId id, ClipState state, QString reason, EventDraft event);
    StoreFuture<void> setClipClock(ClipId id, ClipClock clock, EventDraft event);
    StoreFuture<std::vector<SharedClip>> clips(std::optional<CaseId> caseId = {}); ///< In the order they came.
    StoreFuture<std::optional<SharedClip>> findClip(ClipId id);
    StoreFuture<std::optional<SharedClip>> findClipByDigest(CaseId caseId, Digest digest);

    /// For offers that were declined or disputed; a taken one comes with its clip.
    StoreFuture<void> addOffer(OfferRecord offer, EventDraft event);
    StoreFuture<std::optional<OfferRecord>> knownOffer(OfferId id);
    StoreFuture<std::vector<OfferRecord>> offers(std::optional<RequestId> requestId = {});

    StoreFuture<void> addMarker(Marker marker, EventDraft event);
    StoreFuture<void> changeMarker(Marker marker, EventDraft event); ///< The version before it is kept.
    StoreFuture<void> removeMarker(MarkerId id, EventDraft event);   ///< Likewise.
    StoreFuture<std::vector<Marker>> markers(ClipId clipId);         ///< By first frame; those that stand.
    StoreFuture<std::vector<MarkerVersion>> markerVersions(ClipId clipId);

    StoreFuture<void> addStill(Still still, EventDraft event);
    StoreFuture<std::vector<Still>> stills(ClipId clipId); ///< By frame.

    StoreFuture<void> addExport(ExportRecord record, EventDraft event);
    StoreFuture<std::vector<ExportRecord>> exports(std::optional<CaseId> caseId = {}); ///< Newest first.

    /// What was worked out from the bytes of a clip and can be worked out again; `version` says by what. No entry is
    /// made of it. An older version is replaced.
    StoreFuture<void> putFrameTable(Digest clip, QString version, QByteArray bytes);
    StoreFuture<std::optional<QByteArray>> frameTable(Digest clip, QString version);

    /// Under which is sealed what is made of the bytes of a clip and kept outside the store; made when it is first
    /// asked for. All who ask get the same one. No entry is made of it.
    StoreFuture<SecretKey> clipKey(Digest clip);
    /// Removes all keys but these, and those of bytes that may be on their way in.
    StoreFuture<void> removeClipKeysBut(std::set<Digest> stay);

    StoreFuture<void> setSetting(QString key, QString value, EventDraft event);
    StoreFuture<std::optional<QString>> setting(QString key);

    /// An act that has no record of its own, for example that a clip was opened or that something was refused.
    StoreFuture<CustodyEvent> record(EventDraft event);
    StoreFuture<std::vector<CustodyEvent>> custodyLog(CustodyFilter filter = {});
    /// Checks every entry, and the end against the head that is kept outside the store.
    StoreFuture<ChainReport> verifyCustodyLog();
    StoreFuture<ChainHead> chainHead();

Q_SIGNALS:
    /// On the thread that the store was made on. What other programs commit comes as one kind, Elsewhere.
    void changed(const Porchlight::StoreChange &change);

private:
    class Worker;
    template <typename T, typename Work>
    StoreFuture<T> ask(Work work);
    template <typename Act>
    StoreFuture<void> write(EventDraft event, Act act);

    std::unique_ptr<Worker> m_worker;
};

} // namespace Porchlight
