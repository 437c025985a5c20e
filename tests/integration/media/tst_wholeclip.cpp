// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/clipinput.h"
#include "decoder/frameserver.h"
#include "decoder/packetspool.h"
#include "decoder/pixels.h"
#include "integration/media/memoryfeed.h"
#include "integration/media/oddclips.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t Plenty = 64 * 1024 * 1024;

} // namespace

/// All frames of a clip, whose table is known from an earlier opening: held in memory where there is room, or had one
/// after the other for a copy.
class tst_WholeClip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(makeOddClip(u"plain"_s, m_folder.path()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_feed = std::make_unique<MemoryFeed>(file.readAll());
        auto input = ClipInput::open(*m_feed);
        QVERIFY(input);
        const int stream = (*input)->bestStream(AVMEDIA_TYPE_VIDEO, -1);
        m_spool = std::make_unique<PacketSpool>(*m_feed, *std::move(input), stream, Plenty);
        FrameServer first(*m_spool, 1);
        while (!first.pass().isComplete()) {
            first.advancePass();
        }
        for (std::int64_t number = 0; number < first.pass().count(); ++number) {
            m_rows.push_back(first.pass().row(number));
        }
        m_spool->onDecoding([this](std::int64_t ordinal) { m_decoded.append(ordinal); });
    }

    void init() { m_decoded.clear(); }

    void isHeldWhereItFits()
    {
        FrameServer frames(*m_spool, Plenty);
        adoptAll(frames);
        QVERIFY(!frames.advanceAhead());
        QVERIFY(frames.frame(40, FrameServer::Purpose::Viewing, m_limit));

        QVERIFY(fillAhead(frames));

        m_decoded.clear();
        for (std::int64_t number = 0; number < std::ssize(m_rows); ++number) {
            QVERIFY(frames.frame(number, FrameServer::Purpose::Viewing, m_limit));
        }
        QCOMPARE(m_decoded, QList<std::int64_t>());
    }

    void isNotHeldWhereItDoesNotFit()
    {
        FrameServer frames(*m_spool, 3'000'000);
        adoptAll(frames);
        QVERIFY(frames.frame(40, FrameServer::Purpose::Viewing, m_limit));

        // It comes to an end, though not all that lies around the frame can stay.
        QVERIFY(fillAhead(frames));

        m_decoded.clear();
        QVERIFY(frames.frame(0, FrameServer::Purpose::Viewing, m_limit));
        QVERIFY(!m_decoded.isEmpty());
    }

    void isCopiedInOneRun()
    {
        FrameServer frames(*m_spool, 1);
        adoptAll(frames);

        for (std::int64_t number = 0; number < std::ssize(m_rows); ++number) {
            QVERIFY(isCopied(frames, number));
        }

        QCOMPARE(m_decoded.size(), m_spool->count());
        QVERIFY(std::ranges::is_sorted(m_decoded));
    }

    void isCopiedOnFromTheMiddle()
    {
        FrameServer frames(*m_spool, 1);
        adoptAll(frames);

        for (std::int64_t number = 40; number < std::ssize(m_rows); ++number) {
            QVERIFY(isCopied(frames, number));
        }

        // From the key packet before it.
        QCOMPARE(m_decoded.constFirst(), 36);
        QCOMPARE(m_decoded.size(), m_spool->count() - 36);
    }

    void isCopiedWhileOtherFramesAreLookedAt()
    {
        FrameServer frames(*m_spool, 1);
        adoptAll(frames);

        for (std::int64_t number = 0; number < std::ssize(m_rows); ++number) {
            QVERIFY(frames.frame((number * 31) % std::ssize(m_rows), FrameServer::Purpose::Viewing, m_limit));
            QVERIFY(isCopied(frames, number));
        }
    }

    void hasNoFrameBeyondTheLast()
    {
        FrameServer frames(*m_spool, 1);
        adoptAll(frames);

        QCOMPARE(frames.advanceCopy(-1).error(), Wire::FailureCode::NotInClip);
        QCOMPARE(frames.advanceCopy(std::ssize(m_rows)).error(), Wire::FailureCode::NotInClip);
    }

    void isNotCopiedWhereItDoesNotRepeat()
    {
        m_rows[20].quickHash ^= 1U;
        FrameServer frames(*m_spool, 1);
        adoptAll(frames);
        m_rows[20].quickHash ^= 1U;

        for (std::int64_t number = 0; number < 20; ++number) {
            QVERIFY(isCopied(frames, number));
        }
        QVERIFY(!isCopied(frames, 20));
    }

private:
    void adoptAll(FrameServer &frames) const
    {
        for (const Wire::FrameRow &row : m_rows) {
            frames.pass().adopt(row);
        }
        frames.pass().completeAdopted();
    }

    /// False where it does not end.
    [[nodiscard]] bool fillAhead(FrameServer &frames) const
    {
        std::int64_t steps = 0;
        while (steps < 20 * m_spool->count() && frames.advanceAhead()) {
            ++steps;
        }
        return steps < 20 * m_spool->count();
    }

    [[nodiscard]] bool isCopied(FrameServer &frames, std::int64_t number) const
    {
        for (std::int64_t step = 0; step < 4 * m_spool->count(); ++step) {
            const auto frame = frames.advanceCopy(number);
            if (!frame) {
                return false;
            }
            if (*frame != nullptr) {
                return quickHashOf(**frame) == m_rows[static_cast<std::size_t>(number)].quickHash;
            }
        }
        return false;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MemoryFeed> m_feed;
    std::unique_ptr<PacketSpool> m_spool;
    std::vector<Wire::FrameRow> m_rows;
    QList<std::int64_t> m_decoded;
    NoLimit m_limit;
};

QTEST_GUILESS_MAIN(tst_WholeClip)
#include "tst_wholeclip.moc"
