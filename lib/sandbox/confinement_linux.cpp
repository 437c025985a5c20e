// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/confinement.h"

#include "sandbox/filerules_linux.h"
#include "sandbox/systemcalls_linux.h"

#include <csignal>
#include <cstdio>
#include <optional>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace Porchlight {

namespace {

// Room for packets, decoded frames and what the codecs take themselves, beyond what is mapped already.
constexpr rlim_t MemoryBeyondStart = rlim_t{2} * 1024 * 1024 * 1024;
constexpr rlim_t MaximumDescriptors = 16;

std::optional<rlim_t> mappedBytes()
{
    std::FILE *file = std::fopen("/proc/self/statm", "re");
    if (file == nullptr) {
        return std::nullopt;
    }
    unsigned long pages = 0;
    const int count = std::fscanf(file, "%lu", &pages);
    std::fclose(file);
    if (count != 1) {
        return std::nullopt;
    }
    return static_cast<rlim_t>(pages) * static_cast<rlim_t>(sysconf(_SC_PAGESIZE));
}

bool limit(__rlimit_resource resource, rlim_t value)
{
    const rlimit both{.rlim_cur = value, .rlim_max = value};
    return setrlimit(resource, &both) == 0;
}

bool limitResources()
{
    const std::optional<rlim_t> mapped = mappedBytes();
    const bool hasMemoryLimit = mapped && limit(RLIMIT_AS, *mapped + MemoryBeyondStart);
    const bool hasOtherLimits =
        limit(RLIMIT_NOFILE, MaximumDescriptors) && limit(RLIMIT_CORE, 0) && limit(RLIMIT_FSIZE, 0);
    return hasMemoryLimit && hasOtherLimits;
}

} // namespace

Confinement confineThisProcess()
{
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) {
        return Confinement::None;
    }
    // Not dumpable: no process of the same user can read this one's memory, and it leaves no core.
    const bool isUndumpable = prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
    const bool isLimited = limitResources();
    const bool hasFileRules = denyAllFiles();
    const bool hasSystemCallRules = allowOnlyDecodingCalls();
    if (isUndumpable && isLimited && hasFileRules && hasSystemCallRules) {
        return Confinement::Full;
    }
    return hasFileRules || hasSystemCallRules ? Confinement::Partial : Confinement::None;
}

void endWithParent()
{
    const pid_t parent = getppid();
    prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0);
    // The parent may have ended before the line above; if it was before the first, the socket says so.
    if (getppid() != parent) {
        _exit(0);
    }
}

} // namespace Porchlight
