// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/recordcheck.h"

#include "core/digesttext.h"
#include "evidence/frametablecsv.h"
#include "evidence/packagenames.h"
#include "evidence/packagepages.h"
#include "evidence/receiptsignature.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

using Check = Verification::Check;

namespace {

class RecordCheck
{
public:
    RecordCheck(BagInspection &inspection, const PackageRecord &record)
        : m_inspection(inspection)
        , m_record(record)
    {}

    QString run()
    {
        for (const PackageItem &item : m_record.items) {
            checkItem(item);
        }
        for (const RequestRecord &published : m_record.requests) {
            checkFile(published.file);
            checkRequest(published);
        }
        checkCounts();
        checkInfo();
        checkPages();
        checkUnnamed();
        return u"clips: %1, consent receipts with valid signatures: %2, frame tables: %3, derived files: %4; frames "
               "were not decoded again"_s.arg(m_record.items.size())
                   .arg(m_receipts)
                   .arg(m_frameTables)
                   .arg(m_derived);
    }

private:
    void complain(FaultCode code, const QString &path, const QString &detail, FaultWeight weight = FaultWeight::Error)
    {
        m_inspection.faults().add(Check::Records, code, path, detail, weight);
    }

    void checkFile(const FileRecord &record)
    {
        m_named.insert(record.path);
        const InspectedFile *file = m_inspection.file(record.path);
        if (file == nullptr) {
            complain(FaultCode::RecordDiffers, record.path, u"the record names it, but it is not there"_s);
            return;
        }
        if (file->size < record.size) {
            m_inspection.faults().add(Check::EveryFile, FaultCode::FileTruncated, record.path,
                                      u"%1 of %2 bytes are there"_s.arg(file->size).arg(record.size));
        } else if (file->size > record.size) {
            complain(FaultCode::RecordDiffers, record.path,
                     u"it has %1 bytes, the record says %2"_s.arg(file->size).arg(record.size));
        }
        for (const auto &[algorithm, checksum] :
             {std::pair(u"sha256"_s, record.sha256), std::pair(u"sha512"_s, record.sha512)}) {
            const auto computed = file->checksums.find(algorithm);
            if (computed != file->checksums.end() && computed->second != checksum) {
                complain(FaultCode::RecordDiffers, record.path, u"the record has another %1"_s.arg(algorithm));
            }
        }
    }

    void checkItem(const PackageItem &item)
    {
        for (const FileRecord &file : {item.original, item.receipt, item.probe}) {
            checkFile(file);
        }
        checkOriginal(item);
        checkReceipt(item);
        checkProbe(item);
        checkFrames(item);
        for (const DerivedRecord &derived : item.derived) {
            checkDerived(item, derived);
        }
    }

    void checkOriginal(const PackageItem &item)
    {
        const InspectedFile *file = m_inspection.file(item.original.path);
        if (file != nullptr && file->isRead && file->checksums.at(u"sha256"_s) != item.sha256AtReceipt) {
            complain(FaultCode::OriginalChanged, item.original.path,
                     u"it is not the file that was received: SHA-256 then was %1"_s.arg(item.sha256AtReceipt));
        }
        if (file != nullptr && file->isRead && item.original.sha512 != item.sha512AtReceipt) {
            complain(FaultCode::OriginalChanged, item.original.path,
                     u"it is not the file that was received: SHA-512 then was %1"_s.arg(item.sha512AtReceipt));
        }
        if (file != nullptr && file->size != item.sizeAtReceipt) {
            complain(FaultCode::OriginalChanged, item.original.path,
                     u"%1 bytes were received"_s.arg(item.sizeAtReceipt));
        }
        if (item.original.path != item.folder + u"/original/"_s + portableFileName(item.originalName)) {
            complain(FaultCode::RecordDiffers, item.original.path,
                     u"it is not named after \"%1\", the name it came with"_s.arg(item.originalName));
        }
    }

    void checkReceipt(const PackageItem &item)
    {
        const QJsonObject json = objectAt(item.receipt.path);
        const bool isSame = json["clipId"_L1].toString() == item.clipId.toString() &&
                            json["sha256AtReceipt"_L1].toString() == item.sha256AtReceipt &&
                            json["sha512AtReceipt"_L1].toString() == item.sha512AtReceipt &&
                            json["sizeAtReceipt"_L1].toInteger() == item.sizeAtReceipt &&
                            json["originalName"_L1].toString() == item.originalName &&
                            json["receivedAt"_L1].toString() == item.receivedAt.toString() &&
                            json["requestId"_L1].toString() == item.requestId;
        if (!isSame) {
            complain(FaultCode::ReceiptDiffers, item.receipt.path, u"it does not say the same as the record"_s);
        }
        const QJsonValue signedReceipt = json["consentReceipt"_L1];
        if (signedReceipt.isObject() != item.consent.has_value()) {
            complain(FaultCode::ReceiptDiffers, item.receipt.path, u"the record says otherwise about consent"_s);
        } else if (signedReceipt.isObject()) {
            checkConsent(item, signedReceipt.toObject(), json["signedText"_L1].toString());
        }
    }

    void checkConsent(const PackageItem &item, const QJsonObject &json, const QString &signedText)
    {
        const auto receipt = consentReceiptFromJson(json);
        if (!receipt) {
            complain(FaultCode::ReceiptDiffers, item.receipt.path,
                     u"the consent receipt has no readable \"%1\""_s.arg(receipt.error().member));
            return;
        }
        if (!hasValidSignature(*receipt)) {
            complain(FaultCode::ReceiptSignature, item.receipt.path,
                     u"the exchange's signature does not cover this consent receipt"_s);
        }
        const bool isSame =
            digestToString(receipt->clipDigest) == item.sha256AtReceipt && receipt->clipSize == item.sizeAtReceipt &&
            receipt->scope == item.consent && receipt->originalName == item.originalName &&
            receipt->requestId.toString() == item.requestId && QString::fromUtf8(receipt->signedBytes) == signedText;
        if (!isSame) {
            complain(FaultCode::ReceiptDiffers, item.receipt.path,
                     u"the signed consent receipt does not say the same as the record"_s);
        }
        ++m_receipts;
    }

    void checkProbe(const PackageItem &item)
    {
        if (objectAt(item.probe.path)["facts"_L1].toObject() != toJson(item.facts)) {
            complain(FaultCode::RecordDiffers, item.probe.path, u"it does not say the same as the record"_s);
        }
    }

    void checkFrames(const PackageItem &item)
    {
        if (item.frames.has_value() != item.framesMissing.isEmpty()) {
            complain(FaultCode::RecordDiffers, item.folder, u"the record is of two minds about the frame table"_s);
        }
        if (!item.frames) {
            return;
        }
        ++m_frameTables;
        checkFile(item.frames->file);
        const std::optional<QByteArray> csv = m_inspection.bytes(item.frames->file.path);
        if (!csv) {
            return;
        }
        const auto figures = countFrameTable(*csv);
        const FrameTableFigures known{.rows = item.frames->rows,
                                      .firstPts = item.frames->firstPts,
                                      .lastPts = item.frames->lastPts,
                                      .timeBase = item.frames->timeBase};
        if (!figures) {
            complain(FaultCode::FrameTableDiffers, item.frames->file.path, figures.error());
        } else if (*figures != known) {
            complain(FaultCode::FrameTableDiffers, item.frames->file.path,
                     u"it has %1 rows from %2 to %3 ticks, the record says %4 from %5 to %6"_s.arg(figures->rows)
                         .arg(figures->firstPts, figures->lastPts)
                         .arg(known.rows)
                         .arg(known.firstPts, known.lastPts));
        }
    }

    void checkDerived(const PackageItem &item, const DerivedRecord &derived)
    {
        ++m_derived;
        checkFile(derived.file);
        if (derived.takingRecord) {
            checkTakingRecord(item, derived);
        }
        const QString recordPath = derived.file.path + u".json"_s;
        m_named.insert(recordPath);
        const InspectedFile *original = m_inspection.file(item.original.path);
        if (original != nullptr && original->isRead && original->checksums.at(u"sha256"_s) != derived.inputSha256) {
            complain(FaultCode::LineageBroken, derived.file.path,
                     u"it is said to be made from another file than the original beside it"_s);
        }
        if (m_inspection.bytes(recordPath) != writeDerivedRecord(derived)) {
            complain(FaultCode::LineageBroken, recordPath, u"it does not say the same as the record"_s);
        }
    }

    void checkTakingRecord(const PackageItem &item, const DerivedRecord &derived)
    {
        checkFile(*derived.takingRecord);
        const QJsonObject taken = objectAt(derived.takingRecord->path);
        const bool isOfIt = taken["picture"_L1].toObject()["sha256"_L1].toString() == derived.file.sha256 &&
                            taken["clip"_L1].toObject()["sha256"_L1].toString() == item.sha256AtReceipt &&
                            taken["frame"_L1].toObject()["number"_L1].toInteger(-1) == derived.frameNumber;
        if (!isOfIt) {
            complain(FaultCode::LineageBroken, derived.takingRecord->path,
                     u"it is about another picture, clip or frame than the record says"_s);
        }
    }

    void checkRequest(const RequestRecord &published)
    {
        const QJsonObject document = objectAt(published.file.path);
        if (document["id"_L1].toString() != published.request.id.toString()) {
            complain(FaultCode::RecordDiffers, published.file.path, u"it is not the request the record names"_s);
        }
    }

    void checkCounts()
    {
        qint64 notes = 0;
        qint64 stills = 0;
        for (const PackageItem &item : m_record.items) {
            notes += std::ssize(item.markers);
            stills += std::ranges::count_if(item.derived, &DerivedRecord::isOfficers);
        }
        const auto leftOut = [this](QStringView kind) {
            return std::ranges::count_if(m_record.leftOut, [kind](const LeftOut &left) { return left.kind == kind; });
        };
        const PackageCounts &counts = m_record.counts;
        const bool isConsistent = counts.clipsExported == std::ssize(m_record.items) && counts.notesExported == notes &&
                                  counts.stillsExported == stills && counts.requests == std::ssize(m_record.requests) &&
                                  counts.clipsReceived == counts.clipsExported + leftOut(u"clip") &&
                                  counts.notesMade == notes + leftOut(u"note") &&
                                  counts.stillsMade == stills + leftOut(u"still");
        if (!isConsistent) {
            complain(FaultCode::RecordDiffers, PackagePath::Record.toString(),
                     u"what it says is in it and left out does not add up"_s);
        }
    }

    void checkInfo()
    {
        if (!m_inspection.info()) {
            return;
        }
        const std::array<std::pair<QStringView, QString>, 3> expected = {{
            {u"Internal-Sender-Identifier", m_record.id.toString()},
            {u"External-Identifier", m_record.caseFile.number.simplified()},
            {u"Porchlight-Seal", m_record.seal},
        }};
        for (const auto &[label, value] : expected) {
            if (bagInfoValues(*m_inspection.info(), label) != QStringList{value}) {
                complain(FaultCode::RecordDiffers, u"bag-info.txt"_s,
                         u"%1 is not \"%2\" as in the record"_s.arg(label.toString(), value));
            }
        }
    }

    void checkPages()
    {
        const std::array<std::tuple<QStringView, QByteArray, FaultWeight>, 5> pages = {{
            {PackagePath::Items, itemsCsv(m_record), FaultWeight::Error},
            {PackagePath::Notes, notesCsv(m_record), FaultWeight::Error},
            {PackagePath::StartHere, startHerePage(m_record), FaultWeight::Warning},
            {PackagePath::ReadMe, readMeText(m_record), FaultWeight::Warning},
            {PackagePath::Report, reportPage(m_record), FaultWeight::Warning},
        }};
        // Another version may word its pages in another way.
        const bool isComparable = m_record.softwareVersion == QStringLiteral(PORCHLIGHT_VERSION);
        for (const auto &[path, page, weight] : pages) {
            m_named.insert(path.toString());
            const std::optional<QByteArray> found = m_inspection.bytes(path.toString());
            if (!found) {
                complain(FaultCode::RecordMissing, path.toString(), u"it is missing or cannot be read"_s);
            } else if (isComparable && *found != page) {
                complain(FaultCode::PageDiffers, path.toString(), u"it is not what the record makes it"_s, weight);
            }
        }
    }

    /// Payload that the record does not know has no known origin.
    void checkUnnamed()
    {
        for (const auto &[path, file] : m_inspection.files()) {
            if (path.startsWith(u"data/") && !m_named.contains(path)) {
                complain(FaultCode::RecordDiffers, path, u"the record does not name it"_s);
            }
        }
    }

    [[nodiscard]] QJsonObject objectAt(const QString &path) const
    {
        return QJsonDocument::fromJson(m_inspection.bytes(path).value_or(QByteArray())).object();
    }

    BagInspection &m_inspection;
    const PackageRecord &m_record;
    QSet<QString> m_named;
    int m_receipts = 0;
    int m_frameTables = 0;
    int m_derived = 0;
};

} // namespace

std::optional<PackageRecord> readRecord(BagInspection &inspection)
{
    const QString path = PackagePath::Record.toString();
    const auto complain = [&](FaultCode code, const QString &detail, FaultWeight weight) {
        inspection.faults().add(Check::Records, code, path, detail, weight);
    };
    const std::optional<QByteArray> bytes = inspection.bytes(path);
    if (!bytes) {
        complain(FaultCode::RecordMissing, u"the machine record is missing or cannot be read"_s, FaultWeight::Error);
        return std::nullopt;
    }
    const qint64 format = packageRecordFormat(*bytes).value_or(PackageRecord::CurrentFormat);
    if (format < PackageRecord::CurrentFormat) {
        complain(FaultCode::RecordOlder, u"it is in form %1, which this version does not read any more"_s.arg(format),
                 FaultWeight::Unreadable);
        return std::nullopt;
    }
    if (format > PackageRecord::CurrentFormat) {
        complain(FaultCode::RecordNewer, u"it is in a form that this version does not know"_s, FaultWeight::Unreadable);
        return std::nullopt;
    }
    auto record = readPackageRecord(*bytes);
    if (!record) {
        complain(FaultCode::RecordMalformed, u"it is not a record in canonical form: "_s + record.error().member,
                 FaultWeight::Error);
        return std::nullopt;
    }
    return *std::move(record);
}

QString checkRecords(BagInspection &inspection, const PackageRecord &record)
{
    return RecordCheck(inspection, record).run();
}

} // namespace Porchlight
