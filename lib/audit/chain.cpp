// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "audit/chain.h"

#include "core/digesttext.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace Porchlight {

namespace {

constexpr double LargestExactNumber = 9007199254740991.0; // 2^53 - 1

QJsonValue storableValue(const QJsonValue &value)
{
    if (value.isString()) {
        return storableText(value.toString());
    }
    if (value.isArray()) {
        QJsonArray list;
        for (const QJsonValue entry : value.toArray()) {
            list.append(storableValue(entry));
        }
        return list;
    }
    if (value.isObject()) {
        const QJsonObject object = value.toObject();
        QJsonObject clean;
        for (auto it = object.begin(); it != object.end(); ++it) {
            clean.insert(storableText(it.key()), storableValue(it.value()));
        }
        return clean;
    }
    return value;
}

Officer storableOfficer(const Officer &officer)
{
    return {.id = storableText(officer.id),
            .name = storableText(officer.name),
            .agencyName = storableText(officer.agencyName),
            .contact = storableText(officer.contact)};
}

bool isCanonical(const QJsonValue &value)
{
    if (value.isDouble()) {
        const double number = value.toDouble();
        return std::trunc(number) == number && std::abs(number) <= LargestExactNumber;
    }
    if (value.isArray()) {
        return std::ranges::all_of(value.toArray(), isCanonical);
    }
    return value.isObject() ? hasCanonicalDetails(value.toObject()) : !value.isUndefined();
}

UtcTime wholeMilliseconds(UtcTime time)
{
    return UtcTime::fromMicroseconds(time.microseconds() / 1000 * 1000);
}

} // namespace

QString storableText(const QString &text)
{
    QString clean = QString::fromUtf8(text.toUtf8());
    return clean.replace(QChar(u'\0'), QChar(QChar::ReplacementCharacter));
}

Digest chainHash(const CustodyEvent &event)
{
    return sha256(canonicalBytes(event));
}

bool hasCanonicalDetails(const QJsonObject &details)
{
    return std::ranges::all_of(details, isCanonical);
}

CustodyEvent completeEvent(const EventDraft &draft, const EntryPlace &place)
{
    CustodyEvent event{
        .sequence = place.head.count + 1,
        .caseSequence = place.caseSequence,
        .at = wholeMilliseconds(place.at),
        .action = draft.action,
        .subject = draft.subject,
        .subjectId = storableText(draft.subjectId),
        .caseId = draft.caseId,
        .digest = draft.digest,
        .officer = storableOfficer(draft.officer),
        .outcome = draft.outcome,
        .reason = storableText(draft.reason),
        .details = storableValue(draft.details).toObject(),
        .workstation = storableText(place.workstation),
        .programVersion = storableText(place.programVersion),
        .previousHash = place.head.hash,
        .hash = {},
    };
    event.hash = chainHash(event);
    return event;
}

ChainVerifier::ChainVerifier(std::optional<ChainHead> known)
    : m_known(known)
{}

std::optional<ChainFaultKind> ChainVerifier::faultOf(const CustodyEvent &event) const
{
    if (event.sequence == m_lastSequence && event.hash == m_lastHash) {
        return ChainFaultKind::Duplicated;
    }
    if (event.sequence <= m_lastSequence) {
        return ChainFaultKind::Reordered;
    }
    if (event.sequence > m_lastSequence + 1) {
        return ChainFaultKind::Missing;
    }
    if (chainHash(event) != event.hash) {
        return ChainFaultKind::Edited;
    }
    if (event.previousHash != m_lastHash) {
        return ChainFaultKind::Unlinked;
    }
    if (m_known && event.sequence == m_known->count && event.hash != m_known->hash) {
        return ChainFaultKind::Rewritten;
    }
    return std::nullopt;
}

void ChainVerifier::take(const CustodyEvent &event)
{
    if (m_report.fault) {
        return;
    }
    if (const auto kind = faultOf(event)) {
        m_report.fault = ChainFault{.kind = *kind, .sequence = event.sequence};
        return;
    }
    if (event.at < m_lastTime) {
        m_report.clockWentBackAt.push_back(event.sequence);
    }
    m_lastTime = event.at;
    m_lastSequence = event.sequence;
    m_lastHash = event.hash;
    m_report.head = {.count = event.sequence, .hash = event.hash};
}

ChainReport ChainVerifier::finish() const
{
    ChainReport report = m_report;
    if (!report.fault && m_known && m_known->count > report.head.count) {
        report.fault = ChainFault{.kind = ChainFaultKind::Truncated, .sequence = report.head.count + 1};
    }
    return report;
}

ChainReport verifyChain(std::span<const CustodyEvent> log, std::optional<ChainHead> known)
{
    ChainVerifier verifier(known);
    for (const CustodyEvent &event : log) {
        verifier.take(event);
    }
    return verifier.finish();
}

ChainReport verifyExtract(std::span<const CustodyEvent> entries, CaseId caseId, std::optional<qint64> count)
{
    ChainReport report;
    CustodyEvent last;
    const auto faultOf = [&](const CustodyEvent &event) -> std::optional<ChainFaultKind> {
        if (chainHash(event) != event.hash) {
            return ChainFaultKind::Edited;
        }
        if (event.caseId != caseId) {
            return ChainFaultKind::Unlinked;
        }
        if (event.caseSequence == last.caseSequence && event.hash == last.hash) {
            return ChainFaultKind::Duplicated;
        }
        if (event.caseSequence <= last.caseSequence) {
            return ChainFaultKind::Reordered;
        }
        if (event.caseSequence > last.caseSequence + 1) {
            return ChainFaultKind::Missing;
        }
        const bool isNeighbour = event.sequence == last.sequence + 1;
        if (event.sequence <= last.sequence || (isNeighbour && event.previousHash != last.hash)) {
            return ChainFaultKind::Unlinked;
        }
        return std::nullopt;
    };
    for (const CustodyEvent &event : entries) {
        if (const auto kind = faultOf(event)) {
            report.fault = ChainFault{.kind = *kind, .sequence = event.sequence};
            return report;
        }
        if (event.at < last.at) {
            report.clockWentBackAt.push_back(event.sequence);
        }
        last = event;
        report.head = {.count = event.sequence, .hash = event.hash};
    }
    if (count && last.caseSequence < *count) {
        report.fault = ChainFault{.kind = ChainFaultKind::Truncated, .sequence = last.sequence + 1};
    }
    return report;
}

} // namespace Porchlight
