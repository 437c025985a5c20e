// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/requestdispatch.h"

#include "agencies/jurisdictionindex.h"
#include "agencies/plaintext.h"
#include "core/digesttext.h"
#include "requests/draftjson.h"
#include "requests/offences.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

template <typename T>
Result<T, DispatchFailure> failed(DispatchFailure failure)
{
    return std::unexpected(std::move(failure));
}

template <typename T>
DispatchFuture<T> answered(Result<T, DispatchFailure> result)
{
    return QtFuture::makeReadyValueFuture(std::move(result));
}

template <typename T>
DispatchFuture<T> answeredFailure(DispatchFailure failure)
{
    return answered<T>(failed<T>(std::move(failure)));
}

QString filled(const QString &first, const QString &second)
{
    return first.isEmpty() ? second : first;
}

/// The agency of that name that takes part.
std::optional<Agency> agencyNamed(const QString &name, const std::vector<Agency> &agencies)
{
    const QString wanted = folded(name);
    const auto agency = std::ranges::find_if(
        agencies, [&wanted](const Agency &each) { return !each.until.isValid() && folded(each.name) == wanted; });
    return agency == agencies.end() ? std::nullopt : std::optional(*agency);
}

/// The imported ground of an agency, else the one of the list of agencies; empty where neither is on file.
MultiPolygon groundOf(const Agency &agency, const std::optional<Jurisdiction> &imported)
{
    const JurisdictionIndex index({agency}, imported ? std::vector{*imported} : std::vector<Jurisdiction>());
    const auto *ground = index.of(agency.id);
    return ground == nullptr ? MultiPolygon() : ground->shape;
}

bool writeOwnerOnly(const QString &file, const QByteArray &bytes)
{
    if (!QDir().mkpath(QFileInfo(file).path())) {
        return false;
    }
    QSaveFile target(file);
    return target.open(QIODevice::WriteOnly) && target.setPermissions(QFile::ReadOwner | QFile::WriteOwner) &&
           target.write(bytes) == bytes.size() && target.commit();
}

} // namespace

RequestDispatch::RequestDispatch(Store &store, ExchangeClient &exchange, const LocalIdentity &identity,
                                 const Clock &clock, QString draftFile)
    : m_store(store)
    , m_exchange(exchange)
    , m_identity(identity)
    , m_clock(clock)
    , m_draftFile(std::move(draftFile))
{
    m_draftThread.setMaxThreadCount(1);
}

RequestDraft RequestDispatch::withOfficer(RequestDraft draft) const
{
    const Officer &officer = m_identity.officer();
    draft.officer = {.id = filled(officer.id, draft.officer.id),
                     .name = filled(officer.name, draft.officer.name),
                     .agencyName = filled(officer.agencyName, draft.officer.agencyName),
                     .contact = filled(officer.contact, draft.officer.contact)};
    return draft;
}

DispatchFuture<MultiPolygon> RequestDispatch::ownGround(const QString &agencyName)
{
    using Agencies = StoreResult<std::vector<Agency>>;
    using Found = StoreResult<std::optional<Agency>>;
    return m_store.agencies()
        .then(QtFuture::Launch::Async,
              [agencyName](const Agencies &agencies) -> Found {
                  return agencies.transform(
                      [&agencyName](const std::vector<Agency> &all) { return agencyNamed(agencyName, all); });
              })
        .then(this,
              [this](const Found &found) -> DispatchFuture<MultiPolygon> {
                  if (!found) {
                      return answeredFailure<MultiPolygon>(found.error());
                  }
                  if (!*found) {
                      return answered<MultiPolygon>(MultiPolygon());
                  }
                  return m_store.jurisdictionOf((*found)->id)
                      .then(QtFuture::Launch::Async,
                            [agency = **found](const StoreResult<std::optional<Jurisdiction>> &imported) {
                                return imported ? Result<MultiPolygon, DispatchFailure>(groundOf(agency, *imported))
                                                : failed<MultiPolygon>(imported.error());
                            });
              })
        .unwrap();
}

DispatchFuture<RequestContext> RequestDispatch::context(const RequestDraft &draft)
{
    using Requests = StoreResult<std::vector<AreaRequest>>;
    const UtcTime now = m_clock.now();
    return ownGround(withOfficer(draft).officer.agencyName)
        .then(
            this,
            [this, draft, now](const Result<MultiPolygon, DispatchFailure> &ground) -> DispatchFuture<RequestContext> {
                if (!ground) {
                    return answeredFailure<RequestContext>(ground.error());
                }
                return m_store.requests().then([ground = *ground, draft, now](const Requests &requests) {
                    if (!requests) {
                        return failed<RequestContext>(requests.error());
                    }
                    const auto count = std::ranges::count_if(*requests, [&draft](const AreaRequest &request) {
                        return request.caseNumber == draft.caseNumber.trimmed() && request.id != draft.id;
                    });
                    return Result<RequestContext, DispatchFailure>(
                        RequestContext{.now = now, .jurisdiction = ground, .requestsOfCase = static_cast<int>(count)});
                });
            })
        .unwrap();
}

DispatchFuture<std::vector<Finding>> RequestDispatch::check(const RequestDraft &draft)
{
    const RequestDraft complete = withOfficer(draft);
    return context(complete).then(
        QtFuture::Launch::Async, [complete, policy = m_policy](const Result<RequestContext, DispatchFailure> &context) {
            return context.transform([&complete, &policy](const RequestContext &around) {
                return RequestRules::check(complete, policy, around);
            });
        });
}

DispatchFuture<AreaRequest> RequestDispatch::publish(const RequestDraft &draft)
{
    const RequestDraft complete = withOfficer(draft);
    return check(complete)
        .then(this,
              [this,
               complete](const Result<std::vector<Finding>, DispatchFailure> &findings) -> DispatchFuture<CaseFile> {
                  if (!findings) {
                      return answeredFailure<CaseFile>(findings.error());
                  }
                  if (refusalCount(*findings) > 0) {
                      return answeredFailure<CaseFile>(DraftRefused{*findings});
                  }
                  return findOrOpenCase(complete);
              })
        .unwrap()
        .then(this,
              [this, complete](const Result<CaseFile, DispatchFailure> &caseFile) -> DispatchFuture<AreaRequest> {
                  if (!caseFile) {
                      return answeredFailure<AreaRequest>(caseFile.error());
                  }
                  return publishFor(complete, *caseFile);
              })
        .unwrap();
}

DispatchFuture<CaseFile> RequestDispatch::findOrOpenCase(const RequestDraft &draft)
{
    const QString number = draft.caseNumber.trimmed();
    return m_store.findCaseByNumber(number)
        .then(this,
              [this, number, draft](const StoreResult<std::optional<CaseFile>> &found) -> DispatchFuture<CaseFile> {
                  if (!found) {
                      return answeredFailure<CaseFile>(found.error());
                  }
                  if (*found) {
                      return answered<CaseFile>(**found);
                  }
                  const Offence *offence = findOffence(draft.offence);
                  const CaseFile opened{.id = CaseId::create(),
                                        .number = number,
                                        .title = offence == nullptr ? QString() : offence->words,
                                        .offence = draft.offence,
                                        .openedAt = m_clock.now()};
                  const EventDraft event{.action = CustodyAction::CaseOpened,
                                         .subject = CustodySubject::Case,
                                         .subjectId = opened.id.toString(),
                                         .caseId = opened.id,
                                         .officer = m_identity.officer(),
                                         .details = {{u"number"_s, number}}};
                  return m_store.addCase(opened, event).then([](const StoreResult<CaseFile> &added) {
                      return added ? Result<CaseFile, DispatchFailure>(*added) : failed<CaseFile>(added.error());
                  });
              })
        .unwrap();
}

DispatchFuture<AreaRequest> RequestDispatch::publishFor(const RequestDraft &draft, const CaseFile &caseFile)
{
    AreaRequest request = requestOf(draft, caseFile.id);
    if (request.id.isNull()) {
        request.id = RequestId::create();
    }
    return m_exchange.publish(request)
        .then(this,
              [this](const ExchangeResult<PublishedRequest> &published) -> DispatchFuture<AreaRequest> {
                  if (!published) {
                      return answeredFailure<AreaRequest>(published.error());
                  }
                  return recordPublished(*published);
              })
        .unwrap();
}

DispatchFuture<AreaRequest> RequestDispatch::recordPublished(const PublishedRequest &published)
{
    EventDraft event = eventFor(CustodyAction::RequestPublished, published.request);
    event.digest = sha256(published.signedBytes);
    event.details[u"exchangeKey"_s] = QString::fromLatin1(published.exchangeKey.toHex());
    event.details[u"signature"_s] = QString::fromLatin1(published.signature.toBase64());
    event.details[u"publicUrl"_s] = published.request.publicUrl;
    return m_store.addRequest(published.request, event)
        .then(this, [this, request = published.request](const StoreResult<void> &done) {
            if (!done && done.error().code != StoreError::AlreadyThere) {
                return failed<AreaRequest>(NotRecorded{.request = request, .why = done.error()});
            }
            discardDraft();
            return Result<AreaRequest, DispatchFailure>(request);
        });
}

DispatchFuture<AreaRequest> RequestDispatch::resolve(RequestId id)
{
    return m_exchange.resolve(id)
        .then(this,
              [this](const ExchangeResult<AreaRequest> &resolved) -> DispatchFuture<AreaRequest> {
                  if (!resolved) {
                      return answeredFailure<AreaRequest>(resolved.error());
                  }
                  const EventDraft event = eventFor(CustodyAction::RequestResolved, *resolved);
                  return m_store.setRequestState(resolved->id, RequestState::Resolved, event)
                      .then([request = *resolved](const StoreResult<void> &done) {
                          return done ? Result<AreaRequest, DispatchFailure>(request)
                                      : failed<AreaRequest>(NotRecorded{.request = request, .why = done.error()});
                      });
              })
        .unwrap();
}

DispatchFuture<int> RequestDispatch::expireDue()
{
    using Requests = StoreResult<std::vector<AreaRequest>>;
    return m_store.requests()
        .then(this,
              [this](const Requests &requests) -> DispatchFuture<int> {
                  if (!requests) {
                      return answeredFailure<int>(requests.error());
                  }
                  QList<StoreFuture<void>> changes;
                  for (const AreaRequest &request : *requests) {
                      if (request.state == RequestState::Published && request.endsAt <= m_clock.now()) {
                          changes.append(m_store.setRequestState(request.id, RequestState::Expired,
                                                                 eventFor(CustodyAction::RequestExpired, request)));
                      }
                  }
                  if (changes.isEmpty()) {
                      return answered<int>(0);
                  }
                  return QtFuture::whenAll(changes.begin(), changes.end())
                      .then([](const QList<StoreFuture<void>> &done) -> Result<int, DispatchFailure> {
                          for (const StoreFuture<void> &one : done) {
                              if (!one.result()) {
                                  return failed<int>(one.result().error());
                              }
                          }
                          return static_cast<int>(done.size());
                      });
              })
        .unwrap();
}

EventDraft RequestDispatch::eventFor(CustodyAction action, const AreaRequest &request) const
{
    return {.action = action,
            .subject = CustodySubject::Request,
            .subjectId = request.id.toString(),
            .caseId = request.caseId,
            .officer = m_identity.officer(),
            .details = {{u"title"_s, request.title}, {u"caseNumber"_s, request.caseNumber}}};
}

QFuture<bool> RequestDispatch::saveDraft(const RequestDraft &draft)
{
    const QByteArray bytes = QJsonDocument(toJson(draft)).toJson();
    return QtConcurrent::run(&m_draftThread, [file = m_draftFile, bytes] { return writeOwnerOnly(file, bytes); })
        .then(this, [this](bool isSaved) {
            Q_EMIT draftChanged();
            return isSaved;
        });
}

QFuture<std::optional<RequestDraft>> RequestDispatch::loadDraft()
{
    return QtConcurrent::run(&m_draftThread, [file = m_draftFile]() -> std::optional<RequestDraft> {
        QFile source(file);
        if (!source.open(QIODevice::ReadOnly)) {
            return std::nullopt;
        }
        const auto draft = readDraft(source.readAll());
        return draft ? std::optional(*draft) : std::nullopt;
    });
}

void RequestDispatch::discardDraft()
{
    QtConcurrent::run(&m_draftThread, [file = m_draftFile] { return QFile::remove(file); }).then(this, [this](bool) {
        Q_EMIT draftChanged();
    });
}

} // namespace Porchlight
