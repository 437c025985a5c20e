// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "await.h"
#include "core/result.h"
#include "media/decoderclient.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace Porchlight {

/// The pictures of a clip that are kept, decoded.
struct KeptCopy
{
    qint64 count = 0;
    qint64 bytes = 0; ///< Of the file.
};

/// A media file, opened by a decoder process of its own. Errors are sentences.
class OpenedClip
{
public:
    [[nodiscard]] static Result<OpenedClip, QString> open(const QString &path, ClipWish wish,
                                                          DecoderSettings settings = {});

    [[nodiscard]] DecoderClient &decoder() { return *m_decoder; }
    [[nodiscard]] const MediaSummary &summary() const { return *m_decoder->summary(); }
    /// All frames.
    [[nodiscard]] Result<FrameTable, QString> waitForTable();
    /// Until every frame can be reached; where packets tell too little, all frames.
    [[nodiscard]] Result<FrameTable, QString> waitForOrder();
    /// Until the pictures are kept, as far as they will be.
    [[nodiscard]] Result<KeptCopy, QString> waitForCopy();

private:
    [[nodiscard]] Result<FrameTable, QString> waitUntil(const std::function<bool()> &isThere);
    explicit OpenedClip(std::unique_ptr<DecoderClient> decoder);

    std::unique_ptr<std::optional<KeptCopy>> m_copy; ///< None before it is there.
    std::unique_ptr<DecoderClient> m_decoder;
};

} // namespace Porchlight
