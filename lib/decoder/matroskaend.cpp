// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/matroskaend.h"

#include <array>
#include <bit>

namespace Porchlight {

namespace {

constexpr std::uint64_t EbmlHeader = 0x1A45DFA3;
constexpr std::uint64_t Segment = 0x18538067;
constexpr std::size_t LongestHead = 12;
// A cluster holds seconds of film.
constexpr int MostElements = 200'000;

struct Element
{
    std::uint64_t id = 0;
    std::int64_t content = 0;
    std::optional<std::int64_t> end; ///< None where the file does not state it.
};

struct Number
{
    std::uint64_t value = 0; ///< With its marker.
    std::size_t length = 0;
};

/// A number of variable length (RFC 8794, 4): as many leading zeros as bytes follow.
std::optional<Number> readNumber(std::span<const std::uint8_t> bytes)
{
    const std::size_t length = bytes.empty() ? 9 : static_cast<std::size_t>(std::countl_zero(bytes[0])) + 1;
    if (length > 8 || length > bytes.size()) {
        return std::nullopt;
    }
    Number number{.length = length};
    for (const std::uint8_t byte : bytes.first(length)) {
        number.value = number.value << 8U | byte;
    }
    return number;
}

std::optional<Element> elementAt(ByteFeed &feed, std::int64_t offset)
{
    std::array<std::uint8_t, LongestHead> buffer{};
    const std::optional<std::size_t> count = feed.read(offset, buffer);
    const auto head = std::span<const std::uint8_t>(buffer).first(count.value_or(0));
    const std::optional<Number> id = readNumber(head);
    if (!id || id->length > 4) {
        return std::nullopt;
    }
    const std::optional<Number> size = readNumber(head.subspan(id->length));
    if (!size) {
        return std::nullopt;
    }
    Element element{.id = id->value, .content = offset + static_cast<std::int64_t>(id->length + size->length)};
    const std::uint64_t marker = 1ULL << (7 * size->length);
    const std::uint64_t value = size->value - marker;
    if (value != marker - 1) {
        element.end = element.content + static_cast<std::int64_t>(value);
    }
    return element;
}

} // namespace

bool isMatroskaCut(ByteFeed &feed)
{
    const std::optional<Element> header = elementAt(feed, 0);
    if (!header || header->id != EbmlHeader || !header->end) {
        return false;
    }
    const std::optional<Element> segment = elementAt(feed, *header->end);
    if (!segment || segment->id != Segment) {
        return false;
    }
    if (segment->end) {
        return *segment->end > feed.size();
    }
    // Written without going back, as a recording is that was streamed or never finished.
    std::int64_t offset = segment->content;
    for (int i = 0; i < MostElements && offset < feed.size(); ++i) {
        const std::optional<Element> child = elementAt(feed, offset);
        if (!child) {
            return feed.size() - offset < static_cast<std::int64_t>(LongestHead);
        }
        if (!child->end) {
            return false; // Its children would have to be walked over; they may end anywhere.
        }
        offset = *child->end;
    }
    return offset > feed.size();
}

} // namespace Porchlight
