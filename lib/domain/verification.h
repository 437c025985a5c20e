// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"

#include <QObject>
#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace Porchlight {

/// The result of checking an evidence package: seven lines, each with its state, a reason and every fault found.
/// There is no single green tick: "unchanged", "signed" and "signer known" are different statements.
struct Verification
{
    enum class Check { Structure, EveryFile, NothingExtra, Seal, Time, Custody, Records };
    static constexpr int CheckCount = 7;

    enum class State { Pass, Fail, NotPresent, NotChecked };

    /// The numbers are the exit codes of porchlight-verify.
    enum class Verdict { AllPassed = 0, ChangedOrIncomplete = 1, SignerUnknown = 2, CouldNotRead = 3 };
};

/// How much a fault weighs: an error fails its line, a warning is only listed, something unreadable leaves its line
/// unchecked ("could not read" is not "tampered").
enum class FaultWeight { Error, Warning, Unreadable };

/// Every kind of fault a check can find. Each has a stable word for the JSON answer (evidence/faultwords.h).
enum class FaultCode {
    DeclarationMissing,
    DeclarationInvalid,
    DataFolderMissing,
    ManifestMissing,
    ManifestAlgorithm,
    ManifestSyntax,
    ManifestUnsafePath,
    ManifestDuplicate,
    ManifestIncomplete,
    ManifestCut,
    TagManifestMissing,
    TagManifestIncomplete,
    InfoInvalid,
    OxumInvalid,
    OxumWrong,
    FetchPresent,
    NameNotPortable,
    NameCollision,
    FileMissing,
    FileChanged,
    FileTruncated,
    FileUnreadable,
    FileUnlisted,
    FolderEmpty,
    LinkPresent,
    SpecialFile,
    SealUnexpected,
    LogMissing,
    LogMalformed,
    LogEntryChanged,
    LogOrder,
    LogIncomplete,
    RecordMissing,
    RecordMalformed,
    RecordDiffers,
    RecordNewer,
    RecordOlder,
    ReceiptDiffers,
    ReceiptSignature,
    OriginalChanged,
    FrameTableDiffers,
    LineageBroken,
    PageDiffers,
    WeakAlgorithm,
    HardLink,
};

struct Fault
{
    FaultCode code = FaultCode::FileChanged;
    FaultWeight weight = FaultWeight::Error;
    QString path; ///< Relative to the package; empty where it concerns the whole.
    QString detail;

    bool operator==(const Fault &) const = default;
};

/// One of the seven lines.
struct CheckResult
{
    Q_GADGET
    Q_PROPERTY(bool isPass READ isPass CONSTANT FINAL)
    Q_PROPERTY(bool isFail READ isFail CONSTANT FINAL)
    Q_PROPERTY(QString title MEMBER title CONSTANT FINAL)
    Q_PROPERTY(QString stateText MEMBER stateText CONSTANT FINAL)
    Q_PROPERTY(QString reason MEMBER reason CONSTANT FINAL)
    Q_PROPERTY(QStringList faultTexts READ faultTexts CONSTANT FINAL)

public:
    Verification::Check check = Verification::Check::Structure;
    Verification::State state = Verification::State::NotChecked;
    QString title;
    QString stateText; ///< PASS, FAIL, NOT PRESENT or NOT CHECKED.
    QString reason;
    std::vector<Fault> faults;

    [[nodiscard]] bool isPass() const { return state == Verification::State::Pass; }
    [[nodiscard]] bool isFail() const { return state == Verification::State::Fail; }
    [[nodiscard]] QStringList faultTexts() const
    {
        QStringList texts;
        for (const Fault &fault : faults) {
            texts.append(fault.path.isEmpty() ? fault.detail : fault.path + QStringLiteral(": ") + fault.detail);
        }
        return texts;
    }
    bool operator==(const CheckResult &) const = default;
};

/// What a verifier says about one package.
struct VerificationReport
{
    QString folder;
    std::array<CheckResult, Verification::CheckCount> lines;
    Verification::Verdict verdict = Verification::Verdict::CouldNotRead;
    QString sentence; ///< The whole in one sentence.
    qint64 payloadFiles = 0;
    qint64 payloadBytes = 0;
    /// SHA-256 of tagmanifest-sha256.txt, which covers every other file: the package in one number. Null where absent.
    Digest packageDigest;

    bool operator==(const VerificationReport &) const = default;
};

} // namespace Porchlight

Q_DECLARE_METATYPE(Porchlight::CheckResult)
