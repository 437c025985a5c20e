// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/id.h"
#include "core/utctime.h"
#include "domain/officer.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

/// What was done, by whom, when and why: entries of the custody log and the chain that binds them. Pure: no disk, no
/// clock, no database. The store keeps the entries; a package carries those of its case; the verifier reads them again.
namespace Porchlight {

/// Every act that is logged. The stable words are in custodywords.cpp; new acts are added there, none is ever renamed.
enum class CustodyAction {
    SessionStarted,
    SessionEnded,
    OfficerChanged,
    SettingChanged,
    CaseOpened,
    DirectoryImported,
    JurisdictionsImported,
    RequestPublished,
    RequestResolved,
    RequestExpired,
    OfferDeclined,
    OfferDisputed,
    ClipReceived,
    ClipImported,
    ClipAccepted,
    ClipDeclined,
    ClipUnreadable,
    ClipOpened,
    ClipClockSet,
    PictureRevealed,
    SoundPlayed,
    MarkerAdded,
    MarkerChanged,
    MarkerRemoved,
    StillTaken,
    DecoderStarted,
    DecoderEnded,
    PackageStarted,
    PackageExported,
    PackageVerified,
    LogVerified,
    LogExported,
};

enum class CustodyOutcome { Done, Refused, Failed };

/// What the act was done to.
enum class CustodySubject { Program, Case, Directory, Request, Offer, Clip, Marker, Still, Package, Log, Setting };

[[nodiscard]] QString toWord(CustodyAction action);
[[nodiscard]] QString toWord(CustodyOutcome outcome);
[[nodiscard]] QString toWord(CustodySubject subject);
[[nodiscard]] std::optional<CustodyAction> custodyActionFromWord(QStringView word);
[[nodiscard]] std::optional<CustodyOutcome> custodyOutcomeFromWord(QStringView word);
[[nodiscard]] std::optional<CustodySubject> custodySubjectFromWord(QStringView word);
[[nodiscard]] const std::vector<CustodyAction> &allCustodyActions();

/// What a workflow says about an act; the store adds when, where, the numbers and the chain, in the same transaction
/// as the act itself. Ids, not addresses or faces, go in here. Refused and failed attempts are acts too.
struct EventDraft
{
    CustodyAction action = CustodyAction::SessionStarted;
    CustodySubject subject = CustodySubject::Program;
    QString subjectId{};            ///< Id of the subject, or empty.
    std::optional<CaseId> caseId{}; ///< The case it belongs to, if it belongs to one.
    std::optional<Digest> digest{}; ///< Of the bytes it was done to, if it was done to bytes.
    Officer officer{};              ///< Who acts (LocalIdentity::officer()).
    CustodyOutcome outcome = CustodyOutcome::Done;
    QString reason{};      ///< Why, in the words of whoever acted, or why it was refused.
    QJsonObject details{}; ///< Text, true/false, whole numbers, and lists and objects of them; nothing else.

    bool operator==(const EventDraft &) const = default;
};

/// One entry of the custody log. `hash` is SHA-256 over canonicalBytes(), which include `previousHash`.
/// Display texts (the officer's name) are kept as they were when it happened.
struct CustodyEvent
{
    static constexpr int CurrentFormat = 1;

    int format = CurrentFormat;
    qint64 sequence = 0;     ///< 1 for the first entry of a log, without gaps.
    qint64 caseSequence = 0; ///< 1 for the first entry of its case, without gaps; 0 where it belongs to no case.
    UtcTime at;              ///< Whole milliseconds.
    CustodyAction action = CustodyAction::SessionStarted;
    CustodySubject subject = CustodySubject::Program;
    QString subjectId;
    std::optional<CaseId> caseId;
    std::optional<Digest> digest;
    Officer officer;
    CustodyOutcome outcome = CustodyOutcome::Done;
    QString reason;
    QJsonObject details;
    QString workstation;
    QString programVersion;
    Digest previousHash; ///< Null (all zero) in the first entry.
    Digest hash;

    bool operator==(const CustodyEvent &) const = default;
};

/// The bytes that are hashed: every field but `hash` as JSON with sorted keys and no blanks, UTF-8 (RFC 8785).
[[nodiscard]] QByteArray canonicalBytes(const CustodyEvent &event);

/// One line of a log file, without its line end: canonicalBytes() with `hash` among the keys.
[[nodiscard]] QByteArray toJsonLine(const CustodyEvent &event);

/// Reads what toJsonLine() writes and nothing else: a doubled key, another number form, an escape or a blank that the
/// canonical form does not have is no entry.
[[nodiscard]] std::optional<CustodyEvent> custodyEventFromJsonLine(const QByteArray &line);

} // namespace Porchlight
