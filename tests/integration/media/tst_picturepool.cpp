// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "decoder/picturepool.h"

#include <QTest>

#include <algorithm>
#include <span>

using namespace Porchlight;

namespace {

constexpr std::uint64_t Plenty = 64 * 1024 * 1024;
constexpr int Width = 320;
constexpr int Height = 180;

/// A decoder that asks for memory and decodes nothing.
class Asker
{
public:
    explicit Asker(PicturePool &pool)
        : m_source(pool.newSource())
        , m_context(avcodec_alloc_context3(avcodec_find_decoder(AV_CODEC_ID_H264)))
    {
        m_context->opaque = &m_source;
        m_context->get_buffer2 = &PicturePool::give;
        m_context->width = Width;
        m_context->height = Height;
        m_context->pix_fmt = AV_PIX_FMT_YUV420P;
        m_isOpen = avcodec_open2(m_context.get(), nullptr, nullptr) == 0;
    }

    [[nodiscard]] bool isOpen() const { return m_isOpen; }

    [[nodiscard]] OwnedFrame picture(AVPixelFormat format = AV_PIX_FMT_YUV420P)
    {
        OwnedFrame frame(av_frame_alloc());
        frame->width = Width;
        frame->height = Height;
        frame->format = format;
        return PicturePool::give(m_context.get(), frame.get(), 0) == 0 ? std::move(frame) : nullptr;
    }

private:
    PicturePool::Source m_source;
    OwnedCodec m_context;
    bool m_isOpen = false;
};

std::span<std::uint8_t> plane(const AVFrame &frame, int number)
{
    return {frame.buf[number]->data, frame.buf[number]->size};
}

} // namespace

/// The memory of decoded pictures, which all decoders of a clip share.
class tst_PicturePool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesWhatTheFormatNeeds()
    {
        const auto pool = std::make_shared<PicturePool>(Plenty);
        Asker asker(*pool);
        QVERIFY(asker.isOpen());

        const OwnedFrame wide = asker.picture(AV_PIX_FMT_YUV420P);
        const OwnedFrame deep = asker.picture(AV_PIX_FMT_YUV444P10);
        const OwnedFrame palette = asker.picture(AV_PIX_FMT_PAL8);

        QVERIFY(wide && deep && palette);
        QVERIFY(wide->linesize[0] >= Width && wide->linesize[1] >= Width / 2 && wide->linesize[3] == 0);
        QVERIFY(deep->linesize[2] >= 2 * Width);
        QVERIFY(palette->buf[1] != nullptr && palette->buf[1]->size >= 256 * 4);
        QVERIFY(std::ssize(plane(*wide, 0)) >= wide->linesize[0] * Height);
        QVERIFY(std::ranges::all_of(plane(*wide, 0), [](std::uint8_t byte) { return byte == 0; }));
    }

    void usesAgainWhatIsIdle()
    {
        const auto pool = std::make_shared<PicturePool>(Plenty);
        Asker asker(*pool);
        OwnedFrame first = asker.picture();
        const std::uint8_t *where = first->data[0];

        first.reset();
        QVERIFY(pool->idleBytes() > 0);
        const OwnedFrame second = asker.picture();

        QCOMPARE(second->data[0], where);
        QCOMPARE(pool->idleBytes(), 0ULL);
    }

    void showsNoDecoderWhatAnotherHasDecoded()
    {
        const auto pool = std::make_shared<PicturePool>(Plenty);
        Asker one(*pool);
        Asker other(*pool);
        OwnedFrame first = one.picture();
        const std::uint8_t *where = first->data[0];
        std::ranges::fill(plane(*first, 0), std::uint8_t{200});
        first.reset();

        const OwnedFrame second = other.picture();

        QCOMPARE(second->data[0], where);
        QVERIFY(std::ranges::all_of(plane(*second, 0), [](std::uint8_t byte) { return byte == 0; }));
    }

    void givesBackWhatIsBeyondItsBudget()
    {
        const auto pool = std::make_shared<PicturePool>(100'000);
        Asker asker(*pool);
        std::vector<OwnedFrame> frames;
        for (int i = 0; i < 20; ++i) {
            frames.push_back(asker.picture());
        }

        frames.clear();

        QVERIFY(pool->idleBytes() > 0);
        QVERIFY(pool->idleBytes() <= 100'000);
    }

    void livesAsLongAsAPicture()
    {
        auto pool = std::make_shared<PicturePool>(Plenty);
        const std::weak_ptr<PicturePool> watched = pool;
        auto asker = std::make_unique<Asker>(*pool);
        OwnedFrame frame = asker->picture();

        asker.reset();
        pool.reset();
        QVERIFY(!watched.expired());
        std::ranges::fill(plane(*frame, 0), std::uint8_t{1});
        frame.reset();

        QVERIFY(watched.expired());
    }
};

QTEST_GUILESS_MAIN(tst_PicturePool)
#include "tst_picturepool.moc"
