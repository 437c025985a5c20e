// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/evidencecase.h"

#include "audit/chain.h"
#include "core/digesttext.h"
#include "domain/clockset.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <openssl/evp.h>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// Bytes in memory, read as the vault would give them.
class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}
    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] Result<qint64, Failure<SourceError>> read(qint64 offset, char *target, qint64 length) override
    {
        const qint64 count = std::clamp<qint64>(m_bytes.size() - offset, 0, length);
        std::memcpy(target, m_bytes.constData() + offset, static_cast<size_t>(count));
        return count;
    }

private:
    QByteArray m_bytes;
};

template <typename SomeId>
SomeId idOf(int number)
{
    return SomeId::fromString(u"%1-0000-4000-8000-000000000000"_s.arg(number, 8, 16, QChar(u'0'))).value();
}

UtcTime timeAt(int minute)
{
    return UtcTime::fromMicroseconds(1'795'500'000'000'000 + qint64{minute} * 60'000'000);
}

QByteArray frameTable(int rows)
{
    QByteArray csv = "number,pts,time_base,time,duration,key,picture_type,packet_position,packet_size\n";
    for (int row = 0; row < rows; ++row) {
        csv += QByteArray::number(row) + ',' + QByteArray::number(row * 3000) + ",1/90000," +
               QByteArray::number(row / 30.0, 'f', 6) + ",3000," + (row % 10 == 0 ? "1,I," : "0,P,") +
               QByteArray::number(48 + row * 100) + ",100\n";
    }
    return csv;
}

QByteArray probeOf(const SharedClip &clip)
{
    return QJsonDocument(QJsonObject{{"tool"_L1, u"test"_s}, {"facts"_L1, toJson(clip.facts)}}).toJson();
}

} // namespace

ConsentReceipt signedReceipt(ConsentReceipt receipt, char seed)
{
    receipt.signedBytes = receiptBytesToSign(receipt);
    const QByteArray secret(32, seed);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, reinterpret_cast<const unsigned char *>(secret.data()),
                                     32),
        &EVP_PKEY_free);
    receipt.exchangeKey.resize(32);
    size_t length = 32;
    EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(receipt.exchangeKey.data()), &length);
    receipt.signature.resize(64);
    length = 64;
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get());
    EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(receipt.signature.data()), &length,
                   reinterpret_cast<const unsigned char *>(receipt.signedBytes.constData()),
                   static_cast<size_t>(receipt.signedBytes.size()));
    return receipt;
}

std::vector<CustodyEvent> chainedLog(const std::vector<EventDraft> &drafts, UtcTime begin)
{
    std::vector<CustodyEvent> log;
    ChainHead head;
    qint64 caseSequence = 0;
    for (const EventDraft &draft : drafts) {
        log.push_back(completeEvent(draft, {.head = head,
                                            .caseSequence = draft.caseId ? ++caseSequence : 0,
                                            .at = begin + std::chrono::minutes(head.count),
                                            .workstation = u"desk-4"_s,
                                            .programVersion = QStringLiteral(PORCHLIGHT_VERSION)}));
        head = {.count = head.count + 1, .hash = log.back().hash};
    }
    return log;
}

namespace {

const Officer Somebody{.id = u"2217"_s,
                       .name = u"M. Okafor"_s,
                       .agencyName = u"Larkfield Police Department"_s,
                       .contact = u"+1 555 0117"_s};
const QByteArray BytesA = QByteArray("clip A ").repeated(5000);
const QByteArray BytesB = QByteArray("clip B ").repeated(700);
const QByteArray BytesC = QByteArray("clip C ").repeated(10);
const QByteArray Picture = QByteArray("\x89PNG not really ").repeated(9);

CaseFile someCase()
{
    return {.id = idOf<CaseId>(0xca5e),
            .number = u"2026-004117"_s,
            .title = u"Burglary, 2300 block of Wood Street"_s,
            .offence = u"burglary"_s,
            .openedAt = timeAt(0)};
}

AreaRequest someRequest()
{
    const CaseFile caseFile = someCase();
    return {.id = idOf<RequestId>(0x4e9),
            .caseId = caseFile.id,
            .caseNumber = caseFile.number,
            .offence = caseFile.offence,
            .title = u"Footage of Wood Street, Monday night"_s,
            .text = u"We look for a van."_s,
            .area = {.kind = AreaKind::Rectangle,
                     .geoJson = R"({"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[0,0]]]})",
                     .squareMetres = 120000,
                     .centre = {},
                     .radiusMetres = 0},
            .window = {.begin = timeAt(-300), .end = timeAt(-200)},
            .endsAt = timeAt(20000),
            .state = RequestState::Published,
            .officer = Somebody,
            .publishedAt = timeAt(1),
            .publicUrl = u"http://127.0.0.1/r/1"_s};
}

SharedClip clipOf(int number, const QByteArray &bytes, const QString &name, ClipState state)
{
    SharedClip clip;
    clip.id = idOf<ClipId>(number);
    clip.caseId = someCase().id;
    clip.digest = sha256(bytes);
    clip.sha512 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha512);
    clip.size = bytes.size();
    clip.originalName = name;
    clip.state = state;
    clip.receivedAt = timeAt(number);
    clip.facts = {.container = u"mov,mp4,m4a,3gp,3g2,mj2"_s,
                  .videoCodec = u"h264"_s,
                  .width = 1280,
                  .height = 720,
                  .durationMicroseconds = 1'000'000,
                  .frameCount = 30,
                  .audioCodec = u"aac"_s,
                  .isDamaged = false};
    return clip;
}

SharedClip clipWithReceipt()
{
    SharedClip clip = clipOf(0xa, BytesA, u"Haustür <22>.MOV"_s, ClipState::Accepted);
    clip.requestId = someRequest().id;
    clip.placeText = u"2300 block of Wood Street"_s;
    clip.note = u"=HYPERLINK(\"http://example.org\")"_s;
    clip.statedStart = timeAt(-250);
    clip.receipt = signedReceipt({.id = idOf<ReceiptId>(0x4ec),
                                  .requestId = someRequest().id,
                                  .clipDigest = clip.digest,
                                  .clipSize = clip.size,
                                  .originalName = clip.originalName,
                                  .scope = {.sound = false,
                                            .place = PlacePrecision::Block,
                                            .purpose = UsePurpose::ThisCaseAndProsecution,
                                            .until = QDate(2027, 6, 30)},
                                  .givenAt = timeAt(2),
                                  .signedBytes = {},
                                  .signature = {},
                                  .exchangeKey = {}},
                                 'x');
    return clip;
}

Marker noteOn(const SharedClip &clip, int number, qint64 first, qint64 last, const QString &text)
{
    return {.id = idOf<MarkerId>(number),
            .clipId = clip.id,
            .firstFrame = first,
            .lastFrame = last,
            .firstMicroseconds = first * 33'333,
            .lastMicroseconds = last * 33'333,
            .note = text,
            .author = Somebody,
            .createdAt = timeAt(number)};
}

Marker tagged(Marker marker, const QStringList &tags)
{
    marker.tags = tags;
    return marker;
}

Still stillOf(const SharedClip &clip)
{
    return {.id = idOf<StillId>(0x57),
            .clipId = clip.id,
            .frame = 12,
            .pts = MediaTime(36000, {.numerator = 1, .denominator = 90000}),
            .pictureType = u"P"_s,
            .digest = sha256(Picture),
            .size = Picture.size(),
            .note = u"the van"_s,
            .author = Somebody,
            .takenAt = timeAt(30)};
}

QByteArray takingRecordOf(const Still &still, const SharedClip &clip)
{
    return QJsonDocument(QJsonObject{{"clip"_L1, QJsonObject{{"sha256"_L1, clip.digestText()}}},
                                     {"frame"_L1, QJsonObject{{"number"_L1, still.frame}}},
                                     {"picture"_L1, QJsonObject{{"sha256"_L1, still.digestText()}}}})
        .toJson(QJsonDocument::Compact);
}

EventDraft draft(CustodyAction action, CustodySubject subject, const QString &id, std::optional<Digest> digest = {})
{
    return {.action = action,
            .subject = subject,
            .subjectId = id,
            .caseId = someCase().id,
            .digest = digest,
            .officer = Somebody,
            .outcome = CustodyOutcome::Done,
            .reason = {},
            .details = {}};
}

/// As review sets a clock from two known times.
EventDraft clockDraft(ClipId clip)
{
    EventDraft clock = draft(CustodyAction::ClipClockSet, CustodySubject::Clip, clip.toString());
    const ClipClock set{.statedStart = std::nullopt,
                        .offsetMicroseconds = 3'200'000,
                        .uncertaintyMicroseconds = 100'000,
                        .driftPpb = -150'000,
                        .isChecked = true};
    clock.details = toJson(ClockSet{.by = ClockSource::TwoPoints, .clock = set, .before = {}});
    return clock;
}

/// The entries of the case, taken out of a log that has others between them.
std::vector<CustodyEvent> logOf(const PackageContext &context)
{
    EventDraft elsewhere = draft(CustodyAction::SessionStarted, CustodySubject::Program, {});
    elsewhere.caseId.reset();
    std::vector<EventDraft> drafts = {
        elsewhere, draft(CustodyAction::CaseOpened, CustodySubject::Case, context.caseFile.id.toString()),
        draft(CustodyAction::RequestPublished, CustodySubject::Request, context.requests.front().id.toString(),
              sha256(QJsonDocument(toJson(someRequest())).toJson())),
        draft(CustodyAction::ClipReceived, CustodySubject::Clip, context.clips[0].id.toString(),
              context.clips[0].digest),
        elsewhere};
    for (const SharedClip &clip : {context.clips[1], context.clips[2]}) {
        drafts.push_back(draft(CustodyAction::ClipImported, CustodySubject::Clip, clip.id.toString(), clip.digest));
    }
    drafts.push_back(clockDraft(context.clips[0].id));
    drafts.push_back(draft(CustodyAction::MarkerAdded, CustodySubject::Marker, context.markers[0].id.toString()));
    drafts.push_back(draft(CustodyAction::PackageStarted, CustodySubject::Package, context.id.toString()));
    std::vector<CustodyEvent> log = chainedLog(drafts, timeAt(0));
    std::erase_if(log, [](const CustodyEvent &event) { return !event.caseId; });
    return log;
}

} // namespace

EvidenceCase::EvidenceCase()
{
    const QByteArray taking = takingRecordOf(stillOf(clipWithReceipt()), clipWithReceipt());
    for (const QByteArray &bytes : {BytesA, BytesB, BytesC, Picture, taking}) {
        kept.emplace(sha256(bytes), bytes);
    }
    const SharedClip clipA = clipWithReceipt();
    const SharedClip clipB = clipOf(0xb, BytesB, u"CON.mp4"_s, ClipState::Unreadable);
    SharedClip clipC = clipOf(0xc, BytesC, u"IMG_2290.MOV"_s, ClipState::Declined);
    clipC.declineReason = u"shows another street"_s;
    context = {.id = idOf<ExportId>(0x7f3a91c2),
               .now = timeAt(60),
               .softwareVersion = QStringLiteral(PORCHLIGHT_VERSION),
               .caseFile = someCase(),
               .officer = Somebody,
               .requests = {someRequest()},
               .clips = {clipA, clipB, clipC},
               .markers = {tagged(noteOn(clipA, 0x10, 12, 20, u"+van, \"grey\"\nturns left <b>"_s),
                                  {u"=van"_s, u"left <turn>"_s}),
                           noteOn(clipC, 0x11, 1, 1, u"nothing"_s)},
               .stills = {stillOf(clipA)},
               .stillRecords = {{stillOf(clipA).id, sha256(taking)}},
               .clockEntries = {},
               .choice = {}};
    material.custody = logOf(context);
    context.clockEntries = material.custody;
    context.choice = wholeCase(context);
    context.choice.recipient = u"Marlow County District Attorney"_s;
    material.clips.emplace(clipA.id, ClipMaterial{.receipt = writeClipReceipt(clipA),
                                                  .frameTable = frameTable(30),
                                                  .frameTableMissing = {},
                                                  .probe = probeOf(clipA),
                                                  .thumbnail = "not really a JPEG"});
    material.clips.emplace(clipB.id, ClipMaterial{.receipt = writeClipReceipt(clipB),
                                                  .frameTable = {},
                                                  .frameTableMissing = u"The clip cannot be decoded."_s,
                                                  .probe = probeOf(clipB),
                                                  .thumbnail = {}});
    material.requests.emplace(someRequest().id, QJsonDocument(toJson(someRequest())).toJson());
}

OriginalOpener EvidenceCase::opener() const
{
    return [this](const Digest &digest) -> Result<std::unique_ptr<ByteSource>, EvidenceFailure> {
        const auto found = kept.find(digest);
        if (found == kept.end()) {
            return fail(EvidenceError::OriginalUnreadable, digestToString(digest));
        }
        return std::make_unique<MemorySource>(found->second);
    };
}

PackagePlan EvidenceCase::plan() const
{
    return planPackage(context).value();
}

QString EvidenceCase::write(const QString &targetFolder) const
{
    const auto written = PackageWriter(opener()).write(plan(), material, targetFolder);
    if (!written) {
        qFatal("no package: %d %s", static_cast<int>(written.error().code), qPrintable(written.error().detail));
    }
    return written->folder;
}

} // namespace Porchlight
