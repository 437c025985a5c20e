// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "reviewdesk.h"

#include <QFile>
#include <QQmlEngine>
#include <QQuickItem>
#include <QSettings>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int Patience = 10'000;

template <typename T>
bool waitFor(const QFuture<T> &future)
{
    return QTest::qWaitFor([&future] { return future.isFinished(); }, Patience);
}

QByteArray bytesOf(const ReviewDesk::ClipSettings &settings)
{
    if (settings.file.isEmpty()) {
        return "not really a clip: " + settings.placeText.toUtf8();
    }
    QFile file(settings.file);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

AreaRequest requestOf(const CaseFile &caseFile, const Officer &officer)
{
    AreaRequest request;
    request.id = RequestId::create();
    request.caseId = caseFile.id;
    request.caseNumber = caseFile.number;
    request.offence = u"burglary"_s;
    request.title = u"Footage of Wood Street"_s;
    request.text = u"A white van."_s;
    request.area.geoJson = R"({"type":"Polygon","coordinates":[[[0,0],[0,1],[1,1],[0,0]]]})";
    request.area.squareMetres = 100'000;
    request.window = {.begin = UtcTime::fromString(u"2026-11-22T20:00:00Z").value(),
                      .end = UtcTime::fromString(u"2026-11-22T22:00:00Z").value()};
    request.endsAt = UtcTime::fromString(u"2026-12-01T00:00:00Z").value();
    request.state = RequestState::Published;
    request.officer = officer;
    request.publishedAt = UtcTime::fromString(u"2026-11-23T07:00:00Z").value();
    return request;
}

ConsentReceipt receiptFor(const ReviewDesk::ClipSettings &settings, const SealedItem &item, RequestId request)
{
    ConsentReceipt receipt;
    receipt.id = ReceiptId::create();
    receipt.requestId = request;
    receipt.clipDigest = item.digest;
    receipt.clipSize = item.size;
    receipt.scope = {.sound = settings.allowsSound,
                     .place = PlacePrecision::Block,
                     .purpose = UsePurpose::ThisCaseAndProsecution,
                     .until = settings.until};
    receipt.givenAt = UtcTime::fromString(u"2026-11-23T08:00:00Z").value();
    receipt.signedBytes = "{}";
    receipt.signature = QByteArray(64, 's');
    receipt.exchangeKey = QByteArray(32, 'k');
    return receipt;
}

QQuickItem *itemBelow(QQuickItem *item, const QString &name)
{
    if (item->objectName() == name) {
        return item;
    }
    for (QQuickItem *const child : item->childItems()) {
        if (QQuickItem *const found = itemBelow(child, name)) {
            return found;
        }
    }
    return nullptr;
}

} // namespace

QQuickItem *itemNamed(QQuickView *view, const QString &name)
{
    return itemBelow(view->contentItem(), name);
}

ReviewDesk::ReviewDesk(ReviewSession::SourceMaker makeSource)
{
    // What panels remember goes into the folder of the test.
    QCoreApplication::setOrganizationName(u"porchlight-tests"_s);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, m_folder.path());
    m_workplace = std::make_unique<Workplace>(WorkplaceOptions{.dataDirectory = m_folder.path()});
    if (!waitFor(m_workplace->opened()) || !m_workplace->opened().result()) {
        return;
    }
    m_case.id = CaseId::create();
    m_case.number = u"2026-004117"_s;
    m_case.title = u"Burglary, 2300 block of Wood Street"_s;
    m_case.openedAt = m_workplace->clock().now();
    const auto added = m_workplace->store().addCase(m_case, {.action = CustodyAction::CaseOpened,
                                                             .subject = CustodySubject::Case,
                                                             .subjectId = m_case.idText(),
                                                             .caseId = m_case.id,
                                                             .officer = m_workplace->identity().officer()});
    const AreaRequest request = requestOf(m_case, m_workplace->identity().officer());
    m_request = request.id;
    const auto asked = m_workplace->store().addRequest(request, {.action = CustodyAction::RequestPublished,
                                                                 .subject = CustodySubject::Request,
                                                                 .subjectId = request.idText(),
                                                                 .caseId = m_case.id,
                                                                 .officer = m_workplace->identity().officer()});
    m_currentCase = std::make_unique<CurrentCase>(m_workplace->store(), m_workplace->identity(), m_workplace->clock());
    m_wall = std::make_unique<CameraWall>(m_workplace->store(), m_workplace->vault(), m_workplace->identity(),
                                          m_workplace->clock(), std::move(makeSource));
    m_preferences = std::make_unique<PreferenceKeeper>(m_folder.path(), Preferences(), m_workplace->store(),
                                                       m_workplace->identity());
    m_viewModel = std::make_unique<ReviewViewModel>(*m_wall, *m_currentCase, *m_preferences);
    if (!waitFor(added) || !added.result() || !waitFor(asked) || !asked.result()) {
        return;
    }
    m_currentCase->load();
    m_isReady = QTest::qWaitFor([this] { return m_currentCase->caseFile().has_value(); }, Patience);
}

ClipId ReviewDesk::addClip(const ClipSettings &settings)
{
    const auto sealed = m_workplace->vault().importBytes(bytesOf(settings));
    if (!waitFor(sealed) || !sealed.result()) {
        return {};
    }
    SharedClip clip;
    clip.id = ClipId::create();
    clip.caseId = m_case.id;
    clip.receipt = receiptFor(settings, *sealed.result(), m_request);
    clip.requestId = m_request;
    clip.digest = sealed.result()->digest;
    clip.size = sealed.result()->size;
    clip.originalName = u"clip.mp4"_s;
    clip.placeText = settings.placeText;
    clip.statedStart = settings.start;
    clip.state = settings.state;
    clip.isSensitive = settings.isSensitive;
    clip.facts.durationMicroseconds = 20'000'000;
    clip.receivedAt = m_workplace->clock().now();
    const auto added = m_workplace->store().addClip(clip, {},
                                                    {.action = CustodyAction::ClipImported,
                                                     .subject = CustodySubject::Clip,
                                                     .subjectId = clip.idText(),
                                                     .caseId = m_case.id,
                                                     .digest = clip.digest,
                                                     .officer = m_workplace->identity().officer()});
    if (!waitFor(added) || !added.result()) {
        return {};
    }
    return clip.id;
}

std::vector<CustodyEvent> ReviewDesk::log()
{
    const auto log = m_workplace->store().custodyLog();
    return waitFor(log) && log.result() ? *log.result() : std::vector<CustodyEvent>();
}

std::unique_ptr<Store> ReviewDesk::anotherProgram()
{
    return std::make_unique<Store>(
        StoreOptions{.address = m_workplace->options().dataDirectory + u"/porchlight.sqlite"_s,
                     .headFile = {},
                     .workstation = u"another"_s},
        m_workplace->clock());
}

std::vector<CustodyAction> ReviewDesk::actions()
{
    std::vector<CustodyAction> actions;
    for (const CustodyEvent &event : log()) {
        actions.push_back(event.action);
    }
    return actions;
}

QQuickView *ReviewDesk::showPage(QSize size, bool isNight)
{
    m_view = std::make_unique<QQuickView>();
    m_view->setResizeMode(QQuickView::SizeRootObjectToView);
    m_view->setInitialProperties({{u"viewModel"_s, QVariant::fromValue(m_viewModel.get())}});
    m_view->loadFromModule("Porchlight.Review", "ReviewPage");
    // Review is dark unless the officer chose otherwise.
    m_view->engine()->singletonInstance<QObject *>("Porchlight.Theme", "Theme")->setProperty("dark", isNight);
    m_view->resize(size);
    m_view->show();
    m_view->requestActivate();
    return QTest::qWaitForWindowActive(m_view.get()) ? m_view.get() : nullptr;
}

} // namespace Porchlight
