// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/exportplace.h"

#include "core/digesttext.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Porchlight {

namespace {

template <typename T>
T answered(QFuture<T> future)
{
    // Some answers come by the event loop of this thread.
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 60s)) {
        qFatal("no answer");
    }
    T result = future.takeResult();
    if (!result) {
        qFatal("not done: %s", qPrintable(result.error().detail));
    }
    return result;
}

const Officer Somebody{.id = u"2217"_s,
                       .name = u"M. Okafor"_s,
                       .agencyName = u"Larkfield Police Department"_s,
                       .contact = u"+1 555 0117"_s};

} // namespace

ExportPlace::ExportPlace(Start start)
    : m_identity(m_folder.filePath(u"officer.json"_s))
    , m_vault(m_folder.filePath(u"vault"_s))
    , m_store({.address = m_folder.filePath(u"store.sqlite"_s),
               .headFile = m_folder.filePath(u"head.json"_s),
               .workstation = u"desk-4"_s},
              m_clock)
    , m_currentCase(m_store, m_identity, m_clock)
    , m_export(m_store, m_vault, m_identity, m_clock, [this] {
        FakeFrameSource::Script script{.starts = evenStarts(30, 33'333us)};
        if (!scripts.empty()) {
            script = scripts.front();
            scripts.pop_front();
        }
        return std::make_unique<FakeFrameSource>(script);
    })
{
    QDir(m_folder.path()).mkpath(u"out"_s);
    answered(m_identity.change(Somebody));
    if (start == Start::Empty) {
        return;
    }
    m_case = {.id = CaseId::create(),
              .number = u"2026-004117"_s,
              .title = u"Burglary, 2300 block of Wood Street"_s,
              .offence = u"burglary"_s,
              .openedAt = m_clock.now()};
    answered(m_store.addCase(m_case, draft(CustodyAction::CaseOpened, CustodySubject::Case, m_case.id.toString())));
}

EventDraft ExportPlace::draft(CustodyAction action, CustodySubject subject, const QString &id) const
{
    return {.action = action, .subject = subject, .subjectId = id, .caseId = m_case.id, .officer = Somebody};
}

SharedClip ExportPlace::addClip(const QByteArray &bytes, const QString &name, ClipState state)
{
    SharedClip clip;
    clip.id = ClipId::create();
    clip.caseId = m_case.id;
    const auto sealed = answered(m_vault.importBytes(bytes));
    clip.digest = sealed->digest;
    clip.sha512 = sealed->sha512;
    clip.size = bytes.size();
    clip.originalName = name;
    clip.placeText = u"2300 block of Wood Street"_s;
    clip.facts = {.container = u"mov"_s,
                  .videoCodec = u"h264"_s,
                  .width = 1280,
                  .height = 720,
                  .durationMicroseconds = 1'000'000,
                  .frameCount = 30,
                  .audioCodec = u"aac"_s,
                  .isDamaged = false};
    clip.state = state;
    clip.declineReason = state == ClipState::Declined ? u"shows another street"_s : QString();
    clip.receivedAt = m_clock.now();
    EventDraft event = draft(CustodyAction::ClipImported, CustodySubject::Clip, clip.id.toString());
    event.digest = clip.digest;
    answered(m_store.addClip(clip, {}, event));
    return clip;
}

void ExportPlace::addNote(const SharedClip &clip, qint64 first, qint64 last, const QString &text)
{
    const Marker marker{.id = MarkerId::create(),
                        .clipId = clip.id,
                        .firstFrame = first,
                        .lastFrame = last,
                        .firstMicroseconds = first * 33'333,
                        .lastMicroseconds = last * 33'333,
                        .note = text,
                        .author = Somebody,
                        .createdAt = m_clock.now()};
    answered(
        m_store.addMarker(marker, draft(CustodyAction::MarkerAdded, CustodySubject::Marker, marker.id.toString())));
}

void ExportPlace::addStill(const SharedClip &clip, qint64 frame)
{
    const QByteArray png = "picture of frame " + QByteArray::number(frame);
    const Still still{.id = StillId::create(),
                      .clipId = clip.id,
                      .frame = frame,
                      .pts = MediaTime(frame * 3000, {.numerator = 1, .denominator = 90000}),
                      .pictureType = u"P"_s,
                      .digest = answered(m_vault.importBytes(png))->digest,
                      .size = png.size(),
                      .note = u"the van"_s,
                      .author = Somebody,
                      .takenAt = m_clock.now()};
    const QJsonObject record{{u"clip"_s, QJsonObject{{u"sha256"_s, clip.digestText()}}},
                             {u"frame"_s, QJsonObject{{u"number"_s, frame}}},
                             {u"picture"_s, QJsonObject{{u"sha256"_s, still.digestText()}}}};
    EventDraft event = draft(CustodyAction::StillTaken, CustodySubject::Still, still.id.toString());
    const auto kept = answered(m_vault.importBytes(QJsonDocument(record).toJson()));
    event.details = {{u"record"_s, digestToString(kept->digest)}};
    answered(m_store.addStill(still, event));
}

void ExportPlace::addRequest()
{
    const UtcTime now = m_clock.now();
    const AreaRequest request{.id = RequestId::create(),
                              .caseId = m_case.id,
                              .caseNumber = m_case.number,
                              .offence = m_case.offence,
                              .title = u"Footage of Wood Street"_s,
                              .text = u"We look for a van."_s,
                              .area = {.kind = AreaKind::Rectangle,
                                       .geoJson = R"({"coordinates":[[[0,0],[0,1],[1,1],[0,0]]],"type":"Polygon"})",
                                       .squareMetres = 120000,
                                       .centre = {},
                                       .radiusMetres = 0},
                              .window = {.begin = now - 2h, .end = now - 1h},
                              .endsAt = now + 240h,
                              .state = RequestState::Published,
                              .officer = Somebody,
                              .publishedAt = now};
    answered(m_store.addRequest(
        request, draft(CustodyAction::RequestPublished, CustodySubject::Request, request.id.toString())));
}

std::vector<CustodyEvent> ExportPlace::log()
{
    return *answered(m_store.custodyLog({.caseId = m_case.id}));
}

} // namespace Porchlight
