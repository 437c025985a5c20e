// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "composerviewmodel.h"

#include "requests/offences.h"
#include "requests/requesttime.h"
#include "requests/residentview.h"
#include "workflow/requestsentences.h"

#include <QLocale>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Porchlight {

namespace {

bool isAboutEmptiness(RequestRule rule)
{
    switch (rule) {
    case RequestRule::AreaMissing:
    case RequestRule::OffenceMissing:
    case RequestRule::HoursMissing:
    case RequestRule::EndMissing:
    case RequestRule::CaseNumberMissing:
    case RequestRule::TextMissing:
        return true;
    default:
        return false;
    }
}

} // namespace

ComposerViewModel::ComposerViewModel(RequestDispatch &dispatch, CurrentCase &currentCase, Store &store, QObject *parent)
    : QObject(parent)
    , m_dispatch(dispatch)
    , m_currentCase(currentCase)
    , m_zone(QTimeZone::systemTimeZoneId())
{
    m_saveTimer.setSingleShot(true);
    m_saveTimer.setInterval(800ms);
    connect(&m_saveTimer, &QTimer::timeout, this, &ComposerViewModel::save);
    m_contextTimer.setSingleShot(true);
    m_contextTimer.setInterval(200ms);
    connect(&m_contextTimer, &QTimer::timeout, this, &ComposerViewModel::refreshContext);
    connect(&currentCase, &CurrentCase::caseFileChanged, this, &ComposerViewModel::adoptCase);
    connect(&store, &Store::changed, this, [this](const StoreChange &change) {
        if (change.concerns(StoreChange::Kind::Directory) || change.concerns(StoreChange::Kind::Request)) {
            m_contextTimer.start();
        }
    });
    adopt(freshDraft());
}

ComposerViewModel::~ComposerViewModel() = default;

void ComposerViewModel::load()
{
    m_dispatch.loadDraft().then(this, [this](const std::optional<RequestDraft> &kept) {
        if (kept && m_touched.empty() && !m_draft.area) {
            adopt(*kept);
            if (kept->area) {
                Q_EMIT areaRestored(requestOf(*kept, {}).area);
            }
        }
        adoptCase();
        refreshContext();
    });
}

RequestDraft ComposerViewModel::freshDraft() const
{
    RequestDraft draft;
    draft.id = RequestId::create();
    draft.timeZone = QString::fromLatin1(m_zone.id());
    draft.endsAt = readEnd(shortDay(now() + 12 * 24h, m_zone), m_zone, now());
    return draft;
}

void ComposerViewModel::adopt(const RequestDraft &draft)
{
    m_draft = draft;
    m_zone = zoneOf(draft.timeZone);
    m_fromText = draft.from ? shortTime(*draft.from, m_zone, now()) : QString();
    m_toText = draft.to ? shortTime(*draft.to, m_zone, now()) : QString();
    m_endsText = draft.endsAt ? shortDay(*draft.endsAt, m_zone) : QString();
    m_touched.clear();
    recheck();
    Q_EMIT hoursTextChanged();
    Q_EMIT endsTextChanged();
    Q_EMIT draftChanged();
}

void ComposerViewModel::adoptCase()
{
    const auto &caseFile = m_currentCase.caseFile();
    if (!caseFile || (!m_draft.caseNumber.isEmpty() && m_draft.caseNumber != m_adoptedCase)) {
        return;
    }
    m_adoptedCase = caseFile->number;
    m_draft.caseNumber = caseFile->number;
    if (m_draft.offence.isEmpty() && findOffence(caseFile->offence) != nullptr) {
        m_draft.offence = caseFile->offence;
    }
    m_contextTimer.start();
    recheck();
    Q_EMIT draftChanged();
}

void ComposerViewModel::refreshContext()
{
    m_dispatch.context(m_draft).then(this, [this](const Result<RequestContext, DispatchFailure> &context) {
        if (context) {
            m_context = *context;
            m_nearGround.setGround(context->jurisdiction);
            recheck();
            Q_EMIT draftChanged();
        }
    });
}

QStringList ComposerViewModel::offences() const
{
    QStringList words;
    for (const Offence &offence : Porchlight::offences()) {
        words.append(offence.words);
    }
    return words;
}

int ComposerViewModel::offenceIndex() const
{
    const Offence *chosen = findOffence(m_draft.offence);
    return chosen == nullptr ? -1 : static_cast<int>(chosen - Porchlight::offences().data());
}

void ComposerViewModel::setOffenceIndex(int index)
{
    const auto all = Porchlight::offences();
    if (index < 0 || static_cast<std::size_t>(index) >= all.size() || index == offenceIndex()) {
        return;
    }
    m_draft.offence = all[static_cast<std::size_t>(index)].code;
    touch(RequestField::Offence);
}

void ComposerViewModel::setFromText(const QString &text)
{
    if (text != m_fromText) {
        m_fromText = text;
        readTimes();
        touch(RequestField::Hours);
    }
}

void ComposerViewModel::setToText(const QString &text)
{
    if (text != m_toText) {
        m_toText = text;
        readTimes();
        touch(RequestField::Hours);
    }
}

void ComposerViewModel::setEndsText(const QString &text)
{
    if (text != m_endsText) {
        m_endsText = text;
        m_draft.endsAt = readEnd(text, m_zone, now());
        m_endsText = m_draft.endsAt ? shortDay(*m_draft.endsAt, m_zone) : text;
        Q_EMIT endsTextChanged();
        touch(RequestField::Ends);
    }
}

/// What can be read is shown as it was understood; what cannot stays as it was typed.
void ComposerViewModel::readTimes()
{
    m_draft.from = readTime(m_fromText, m_zone, now());
    m_draft.to = readTime(m_toText, m_zone, now(), m_draft.from);
    m_fromText = m_draft.from ? shortTime(*m_draft.from, m_zone, now()) : m_fromText;
    m_toText = m_draft.to ? shortTime(*m_draft.to, m_zone, now()) : m_toText;
    Q_EMIT hoursTextChanged();
}

void ComposerViewModel::setCaseNumber(const QString &number)
{
    if (number != m_draft.caseNumber) {
        m_draft.caseNumber = number;
        m_contextTimer.start();
        touch(RequestField::CaseNumber);
    }
}

void ComposerViewModel::setText(const QString &text)
{
    if (text != m_draft.text) {
        m_draft.text = text;
        touch(RequestField::Text);
    }
}

void ComposerViewModel::setArea(const std::optional<RequestArea> &area, const QString &near)
{
    const auto drawn = area ? draftAreaOf(*area) : std::nullopt;
    const QString place = drawn ? near : QString();
    if (drawn == m_draft.area && place == m_draft.near) {
        return;
    }
    m_draft.area = drawn;
    m_draft.near = place;
    touch(RequestField::Area);
}

void ComposerViewModel::touch(RequestField field)
{
    m_touched.insert(field);
    m_publishedText.clear();
    m_saveTimer.start();
    recheck();
    Q_EMIT draftChanged();
    Q_EMIT outcomeChanged();
}

void ComposerViewModel::recheck()
{
    m_context.now = now();
    if (m_draft.area) {
        m_context.jurisdiction = m_nearGround.around(m_draft.area->shape);
    }
    m_findings = RequestRules::check(m_dispatch.withOfficer(m_draft), m_dispatch.policy(), m_context);
    QList<FindingSpan> spans;
    for (const Finding &finding : m_findings) {
        if (finding.start >= 0) {
            spans.append(
                {.start = finding.start, .length = finding.length, .isRefusal = finding.severity == Severity::Refusal});
        }
    }
    Q_EMIT findingsChanged();
    if (spans != m_spans) {
        m_spans = spans;
        Q_EMIT spansChanged();
    }
}

QString ComposerViewModel::hoursLabel() const
{
    return tr("Hours asked for (%1)").arg(m_zone.abbreviation(now().toDateTime()));
}

QString ComposerViewModel::lengthText() const
{
    if (!m_draft.from || !m_draft.to || *m_draft.to <= *m_draft.from) {
        return tr("at most %1").arg(Porchlight::lengthText(m_dispatch.policy().maximumWindow));
    }
    return tr("%1 of at most %2")
        .arg(Porchlight::lengthText(*m_draft.to - *m_draft.from),
             Porchlight::lengthText(m_dispatch.policy().maximumWindow));
}

QList<FindingRow> ComposerViewModel::rowsOf(RequestField field) const
{
    QList<FindingRow> rows;
    for (const Finding &finding : m_findings) {
        const bool isQuiet = isAboutEmptiness(finding.rule) && !m_touched.contains(finding.field);
        if (finding.field == field && !isQuiet) {
            const FindingWords words = wordsFor(finding, m_dispatch.policy());
            rows.append(
                {.rule = words.rule, .sentence = words.sentence, .isRefusal = finding.severity == Severity::Refusal});
        }
    }
    return rows;
}

QList<FindingRow> ComposerViewModel::hoursFindings() const
{
    for (const QString &written : {m_draft.from ? QString() : m_fromText, m_draft.to ? QString() : m_toText}) {
        if (!written.trimmed().isEmpty()) {
            return {{.rule = tr("Hours"),
                     .sentence = tr("“%1” cannot be read as a time. Write it like 22 Nov, 20:00.").arg(written)}};
        }
    }
    return rowsOf(RequestField::Hours);
}

QList<FindingRow> ComposerViewModel::caseFindings() const
{
    QList<FindingRow> rows = rowsOf(RequestField::CaseNumber);
    if (!m_draft.endsAt && !m_endsText.trimmed().isEmpty()) {
        rows.append({.rule = tr("Expiry"),
                     .sentence = tr("“%1” cannot be read as a day. Write it like 6 Dec 2026.").arg(m_endsText)});
        return rows;
    }
    return rows + rowsOf(RequestField::Ends);
}

QList<FindingRow> ComposerViewModel::textFindings() const
{
    return rowsOf(RequestField::Text) + rowsOf(RequestField::Officer);
}

bool ComposerViewModel::canPublish() const
{
    return refusalCount(m_findings) == 0 && !m_isPublishing;
}

QString ComposerViewModel::refusalsText() const
{
    QStringList missing;
    for (const Finding &finding : m_findings) {
        if (finding.severity == Severity::Refusal && !isAboutEmptiness(finding.rule)) {
            return Porchlight::refusalsText(m_findings);
        }
        if (finding.severity == Severity::Refusal) {
            missing.append(wordsFor(finding, m_dispatch.policy()).rule.toLower());
        }
    }
    return missing.isEmpty() ? QString() : tr("Still missing: %1").arg(missing.join(u", "_s));
}

AreaRequest ComposerViewModel::preview() const
{
    return requestOf(m_dispatch.withOfficer(m_draft), {});
}

QString ComposerViewModel::residentFrom() const
{
    const ResidentView view = residentView(preview());
    return view.agency.isEmpty() ? view.officer : u"%1 \u00b7 %2"_s.arg(view.agency, view.officer);
}

QString ComposerViewModel::residentTitle() const
{
    return Porchlight::residentTitle(m_draft.offence, m_draft.near);
}

QString ComposerViewModel::residentHours() const
{
    const ResidentView view = residentView(preview());
    QStringList parts{view.hours, view.caseLine, view.ends};
    parts.removeAll(QString());
    return parts.join(u" \u00b7 "_s);
}

QString ComposerViewModel::residentChoice() const
{
    return residentView({}).choice;
}

void ComposerViewModel::save()
{
    m_dispatch.saveDraft(m_draft).then(this, [this](bool isSaved) {
        const QString time = QLocale::c().toString(now().toDateTime().toTimeZone(m_zone), u"HH:mm");
        m_savedText = isSaved ? tr("Draft saved %1").arg(time) : tr("Draft not saved");
        Q_EMIT savedChanged();
    });
}

void ComposerViewModel::publish()
{
    recheck();
    if (!canPublish()) {
        for (const Finding &finding : m_findings) {
            m_touched.insert(finding.field);
        }
        Q_EMIT findingsChanged();
        return;
    }
    m_saveTimer.stop();
    m_isPublishing = true;
    m_failureText.clear();
    Q_EMIT outcomeChanged();
    Q_EMIT findingsChanged();
    m_dispatch.publish(m_draft).then(
        this, [this](const Result<AreaRequest, DispatchFailure> &answer) { finishPublishing(answer); });
}

void ComposerViewModel::finishPublishing(const Result<AreaRequest, DispatchFailure> &answer)
{
    m_isPublishing = false;
    if (!answer) {
        m_failureText = sentenceFor(answer.error());
        m_saveTimer.start();
        Q_EMIT outcomeChanged();
        Q_EMIT findingsChanged();
        return;
    }
    startAnew();
    m_publishedText =
        tr("“%1” is published. Residents can read it now; it cannot be changed any more.").arg(answer->title);
    Q_EMIT outcomeChanged();
    Q_EMIT published(*answer);
}

void ComposerViewModel::startAnew()
{
    m_saveTimer.stop();
    m_dispatch.discardDraft();
    m_savedText.clear();
    m_adoptedCase.clear();
    m_failureText.clear();
    adopt(freshDraft());
    Q_EMIT areaDropped();
    // That the map lets go of its area is no act of the officer's.
    m_saveTimer.stop();
    m_touched.clear();
    recheck();
    adoptCase();
    Q_EMIT savedChanged();
    Q_EMIT outcomeChanged();
}

void ComposerViewModel::closeNotice()
{
    m_failureText.clear();
    m_publishedText.clear();
    Q_EMIT outcomeChanged();
}

} // namespace Porchlight
