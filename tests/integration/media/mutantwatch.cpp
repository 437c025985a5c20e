// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/mutantwatch.h"

#include "integration/media/openclip.h"
#include "support/childprocesses.h"

#include <QEventLoop>
#include <QFile>
#include <QTimer>

#include <algorithm>
#include <cstring>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Porchlight::Testing {

namespace {

using Clock = std::chrono::steady_clock;

// The watchdog gives a process that is not let run up to five times its two seconds.
constexpr auto Hanging = 12s;
// How long the table may be on its way before the clip is looked at and closed all the same.
constexpr auto TimeForTable = 600ms;
constexpr auto BetweenLooks = 4ms;
constexpr auto BetweenWeighings = 20ms;

/// The number of kilobytes in a line of /proc/PID/status, in bytes; 0 where it is missing.
qint64 bytesIn(const QByteArray &status, const char *name)
{
    const qsizetype at = status.indexOf(name);
    if (at < 0) {
        return 0;
    }
    const qsizetype begin = at + static_cast<qsizetype>(std::strlen(name));
    const QByteArray line = status.sliced(begin, status.indexOf('\n', begin) - begin).simplified();
    return line.split(' ').constFirst().toLongLong() * 1024;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// None where there is no limit.
std::optional<qint64> addressLimit(const QByteArray &limits)
{
    const qsizetype at = limits.indexOf("Max address space");
    bool isNumber = false;
    const qint64 limit = at < 0 ? 0 : limits.sliced(at).simplified().split(' ').value(3).toLongLong(&isNumber);
    return isNumber ? std::optional(limit) : std::nullopt;
}

} // namespace

Result<qint64, Failure<SourceError>> MemorySource::read(qint64 offset, char *target, qint64 length)
{
    if (offset < 0 || length < 0) {
        return fail(SourceError::OutOfRange, u"a place before the first byte"_s);
    }
    const qint64 count = std::clamp<qint64>(m_bytes.size() - offset, 0, length);
    std::copy_n(m_bytes.constData() + std::min<qint64>(offset, m_bytes.size()), count, target);
    return count;
}

ClipFate MutantWatch::watch(const QByteArray &bytes, quint32 seed)
{
    ClipFate fate;
    m_longestWait = {};
    m_mostResidentHere = 0;
    m_lastSign = Clock::now();
    DecoderClient client(testSettings());
    follow(client, fate);
    const auto summary = answer(client.open(std::make_unique<MemorySource>(bytes), {.wantsWaveform = true}), fate);
    fate.hasOpened = summary && *summary;
    if (fate.hasOpened) {
        weigh(true);
        lookAround(client, fate, seed);
    } else if (summary) {
        fate.failure = summary->error().code;
        fate.detail = summary->error().detail;
    }
    fate.hasLied = fate.hasLied || fate.detail.contains(u"cannot be true") || fate.detail.contains(u"malformed");
    fate.longestWait = m_longestWait;
    fate.mostResident = m_mostResidentHere;
    return fate;
}

void MutantWatch::follow(DecoderClient &client, ClipFate &fate)
{
    QObject::connect(&client, &FrameSource::framesAdded, &client, [this] { sign(); });
    QObject::connect(&client, &FrameSource::tableCompleted, &client, [this] { sign(); });
    QObject::connect(&client, &FrameSource::decoderRestarted, &client, [this, &fate] {
        ++fate.restarts;
        sign();
    });
    QObject::connect(&client, &FrameSource::clipFailed, &client, [this, &fate](const Failure<MediaError> &failure) {
        fate.failure = failure.code;
        fate.detail = failure.detail;
        sign();
    });
}

void MutantWatch::lookAround(DecoderClient &client, ClipFate &fate, quint32 seed)
{
    const auto isEnough = [&] {
        return client.table().isComplete() || fate.failure.has_value();
    };
    // Whether or not the table is complete by then.
    static_cast<void>(waitUntil(isEnough, TimeForTable));
    const qint64 count = std::max<qint64>(1, client.table().size());
    for (const qint64 number : {qint64{0}, count - 1, qint64{seed} % count, count / 2}) {
        const auto frame = answer(client.frame(number), fate);
        if (frame && *frame) {
            ++fate.framesGiven;
            fate.wrongFrames += (*frame)->number() == number ? 0 : 1;
        } else if (frame && frame->error().code == MediaError::BadAnswer) {
            fate.hasLied = true;
        }
    }
    // Whatever is answered, it is answered.
    static_cast<void>(answer(client.thumbnail(count / 3, 160), fate));
    static_cast<void>(answer(client.sound(100'000, 200'000), fate));
    weigh(!fate.failure.has_value());
    fate.isTableComplete = client.table().isComplete();
}

template <typename T>
std::optional<Result<T, Failure<MediaError>>> MutantWatch::answer(MediaFuture<T> future, ClipFate &fate)
{
    fate.isHanging = !waitUntil([&future] { return future.isFinished(); }, Hanging * 10) || fate.isHanging;
    sign();
    return future.isFinished() && future.resultCount() > 0 ? std::optional(future.result()) : std::nullopt;
}

/// False where there was no sign for too long, or the patience is at an end.
bool MutantWatch::waitUntil(const std::function<bool()> &isDone, std::chrono::milliseconds patience)
{
    const auto begin = Clock::now();
    while (!isDone()) {
        QEventLoop loop;
        QTimer::singleShot(BetweenLooks, &loop, &QEventLoop::quit);
        loop.exec();
        const auto now = Clock::now();
        if (now - m_lastWeighing >= BetweenWeighings) {
            weigh(false);
        }
        if (now - m_lastSign >= Hanging || now - begin >= patience) {
            return isDone();
        }
    }
    return true;
}

void MutantWatch::sign()
{
    const auto now = Clock::now();
    m_longestWait = std::max(m_longestWait, std::chrono::duration_cast<std::chrono::milliseconds>(now - m_lastSign));
    m_lastSign = now;
}

void MutantWatch::weigh(bool isOpen)
{
    m_lastWeighing = Clock::now();
    for (const pid_t process : childProcesses()) {
        const QByteArray status = contents(u"/proc/%1/status"_s.arg(process));
        const auto limit = addressLimit(contents(u"/proc/%1/limits"_s.arg(process)));
        const qint64 peak = bytesIn(status, "VmPeak:");
        m_memory.mostAddressSpace = std::max(m_memory.mostAddressSpace, peak);
        const qint64 resident = bytesIn(status, "VmHWM:");
        m_memory.mostResident = std::max(m_memory.mostResident, resident);
        m_mostResidentHere = std::max(m_mostResidentHere, resident);
        m_memory.limitReached += limit && peak > *limit ? 1 : 0;
        m_memory.withoutLimit += isOpen && !status.isEmpty() && !limit ? 1 : 0;
    }
}

} // namespace Porchlight::Testing
