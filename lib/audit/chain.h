// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/custodyevent.h"
#include "core/result.h"

#include <span>

namespace Porchlight {

/// How long a log is and the hash of its last entry. Kept outside the log (beside the store, in every package), it
/// shows what a chain alone cannot: that the newest entries are gone, or that all of it was written anew.
struct ChainHead
{
    qint64 count = 0;
    Digest hash;

    bool operator==(const ChainHead &) const = default;
};

enum class ChainFaultKind {
    Edited,     ///< The entry does not have the hash it carries.
    Missing,    ///< Entries before this one are gone.
    Duplicated, ///< The entry is there twice.
    Reordered,  ///< The entry stands behind a later one.
    Unlinked,   ///< The entry is whole, but does not follow the one before it: inserted, or from another history.
    Truncated,  ///< The log is shorter than it is known to have been.
    Rewritten,  ///< The log is whole, but not the one that is known.
};

/// The first entry of a log that is not right, by its number.
struct ChainFault
{
    ChainFaultKind kind = ChainFaultKind::Edited;
    qint64 sequence = 0;

    bool operator==(const ChainFault &) const = default;
};

struct ChainReport
{
    ChainHead head;
    std::optional<ChainFault> fault;
    /// Entries whose time is before that of the entry in front of them. A clock that was set back is no fault of the
    /// log, but worth knowing.
    std::vector<qint64> clockWentBackAt;

    [[nodiscard]] bool isIntact() const { return !fault; }
    bool operator==(const ChainReport &) const = default;
};

/// SHA-256 over the canonical bytes: what `hash` of the entry must be.
[[nodiscard]] Digest chainHash(const CustodyEvent &event);

/// The next entry of a log: the draft with its numbers, time, place and hash. Texts are made such that every store
/// gives them back unchanged. `caseSequence` is 0 for a draft without a case.
struct EntryPlace
{
    ChainHead head;
    qint64 caseSequence = 0;
    UtcTime at;
    QString workstation;
    QString programVersion;
};
[[nodiscard]] CustodyEvent completeEvent(const EventDraft &draft, const EntryPlace &place);

/// Well-formed Unicode without U+0000: what every database gives back as it got it.
[[nodiscard]] QString storableText(const QString &text);

/// True if the details hold only what the canonical form can write in one way.
[[nodiscard]] bool hasCanonicalDetails(const QJsonObject &details);

/// Checks a whole log entry by entry, so that a long one never has to be in memory.
class ChainVerifier
{
public:
    explicit ChainVerifier(std::optional<ChainHead> known = {});

    void take(const CustodyEvent &event);
    [[nodiscard]] ChainReport finish() const;

private:
    [[nodiscard]] std::optional<ChainFaultKind> faultOf(const CustodyEvent &event) const;

    std::optional<ChainHead> m_known;
    ChainReport m_report;
    UtcTime m_lastTime;
    qint64 m_lastSequence = 0;
    Digest m_lastHash;
};

[[nodiscard]] ChainReport verifyChain(std::span<const CustodyEvent> log, std::optional<ChainHead> known = {});

/// Checks the entries of one case taken out of a log, as a package carries them: each has its hash, none of the case
/// is left out in the middle, none stands twice or out of order. `count` is how many the case had, if that is known.
[[nodiscard]] ChainReport verifyExtract(std::span<const CustodyEvent> entries, CaseId caseId,
                                        std::optional<qint64> count = {});

} // namespace Porchlight
