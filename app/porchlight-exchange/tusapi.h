// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "footageexchange.h"
#include "httpmessage.h"

namespace Porchlight {

/// Resumable uploads under /uploads: tus 1.0.0 with the extensions creation, checksum, expiration and termination.
class TusApi final
{
public:
    explicit TusApi(FootageExchange &exchange);

    [[nodiscard]] HttpAnswer answer(const HttpQuestion &question, const QString &id);

private:
    [[nodiscard]] HttpAnswer describe() const;
    [[nodiscard]] HttpAnswer create(const HttpQuestion &question);
    [[nodiscard]] HttpAnswer onUpload(const HttpQuestion &question, const QString &id);
    [[nodiscard]] HttpAnswer tell(const UploadRecord &upload) const;
    [[nodiscard]] HttpAnswer append(const HttpQuestion &question, const UploadRecord &upload);

    FootageExchange &m_exchange;
};

/// The pairs of an Upload-Metadata header; keys without a value have an empty one. None if it is malformed.
[[nodiscard]] std::optional<QHash<QString, QString>> readUploadMetadata(const QByteArray &header);

} // namespace Porchlight
