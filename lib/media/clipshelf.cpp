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
    stream << mark.clipSize << mark.videoStream;
    for (const quint32 version : mark.versions) {
        stream << version;
    }
    return stream;
}

QDataStream &operator>>(QDataStream &stream, ShelfMark &mark)
{
    stream >> mark.clipSize >> mark.videoStream;
    for (quint32 &version : mark.versions) {
        stream >> version;
    }
    return stream;
}

QByteArray bytesOf(const ShelfHeader &header)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << header.mark << header.rowCount << header.proxyCount << header.proxySize << header.isDamaged;
    return bytes;
}

std::optional<ShelfHeader> headerFrom(const QByteArray &bytes)
{
    QDataStream stream(bytes);
    ShelfHeader header;
    stream >> header.mark >> header.rowCount >> header.proxyCount >> header.proxySize >> header.isDamaged;
    const bool isSound =
        stream.status() == QDataStream::Ok && header.rowCount > 0 && header.rowCount <= Wire::MaximumRows;
    return isSound ? std::optional(header) : std::nullopt;
}

/// Sealed records one after the other, each with its length before it.
class RecordWriter
{
public:
    RecordWriter(QSaveFile &file, RecordSealer &sealer)
        : m_file(file)
        , m_sealer(sealer)
        , m_stream(&file)
    {
        m_file.write(ShelfFolder::form().data(), ShelfFolder::form().size());
    }

    void write(const RecordName &name, QByteArrayView content)
    {
        if (const std::optional<QByteArray> record = m_sealer.seal(name, content)) {
            m_stream << *record;
        } else {
            m_file.cancelWriting();
        }
    }

private:
    QSaveFile &m_file;
    RecordSealer &m_sealer;
    QDataStream m_stream;
};

/// Of what a RecordWriter wrote.
class RecordReader
{
public:
    RecordReader(QFile &file, RecordOpener &opener)
        : m_file(file)
        , m_opener(opener)
        , m_stream(&file)
    {}

    /// False for a file of another form, which has no records.
    [[nodiscard]] bool begin()
    {
        return m_file.open(QIODevice::ReadOnly) && m_file.read(ShelfFolder::form().size()) == ShelfFolder::form();
    }

    [[nodiscard]] std::optional<QByteArray> read(const RecordName &name)
    {
        QByteArray record;
        m_stream >> record;
        auto content = m_opener.open(name, record);
        m_isBroken = m_isBroken || !content;
        return content ? std::optional(*std::move(content)) : std::nullopt;
    }

    /// A record was not what had been written.
    [[nodiscard]] bool isBroken() const { return m_isBroken; }

private:
    QFile &m_file;
    RecordOpener &m_opener;
    QDataStream m_stream;
    bool m_isBroken = false;
};

/// Messages of one kind, `count` elements in all of their lists.
template <typename Part, typename Element>
std::optional<std::vector<Element>> readParts(RecordReader &reader, RecordName name, std::vector<Element> Part::*list,
                                              qint64 count)
{
    std::vector<Element> all;
    for (; std::ssize(all) < count; ++name.number) {
        const std::optional<QByteArray> message = reader.read(name);
        if (!message) {
            return std::nullopt;
        }
        const auto *bytes = reinterpret_cast<const std::uint8_t *>(message->constData());
        const auto reply = Wire::decodeReply({bytes, static_cast<std::size_t>(message->size())});
        const auto *part = reply ? std::get_if<Part>(&reply->message) : nullptr;
        if (part == nullptr || (part->*list).empty()) {
            return std::nullopt;
        }
        all.insert(all.end(), (part->*list).begin(), (part->*list).end());
    }
    return std::ssize(all) == count ? std::optional(std::move(all)) : std::nullopt;
}

template <typename Part, typename Element>
void writeParts(RecordWriter &writer, RecordName name, std::vector<Element> Part::*list,
                const std::vector<Element> &all, std::size_t most)
{
    for (std::size_t first = 0; first < all.size(); first += most, ++name.number) {
        const auto begin = all.begin() + static_cast<std::ptrdiff_t>(first);
        Part part;
        (part.*list).assign(begin, begin + static_cast<std::ptrdiff_t>(std::min(all.size() - first, most)));
        const std::vector<std::uint8_t> bytes = Wire::encode(Wire::Envelope<Wire::Reply>{0, std::move(part)});
        writer.write(name, QByteArrayView(bytes.data(), std::ssize(bytes)));
    }
}

bool openForOwner(QSaveFile &file)
{
    return ShelfFolder::prepare(file.fileName()) && file.open(QIODevice::WriteOnly) &&
           file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

} // namespace

QByteArray bytesOf(const ShelfMark &mark)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << mark;
    return bytes;
}

ClipShelf::ClipShelf(const QString &path, const ClipKey &key)
    : m_path(path)
    , m_sealer(key)
    , m_opener(key, path)
{}

ClipShelf::~ClipShelf() = default;

qint64 ClipShelf::pictureBytes() const
{
    return qint64{m_proxySize.width()} * m_proxySize.height() * 3 / 2;
}

/// Of the sealed picture of that number; of none, where the file ends.
qint64 ClipShelf::placeOf(qint64 number) const
{
    return ShelfFolder::form().size() + number * (pictureBytes() + SealOverhead);
}

std::optional<KeptIndex> ClipShelf::find(const ShelfMark &mark)
{
    startProxies(mark);
    QFile file(m_path + ShelfFolder::IndexEnding);
    std::optional<KeptIndex> index = readIndex(file, mark);
    if (index) {
        ShelfFolder::markUsed(m_path);
    } else {
        startProxies(mark);
    }
    return index;
}

std::optional<KeptIndex> ClipShelf::readIndex(QFile &file, const ShelfMark &mark)
{
    RecordReader reader(file, m_opener);
    if (!reader.begin()) {
        return std::nullopt;
    }
    const std::optional<QByteArray> head = reader.read({.kind = RecordKind::IndexHead});
    const std::optional<ShelfHeader> header = head ? headerFrom(*head) : std::nullopt;
    auto rows = header && header->mark == mark
                    ? readParts(reader, {.kind = RecordKind::IndexPart, .context = m_proxyContext},
                                &Wire::IndexPart::rows, header->rowCount)
                    : std::nullopt;
    if (reader.isBroken()) {
        removeIndex();
    }
    if (!rows) {
        return std::nullopt;
    }
    m_proxySize = header->proxySize;
    if (header->proxyCount > 0 && !openProxies(header->proxyCount)) {
        return std::nullopt;
    }
    return KeptIndex{.rows = *std::move(rows), .isDamaged = header->isDamaged};
}

bool ClipShelf::openProxies(qint64 count)
{
    auto proxies = std::make_unique<QFile>(m_path + ShelfFolder::ProxiesEnding);
    if (!proxies->open(QIODevice::ReadOnly) || proxies->size() != placeOf(count)) {
        return false;
    }
    m_proxies = std::move(proxies);
    m_proxyCount = count;
    return true;
}

/// The next opening makes it anew, and the small pictures with it.
void ClipShelf::removeIndex() const
{
    QFile::remove(m_path + ShelfFolder::IndexEnding);
}

void ClipShelf::keep(const ShelfMark &mark, const KeptIndex &index)
{
    QSaveFile file(m_path + ShelfFolder::IndexEnding);
    if (!m_isUsable || !openForOwner(file)) {
        return;
    }
    RecordWriter writer(file, m_sealer);
    writer.write({.kind = RecordKind::IndexHead}, bytesOf(ShelfHeader{.mark = mark,
                                                                      .rowCount = std::ssize(index.rows),
                                                                      .proxyCount = m_proxyCount,
                                                                      .proxySize = m_proxySize,
                                                                      .isDamaged = index.isDamaged}));
    const QByteArray context = bytesOf(mark);
    writeParts(writer, {.kind = RecordKind::IndexPart, .context = context}, &Wire::IndexPart::rows, index.rows,
               Wire::MaximumRowsPerPart);
    file.commit();
}

void ClipShelf::startProxies(const ShelfMark &mark)
{
    m_proxies.reset();
    m_proxyContext = bytesOf(mark);
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
        m_isUsable = ShelfFolder::prepare(m_path) && file->open() && flock(file->handle(), LOCK_EX | LOCK_NB) == 0 &&
                     file->write(ShelfFolder::form().data(), ShelfFolder::form().size()) == ShelfFolder::form().size();
        m_proxies = std::move(file);
        m_proxySize = size;
    }
    m_proxies->seek(placeOf(m_proxyCount));
    for (const QByteArray &picture : pictures) {
        const auto record =
            m_sealer.seal({.kind = RecordKind::Proxy, .number = m_proxyCount, .context = m_proxyContext}, picture);
        m_isUsable =
            m_isUsable && record && picture.size() == pictureBytes() && m_proxies->write(*record) == record->size();
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
        !m_proxies->seek(placeOf(number))) {
        return std::nullopt;
    }
    const QByteArray record = m_proxies->read(pictureBytes() + SealOverhead);
    auto picture = m_opener.open({.kind = RecordKind::Proxy, .number = number, .context = m_proxyContext}, record);
    if (!picture) {
        removeIndex();
        return std::nullopt;
    }
    return *std::move(picture);
}

std::optional<std::vector<Wire::Peak>> ClipShelf::findWave(const ShelfMark &mark)
{
    QFile file(m_path + ShelfFolder::WaveEnding);
    RecordReader reader(file, m_opener);
    if (!reader.begin()) {
        return std::nullopt;
    }
    ShelfMark kept;
    qint64 count = -1;
    if (const std::optional<QByteArray> head = reader.read({.kind = RecordKind::WaveHead})) {
        QDataStream stream(*head);
        stream >> kept >> count;
    }
    const QByteArray context = bytesOf(mark);
    auto peaks =
        kept == mark && count >= 0 && count <= Wire::MaximumPeaks
            ? readParts(reader, {.kind = RecordKind::WavePart, .context = context}, &Wire::WavePart::peaks, count)
            : std::nullopt;
    if (reader.isBroken()) {
        file.remove();
    }
    return peaks;
}

void ClipShelf::keepWave(const ShelfMark &mark, const Waveform &waveform)
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
    QByteArray head;
    QDataStream stream(&head, QIODevice::WriteOnly);
    stream << mark << qint64{std::ssize(peaks)};
    const QByteArray context = bytesOf(mark);
    RecordWriter writer(file, m_sealer);
    writer.write({.kind = RecordKind::WaveHead}, head);
    writeParts(writer, {.kind = RecordKind::WavePart, .context = context}, &Wire::WavePart::peaks, peaks,
               Wire::MaximumPeaksPerPart);
    file.commit();
}

} // namespace Porchlight
