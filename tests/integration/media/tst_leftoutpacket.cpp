// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/memoryfeed.h"
#include "integration/media/oddclips.h"

#include "decoder/clipinput.h"
#include "decoder/frameserver.h"
#include "decoder/packetspool.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr std::uint64_t Plenty = 64 * 1024 * 1024;

} // namespace

/// One packet of a clip is not decoded, because it ended the decoder. Key frames stand at every twelfth packet.
class tst_LeftOutPacket : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void marksWhatNeedsIt();
    void servesTheFramesAroundIt();
    void isNeverDecoded();

private:
    static constexpr std::int64_t LeftOut = 14;

    QTemporaryDir m_folder;
    std::unique_ptr<MemoryFeed> m_feed;
    std::unique_ptr<PacketSpool> m_spool;
};

void tst_LeftOutPacket::initTestCase()
{
    QVERIFY(!makeOddClip(u"plain"_s, m_folder.path()).isEmpty());
}

void tst_LeftOutPacket::init()
{
    QFile file(makeOddClip(u"plain"_s, m_folder.path()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    m_feed = std::make_unique<MemoryFeed>(file.readAll());
    auto input = ClipInput::open(*m_feed);
    QVERIFY(input);
    const int stream = (*input)->bestStream(AVMEDIA_TYPE_VIDEO, -1);
    m_spool = std::make_unique<PacketSpool>(*m_feed, *std::move(input), stream, Plenty);
    m_spool->leaveOut(LeftOut);
}

void tst_LeftOutPacket::marksWhatNeedsIt()
{
    FrameServer frames(*m_spool, Plenty);
    while (!frames.pass().isComplete()) {
        frames.advancePass();
    }

    QVERIFY(frames.pass().isDamaged());
    QVERIFY(!frames.pass().firstNumberOf(LeftOut));
    for (std::int64_t number = 0; number < frames.pass().count(); ++number) {
        const Wire::FrameRow &row = frames.pass().row(number);
        QCOMPARE(row.isCorrupt, row.ordinal > LeftOut && row.ordinal < 24);
    }
}

void tst_LeftOutPacket::servesTheFramesAroundIt()
{
    FrameServer frames(*m_spool, 1);
    while (!frames.pass().isComplete()) {
        frames.advancePass();
    }
    NoLimit limit;

    for (const std::int64_t number : {40, 13, 15, 22, 70, 0}) {
        QVERIFY(frames.frame(number, FrameServer::Purpose::Viewing, limit));
    }
}

void tst_LeftOutPacket::isNeverDecoded()
{
    QList<std::int64_t> decoded;
    m_spool->onDecoding([&decoded](std::int64_t ordinal) { decoded.append(ordinal); });
    FrameServer frames(*m_spool, 1);
    frames.beCareful();
    NoLimit limit;
    QVERIFY(frames.frame(30, FrameServer::Purpose::Viewing, limit));
    QVERIFY(frames.frame(12, FrameServer::Purpose::Viewing, limit));

    QVERIFY(decoded.contains(LeftOut - 1));
    QVERIFY(decoded.contains(LeftOut + 1));
    QVERIFY(!decoded.contains(LeftOut));
}

QTEST_GUILESS_MAIN(tst_LeftOutPacket)
#include "tst_leftoutpacket.moc"
