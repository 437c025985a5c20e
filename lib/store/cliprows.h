// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/sharedclip.h"
#include "store/connection.h"
#include "store/records.h"

#include <optional>
#include <vector>

namespace Porchlight {

/// The clip with its receipt, if it has one.
[[nodiscard]] StoreResult<void> insertClip(Connection &connection, const SharedClip &clip);
[[nodiscard]] StoreResult<void> updateClipState(Connection &connection, ClipId id, ClipState state,
                                                const QString &reason);
[[nodiscard]] StoreResult<void> updateClipClock(Connection &connection, ClipId id, const ClipClock &clock);
[[nodiscard]] StoreResult<std::vector<SharedClip>> findClips(Connection &connection,
                                                             const std::optional<CaseId> &caseId);
[[nodiscard]] StoreResult<std::optional<SharedClip>> findClipById(Connection &connection, ClipId id);
[[nodiscard]] StoreResult<std::optional<SharedClip>> findClipWithDigest(Connection &connection, CaseId caseId,
                                                                        const Digest &digest);
/// The case of a clip; NotFound if there is no such clip.
[[nodiscard]] StoreResult<CaseId> caseOfClip(Connection &connection, ClipId id);

[[nodiscard]] StoreResult<void> insertOffer(Connection &connection, const OfferRecord &offer);
[[nodiscard]] StoreResult<std::optional<OfferRecord>> findOffer(Connection &connection, OfferId id);
[[nodiscard]] StoreResult<std::vector<OfferRecord>> findOffers(Connection &connection,
                                                               const std::optional<RequestId> &requestId);

} // namespace Porchlight
