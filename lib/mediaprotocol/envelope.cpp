// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mediaprotocol/envelope.h"

#include "mediaprotocol/wirefields.h"

#include <optional>
#include <utility>

namespace Porchlight::Wire {

namespace {

constexpr std::uint32_t FirstBytes = 0x31'4d'4c'50; // "PLM1"
constexpr std::size_t HeaderSize = 4 + 2 + 2 + 4 + 8;

// Requests count from 1, replies from 101, in the order of their variants.
constexpr std::uint16_t FirstRequestType = 1;
constexpr std::uint16_t FirstReplyType = 101;

} // namespace

// The parameter M is the message, const for writing and mutable for reading.
template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Fraction>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.numerator);
    fields.number(m.denominator);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Colour>
void visitFields(Fields &fields, M &m)
{
    fields.choice(m.matrix, ColourMatrix::Fcc);
    fields.choice(m.range, ColourRange::Full);
    fields.number(m.primaries);
    fields.number(m.transfer);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Open>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.clipSize);
    fields.number(m.windowSize);
    fields.number(m.slotCount);
    fields.number(m.slotSize);
    fields.number(m.spoolBudget);
    fields.number(m.frameBudget);
    fields.number(m.videoStream);
    fields.flag(m.isCareful);
    for (auto &packet : m.leftOut) {
        fields.number(packet);
    }
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Index>
void visitFields(Fields &fields, M &m)
{
    fields.flag(m.wantsDigests);
    fields.flag(m.wantsProxies);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, FrameRequest>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.number);
    fields.number(m.slot);
    fields.flag(m.wantsDigest);
    fields.flag(m.mayBeProvisional);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, ThumbnailRequest>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.number);
    fields.number(m.slot);
    fields.number(m.maximumWidth);
    fields.flag(m.mayBeProvisional);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, SoundRequest>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.startMicroseconds);
    fields.number(m.lengthMicroseconds);
    fields.number(m.slot);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Cancel>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.generation);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Close> || std::same_as<std::remove_const_t<M>, Taken> ||
             std::same_as<std::remove_const_t<M>, WaveRequest>
void visitFields(Fields &, M &)
{}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Bytes>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.offset);
    fields.number(m.length);
    fields.choice(m.status, ByteStatus::Broken);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Ready>
void visitFields(Fields &fields, M &m)
{
    fields.choice(m.confinement, Confinement::Full);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Read>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.offset);
    fields.number(m.length);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Stream>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.index);
    fields.choice(m.kind, StreamKind::Other);
    fields.name(m.codec);
    fields.name(m.pixelFormat);
    fields.number(m.width);
    fields.number(m.height);
    visitFields(fields, m.aspect);
    fields.number(m.quarterTurns);
    fields.flag(m.isMirrored);
    visitFields(fields, m.colour);
    visitFields(fields, m.timeBase);
    fields.flag(m.hasStart);
    fields.number(m.startTicks);
    fields.flag(m.hasDuration);
    fields.number(m.durationTicks);
    fields.number(m.sampleRate);
    fields.number(m.channels);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Summary>
void visitFields(Fields &fields, M &m)
{
    fields.name(m.container);
    fields.flag(m.hasDuration);
    fields.number(m.durationMicroseconds);
    fields.number(m.videoStream);
    fields.number(m.soundStream);
    fields.list(m.streams, MaximumStreams);
    for (auto &version : m.versions) {
        fields.number(version);
    }
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, FrameRow>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.number);
    fields.flag(m.hasPts);
    fields.number(m.pts);
    fields.number(m.ticks);
    visitFields(fields, m.timeBase);
    fields.number(m.microseconds);
    fields.number(m.segment);
    fields.number(m.seamMicroseconds);
    fields.number(m.durationTicks);
    fields.flag(m.isKey);
    fields.flag(m.isCorrupt);
    fields.choice(m.pictureType, PictureType::BI);
    fields.number(m.packetPosition);
    fields.number(m.packetSize);
    fields.number(m.width);
    fields.number(m.height);
    fields.name(m.pixelFormat);
    visitFields(fields, m.colour);
    visitFields(fields, m.aspect);
    fields.flag(m.hasDigest);
    fields.digest(m.digest);
    fields.number(m.ordinal);
    fields.number(m.quickHash);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, ProxyRequest>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.slot);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, CopyRequest>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.number);
    fields.number(m.slot);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Proxies>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.slot);
    fields.number(m.first);
    fields.number(m.count);
    fields.number(m.width);
    fields.number(m.height);
    fields.flag(m.isLast);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Known> || std::same_as<std::remove_const_t<M>, Expected>
void visitFields(Fields &fields, M &m)
{
    fields.flag(m.isLast);
    fields.list(m.rows, MaximumRowsPerPart);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, IndexPart>
void visitFields(Fields &fields, M &m)
{
    fields.flag(m.isLast);
    fields.flag(m.isDamaged);
    fields.list(m.rows, MaximumRowsPerPart);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Plane>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.offset);
    fields.number(m.stride);
    fields.number(m.width);
    fields.number(m.height);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Picture>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.slot);
    fields.choice(m.layout, PixelLayout::Bgra);
    fields.number(m.planeCount);
    for (auto &plane : m.planes) {
        visitFields(fields, plane);
    }
    fields.flag(m.isProvisional);
    visitFields(fields, m.row);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Thumbnail>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.slot);
    fields.number(m.number);
    fields.number(m.width);
    fields.number(m.height);
    fields.number(m.stride);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Sound>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.slot);
    fields.number(m.startMicroseconds);
    fields.number(m.sampleCount);
    fields.number(m.channels);
    fields.flag(m.isLast);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Peak>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.low);
    fields.number(m.high);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, WavePart>
void visitFields(Fields &fields, M &m)
{
    fields.flag(m.isLast);
    fields.number(m.first);
    fields.list(m.peaks, MaximumPeaksPerPart);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Working>
void visitFields(Fields &fields, M &m)
{
    fields.number(m.steps);
    fields.number(m.packet);
}

template <typename Fields, typename M>
    requires std::same_as<std::remove_const_t<M>, Failed>
void visitFields(Fields &fields, M &m)
{
    fields.choice(m.code, FailureCode::OutOfMemory);
}

namespace {

template <typename Message>
std::vector<std::uint8_t> encodeAny(const Envelope<Message> &envelope, std::uint16_t firstType)
{
    std::vector<std::uint8_t> payload;
    FieldWriter payloadWriter(payload);
    std::visit([&payloadWriter](const auto &message) { visitFields(payloadWriter, message); }, envelope.message);

    std::vector<std::uint8_t> bytes;
    bytes.reserve(HeaderSize + payload.size());
    FieldWriter writer(bytes);
    writer.number(FirstBytes);
    writer.number(ProtocolVersion);
    writer.number(static_cast<std::uint16_t>(firstType + envelope.message.index()));
    writer.number(static_cast<std::uint32_t>(payload.size()));
    writer.number(envelope.generation);
    bytes.insert(bytes.end(), payload.begin(), payload.end());
    return bytes;
}

struct Header
{
    std::uint32_t firstBytes = 0;
    std::uint16_t version = 0;
    std::uint16_t type = 0;
    std::uint32_t length = 0;
    std::uint64_t generation = 0;
};

Result<Header, WireError> decodeHeader(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() > MaximumMessageSize) {
        return std::unexpected(WireError::TooLong);
    }
    if (bytes.size() < HeaderSize) {
        return std::unexpected(WireError::Truncated);
    }
    Header header;
    FieldReader reader(bytes.first(HeaderSize));
    reader.number(header.firstBytes);
    reader.number(header.version);
    reader.number(header.type);
    reader.number(header.length);
    reader.number(header.generation);
    if (header.firstBytes != FirstBytes) {
        return std::unexpected(WireError::NotOurs);
    }
    if (header.version != ProtocolVersion) {
        return std::unexpected(WireError::WrongVersion);
    }
    if (header.length != bytes.size() - HeaderSize) {
        return std::unexpected(header.length > bytes.size() - HeaderSize ? WireError::Truncated : WireError::Malformed);
    }
    return header;
}

/// Makes the alternative of `Message` that the index names, or none.
template <typename Message, std::size_t... Indices>
std::optional<Message> emptyMessage(std::size_t index, std::index_sequence<Indices...>)
{
    std::optional<Message> message;
    const auto make = [&message]<std::size_t Index>() {
        message.emplace(std::in_place_index<Index>);
        return true;
    };
    static_cast<void>(((index == Indices && make.template operator()<Indices>()) || ...));
    return message;
}

template <typename Message>
Result<Envelope<Message>, WireError> decodeAny(std::span<const std::uint8_t> bytes, std::uint16_t firstType)
{
    const Result<Header, WireError> header = decodeHeader(bytes);
    if (!header) {
        return std::unexpected(header.error());
    }
    constexpr std::size_t Count = std::variant_size_v<Message>;
    const std::size_t index = static_cast<std::size_t>(header->type) - firstType;
    std::optional<Message> message = emptyMessage<Message>(index, std::make_index_sequence<Count>());
    if (!message) {
        return std::unexpected(WireError::UnknownType);
    }
    FieldReader reader(bytes.subspan(HeaderSize));
    std::visit([&reader](auto &fields) { visitFields(reader, fields); }, *message);
    if (!reader.isSpent()) {
        return std::unexpected(WireError::Malformed);
    }
    return Envelope<Message>{header->generation, *std::move(message)};
}

} // namespace

std::vector<std::uint8_t> encode(const Envelope<Request> &envelope)
{
    return encodeAny(envelope, FirstRequestType);
}

std::vector<std::uint8_t> encode(const Envelope<Reply> &envelope)
{
    return encodeAny(envelope, FirstReplyType);
}

Result<Envelope<Request>, WireError> decodeRequest(std::span<const std::uint8_t> bytes)
{
    return decodeAny<Request>(bytes, FirstRequestType);
}

Result<Envelope<Reply>, WireError> decodeReply(std::span<const std::uint8_t> bytes)
{
    return decodeAny<Reply>(bytes, FirstReplyType);
}

} // namespace Porchlight::Wire
