// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packageplan.h"

#include "core/digesttext.h"
#include "evidence/packagenames.h"

#include <algorithm>
#include <tuple>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::size_t Letters = 26;

QString refusalDetail(const SharedClip &clip, LeftOutReason reason)
{
    switch (reason) {
    case LeftOutReason::Declined:
        return clip.declineReason.isEmpty() ? u"It was declined; no reason was noted."_s
                                            : u"It was declined: %1."_s.arg(clip.declineReason);
    case LeftOutReason::Disputed:
        return u"Its bytes do not match what its receipt says, so it is kept aside."_s;
    case LeftOutReason::ConsentEnded:
        return u"The resident's consent ended on %1."_s.arg(clip.scope().until.toString(Qt::ISODate));
    case LeftOutReason::NotChosen:
        return u"The officer left it out."_s;
    case LeftOutReason::NoConsentToSound:
        return u"There is no consent to sound. The original holds it, unchanged; nothing made from it does."_s;
    case LeftOutReason::ClipLeftOut:
        return u"Its clip is not in the package."_s;
    case LeftOutReason::CouldNotBeMade:
        return u"It could not be made."_s;
    }
    Q_UNREACHABLE_RETURN({});
}

class Planner
{
public:
    explicit Planner(const PackageContext &context)
        : m_context(context)
    {
        // The order a case came in does not depend on the order the store gives it back.
        m_clips = context.clips;
        std::ranges::sort(m_clips, [](const SharedClip &a, const SharedClip &b) {
            return std::pair(a.receivedAt, a.id) < std::pair(b.receivedAt, b.id);
        });
        m_markers = context.markers;
        std::ranges::sort(m_markers, [](const Marker &a, const Marker &b) {
            return std::tuple(a.firstFrame, a.createdAt, a.id) < std::tuple(b.firstFrame, b.createdAt, b.id);
        });
        m_stills = context.stills;
        std::ranges::sort(m_stills, [](const Still &a, const Still &b) {
            return std::tuple(a.frame, a.takenAt, a.id) < std::tuple(b.frame, b.takenAt, b.id);
        });
    }

    Result<PackagePlan, EvidenceFailure> plan()
    {
        describeCase();
        for (std::size_t i = 0; i < m_clips.size(); ++i) {
            planClip(m_clips[i], clipLabel(i));
        }
        addRequests();
        if (m_plan.record.items.empty()) {
            return fail(EvidenceError::NothingChosen, m_context.caseFile.number);
        }
        return m_plan;
    }

private:
    void describeCase()
    {
        PackageRecord &record = m_plan.record;
        record.id = m_context.id;
        record.createdAt = m_context.now;
        record.softwareVersion = m_context.softwareVersion;
        record.bagName = packageName(m_context.caseFile.number, m_context.now.toDateTime().date(), m_context.id);
        record.caseFile = m_context.caseFile;
        record.officer = m_context.officer;
        record.recipient = m_context.choice.recipient.simplified();
        record.counts.clipsReceived = std::ssize(m_clips);
        record.counts.notesMade = std::ssize(m_markers);
        record.counts.stillsMade = std::ssize(m_stills);
    }

    void planClip(const SharedClip &clip, const QString &label)
    {
        const QString subject = u"%1, %2"_s.arg(label, clip.originalName);
        std::optional<LeftOutReason> reason = packageRefusal(clip, m_context.now.toDateTime().date());
        if (!reason && !m_context.choice.clips.contains(clip.id)) {
            reason = LeftOutReason::NotChosen;
        }
        if (reason) {
            leaveOut(u"clip"_s, clip.id.toString(), subject, *reason, refusalDetail(clip, *reason));
            leaveOutNotesOf(clip, label);
            return;
        }
        m_plan.record.items.push_back(describeClip(clip, label));
        m_plan.originalBytes += clip.size;
        ++m_plan.record.counts.clipsExported;
        addCautions(clip, label);
        addNotesOf(clip, m_plan.record.items.back());
        addStillsOf(clip, m_plan.record.items.back());
    }

    PackageItem describeClip(const SharedClip &clip, const QString &label) const
    {
        const std::size_t number = m_plan.record.items.size() + 1;
        PackageItem item;
        item.folder = u"data/items/%1_%2"_s.arg(number, 3, 10, QChar(u'0')).arg(clip.id.toString().left(8));
        item.clipId = clip.id;
        item.label = label;
        item.originalName = clip.originalName;
        item.source = clip.receipt ? u"shared by a resident"_s : u"imported from a file"_s;
        item.requestId = clip.requestId ? clip.requestId->toString() : QString();
        item.placeText = clip.placeText;
        item.residentNote = clip.note;
        item.isSensitive = clip.isSensitive;
        item.state = clip.state;
        item.receivedAt = clip.receivedAt;
        item.sizeAtReceipt = clip.size;
        item.sha256AtReceipt = digestToString(clip.digest);
        item.sha512AtReceipt = QString::fromLatin1(clip.sha512.toHex());
        item.original.path = item.folder + u"/original/"_s + portableFileName(clip.originalName);
        item.original.size = clip.size;
        item.consent = clip.receipt ? std::optional(clip.receipt->scope) : std::nullopt;
        item.statedStart = clip.statedStart;
        item.clock = clockRecordOf(clip, m_context.clockEntries, m_context.now);
        item.facts = clip.facts;
        return item;
    }

    void addCautions(const SharedClip &clip, const QString &label)
    {
        if (!clip.receipt) {
            m_plan.cautions.append(u"%1 was imported from a file: there is no consent receipt for it."_s.arg(label));
        } else if (clip.receipt->scope.purpose == UsePurpose::ThisCase) {
            m_plan.cautions.append(
                u"%1: the resident allowed use in this case, not in a prosecution. The package says so."_s.arg(label));
        }
        if (!clip.facts.audioCodec.isEmpty() && !clip.scope().sound) {
            leaveOut(u"sound"_s, clip.id.toString(), u"Sound of %1"_s.arg(label), LeftOutReason::NoConsentToSound,
                     refusalDetail(clip, LeftOutReason::NoConsentToSound));
        }
        if (clip.state == ClipState::Unreadable) {
            m_plan.cautions.append(
                u"%1 could not be decoded: its original goes in without a frame table."_s.arg(label));
        }
    }

    void addNotesOf(const SharedClip &clip, PackageItem &item)
    {
        for (const Marker &marker : m_markers) {
            if (marker.clipId != clip.id) {
                continue;
            }
            if (m_context.choice.notes.contains(marker.id)) {
                item.markers.push_back(marker);
                ++m_plan.record.counts.notesExported;
            } else {
                leaveOutNote(marker, item.label, LeftOutReason::NotChosen);
            }
        }
    }

    void addStillsOf(const SharedClip &clip, PackageItem &item)
    {
        for (const Still &still : m_stills) {
            if (still.clipId != clip.id) {
                continue;
            }
            if (m_context.choice.stills.contains(still.id)) {
                item.derived.push_back(describeStill(still, item));
                ++m_plan.record.counts.stillsExported;
            } else {
                leaveOutStill(still, item.label, LeftOutReason::NotChosen);
            }
        }
    }

    [[nodiscard]] DerivedRecord describeStill(const Still &still, const PackageItem &item) const
    {
        const bool isSheet = still.kind == StillKind::ContactSheet;
        const QString name = u"%1/derived/%2_%3_%4"_s.arg(item.folder, isSheet ? u"sheet"_s : u"still"_s)
                                 .arg(still.frame, 7, 10, QChar(u'0'))
                                 .arg(still.id.toString().left(8));
        DerivedRecord derived;
        derived.kind = isSheet ? u"contact sheet"_s : u"still"_s;
        derived.file.path = name + u".png"_s;
        if (const auto record = m_context.stillRecords.find(still.id); record != m_context.stillRecords.end()) {
            derived.takingRecord = FileRecord{.path = name + u".json"_s, .sha256 = digestToString(record->second)};
        }
        derived.file.sha256 = digestToString(still.digest);
        derived.file.size = still.size;
        derived.inputSha256 = item.sha256AtReceipt;
        derived.frameNumber = still.frame;
        derived.pts = still.pts.ticks();
        derived.timeBase = u"%1/%2"_s.arg(still.pts.base().numerator).arg(still.pts.base().denominator);
        derived.pictureType = still.pictureType;
        derived.operation =
            (isSheet ? u"frames decoded, made smaller and drawn on one page for an overview, made by %1"_s
                     : u"one frame decoded and kept as PNG, taken by %1"_s)
                .arg(still.author.name);
        derived.note = still.note;
        derived.madeAt = still.takenAt;
        return derived;
    }

    void leaveOutStill(const Still &still, const QString &label, LeftOutReason reason)
    {
        leaveOut(u"still"_s, still.id.toString(),
                 (still.kind == StillKind::ContactSheet ? u"Contact sheet from frame %1 of %2"_s
                                                        : u"Still of frame %1 of %2"_s)
                     .arg(still.frame)
                     .arg(label),
                 reason, refusalDetail({}, reason));
    }

    void leaveOutNotesOf(const SharedClip &clip, const QString &label)
    {
        for (const Still &still : m_stills) {
            if (still.clipId == clip.id) {
                leaveOutStill(still, label, LeftOutReason::ClipLeftOut);
            }
        }
        for (const Marker &marker : m_markers) {
            if (marker.clipId == clip.id) {
                leaveOutNote(marker, label, LeftOutReason::ClipLeftOut);
            }
        }
    }

    void leaveOutNote(const Marker &marker, const QString &label, LeftOutReason reason)
    {
        leaveOut(u"note"_s, marker.id.toString(), u"Note on frame %1 of %2"_s.arg(marker.firstFrame).arg(label), reason,
                 refusalDetail({}, reason));
    }

    void leaveOut(const QString &kind, const QString &id, const QString &subject, LeftOutReason reason,
                  const QString &detail)
    {
        m_plan.record.leftOut.push_back({kind, id, subject, reason, detail});
    }

    void addRequests()
    {
        std::vector<AreaRequest> requests = m_context.requests;
        std::erase_if(requests, [](const AreaRequest &request) { return request.state == RequestState::Draft; });
        std::ranges::sort(requests, [](const AreaRequest &a, const AreaRequest &b) {
            return std::pair(a.publishedAt, a.id) < std::pair(b.publishedAt, b.id);
        });
        for (std::size_t i = 0; i < requests.size(); ++i) {
            RequestRecord published;
            published.file.path =
                i == 0 ? u"data/request/request.json"_s : u"data/request/request-%1.json"_s.arg(i + 1);
            published.request = requests[i];
            m_plan.record.requests.push_back(published);
        }
        m_plan.record.counts.requests = std::ssize(requests);
    }

    const PackageContext &m_context;
    std::vector<SharedClip> m_clips;
    std::vector<Marker> m_markers;
    std::vector<Still> m_stills;
    PackagePlan m_plan;
};

} // namespace

std::optional<LeftOutReason> packageRefusal(const SharedClip &clip, QDate day)
{
    if (clip.state == ClipState::Declined) {
        return LeftOutReason::Declined;
    }
    if (clip.state == ClipState::Disputed) {
        return LeftOutReason::Disputed;
    }
    if (clip.receipt && clip.receipt->scope.until.isValid() && clip.receipt->scope.until < day) {
        return LeftOutReason::ConsentEnded;
    }
    return std::nullopt;
}

PackageChoice wholeCase(const PackageContext &context)
{
    PackageChoice choice;
    choice.recipient = context.choice.recipient;
    for (const SharedClip &clip : context.clips) {
        if (!packageRefusal(clip, context.now.toDateTime().date())) {
            choice.clips.insert(clip.id);
        }
    }
    for (const Marker &marker : context.markers) {
        if (choice.clips.contains(marker.clipId)) {
            choice.notes.insert(marker.id);
        }
    }
    for (const Still &still : context.stills) {
        if (choice.clips.contains(still.clipId)) {
            choice.stills.insert(still.id);
        }
    }
    return choice;
}

Result<PackagePlan, EvidenceFailure> planPackage(const PackageContext &context)
{
    return Planner(context).plan();
}

QString clipLabel(std::size_t index)
{
    QString letters;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / Letters) {
        letters.prepend(QChar(u'A' + static_cast<char16_t>((rest - 1) % Letters)));
    }
    return u"Clip "_s + letters;
}

} // namespace Porchlight
