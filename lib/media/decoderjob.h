// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "media/decodedframe.h"
#include "media/mediaerror.h"
#include "media/soundpart.h"

#include <QFuture>
#include <QImage>
#include <QPromise>

#include <utility>
#include <variant>

namespace Porchlight {

/// The promise of one answer. Dropped without an answer, it says that the clip was closed: nobody waits for ever.
template <typename T>
class Answer
{
public:
    using Value = Result<T, Failure<MediaError>>;

    Answer() { m_promise.start(); }
    Answer(Answer &&other) noexcept
        : m_promise(std::move(other.m_promise))
        , m_isOwed(std::exchange(other.m_isOwed, false))
    {}
    Answer &operator=(Answer &&) = delete;
    ~Answer() { refuse({MediaError::Closed, {}}); }

    [[nodiscard]] QFuture<Value> future() { return m_promise.future(); }
    /// Whoever asked has cancelled the future.
    [[nodiscard]] bool isUnwanted() const { return m_promise.isCanceled(); }
    void refuse(const Failure<MediaError> &failure)
    {
        if (std::exchange(m_isOwed, false)) {
            m_promise.emplaceResult(std::unexpected(failure));
            m_promise.finish();
        }
    }
    /// The first answer counts.
    void give(Value value)
    {
        if (std::exchange(m_isOwed, false)) {
            m_promise.addResult(std::move(value));
            m_promise.finish();
        }
    }

private:
    QPromise<Value> m_promise;
    bool m_isOwed = true;
};

/// The picture on screen.
struct ScreenJob
{
    qint64 number = 0;
};

struct FrameJob
{
    qint64 number = 0;
    bool wantsDigest = false;
    Answer<DecodedFrame> answer;
};

struct ThumbnailJob
{
    qint64 number = 0;
    int maximumWidth = 0;
    bool mayBeProvisional = false;
    Answer<QImage> answer;
};

struct SoundJob
{
    qint64 startMicroseconds = 0;
    qint64 lengthMicroseconds = 0;
    Answer<SoundPart> answer;
};

using DecoderJob = std::variant<ScreenJob, FrameJob, ThumbnailJob, SoundJob>;

} // namespace Porchlight
