// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "exchangehouse.h"
#include "support/fixedclock.h"
#include "support/recordingsite.h"
#include "support/samplerequest.h"

#include <QTemporaryDir>

#include <memory>

namespace Porchlight {

/// An exchange in a folder of its own that is asked without a network, at a time that stands still.
class SiteFixture
{
public:
    explicit SiteFixture(const UploadLimits &limits = {});

    /// As if the program had been started again.
    void startAgain();

    [[nodiscard]] HttpAnswer get(const QString &path);
    [[nodiscard]] HttpAnswer police(HttpQuestion::Method method, const QString &path, const QByteArray &body = {});
    [[nodiscard]] HttpAnswer publish(const AreaRequest &request);
    /// A request that is published.
    [[nodiscard]] AreaRequest published();

    /// The form of the request's page, filled in as a resident does who allows little.
    [[nodiscard]] static QList<std::pair<QByteArray, QByteArray>> plainChoices();
    [[nodiscard]] HttpAnswer postForm(const QString &path, const QList<std::pair<QByteArray, QByteArray>> &fields,
                                      const QByteArray &fileName = {}, const QByteArray &file = {});
    [[nodiscard]] HttpAnswer post(const QString &path);
    /// Through form, review and share; the path of the receipt.
    [[nodiscard]] QString shareClip(const AreaRequest &request, const QByteArray &bytes);

    [[nodiscard]] HttpAnswer tus(HttpQuestion::Method method, const QString &path,
                                 const QList<std::pair<QByteArray, QByteArray>> &headers, const QByteArray &body = {});
    /// Begins an upload of so many bytes; its path.
    [[nodiscard]] QString beginUpload(const AreaRequest &request, qsizetype size);
    [[nodiscard]] HttpAnswer sendPart(const QString &upload, qsizetype offset, const QByteArray &bytes);

    [[nodiscard]] QJsonObject offers();
    /// Digests of every file of the folder, by name; what SQLite shares between processes is left out.
    [[nodiscard]] QHash<QString, QByteArray> filesOfFolder() const;
    [[nodiscard]] QByteArray everythingKept() const;

    FixedClock clock;

private:
    [[nodiscard]] HttpAnswer ask(HttpQuestion question);

    QTemporaryDir m_folder;
    UploadLimits m_limits;
    std::unique_ptr<ExchangeHouse> m_house;
    std::unique_ptr<RecordingSite> m_site;

public:
    [[nodiscard]] ExchangeHouse &house() { return *m_house; }
    bool isLocal = true;
    QByteArray token;
};

/// Bytes that begin as an MP4 file does.
[[nodiscard]] QByteArray mp4Bytes(qsizetype size);
[[nodiscard]] QString locationOf(const HttpAnswer &answer);

} // namespace Porchlight
