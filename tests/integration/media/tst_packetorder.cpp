// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/memoryfeed.h"
#include "integration/media/oddclips.h"

#include "decoder/clipinput.h"
#include "decoder/description.h"
#include "decoder/packetorder.h"
#include "decoder/verifiedpass.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Porchlight;
using namespace Porchlight::Testing;
using namespace Qt::StringLiterals;

/// What packets alone say of the frames, and how packets are had again beyond the memory for them.
class tst_PacketOrder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void promisesWhatDecodingShows_data();
    void promisesWhatDecodingShows();
    void readsAgainWhatItDoesNotKeep();

private:
    [[nodiscard]] std::unique_ptr<PacketSpool> openClip(const QString &name, std::uint64_t budget);

    QTemporaryDir m_folder;
    std::unique_ptr<MemoryFeed> m_feed;
};

/// Read to its end; null where it cannot be opened.
std::unique_ptr<PacketSpool> tst_PacketOrder::openClip(const QString &name, std::uint64_t budget)
{
    QFile file(makeOddClip(name, m_folder.path()));
    if (!file.open(QIODevice::ReadOnly)) {
        return nullptr;
    }
    m_feed = std::make_unique<MemoryFeed>(file.readAll());
    auto input = ClipInput::open(*m_feed);
    if (!input) {
        return nullptr;
    }
    const int stream = (*input)->bestVideo();
    auto spool = std::make_unique<PacketSpool>(*m_feed, *std::move(input), stream, budget);
    return spool->packet(INT32_MAX) == nullptr ? std::move(spool) : nullptr;
}

void tst_PacketOrder::promisesWhatDecodingShows_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("plain") << u"plain"_s;
    QTest::newRow("fields in MP4") << u"field-pictures"_s;
    QTest::newRow("fields in Matroska") << u"field-pictures-matroska"_s;
    QTest::newRow("fields in a transport stream") << u"field-pictures-ts"_s;
    QTest::newRow("both fields in a packet") << u"field-pictures-together"_s;
    QTest::newRow("glued, as if gone round") << u"glued"_s;
    QTest::newRow("glued twice") << u"glued-thrice"_s;
    QTest::newRow("glued Matroska") << u"glued-matroska"_s;
}

void tst_PacketOrder::promisesWhatDecodingShows()
{
    QFETCH(const QString, name);
    const auto spool = openClip(name, UINT32_MAX);
    QVERIFY(spool);

    const std::optional<PacketOrder> order = PacketOrder::of(*spool);
    QVERIFY(order);
    const auto rows = expectedRows(*order, *spool);
    QVERIFY(rows);
    VerifiedPass pass(*spool);
    while (!pass.isComplete()) {
        static_cast<void>(pass.step());
    }

    QCOMPARE(std::ssize(*rows), pass.count());
    // A seam in a transport stream breaks the count of its own packets.
    QVERIFY(name.startsWith(u"glued") || !pass.isDamaged());
    for (const Wire::FrameRow &row : *rows) {
        const Wire::FrameRow &seen = pass.row(row.number);
        QCOMPARE(row.ordinal, seen.ordinal);
        QCOMPARE(row.segment, seen.segment);
        // The last frame before a seam may be a little longer than its packet says.
        QVERIFY(std::abs(row.microseconds - seen.microseconds) <= 40'000 * row.segment);
    }
}

void tst_PacketOrder::readsAgainWhatItDoesNotKeep()
{
    const auto whole = openClip(u"plain"_s, UINT32_MAX);
    const auto wholeFeed = std::move(m_feed);
    const auto small = openClip(u"plain"_s, 1);
    QVERIFY(whole && small);
    QCOMPARE(small->count(), whole->count());
    const std::int64_t count = whole->count();

    // Three who read at places of their own, in turn.
    for (std::int64_t i = 0; i < count; ++i) {
        for (const std::int64_t ordinal : {i, count - 1 - i, (i * 7) % count}) {
            const AVPacket *const again = small->packet(ordinal);
            const AVPacket *const kept = whole->packet(ordinal);
            QVERIFY(again && kept);
            QCOMPARE(QByteArrayView(again->data, again->size), QByteArrayView(kept->data, kept->size));
            QCOMPARE(again->pts, kept->pts);
        }
    }
    QVERIFY(small->packet(count) == nullptr);
}

QTEST_GUILESS_MAIN(tst_PacketOrder)
#include "tst_packetorder.moc"
