// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/bytesource.h"
#include "media/decoderclient.h"

#include <QByteArray>
#include <QFuture>
#include <QSet>

#include <chrono>
#include <functional>
#include <optional>

namespace Porchlight::Testing {

/// A clip that lies in memory.
class MemorySource final : public ByteSource
{
public:
    explicit MemorySource(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {}

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] Result<qint64, Failure<SourceError>> read(qint64 offset, char *target, qint64 length) override;

private:
    QByteArray m_bytes;
};

/// What the decoder processes of this program take and are allowed to take, as the system counts it.
struct MemoryFacts
{
    qint64 mostAddressSpace = 0; ///< Bytes.
    qint64 mostResident = 0;     ///< Bytes, with what was touched of the shared block.
    qint64 limitReached = 0;     ///< How often more address space was seen than is allowed.
    qint64 withoutLimit = 0;     ///< How often a decoder with an open clip had no limit.
};

/// What became of one clip.
struct ClipFate
{
    std::optional<MediaError> failure; ///< Of opening, or later of the whole clip.
    QString detail;
    bool hasOpened = false;
    bool isTableComplete = false;
    int framesGiven = 0;
    int wrongFrames = 0; ///< Another one than was asked for.
    int restarts = 0;
    bool hasLied = false; ///< The program found an answer of the decoder impossible.
    bool isHanging = false;
    std::chrono::milliseconds longestWait{0}; ///< For any sign that is seen from outside.
    qint64 mostResident = 0;                  ///< Bytes, of the larger of all decoders that ran.
};

/// Opens clips as the window does, looks at some frames and listens to some sound, and watches what it takes.
class MutantWatch
{
public:
    [[nodiscard]] ClipFate watch(const QByteArray &bytes, quint32 seed);
    [[nodiscard]] const MemoryFacts &memory() const { return m_memory; }

private:
    void follow(DecoderClient &client, ClipFate &fate);
    [[nodiscard]] bool waitUntil(const std::function<bool()> &isDone, std::chrono::milliseconds patience);
    template <typename T>
    [[nodiscard]] std::optional<Result<T, Failure<MediaError>>> answer(MediaFuture<T> future, ClipFate &fate);
    void lookAround(DecoderClient &client, ClipFate &fate, quint32 seed);
    void sign();
    void weigh(bool isOpen);

    MemoryFacts m_memory;
    std::chrono::steady_clock::time_point m_lastSign;
    std::chrono::steady_clock::time_point m_lastWeighing;
    std::chrono::milliseconds m_longestWait{0};
    qint64 m_mostResidentHere = 0;
};

} // namespace Porchlight::Testing
