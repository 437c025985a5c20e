// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/framesource.h"

#include <chrono>
#include <vector>

namespace Porchlight {

/// A clip without a decoder: grey pictures of 320 × 180 that carry their number in the pattern of the demo clips, with
/// any times. Answers come by the event loop, as a decoder's do.
class FakeFrameSource final : public FrameSource
{
    Q_OBJECT

public:
    struct Script
    {
        std::vector<std::chrono::microseconds> starts;
        std::optional<qsizetype> countedAtFirst; ///< Rows that the table begins with; none: all.
        bool isExpected = false;                 ///< The others are there, provisional.
        std::optional<MediaError> openFailure;
        std::optional<Digest> onlyOf; ///< openFailure is that of a clip with these bytes; none: of any.
        Orientation orientation;
        std::vector<QSize> otherPictures{}; ///< Of further video streams, after the first one and the sound.
        std::vector<qsizetype> seams{};     ///< Frames with which another recording begins; times jump back 97 s.
        bool hasSound = false;
        Waveform waveform; ///< Told, where it is wished, as soon as the table is complete.
        ConfinementLevel confinement = ConfinementLevel::Full;
        qsizetype proxiesAtFirst = 0; ///< Small pictures that the verified pass has made.
    };

    explicit FakeFrameSource(Script script);

    [[nodiscard]] MediaFuture<MediaSummary> open(std::unique_ptr<ByteSource> source, ClipWish wish = {}) override;
    [[nodiscard]] const std::optional<MediaSummary> &summary() const override { return m_summary; }
    [[nodiscard]] const FrameTable &table() const override { return m_table; }
    [[nodiscard]] const Waveform &waveform() const override { return m_waveform; }
    void requestFrame(qint64 number) override;
    [[nodiscard]] MediaFuture<DecodedFrame> frame(qint64 number, bool wantsDigest = false) override;
    [[nodiscard]] MediaFuture<QImage> thumbnail(qint64 number, int maximumWidth) override;
    /// Of one colour: not what the frame turns out to be.
    [[nodiscard]] MediaFuture<QImage> provisionalThumbnail(qint64 number, int maximumWidth) override;
    [[nodiscard]] MediaFuture<QList<DecodedFrame>> proxies(qint64 first, qint64 count) override;
    [[nodiscard]] MediaFuture<SoundPart> sound(qint64 startMicroseconds, qint64 lengthMicroseconds) override;

    /// What was wished when the clip was opened.
    [[nodiscard]] const ClipWish &wish() const { return m_wish; }
    [[nodiscard]] const std::vector<qint64> &requested() const { return m_requested; }
    /// Holds answers to requestFrame() back until release().
    void hold() { m_isHeld = true; }
    void release();
    /// The next rows of the table; with the last of them it is complete.
    void countOn(qsizetype count);
    /// As when the process dies and is started again: what is pending fails first.
    void dieOnce();
    void dieForGood();
    /// The verified pass goes on.
    void makeProxies(qsizetype count);

private:
    void answer(qint64 number);
    [[nodiscard]] FrameRow rowOf(qsizetype number) const;
    void addRows(qsizetype count);
    void tellCompletion();
    void expectRows();
    [[nodiscard]] DecodedFrame draw(qint64 number, bool hasDigest) const;

    Script m_script;
    std::optional<MediaSummary> m_summary;
    ClipWish m_wish;
    FrameTable m_table;
    Waveform m_waveform;
    std::vector<qint64> m_requested;
    std::optional<qint64> m_pending;
    qsizetype m_proxyCount = 0;
    bool m_isHeld = false;
};

/// `count` frames at a fixed distance.
[[nodiscard]] std::vector<std::chrono::microseconds> evenStarts(int count, std::chrono::microseconds step);

} // namespace Porchlight
