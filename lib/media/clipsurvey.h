// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decodersettings.h"
#include "media/frametable.h"
#include "media/knownclip.h"
#include "media/waveform.h"
#include "mediaprotocol/messages.h"

#include <QList>
#include <QObject>

#include <functional>
#include <optional>
#include <span>

namespace Porchlight {

/// What a decoder process is asked about the whole clip: its frame table, a small picture of every frame, how loud it
/// is. What is known already is told instead. One survey serves all processes of a clip, one after the other.
class ClipSurvey final : public QObject
{
    Q_OBJECT

public:
    /// How it is asked: a generation nobody has used, and sending. The process may be found dead while sending.
    struct Voice
    {
        std::function<quint64()> newGeneration;
        std::function<void(quint64, const Wire::Request &)> send;
    };

    ClipSurvey(const DecoderSettings &settings, const ClipWish &wish, qint64 clipSize, Voice voice);

    [[nodiscard]] KnownClip &known() { return m_known; }
    /// A process has opened the clip.
    void begin(const ShelfMark &mark, bool hasSound);
    /// That process is gone.
    void abandon();

    /// The process must not be asked for anything else yet.
    [[nodiscard]] bool isTelling() const { return m_tellGeneration.has_value(); }
    /// Something was asked and has not been answered to its end.
    [[nodiscard]] bool isUnderWay() const;

    // Each says whether the message can be true.
    [[nodiscard]] bool accept(quint64 generation, const Wire::Taken &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::Expected &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::IndexPart &untrusted);
    /// `slot` is where small pictures are put.
    [[nodiscard]] bool accept(quint64 generation, const Wire::Proxies &untrusted, std::span<const char> slot);
    [[nodiscard]] bool accept(quint64 generation, const Wire::WavePart &untrusted);
    [[nodiscard]] bool accept(quint64 generation, const Wire::Failed &untrusted);

Q_SIGNALS:
    /// All of them, provisional, from frame 0.
    void rowsExpected(const QList<Porchlight::FrameRow> &rows);
    void rowsCame(const QList<Porchlight::FrameRow> &rows);
    void tableEnded(bool isDamaged, bool isKept);
    /// Instead of that: there is not one frame.
    void nothingShown();
    void proxiesEnded(qint64 count);
    void waveCame(const Porchlight::Waveform &waveform);

private:
    void takeKept();
    void tellNextRows();
    void askTable();
    void askProxies();
    void endProxies();
    void askWave();
    void giveUpWave();

    KnownClip m_known;
    Voice m_voice;
    bool m_wantsTable;
    bool m_wantsDigests;
    bool m_owesProxies; ///< Until proxiesEnded.
    bool m_wantsWave;   ///< Until it is there, or has proven not to be had.
    // None where no answer is awaited.
    std::optional<quint64> m_tellGeneration;
    std::optional<quint64> m_indexGeneration;
    std::optional<quint64> m_proxyGeneration;
    std::optional<quint64> m_waveGeneration;
};

} // namespace Porchlight
