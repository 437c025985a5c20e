// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exchangehouse.h"

#include <QDir>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::chrono::minutes SweepInterval{10};
constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;

} // namespace

SiteResult<std::unique_ptr<ExchangeHouse>> ExchangeHouse::open(const HouseOptions &options, const Clock &clock)
{
    const QDir folder(options.dataDirectory);
    if (!folder.mkpath(u"."_s)) {
        return fail(SiteError::CannotOpen, u"The folder %1 cannot be made."_s.arg(options.dataDirectory));
    }
    QFile::setPermissions(options.dataDirectory, OwnerOnly);
    SiteResult<Records> records = Records::open(folder.filePath(u"exchange.sqlite"_s), clock);
    if (!records) {
        return std::unexpected(records.error());
    }
    SiteResult<ReceiptSigner> signer = ReceiptSigner::open(folder.filePath(u"receipt-key.pem"_s));
    if (!signer) {
        return std::unexpected(signer.error());
    }
    SiteResult<Tokens> tokens =
        Tokens::open(options.tokenFile.isEmpty() ? folder.filePath(u"token"_s) : options.tokenFile);
    if (!tokens) {
        return std::unexpected(tokens.error());
    }
    return std::unique_ptr<ExchangeHouse>(
        new ExchangeHouse(options, clock, *std::move(records), *std::move(signer), *std::move(tokens)));
}

ExchangeHouse::ExchangeHouse(const HouseOptions &options, const Clock &clock, Records records, ReceiptSigner signer,
                             Tokens tokens)
    : m_records(std::move(records))
    , m_signer(std::move(signer))
    , m_tokens(std::move(tokens))
    , m_uploads(QDir(options.dataDirectory).filePath(u"clips"_s), m_records, clock, options.uploads)
    , m_exchange(m_records, m_uploads, m_signer, clock, options.rules)
    , m_site(m_exchange, m_tokens, options.http.bodyBytes)
{
    m_uploads.discardExpired();
    m_sweep.setInterval(SweepInterval);
    QObject::connect(&m_sweep, &QTimer::timeout, &m_sweep, [this] { m_uploads.discardExpired(); });
    m_sweep.start();
}

} // namespace Porchlight
