// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/clipshelf.h"

#include "mediaprotocol/envelope.h"

#include <QDataStream>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QTemporaryFile>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr quint32 FirstBytes = 0x50'4c'49'58; // "PLIX"
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

QDataStream &operator<<(QDataStream &stream, const ShelfHeader &header)
{
    stream << FirstBytes << ShelfVersion << header.mark.clipSize << header.mark.videoStream;
    for (const quint32 version : header.mark.versions) {
        stream << version;
    }
    return stream << header.rowCount << header.proxyCount << header.proxySize << header.isDamaged;
}

std::optional<ShelfHeader> readHeader(QDataStream &stream)
{
    quint32 first = 0;
    quint32 version = 0;
    ShelfHeader header;
    stream >> first >> version >> header.mark.clipSize >> header.mark.videoStream;
    for (quint32 &library : header.mark.versions) {
        stream >> library;
    }
    stream >> header.rowCount >> header.proxyCount >> header.proxySize >> header.isDamaged;
    const bool isSound = stream.status() == QDataStream::Ok && first == FirstBytes && version == ShelfVersion &&
                         header.rowCount > 0 && header.rowCount <= Wire::MaximumRows;
    return isSound ? std::optional(header) : std::nullopt;
}

std::optional<std::vector<Wire::FrameRow>> readRows(QDataStream &stream, qint64 count)
{
    std::vector<Wire::FrameRow> rows;
    while (std::ssize(rows) < count) {
        QByteArray message;
        stream >> message;
        const auto *bytes = reinterpret_cast<const std::uint8_t *>(message.constData());
        const auto reply = Wire::decodeReply({bytes, static_cast<std::size_t>(message.size())});
        const auto *part = reply ? std::get_if<Wire::IndexPart>(&reply->message) : nullptr;
        if (part == nullptr || part->rows.empty()) {
            return std::nullopt;
        }
        rows.insert(rows.end(), part->rows.begin(), part->rows.end());
    }
    return std::ssize(rows) == count ? std::optional(std::move(rows)) : std::nullopt;
}

void writeRows(QDataStream &stream, const std::vector<Wire::FrameRow> &rows)
{
    for (std::size_t first = 0; first < rows.size(); first += Wire::MaximumRowsPerPart) {
        const std::size_t count = std::min(rows.size() - first, Wire::MaximumRowsPerPart);
        const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(first);
        Wire::IndexPart part;
        part.rows.assign(begin, begin + static_cast<std::ptrdiff_t>(count));
        const std::vector<std::uint8_t> bytes = Wire::encode(Wire::Envelope<Wire::Reply>{0, std::move(part)});
        stream << QByteArray(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    }
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
    QFile file(m_path + u".index"_s);
    if (!file.open(QIODevice::ReadOnly)) {
        return std::nullopt;
    }
    QDataStream stream(&file);
    const std::optional<ShelfHeader> header = readHeader(stream);
    if (!header || header->mark != mark) {
        return std::nullopt;
    }
    auto rows = readRows(stream, header->rowCount);
    if (!rows) {
        return std::nullopt;
    }
    startProxies();
    auto proxies = std::make_unique<QFile>(m_path + u".proxies"_s);
    m_proxySize = header->proxySize;
    if (header->proxyCount > 0) {
        if (!proxies->open(QIODevice::ReadOnly) || proxies->size() != header->proxyCount * pictureBytes()) {
            m_proxySize = {};
            return std::nullopt;
        }
        m_proxies = std::move(proxies);
        m_proxyCount = header->proxyCount;
    }
    return KeptIndex{.rows = *std::move(rows), .isDamaged = header->isDamaged};
}

void ClipShelf::keep(const ShelfMark &mark, const KeptIndex &index)
{
    QSaveFile file(m_path + u".index"_s);
    const bool hasFolder = QDir().mkpath(QFileInfo(m_path).path());
    if (!hasFolder || !m_isUsable || !file.open(QIODevice::WriteOnly)) {
        return;
    }
    QDataStream stream(&file);
    stream << ShelfHeader{.mark = mark,
                          .rowCount = std::ssize(index.rows),
                          .proxyCount = m_proxyCount,
                          .proxySize = m_proxySize,
                          .isDamaged = index.isDamaged};
    writeRows(stream, index.rows);
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
        m_isUsable = QDir().mkpath(QFileInfo(m_path).path()) && file->open();
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
    auto kept = std::make_unique<QFile>(m_path + u".proxies"_s);
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

} // namespace Porchlight
