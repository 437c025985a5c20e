// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fieldpictures.h"

#include <bit>

namespace Porchlight::Testing {

namespace {

constexpr int Block = 16;
constexpr int Width = FieldPictures::Size.width();
constexpr int Height = FieldPictures::Size.height();
constexpr int FramesPerKey = 8;

// NAL unit types with their importance (7.4.1).
constexpr char ParametersOfSequence = 0x67;
constexpr char ParametersOfPicture = 0x68;
constexpr char KeySlice = 0x65;
constexpr char Slice = 0x61;
constexpr char Delimiter = 0x09;

enum class Lines { All, Even, Odd };

/// Bits from the highest on, and the codes of clause 9.1.
class BitWriter
{
public:
    void bits(unsigned value, int count)
    {
        for (int i = count - 1; i >= 0; --i) {
            m_last = static_cast<unsigned char>(m_last << 1U | (value >> static_cast<unsigned>(i) & 1U));
            if (++m_used == 8) {
                m_bytes.append(static_cast<char>(m_last));
                m_used = 0;
            }
        }
    }
    void number(unsigned value)
    {
        const int length = std::bit_width(value + 1);
        bits(0, length - 1);
        bits(value + 1, length);
    }
    void align()
    {
        while (m_used != 0) {
            bits(0, 1);
        }
    }
    void sample(int value) { m_bytes.append(static_cast<char>(value)); }
    /// The stop bit, and zeros up to a whole byte.
    [[nodiscard]] QByteArray end()
    {
        bits(1, 1);
        align();
        return m_bytes;
    }

private:
    QByteArray m_bytes;
    unsigned char m_last = 0;
    int m_used = 0;
};

/// With a start code, and so that none can be mistaken for one inside (7.4.1.1).
QByteArray unit(char kind, const QByteArray &payload)
{
    QByteArray unit("\0\0\0\1", 4);
    unit.append(kind);
    int zeros = 0;
    for (const char byte : payload) {
        if (zeros >= 2 && static_cast<unsigned char>(byte) <= 3) {
            unit.append('\3');
            zeros = 0;
        }
        unit.append(byte);
        zeros = byte == 0 ? zeros + 1 : 0;
    }
    return unit;
}

/// Main profile, level 3, order of output as that of decoding, one reference frame, not all pictures frames.
QByteArray parameters()
{
    BitWriter sequence;
    sequence.bits(77, 8);
    sequence.bits(0, 8);
    sequence.bits(30, 8);
    sequence.number(0); // its number
    sequence.number(0); // frame numbers have four bits
    sequence.number(2); // kind of picture order count
    sequence.number(1); // reference frames
    sequence.bits(0, 1);
    sequence.number(Width / Block - 1);
    sequence.number(Height / Block / 2 - 1);
    sequence.bits(0, 1); // frames only
    sequence.bits(0, 1); // choice of frame or field inside of a frame
    sequence.bits(1, 1); // direct 8x8 inference
    sequence.bits(0, 2); // no cropping, no more about usage

    BitWriter picture;
    picture.number(0);  // its number
    picture.number(0);  // of the sequence
    picture.bits(0, 2); // variable length codes, no order counts of bottom fields
    picture.number(0);  // one slice group
    picture.number(0);  // one reference forwards
    picture.number(0);  // and backwards
    picture.bits(0, 3); // no weights
    picture.number(0);  // quantiser
    picture.number(0);
    picture.number(0);
    picture.bits(4, 3); // the slice says whether edges are smoothed; nothing else
    return unit(ParametersOfSequence, sequence.end()) + unit(ParametersOfPicture, picture.end());
}

int sampleAt(int frame, int x, int y)
{
    return 16 + (frame * 7 + x + 3 * y + (y % 2) * 40) % 200;
}

bool isWhole(int frame)
{
    return frame % 3 == 1;
}

bool isPredicted(int frame)
{
    return !isWhole(frame) && frame % 5 == 3;
}

void beginSlice(BitWriter &slice, unsigned kind, int frame, Lines lines, bool isKey)
{
    slice.number(0); // first block
    slice.number(kind);
    slice.number(0); // parameters
    slice.bits(static_cast<unsigned>(frame % FramesPerKey), 4);
    slice.bits(lines == Lines::All ? 0 : 1, 1);
    if (lines != Lines::All) {
        slice.bits(lines == Lines::Odd ? 1 : 0, 1);
    }
    if (isKey) {
        slice.number(static_cast<unsigned>(frame / FramesPerKey % 2));
    }
}

/// All blocks with their samples as they are (7.3.5, I_PCM).
QByteArray plainSlice(int frame, Lines lines)
{
    const bool isKey = frame % FramesPerKey == 0 && lines != Lines::Odd;
    BitWriter slice;
    beginSlice(slice, 7, frame, lines, isKey);
    slice.bits(0, isKey ? 2 : 1); // what is marked as reference
    slice.number(0);              // quantiser
    slice.number(1);              // edges are left alone
    const int step = lines == Lines::All ? 1 : 2;
    for (int top = 0; top < Height / step; top += Block) {
        for (int left = 0; left < Width; left += Block) {
            slice.number(25);
            slice.align();
            for (int i = 0; i < Block * Block; ++i) {
                const int line = (top + i / Block) * step + (lines == Lines::Odd ? 1 : 0);
                slice.sample(sampleAt(frame, left + i % Block, line));
            }
            for (int i = 0; i < Block * Block / 2; ++i) {
                slice.sample(i < Block * Block / 4 ? 60 + frame : 200 - frame);
            }
        }
    }
    return unit(isKey ? KeySlice : Slice, slice.end());
}

/// All blocks skipped: they are those of the field before (7.3.4).
QByteArray skippedSlice(int frame)
{
    BitWriter slice;
    beginSlice(slice, 5, frame, Lines::Odd, false);
    slice.bits(0, 2); // references as usual, in their usual order
    slice.bits(0, 1);
    slice.number(0);
    slice.number(1);
    slice.number(Width / Block * (Height / 2 / Block));
    return unit(Slice, slice.end());
}

QByteArray secondField(int frame)
{
    return isPredicted(frame) ? skippedSlice(frame) : plainSlice(frame, Lines::Odd);
}

} // namespace

QByteArray FieldPictures::stream(Delimiters delimiters)
{
    QByteArray stream;
    for (int frame = 0; frame < Frames; ++frame) {
        if (delimiters == Delimiters::OfFrames) {
            stream += unit(Delimiter, QByteArray("\xf0", 1));
        }
        if (frame % FramesPerKey == 0) {
            stream += parameters();
        }
        stream += isWhole(frame) ? plainSlice(frame, Lines::All) : plainSlice(frame, Lines::Even) + secondField(frame);
    }
    return stream;
}

QByteArray FieldPictures::streamWithoutLastField()
{
    static_assert((Frames - 1) % 3 != 1, "The last frame is made of fields.");
    QByteArray stream = FieldPictures::stream();
    stream.chop(secondField(Frames - 1).size());
    return stream;
}

QByteArray FieldPictures::luma(int frame)
{
    QByteArray luma;
    for (int y = 0; y < Height; ++y) {
        const int line = isPredicted(frame) ? y - y % 2 : y;
        for (int x = 0; x < Width; ++x) {
            luma.append(static_cast<char>(sampleAt(frame, x, line)));
        }
    }
    return luma;
}

} // namespace Porchlight::Testing
