// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/clipshelf.h"
#include "media/decodedframe.h"
#include "media/decodersettings.h"
#include "media/frametable.h"
#include "media/shelffolder.h"
#include "media/waveform.h"
#include "mediaprotocol/messages.h"

#include <QImage>
#include <QList>

#include <optional>
#include <span>
#include <vector>

namespace Porchlight {

/// What is known of one clip, whichever decoder process found it out: the frame table, a small picture of every
/// frame, and how loud it is. It outlives the processes, and the shelf keeps it for the next opening. What a process
/// says or the shelf holds is checked by `untrusted.h` before it is known. It speaks with nobody: ClipSurvey
/// does.
class KnownClip
{
public:
    KnownClip(const DecoderSettings &settings, const ClipWish &wish, qint64 clipSize);

    /// What the shelf is asked for from now on.
    void setMark(const ShelfMark &mark) { m_mark = mark; }
    /// A packet of the clip is left out from now on: what is found out is not kept.
    void leaveOut() { m_isPartial = true; }
    /// A decoder process begins. It has said nothing yet, and has been told nothing.
    void beginProcess();

    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] bool isTableComplete() const { return m_isTableComplete; }
    [[nodiscard]] bool isDamaged() const { return m_isDamaged; }
    /// Something of the clip was left out.
    [[nodiscard]] bool isPartial() const { return m_isPartial; }
    [[nodiscard]] qint64 rowCount() const { return std::ssize(m_rows); }
    [[nodiscard]] std::optional<FrameRow> row(qint64 number) const;
    /// What recognises each frame.
    [[nodiscard]] std::vector<quint64> quickHashes() const;

    /// Takes the whole table from the shelf: those rows that were not known before. None where it is not kept.
    [[nodiscard]] std::optional<QList<FrameRow>> takeKept();
    /// The provisional rows that the packets of the clip promise, once all have come; none before. False where they
    /// cannot be those that must follow.
    [[nodiscard]] bool take(const Wire::Expected &untrusted);
    [[nodiscard]] QList<FrameRow> takeExpected();
    /// The rows of a part that were not known before. None where the part cannot be true.
    [[nodiscard]] std::optional<QList<FrameRow>> take(const Wire::IndexPart &untrusted);

    /// What a process is to be told next, instead of finding it out.
    [[nodiscard]] Wire::Known nextToTell();
    [[nodiscard]] bool isAllTold() const { return m_toldRows == m_rows.size(); }

    /// Small pictures are wanted where they can be kept.
    [[nodiscard]] bool wantsProxies() const { return m_shelf.has_value(); }
    [[nodiscard]] qint64 proxyCount() const { return m_shelf ? m_shelf->proxyCount() : 0; }
    void beginProxies();
    /// The small pictures that must follow; false where they cannot be those.
    [[nodiscard]] bool take(const Wire::Proxies &untrusted, std::span<const char> slot);
    [[nodiscard]] std::optional<DecodedFrame> proxy(qint64 number);
    [[nodiscard]] std::optional<QImage> thumbnail(qint64 number, int maximumWidth);

    /// Only for who may hear the clip.
    [[nodiscard]] bool takeKeptWave();
    /// The peaks that must follow; false where they cannot be those.
    [[nodiscard]] bool take(const Wire::WavePart &untrusted);
    [[nodiscard]] Waveform waveform() const { return Waveform(m_peaks); }

private:
    void keepWhole();

    ShelfFolder m_folder;
    qint64 m_budget; ///< Of the folder.
    Digest m_digest;
    std::optional<ClipShelf> m_shelf; ///< None where nothing is kept.
    ShelfMark m_mark;
    qint64 m_clipSize;
    bool m_wantsDigests;
    std::vector<Wire::FrameRow> m_rows; ///< Checked.
    bool m_isTableComplete = false;
    bool m_isDamaged = false;
    bool m_areProxiesUnderWay = false;
    QList<WavePeak> m_peaks; ///< Checked, as far as they have come.
    bool m_isWaveComplete = false;
    bool m_isPartial = false; ///< Something of the clip was left out: it is not kept.
    // Of this process.
    QList<FrameRow> m_expected;
    bool m_isExpectedWhole = false;
    qint64 m_saidRows = 0;
    std::size_t m_toldRows = 0;
};

} // namespace Porchlight
