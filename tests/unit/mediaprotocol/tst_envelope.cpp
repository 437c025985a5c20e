// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "mediaprotocol/envelope.h"

#include <QRandomGenerator>
#include <QTest>

#include <vector>

using namespace Porchlight;
using namespace Porchlight::Wire;

namespace {

using Bytes8 = std::vector<std::uint8_t>;

FrameRow someRow()
{
    FrameRow row;
    row.number = 812;
    row.hasPts = true;
    row.pts = -2'436'096;
    row.ticks = -2'436'096;
    row.timeBase = {1, 90'000};
    row.microseconds = 27'067'733;
    row.segment = 2;
    row.seamMicroseconds = -97'000'000;
    row.durationTicks = 3003;
    row.isKey = true;
    row.pictureType = PictureType::B;
    row.packetPosition = 1'234'567'890'123;
    row.packetSize = 4242;
    row.width = 1920;
    row.height = 1080;
    row.pixelFormat = Name<24>("yuv420p10le");
    row.colour = {ColourMatrix::Bt709, ColourRange::Full, 1, 13};
    row.aspect = {4, 3};
    row.hasDigest = true;
    row.digest.fill(0xa5);
    row.ordinal = 815;
    row.quickHash = 0xfedc'ba98'7654'3210;
    return row;
}

Summary someSummary()
{
    Summary summary;
    summary.container = Name<32>("mov,mp4,m4a,3gp,3g2,mj2");
    summary.hasDuration = true;
    summary.durationMicroseconds = 60'000'000;
    summary.videoStream = 1;
    summary.versions = {61, 61, 59};
    Stream stream;
    stream.index = 1;
    stream.kind = StreamKind::Video;
    stream.codec = Name<24>("h264");
    stream.isMirrored = true;
    stream.quarterTurns = 3;
    summary.streams = {stream, Stream{}};
    return summary;
}

std::vector<Request> everyRequest()
{
    return {Open{.clipSize = 1U << 31U,
                 .windowSize = 1U << 20U,
                 .slotCount = 4,
                 .slotSize = 64U << 20U,
                 .isCareful = true,
                 .leftOut = {7, -1, 12}},
            Index{.wantsDigests = true, .wantsProxies = true},
            FrameRequest{.number = -7, .slot = 3, .wantsDigest = true, .mayBeProvisional = true},
            ThumbnailRequest{.number = 9, .slot = 1, .maximumWidth = 320, .mayBeProvisional = true},
            SoundRequest{.startMicroseconds = -5, .lengthMicroseconds = 10, .slot = 2},
            Cancel{77},
            Close{},
            Wire::Bytes{.offset = 1ULL << 40U, .length = 4096, .status = ByteStatus::Broken},
            Known{.isLast = true, .rows = {someRow(), FrameRow{}}},
            ProxyRequest{4},
            WaveRequest{},
            CopyRequest{.number = 12, .slot = 4}};
}

std::vector<Reply> everyReply()
{
    Picture picture;
    picture.slot = 2;
    picture.layout = PixelLayout::Nv12;
    picture.planeCount = 2;
    picture.planes[1] = {.offset = 4096, .stride = 1920, .width = 960, .height = 540};
    picture.isProvisional = true;
    picture.row = someRow();
    return {Ready{Confinement::Full},
            Read{.offset = 12, .length = 34},
            someSummary(),
            IndexPart{.isLast = true, .isDamaged = true, .rows = {someRow(), FrameRow{}}},
            picture,
            Thumbnail{.slot = 1, .number = 5, .width = 320, .height = 180, .stride = 1280},
            Sound{.slot = 1, .startMicroseconds = -1, .sampleCount = 48'000, .channels = 2, .isLast = true},
            Working{.steps = 99, .packet = 12},
            Failed{FailureCode::TooLarge},
            Taken{},
            Proxies{.slot = 4, .first = 64, .count = 64, .width = 320, .height = 180, .isLast = true},
            WavePart{.isLast = true, .first = 812, .peaks = {{.low = -32'768, .high = 32'767}, {}}},
            Expected{.isLast = true, .rows = {someRow(), FrameRow{}}}};
}

} // namespace

class tst_Envelope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackEveryMessage();
    void keepsTheLargestMessagesUnderTheLimit();
    void refusesEveryCut();
    void refusesLeftOverBytes();
    void refusesForeignVersionTypeAndLength();
    void refusesValuesOutsideAnEnum();
    void refusesNamesWithOtherCharacters();
    void survivesMutationOfEveryMessage();
};

void tst_Envelope::givesBackEveryMessage()
{
    for (const Request &message : everyRequest()) {
        const Envelope<Request> envelope{0x0123456789abcdef, message};
        QVERIFY(decodeRequest(encode(envelope)) == envelope);
    }
    for (const Reply &message : everyReply()) {
        const Envelope<Reply> envelope{42, message};
        QVERIFY(decodeReply(encode(envelope)) == envelope);
    }
    QCOMPARE(everyRequest().size(), std::variant_size_v<Request>);
    QCOMPARE(everyReply().size(), std::variant_size_v<Reply>);
}

void tst_Envelope::keepsTheLargestMessagesUnderTheLimit()
{
    IndexPart part;
    part.rows.resize(MaximumRowsPerPart + 100);
    Summary summary;
    summary.streams.resize(MaximumStreams + 100);
    WavePart wave;
    wave.peaks.resize(MaximumPeaksPerPart + 100);

    const Bytes8 partBytes = encode(Envelope<Reply>{1, part});
    const Bytes8 summaryBytes = encode(Envelope<Reply>{1, summary});
    const Bytes8 waveBytes = encode(Envelope<Reply>{1, wave});

    QVERIFY(partBytes.size() <= MaximumMessageSize);
    QVERIFY(summaryBytes.size() <= MaximumMessageSize);
    QVERIFY(waveBytes.size() <= MaximumMessageSize);
    QCOMPARE(std::get<IndexPart>(decodeReply(partBytes)->message).rows.size(), MaximumRowsPerPart);
    QCOMPARE(std::get<Summary>(decodeReply(summaryBytes)->message).streams.size(), MaximumStreams);
    QCOMPARE(std::get<WavePart>(decodeReply(waveBytes)->message).peaks.size(), MaximumPeaksPerPart);
}

void tst_Envelope::refusesEveryCut()
{
    for (const Reply &message : everyReply()) {
        const Bytes8 bytes = encode(Envelope<Reply>{1, message});
        for (std::size_t length = 0; length < bytes.size(); ++length) {
            QVERIFY(!decodeReply(std::span(bytes).first(length)));
        }
    }
}

void tst_Envelope::refusesLeftOverBytes()
{
    Bytes8 bytes = encode(Envelope<Reply>{1, Working{1}});
    bytes.push_back(0);
    QVERIFY(decodeReply(bytes).error() == WireError::Malformed);

    bytes[8] += 1; // The length in the header agrees now, the fields do not.
    QVERIFY(decodeReply(bytes).error() == WireError::Malformed);
}

void tst_Envelope::refusesForeignVersionTypeAndLength()
{
    const Bytes8 sound = encode(Envelope<Reply>{1, Ready{}});
    Bytes8 foreign = sound;
    foreign[0] ^= 1;
    Bytes8 newer = sound;
    newer[4] += 1;
    Bytes8 unknown = sound;
    unknown[6] = 99;

    QVERIFY(decodeReply(foreign).error() == WireError::NotOurs);
    QVERIFY(decodeReply(newer).error() == WireError::WrongVersion);
    QVERIFY(decodeReply(unknown).error() == WireError::UnknownType);
    QVERIFY(decodeRequest(sound).error() == WireError::UnknownType);
    QVERIFY(decodeReply(Bytes8(MaximumMessageSize + 1)).error() == WireError::TooLong);
    QVERIFY(decodeReply(Bytes8()).error() == WireError::Truncated);
}

void tst_Envelope::refusesValuesOutsideAnEnum()
{
    Bytes8 bytes = encode(Envelope<Reply>{1, Failed{}});
    bytes.back() = 200;
    QVERIFY(decodeReply(bytes).error() == WireError::Malformed);
}

void tst_Envelope::refusesNamesWithOtherCharacters()
{
    for (const char bad : {' ', 'A', '/', '\n', '\x80', '<'}) {
        Summary summary = someSummary();
        summary.container.characters()[3] = bad;
        QVERIFY(decodeReply(encode(Envelope<Reply>{1, summary})).error() == WireError::Malformed);
    }
    Summary gap = someSummary();
    gap.container.characters()[2] = '\0';
    QVERIFY(decodeReply(encode(Envelope<Reply>{1, gap})).error() == WireError::Malformed);
    QVERIFY(Name<24>("h264 <script>").view() == "h264");
}

void tst_Envelope::survivesMutationOfEveryMessage()
{
    QRandomGenerator random(20'260'712);
    int accepted = 0;
    int refused = 0;
    const auto mutate = [&random](Bytes8 bytes) {
        for (int i = random.bounded(1, 6); i > 0; --i) {
            bytes[random.bounded(quint32(bytes.size()))] = static_cast<std::uint8_t>(random.bounded(256));
        }
        if (random.bounded(4) == 0) {
            bytes.resize(random.bounded(quint32(bytes.size() * 2)));
        }
        return bytes;
    };
    const auto count = [&](bool isAccepted) {
        ++(isAccepted ? accepted : refused);
    };
    for (int round = 0; round < 3000; ++round) {
        for (const Request &message : everyRequest()) {
            // Whatever is accepted must be a message that encodes to the same bytes: nothing is hidden in it.
            const Bytes8 bytes = mutate(encode(Envelope<Request>{7, message}));
            const auto decoded = decodeRequest(bytes);
            QVERIFY(!decoded || encode(*decoded) == bytes);
            count(decoded.has_value());
        }
        for (const Reply &message : everyReply()) {
            const Bytes8 bytes = mutate(encode(Envelope<Reply>{7, message}));
            const auto decoded = decodeReply(bytes);
            QVERIFY(!decoded || encode(*decoded) == bytes);
            count(decoded.has_value());
        }
    }
    QVERIFY(accepted > 1000);
    QVERIFY(refused > 1000);
}

QTEST_APPLESS_MAIN(tst_Envelope)
#include "tst_envelope.moc"
