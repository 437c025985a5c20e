// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "uploads.h"

#include "clipsniff.h"

#include <QDir>
#include <QFile>
#include <QStorageInfo>

#include <algorithm>
#include <utility>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype LongestName = 255;

auto noRoom()
{
    return fail(SiteError::NoRoom, u"The exchange has no room for this clip at present. Nothing was shared and nothing "
                                   u"of it is kept; please try again later."_s);
}

auto noVideo()
{
    return fail(SiteError::WrongType, u"This file is not a video that a camera or a telephone records. Nothing was "
                                      u"shared; please choose another file."_s);
}

/// The last part of a path, without anything that a file system or a reader could stumble over.
QString plainName(const QString &untrustedName)
{
    QString name = untrustedName.section(u'/', -1).section(u'\\', -1);
    name.removeIf([](QChar c) { return !c.isPrint(); });
    name = name.trimmed().left(LongestName);
    return name.isEmpty() ? u"clip"_s : name;
}

bool reachDisk(QFile &file)
{
    if (!file.flush()) {
        return false;
    }
#ifdef Q_OS_UNIX
    return ::fsync(file.handle()) == 0;
#else
    return true;
#endif
}

} // namespace

Uploads::Uploads(QString folder, Records &records, const Clock &clock, UploadLimits limits)
    : m_folder(std::move(folder))
    , m_records(records)
    , m_clock(clock)
    , m_limits(limits)
{
    QDir().mkpath(m_folder);
}

QString Uploads::fileOf(const QString &id) const
{
    return m_folder + u'/' + id;
}

SiteResult<void> Uploads::checkRoom(qint64 size) const
{
    const SiteResult<qint64> promised = m_records.bytesPromised();
    if (!promised) {
        return std::unexpected(promised.error());
    }
    const bool isFull = *promised + size > m_limits.storageBytes ||
                        QStorageInfo(m_folder).bytesAvailable() < size + m_limits.reserveBytes;
    if (isFull) {
        return noRoom();
    }
    return {};
}

SiteResult<UploadRecord> Uploads::begin(RequestId request, const QString &fileName, qint64 size)
{
    if (size <= 0) {
        return fail(SiteError::Refused, u"The file is empty. Nothing was shared; please choose another file."_s);
    }
    if (size > m_limits.clipBytes) {
        return fail(SiteError::TooLarge, u"The clip has %1 MB; the exchange takes up to %2 MB. Nothing was shared; "
                                         u"please shorten it or choose another."_s.arg(size / 1'000'000)
                                             .arg(m_limits.clipBytes / 1'000'000));
    }
    discardExpired();
    const SiteResult<int> open = m_records.countOpenUploads();
    if (!open) {
        return std::unexpected(open.error());
    }
    if (const SiteResult<void> room = checkRoom(size); !room || *open >= m_limits.openUploads) {
        return room ? noRoom() : std::unexpected(room.error());
    }
    const UploadRecord upload{
        .id = QUuid::createUuid().toString(QUuid::WithoutBraces),
        .requestId = request,
        .fileName = plainName(fileName),
        .size = size,
        .state = UploadRecord::State::Arriving,
        .digest = {},
        .consent = {},
        .expiresAt = m_clock.now() + m_limits.lifetime,
    };
    QFile file(fileOf(upload.id));
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)) {
        return noRoom();
    }
    return m_records.addUpload(upload).transform([&upload] { return upload; });
}

SiteResult<UploadRecord> Uploads::find(const QString &id) const
{
    const SiteResult<std::optional<UploadRecord>> upload = m_records.findUpload(id);
    if (!upload) {
        return std::unexpected(upload.error());
    }
    const bool isGone =
        !*upload || ((*upload)->state != UploadRecord::State::Shared && (*upload)->expiresAt <= m_clock.now());
    if (isGone) {
        return fail(SiteError::NotFound, u"There is no such upload, or it was not finished in time and is gone. "
                                         u"Nothing of it was shared."_s);
    }
    return **upload;
}

qint64 Uploads::offsetOf(const UploadRecord &upload) const
{
    return upload.state == UploadRecord::State::Arriving ? QFile(fileOf(upload.id)).size() : upload.size;
}

SiteResult<void> Uploads::writePart(const QString &name, qint64 offset, const QByteArray &bytes) const
{
    QFile file(name);
    if (!file.open(QIODevice::ReadWrite | QIODevice::Unbuffered) || !file.seek(offset)) {
        return fail(SiteError::Broken, file.errorString());
    }
    if (file.write(bytes) != bytes.size() || !reachDisk(file)) {
        file.resize(offset); // the part is taken as a whole or not at all
        return noRoom();
    }
    return {};
}

void Uploads::hashPart(const QString &id, qint64 offset, const QByteArray &bytes)
{
    std::shared_ptr<Running> &running = m_running[id];
    if (!running) {
        running = std::make_shared<Running>();
    }
    if (running->hashed == offset) {
        running->hash.addData(bytes);
        running->hashed += bytes.size();
    }
}

SiteResult<QString> Uploads::finishDigest(const UploadRecord &upload)
{
    const std::shared_ptr<Running> running = m_running.take(upload.id);
    if (running && running->hashed == upload.size) {
        return QString::fromLatin1(running->hash.result().toHex());
    }
    // The exchange was started anew in between: the bytes before are hashed from the disk.
    QFile file(fileOf(upload.id));
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file)) {
        return fail(SiteError::Broken, file.errorString());
    }
    return QString::fromLatin1(hash.result().toHex());
}

SiteResult<void> Uploads::checkType(const UploadRecord &upload, qint64 before, qint64 after)
{
    if (before >= SniffBytes || (after < SniffBytes && after < upload.size)) {
        return {};
    }
    QFile file(fileOf(upload.id));
    if (file.open(QIODevice::ReadOnly) && looksLikeVideo(file.read(SniffBytes))) {
        return {};
    }
    file.close();
    if (const SiteResult<void> gone = discard(upload.id); !gone) {
        return gone;
    }
    return noVideo();
}

SiteResult<qint64> Uploads::append(const UploadRecord &upload, qint64 offset, const QByteArray &bytes,
                                   const std::optional<PartChecksum> &checksum)
{
    if (upload.state != UploadRecord::State::Arriving || offset != offsetOf(upload)) {
        return fail(SiteError::Conflict, u"The upload stands at byte %1."_s.arg(offsetOf(upload)));
    }
    const qint64 after = offset + bytes.size();
    if (after > upload.size) {
        return fail(SiteError::TooLarge, u"These are more bytes than were announced. The rest was not taken."_s);
    }
    if (checksum && QCryptographicHash::hash(bytes, checksum->algorithm) != checksum->digest) {
        return fail(SiteError::WrongDigest,
                    u"The part was damaged on its way and was not taken. Please send it again."_s);
    }
    const SiteResult<void> taken =
        writePart(fileOf(upload.id), offset, bytes).and_then([&] { return checkType(upload, offset, after); });
    if (!taken) {
        return std::unexpected(taken.error());
    }
    hashPart(upload.id, offset, bytes);
    if (after < upload.size) {
        return after;
    }
    return finishDigest(upload)
        .and_then([&](const QString &digest) { return m_records.setUploadWhole(upload.id, digest); })
        .transform([after] { return after; });
}

SiteResult<void> Uploads::discard(const QString &id)
{
    m_running.remove(id);
    const SiteResult<std::optional<UploadRecord>> upload = m_records.findUpload(id);
    if (!upload || !*upload || (*upload)->state == UploadRecord::State::Shared) {
        return fail(SiteError::NotFound, u"There is no such upload."_s);
    }
    QFile::remove(fileOf(id));
    return m_records.removeUpload(id);
}

void Uploads::discardExpired()
{
    const QStringList expired = m_records.expiredUploads(m_clock.now()).value_or(QStringList());
    for (const QString &id : expired) {
        std::ignore = discard(id);
    }
}

} // namespace Porchlight
