// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clipsniff.h"

#include <algorithm>
#include <array>

namespace Porchlight {

namespace {

struct Magic
{
    qsizetype offset;
    QByteArrayView bytes;
};

bool hasMagic(QByteArrayView head, const Magic &magic)
{
    return head.size() >= magic.offset + magic.bytes.size() &&
           head.sliced(magic.offset, magic.bytes.size()) == magic.bytes;
}

/// Packets of 188 bytes that begin with 0x47, with four bytes of time before each in a camcorder's files.
bool isTransportStream(QByteArrayView head)
{
    constexpr char Sync = 0x47;
    constexpr qsizetype Packet = 188;
    constexpr qsizetype TimedPacket = 192;
    const auto isSync = [head](qsizetype at) {
        return at < head.size() && head.at(at) == Sync;
    };
    return (isSync(0) && isSync(Packet)) || (isSync(4) && isSync(4 + TimedPacket));
}

} // namespace

bool looksLikeVideo(QByteArrayView head)
{
    static const std::array<Magic, 19> Magics{{
        {4, "ftyp"},
        {4, "moov"},
        {4, "mdat"},
        {4, "wide"},
        {4, "free"},
        {4, "skip"},
        {4, "pnot"},
        {0, "\x1A\x45\xDF\xA3"},
        {8, "AVI "},
        {0, QByteArrayView("\x00\x00\x01\xBA", 4)},
        {0, QByteArrayView("\x00\x00\x01\xB3", 4)},
        {0, QByteArrayView("\x00\x00\x00\x01", 4)},
        {0, "\x30\x26\xB2\x75"},
        {0, "FLV\x01"},
        {0, "OggS"},
        {0, "\x06\x0E\x2B\x34"},
        {0, "IMKH"},
        {0, "DHAV"},
        {0, ".RMF"},
    }};
    return isTransportStream(head) ||
           std::any_of(Magics.begin(), Magics.end(), [head](const Magic &magic) { return hasMagic(head, magic); });
}

} // namespace Porchlight
