// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/geopoint.h"
#include "core/id.h"
#include "core/utctime.h"
#include "domain/consent.h"

#include <optional>

namespace Porchlight {

/// What a resident has shared with one request and what the exchange says about it; the bytes are not here yet.
struct ClipOffer
{
    OfferId id;
    RequestId requestId;
    ConsentReceipt receipt;
    Digest digest;
    qint64 size = 0;
    QString originalName;
    QString placeText;                  ///< As precise as was allowed; empty for none.
    std::optional<GeoPoint> position;   ///< Likewise.
    std::optional<UtcTime> statedStart; ///< When the resident says the recording begins, by the camera's clock.
    /// To add to the camera's clock, as the resident read it; none where nobody looked.
    std::optional<qint64> statedClockOffsetMicroseconds;
    QString note;             ///< The resident's own words; may be empty.
    bool isSensitive = false; ///< The resident flagged the picture as sensitive.
    UtcTime sharedAt;

    bool operator==(const ClipOffer &) const = default;
};

} // namespace Porchlight
