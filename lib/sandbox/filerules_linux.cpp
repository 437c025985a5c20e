// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/filerules_linux.h"

#include <cstdint>
#include <sys/syscall.h>
#include <unistd.h>

namespace Porchlight {

namespace {

// The kernel's interface (linux/landlock.h) written out: headers of a build machine may be older than the kernel the
// program runs on. Each version of the interface knows more rights; asking for an unknown one is an error.
struct RulesetAttributes
{
    std::uint64_t handledFileAccess = 0;
    std::uint64_t handledNetworkAccess = 0;
    std::uint64_t scoped = 0;
};

constexpr std::uint64_t firstBits(unsigned count)
{
    return (std::uint64_t{1} << count) - 1;
}

constexpr unsigned VersionFlag = 1;

RulesetAttributes everythingOf(long version)
{
    RulesetAttributes attributes;
    attributes.handledFileAccess = firstBits(13); // execute, write, read, directories, remove, make_*
    if (version >= 2) {
        attributes.handledFileAccess = firstBits(14); // refer
    }
    if (version >= 3) {
        attributes.handledFileAccess = firstBits(15); // truncate
    }
    if (version >= 4) {
        attributes.handledNetworkAccess = firstBits(2); // bind and connect TCP
    }
    if (version >= 5) {
        attributes.handledFileAccess = firstBits(16); // ioctl on devices
    }
    if (version >= 6) {
        attributes.scoped = firstBits(2); // abstract sockets and signals
    }
    return attributes;
}

std::size_t sizeKnownTo(long version)
{
    if (version >= 6) {
        return 3 * sizeof(std::uint64_t);
    }
    return (version >= 4 ? 2 : 1) * sizeof(std::uint64_t);
}

} // namespace

bool denyAllFiles()
{
    const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, VersionFlag);
    if (version < 1) {
        return false;
    }
    const RulesetAttributes attributes = everythingOf(version);
    const long ruleset = syscall(SYS_landlock_create_ruleset, &attributes, sizeKnownTo(version), 0);
    if (ruleset < 0) {
        return false;
    }
    // A ruleset without a rule allows nothing of what it handles.
    const bool isInForce = syscall(SYS_landlock_restrict_self, ruleset, 0) == 0;
    close(static_cast<int>(ruleset));
    return isInForce;
}

} // namespace Porchlight
