// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The confined decoder. It is started by the program with two open descriptors and nothing else: a socket for messages
// and a block of shared memory for clip bytes and pictures. It gives up every right before it reads the first message.

#include "decoder/hostlink.h"
#include "decoder/session.h"
#include "decoder/warmup.h"
#include "sandbox/confinement.h"

#include <cstdint>
#include <malloc.h>
#include <span>
#include <sys/mman.h>
#include <sys/stat.h>

using namespace Porchlight;

namespace {

constexpr int SocketDescriptor = 3;
constexpr int BlockDescriptor = 4;
constexpr int WrongStartExitCode = 2;

std::span<std::uint8_t> mapBlock()
{
    struct stat facts{};
    if (fstat(BlockDescriptor, &facts) != 0 || facts.st_size <= 0) {
        return {};
    }
    const auto size = static_cast<std::size_t>(facts.st_size);
    void *memory = mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_SHARED, BlockDescriptor, 0);
    return memory == MAP_FAILED ? std::span<std::uint8_t>() : std::span(static_cast<std::uint8_t *>(memory), size);
}

Wire::Confinement wireLevel(Confinement level)
{
    switch (level) {
    case Confinement::None:
        return Wire::Confinement::None;
    case Confinement::Partial:
        return Wire::Confinement::Partial;
    case Confinement::Full:
        return Wire::Confinement::Full;
    }
    return Wire::Confinement::None;
}

/// What a decoded picture took goes back to the system when the picture goes. By itself the allocator would raise its
/// threshold to the size of pictures, keep them in its heaps, one for each thread, and never find the space again.
void giveBackPictures()
{
    constexpr int SmallestMapped = 128 * 1024;
    mallopt(M_MMAP_THRESHOLD, SmallestMapped);
}

} // namespace

int main()
{
    endWithParent();
    giveBackPictures();
    const std::span<std::uint8_t> block = mapBlock();
    if (block.empty()) {
        return WrongStartExitCode;
    }
    warmUp();
    const Confinement level = confineThisProcess();
    HostLink link(SocketDescriptor, block);
    link.send(0, Wire::Ready{wireLevel(level)});
    Session(link).run();
    return 0;
}
