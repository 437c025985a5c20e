// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "decoder/libav.h"

#include <cstdint>

namespace Porchlight {

/// Which part of a frame each packet brings. Only H.264 is cut into packets that bring one field; of all other codecs
/// a packet brings a whole frame.
class FieldParity
{
public:
    enum class Part : std::uint8_t { Whole, Top, Bottom };

    explicit FieldParity(const AVCodecParameters &parameters);

    /// Packets are given in the order of the file. A packet with both fields counts as its first one.
    [[nodiscard]] Part partOf(const AVPacket &packet);
    /// True for two fields that make one frame, as far as their parts tell.
    [[nodiscard]] static bool isPair(Part first, Part second)
    {
        return first != Part::Whole && second != Part::Whole && first != second;
    }

private:
    OwnedCodec m_context; ///< What the parser knows of the stream; it decodes nothing.
    OwnedParser m_parser; ///< Null where there is nothing to find out.
};

} // namespace Porchlight
