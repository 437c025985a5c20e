// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/evidenceexport.h"

#include "core/digesttext.h"
#include "workflow/exportgathering.h"
#include "workflow/sentences.h"

#include <QDir>
#include <QJsonDocument>
#include <QPromise>
#include <QtConcurrentRun>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// The window learns of progress this often.
constexpr qint64 MillisecondsBetweenNews = 50;

qint64 steadyMilliseconds()
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

template <typename T>
using ExportResult = Result<T, ExportFailure>;

template <typename T, typename Code>
ExportFuture<T> answeredFailure(const Failure<Code> &failure)
{
    return QtFuture::makeReadyValueFuture(ExportResult<T>(std::unexpected(ExportFailure(failure))));
}

/// A request as it was when residents read it: later states are not part of what was published.
QByteArray publishedDocument(AreaRequest request)
{
    request.state = RequestState::Published;
    return QJsonDocument(toJson(request)).toJson(QJsonDocument::Compact);
}

/// The records of all the clips, or the first failure among them.
template <typename T>
StoreResult<std::vector<T>> joined(const QList<StoreFuture<std::vector<T>>> &parts)
{
    std::vector<T> all;
    for (const StoreFuture<std::vector<T>> &part : parts) {
        const StoreResult<std::vector<T>> records = part.result();
        if (!records) {
            return records;
        }
        all.insert(all.end(), records->begin(), records->end());
    }
    return all;
}

/// Where the records of stills are kept stands in the entries of their taking.
std::map<StillId, Digest> recordsOf(const std::vector<CustodyEvent> &taken)
{
    std::map<StillId, Digest> records;
    for (const CustodyEvent &event : taken) {
        const auto still = StillId::fromString(event.subjectId);
        const auto record = digestFromString(event.details["record"_L1].toString());
        if (still && record) {
            records.insert({*still, *record});
        }
    }
    return records;
}

EvidenceFailure asEvidence(const Failure<VaultError> &failure)
{
    return {EvidenceError::OriginalUnreadable, sentenceFor(failure)};
}

} // namespace

struct EvidenceExport::Work
{
    PackageContext context;
    PackagePlan plan;
    PackageMaterial material;
    QString targetFolder;
    QPromise<ExportResult<WrittenPackage>> promise;
    std::unique_ptr<ExportGathering> gathering;
};

EvidenceExport::EvidenceExport(Store &store, EvidenceVault &vault, const LocalIdentity &identity, const Clock &clock,
                               SourceMaker makeSource)
    : m_store(store)
    , m_vault(vault)
    , m_identity(identity)
    , m_clock(clock)
    , m_makeSource(std::move(makeSource))
{
    m_thread.setMaxThreadCount(1);
    connect(&m_store, &Store::changed, this, &EvidenceExport::onStoreChanged);
}

EvidenceExport::~EvidenceExport()
{
    m_isCanceled = true;
    m_thread.waitForDone();
}

void EvidenceExport::onStoreChanged(const StoreChange &change)
{
    switch (change.kind) {
    case StoreChange::Kind::Clip:
    case StoreChange::Kind::Marker:
    case StoreChange::Kind::Still:
    case StoreChange::Kind::Request:
        if (change.caseId) {
            Q_EMIT materialChanged(change.caseId);
        }
        break;
    case StoreChange::Kind::Elsewhere:
        Q_EMIT materialChanged({});
        break;
    case StoreChange::Kind::Case:
    case StoreChange::Kind::Directory:
    case StoreChange::Kind::Offer:
    case StoreChange::Kind::Export:
    case StoreChange::Kind::Custody:
    case StoreChange::Kind::Setting:
        break;
    }
}

ExportFuture<PackageContext> EvidenceExport::load(CaseId caseId)
{
    const auto found = m_store.findCase(caseId);
    const auto requests = m_store.requests(caseId);
    const auto clips = m_store.clips(caseId);
    return QtFuture::whenAll(found, requests, clips)
        .then(this,
              [this, found, requests, clips](const auto &) -> ExportFuture<PackageContext> {
                  const auto caseFile = found.result();
                  const auto published = requests.result();
                  const auto received = clips.result();
                  if (!caseFile || !published || !received) {
                      return answeredFailure<PackageContext>(!caseFile    ? caseFile.error()
                                                             : !published ? published.error()
                                                                          : received.error());
                  }
                  if (!*caseFile) {
                      return answeredFailure<PackageContext>(Failure{StoreError::NotFound, QString()});
                  }
                  return loadParts({.id = ExportId::create(),
                                    .now = m_clock.now(),
                                    .softwareVersion = QStringLiteral(PORCHLIGHT_VERSION),
                                    .caseFile = **caseFile,
                                    .officer = m_identity.officer(),
                                    .requests = *published,
                                    .clips = *received,
                                    .markers = {},
                                    .stills = {},
                                    .stillRecords = {},
                                    .clockEntries = {},
                                    .choice = {}});
              })
        .unwrap();
}

ExportFuture<PackageContext> EvidenceExport::loadParts(PackageContext context)
{
    QList<StoreFuture<std::vector<Marker>>> markers;
    QList<StoreFuture<std::vector<Still>>> stills;
    for (const SharedClip &clip : context.clips) {
        markers.append(m_store.markers(clip.id));
        stills.append(m_store.stills(clip.id));
    }
    const auto clocks = m_store.custodyLog({.caseId = context.caseFile.id, .action = CustodyAction::ClipClockSet});
    const auto taken = m_store.custodyLog({.caseId = context.caseFile.id, .action = CustodyAction::StillTaken});
    // The store answers in order: with the last question everything is there.
    return StoreFuture<std::vector<CustodyEvent>>(taken).then(
        this,
        [markers, stills, clocks,
         context](const StoreResult<std::vector<CustodyEvent>> &events) mutable -> ExportResult<PackageContext> {
            auto allMarkers = joined(markers);
            auto allStills = joined(stills);
            const StoreResult<std::vector<CustodyEvent>> clockEntries = clocks.result();
            if (!allMarkers || !allStills || !clockEntries || !events) {
                return std::unexpected(ExportFailure(!allMarkers     ? allMarkers.error()
                                                     : !allStills    ? allStills.error()
                                                     : !clockEntries ? clockEntries.error()
                                                                     : events.error()));
            }
            context.markers = *std::move(allMarkers);
            context.stills = *std::move(allStills);
            context.stillRecords = recordsOf(*events);
            context.clockEntries = *clockEntries;
            context.choice = wholeCase(context);
            return context;
        });
}

ExportFuture<WrittenPackage> EvidenceExport::write(PackageContext context, QString targetFolder)
{
    if (m_isRunning) {
        return answeredFailure<WrittenPackage>(
            EvidenceFailure{EvidenceError::CannotWrite, u"another package is being written"_s});
    }
    auto plan = planPackage(context);
    if (!plan) {
        return answeredFailure<WrittenPackage>(plan.error());
    }
    m_isRunning = true;
    m_isCanceled = false;
    m_work = std::make_unique<Work>();
    m_work->context = std::move(context);
    m_work->plan = *std::move(plan);
    m_work->targetFolder = std::move(targetFolder);
    m_work->promise.start();
    start();
    return m_work->promise.future();
}

void EvidenceExport::cancel()
{
    m_isCanceled = true;
    if (m_work && m_work->gathering) {
        m_work->gathering->stop();
    }
}

EventDraft EvidenceExport::eventFor(CustodyAction action, const PackageContext &context) const
{
    return {.action = action,
            .subject = CustodySubject::Package,
            .subjectId = context.id.toString(),
            .caseId = context.caseFile.id,
            .digest = {},
            .officer = m_identity.officer(),
            .outcome = CustodyOutcome::Done,
            .reason = context.choice.recipient,
            .details = {}};
}

void EvidenceExport::start()
{
    EventDraft event = eventFor(CustodyAction::PackageStarted, m_work->context);
    event.details = {{u"package"_s, m_work->plan.record.bagName},
                     {u"clips"_s, m_work->plan.record.counts.clipsExported},
                     {u"leftOut"_s, static_cast<qint64>(m_work->plan.record.leftOut.size())}};
    m_store.record(event).then(this, [this](const StoreResult<CustodyEvent> &recorded) {
        if (!recorded) {
            finish(std::unexpected(ExportFailure(recorded.error())));
            return;
        }
        gather();
    });
}

void EvidenceExport::gather()
{
    tell({.step = ExportProgress::Step::Gathering, .bytesDone = 0, .bytesTotal = m_work->plan.originalBytes});
    std::vector<SharedClip> clips;
    for (const PackageItem &item : m_work->plan.record.items) {
        clips.push_back(*std::ranges::find(m_work->context.clips, item.clipId, &SharedClip::id));
    }
    m_work->gathering = std::make_unique<ExportGathering>(m_store, m_vault, m_makeSource, std::move(clips));
    m_work->gathering->start().then(this, [this](const std::map<ClipId, ClipMaterial> &material) {
        m_work->material.clips = material;
        readLog();
    });
}

void EvidenceExport::readLog()
{
    if (m_isCanceled) {
        giveUp(EvidenceFailure{EvidenceError::Canceled, {}});
        return;
    }
    for (const RequestRecord &published : m_work->plan.record.requests) {
        m_work->material.requests.emplace(published.request.id, publishedDocument(published.request));
    }
    using Log = StoreResult<std::vector<CustodyEvent>>;
    m_store.custodyLog({.caseId = m_work->context.caseFile.id}).then(this, [this](const Log &log) {
        if (!log) {
            giveUp(log.error());
            return;
        }
        m_work->material.custody = *log;
        writePackage();
    });
}

void EvidenceExport::writePackage()
{
    const OriginalOpener opener = [this](const Digest &digest) {
        return m_vault.openItemNow(digest).transform_error(asEvidence);
    };
    const PackageWatcher watcher = [this](const PackageProgress &progress) {
        const bool isWriting = progress.phase == PackageProgress::Phase::Writing;
        return tell({.step = isWriting ? ExportProgress::Step::Writing : ExportProgress::Step::Checking,
                     .bytesDone = progress.bytesDone,
                     .bytesTotal = progress.bytesTotal});
    };
    using Written = Result<WrittenPackage, EvidenceFailure>;
    QtConcurrent::run(&m_thread,
                      [opener, watcher, plan = m_work->plan, material = m_work->material,
                       folder = m_work->targetFolder]() -> Written {
                          return PackageWriter(opener).write(plan, material, folder, watcher);
                      })
        .then(this, [this](const Written &written) {
            if (!written) {
                giveUp(written.error());
                return;
            }
            record(*written);
        });
}

void EvidenceExport::record(WrittenPackage written)
{
    const PackageContext &context = m_work->context;
    const ExportRecord exported{.id = context.id,
                                .caseId = context.caseFile.id,
                                .packageName = written.record.bagName,
                                .path = written.folder,
                                .digest = written.report.packageDigest,
                                .clipCount = static_cast<int>(written.record.items.size()),
                                .byteCount = written.report.payloadBytes,
                                .officer = m_identity.officer(),
                                .exportedAt = m_clock.now()};
    EventDraft event = eventFor(CustodyAction::PackageExported, context);
    event.digest = exported.digest;
    event.details = {{u"package"_s, exported.packageName},
                     {u"clips"_s, exported.clipCount},
                     {u"bytes"_s, exported.byteCount},
                     {u"seal"_s, written.record.seal}};
    m_store.addExport(exported, event).then(this, [this, written](const StoreResult<void> &added) {
        if (added) {
            finish(written);
            return;
        }
        // No evidence leaves without an entry: what could not be recorded is taken back.
        m_thread.start([folder = written.folder] { QDir(folder).removeRecursively(); });
        finish(std::unexpected(ExportFailure(added.error())));
    });
}

void EvidenceExport::giveUp(ExportFailure failure)
{
    EventDraft event = eventFor(CustodyAction::PackageExported, m_work->context);
    event.outcome = CustodyOutcome::Failed;
    event.reason = sentenceFor(failure);
    m_store.record(event).then(
        this, [this, failure](const StoreResult<CustodyEvent> &) { finish(std::unexpected(failure)); });
}

void EvidenceExport::finish(ExportResult<WrittenPackage> result)
{
    const std::unique_ptr<Work> done = std::move(m_work);
    m_isRunning = false;
    done->promise.addResult(std::move(result));
    done->promise.finish();
}

/// Called from the writing thread too.
bool EvidenceExport::tell(const ExportProgress &progress)
{
    const qint64 now = steadyMilliseconds();
    const bool isLast = progress.bytesDone == progress.bytesTotal;
    if (isLast || now - m_lastTold >= MillisecondsBetweenNews) {
        m_lastTold = now;
        QMetaObject::invokeMethod(this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
    }
    return !m_isCanceled;
}

} // namespace Porchlight
