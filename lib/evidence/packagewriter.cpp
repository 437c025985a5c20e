// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packagewriter.h"

#include "audit/chain.h"
#include "core/digesttext.h"
#include "evidence/bagwriter.h"
#include "evidence/frametablecsv.h"
#include "evidence/packagepages.h"
#include "evidence/packageverifier.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// Room for pages, manifests and what the file system itself needs.
constexpr qint64 SpareBytes = qint64{16} << 20;

using Step = Result<void, EvidenceFailure>;

qint64 estimatedBytes(const PackagePlan &plan, const PackageMaterial &material)
{
    qint64 bytes = plan.originalBytes;
    for (const PackageItem &item : plan.record.items) {
        for (const DerivedRecord &derived : item.derived) {
            bytes += derived.file.size;
        }
    }
    for (const auto &[clip, clipMaterial] : material.clips) {
        bytes += clipMaterial.frameTable.size() + clipMaterial.probe.size() + clipMaterial.thumbnail.size();
    }
    return bytes;
}

/// The making of one package, step by step.
class PackageBuild
{
public:
    PackageBuild(const PackagePlan &plan, const PackageMaterial &material, const QString &targetFolder,
                 const PackageWatcher &watcher, const OriginalOpener &openOriginal)
        : m_record(plan.record)
        , m_material(material)
        , m_watcher(watcher)
        , m_openOriginal(openOriginal)
        , m_bytesExpected(estimatedBytes(plan, material))
        , m_writer(targetFolder, plan.record.bagName, [this](qint64 bytes) { return tellWritten(bytes); })
    {}

    Result<WrittenPackage, EvidenceFailure> run()
    {
        using Method = Step (PackageBuild::*)();
        static constexpr std::array<Method, 7> Steps = {
            &PackageBuild::begin,    &PackageBuild::addCustody, &PackageBuild::addItems, &PackageBuild::addRequests,
            &PackageBuild::addPages, &PackageBuild::finish,     &PackageBuild::check,
        };
        for (const Method step : Steps) {
            if (Step done = (this->*step)(); !done) {
                return std::unexpected(done.error());
            }
        }
        return m_writer.publish().transform([this](const QString &folder) {
            m_report.folder = folder;
            return WrittenPackage{.folder = folder, .record = m_record, .report = m_report};
        });
    }

private:
    Step begin() { return m_writer.begin(m_bytesExpected + SpareBytes); }

    Step addCustody()
    {
        const std::vector<CustodyEvent> &events = m_material.custody;
        if (const ChainReport chain = verifyExtract(events, m_record.caseFile.id); !chain.isIntact()) {
            return fail(EvidenceError::LogBroken, u"entry %1"_s.arg(chain.fault->sequence));
        }
        QByteArray lines;
        for (const CustodyEvent &event : events) {
            lines += toJsonLine(event) + '\n';
        }
        m_record.custody.entries = std::ssize(events);
        if (!events.empty()) {
            m_record.custody.firstSequence = events.front().sequence;
            m_record.custody.lastSequence = events.back().sequence;
            m_record.custody.lastHash = digestToString(events.back().hash);
        }
        return addFile(m_record.custody.log, PackagePath::Log.toString(), lines).and_then([&] {
            return addTag(PackagePath::LogTable, custodyCsv(events));
        });
    }

    Step addItems()
    {
        for (PackageItem &item : m_record.items) {
            const auto found = m_material.clips.find(item.clipId);
            const ClipMaterial material = found == m_material.clips.end() ? ClipMaterial{} : found->second;
            Step done = addKept(item.original, item.sha256AtReceipt)
                            .and_then([&] { return addItemFiles(item, material); })
                            .and_then([&] { return addStills(item); })
                            .and_then([&] { return addThumbnail(item, material); });
            if (!done) {
                return done;
            }
        }
        return {};
    }

    /// Copies kept bytes and insists that they still have the digest they came with.
    Step addKept(FileRecord &file, const QString &sha256)
    {
        const std::optional<Digest> digest = digestFromString(sha256);
        if (!digest) {
            return fail(EvidenceError::OriginalUnreadable, file.path);
        }
        auto source = m_openOriginal(*digest);
        if (!source) {
            return std::unexpected(source.error());
        }
        auto added = m_writer.addCopy(file.path, **source);
        if (!added) {
            return std::unexpected(added.error());
        }
        if (added->sha256 != sha256) {
            return fail(EvidenceError::OriginalChanged, u"%1: %2, not %3"_s.arg(file.path, added->sha256, sha256));
        }
        file = *added;
        return {};
    }

    Step addItemFiles(PackageItem &item, const ClipMaterial &material)
    {
        return addFile(item.receipt, item.folder + u"/receipt.json"_s, material.receipt)
            .and_then([&] { return addFile(item.probe, item.folder + u"/probe.json"_s, material.probe); })
            .and_then([&] { return addFrameTable(item, material); });
    }

    Step addFrameTable(PackageItem &item, const ClipMaterial &material)
    {
        if (material.frameTable.isEmpty()) {
            item.framesMissing = material.frameTableMissing;
            m_record.leftOut.push_back({.kind = u"frame table"_s,
                                        .id = item.clipId.toString(),
                                        .subject = u"Frame table of %1"_s.arg(item.label),
                                        .reason = LeftOutReason::CouldNotBeMade,
                                        .detail = material.frameTableMissing});
            return {};
        }
        const auto figures = countFrameTable(material.frameTable);
        if (!figures) {
            return fail(EvidenceError::FrameTableInvalid, item.label + u": "_s + figures.error());
        }
        FrameTableRecord table{.file = {},
                               .rows = figures->rows,
                               .firstPts = figures->firstPts,
                               .lastPts = figures->lastPts,
                               .timeBase = figures->timeBase};
        Step added = addFile(table.file, item.folder + u"/frames.csv"_s, material.frameTable);
        item.frames = table;
        return added;
    }

    Step addStills(PackageItem &item)
    {
        for (DerivedRecord &derived : item.derived) {
            const QString kept = derived.file.sha256;
            Step done = addKept(derived.file, kept).and_then([&] { return addTakingRecord(derived); }).and_then([&] {
                return addLineage(derived);
            });
            if (!done) {
                return done;
            }
        }
        return {};
    }

    Step addTakingRecord(DerivedRecord &derived)
    {
        if (!derived.takingRecord) {
            return {};
        }
        const QString kept = derived.takingRecord->sha256;
        return addKept(*derived.takingRecord, kept);
    }

    Step addThumbnail(PackageItem &item, const ClipMaterial &material)
    {
        if (material.thumbnail.isEmpty()) {
            return {};
        }
        DerivedRecord derived;
        derived.kind = u"thumbnail"_s;
        derived.inputSha256 = item.sha256AtReceipt;
        derived.pts = item.frames ? item.frames->firstPts.toLongLong() : 0;
        derived.timeBase = item.frames ? item.frames->timeBase : QString();
        derived.operation =
            u"first shown frame decoded, made smaller, kept as JPEG; to tell clips apart, not to look at"_s;
        derived.madeAt = m_record.createdAt;
        Step added = addFile(derived.file, item.folder + u"/derived/thumbnail.jpg"_s, material.thumbnail).and_then([&] {
            return addLineage(derived);
        });
        item.derived.push_back(derived);
        return added;
    }

    Step addLineage(const DerivedRecord &derived)
    {
        return addTag(derived.file.path + u".json"_s, writeDerivedRecord(derived));
    }

    Step addRequests()
    {
        for (RequestRecord &published : m_record.requests) {
            const auto document = m_material.requests.find(published.request.id);
            if (document == m_material.requests.end()) {
                return fail(EvidenceError::OriginalUnreadable, published.file.path);
            }
            if (Step added = addFile(published.file, published.file.path, document->second); !added) {
                return added;
            }
        }
        return {};
    }

    /// Pages are made from the record as a reader will have it: out of its bytes.
    Step addPages()
    {
        const QByteArray bytes = writePackageRecord(m_record);
        const auto record = readPackageRecord(bytes);
        if (!record) {
            return fail(EvidenceError::CheckFailed, u"package.json: "_s + record.error().member);
        }
        const std::array<std::pair<QStringView, QByteArray>, 8> pages = {{
            {PackagePath::Report, reportPage(*record)},
            {PackagePath::Notes, notesCsv(*record)},
            {PackagePath::StartHere, startHerePage(*record)},
            {PackagePath::ReadMe, readMeText(*record)},
            {PackagePath::Items, itemsCsv(*record)},
            {PackagePath::Record, bytes},
            {PackagePath::Schema, resource(u"package.schema.json"_s)},
            {PackagePath::Profile, resource(PackagePath::Profile.toString())},
        }};
        for (const auto &[path, page] : pages) {
            if (Step added = addTag(path, page); !added) {
                return added;
            }
        }
        return {};
    }

    Step finish()
    {
        return m_writer.finish({
            {u"Source-Organization"_s, m_record.officer.agencyName},
            {u"Contact-Name"_s, m_record.officer.name},
            {u"Contact-Phone"_s, m_record.officer.contact},
            {u"External-Description"_s, u"Evidence package of case %1, unsealed"_s.arg(m_record.caseFile.number)},
            {u"External-Identifier"_s, m_record.caseFile.number},
            {u"Internal-Sender-Identifier"_s, m_record.id.toString()},
            {u"Bagging-Date"_s, m_record.createdAt.toDateTime().date().toString(Qt::ISODate)},
            {u"Bag-Software-Agent"_s, u"Porchlight "_s + m_record.softwareVersion},
            {u"BagIt-Profile-Identifier"_s, u"urn:porchlight:bagit-profile:1"_s},
            {u"Porchlight-Seal"_s, m_record.seal},
        });
    }

    Step check()
    {
        m_report = PackageVerifier().verify(m_writer.workFolder(), [this](const VerificationProgress &progress) {
            return tell({.phase = PackageProgress::Phase::Checking,
                         .bytesDone = m_bytesWritten + progress.bytesDone,
                         .bytesTotal = m_bytesWritten + progress.bytesTotal});
        });
        if (m_isCanceled) {
            return fail(EvidenceError::Canceled);
        }
        if (m_report.verdict != Verification::Verdict::AllPassed &&
            m_report.verdict != Verification::Verdict::SignerUnknown) {
            return fail(EvidenceError::CheckFailed, firstFault());
        }
        return {};
    }

    [[nodiscard]] QString firstFault() const
    {
        for (const CheckResult &line : m_report.lines) {
            if (line.state == Verification::State::Fail && !line.faults.empty()) {
                return line.title + u": "_s + line.faultTexts().front();
            }
        }
        return m_report.sentence;
    }

    Step addFile(FileRecord &file, const QString &path, const QByteArray &bytes)
    {
        return m_writer.addBytes(path, bytes).transform([&file](const FileRecord &added) { file = added; });
    }

    Step addTag(QStringView path, const QByteArray &bytes)
    {
        FileRecord ignored;
        return addFile(ignored, path.toString(), bytes);
    }

    static QByteArray resource(const QString &name)
    {
        QFile file(u":/porchlight/evidence/"_s + name);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    bool tellWritten(qint64 bytes)
    {
        m_bytesWritten += bytes;
        return tell({.phase = PackageProgress::Phase::Writing,
                     .bytesDone = m_bytesWritten,
                     .bytesTotal = std::max(m_bytesExpected, m_bytesWritten) * 2});
    }

    bool tell(const PackageProgress &progress)
    {
        m_isCanceled = m_isCanceled || (m_watcher && !m_watcher(progress));
        return !m_isCanceled;
    }

    PackageRecord m_record;
    const PackageMaterial &m_material;
    const PackageWatcher &m_watcher;
    const OriginalOpener &m_openOriginal;
    qint64 m_bytesExpected;
    qint64 m_bytesWritten = 0;
    bool m_isCanceled = false;
    VerificationReport m_report;
    BagWriter m_writer;
};

} // namespace

PackageWriter::PackageWriter(OriginalOpener openOriginal)
    : m_openOriginal(std::move(openOriginal))
{}

Result<WrittenPackage, EvidenceFailure> PackageWriter::write(const PackagePlan &plan, const PackageMaterial &material,
                                                             const QString &targetFolder,
                                                             const PackageWatcher &watcher) const
{
    return PackageBuild(plan, material, targetFolder, watcher, m_openOriginal).run();
}

} // namespace Porchlight
