// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/clipsurgery.h"

#include <QDataStream>
#include <QIODevice>
#include <QList>
#include <QtEndian>

#include <numeric>

namespace Porchlight::Testing {

namespace {

/// Where each box of the path begins, one inside the other; empty where one is missing.
QList<qsizetype> findBoxes(const QByteArray &bytes, std::initializer_list<const char *> path)
{
    QList<qsizetype> boxes;
    qsizetype from = bytes.lastIndexOf("moov") - 4;
    for (const char *name : path) {
        const qsizetype at = from < 0 ? -1 : bytes.indexOf(name, from);
        if (at < 4) {
            return {};
        }
        boxes.append(at - 4);
        from = at + 4;
    }
    return boxes;
}

/// Puts a box at the end of the last one of those, and makes all of them longer.
void append(QByteArray &bytes, const QList<qsizetype> &boxes, const QByteArray &box)
{
    const qsizetype end = boxes.constLast() + qFromBigEndian<quint32>(bytes.constData() + boxes.constLast());
    for (const qsizetype outer : boxes) {
        const auto size = qFromBigEndian<quint32>(bytes.constData() + outer);
        qToBigEndian(size + static_cast<quint32>(box.size()), bytes.data() + outer);
    }
    bytes.insert(end, box);
}

bool rename(QByteArray &bytes, std::initializer_list<const char *> path, const QByteArray &name)
{
    const QList<qsizetype> boxes = findBoxes(bytes, path);
    if (boxes.isEmpty()) {
        return false;
    }
    bytes.replace(boxes.constLast() + 4, 4, name);
    return true;
}

void divide(QByteArray &bytes, qsizetype at, quint32 by)
{
    qToBigEndian(qFromBigEndian<quint32>(bytes.constData() + at) / by, bytes.data() + at);
}

} // namespace

bool cutTail(QByteArray &bytes)
{
    bytes.truncate(bytes.size() * 2 / 3);
    return !bytes.isEmpty();
}

bool cutHead(QByteArray &bytes)
{
    bytes.remove(0, bytes.size() / 5);
    return !bytes.isEmpty();
}

bool flipBytes(QByteArray &bytes)
{
    for (qsizetype at = bytes.size() / 3; at < bytes.size() * 2 / 3; at += 1999) {
        bytes[at] = static_cast<char>(bytes[at] ^ 0x5a);
    }
    return bytes.size() > 6000;
}

bool hideEdges(QByteArray &bytes)
{
    QByteArray aperture;
    QDataStream stream(&aperture, QIODevice::WriteOnly);
    stream << quint32(40) << quint32(0x636c6170) << quint32(300) << quint32(1) << quint32(160) << quint32(1)
           << qint32(5) << quint32(1) << qint32(-3) << quint32(1);
    const auto boxes = findBoxes(bytes, {"moov", "trak", "mdia", "minf", "stbl", "stsd", "avc1"});
    if (boxes.isEmpty()) {
        return false;
    }
    append(bytes, boxes, aperture);
    return true;
}

bool sayThatAllAreKeys(QByteArray &bytes)
{
    return rename(bytes, {"moov", "trak", "stbl", "stss"}, "free");
}

bool sayThatNoneIsKey(QByteArray &bytes)
{
    const auto boxes = findBoxes(bytes, {"moov", "trak", "stbl", "stss"});
    if (boxes.isEmpty()) {
        return false;
    }
    qToBigEndian<quint32>(0, bytes.data() + boxes.constLast() + 12);
    return true;
}

bool editTwice(QByteArray &bytes)
{
    const auto movie = findBoxes(bytes, {"moov", "mvhd"});
    const auto media = findBoxes(bytes, {"moov", "trak", "mdia", "mdhd"});
    const auto track = findBoxes(bytes, {"moov", "trak"});
    if (movie.isEmpty() || media.isEmpty() || !rename(bytes, {"moov", "trak", "edts"}, "free")) {
        return false;
    }
    const auto movieScale = qFromBigEndian<quint32>(bytes.constData() + movie.constLast() + 20);
    const auto mediaScale = qFromBigEndian<quint32>(bytes.constData() + media.constLast() + 20);
    QByteArray list;
    QDataStream stream(&list, QIODevice::WriteOnly);
    stream << quint32(8 + 16 + 3 * 12) << quint32(0x65647473);                         // edts
    stream << quint32(16 + 3 * 12) << quint32(0x656c7374) << quint32(0) << quint32(3); // elst
    stream << movieScale / 2 << qint32(-1) << quint32(0x10000);
    stream << movieScale << qint32(0) << quint32(0x10000);
    stream << movieScale * 6 / 10 << static_cast<qint32>(2 * mediaScale) << quint32(0x10000);
    append(bytes, track, list);
    return true;
}

bool shortenHeader(QByteArray &bytes)
{
    const auto movie = findBoxes(bytes, {"moov", "mvhd"});
    const auto track = findBoxes(bytes, {"moov", "trak", "tkhd"});
    const auto media = findBoxes(bytes, {"moov", "trak", "mdia", "mdhd"});
    if (movie.isEmpty() || track.isEmpty() || media.isEmpty()) {
        return false;
    }
    divide(bytes, movie.constLast() + 24, 3);
    divide(bytes, track.constLast() + 28, 3);
    divide(bytes, media.constLast() + 24, 3);
    return true;
}

bool sayThatThereAreManyFrames(QByteArray &bytes)
{
    const qsizetype file = bytes.indexOf("avih");
    const qsizetype stream = bytes.indexOf("strh");
    if (file < 0 || stream < 0) {
        return false;
    }
    qToLittleEndian<quint32>(12'000, bytes.data() + file + 8 + 16);
    qToLittleEndian<quint32>(12'000, bytes.data() + stream + 8 + 32);
    return true;
}

bool wrapAsDav(QByteArray &bytes)
{
    const QByteArray delimiter("\0\0\0\1\x09", 5);
    QByteArray wrapped;
    quint32 number = 0;
    for (qsizetype begin = bytes.indexOf(delimiter); begin >= 0; ++number) {
        const qsizetype next = bytes.indexOf(delimiter, begin + 1);
        const QByteArray picture = bytes.sliced(begin, (next < 0 ? bytes.size() : next) - begin);
        // What kind of stream follows: H.264 at 25 frames a second, progressive.
        const QByteArray extension("\x81\x00\x08\x19", 4);
        const auto length = static_cast<quint32>(24 + extension.size() + picture.size() + 8);
        QByteArray header;
        QDataStream stream(&header, QIODevice::WriteOnly);
        stream.setByteOrder(QDataStream::LittleEndian);
        stream.writeRawData("DHAV", 4);
        stream << quint8(number == 0 ? 0xfd : 0xfc) << quint8(0) << quint8(0) << quint8(0) << number << length
               << quint32(0x6800'0000) << static_cast<quint16>(number * 40) << static_cast<quint8>(extension.size());
        const auto sum = std::accumulate(header.begin(), header.end(), quint8(0),
                                         [](quint8 all, char c) { return static_cast<quint8>(all + quint8(c)); });
        stream << sum;
        QByteArray trailer;
        QDataStream end(&trailer, QIODevice::WriteOnly);
        end.setByteOrder(QDataStream::LittleEndian);
        end.writeRawData("dhav", 4);
        end << length;
        wrapped += header + extension + picture + trailer;
        begin = next;
    }
    bytes = wrapped;
    return number > 20;
}

} // namespace Porchlight::Testing
