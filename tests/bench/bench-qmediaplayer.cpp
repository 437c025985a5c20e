// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-qmediaplayer FILE RATE: frames from a paused QMediaPlayer, asked for by the middle of their time.

#include "bench/framebits.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QGuiApplication>
#include <QMediaPlayer>
#include <QTimer>
#include <QUrl>
#include <QVideoFrame>
#include <QVideoSink>

#include <chrono>
#include <cmath>
#include <cstdio>

using namespace Porchlight::Testing;
using namespace std::chrono_literals;

namespace {

// When no other frame comes for so long, the last one is the answer.
constexpr auto Patience = 2s;

int numberOf(QVideoFrame frame)
{
    if (!frame.map(QVideoFrame::ReadOnly)) {
        return -1;
    }
    const int number = frameNumberIn(frame.bits(0), static_cast<std::size_t>(frame.bytesPerLine(0)));
    frame.unmap();
    return number;
}

bool load(QMediaPlayer &player, const QString &file)
{
    QEventLoop loop;
    QObject::connect(&player, &QMediaPlayer::mediaStatusChanged, &loop, [&](QMediaPlayer::MediaStatus status) {
        if (status == QMediaPlayer::LoadedMedia || status == QMediaPlayer::BufferedMedia ||
            status == QMediaPlayer::InvalidMedia) {
            loop.quit();
        }
    });
    QTimer::singleShot(10s, &loop, &QEventLoop::quit);
    player.setSource(QUrl::fromLocalFile(file));
    loop.exec();
    player.pause();
    return player.error() == QMediaPlayer::NoError && player.hasVideo();
}

void ask(QMediaPlayer &player, QVideoSink &sink, int asked, double rate)
{
    QEventLoop loop;
    QElapsedTimer timer;
    int delivered = -1;
    double milliseconds = 0;
    const auto connection =
        QObject::connect(&sink, &QVideoSink::videoFrameChanged, &loop, [&](const QVideoFrame &frame) {
            delivered = numberOf(frame);
            milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
            if (delivered == asked) {
                loop.quit();
            }
        });
    QTimer::singleShot(Patience, &loop, &QEventLoop::quit);
    timer.start();
    player.setPosition(std::llround((asked + 0.5) * 1000.0 / rate));
    loop.exec();
    QObject::disconnect(connection);
    say(asked, delivered, delivered < 0 ? static_cast<double>(timer.elapsed()) : milliseconds);
}

} // namespace

int main(int count, char **words)
{
    const QGuiApplication application(count, words);
    const QStringList arguments = QGuiApplication::arguments();
    QMediaPlayer player;
    QVideoSink sink;
    player.setVideoSink(&sink);
    const double rate = arguments.value(2).toDouble();
    if (rate <= 0 || !load(player, arguments.value(1))) {
        std::fprintf(stderr, "bench-qmediaplayer FILE RATE: %s\n", qPrintable(player.errorString()));
        return 1;
    }
    int asked = 0;
    while (std::scanf("%d", &asked) == 1) {
        ask(player, sink, asked, rate);
    }
    return 0;
}
