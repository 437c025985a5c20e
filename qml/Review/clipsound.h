// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/framesource.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <memory>
#include <optional>

QT_BEGIN_NAMESPACE
class QAudioSink;
class QIODevice;
QT_END_NAMESPACE

namespace Porchlight {

/// Plays the sound of a clip from a position on, and is the clock of play while it does. A machine without a sound
/// device is no error: there is then no clock, and play goes by a steady one.
class ClipSound final : public QObject
{
    Q_OBJECT

public:
    explicit ClipSound(QObject *parent = nullptr);
    ~ClipSound() override;

    /// False where there is nothing to play through.
    bool start(FrameSource &source, std::chrono::microseconds from);
    void stop();
    void setVolume(double volume);

    /// All that there was has been heard, or it cannot be heard after all.
    [[nodiscard]] bool isOver() const;
    /// How much has been heard since start(), zero until the first of it; none unless started.
    [[nodiscard]] std::optional<std::chrono::microseconds> heard() const;

private:
    void fill();
    void take(const SoundPart &part);
    bool openSink(int channels);

    QTimer m_timer;
    FrameSource *m_source = nullptr;
    std::unique_ptr<QAudioSink> m_sink;
    QIODevice *m_device = nullptr; ///< Of the sink.
    MediaFuture<SoundPart> m_answer;
    QByteArray m_waiting;
    std::chrono::microseconds m_next{0};
    int m_run = 0;
    double m_volume = 1;
    bool m_isAsking = false;
    bool m_isLast = false;
};

} // namespace Porchlight
