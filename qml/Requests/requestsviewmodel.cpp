// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requestsviewmodel.h"

#include "requests/offences.h"
#include "requests/requesttime.h"
#include "requests/residentview.h"
#include "workflow/requestsentences.h"
#include "workflow/sentences.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Porchlight {

namespace {

QString joined(QStringList parts)
{
    parts.removeAll(QString());
    return parts.join(u" \u00b7 "_s);
}

QString areaText(const RequestArea &area)
{
    const QLocale english(QLocale::English, QLocale::UnitedStates);
    const double miles = area.squareMetres / RequestPolicy::SquareMetresPerSquareMile;
    return RequestsViewModel::tr("%1 sq mi (%2 m\u00b2)")
        .arg(english.toString(miles, 'f', 3), english.toString(area.squareMetres, 'f', 0));
}

} // namespace

RequestsViewModel::RequestsViewModel(RequestDispatch &dispatch, Store &store, QObject *parent)
    : QObject(parent)
    , m_dispatch(dispatch)
    , m_store(store)
{
    m_expiryTimer.setInterval(60s);
    connect(&m_expiryTimer, &QTimer::timeout, this,
            [this] { m_dispatch.expireDue().then(this, [](const Result<int, DispatchFailure> &) {}); });
    connect(&store, &Store::changed, this, [this](const StoreChange &change) {
        if (change.concerns(StoreChange::Kind::Request)) {
            readRequests();
        }
    });
    connect(&dispatch, &RequestDispatch::draftChanged, this, &RequestsViewModel::readDraft);
}

void RequestsViewModel::load()
{
    m_expiryTimer.start();
    m_dispatch.expireDue().then(this, [this](const Result<int, DispatchFailure> &) {
        readRequests();
        readDraft();
    });
}

void RequestsViewModel::readRequests()
{
    m_store.requests().then(this, [this](const StoreResult<std::vector<AreaRequest>> &requests) { adopt(requests); });
}

void RequestsViewModel::readDraft()
{
    m_dispatch.loadDraft().then(this, [this](const std::optional<RequestDraft> &draft) {
        m_draft =
            draft && !draft->isEmpty() ? std::optional(requestOf(m_dispatch.withOfficer(*draft), {})) : std::nullopt;
        rebuild();
    });
}

void RequestsViewModel::adopt(const StoreResult<std::vector<AreaRequest>> &requests)
{
    m_isLoading = false;
    m_errorText = requests ? QString() : sentenceFor(requests.error());
    if (requests) {
        m_requests = *requests;
    }
    rebuild();
}

void RequestsViewModel::rebuild()
{
    if (m_chosenId.isEmpty() && !m_requests.empty()) {
        m_chosenId = m_requests.front().idText();
    }
    m_chosen = findChosen();
    std::vector<RequestRow> rows;
    if (m_draft) {
        rows.push_back({.title = tr("Draft"), .isHeading = true});
        RequestRow row = rowOf(*m_draft);
        row.id = DraftId;
        row.isSelected = isDraft();
        rows.push_back(row);
    }
    addGroup(rows, RequestState::Published, tr("Published"));
    addGroup(rows, RequestState::Resolved, tr("Resolved"));
    addGroup(rows, RequestState::Expired, tr("Expired"));
    m_rows.setRows(std::move(rows));
    Q_EMIT listChanged();
    Q_EMIT chosenChanged();
}

void RequestsViewModel::addGroup(std::vector<RequestRow> &rows, RequestState state, const QString &heading) const
{
    const auto count = std::ranges::count(m_requests, state, &AreaRequest::state);
    if (count == 0) {
        return;
    }
    rows.push_back({.title = heading, .note = QString::number(count), .isHeading = true});
    for (const AreaRequest &request : m_requests) {
        if (request.state == state) {
            rows.push_back(rowOf(request));
        }
    }
}

RequestRow RequestsViewModel::rowOf(const AreaRequest &request) const
{
    const UtcTime begin = request.window.begin;
    const QString hours =
        begin.isNull() ? QString() : shortTime(begin, zoneOf(request.timeZone), m_dispatch.clock().now());
    return {.id = request.idText(),
            .title = request.title,
            .detail = joined({request.caseNumber, hours}),
            .note = noteOf(request),
            .isSelected = request.idText() == m_chosenId};
}

QString RequestsViewModel::noteOf(const AreaRequest &request) const
{
    const QTimeZone zone = zoneOf(request.timeZone);
    switch (request.state) {
    case RequestState::Draft:
        return tr("not sent");
    case RequestState::Published:
        return tr("ends %1").arg(shortDay(request.endsAt, zone));
    case RequestState::Resolved:
        return tr("resolved");
    case RequestState::Expired:
        return tr("ended %1").arg(shortDay(request.endsAt, zone));
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<AreaRequest> RequestsViewModel::findChosen() const
{
    if (m_chosenId == DraftId) {
        return m_draft;
    }
    const auto found = std::ranges::find(m_requests, m_chosenId, &AreaRequest::idText);
    return found == m_requests.end() ? std::nullopt : std::optional(*found);
}

void RequestsViewModel::choose(const QString &id)
{
    if (id.isEmpty() || id == m_chosenId) {
        return;
    }
    m_chosenId = id;
    m_failureText.clear();
    rebuild();
    Q_EMIT outcomeChanged();
}

void RequestsViewModel::chooseRequest(RequestId id)
{
    choose(id.toString());
}

void RequestsViewModel::setLanAddress(const QUrl &address)
{
    m_lanAddress = address;
    Q_EMIT chosenChanged();
}

QString RequestsViewModel::countText() const
{
    const auto open = std::ranges::count(m_requests, RequestState::Published, &AreaRequest::state);
    return tr("%1 open, %2 in all").arg(open).arg(m_requests.size());
}

bool RequestsViewModel::canResolve() const
{
    return m_chosen && m_chosen->state == RequestState::Published;
}

QString RequestsViewModel::stateText() const
{
    if (!m_chosen) {
        return {};
    }
    switch (m_chosen->state) {
    case RequestState::Draft:
        return tr("Draft");
    case RequestState::Published:
        return tr("Published");
    case RequestState::Resolved:
        return tr("Resolved");
    case RequestState::Expired:
        return tr("Expired");
    }
    Q_UNREACHABLE_RETURN({});
}

QString RequestsViewModel::residentFrom() const
{
    return m_chosen ? m_chosen->officer.agencyName : QString();
}

QString RequestsViewModel::residentTitle() const
{
    return m_chosen ? m_chosen->title : QString();
}

QString RequestsViewModel::residentHours() const
{
    return m_chosen ? residentView(*m_chosen).hours : QString();
}

QString RequestsViewModel::residentCase() const
{
    if (!m_chosen) {
        return {};
    }
    const ResidentView view = residentView(*m_chosen);
    const QString caseText = m_chosen->caseNumber.isEmpty() ? QString() : tr("Case %1").arg(m_chosen->caseNumber);
    return joined({caseText, view.officer, view.ends});
}

QString RequestsViewModel::residentText() const
{
    return m_chosen ? m_chosen->text : QString();
}

QString RequestsViewModel::residentChoice() const
{
    return residentView({}).choice;
}

QString RequestsViewModel::residentContact() const
{
    return m_chosen ? m_chosen->officer.contact : QString();
}

QList<RequestFact> RequestsViewModel::facts() const
{
    if (!m_chosen) {
        return {};
    }
    const QTimeZone zone = zoneOf(m_chosen->timeZone);
    const UtcTime now = m_dispatch.clock().now();
    const Offence *offence = findOffence(m_chosen->offence);
    QList<RequestFact> facts{
        {.label = tr("Case"), .value = m_chosen->caseNumber, .isCode = true},
        {.label = tr("Offence"), .value = offence == nullptr ? m_chosen->offence : offence->words},
        {.label = tr("Area"), .value = areaText(m_chosen->area)},
        {.label = tr("Window"), .value = lengthText(m_chosen->window.length())},
        {.label = tr("Asked by"), .value = joined({m_chosen->officer.name, m_chosen->officer.contact})},
    };
    if (!m_chosen->publishedAt.isNull()) {
        facts.append({.label = tr("Published"),
                      .value = shortTime(m_chosen->publishedAt, zone, now) + u' ' +
                               zone.abbreviation(m_chosen->publishedAt.toDateTime())});
    }
    facts.append({.label = tr("Ends"), .value = shortDay(m_chosen->endsAt, zone)});
    if (!isDraft()) {
        facts.append({.label = tr("Number"), .value = m_chosen->idText(), .isCode = true});
    }
    return facts;
}

/// The page as phones reach it, where they do.
QUrl RequestsViewModel::publicUrl() const
{
    if (!m_chosen || m_chosen->publicUrl.isEmpty()) {
        return {};
    }
    QUrl url(m_chosen->publicUrl);
    const bool isLoopback = url.host() == "127.0.0.1"_L1 || url.host() == "localhost"_L1 || url.host() == "::1"_L1;
    if (isLoopback && !m_lanAddress.isEmpty()) {
        url.setHost(m_lanAddress.host());
        url.setPort(m_lanAddress.port());
    }
    return url;
}

QString RequestsViewModel::linkHint() const
{
    const QUrl url = publicUrl();
    if (url.isEmpty()) {
        return {};
    }
    const bool isLoopback = url.host() == "127.0.0.1"_L1 || url.host() == "localhost"_L1 || url.host() == "::1"_L1;
    return isLoopback
               ? tr("Only this computer can open this page. In the settings it can be shown to phones on the same "
                    "network.")
               : tr("A phone on the same network can open this page.");
}

void RequestsViewModel::resolve()
{
    if (!canResolve() || m_isResolving) {
        return;
    }
    m_isResolving = true;
    m_failureText.clear();
    Q_EMIT outcomeChanged();
    m_dispatch.resolve(m_chosen->id).then(this, [this](const Result<AreaRequest, DispatchFailure> &resolved) {
        m_isResolving = false;
        if (!resolved) {
            m_failureText = sentenceFor(resolved.error());
        }
        readRequests();
        Q_EMIT outcomeChanged();
    });
}

void RequestsViewModel::copyLink()
{
    QGuiApplication::clipboard()->setText(publicUrl().toString());
}

void RequestsViewModel::closeNotice()
{
    m_failureText.clear();
    Q_EMIT outcomeChanged();
}

} // namespace Porchlight
