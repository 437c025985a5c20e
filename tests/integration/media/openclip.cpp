// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/openclip.h"

#include "core/filesource.h"

namespace Porchlight::Testing {

DecoderSettings testSettings()
{
    return {.program = qEnvironmentVariable("PORCHLIGHT_DECODER")};
}

std::unique_ptr<DecoderClient> openClip(const QString &file, ClipWish wish, const DecoderSettings &settings)
{
    auto source = FileSource::open(file);
    if (!source) {
        qWarning("%s", qPrintable(source.error().detail));
        return nullptr;
    }
    auto client = std::make_unique<DecoderClient>(settings);
    const auto summary = waitFor(client->open(*std::move(source), wish));
    if (!summary || !*summary) {
        qWarning("not opened: error %d %s", summary ? static_cast<int>(summary->error().code) : -1,
                 summary ? qPrintable(summary->error().detail) : "");
        return nullptr;
    }
    return client;
}

bool waitForTable(DecoderClient &client)
{
    return QTest::qWaitFor([&] { return client.table().isComplete(); }, Patience);
}

std::optional<MediaError> refusalOf(const QString &file, ClipWish wish)
{
    auto source = FileSource::open(file);
    if (!source) {
        return MediaError::SourceBroken;
    }
    DecoderClient client(testSettings());
    std::optional<MediaError> refusal;
    QObject::connect(&client, &FrameSource::clipFailed, &client,
                     [&](const Failure<MediaError> &failure) { refusal = failure.code; });
    const auto summary = waitFor(client.open(*std::move(source), wish));
    if (!summary || !*summary) {
        return summary ? summary->error().code : MediaError::Closed;
    }
    static_cast<void>(QTest::qWaitFor([&] { return refusal.has_value() || client.table().isComplete(); }, Patience));
    return refusal;
}

} // namespace Porchlight::Testing
