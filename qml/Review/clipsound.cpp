// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "clipsound.h"

#include <QAudioFormat>
#include <QAudioSink>
#include <QIODevice>
#include <QMediaDevices>

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace Porchlight {

namespace {

constexpr microseconds PartLength = 1s;
// Long enough for a busy machine, short enough that a pause is heard as one.
constexpr microseconds BufferLength = 200ms;
constexpr auto FillPause = 40ms;

} // namespace

ClipSound::ClipSound(QObject *parent)
    : QObject(parent)
{
    m_timer.setInterval(FillPause);
    connect(&m_timer, &QTimer::timeout, this, &ClipSound::fill);
}

ClipSound::~ClipSound() = default;

bool ClipSound::start(FrameSource &source, microseconds from)
{
    stop();
    if (QMediaDevices::defaultAudioOutput().isNull()) {
        return false;
    }
    m_source = &source;
    m_next = from;
    m_isLast = false;
    m_timer.start();
    fill();
    return true;
}

void ClipSound::stop()
{
    ++m_run;
    m_timer.stop();
    m_answer.cancel();
    m_waiting.clear();
    m_isAsking = false;
    m_device = nullptr;
    if (m_sink) {
        m_sink->stop();
        m_sink.reset();
    }
    m_source = nullptr;
}

void ClipSound::setVolume(double volume)
{
    m_volume = volume;
    if (m_sink) {
        m_sink->setVolume(volume);
    }
}

bool ClipSound::isOver() const
{
    return m_source != nullptr && m_isLast && m_waiting.isEmpty() &&
           (!m_sink || m_sink->state() != QAudio::ActiveState);
}

std::optional<microseconds> ClipSound::heard() const
{
    if (m_source == nullptr) {
        return std::nullopt;
    }
    if (!m_sink) {
        return 0us;
    }
    const qsizetype buffered = m_sink->bufferSize() - m_sink->bytesFree();
    const microseconds waiting(
        m_sink->format().durationForBytes(static_cast<qint32>(std::max<qsizetype>(0, buffered))));
    return std::max(0us, microseconds(m_sink->processedUSecs()) - waiting);
}

bool ClipSound::openSink(int channels)
{
    QAudioFormat format;
    format.setSampleRate(SoundPart::SampleRate);
    format.setSampleFormat(QAudioFormat::Int16);
    format.setChannelCount(channels);
    m_sink = std::make_unique<QAudioSink>(QMediaDevices::defaultAudioOutput(), format);
    m_sink->setBufferSize(format.bytesForDuration(BufferLength.count()));
    m_sink->setVolume(m_volume);
    m_device = m_sink->start();
    return m_device != nullptr;
}

void ClipSound::fill()
{
    if (m_device != nullptr && !m_waiting.isEmpty()) {
        const qint64 written =
            m_device->write(m_waiting.constData(), std::min<qint64>(m_waiting.size(), m_sink->bytesFree()));
        m_waiting.remove(0, std::max<qint64>(0, written));
    }
    const qint64 enough = m_sink ? m_sink->format().bytesForDuration(PartLength.count()) : 1;
    if (m_isAsking || m_isLast || m_source == nullptr || m_waiting.size() >= enough) {
        return;
    }
    m_isAsking = true;
    using Answer = Result<SoundPart, Failure<MediaError>>;
    // A copy: an answer that is there already is taken at once, and asks for the next.
    MediaFuture<SoundPart> asked = m_source->sound(m_next.count(), PartLength.count());
    m_answer = asked;
    asked.then(this, [this, run = m_run](const Answer &answer) {
        if (run != m_run) {
            return;
        }
        m_isAsking = false;
        if (!answer) {
            // A clip whose sound ends early or is damaged still has its pictures.
            m_isLast = true;
            return;
        }
        take(*answer);
    });
}

void ClipSound::take(const SoundPart &part)
{
    m_isLast = part.isLast || part.samples.isEmpty();
    m_next += PartLength;
    if (!m_sink && !openSink(part.channels)) {
        m_isLast = true;
        m_sink.reset();
        return;
    }
    m_waiting.append(part.samples);
    fill();
}

} // namespace Porchlight
