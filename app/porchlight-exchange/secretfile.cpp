// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "secretfile.h"

#include <QCryptographicHash>
#include <QFile>
#include <QSaveFile>

#include <openssl/crypto.h>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qint64 LongestSecret = 64 * 1024;
constexpr QFileDevice::Permissions OwnerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

SiteResult<QByteArray> readOrMakeSecret(const QString &file, const std::function<QByteArray()> &make)
{
    QFile present(file);
    if (present.exists()) {
        if (!present.open(QIODevice::ReadOnly)) {
            return fail(SiteError::CannotOpen, u"%1: %2"_s.arg(file, present.errorString()));
        }
        return present.read(LongestSecret);
    }
    const QByteArray secret = make();
    QSaveFile fresh(file);
    const bool isKept = !secret.isEmpty() && fresh.open(QIODevice::WriteOnly) && fresh.setPermissions(OwnerOnly) &&
                        fresh.write(secret) == secret.size() && fresh.commit();
    if (!isKept) {
        return fail(SiteError::CannotOpen, u"%1: %2"_s.arg(file, fresh.errorString()));
    }
    return secret;
}

bool isSameSecret(const QByteArray &a, const QByteArray &b)
{
    const QByteArray left = QCryptographicHash::hash(a, QCryptographicHash::Sha256);
    const QByteArray right = QCryptographicHash::hash(b, QCryptographicHash::Sha256);
    return CRYPTO_memcmp(left.constData(), right.constData(), static_cast<std::size_t>(left.size())) == 0;
}

} // namespace Porchlight
