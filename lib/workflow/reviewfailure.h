// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "domain/sharedclip.h"
#include "media/mediaerror.h"
#include "store/storeerror.h"
#include "vault/vaulterror.h"

#include <QDate>

#include <optional>
#include <variant>

namespace Porchlight {

enum class ReviewError {
    NotForReview,  ///< The clip was declined, or its bytes are disputed.
    ConsentEnded,  ///< The last day that the resident allowed is over.
    ReasonMissing, ///< A sensitive picture is shown only for a stated reason.
    NotDrawn,      ///< The picture of a still could not be written as PNG.
    NothingOpen,
    NoPicture,      ///< The camera has no picture at this moment.
    TooManyCameras, ///< Nine clips are open together already.
    ClockNotKnown,  ///< No camera to compare with has a place on the wall clock.
    ClockNotGiven,  ///< What was entered is no correction, or the two moments give none.
    RegionNotGiven, ///< What was entered is no region of a picture.
    NotCountedYet,  ///< The frame has been shown by its provisional number only.
    OtherPicture,   ///< What is kept belongs to the clip's own picture, and another one is shown.
};

using ReviewFailure = std::variant<Failure<ReviewError>, Failure<MediaError>, Failure<StoreError>, Failure<VaultError>>;

/// Why nobody may look at the clip on that day, if so.
[[nodiscard]] std::optional<Failure<ReviewError>> reasonAgainstReview(const SharedClip &clip, QDate today);

} // namespace Porchlight
