// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/recordseal.h"

#include "media/shelffolder.h"

#include <QDataStream>
#include <QIODevice>
#include <QLoggingCategory>
#include <QtEndian>

#include <algorithm>
#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

Q_LOGGING_CATEGORY(lcShelf, "porchlight.media.shelf")

constexpr qsizetype SaltSize = std::tuple_size_v<SealSalt>;
constexpr qsizetype CountSize = 8;
constexpr qsizetype TagSize = 16;
static_assert(SaltSize + CountSize + TagSize == SealOverhead);

using Nonce = std::array<quint8, 12>;

enum class Direction { Opening, Sealing };

quint8 *octets(char *bytes)
{
    return reinterpret_cast<quint8 *>(bytes);
}

const quint8 *octets(QByteArrayView bytes)
{
    return reinterpret_cast<const quint8 *>(bytes.data());
}

/// HKDF with SHA-256 of the clip's key and the salt.
bool derive(const SecretKey &key, const SealSalt &salt, SecretKey::Bytes &derived)
{
    constexpr char Purpose[] = "Porchlight shelf record";
    char hash[] = "SHA256";
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kind(EVP_KDF_fetch(nullptr, "HKDF", nullptr),
                                                                 &EVP_KDF_free);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> derivation(EVP_KDF_CTX_new(kind.get()),
                                                                               &EVP_KDF_CTX_free);
    const auto octetString = [](const char *name, const void *bytes, std::size_t size) {
        return OSSL_PARAM_construct_octet_string(name, const_cast<void *>(bytes), size);
    };
    const std::array parameters{OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, hash, 0),
                                octetString(OSSL_KDF_PARAM_KEY, key.bytes().data(), key.bytes().size()),
                                octetString(OSSL_KDF_PARAM_SALT, salt.data(), salt.size()),
                                octetString(OSSL_KDF_PARAM_INFO, Purpose, sizeof(Purpose) - 1),
                                OSSL_PARAM_construct_end()};
    return derivation && EVP_KDF_derive(derivation.get(), derived.data(), derived.size(), parameters.data()) == 1;
}

/// None where the library does not do it.
Cipher cipherFor(const SecretKey &key, const SealSalt &salt, Direction direction)
{
    Cipher cipher(EVP_CIPHER_CTX_new());
    SecretKey::Bytes derived{};
    const bool isReady = cipher && derive(key, salt, derived) &&
                         EVP_CipherInit_ex2(cipher.get(), EVP_aes_256_gcm(), derived.data(), nullptr,
                                            direction == Direction::Sealing ? 1 : 0, nullptr) == 1;
    OPENSSL_cleanse(derived.data(), derived.size());
    return isReady ? std::move(cipher) : nullptr;
}

Nonce nonceOf(quint64 count)
{
    Nonce nonce{};
    qToBigEndian(count, nonce.data() + (nonce.size() - CountSize));
    return nonce;
}

QByteArray namesake(const Digest &clip, const RecordName &name)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.writeRawData(ShelfFolder::form().data(), static_cast<int>(ShelfFolder::form().size()));
    stream.writeRawData(reinterpret_cast<const char *>(clip.bytes().data()), static_cast<int>(Digest::Size));
    stream << static_cast<quint8>(name.kind) << name.number;
    bytes.append(name.context);
    return bytes;
}

/// Begins a record: its nonce, and what it must be besides its content.
bool begin(evp_cipher_ctx_st *cipher, quint64 count, const QByteArray &namesake)
{
    int done = 0;
    return EVP_CipherInit_ex2(cipher, nullptr, nullptr, nonceOf(count).data(), -1, nullptr) == 1 &&
           EVP_CipherUpdate(cipher, nullptr, &done, octets(namesake), static_cast<int>(namesake.size())) == 1;
}

} // namespace

void CipherDeleter::operator()(evp_cipher_ctx_st *cipher) const
{
    EVP_CIPHER_CTX_free(cipher);
}

RecordSealer::RecordSealer(const ClipKey &key)
    : m_clip(key.clip)
{
    if (RAND_bytes(m_salt.data(), static_cast<int>(m_salt.size())) == 1) {
        m_cipher = cipherFor(key.key, m_salt, Direction::Sealing);
    }
}

std::optional<QByteArray> RecordSealer::seal(const RecordName &name, QByteArrayView content)
{
    // Counted even where it comes to nothing.
    const quint64 count = m_count++;
    if (!m_cipher || !begin(m_cipher.get(), count, namesake(m_clip, name))) {
        return std::nullopt;
    }
    QByteArray record(content.size() + SealOverhead, Qt::Uninitialized);
    char *target = std::ranges::copy(m_salt, record.data()).out;
    qToBigEndian(count, target);
    target += CountSize;
    int length = 0;
    int rest = 0;
    const bool isSealed =
        EVP_CipherUpdate(m_cipher.get(), octets(target), &length, octets(content), static_cast<int>(content.size())) ==
            1 &&
        EVP_CipherFinal_ex(m_cipher.get(), octets(target) + length, &rest) == 1 &&
        EVP_CIPHER_CTX_ctrl(m_cipher.get(), EVP_CTRL_AEAD_GET_TAG, TagSize, target + content.size()) == 1;
    return isSealed ? std::optional(std::move(record)) : std::nullopt;
}

RecordOpener::RecordOpener(ClipKey key, QString place)
    : m_key(std::move(key))
    , m_place(std::move(place))
{}

Result<QByteArray, Failure<ShelfError>> RecordOpener::open(const RecordName &name, QByteArrayView record)
{
    if (record.size() < SealOverhead) {
        return std::unexpected(reject(ShelfError::CutShort, name));
    }
    if (!m_cipher || !std::equal(m_salt.begin(), m_salt.end(), octets(record))) {
        std::copy_n(octets(record), m_salt.size(), m_salt.begin());
        m_cipher = cipherFor(m_key.key, m_salt, Direction::Opening);
    }
    const auto count = qFromBigEndian<quint64>(record.data() + SaltSize);
    if (!m_cipher || !begin(m_cipher.get(), count, namesake(m_key.clip, name))) {
        return std::unexpected(reject(ShelfError::NoCipher, name));
    }
    const QByteArrayView sealed = record.sliced(SaltSize + CountSize).chopped(TagSize);
    std::array<char, TagSize> tag{};
    std::ranges::copy(record.last(TagSize), tag.begin());
    QByteArray content(sealed.size(), Qt::Uninitialized);
    int length = 0;
    int rest = 0;
    const bool isOurs = EVP_CipherUpdate(m_cipher.get(), octets(content.data()), &length, octets(sealed),
                                         static_cast<int>(sealed.size())) == 1 &&
                        EVP_CIPHER_CTX_ctrl(m_cipher.get(), EVP_CTRL_AEAD_SET_TAG, TagSize, tag.data()) == 1 &&
                        EVP_CipherFinal_ex(m_cipher.get(), octets(content.data()) + length, &rest) == 1;
    if (!isOurs) {
        return std::unexpected(reject(ShelfError::NotAuthentic, name));
    }
    return content;
}

Failure<ShelfError> RecordOpener::reject(ShelfError error, const RecordName &name)
{
    Failure<ShelfError> failure{
        error, u"%1: record %2 of kind %3"_s.arg(m_place).arg(name.number).arg(static_cast<int>(name.kind))};
    if (!std::exchange(m_hasTold, true)) {
        qCWarning(lcShelf).noquote() << "A kept record is not what was written and is made again:" << failure.detail;
    }
    return failure;
}

} // namespace Porchlight
