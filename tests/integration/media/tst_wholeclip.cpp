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

/// A clip whose packets are all there, and its table.
struct Clip
{
    Clip(const QString &name, const QString &folder)
    {
        QFile file(makeOddClip(name, folder));
        if (!file.open(QIODevice::ReadOnly)) {
            return;
        }
        feed = std::make_unique<MemoryFeed>(file.readAll());
        auto input = ClipInput::open(*feed);
        if (!input) {
            return;
        }
        const int stream = (*input)->bestStream(AVMEDIA_TYPE_VIDEO, -1);
        spool = std::make_unique<PacketSpool>(*feed, *std::move(input), stream, Plenty);
        FrameServer first(*spool, 1);
        while (!first.pass().isComplete()) {
            first.advancePass();
        }
        for (std::int64_t number = 0; number < first.pass().count(); ++number) {
            rows.push_back(first.pass().row(number));
        }
        spool->onDecoding([this](std::int64_t ordinal) { decoded.append(ordinal); });
    }
    Q_DISABLE_COPY_MOVE(Clip)

    std::unique_ptr<MemoryFeed> feed;
    std::unique_ptr<PacketSpool> spool; ///< None where there is no such clip.
    std::vector<Wire::FrameRow> rows;
    QList<std::int64_t> decoded; ///< Ordinals, in the order in which they were decoded.
};

} // namespace

/// All frames of a clip, whose table is known from an earlier opening: held in memory where there is room, or had one
/// after the other for a copy.
class tst_WholeClip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_clip = std::make_unique<Clip>(u"plain"_s, m_folder.path());
        QVERIFY(m_clip->spool);
    }

    void init() { m_clip->decoded.clear(); }

    void isHeldWhereItFits()
    {
        FrameServer frames(*m_clip->spool, Plenty);
        adoptAll(frames, m_clip->rows);
        QVERIFY(!frames.advanceAhead());
        QVERIFY(frames.frame(40, FrameServer::Purpose::Viewing, m_limit));

        QVERIFY(fillAhead(frames));

        m_clip->decoded.clear();
        for (std::int64_t number = 0; number < std::ssize(m_clip->rows); ++number) {
            QVERIFY(frames.frame(number, FrameServer::Purpose::Viewing, m_limit));
        }
        QCOMPARE(m_clip->decoded, QList<std::int64_t>());
    }

    void isNotHeldWhereItDoesNotFit()
    {
        FrameServer frames(*m_clip->spool, 3'000'000);
        adoptAll(frames, m_clip->rows);
        QVERIFY(frames.frame(40, FrameServer::Purpose::Viewing, m_limit));

        // It comes to an end, though not all that lies around the frame can stay.
        QVERIFY(fillAhead(frames));

        m_clip->decoded.clear();
        QVERIFY(frames.frame(0, FrameServer::Purpose::Viewing, m_limit));
        QVERIFY(!m_clip->decoded.isEmpty());
    }

    void hasWhatLiesBetweenAfterANearJump()
    {
        Clip clip(u"long-group"_s, m_folder.path());
        QVERIFY(clip.spool);
        FrameServer frames(*clip.spool, Plenty);
        adoptAll(frames, clip.rows);
        const std::int64_t last = std::ssize(clip.rows) - 1;
        QVERIFY(last > 40);
        QVERIFY(frames.frame(last, FrameServer::Purpose::Viewing, m_limit));

        // One of two neighbours is left out on the way of a far jump, and has to be decoded.
        QVERIFY(frames.frame(last - 12, FrameServer::Purpose::Viewing, m_limit));
        QVERIFY(frames.frame(last - 13, FrameServer::Purpose::Viewing, m_limit));

        clip.decoded.clear();
        for (std::int64_t number = last - 14; number > last - 40; --number) {
            QVERIFY(frames.frame(number, FrameServer::Purpose::Viewing, m_limit));
        }
        QCOMPARE(clip.decoded, QList<std::int64_t>());
    }

    void doesNotTakeASmallPictureForANearJump()
    {
        Clip clip(u"long-group"_s, m_folder.path());
        QVERIFY(clip.spool);
        FrameServer frames(*clip.spool, Plenty);
        adoptAll(frames, clip.rows);
        const std::int64_t last = std::ssize(clip.rows) - 1;
        QVERIFY(frames.frame(last, FrameServer::Purpose::Viewing, m_limit));

        QVERIFY(frames.frame(last - 12, FrameServer::Purpose::Aside, m_limit));
        QVERIFY(frames.frame(last - 13, FrameServer::Purpose::Aside, m_limit));

        clip.decoded.clear();
        for (std::int64_t number = last - 14; number > last - 40; --number) {
            QVERIFY(frames.frame(number, FrameServer::Purpose::Aside, m_limit));
        }
        QVERIFY(!clip.decoded.isEmpty());
    }

    void isCopiedInOneRun()
    {
        FrameServer frames(*m_clip->spool, 1);
        adoptAll(frames, m_clip->rows);

        for (std::int64_t number = 0; number < std::ssize(m_clip->rows); ++number) {
            QVERIFY(isCopied(frames, number));
        }

        QCOMPARE(m_clip->decoded.size(), m_clip->spool->count());
        QVERIFY(std::ranges::is_sorted(m_clip->decoded));
    }

    void isCopiedOnFromTheMiddle()
    {
        FrameServer frames(*m_clip->spool, 1);
        adoptAll(frames, m_clip->rows);

        for (std::int64_t number = 40; number < std::ssize(m_clip->rows); ++number) {
            QVERIFY(isCopied(frames, number));
        }

        // From the key packet before it.
        QCOMPARE(m_clip->decoded.constFirst(), 36);
        QCOMPARE(m_clip->decoded.size(), m_clip->spool->count() - 36);
    }

    void isCopiedWhileOtherFramesAreLookedAt()
    {
        FrameServer frames(*m_clip->spool, 1);
        adoptAll(frames, m_clip->rows);

        for (std::int64_t number = 0; number < std::ssize(m_clip->rows); ++number) {
            QVERIFY(frames.frame((number * 31) % std::ssize(m_clip->rows), FrameServer::Purpose::Viewing, m_limit));
            QVERIFY(isCopied(frames, number));
        }
    }

    void hasNoFrameBeyondTheLast()
    {
        FrameServer frames(*m_clip->spool, 1);
        adoptAll(frames, m_clip->rows);

        QCOMPARE(frames.advanceCopy(-1).error(), Wire::FailureCode::NotInClip);
        QCOMPARE(frames.advanceCopy(std::ssize(m_clip->rows)).error(), Wire::FailureCode::NotInClip);
    }

    void isNotCopiedWhereItDoesNotRepeat()
    {
        m_clip->rows[20].quickHash ^= 1U;
        FrameServer frames(*m_clip->spool, 1);
        adoptAll(frames, m_clip->rows);
        m_clip->rows[20].quickHash ^= 1U;

        for (std::int64_t number = 0; number < 20; ++number) {
            QVERIFY(isCopied(frames, number));
        }
        QVERIFY(!isCopied(frames, 20));
    }

private:
    static void adoptAll(FrameServer &frames, const std::vector<Wire::FrameRow> &rows)
    {
        for (const Wire::FrameRow &row : rows) {
            frames.pass().adopt(row);
        }
        frames.pass().completeAdopted();
    }

    /// False where it does not end.
    [[nodiscard]] bool fillAhead(FrameServer &frames) const
    {
        std::int64_t steps = 0;
        while (steps < 20 * m_clip->spool->count() && frames.advanceAhead()) {
            ++steps;
        }
        return steps < 20 * m_clip->spool->count();
    }

    [[nodiscard]] bool isCopied(FrameServer &frames, std::int64_t number) const
    {
        for (std::int64_t step = 0; step < 4 * m_clip->spool->count(); ++step) {
            const auto frame = frames.advanceCopy(number);
            if (!frame) {
                return false;
            }
            if (*frame != nullptr) {
                return quickHashOf(**frame) == m_clip->rows[static_cast<std::size_t>(number)].quickHash;
            }
        }
        return false;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Clip> m_clip;
    NoLimit m_limit;
};

QTEST_GUILESS_MAIN(tst_WholeClip)
#include "tst_wholeclip.moc"
