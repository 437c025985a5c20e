// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/mutants.h"

#include <QStringList>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <random>

using namespace Qt::StringLiterals;

namespace Porchlight::Testing {

namespace {

class Chance
{
public:
    explicit Chance(quint32 seed)
        : m_random(seed)
    {}

    /// From 0 to one less than the limit. The same with every compiler, unlike the distributions of the library.
    [[nodiscard]] qsizetype below(qsizetype limit)
    {
        return limit <= 0 ? 0 : static_cast<qsizetype>(m_random() % static_cast<quint64>(limit));
    }
    template <typename List>
    [[nodiscard]] const auto &oneOf(const List &list)
    {
        return list[static_cast<std::size_t>(below(static_cast<qsizetype>(std::size(list))))];
    }

private:
    std::mt19937_64 m_random;
};

/// Where a container says how long a part is.
struct SizeField
{
    QByteArray tag;
    qsizetype offset = 0; ///< From the tag.
    bool isBigEndian = true;
};

/// Boxes of MP4 and QuickTime have their length before their name and often a count behind it; chunks of AVI have
/// theirs behind it, the other way round; elements of Matroska have theirs behind the identifier.
const QList<SizeField> &sizeFields()
{
    static const QList<SizeField> fields = [] {
        QList<SizeField> all;
        for (const char *box : {"ftyp", "moov", "mvhd", "trak", "tkhd", "edts", "elst", "mdia", "mdhd", "minf",
                                "stbl", "stsd", "avc1", "hev1", "avcC", "hvcC", "stts", "ctts", "stsc", "stsz",
                                "stco", "stss", "mdat", "moof", "traf", "tfhd", "tfdt", "trun", "mp4a", "esds"}) {
            for (const qsizetype offset : {-4, 4, 8, 12}) {
                all.append({box, offset, true});
            }
        }
        for (const char *chunk : {"RIFF", "LIST", "avih", "strh", "strf", "movi", "idx1", "00dc", "01wb"}) {
            all.append({chunk, 4, false});
        }
        const QList<QByteArray> elements{"\x18\x53\x80\x67"_ba,
                                         "\x1f\x43\xb6\x75"_ba,
                                         "\x16\x54\xae\x6b"_ba,
                                         "\x15\x49\xa9\x66"_ba,
                                         "\x1c\x53\xbb\x6b"_ba,
                                         "\x63\xa2"_ba,
                                         "\xae"_ba,
                                         "\xa3"_ba,
                                         "\xa0"_ba};
        for (const QByteArray &element : elements) {
            all.append({element, element.size(), true});
        }
        return all;
    }();
    return fields;
}

/// A place where people who attack decoders look first: often the head, or the tail, where the index is.
qsizetype place(const QByteArray &bytes, Chance &chance)
{
    constexpr qsizetype Edge = 4'096;
    switch (chance.below(4)) {
    case 0:
        return chance.below(std::min(Edge, bytes.size()));
    case 1:
        return std::max<qsizetype>(0, bytes.size() - 1 - chance.below(Edge));
    default:
        return chance.below(bytes.size());
    }
}

QString flip(QByteArray &bytes, Chance &chance)
{
    const qsizetype count = 1 + chance.below(chance.below(2) == 0 ? 4 : 200);
    const qsizetype begin = place(bytes, chance);
    const qsizetype spread = chance.below(2) == 0 ? 512 : bytes.size();
    for (qsizetype i = 0; i < count; ++i) {
        char &byte = bytes[(begin + chance.below(spread)) % bytes.size()];
        const bool isOneBit = chance.below(2) == 0;
        byte = static_cast<char>(isOneBit ? byte ^ (1 << chance.below(8)) : chance.below(256));
    }
    return u"%1 bytes flipped around %2"_s.arg(count).arg(begin);
}

QString cut(QByteArray &bytes, Chance &chance)
{
    const qsizetype length = bytes.size();
    switch (chance.below(3)) {
    case 0:
        bytes.truncate(1 + chance.below(length));
        return u"cut after %1 bytes"_s.arg(bytes.size());
    case 1:
        bytes.remove(0, chance.below(length));
        return u"%1 bytes cut off the front"_s.arg(length - bytes.size());
    default:
        bytes.remove(chance.below(length), 1 + chance.below(chance.below(2) == 0 ? 64 : length / 2));
        return u"%1 bytes cut out"_s.arg(length - bytes.size());
    }
}

QString splice(QByteArray &bytes, const QByteArray &other, Chance &chance)
{
    const qsizetype from = chance.below(other.size());
    const QByteArray piece = other.sliced(from, std::min(other.size() - from, 1 + chance.below(40'000)));
    const qsizetype to = place(bytes, chance);
    const bool isInserted = chance.below(2) == 0;
    if (isInserted) {
        bytes.insert(to, piece);
    } else {
        bytes.replace(to, piece.size(), piece);
    }
    return u"%1 bytes from %2 %3 at %4"_s.arg(piece.size())
        .arg(from)
        .arg(isInserted ? u"put in"_s : u"put over"_s)
        .arg(to);
}

QString lieAboutASize(QByteArray &bytes, Chance &chance)
{
    constexpr std::array<quint32, 14> Lies{
        0, 1, 7, 8, 9, 16, 0xff, 0xffff, 0x00ff'ffff, 0x1000'000, 0x7fff'ffff, 0x8000'0000, 0xffff'fff0, 0xffff'ffff};
    for (int attempt = 0; attempt < 60; ++attempt) {
        const SizeField &field = sizeFields().at(chance.below(sizeFields().size()));
        qsizetype at = bytes.indexOf(field.tag, chance.below(3) == 0 ? chance.below(bytes.size()) : 0);
        at = at < 0 ? -1 : at + field.offset;
        if (at < 0 || at + 4 > bytes.size()) {
            continue;
        }
        const auto old = qFromBigEndian<quint32>(bytes.constData() + at);
        const quint32 lie = chance.below(3) == 0 ? old + static_cast<quint32>(chance.below(9)) - 4 : chance.oneOf(Lies);
        if (field.isBigEndian) {
            qToBigEndian(lie, bytes.data() + at);
        } else {
            qToLittleEndian(lie, bytes.data() + at);
        }
        return u"size at %1 (%2) said to be %3"_s.arg(at)
            .arg(QString::fromLatin1(field.tag.toPercentEncoding()))
            .arg(lie);
    }
    // No container that is known here: any number anywhere.
    const qsizetype at = std::max<qsizetype>(0, std::min(place(bytes, chance), bytes.size() - 4));
    const quint32 lie = chance.oneOf(Lies);
    bytes.replace(at, 4, QByteArray(reinterpret_cast<const char *>(&lie), 4));
    return u"number at %1 made %2"_s.arg(at).arg(lie);
}

} // namespace

Mutant makeMutant(const QList<Original> &originals, quint32 number)
{
    Chance chance(number);
    const Original &original = originals.at(chance.below(originals.size()));
    Mutant mutant{.origin = original.name, .damage = {}, .bytes = original.bytes};
    QStringList damages;
    const qsizetype times = chance.below(3) == 0 ? 2 + chance.below(3) : 1;
    for (qsizetype i = 0; i < times && mutant.bytes.size() > 8; ++i) {
        switch (chance.below(4)) {
        case 0:
            damages.append(flip(mutant.bytes, chance));
            break;
        case 1:
            damages.append(cut(mutant.bytes, chance));
            break;
        case 2:
            damages.append(splice(mutant.bytes, originals.at(chance.below(originals.size())).bytes, chance));
            break;
        default:
            damages.append(lieAboutASize(mutant.bytes, chance));
        }
    }
    mutant.damage = damages.join(u", "_s);
    return mutant;
}

} // namespace Porchlight::Testing
