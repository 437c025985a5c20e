// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/faultwords.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr QLatin1StringView wordOf(FaultCode code)
{
    switch (code) {
    case FaultCode::DeclarationMissing:
        return "declaration-missing"_L1;
    case FaultCode::DeclarationInvalid:
        return "declaration-invalid"_L1;
    case FaultCode::DataFolderMissing:
        return "data-folder-missing"_L1;
    case FaultCode::ManifestMissing:
        return "manifest-missing"_L1;
    case FaultCode::ManifestAlgorithm:
        return "manifest-algorithm"_L1;
    case FaultCode::ManifestSyntax:
        return "manifest-syntax"_L1;
    case FaultCode::ManifestUnsafePath:
        return "manifest-unsafe-path"_L1;
    case FaultCode::ManifestDuplicate:
        return "manifest-duplicate"_L1;
    case FaultCode::ManifestIncomplete:
        return "manifest-incomplete"_L1;
    case FaultCode::ManifestCut:
        return "manifest-cut"_L1;
    case FaultCode::TagManifestMissing:
        return "tag-manifest-missing"_L1;
    case FaultCode::TagManifestIncomplete:
        return "tag-manifest-incomplete"_L1;
    case FaultCode::InfoInvalid:
        return "info-invalid"_L1;
    case FaultCode::OxumInvalid:
        return "oxum-invalid"_L1;
    case FaultCode::OxumWrong:
        return "oxum-wrong"_L1;
    case FaultCode::FetchPresent:
        return "fetch-present"_L1;
    case FaultCode::NameNotPortable:
        return "name-not-portable"_L1;
    case FaultCode::NameCollision:
        return "name-collision"_L1;
    case FaultCode::FileMissing:
        return "file-missing"_L1;
    case FaultCode::FileChanged:
        return "file-changed"_L1;
    case FaultCode::FileTruncated:
        return "file-truncated"_L1;
    case FaultCode::FileUnreadable:
        return "file-unreadable"_L1;
    case FaultCode::FileUnlisted:
        return "file-unlisted"_L1;
    case FaultCode::FolderEmpty:
        return "folder-empty"_L1;
    case FaultCode::LinkPresent:
        return "link-present"_L1;
    case FaultCode::SpecialFile:
        return "special-file"_L1;
    case FaultCode::SealUnexpected:
        return "seal-unexpected"_L1;
    case FaultCode::LogMissing:
        return "log-missing"_L1;
    case FaultCode::LogMalformed:
        return "log-malformed"_L1;
    case FaultCode::LogEntryChanged:
        return "log-entry-changed"_L1;
    case FaultCode::LogOrder:
        return "log-order"_L1;
    case FaultCode::LogIncomplete:
        return "log-incomplete"_L1;
    case FaultCode::RecordMissing:
        return "record-missing"_L1;
    case FaultCode::RecordMalformed:
        return "record-malformed"_L1;
    case FaultCode::RecordDiffers:
        return "record-differs"_L1;
    case FaultCode::RecordNewer:
        return "record-newer"_L1;
    case FaultCode::ReceiptDiffers:
        return "receipt-differs"_L1;
    case FaultCode::ReceiptSignature:
        return "receipt-signature"_L1;
    case FaultCode::OriginalChanged:
        return "original-changed"_L1;
    case FaultCode::FrameTableDiffers:
        return "frame-table-differs"_L1;
    case FaultCode::LineageBroken:
        return "lineage-broken"_L1;
    case FaultCode::PageDiffers:
        return "page-differs"_L1;
    case FaultCode::WeakAlgorithm:
        return "weak-algorithm"_L1;
    case FaultCode::HardLink:
        return "hard-link"_L1;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString toWord(FaultCode code)
{
    return wordOf(code);
}

QString toWord(FaultWeight weight)
{
    switch (weight) {
    case FaultWeight::Error:
        return u"error"_s;
    case FaultWeight::Warning:
        return u"warning"_s;
    case FaultWeight::Unreadable:
        return u"unreadable"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString toWord(Verification::Check check)
{
    switch (check) {
    case Verification::Check::Structure:
        return u"structure"_s;
    case Verification::Check::EveryFile:
        return u"every-file"_s;
    case Verification::Check::NothingExtra:
        return u"nothing-extra"_s;
    case Verification::Check::Seal:
        return u"seal"_s;
    case Verification::Check::Time:
        return u"time"_s;
    case Verification::Check::Custody:
        return u"custody"_s;
    case Verification::Check::Records:
        return u"records"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString toWord(Verification::State state)
{
    switch (state) {
    case Verification::State::Pass:
        return u"pass"_s;
    case Verification::State::Fail:
        return u"fail"_s;
    case Verification::State::NotPresent:
        return u"not-present"_s;
    case Verification::State::NotChecked:
        return u"not-checked"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString toWord(Verification::Verdict verdict)
{
    switch (verdict) {
    case Verification::Verdict::AllPassed:
        return u"all-passed"_s;
    case Verification::Verdict::ChangedOrIncomplete:
        return u"changed-or-incomplete"_s;
    case Verification::Verdict::SignerUnknown:
        return u"signer-unknown"_s;
    case Verification::Verdict::CouldNotRead:
        return u"could-not-read"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString titleOf(Verification::Check check)
{
    switch (check) {
    case Verification::Check::Structure:
        return u"Structure"_s;
    case Verification::Check::EveryFile:
        return u"Every file"_s;
    case Verification::Check::NothingExtra:
        return u"Nothing extra"_s;
    case Verification::Check::Seal:
        return u"Seal and signer"_s;
    case Verification::Check::Time:
        return u"Time"_s;
    case Verification::Check::Custody:
        return u"Custody log"_s;
    case Verification::Check::Records:
        return u"Records agree"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString textOf(Verification::State state)
{
    switch (state) {
    case Verification::State::Pass:
        return u"PASS"_s;
    case Verification::State::Fail:
        return u"FAIL"_s;
    case Verification::State::NotPresent:
        return u"NOT PRESENT"_s;
    case Verification::State::NotChecked:
        return u"NOT CHECKED"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Porchlight
