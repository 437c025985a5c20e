// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/reviewfailure.h"

namespace Porchlight {

std::optional<Failure<ReviewError>> reasonAgainstReview(const SharedClip &clip, QDate today)
{
    if (clip.state == ClipState::Declined || clip.state == ClipState::Disputed) {
        return Failure{ReviewError::NotForReview, clip.originalName};
    }
    const QDate until = clip.scope().until;
    if (until.isValid() && until < today) {
        return Failure{ReviewError::ConsentEnded, until.toString(Qt::ISODate)};
    }
    return std::nullopt;
}

} // namespace Porchlight
