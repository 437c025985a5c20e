// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/fieldparity.h"

namespace Porchlight {

FieldParity::FieldParity(const AVCodecParameters &parameters)
{
    if (parameters.codec_id != AV_CODEC_ID_H264) {
        return;
    }
    m_context.reset(avcodec_alloc_context3(nullptr));
    if (!m_context || avcodec_parameters_to_context(m_context.get(), &parameters) < 0) {
        return;
    }
    m_parser.reset(av_parser_init(parameters.codec_id));
    if (m_parser) {
        // It reads the first slice header and does not look for the packet's end.
        m_parser->flags |= PARSER_FLAG_COMPLETE_FRAMES;
    }
}

FieldParity::Part FieldParity::partOf(const AVPacket &packet)
{
    if (!m_parser || packet.size == 0) {
        return Part::Whole;
    }
    std::uint8_t *out = nullptr;
    int length = 0;
    av_parser_parse2(m_parser.get(), m_context.get(), &out, &length, packet.data, packet.size, packet.pts, packet.dts,
                     packet.pos);
    switch (m_parser->picture_structure) {
    case AV_PICTURE_STRUCTURE_TOP_FIELD:
        return Part::Top;
    case AV_PICTURE_STRUCTURE_BOTTOM_FIELD:
        return Part::Bottom;
    case AV_PICTURE_STRUCTURE_UNKNOWN:
    case AV_PICTURE_STRUCTURE_FRAME:
        return Part::Whole;
    }
    return Part::Whole;
}

} // namespace Porchlight
