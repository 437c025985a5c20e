// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/sentences.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

namespace Porchlight {

namespace {

QString tr(const char *words)
{
    return QCoreApplication::translate("Sentences", words);
}

} // namespace

QString sentenceFor(const Failure<MediaError> &failure)
{
    switch (failure.code) {
    case MediaError::DecoderMissing:
        return tr("The decoder program could not be started, so no picture can be shown. The clip is unchanged. "
                  "Install Porchlight again or check that porchlight-decoder lies beside it.");
    case MediaError::NotConfined:
        return tr("This system cannot confine the decoder fully, so the clip was not opened. Nothing of it was read. "
                  "Whoever runs this computer can allow review without confinement in the settings.");
    case MediaError::DecoderEnded:
        return tr("The decoder stopped and was started again at the same frame. Markers and stills are safe.");
    case MediaError::BadAnswer:
        return tr("The decoder gave an answer that cannot be true and was ended. The clip is unchanged. "
                  "Open it again; if this repeats, the file may be made to do harm.");
    case MediaError::SourceBroken:
        return tr("The bytes of this clip could not be read. Check the disk that holds the vault, then open the clip "
                  "again.");
    case MediaError::NotAVideo:
        return tr("This file is no video that Porchlight can read. It is kept as it came. Ask the resident for the "
                  "recording as the camera saved it.");
    case MediaError::RecordingUnfinished:
        return tr("This recording was never finished, or its end is cut off: its index is missing. It is kept as it "
                  "came. Ask for the file again, or have it repaired as a copy.");
    case MediaError::NothingShown:
        return tr("No picture could be decoded from this video. It is kept as it came.");
    case MediaError::TooLarge:
        return tr("The pictures of this video are larger than Porchlight takes. It is kept as it came and can be "
                  "exported.");
    case MediaError::NotInClip:
        return tr("This clip has no such frame or sound.");
    case MediaError::ClipUnreadable:
        return tr("The decoder stopped twice on this clip, so it is marked as unreadable. The clip is kept as it came, "
                  "markers and stills are safe, and it can be exported.");
    case MediaError::Closed:
        return tr("The clip was closed before the answer came.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString sentenceFor(const Failure<ReviewError> &failure)
{
    switch (failure.code) {
    case ReviewError::NotForReview:
        return tr("This clip was declined or its bytes are disputed, so it is not shown. It is listed in the inbox.");
    case ReviewError::ConsentEnded:
        return tr("The resident allowed use of this clip until %1. That day is over, so it is not shown.")
            .arg(QLocale().toString(QDate::fromString(failure.detail, Qt::ISODate), QLocale::LongFormat));
    case ReviewError::ReasonMissing:
        return tr("A sensitive picture is shown only for a stated reason. Say why it must be seen.");
    case ReviewError::NotDrawn:
        return tr("The still could not be written as a picture. Nothing was kept; take it again.");
    case ReviewError::NothingOpen:
        return tr("No clip is open.");
    case ReviewError::NoPicture:
        return tr(
            "This camera has no picture at this moment, so there is nothing to mark, keep or compare. Step to one "
            "of its frames first.");
    case ReviewError::TooManyCameras:
        return tr("Nine clips are open together, and no more fit. Close one of them first.");
    case ReviewError::ClockNotKnown:
        return tr("The start of the other recording is not known, so this clock cannot be compared with it. Choose a "
                  "camera with a time, or enter the correction.");
    case ReviewError::ClockNotGiven:
        return tr("This gives no correction of a clock. Nothing was changed. Write seconds such as +3.2 or +3.2 ± 0.1, "
                  "or two times such as 21:14:07.5 that are at least a second apart.");
    case ReviewError::RegionNotGiven:
        return tr("This is no region of the picture. Nothing was changed. Write left, top, width and height in per "
                  "cent, such as 12, 30, 25, 20.");
    case ReviewError::NotCountedYet:
        return tr("This frame is provisional: the clip is still being counted, and its number may change. Nothing was "
                  "kept. Do it again once the frame is counted, in some seconds.");
    case ReviewError::OtherPicture:
        return tr("Another picture of this clip is shown. Markers, stills and the clock belong to the clip's own "
                  "picture, so nothing was kept. Change back to it first.");
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString sentenceFor(const Failure<KeyError> &failure)
{
    switch (failure.code) {
    case KeyError::NotAKey:
        return tr("This is no key that can be set. Nothing was changed. Press one key, with Shift, Ctrl or Alt if you "
                  "wish.");
    case KeyError::Reserved:
        return tr("%1 belongs to the window on every page. Nothing was changed. Choose another key.")
            .arg(keyWords(failure.detail));
    case KeyError::Taken:
        return tr("This key already means “%1”. Nothing was changed. Choose another one, or change that key first.")
            .arg(failure.detail);
    }
    Q_UNREACHABLE_RETURN(QString());
}

QString sentenceFor(const ReviewFailure &failure)
{
    return std::visit([](const auto &kind) { return sentenceFor(kind); }, failure);
}

} // namespace Porchlight
