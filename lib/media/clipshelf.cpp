// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/clipshelf.h"

#include "media/shelffolder.h"
#include "mediaprotocol/envelope.h"

#include <QDataStream>
#include <QSaveFile>
#include <QTemporaryFile>

#include <algorithm>
#include <sys/file.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr quint32 FirstBytes = 0x50'4c'49'58;     // "PLIX"
constexpr quint32 WaveFirstBytes = 0x50'4c'57'56; // "PLWV"
// Counts every change of what is kept or of how frames are recognised.
constexpr quint32 ShelfVersion = 1;

struct ShelfHeader
{
    ShelfMark mark;
    qint64 rowCount = 0;
    qint64 proxyCount = 0;
    QSize proxySize;
    bool isDamaged = false;
};

QDataStream &operator<<(QDataStream &stream, const ShelfMark &mark)
{
    stream << ShelfVersion << mark.clipSize << mark.videoStream;
    for (const quint32 version : mark.versions) {
        stream << version;
    }
    return stream;
}

/// False where it was written by another version of this file.
bool readMark(QDataStream &stream, ShelfMark &mark)
{
    quint32 version = 0;
    stream >> version >> mark.clipSize >> mark.videoStream;
    for (quint32 &library : mark.versions) {
        stream >> library;
    }
    return stream.status() == QDataStream::Ok && version == ShelfVersion;
}

QDataStream &operator<<(QDataStream &stream, const ShelfHeader &header)
{
    return stream << FirstBytes << header.mark << header.rowCount << header.proxyCount << header.proxySize
                  << header.isDamaged;
}

std::optional<ShelfHeader> readHeader(QDataStream &stream)
{
    quint32 first = 0;
    ShelfHeader header;
    stream >> first;
    const bool isOurs = readMark(stream, header.mark) && first == FirstBytes;
    stream >> header.rowCount >> header.proxyCount >> header.proxySize >> header.isDamaged;
    const bool isSound =
        isOurs && stream.status() == QDataStream::Ok && header.rowCount > 0 && header.rowCount <= Wire::MaximumRows;
    return isSound ? std::optional(header) : std::nullopt;
}

/// Messages of one kind, `count` elements in all of their lists.
template <typename Part, typename Element>
std::optional<std::vector<Element>> readParts(QDataStream &stream, std::vector<Element> Part::*list, qint64 count)
{
    std::vector<Element> all;
    while (std::ssize(all) < count) {
        QByteArray message;
        stream >> message;
        const auto *bytes = reinterpret_cast<const std::uint8_t *>(message.constData());
        const auto reply = Wire::decodeReply({bytes, static_cast<std::size_t>(message.size())});
        const auto *part = reply ? std::get_if<Part>(&reply->message) : nullptr;
        if (part == nullptr || (part->*list).empty()) {
            return std::nullopt;
        }
        all.insert(all.end(), (part->*list).begin(), (part->*list).end());
    }
    return std::ssize(all) == count ? std::optional(std::move(all)) : std::nullopt;
}

template <typename Part, typename Element>
void writeParts(QDataStream &stream, std::vector<Element> Part::*list, const std::vector<Element> &all,
                std::size_t most)
{
    for (std::size_t first = 0; first < all.size(); first += most) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
        Part part;
        (part.*list).assign(begin, begin + static_cast<std::ptrdiff_t>(std::min(all.size() - first, most)));
        const std::vector<std::uint8_t> bytes = Wire::encode(Wire::Envelope<Wire::Reply>{0, std::move(part)});
        stream << QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    }
}

bool openForOwner(QSaveFile &file)
{
    return ShelfFolder::prepare(file.fileName()) && file.open(QIODevice::WriteOnly) &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

ClipShelf::ClipShelf(QString path)
    : m_path(std::move(path))
{}

ClipShelf::~ClipShelf() = default;

qint64 ClipShelf::pictureBytes() const
{
    return qint64{m_proxySize.width()} * m_proxySize.height() * 3 / 2;
}

std::optional<KeptIndex> ClipShelf::find(const ShelfMark &mark)
{
    QFile file(m_path + ShelfFolder::IndexEnding);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    QDataStream stream(&file);
    const std::optional<ShelfHeader> header = readHeader(stream);
    if (!header || header->mark != mark) {
        return std::nullopt;
    }
    auto rows = readParts(stream, &Wire::IndexPart::rows, header->rowCount);
    if (!rows) {
        return std::nullopt;
    }
    startProxies();
    auto proxies = std::make_unique<QFile>(m_path + ShelfFolder::ProxiesEnding);
    m_proxySize = header->proxySize;
    if (header->proxyCount > 0) {
        if (!proxies->open(QIODevice::ReadOnly) || proxies->size() != header->proxyCount * pictureBytes()) {
            m_proxySize = {};
            return std::nullopt;
        }
        m_proxies = std::move(proxies);
        m_proxyCount = header->proxyCount;
    }
    ShelfFolder::markUsed(m_path);
    return KeptIndex{.rows = *std::move(rows), .isDamaged = header->isDamaged};
}

void ClipShelf::keep(const ShelfMark &mark, const KeptIndex &index)
{
    QSaveFile file(m_path + ShelfFolder::IndexEnding);
    if (!m_isUsable || !openForOwner(file)) {
        return;
    }
    QDataStream stream(&file);
    stream << ShelfHeader{.mark = mark,
                          .rowCount = std::ssize(index.rows),
                          .proxyCount = m_proxyCount,
                          .proxySize = m_proxySize,
                          .isDamaged = index.isDamaged};
    writeParts(stream, &Wire::IndexPart::rows, index.rows, Wire::MaximumRowsPerPart);
    file.commit();
}

void ClipShelf::startProxies()
{
    m_proxies.reset();
    m_proxyCount = 0;
    m_proxySize = {};
}

void ClipShelf::addProxies(QSize size, const QList<QByteArray> &pictures)
{
    if (pictures.isEmpty() || !m_isUsable) {
        return;
    }
    if (!m_proxies) {
        auto file = std::make_unique<QTemporaryFile>(m_path + u".XXXXXX"_s);
        // Held until it has its name: what nobody holds was left by a crash. It is open to its owner alone.
        m_isUsable = ShelfFolder::prepare(m_path) && file->open() && flock(file->handle(), LOCK_EX | LOCK_NB) == 0;
        m_proxies = std::move(file);
        m_proxySize = size;
    }
    m_proxies->seek(m_proxyCount * pictureBytes());
    for (const QByteArray &picture : pictures) {
        m_isUsable = m_isUsable && m_proxies->write(picture) == pictureBytes();
        m_proxyCount += m_isUsable ? 1 : 0;
    }
    m_isUsable = m_isUsable && m_proxies->flush();
}

void ClipShelf::endProxies()
{
    auto *const file = qobject_cast<QTemporaryFile *>(m_proxies.get());
    if (file == nullptr || !m_isUsable) {
        return;
    }
    auto kept = std::make_unique<QFile>(m_path + ShelfFolder::ProxiesEnding);
    kept->remove();
    // Renaming closes it.
    m_isUsable = file->rename(kept->fileName());
    file->setAutoRemove(!m_isUsable);
    m_isUsable = m_isUsable && kept->open(QIODevice::ReadOnly);
    m_proxies = std::move(kept);
}

std::optional<QByteArray> ClipShelf::proxy(qint64 number)
{
    if (!m_proxies || !m_proxies->isOpen() || number < 0 || number >= m_proxyCount ||
        !m_proxies->seek(number * pictureBytes())) {
        return std::nullopt;
    }
    const QByteArray picture = m_proxies->read(pictureBytes());
    return picture.size() == pictureBytes() ? std::optional(picture) : std::nullopt;
}

std::optional<std::vector<Wire::Peak>> ClipShelf::findWave(const ShelfMark &mark) const
{
    QFile file(m_path + ShelfFolder::WaveEnding);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    QDataStream stream(&file);
    quint32 first = 0;
    ShelfMark kept;
    qint64 count = 0;
    stream >> first;
    const bool isOurs = readMark(stream, kept) && first == WaveFirstBytes && kept == mark;
    stream >> count;
    const bool isSound = isOurs && stream.status() == QDataStream::Ok && count >= 0 && count <= Wire::MaximumPeaks;
    return isSound ? readParts(stream, &Wire::WavePart::peaks, count) : std::nullopt;
}

void ClipShelf::keepWave(const ShelfMark &mark, const Waveform &waveform) const
{
    QSaveFile file(m_path + ShelfFolder::WaveEnding);
    if (!openForOwner(file)) {
        return;
    }
    std::vector<Wire::Peak> peaks;
    peaks.reserve(static_cast<std::size_t>(waveform.peaks().size()));
    for (const WavePeak &peak : waveform.peaks()) {
        peaks.push_back({.low = peak.low, .high = peak.high});
    }
    QDataStream stream(&file);
    stream << WaveFirstBytes << mark << qint64{std::ssize(peaks)};
    writeParts(stream, &Wire::WavePart::peaks, peaks, Wire::MaximumPeaksPerPart);
    file.commit();
}

} // namespace Porchlight
