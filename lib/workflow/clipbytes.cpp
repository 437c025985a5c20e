// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/clipbytes.h"

#include <utility>

namespace Porchlight {

void openClipBytes(Store &store, EvidenceVault &vault, const Digest &clip, QObject *context,
                   std::function<void(VaultResult<ClipBytes>)> next)
{
    using Opened = VaultResult<std::unique_ptr<ByteSource>>;
    const auto openWith = [&vault, clip, context, next = std::move(next)](const StoreResult<SecretKey> &key) {
        const std::optional<SecretKey> known = key ? std::optional(*key) : std::nullopt;
        vault.openItem(clip).then(context, [next, known](Opened opened) {
            next(std::move(opened).transform([&known](std::unique_ptr<ByteSource> source) {
                return ClipBytes{.source = std::move(source), .key = known};
            }));
        });
    };
    store.clipKey(clip).then(context, openWith);
}

} // namespace Porchlight
