// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secretkey.h"
#include "core/utctime.h"
#include "domain/sharedclip.h"
#include "store/connection.h"

#include <optional>
#include <set>
#include <vector>

namespace Porchlight {

[[nodiscard]] StoreResult<std::optional<SecretKey>> findClipKey(Connection &connection, const Digest &clip);
/// A random one, unless there is one already.
[[nodiscard]] StoreResult<void> makeClipKey(Connection &connection, const Digest &clip, UtcTime now);
/// The key of this clip's bytes, unless they are a clip of another case as well that may still be looked at.
[[nodiscard]] StoreResult<void> removeKeyOfClip(Connection &connection, ClipId id);
/// The clips of all keys but of those that stay. One that is newer than `since` is not among them as long as its bytes
/// are of no clip: they may be on their way in.
[[nodiscard]] StoreResult<std::vector<Digest>> findClipKeysBut(Connection &connection, const std::set<Digest> &stay,
                                                               UtcTime since);
[[nodiscard]] StoreResult<void> removeClipKeys(Connection &connection, const std::vector<Digest> &clips);

} // namespace Porchlight
