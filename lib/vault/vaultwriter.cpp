// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vault/vaultwriter.h"

#include "vault/itemassembly.h"

#include <QMutex>
#include <QPromise>
#include <QQueue>
#include <QWaitCondition>

#include <utility>

namespace Porchlight {

namespace {

constexpr qint64 LargestBacklog = 8 * 1024 * 1024;

SinkError sinkErrorOf(VaultError error)
{
    switch (error) {
    case VaultError::NoSpace:
        return SinkError::NoSpace;
    case VaultError::CannotOpen:
    case VaultError::NotFound:
        return SinkError::Refused;
    case VaultError::DigestMismatch:
    case VaultError::Damaged:
    case VaultError::Unreadable:
    case VaultError::Broken:
        return SinkError::Broken;
    }
    Q_UNREACHABLE_RETURN(SinkError::Broken);
}

} // namespace

/// What the writer and the task on the vault's threads share: the bytes that wait. At most one task works on it.
class VaultWriter::Strand : public std::enable_shared_from_this<VaultWriter::Strand>
{
public:
    Strand(const QString &folder, QThreadPool &threads)
        : m_threads(threads)
        , m_assembly(std::make_unique<ItemAssembly>(VaultFolder(folder)))
    {}

    [[nodiscard]] Result<void, Failure<SinkError>> write(QByteArrayView bytes)
    {
        QMutexLocker lock(&m_mutex);
        while (!m_failure && m_backlog >= LargestBacklog) {
            m_progress.wait(&m_mutex);
        }
        if (m_failure) {
            return fail(sinkErrorOf(m_failure->code), m_failure->detail);
        }
        if (m_isEnding) {
            return fail(SinkError::Refused);
        }
        m_waiting.enqueue(bytes.toByteArray());
        m_backlog += bytes.size();
        wake();
        return {};
    }

    [[nodiscard]] qint64 room()
    {
        const QMutexLocker lock(&m_mutex);
        return std::max<qint64>(0, LargestBacklog - m_backlog);
    }

    [[nodiscard]] VaultFuture<SealedItem> seal(std::optional<Digest> expected)
    {
        const QMutexLocker lock(&m_mutex);
        Q_ASSERT(!m_isEnding);
        m_isEnding = true;
        m_expected = expected;
        m_sealed.emplace();
        m_sealed->start();
        wake();
        return m_sealed->future();
    }

    /// Unless it is being sealed.
    void abandon()
    {
        const QMutexLocker lock(&m_mutex);
        if (m_isEnding) {
            return;
        }
        m_isEnding = true;
        m_waiting.clear();
        wake();
    }

private:
    void wake() // With the mutex held.
    {
        if (!m_isWorking) {
            m_isWorking = true;
            m_threads.start([self = shared_from_this()] { self->work(); });
        }
    }

    void work()
    {
        QMutexLocker lock(&m_mutex);
        while (!m_waiting.isEmpty()) {
            const QByteArray bytes = m_waiting.dequeue();
            const bool isUsable = !m_failure;
            lock.unlock();
            const auto written = isUsable ? m_assembly->append(bytes) : VaultResult<void>();
            lock.relock();
            m_backlog -= bytes.size();
            if (!written) {
                m_failure = written.error();
            }
            m_progress.wakeAll();
        }
        m_isWorking = false;
        if (m_isEnding && m_assembly) {
            end(std::move(m_assembly), lock);
        }
    }

    void end(std::unique_ptr<ItemAssembly> assembly, QMutexLocker<QMutex> &lock)
    {
        const std::optional<Failure<VaultError>> failure = m_failure;
        std::optional<QPromise<VaultResult<SealedItem>>> promise = std::exchange(m_sealed, std::nullopt);
        lock.unlock();
        if (!promise) {
            return;
        }
        VaultResult<SealedItem> sealed =
            failure ? VaultResult<SealedItem>(std::unexpected(*failure)) : assembly->seal(m_expected);
        assembly.reset();
        promise->addResult(std::move(sealed));
        promise->finish();
    }

    QThreadPool &m_threads;
    QMutex m_mutex;
    QWaitCondition m_progress;
    QQueue<QByteArray> m_waiting;
    qint64 m_backlog = 0;
    bool m_isWorking = false;
    bool m_isEnding = false;
    std::optional<Failure<VaultError>> m_failure;
    std::optional<Digest> m_expected;
    std::optional<QPromise<VaultResult<SealedItem>>> m_sealed;
    std::unique_ptr<ItemAssembly> m_assembly; ///< Touched by the task only, until it ends.
};

VaultWriter::VaultWriter(const QString &folder, QThreadPool &threads)
    : m_strand(std::make_shared<Strand>(folder, threads))
{}

VaultWriter::~VaultWriter()
{
    m_strand->abandon();
}

Result<void, Failure<SinkError>> VaultWriter::write(QByteArrayView bytes)
{
    return m_strand->write(bytes);
}

qint64 VaultWriter::room() const
{
    return m_strand->room();
}

VaultFuture<SealedItem> VaultWriter::seal(std::optional<Digest> expected)
{
    return m_strand->seal(expected);
}

} // namespace Porchlight
