// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "media/mediaerror.h"
#include "media/sharedblock.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <sys/types.h>
#include <vector>

namespace Porchlight {

/// The life of one decoder process. It is started with an empty environment, no arguments, a socket and the shared
/// block, and nothing else that is open here. It ends with the thread that started it, or with this object.
class DecoderProcess
{
public:
    /// An empty name: porchlight-decoder beside the running program.
    [[nodiscard]] static Result<DecoderProcess, Failure<MediaError>> start(const QString &program);
    DecoderProcess(DecoderProcess &&other) noexcept;
    DecoderProcess &operator=(DecoderProcess &&) = delete;
    ~DecoderProcess();

    [[nodiscard]] int socket() const { return m_socket; }
    [[nodiscard]] qint64 processId() const { return m_process; }
    [[nodiscard]] SharedBlock &block() { return m_block; }
    [[nodiscard]] const SharedBlock &block() const { return m_block; }

    /// False where the process takes no more messages. That it is gone is told by receive(), after all that it has
    /// said.
    [[nodiscard]] bool send(std::span<const std::uint8_t> message) const;

    enum class Received { Message, Nothing, Gone };
    /// Does not wait. A message longer than allowed is given as one byte too long.
    [[nodiscard]] Received receive(std::vector<std::uint8_t> &message) const;

    /// Waits until the process is gone, and not longer than this; what it still says is not listened to.
    void awaitEnd(std::chrono::milliseconds grace) const;

private:
    DecoderProcess(SharedBlock block, int socket, pid_t process);

    SharedBlock m_block;
    int m_socket = -1;
    pid_t m_process = -1;
};

} // namespace Porchlight
