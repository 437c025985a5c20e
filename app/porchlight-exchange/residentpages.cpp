// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "residentpages.h"

#include "areasketch.h"
#include "core/digesttext.h"
#include "domain/json.h"
#include "geo/measures.h"
#include "pagewords.h"

#include <QFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using Method = HttpQuestion::Method;
using Well = QHttpHeaders::WellKnownHeader;
using Values = QHash<QString, Html>;

constexpr int DefaultYears = 1;
constexpr int MostYears = 5;

HttpAnswer page(const QString &title, const Html &body, int status = 200)
{
    const Html whole = Html::fromTemplate(u"layout.html"_s, {{u"title"_s, Html::text(title)}, {u"body"_s, body}});
    return {.status = status,
            .type = "text/html; charset=utf-8",
            .body = whole.markup().toUtf8(),
            .slice = {},
            .headers = {}};
}

HttpAnswer message(const QString &title, const QString &text, int status, const Html &link = {})
{
    return page(
        title,
        Html::fromTemplate(u"message.html"_s,
                           {{u"title"_s, Html::text(title)}, {u"text"_s, Html::paragraphs(text)}, {u"link"_s, link}}),
        status);
}

Html linkBack(RequestId id)
{
    return Html::fromTemplate(u"backlink.html"_s, {{u"id"_s, Html::text(id.toString())}});
}

HttpAnswer problem(const Failure<SiteError> &failure, const Html &link = {})
{
    const QString title = failure.code == SiteError::NotFound ? u"Not here"_s : u"Nothing was shared"_s;
    return message(title, failure.detail, statusOf(failure.code), link);
}

HttpAnswer asset(const QString &name, const QByteArray &type)
{
    QFile file(u":/exchange/"_s + name);
    const bool isThere = file.open(QIODevice::ReadOnly);
    return {.status = isThere ? 200 : 404,
            .type = type,
            .body = isThere ? file.readAll() : QByteArray(),
            .slice = {},
            .headers = {}};
}

Html choice(const QString &name, const QString &value)
{
    return Html::fromTemplate(u"choice.html"_s, {{u"name"_s, Html::text(name)}, {u"value"_s, Html::text(value)}});
}

QString placeText(const ConsentScope &scope, const QString &text)
{
    if (scope.place == PlacePrecision::None) {
        return u"not told"_s;
    }
    const QString precision = scope.place == PlacePrecision::Block ? u"the block only"_s : u"exact address"_s;
    return text.isEmpty() ? precision : u"%1: %2"_s.arg(precision, text);
}

/// What was chosen, in the words of the form.
Html choiceRows(const ConsentChoices &choices, const QTimeZone &zone)
{
    const ConsentScope &scope = choices.scope;
    Html rows =
        choice(u"Picture"_s, choices.isSensitive ? u"may be used; blurred until asked for"_s : u"may be used"_s);
    rows += choice(u"Sound"_s, scope.sound ? u"may be used"_s : u"may not be used"_s);
    rows += choice(u"Place"_s, placeText(scope, choices.placeText));
    rows += choice(u"For"_s, purposeText(scope.purpose));
    rows += choice(u"Until"_s, QLocale(QLocale::English).toString(scope.until, u"d MMMM yyyy"_s));
    if (choices.statedStart) {
        rows += choice(u"Begins at"_s, momentText(*choices.statedStart, zone) + u", by the camera's clock"_s);
    }
    if (choices.clockOffsetMicroseconds) {
        rows += choice(u"Camera's clock"_s, clockText(*choices.clockOffsetMicroseconds));
    }
    if (!choices.note.isEmpty()) {
        rows += choice(u"Note"_s, choices.note);
    }
    return rows;
}

Html mark(bool isOn, const QString &attribute)
{
    return isOn ? Html::text(u' ' + attribute) : Html();
}

} // namespace

ResidentPages::ResidentPages(FootageExchange &exchange, qint64 formBytes)
    : m_exchange(exchange)
    , m_formBytes(formBytes)
{}

HttpAnswer ResidentPages::answer(const HttpQuestion &question)
{
    const QString what = question.path.value(0);
    if (what == u"r" && question.path.size() >= 2) {
        return onRequest(question);
    }
    if (what == u"review" && question.path.size() >= 2) {
        return onReview(question);
    }
    const bool isReading = question.method == Method::Get || question.method == Method::Head;
    if (!isReading) {
        return methodNotAllowed("GET");
    }
    if (what == u"receipt" && question.path.size() >= 2) {
        return onReceipt(question);
    }
    if (question.path.isEmpty()) {
        return ledger();
    }
    const std::optional<HttpAnswer> fixed = question.path.size() == 1 ? fixedPage(what) : std::nullopt;
    return fixed ? *fixed : message(u"Not here"_s, u"There is no page of this name."_s, 404);
}

std::optional<HttpAnswer> ResidentPages::fixedPage(const QString &name) const
{
    if (name == u"page.css") {
        return asset(name, "text/css; charset=utf-8");
    }
    if (name == u"share.js") {
        return asset(name, "text/javascript; charset=utf-8");
    }
    if (name == u"icon.svg") {
        return asset(name, "image/svg+xml");
    }
    if (name == u"about") {
        return page(u"How this works"_s, Html::fromTemplate(u"about.html"_s, {}));
    }
    if (name == u"ignored") {
        return message(u"All right"_s, u"Nothing was shared and nothing was noted. You can close this page."_s, 200);
    }
    return std::nullopt;
}

HttpAnswer ResidentPages::ledger() const
{
    SiteResult<QList<LedgerEntry>> entries = m_exchange.records().ledger();
    if (!entries) {
        return problem(entries.error());
    }
    std::reverse(entries->begin(), entries->end());
    Html all;
    for (const LedgerEntry &entry : std::as_const(*entries)) {
        const AreaRequest &request = entry.request;
        const QTimeZone zone = m_exchange.zoneOf(request);
        all += Html::fromTemplate(
            u"ledgerentry.html"_s,
            {{u"agency"_s, Html::text(request.officer.agencyName)},
             {u"state"_s, Html::text(stateText(request.state))},
             {u"id"_s, Html::text(request.id.toString())},
             {u"title"_s, Html::text(request.title)},
             {u"hours"_s, Html::text(hoursText(request.window, zone))},
             {u"caseNumber"_s, Html::text(request.caseNumber)},
             {u"offence"_s, Html::text(request.offence)},
             {u"officer"_s, Html::text(request.officer.name)},
             {u"miles"_s, Html::text(QString::number(squareMiles(request.area.squareMetres), 'f', 2))},
             {u"published"_s, Html::text(momentText(request.publishedAt, zone))},
             {u"text"_s, Html::paragraphs(request.text)}});
    }
    if (entries->isEmpty()) {
        all = Html::paragraphs(u"No request has been published here yet."_s);
    }
    return page(u"All requests"_s, Html::fromTemplate(u"ledger.html"_s, {{u"requests"_s, all}}));
}

HttpAnswer ResidentPages::onRequest(const HttpQuestion &question)
{
    const std::optional<RequestId> id = RequestId::fromString(question.path.at(1));
    const SiteResult<LedgerEntry> entry =
        id ? m_exchange.request(*id)
           : SiteResult<LedgerEntry>(fail(SiteError::NotFound, u"There is no such request."_s));
    if (!entry) {
        return problem(entry.error());
    }
    if (question.path.size() == 3 && question.path.at(2) == u"clip") {
        return question.method == Method::Post ? takeClip(question, *entry) : seeOther(u"/r/"_s + id->toString());
    }
    if (question.path.size() != 2) {
        return message(u"Not here"_s, u"There is no page of this name."_s, 404);
    }
    if (question.method != Method::Get && question.method != Method::Head) {
        return methodNotAllowed("GET");
    }
    return requestPage(*entry, {});
}

Html ResidentPages::requestHead(const LedgerEntry &entry) const
{
    const AreaRequest &request = entry.request;
    const QTimeZone zone = m_exchange.zoneOf(request);
    const bool isOpen = request.state == RequestState::Published;
    const QString ends = (isOpen ? u"ends "_s : u"ended "_s) +
                         dayText(request.state == RequestState::Resolved ? entry.resolvedAt : request.endsAt, zone);
    return Html::fromTemplate(u"requesthead.html"_s, {{u"agency"_s, Html::text(request.officer.agencyName)},
                                                      {u"title"_s, Html::text(request.title)},
                                                      {u"hours"_s, Html::text(hoursText(request.window, zone))},
                                                      {u"caseNumber"_s, Html::text(request.caseNumber)},
                                                      {u"officer"_s, Html::text(request.officer.name)},
                                                      {u"ends"_s, Html::text(ends)},
                                                      {u"sketch"_s, areaSketch(request.area)},
                                                      {u"text"_s, Html::paragraphs(request.text)},
                                                      {u"contact"_s, Html::text(request.officer.contact)}});
}

Html ResidentPages::requestForm(const LedgerEntry &entry, const FormState &state) const
{
    const FormBody &form = state.form;
    const QTimeZone zone = m_exchange.zoneOf(entry.request);
    const QDate today = m_exchange.now().toDateTime().toTimeZone(zone).date();
    const QString until = form.text(u"until"_s);
    const auto place = fromWord<PlacePrecision>(form.text(u"place"_s)).value_or(PlacePrecision::Block);
    const bool isForProsecution = form.text(u"purpose"_s) == toWord(UsePurpose::ThisCaseAndProsecution);
    Html faults;
    if (!state.faults.isEmpty()) {
        faults = Html::fromTemplate(u"faults.html"_s, {{u"sentences"_s, Html::text(state.faults.join(u' '))}});
    }
    const qint64 clipBytes = m_exchange.uploads().limits().clipBytes;
    const Values values{
        {u"head"_s, requestHead(entry)},
        {u"faults"_s, faults},
        {u"id"_s, Html::text(entry.request.id.toString())},
        {u"clipBytes"_s, Html::text(QString::number(clipBytes))},
        {u"clipLimit"_s, Html::text(sizeText(clipBytes))},
        {u"formLimit"_s, Html::text(sizeText(std::min(m_formBytes, clipBytes)))},
        {u"soundOn"_s, mark(form.has(u"sound"_s), u"checked"_s)},
        {u"sensitiveOn"_s, mark(form.has(u"sensitive"_s), u"checked"_s)},
        {u"blockOn"_s, mark(place == PlacePrecision::Block, u"checked"_s)},
        {u"addressOn"_s, mark(place == PlacePrecision::Address, u"checked"_s)},
        {u"noneOn"_s, mark(place == PlacePrecision::None, u"checked"_s)},
        {u"caseOn"_s, mark(!isForProsecution, u"checked"_s)},
        {u"prosecutionOn"_s, mark(isForProsecution, u"checked"_s)},
        {u"address"_s, Html::text(form.text(u"address"_s))},
        {u"note"_s, Html::text(form.text(u"note"_s))},
        {u"start"_s, Html::text(form.text(u"start"_s))},
        {u"until"_s, Html::text(until.isEmpty() ? today.addYears(DefaultYears).toString(Qt::ISODate) : until)},
        {u"today"_s, Html::text(today.toString(Qt::ISODate))},
        {u"latest"_s, Html::text(today.addYears(MostYears).toString(Qt::ISODate))},
        {u"zone"_s,
         Html::text(zone.displayName(m_exchange.now().toDateTime(), QTimeZone::LongName, QLocale(QLocale::English)))},
        {u"upload"_s, Html::text(state.uploadId)},
        {u"fileRequired"_s, mark(state.uploadId.isEmpty(), u"required"_s)},
    };
    return Html::fromTemplate(u"requestopen.html"_s, values);
}

HttpAnswer ResidentPages::requestPage(const LedgerEntry &entry, const FormState &state, int status) const
{
    const AreaRequest &request = entry.request;
    if (request.state == RequestState::Published) {
        return page(request.title, requestForm(entry, state), status);
    }
    const bool isResolved = request.state == RequestState::Resolved;
    const Values values{
        {u"head"_s, requestHead(entry)},
        {u"state"_s, Html::text(isResolved ? u"This request is resolved."_s : u"This request has ended."_s)},
        {u"sentence"_s, Html::text(isResolved ? u"The officer marked it as resolved. Nothing more is asked of you."_s
                                              : u"Its time is over. Nothing more is asked of you."_s)},
    };
    return page(request.title, Html::fromTemplate(u"requestended.html"_s, values), status);
}

SiteResult<UploadRecord> ResidentPages::uploadOf(const FormBody &form, RequestId request)
{
    Uploads &uploads = m_exchange.uploads();
    const QString id = form.text(u"upload"_s);
    if (!id.isEmpty() && !form.file) {
        SiteResult<UploadRecord> upload = uploads.find(id);
        if (upload && upload->requestId != request) {
            return fail(SiteError::NotFound, u"This clip was sent for another request."_s);
        }
        return upload;
    }
    if (!form.file) {
        return fail(SiteError::Refused, u"Choose a clip first."_s);
    }
    const SiteResult<UploadRecord> begun = uploads.begin(request, form.file->name, form.file->bytes.size());
    if (!begun) {
        return begun;
    }
    const SiteResult<qint64> taken = uploads.append(*begun, 0, form.file->bytes);
    if (!taken) {
        std::ignore = uploads.discard(begun->id);
        return std::unexpected(taken.error());
    }
    return uploads.find(begun->id);
}

HttpAnswer ResidentPages::takeClip(const HttpQuestion &question, const LedgerEntry &entry)
{
    const RequestId request = entry.request.id;
    if (entry.request.state != RequestState::Published) {
        return requestPage(entry, {}, statusOf(SiteError::Refused));
    }
    const std::optional<FormBody> form = readForm(question.header("Content-Type"), question.body);
    if (!form) {
        return message(u"Nothing was shared"_s,
                       u"What arrived could not be read: it may have been cut on its way. Please try again."_s, 400,
                       linkBack(request));
    }
    const SiteResult<UploadRecord> upload = uploadOf(*form, request);
    const auto choices = readConsent(*form, {.now = m_exchange.now(), .zone = m_exchange.zoneOf(entry.request)});
    FormState state{.form = *form, .faults = {}, .uploadId = upload ? upload->id : QString()};
    state.faults += choices ? QStringList() : choices.error();
    state.faults += upload ? QStringList() : QStringList(upload.error().detail);
    if (!state.faults.isEmpty()) {
        const int status = upload ? statusOf(SiteError::Refused) : statusOf(upload.error().code);
        return requestPage(entry, state, status);
    }
    const SiteResult<void> kept = m_exchange.records().setConsent(upload->id, consentToJson(*choices));
    return kept ? seeOther(u"/review/"_s + upload->id) : problem(kept.error(), linkBack(request));
}

HttpAnswer ResidentPages::onReview(const HttpQuestion &question)
{
    const SiteResult<UploadRecord> upload = m_exchange.uploads().find(question.path.at(1));
    if (!upload) {
        return problem(upload.error());
    }
    const QString act = question.path.value(2);
    const bool isPost = question.method == Method::Post;
    if (act == u"share" && isPost) {
        return share(*upload);
    }
    if (act == u"discard" && isPost) {
        return discard(*upload);
    }
    const bool isPlace = act.isEmpty() && !isPost;
    if (!isPlace) {
        return methodNotAllowed("GET, POST");
    }
    if (upload->state == UploadRecord::State::Shared) {
        return share(*upload); // leads to the receipt that is there already
    }
    return reviewPage(*upload);
}

HttpAnswer ResidentPages::reviewPage(const UploadRecord &upload) const
{
    const SiteResult<LedgerEntry> entry = m_exchange.openRequest(upload.requestId);
    if (!entry) {
        return problem(entry.error());
    }
    const std::optional<ConsentChoices> choices = consentFromJson(upload.consent);
    if (upload.state != UploadRecord::State::Whole || !choices) {
        return message(u"Not yet"_s, u"The clip has not arrived in full. Nothing was shared."_s, 409,
                       linkBack(upload.requestId));
    }
    const Values values{
        {u"agency"_s, Html::text(entry->request.officer.agencyName)},
        {u"caseNumber"_s, Html::text(entry->request.caseNumber)},
        {u"fileName"_s, Html::text(upload.fileName)},
        {u"size"_s, Html::text(sizeText(upload.size))},
        {u"digest"_s, Html::text(upload.digest)},
        {u"choices"_s, choiceRows(*choices, m_exchange.zoneOf(entry->request))},
        {u"upload"_s, Html::text(upload.id)},
    };
    return page(u"Review"_s, Html::fromTemplate(u"review.html"_s, values));
}

HttpAnswer ResidentPages::share(const UploadRecord &upload)
{
    const SiteResult<ClipOffer> offer = m_exchange.share(upload);
    return offer ? seeOther(u"/receipt/"_s + offer->receipt.id.toString())
                 : problem(offer.error(), linkBack(upload.requestId));
}

HttpAnswer ResidentPages::discard(const UploadRecord &upload)
{
    const SiteResult<void> gone = m_exchange.uploads().discard(upload.id);
    if (!gone) {
        return problem(gone.error(), linkBack(upload.requestId));
    }
    return message(u"Deleted"_s, u"The clip was deleted here and was not shared."_s, 200, linkBack(upload.requestId));
}

HttpAnswer ResidentPages::onReceipt(const HttpQuestion &question) const
{
    const std::optional<ReceiptId> id = ReceiptId::fromString(question.path.at(1));
    const SiteResult<std::optional<ClipOffer>> offer =
        id ? m_exchange.records().findReceipt(*id) : SiteResult<std::optional<ClipOffer>>(std::nullopt);
    const bool isThere = offer && *offer && question.path.size() <= 3;
    if (!isThere) {
        return message(u"Not here"_s, u"There is no receipt with this number."_s, 404);
    }
    const ConsentReceipt &receipt = (*offer)->receipt;
    if (question.path.value(2) == u"signed") {
        HttpAnswer answer = jsonAnswer(200, toJson(receipt));
        answer.headers.append(Well::ContentDisposition, "attachment; filename=\"receipt.json\"");
        return answer;
    }
    const SiteResult<LedgerEntry> entry = m_exchange.request(receipt.requestId);
    if (!entry) {
        return problem(entry.error());
    }
    const QTimeZone zone = m_exchange.zoneOf(entry->request);
    const ConsentChoices choices{.scope = receipt.scope,
                                 .placeText = (*offer)->placeText,
                                 .statedStart = (*offer)->statedStart,
                                 .clockOffsetMicroseconds = (*offer)->statedClockOffsetMicroseconds,
                                 .note = (*offer)->note,
                                 .isSensitive = (*offer)->isSensitive};
    const Values values{
        {u"agency"_s, Html::text(entry->request.officer.agencyName)},
        {u"number"_s, Html::text(receipt.id.toString())},
        {u"fileName"_s, Html::text(receipt.originalName)},
        {u"size"_s, Html::text(sizeText(receipt.clipSize))},
        {u"digest"_s, Html::text(digestToString(receipt.clipDigest))},
        {u"givenAt"_s, Html::text(momentText(receipt.givenAt, zone))},
        {u"choices"_s, choiceRows(choices, zone)},
        {u"officer"_s, Html::text(entry->request.officer.name)},
        {u"contact"_s, Html::text(entry->request.officer.contact)},
    };
    return page(u"Your receipt"_s, Html::fromTemplate(u"receipt.html"_s, values));
}

} // namespace Porchlight
