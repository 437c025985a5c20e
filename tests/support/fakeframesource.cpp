// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/fakeframesource.h"

#include "core/digesttext.h"
#include "democlips/framepattern.h"
#include "media/frameimage.h"

#include <QTimer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr QSize PictureSize(320, 180);
constexpr TimeBase Ticks{.numerator = 1, .denominator = 90'000};

template <typename T>
MediaFuture<T> ready(Result<T, Failure<MediaError>> answer)
{
    return QtFuture::makeReadyValueFuture(std::move(answer));
}

qint64 toTicks(std::chrono::microseconds time)
{
    return time.count() * 9 / 100;
}

} // namespace

std::vector<std::chrono::microseconds> evenStarts(int count, std::chrono::microseconds step)
{
    std::vector<std::chrono::microseconds> starts;
    for (int i = 0; i < count; ++i) {
        starts.push_back(i * step);
    }
    return starts;
}

FakeFrameSource::FakeFrameSource(Script script)
    : m_script(std::move(script))
    , m_proxyCount(m_script.proxiesAtFirst)
{}

MediaFuture<MediaSummary> FakeFrameSource::open(std::unique_ptr<ByteSource>, ClipWish wish)
{
    m_wish = std::move(wish);
    if (m_script.openFailure && (!m_script.onlyOf || m_script.onlyOf == m_wish.digest)) {
        return ready<MediaSummary>(fail(*m_script.openFailure, u"scripted"_s));
    }
    MediaSummary summary;
    summary.container = u"fake"_s;
    StreamSummary video;
    video.kind = StreamKind::Video;
    video.size = PictureSize;
    video.orientation = m_script.orientation;
    video.timeBase = Ticks;
    summary.streams.push_back(video);
    summary.videoStream = 0;
    if (m_script.hasSound) {
        StreamSummary sound;
        sound.index = 1;
        sound.kind = StreamKind::Sound;
        summary.streams.push_back(sound);
        summary.soundStream = 1;
    }
    for (const QSize size : m_script.otherPictures) {
        StreamSummary other = video;
        other.index = static_cast<int>(summary.streams.size());
        other.size = size;
        summary.streams.push_back(other);
    }
    if (m_wish.videoStream >= 0) {
        summary.videoStream = m_wish.videoStream;
    }
    summary.confinement = m_script.confinement;
    m_summary = summary;

    addRows(m_script.countedAtFirst.value_or(static_cast<qsizetype>(m_script.starts.size())));
    if (m_script.isExpected) {
        expectRows();
    }
    QTimer::singleShot(0, this, [this] {
        if (m_script.isExpected) {
            Q_EMIT framesExpected();
        }
        Q_EMIT framesAdded(0, m_table.size());
        tellCompletion();
    });
    return ready<MediaSummary>(summary);
}

void FakeFrameSource::addRows(qsizetype count)
{
    const auto all = static_cast<qsizetype>(m_script.starts.size());
    const qsizetype end = std::min(all, m_table.size() + count);
    QList<FrameRow> rows;
    for (qsizetype number = m_table.size(); number < end; ++number) {
        rows.append(rowOf(number));
    }
    m_table.append(rows);
    if (end == all) {
        m_table.complete(false);
    }
}

FrameRow FakeFrameSource::rowOf(qsizetype number) const
{
    const std::chrono::microseconds start = m_script.starts.at(static_cast<std::size_t>(number));
    FrameRow row;
    row.number = number;
    row.ticks = toTicks(start);
    row.pts = row.ticks;
    row.timeBase = Ticks;
    row.microseconds = start.count();
    const auto &seams = m_script.seams;
    row.segment = static_cast<int>(std::ranges::count_if(seams, [number](qsizetype seam) { return seam <= number; }));
    row.seam = std::ranges::contains(seams, number) ? -97'000'000 : 0;
    row.isKey = row.number % 30 == 0;
    row.pictureType = row.isKey ? PictureType::I : PictureType::P;
    row.size = PictureSize;
    row.pixelFormat = u"gray"_s;
    row.colour = {.matrix = ColourMatrix::Bt601, .range = ColourRange::Full};
    return row;
}

void FakeFrameSource::expectRows()
{
    QList<FrameRow> rows;
    for (qsizetype number = 0; number < static_cast<qsizetype>(m_script.starts.size()); ++number) {
        rows.append(rowOf(number));
        rows.last().isProvisional = true;
    }
    m_table.expect(rows);
}

void FakeFrameSource::countOn(qsizetype count)
{
    const qint64 first = m_table.size();
    addRows(count);
    Q_EMIT framesAdded(first, m_table.size() - first);
    tellCompletion();
}

void FakeFrameSource::tellCompletion()
{
    if (!m_table.isComplete()) {
        return;
    }
    Q_EMIT tableCompleted();
    if (m_wish.wantsWaveform && m_script.hasSound) {
        m_waveform = m_script.waveform;
        Q_EMIT waveformReady();
    }
}

void FakeFrameSource::makeProxies(qsizetype count)
{
    m_proxyCount = count;
    if (count >= static_cast<qsizetype>(m_script.starts.size())) {
        Q_EMIT proxiesCompleted(count);
    }
}

void FakeFrameSource::requestFrame(qint64 number)
{
    m_requested.push_back(number);
    m_pending = number;
    if (!m_isHeld) {
        QTimer::singleShot(0, this, [this, number] { answer(number); });
    }
}

void FakeFrameSource::release()
{
    m_isHeld = false;
    if (m_pending) {
        answer(*m_pending);
    }
}

void FakeFrameSource::answer(qint64 number)
{
    if (m_pending != number) {
        return;
    }
    m_pending.reset();
    if (number < 0 || number >= m_table.expectedSize()) {
        Q_EMIT frameFailed(number, {MediaError::NotInClip, {}});
    } else {
        Q_EMIT frameReady(draw(number, false));
    }
}

void FakeFrameSource::dieOnce()
{
    const std::optional<qint64> lost = std::exchange(m_pending, std::nullopt);
    if (lost) {
        Q_EMIT frameFailed(*lost, {MediaError::DecoderEnded, {}});
    }
    Q_EMIT decoderRestarted();
}

void FakeFrameSource::dieForGood()
{
    m_pending.reset();
    Q_EMIT clipFailed({MediaError::ClipUnreadable, u"scripted"_s});
}

MediaFuture<DecodedFrame> FakeFrameSource::frame(qint64 number, bool wantsDigest)
{
    if (number < 0 || number >= m_table.size()) {
        return ready<DecodedFrame>(fail(MediaError::NotInClip));
    }
    return ready<DecodedFrame>(draw(number, wantsDigest));
}

MediaFuture<QImage> FakeFrameSource::thumbnail(qint64 number, int maximumWidth)
{
    if (number < 0 || number >= m_table.size()) {
        return ready<QImage>(fail(MediaError::NotInClip));
    }
    return ready<QImage>(toImage(draw(number, false)).scaledToWidth(maximumWidth));
}

MediaFuture<QImage> FakeFrameSource::provisionalThumbnail(qint64 number, int maximumWidth)
{
    if (number < 0 || number >= m_table.expectedSize()) {
        return ready<QImage>(fail(MediaError::NotInClip));
    }
    QImage picture(toImage(draw(number, false)).scaledToWidth(maximumWidth).size(), QImage::Format_RGB32);
    picture.fill(Qt::darkGray);
    return ready<QImage>(picture);
}

MediaFuture<QList<DecodedFrame>> FakeFrameSource::proxies(qint64 first, qint64 count)
{
    QList<DecodedFrame> pictures;
    const qint64 end = std::min({first + count, qint64{m_proxyCount}, m_table.size()});
    for (qint64 number = first; number < end; ++number) {
        const DecodedFrame whole = draw(number, false);
        const QByteArray chroma(whole.plane(0).bytes.size() / 2, static_cast<char>(-128));
        pictures.append(DecodedFrame::proxy(whole.facts(), whole.size(), whole.plane(0).bytes + chroma));
    }
    return ready<QList<DecodedFrame>>(pictures);
}

MediaFuture<SoundPart> FakeFrameSource::sound(qint64 startMicroseconds, qint64)
{
    return ready<SoundPart>(
        SoundPart{.startMicroseconds = startMicroseconds, .channels = 1, .samples = {}, .isLast = true});
}

DecodedFrame FakeFrameSource::draw(qint64 number, bool hasDigest) const
{
    const int width = PictureSize.width();
    const int height = PictureSize.height();
    QByteArray bytes(qsizetype(width) * height, static_cast<char>(60 + number % 60));
    const FramePattern::Pattern pattern = FramePattern::patternOf(static_cast<std::uint16_t>(number));
    for (int y = FramePattern::Row * height / FramePattern::BlocksDown;
         y < (FramePattern::Row + 1) * height / FramePattern::BlocksDown; ++y) {
        for (int block = 0; block < FramePattern::Blocks; ++block) {
            const int blockWidth = width / FramePattern::BlocksAcross;
            const int left = (FramePattern::FirstColumn + block) * blockWidth;
            const char level = pattern.at(static_cast<std::size_t>(block)) ? char(-1) : char(0);
            bytes.replace(y * width + left, blockWidth, QByteArray(blockWidth, level));
        }
    }
    FrameFacts facts = m_table.expectedAt(number);
    if (hasDigest) {
        facts.digest = sha256(bytes);
    }
    return DecodedFrame(facts, PixelLayout::Gray,
                        {{.bytes = bytes, .stride = width, .width = width, .height = height}});
}

} // namespace Porchlight
