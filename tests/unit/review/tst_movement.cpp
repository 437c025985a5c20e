// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/movement.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

constexpr QSize Size(16, 9);

LumaPicture grey(char level)
{
    return {.size = Size, .luma = QByteArray(Size.width() * Size.height(), level)};
}

/// Grey with one lighter block of 4 × 3 samples.
LumaPicture blockAt(int left, int top)
{
    LumaPicture picture = grey(40);
    for (int line = top; line < top + 3; ++line) {
        picture.luma.replace(line * Size.width() + left, 4, QByteArray(4, 100));
    }
    return picture;
}

FrameTimes evenFrames(int count, microseconds step = 100ms)
{
    std::vector<FrameTime> frames;
    for (int i = 0; i < count; ++i) {
        frames.push_back({.start = i * step, .duration = step});
    }
    return FrameTimes(std::move(frames));
}

std::vector<float> quietBut(int count, const std::vector<std::pair<int, float>> &loud)
{
    std::vector<float> differences(static_cast<std::size_t>(count), 0.4F);
    differences.front() = 0;
    for (const auto &[frame, difference] : loud) {
        differences[static_cast<std::size_t>(frame)] = difference;
    }
    return differences;
}

MovementSpan span(qint64 first, qint64 last, double peak)
{
    return {.frames = {.first = first, .last = last}, .peak = peak};
}

} // namespace

class MovementTest : public QObject
{
    Q_OBJECT

    using Spans = std::vector<MovementSpan>;

private Q_SLOTS:
    void measuresTheMeanDifferenceInTheAreaAlone()
    {
        QCOMPARE(lumaDifference(grey(40), grey(43), QRect(QPoint(), Size)), std::optional(3.0));
        QCOMPARE(lumaDifference(grey(43), grey(40), QRect(2, 2, 5, 5)), std::optional(3.0));
        // Levels above 127 are no negative numbers.
        QCOMPARE(lumaDifference(grey(0), grey(char(-6)), QRect(0, 0, 1, 1)), std::optional(250.0));
        QCOMPARE(lumaDifference(blockAt(2, 2), grey(40), QRect(2, 2, 4, 3)), std::optional(60.0));
        QCOMPARE(lumaDifference(blockAt(2, 2), grey(40), QRect(2, 2, 8, 3)), std::optional(30.0));
        QCOMPARE(lumaDifference(blockAt(2, 2), grey(40), QRect(8, 0, 8, 9)), std::optional(0.0));
    }

    void comparesNothingThatDoesNotFit()
    {
        LumaPicture cut = grey(40);
        cut.luma.chop(1);
        LumaPicture other = grey(40);
        other.size = {9, 16};

        QVERIFY(!lumaDifference(grey(40), cut, QRect(0, 0, 2, 2)));
        QVERIFY(!lumaDifference(grey(40), other, QRect(0, 0, 2, 2)));
        QVERIFY(!lumaDifference(grey(40), grey(40), QRect()));
        QVERIFY(!lumaDifference(grey(40), grey(40), QRect(10, 0, 7, 2)));
    }

    void findsStretchesAboveTheThreshold()
    {
        const std::vector<float> differences = quietBut(40, {{5, 3}, {6, 7}, {8, 4}, {30, 2.5F}});

        QCOMPARE(movementSpans(differences, evenFrames(40), 2), (Spans{span(5, 8, 7), span(30, 30, 2.5)}));
        QCOMPARE(movementSpans(differences, evenFrames(40), 3), (Spans{span(5, 8, 7)}));
        QCOMPARE(movementSpans(differences, evenFrames(40), 7.5), Spans());
    }

    void joinsWhatIsLessThanHalfASecondApart()
    {
        QCOMPARE(movementSpans(quietBut(40, {{5, 3}, {10, 3}}), evenFrames(40), 2), (Spans{span(5, 10, 3)}));
        QCOMPARE(movementSpans(quietBut(40, {{5, 3}, {11, 3}}), evenFrames(40), 2),
                 (Spans{span(5, 5, 3), span(11, 11, 3)}));
    }

    void leavesHolesOut()
    {
        std::vector<FrameTime> frames;
        for (int i = 0; i < 20; ++i) {
            frames.push_back({.start = i * 100ms + (i < 10 ? 0s : 5s), .duration = 100ms});
        }
        const FrameTimes holed(std::move(frames));
        QCOMPARE(holed.holes().size(), std::size_t(1));

        // The tenth frame differs a lot from the one before the hole, which is no movement that was seen.
        QCOMPARE(movementSpans(quietBut(20, {{9, 3}, {10, 90}, {11, 4}}), holed, 2),
                 (Spans{span(9, 9, 3), span(11, 11, 4)}));
    }

    void takesAsManyFramesAsWereCompared()
    {
        QCOMPARE(movementSpans(quietBut(10, {{9, 3}}), evenFrames(40), 2), (Spans{span(9, 9, 3)}));
        QCOMPARE(movementSpans({}, evenFrames(40), 2), Spans());
        QCOMPARE(movementSpans(quietBut(40, {{9, 3}}), {}, 2), Spans());
    }

    void stepsFromStretchToStretch()
    {
        const Spans spans{span(5, 8, 7), span(30, 31, 2)};

        QCOMPARE(movementAfter(spans, 0), std::optional<std::size_t>(0));
        QCOMPARE(movementAfter(spans, 5), std::optional<std::size_t>(1));
        QCOMPARE(movementAfter(spans, 30), std::nullopt);
        QCOMPARE(movementBefore(spans, 40), std::optional<std::size_t>(1));
        QCOMPARE(movementBefore(spans, 30), std::optional<std::size_t>(0));
        QCOMPARE(movementBefore(spans, 5), std::nullopt);
    }

    void keepsARegionInsideThePicture()
    {
        QCOMPARE(regionWithin({0.5, 0.5, -0.25, -0.25}), QRectF(0.25, 0.25, 0.25, 0.25));
        QCOMPARE(regionWithin({0.75, -0.5, 0.5, 0.5}), QRectF(0.5, 0, 0.5, 0.5));
        QCOMPARE(regionWithin({1.0, 1.0, 0, 0}), QRectF(0.99, 0.99, 0.01, 0.01));
    }

    void readsARegionInPerCent()
    {
        QCOMPARE(regionFromText(u"12, 30, 25, 20"), std::optional(QRectF(0.12, 0.30, 0.25, 0.20)));
        QCOMPARE(regionFromText(u" 0 0 50 100 % "), std::optional(QRectF(0, 0, 0.5, 1)));
        for (const QStringView wrong : {u"12, 30, 25", u"left", u"90, 0, 20, 10", u"0, 0, 0, 10", u"-1, 0, 5, 5"}) {
            QVERIFY(!regionFromText(wrong));
        }
        QCOMPARE(regionText({0.12, 0.30, 0.25, 0.20}), u"12, 30, 25, 20"_s);
    }

    void findsTheStoredPartOfATurnedPicture()
    {
        const QRectF shown(0.1, 0.2, 0.3, 0.4);

        QCOMPARE(storedRegion(shown, 0, false), shown);
        QCOMPARE(storedRegion(shown, 0, true), QRectF(0.6, 0.2, 0.3, 0.4));
        // Turned clockwise, what was on top is on the right.
        QCOMPARE(storedRegion({0.9, 0.4, 0.1, 0.2}, 1, false), QRectF(0.4, 0, 0.2, 0.1));
        QCOMPARE(storedRegion(shown, 2, false), QRectF(0.6, 0.4, 0.3, 0.4));
        QCOMPARE(storedRegion({0, 0.4, 0.1, 0.2}, 3, false), QRectF(0.4, 0, 0.2, 0.1));
    }

    void takesEverySampleThatARegionTouches()
    {
        QCOMPARE(samplesOf({0, 0, 1, 1}, Size), QRect(QPoint(), Size));
        QCOMPARE(samplesOf({0.5, 0.5, 0.01, 0.01}, {100, 50}), QRect(50, 25, 1, 1));
        QCOMPARE(samplesOf({0.505, 0, 0.01, 0.1}, {100, 50}), QRect(50, 0, 2, 5));
    }
};

QTEST_APPLESS_MAIN(MovementTest)
#include "tst_movement.moc"
