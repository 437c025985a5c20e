// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/failure.h"
#include "core/result.h"
#include "core/secretkey.h"

#include <QByteArray>
#include <QString>
#include <QtTypes>

#include <array>
#include <memory>
#include <optional>

struct evp_cipher_ctx_st;

/// What is made of a clip lies on the disk in sealed records: AES-256 in Galois/Counter Mode (NIST SP 800-38D), so that
/// nobody reads one without the clip's key, and one that was changed, cut or put in the place of another is not opened.
/// A sealer works under a key of its own, derived (HKDF, RFC 5869) from the clip's key and 24 random bytes, and counts
/// its records: no two records, of whatever program or opening, have the same key and nonce.
namespace Porchlight {

/// Why a kept record cannot be used.
enum class ShelfError {
    CutShort,     ///< Not all of it is there.
    NotAuthentic, ///< It was changed, stood elsewhere, or is of another clip or under another key.
    NoCipher,     ///< The cryptographic library does not do it.
};

/// A clip and the key under which records of it are sealed.
struct ClipKey
{
    Digest clip;
    SecretKey key;
};

enum class RecordKind : quint8 {
    IndexHead = 1,
    IndexPart,
    Proxy,
    WaveHead,
    WavePart,
    CopyHead,
    CopyEntry,
    CopyPicture,
};

/// What a record is and where it stands. It is opened by no other name.
struct RecordName
{
    RecordKind kind = RecordKind::IndexHead;
    qint64 number = 0;
    QByteArrayView context{}; ///< What it was made of and by.
};

struct CipherDeleter
{
    void operator()(evp_cipher_ctx_st *cipher) const;
};
using Cipher = std::unique_ptr<evp_cipher_ctx_st, CipherDeleter>;
using SealSalt = std::array<quint8, 24>;

/// So many bytes a sealed record is longer than its content: salt, count, tag.
constexpr qsizetype SealOverhead = 24 + 8 + 16;

/// Seals records of one clip; on one thread at a time.
class RecordSealer
{
public:
    explicit RecordSealer(const ClipKey &key);

    /// None where the cryptographic library does not do it: then nothing is to be kept.
    [[nodiscard]] std::optional<QByteArray> seal(const RecordName &name, QByteArrayView content);

private:
    Digest m_clip;
    SealSalt m_salt{};
    Cipher m_cipher;
    quint64 m_count = 0;
};

/// Opens records of one clip; on one thread at a time. The first that cannot be used is told to the log.
class RecordOpener
{
public:
    /// `place` is for the log.
    RecordOpener(ClipKey key, QString place);

    [[nodiscard]] Result<QByteArray, Failure<ShelfError>> open(const RecordName &name, QByteArrayView record);
    /// For what is seen to be wrong before it is opened.
    [[nodiscard]] Failure<ShelfError> reject(ShelfError error, const RecordName &name);

private:
    ClipKey m_key;
    QString m_place;
    SealSalt m_salt{}; ///< Of the cipher.
    Cipher m_cipher;
    bool m_hasTold = false;
};

} // namespace Porchlight
