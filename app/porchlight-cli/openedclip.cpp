// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openedclip.h"

#include "core/filesource.h"
#include "workflow/sentences.h"

#include <optional>
#include <utility>

namespace Porchlight {

OpenedClip::OpenedClip(std::unique_ptr<DecoderClient> decoder)
    : m_copy(std::make_unique<std::optional<KeptCopy>>())
    , m_decoder(std::move(decoder))
{
    QObject::connect(m_decoder.get(), &FrameSource::copyCompleted, m_decoder.get(),
                     [copy = m_copy.get()](qint64 count, qint64 bytes) { *copy = {.count = count, .bytes = bytes}; });
}

Result<OpenedClip, QString> OpenedClip::open(const QString &path, ClipWish wish, DecoderSettings settings)
{
    auto source = FileSource::open(path);
    if (!source) {
        return std::unexpected(sentenceFor(source.error()));
    }
    OpenedClip clip(std::make_unique<DecoderClient>(std::move(settings)));
    const auto summary = await(clip.decoder().open(*std::move(source), std::move(wish)));
    if (!summary) {
        return std::unexpected(sentenceFor(summary.error()));
    }
    return clip;
}

Result<FrameTable, QString> OpenedClip::waitForTable()
{
    return waitUntil([this] { return m_decoder->table().isComplete(); });
}

Result<FrameTable, QString> OpenedClip::waitForOrder()
{
    return waitUntil([this] {
        const FrameTable &table = m_decoder->table();
        return table.isComplete() || table.expectedSize() > table.size();
    });
}

Result<KeptCopy, QString> OpenedClip::waitForCopy()
{
    return waitUntil([this] { return m_copy->has_value(); }).transform([this](const FrameTable &) { return **m_copy; });
}

Result<FrameTable, QString> OpenedClip::waitUntil(const std::function<bool()> &isThere)
{
    QEventLoop loop;
    std::optional<Failure<MediaError>> failure;
    const auto look = [&] {
        if (isThere()) {
            loop.quit();
        }
    };
    QObject::connect(m_decoder.get(), &FrameSource::framesExpected, &loop, look);
    QObject::connect(m_decoder.get(), &FrameSource::tableCompleted, &loop, look);
    QObject::connect(m_decoder.get(), &FrameSource::copyCompleted, &loop, look);
    QObject::connect(m_decoder.get(), &FrameSource::clipFailed, &loop, [&](const Failure<MediaError> &cause) {
        failure = cause;
        loop.quit();
    });
    if (!isThere()) {
        loop.exec();
    }
    if (failure) {
        return std::unexpected(sentenceFor(*failure));
    }
    return m_decoder->table();
}

} // namespace Porchlight
