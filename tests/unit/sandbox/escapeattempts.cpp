// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Confines itself as the decoder does, then tries one thing that a decoder must not be able to do. Exit code: 0 the
// attempt succeeded, 1 it was refused, 2 wrong usage; death by SIGSYS is a refusal as well. Never installed.

#include "sandbox/confinement.h"

#include <arpa/inet.h>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <netinet/in.h>
#include <string_view>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace Porchlight;

namespace {

// Made before confinement, as an intruder might find it.
int socketMadeBefore = -1;
int fileMadeBefore = -1;
pid_t otherProcess = 0;
char otherMemory[] = "memory of another process";

bool openFile()
{
    return open("/etc/passwd", O_RDONLY | O_CLOEXEC) >= 0;
}

bool openFileByOldCall()
{
    return syscall(SYS_open, "/etc/passwd", O_RDONLY) >= 0;
}

bool createFile()
{
    return open("/tmp/porchlight-escape", O_WRONLY | O_CREAT | O_CLOEXEC, 0600) >= 0;
}

bool listDirectory()
{
    return open("/", O_RDONLY | O_DIRECTORY | O_CLOEXEC) >= 0;
}

bool statFile()
{
    struct stat facts;
    return stat("/etc/passwd", &facts) == 0;
}

bool growFile()
{
    return write(fileMadeBefore, "x", 1) == 1 && ftruncate(fileMadeBefore, 1 << 20) == 0;
}

bool makeSocket()
{
    return socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0) >= 0;
}

bool connectSocket()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(9);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    const int result = connect(socketMadeBefore, reinterpret_cast<const sockaddr *>(&address), sizeof address);
    return result == 0 || errno == ECONNREFUSED;
}

bool forkProcess()
{
    const pid_t child = fork();
    if (child == 0) {
        _exit(0);
    }
    return child > 0;
}

bool forkByOldCall()
{
    const long child = syscall(SYS_clone, SIGCHLD, 0, 0, 0, 0);
    if (child == 0) {
        _exit(0);
    }
    return child > 0;
}

bool executeProgram()
{
    char path[] = "/bin/true";
    char *arguments[] = {path, nullptr};
    execv(path, arguments);
    return false; // Success does not come here: /bin/true ends with 0.
}

bool traceProcess()
{
    return ptrace(PTRACE_ATTACH, otherProcess, nullptr, nullptr) == 0;
}

bool readOtherMemory()
{
    char taken[sizeof otherMemory];
    const iovec here{taken, sizeof taken};
    const iovec there{otherMemory, sizeof otherMemory};
    return process_vm_readv(otherProcess, &here, 1, &there, 1, 0) == static_cast<ssize_t>(sizeof taken);
}

bool signalOther()
{
    return kill(otherProcess, 0) == 0;
}

bool makeExecutableMemory()
{
    void *memory = mmap(nullptr, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    return memory != MAP_FAILED;
}

bool takeMuchMemory()
{
    void *memory = mmap(nullptr, std::size_t{8} << 30U, PROT_READ | PROT_WRITE,
                        MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    return memory != MAP_FAILED;
}

bool raiseLimit()
{
    const rlimit more{RLIM_INFINITY, RLIM_INFINITY};
    return setrlimit(RLIMIT_CORE, &more) == 0;
}

/// What must still work: a thread and memory.
bool decodeSomething()
{
    int answer = 0;
    std::thread([&answer] { answer = 42; }).join();
    void *memory = std::malloc(std::size_t{64} << 20U);
    std::free(memory);
    return answer == 42 && memory != nullptr;
}

struct Attempt
{
    std::string_view name;
    bool (*run)();
};

constexpr Attempt Attempts[] = {{"open", openFile},
                                {"open-by-old-call", openFileByOldCall},
                                {"create", createFile},
                                {"list-directory", listDirectory},
                                {"stat", statFile},
                                {"grow-file", growFile},
                                {"socket", makeSocket},
                                {"connect", connectSocket},
                                {"fork", forkProcess},
                                {"fork-by-old-call", forkByOldCall},
                                {"exec", executeProgram},
                                {"ptrace", traceProcess},
                                {"process_vm_readv", readOtherMemory},
                                {"kill", signalOther},
                                {"executable-memory", makeExecutableMemory},
                                {"much-memory", takeMuchMemory},
                                {"raise-limit", raiseLimit},
                                {"decode", decodeSomething}};

void prepare()
{
    socketMadeBefore = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    char path[] = "/tmp/porchlight-escape-XXXXXX";
    fileMadeBefore = mkostemp(path, O_CLOEXEC);
    unlink(path);
    // The other process lives as long as this one holds the writing end.
    int lifeline[2];
    if (pipe2(lifeline, O_CLOEXEC) != 0) {
        _exit(2);
    }
    otherProcess = fork();
    if (otherProcess == 0) {
        close(lifeline[1]);
        char nothing = 0;
        _exit(read(lifeline[0], &nothing, 1) == 0 ? 0 : 2);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3) {
        return 2;
    }
    prepare();
    if (std::string_view(argv[1]) == "confined") {
        const Confinement level = confineThisProcess();
        const char word[] = {static_cast<char>('0' + static_cast<int>(level)), '\n'};
        if (write(STDOUT_FILENO, word, sizeof word) != sizeof word) {
            return 2;
        }
    }
    for (const Attempt &attempt : Attempts) {
        if (attempt.name == argv[2]) {
            _exit(attempt.run() ? 0 : 1);
        }
    }
    return 2;
}
