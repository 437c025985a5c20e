// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Porchlight {

/// Why a clip, a frame or a piece of sound cannot be shown.
enum class MediaError {
    DecoderMissing,      ///< The decoder program cannot be started.
    NotConfined,         ///< The decoder is not fully confined and the setting does not allow that.
    DecoderEnded,        ///< The decoder died, or was ended because it made no progress; it has been started again.
    BadAnswer,           ///< The decoder said something that cannot be true; it was ended.
    SourceBroken,        ///< The bytes of the clip cannot be read.
    NotAVideo,           ///< No known container, or one without a picture.
    RecordingUnfinished, ///< An MP4 without its index: the recording was never finished or is cut off.
    NothingShown,        ///< A video stream from which no frame can be decoded.
    TooLarge,            ///< Pictures larger than Porchlight takes.
    NotInClip,           ///< No frame of that number, no stream of that index, or no sound.
    ClipUnreadable,      ///< The decoder died twice on this clip; it is not tried again.
    Closed,              ///< The clip was closed before the answer came.
};

} // namespace Porchlight
