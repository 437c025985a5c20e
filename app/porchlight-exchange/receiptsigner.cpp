// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "receiptsigner.h"

#include "secretfile.h"

#include <openssl/bio.h>
#include <openssl/pem.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::size_t KeySize = 32;
constexpr std::size_t SignatureSize = 64;

using Bio = std::unique_ptr<BIO, decltype(&BIO_free)>;

QByteArray newKeyText()
{
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"),
                                                                  &EVP_PKEY_free);
    const Bio memory(BIO_new(BIO_s_mem()), &BIO_free);
    if (!key || !memory ||
        PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1) {
        return {};
    }
    char *text = nullptr;
    const long length = BIO_get_mem_data(memory.get(), &text);
    return QByteArray(text, length);
}

} // namespace

ReceiptSigner::ReceiptSigner(Key key, QByteArray publicKey)
    : m_key(std::move(key))
    , m_publicKey(std::move(publicKey))
{}

SiteResult<ReceiptSigner> ReceiptSigner::open(const QString &file)
{
    const SiteResult<QByteArray> text = readOrMakeSecret(file, &newKeyText);
    if (!text) {
        return std::unexpected(text.error());
    }
    const Bio memory(BIO_new_mem_buf(text->constData(), static_cast<int>(text->size())), &BIO_free);
    Key key(PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr), &EVP_PKEY_free);
    QByteArray publicKey(KeySize, Qt::Uninitialized);
    std::size_t length = KeySize;
    if (!key || EVP_PKEY_get_id(key.get()) != EVP_PKEY_ED25519 ||
        EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<unsigned char *>(publicKey.data()), &length) != 1) {
        return fail(SiteError::CannotOpen, u"%1 holds no Ed25519 key"_s.arg(file));
    }
    return ReceiptSigner(std::move(key), publicKey);
}

QByteArray ReceiptSigner::sign(const QByteArray &message) const
{
    QByteArray signature(SignatureSize, Qt::Uninitialized);
    std::size_t length = SignatureSize;
    const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
    const bool isSigned = context && EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, m_key.get()) == 1 &&
                          EVP_DigestSign(context.get(), reinterpret_cast<unsigned char *>(signature.data()), &length,
                                         reinterpret_cast<const unsigned char *>(message.constData()),
                                         static_cast<std::size_t>(message.size())) == 1;
    return isSigned ? signature : QByteArray();
}

} // namespace Porchlight
