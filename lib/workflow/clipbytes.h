// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesource.h"
#include "core/secretkey.h"
#include "store/store.h"
#include "vault/evidencevault.h"

#include <functional>
#include <memory>
#include <optional>

namespace Porchlight {

/// What a clip is looked at with: its bytes, and the key under which is sealed what is made of them.
struct ClipBytes
{
    std::unique_ptr<ByteSource> source;
    std::optional<SecretKey> key; ///< None where the store gives none: then nothing is kept of the clip.
};

/// `next` is called on the thread of `context`, unless that is gone by then.
void openClipBytes(Store &store, EvidenceVault &vault, const Digest &clip, QObject *context,
                   std::function<void(VaultResult<ClipBytes>)> next);

} // namespace Porchlight
