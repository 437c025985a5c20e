// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "openedclip.h"

#include "core/filesource.h"
#include "workflow/sentences.h"

#include <optional>
#include <utility>

namespace Porchlight {

OpenedClip::OpenedClip(std::unique_ptr<DecoderClient> decoder)
    : m_decoder(std::move(decoder))
{}

Result<OpenedClip, QString> OpenedClip::open(const QString &path, ClipWish wish, DecoderSettings settings)
{
    auto source = FileSource::open(path);
    if (!source) {
        return std::unexpected(sentenceFor(source.error()));
    }
    auto decoder = std::make_unique<DecoderClient>(std::move(settings));
    const auto summary = await(decoder->open(*std::move(source), std::move(wish)));
    if (!summary) {
        return std::unexpected(sentenceFor(summary.error()));
    }
    return OpenedClip(std::move(decoder));
}

Result<FrameTable, QString> OpenedClip::waitForTable()
{
    return waitUntil([](const FrameTable &table) { return table.isComplete(); });
}

Result<FrameTable, QString> OpenedClip::waitForOrder()
{
    return waitUntil([](const FrameTable &table) { return table.isComplete() || table.expectedSize() > table.size(); });
}

Result<FrameTable, QString> OpenedClip::waitUntil(const std::function<bool(const FrameTable &)> &isThere)
{
    QEventLoop loop;
    std::optional<Failure<MediaError>> failure;
    const auto look = [&] {
        if (isThere(m_decoder->table())) {
            loop.quit();
        }
    };
    QObject::connect(m_decoder.get(), &FrameSource::framesExpected, &loop, look);
    QObject::connect(m_decoder.get(), &FrameSource::tableCompleted, &loop, look);
    QObject::connect(m_decoder.get(), &FrameSource::clipFailed, &loop, [&](const Failure<MediaError> &cause) {
        failure = cause;
        loop.quit();
    });
    if (!isThere(m_decoder->table())) {
        loop.exec();
    }
    if (failure) {
        return std::unexpected(sentenceFor(*failure));
    }
    return m_decoder->table();
}

} // namespace Porchlight
