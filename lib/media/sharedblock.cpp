// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/sharedblock.h"

#include <QString>

#include <cerrno>
#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr std::size_t SlotsSize = std::size_t{SharedBlock::SlotCount} * SharedBlock::SlotSize;

Result<void *, Failure<MediaError>> mapPart(int descriptor, std::size_t length, int protection, off_t offset)
{
    void *memory = mmap(nullptr, length, protection, MAP_SHARED, descriptor, offset);
    if (memory == MAP_FAILED) {
        return fail(MediaError::DecoderMissing, u"shared memory: %1"_s.arg(qt_error_string(errno)));
    }
    return memory;
}

} // namespace

Result<SharedBlock, Failure<MediaError>> SharedBlock::create()
{
    SharedBlock block;
    block.m_descriptor = memfd_create("porchlight-frames", MFD_CLOEXEC | MFD_ALLOW_SEALING | MFD_NOEXEC_SEAL);
    const bool isMade = block.m_descriptor >= 0 &&
                        ftruncate(block.m_descriptor, static_cast<off_t>(WindowSize + SlotsSize)) == 0 &&
                        fcntl(block.m_descriptor, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_SEAL) == 0;
    if (!isMade) {
        return fail(MediaError::DecoderMissing, u"shared memory: %1"_s.arg(qt_error_string(errno)));
    }
    const auto window = mapPart(block.m_descriptor, WindowSize, PROT_READ | PROT_WRITE, 0);
    if (!window) {
        return std::unexpected(window.error());
    }
    block.m_window = {static_cast<char *>(*window), WindowSize};
    const auto slotMemory = mapPart(block.m_descriptor, SlotsSize, PROT_READ, WindowSize);
    if (!slotMemory) {
        return std::unexpected(slotMemory.error());
    }
    block.m_slots = {static_cast<const char *>(*slotMemory), SlotsSize};
    return block;
}

SharedBlock::SharedBlock(SharedBlock &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
    , m_window(std::exchange(other.m_window, {}))
    , m_slots(std::exchange(other.m_slots, {}))
{}

SharedBlock &SharedBlock::operator=(SharedBlock &&other) noexcept
{
    if (this != &other) {
        release();
        m_descriptor = std::exchange(other.m_descriptor, -1);
        m_window = std::exchange(other.m_window, {});
        m_slots = std::exchange(other.m_slots, {});
    }
    return *this;
}

SharedBlock::~SharedBlock()
{
    release();
}

std::span<const char> SharedBlock::slot(quint32 number) const
{
    return number < SlotCount ? m_slots.subspan(number * SlotSize, SlotSize) : std::span<const char>();
}

void SharedBlock::release()
{
    if (!m_window.empty()) {
        munmap(m_window.data(), m_window.size());
    }
    if (!m_slots.empty()) {
        munmap(const_cast<char *>(m_slots.data()), m_slots.size());
    }
    if (m_descriptor >= 0) {
        close(m_descriptor);
    }
}

} // namespace Porchlight
