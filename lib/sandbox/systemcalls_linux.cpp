// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/systemcalls_linux.h"

#include <algorithm>
#include <cerrno>
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>

namespace Porchlight {

namespace {

struct FilterRelease
{
    void operator()(void *filter) const { seccomp_release(filter); }
};
using Filter = std::unique_ptr<void, FilterRelease>;

// Found by tracing the decoding of every container and codec of the test clips, then what glibc may use instead.
constexpr int AllowedCalls[] = {
    // Messages, and the shared block that is already open.
    SCMP_SYS(read), SCMP_SYS(write), SCMP_SYS(recvmsg), SCMP_SYS(sendmsg), SCMP_SYS(recvfrom), SCMP_SYS(sendto),
    SCMP_SYS(poll), SCMP_SYS(ppoll), SCMP_SYS(close), SCMP_SYS(lseek), SCMP_SYS(fstat), SCMP_SYS(restart_syscall),
    // Memory; mmap and mprotect have rules of their own.
    SCMP_SYS(munmap), SCMP_SYS(mremap), SCMP_SYS(brk), SCMP_SYS(madvise),
    // Threads of this process.
    SCMP_SYS(futex), SCMP_SYS(set_robust_list), SCMP_SYS(rseq), SCMP_SYS(sched_yield), SCMP_SYS(sched_getaffinity),
    SCMP_SYS(gettid), SCMP_SYS(getpid),
    // Signals to itself, time, chance, the end.
    SCMP_SYS(rt_sigaction), SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_nanosleep), SCMP_SYS(nanosleep), SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom), SCMP_SYS(exit), SCMP_SYS(exit_group)};

// No decoder makes these, whatever its input: the process has been taken over.
constexpr int DeadlyCalls[] = {SCMP_SYS(execve),
                               SCMP_SYS(execveat),
                               SCMP_SYS(ptrace),
                               SCMP_SYS(process_vm_readv),
                               SCMP_SYS(process_vm_writev),
                               SCMP_SYS(socket),
                               SCMP_SYS(connect),
                               SCMP_SYS(bind),
                               SCMP_SYS(fork),
                               SCMP_SYS(vfork),
                               SCMP_SYS(kill),
                               SCMP_SYS(bpf),
                               SCMP_SYS(io_uring_setup),
                               SCMP_SYS(userfaultfd),
                               SCMP_SYS(mount),
                               SCMP_SYS(unshare),
                               SCMP_SYS(setns),
                               SCMP_SYS(open_by_handle_at),
                               SCMP_SYS(keyctl),
                               SCMP_SYS(perf_event_open)};

// Refused with an error instead: a library that looks for a table on disk goes on without it.
constexpr int FileCalls[] = {SCMP_SYS(open), SCMP_SYS(openat), SCMP_SYS(openat2), SCMP_SYS(creat)};

constexpr auto MaskedEqual = SCMP_CMP_MASKED_EQ;

scmp_arg_cmp argumentBits(unsigned argument, scmp_datum_t mask, scmp_datum_t wanted)
{
    return {.arg = argument, .op = MaskedEqual, .datum_a = mask, .datum_b = wanted};
}

bool addAll(scmp_filter_ctx filter, std::uint32_t action, const int *first, const int *last)
{
    return std::all_of(first, last, [filter, action](int call) {
        return seccomp_rule_add_array(filter, action, call, 0, nullptr) == 0;
    });
}

/// New memory is never executable; threads may be started, processes not.
bool addRulesWithArguments(scmp_filter_ctx filter)
{
    const scmp_arg_cmp notExecutable = argumentBits(2, PROT_EXEC, 0);
    const scmp_arg_cmp onlyThread = argumentBits(0, CLONE_THREAD | CLONE_VM, CLONE_THREAD | CLONE_VM);
    return seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mmap), 1, &notExecutable) == 0 &&
           seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(mprotect), 1, &notExecutable) == 0 &&
           seccomp_rule_add_array(filter, SCMP_ACT_ALLOW, SCMP_SYS(clone), 1, &onlyThread) == 0 &&
           // The flags of clone3 cannot be read by a filter; told that it is unknown, glibc uses clone.
           seccomp_rule_add_array(filter, SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), 0, nullptr) == 0;
}

} // namespace

bool allowOnlyDecodingCalls()
{
    const Filter filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    if (!filter) {
        return false;
    }
    return seccomp_attr_set(filter.get(), SCMP_FLTATR_CTL_TSYNC, 1) == 0 &&
           seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) == 0 &&
           addAll(filter.get(), SCMP_ACT_ALLOW, std::begin(AllowedCalls), std::end(AllowedCalls)) &&
           addAll(filter.get(), SCMP_ACT_KILL_PROCESS, std::begin(DeadlyCalls), std::end(DeadlyCalls)) &&
           addAll(filter.get(), SCMP_ACT_ERRNO(EACCES), std::begin(FileCalls), std::end(FileCalls)) &&
           addRulesWithArguments(filter.get()) && seccomp_load(filter.get()) == 0;
}

} // namespace Porchlight
