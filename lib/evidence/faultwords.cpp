// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/faultwords.h"

#include "core/words.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::array FaultWords = {
    Word{FaultCode::DeclarationMissing, "declaration-missing"_L1},
    Word{FaultCode::DeclarationInvalid, "declaration-invalid"_L1},
    Word{FaultCode::DataFolderMissing, "data-folder-missing"_L1},
    Word{FaultCode::ManifestMissing, "manifest-missing"_L1},
    Word{FaultCode::ManifestAlgorithm, "manifest-algorithm"_L1},
    Word{FaultCode::ManifestSyntax, "manifest-syntax"_L1},
    Word{FaultCode::ManifestUnsafePath, "manifest-unsafe-path"_L1},
    Word{FaultCode::ManifestDuplicate, "manifest-duplicate"_L1},
    Word{FaultCode::ManifestIncomplete, "manifest-incomplete"_L1},
    Word{FaultCode::ManifestCut, "manifest-cut"_L1},
    Word{FaultCode::TagManifestMissing, "tag-manifest-missing"_L1},
    Word{FaultCode::TagManifestIncomplete, "tag-manifest-incomplete"_L1},
    Word{FaultCode::InfoInvalid, "info-invalid"_L1},
    Word{FaultCode::OxumInvalid, "oxum-invalid"_L1},
    Word{FaultCode::OxumWrong, "oxum-wrong"_L1},
    Word{FaultCode::FetchPresent, "fetch-present"_L1},
    Word{FaultCode::NameNotPortable, "name-not-portable"_L1},
    Word{FaultCode::NameCollision, "name-collision"_L1},
    Word{FaultCode::FileMissing, "file-missing"_L1},
    Word{FaultCode::FileChanged, "file-changed"_L1},
    Word{FaultCode::FileTruncated, "file-truncated"_L1},
    Word{FaultCode::FileUnreadable, "file-unreadable"_L1},
    Word{FaultCode::FileUnlisted, "file-unlisted"_L1},
    Word{FaultCode::FolderEmpty, "folder-empty"_L1},
    Word{FaultCode::LinkPresent, "link-present"_L1},
    Word{FaultCode::SpecialFile, "special-file"_L1},
    Word{FaultCode::SealUnexpected, "seal-unexpected"_L1},
    Word{FaultCode::LogMissing, "log-missing"_L1},
    Word{FaultCode::LogMalformed, "log-malformed"_L1},
    Word{FaultCode::LogEntryChanged, "log-entry-changed"_L1},
    Word{FaultCode::LogOrder, "log-order"_L1},
    Word{FaultCode::LogIncomplete, "log-incomplete"_L1},
    Word{FaultCode::RecordMissing, "record-missing"_L1},
    Word{FaultCode::RecordMalformed, "record-malformed"_L1},
    Word{FaultCode::RecordDiffers, "record-differs"_L1},
    Word{FaultCode::RecordNewer, "record-newer"_L1},
    Word{FaultCode::RecordOlder, "record-older"_L1},
    Word{FaultCode::ReceiptDiffers, "receipt-differs"_L1},
    Word{FaultCode::ReceiptSignature, "receipt-signature"_L1},
    Word{FaultCode::OriginalChanged, "original-changed"_L1},
    Word{FaultCode::FrameTableDiffers, "frame-table-differs"_L1},
    Word{FaultCode::LineageBroken, "lineage-broken"_L1},
    Word{FaultCode::PageDiffers, "page-differs"_L1},
    Word{FaultCode::WeakAlgorithm, "weak-algorithm"_L1},
    Word{FaultCode::HardLink, "hard-link"_L1},
};

} // namespace

QString toWord(FaultCode code)
{
    return wordIn(FaultWords, code);
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
