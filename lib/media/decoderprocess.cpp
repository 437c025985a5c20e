// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/decoderprocess.h"

#include "mediaprotocol/messages.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

// Where the decoder finds what it is given.
constexpr int SocketThere = 3;
constexpr int BlockThere = 4;
// Copies of descriptors are put above those, so that no copy overwrites one that is still needed.
constexpr int FirstCopy = 16;

/// The attributes and steps of starting a process, as POSIX wants them made and unmade.
class Launch
{
public:
    Launch()
    {
        posix_spawn_file_actions_init(&m_actions);
        posix_spawnattr_init(&m_attributes);
    }
    ~Launch()
    {
        posix_spawn_file_actions_destroy(&m_actions);
        posix_spawnattr_destroy(&m_attributes);
    }
    Q_DISABLE_COPY_MOVE(Launch)

    [[nodiscard]] bool prepare(int socket, int block)
    {
        bool isReady = true;
        for (int standard = STDIN_FILENO; standard <= STDERR_FILENO; ++standard) {
            isReady = isReady && posix_spawn_file_actions_addopen(&m_actions, standard, "/dev/null", O_RDWR, 0) == 0;
        }
        isReady = isReady && posix_spawn_file_actions_adddup2(&m_actions, socket, SocketThere) == 0 &&
                  posix_spawn_file_actions_adddup2(&m_actions, block, BlockThere) == 0 &&
                  posix_spawn_file_actions_addclosefrom_np(&m_actions, BlockThere + 1) == 0;
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        return isReady && posix_spawnattr_setsigmask(&m_attributes, &none) == 0 &&
               posix_spawnattr_setsigdefault(&m_attributes, &all) == 0 &&
               posix_spawnattr_setflags(&m_attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) == 0;
    }

    /// The process, or none with errno set.
    [[nodiscard]] std::optional<pid_t> start(const QByteArray &path)
    {
        QByteArray name = path;
        char *arguments[] = {name.data(), nullptr};
        char *environment[] = {nullptr};
        pid_t process = -1;
        errno = posix_spawn(&process, path.constData(), &m_actions, &m_attributes, arguments, environment);
        return errno == 0 ? std::optional(process) : std::nullopt;
    }

private:
    posix_spawn_file_actions_t m_actions{};
    posix_spawnattr_t m_attributes{};
};

QString decoderPath(const QString &program)
{
    return program.isEmpty() ? QCoreApplication::applicationDirPath() + u"/porchlight-decoder"_s : program;
}

} // namespace

Result<DecoderProcess, Failure<MediaError>> DecoderProcess::start(const QString &program)
{
    auto block = SharedBlock::create();
    if (!block) {
        return std::unexpected(block.error());
    }
    int sockets[2] = {-1, -1};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, sockets) != 0) {
        return fail(MediaError::DecoderMissing, u"socket: %1"_s.arg(qt_error_string(errno)));
    }
    const int socketCopy = fcntl(sockets[1], F_DUPFD_CLOEXEC, FirstCopy);
    const int blockCopy = fcntl(block->descriptor(), F_DUPFD_CLOEXEC, FirstCopy);
    Launch launch;
    errno = EMFILE;
    const QString path = decoderPath(program);
    const bool isPrepared = socketCopy >= 0 && blockCopy >= 0 && launch.prepare(socketCopy, blockCopy);
    const std::optional<pid_t> process = isPrepared ? launch.start(QFile::encodeName(path)) : std::nullopt;
    const int error = errno;
    close(sockets[1]);
    close(socketCopy);
    close(blockCopy);
    if (!process) {
        close(sockets[0]);
        return fail(MediaError::DecoderMissing, u"%1: %2"_s.arg(path, qt_error_string(error)));
    }
    return DecoderProcess(*std::move(block), sockets[0], *process);
}

DecoderProcess::DecoderProcess(SharedBlock block, int socket, pid_t process)
    : m_block(std::move(block))
    , m_socket(socket)
    , m_process(process)
{}

DecoderProcess::DecoderProcess(DecoderProcess &&other) noexcept
    : m_block(std::move(other.m_block))
    , m_socket(std::exchange(other.m_socket, -1))
    , m_process(std::exchange(other.m_process, -1))
{}

DecoderProcess::~DecoderProcess()
{
    if (m_socket >= 0) {
        close(m_socket);
    }
    if (m_process > 0) {
        // It holds nothing that could be lost, and waiting for the killed is short.
        ::kill(m_process, SIGKILL);
        while (waitpid(m_process, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
}

bool DecoderProcess::send(std::span<const std::uint8_t> message) const
{
    ssize_t sent = -1;
    do {
        sent = ::send(m_socket, message.data(), message.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
    } while (sent < 0 && errno == EINTR);
    const bool isGone = sent < 0 && (errno == EPIPE || errno == ECONNRESET);
    return isGone || sent == static_cast<ssize_t>(message.size());
}

DecoderProcess::Received DecoderProcess::receive(std::vector<std::uint8_t> &message) const
{
    message.resize(Wire::MaximumMessageSize + 1);
    ssize_t length = -1;
    do {
        length = recv(m_socket, message.data(), message.size(), MSG_DONTWAIT);
        // A process that ends with messages unread leaves an error behind, once, before what it has said.
    } while (length < 0 && (errno == EINTR || errno == ECONNRESET));
    if (length < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) {
        return Received::Nothing;
    }
    if (length <= 0) {
        return Received::Gone;
    }
    message.resize(static_cast<std::size_t>(length));
    return Received::Message;
}

void DecoderProcess::awaitEnd(std::chrono::milliseconds grace) const
{
    const QDeadlineTimer deadline(grace);
    std::vector<std::uint8_t> unheard;
    pollfd descriptor{.fd = m_socket, .events = POLLIN, .revents = 0};
    while (!deadline.hasExpired() && receive(unheard) != Received::Gone) {
        poll(&descriptor, 1, static_cast<int>(deadline.remainingTime()));
    }
}

} // namespace Porchlight
