// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sentences.h"

#include <QCoreApplication>

namespace Porchlight {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("sentences", text);
}

QString evidenceSentence(EvidenceError code)
{
    switch (code) {
    case EvidenceError::NothingChosen:
        return tr("There is no clip in this package. Nothing was written. Choose at least one clip that may go in.");
    case EvidenceError::NameInvalid:
        return tr("A file of the package would have a name that not every system can carry. Nothing was written.");
    case EvidenceError::TargetMissing:
        return tr("The folder for the package is not there. Nothing was written. Choose another, or plug in the disk.");
    case EvidenceError::AlreadyThere:
        return tr("A package of this name is there already. It was left as it is. Choose another folder.");
    case EvidenceError::NoSpace:
        return tr("There is not enough room for the package. Nothing of it was left behind, and the case is as it was. "
                  "Make room, or choose another disk.");
    case EvidenceError::CannotWrite:
        return tr("The package could not be written. Nothing of it was left behind, and the case is as it was. Check "
                  "that you may write to the folder.");
    case EvidenceError::OriginalUnreadable:
        return tr("An original could not be read. Nothing was left behind. Check that the data folder is complete and "
                  "its disk is sound.");
    case EvidenceError::OriginalChanged:
        return tr("An original is no longer what was received: its bytes have changed on the disk. Nothing was left "
                  "behind. Do not use this clip; put back a copy of it from a backup.");
    case EvidenceError::FrameTableInvalid:
        return tr("The table of frames of a clip is not whole. Nothing was left behind. Open the clip in Review and "
                  "try again.");
    case EvidenceError::LogBroken:
        return tr("The custody log of this case does not hold together, so no package was made. Nothing was left "
                  "behind. Have the log looked at in Oversight.");
    case EvidenceError::CheckFailed:
        return tr("The package was written, but did not pass its own check, so it was removed. The case is as it was. "
                  "Try another disk; if it happens again, report this.");
    case EvidenceError::Canceled:
        return tr("The export was cancelled. Nothing of it was left behind.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

} // namespace

QString sentenceFor(const EvidenceFailure &failure)
{
    const QString sentence = evidenceSentence(failure.code);
    return failure.detail.isEmpty() ? sentence : tr("%1 [%2]").arg(sentence, failure.detail);
}

QString sentenceFor(const ExportFailure &failure)
{
    return std::visit([](const auto &cause) { return sentenceFor(cause); }, failure);
}

} // namespace Porchlight
