// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/knownclip.h"

#include "media/frameimage.h"
#include "media/untrusted.h"

#include <algorithm>
#include <utility>

namespace Porchlight {

KnownClip::KnownClip(const DecoderSettings &settings, const ClipWish &wish, qint64 clipSize)
    : m_folder(settings.shelf)
    , m_budget(settings.shelfBudget)
    , m_digest(wish.digest.value_or(Digest()))
    , m_clipSize(clipSize)
    , m_wantsDigests(wish.wantsDigests)
{
    if (const std::optional<ClipKey> key = wish.key(); key && !settings.shelf.isEmpty()) {
        m_shelf.emplace(m_folder.pathFor(m_digest), *key);
    }
}

void KnownClip::beginProcess()
{
    m_expected.clear();
    m_isExpectedWhole = false;
    m_saidRows = 0;
    m_toldRows = 0;
    m_areProxiesUnderWay = false;
    if (!m_isWaveComplete) {
        m_peaks.clear();
    }
}

std::optional<QList<FrameRow>> KnownClip::takeKept()
{
    std::optional<KeptIndex> kept = m_shelf ? m_shelf->find(m_mark) : std::nullopt;
    QList<FrameRow> rows;
    for (const Wire::FrameRow &untrusted : kept ? kept->rows : std::vector<Wire::FrameRow>()) {
        const std::optional<FrameRow> row = checkRow(untrusted, rows.size(), m_clipSize);
        if (!row || (m_wantsDigests && !row->digest)) {
            return std::nullopt;
        }
        rows.append(*row);
    }
    // A process that died had already told some of them.
    if (rows.isEmpty() || rows.size() < std::ssize(m_rows)) {
        return std::nullopt;
    }
    const QList<FrameRow> fresh = rows.sliced(std::ssize(m_rows));
    m_rows = std::move(kept->rows);
    m_isTableComplete = true;
    m_isDamaged = kept->isDamaged;
    return fresh;
}

bool KnownClip::take(const Wire::Expected &untrusted)
{
    // No packet is without a byte.
    const qint64 most = std::min<qint64>(Wire::MaximumRows, m_clipSize);
    const bool fits = m_expected.size() + std::ssize(untrusted.rows) <= most;
    if (m_saidRows > 0 || m_isExpectedWhole || !fits || untrusted.rows.empty()) {
        return false;
    }
    for (const Wire::FrameRow &untrustedRow : untrusted.rows) {
        std::optional<FrameRow> row = checkRow(untrustedRow, m_expected.size(), m_clipSize);
        if (!row) {
            return false;
        }
        row->isProvisional = true;
        m_expected.append(*std::move(row));
    }
    m_isExpectedWhole = untrusted.isLast;
    return true;
}

QList<FrameRow> KnownClip::takeExpected()
{
    return m_isExpectedWhole ? std::exchange(m_expected, {}) : QList<FrameRow>();
}

std::optional<QList<FrameRow>> KnownClip::take(const Wire::IndexPart &untrusted)
{
    if (untrusted.rows.empty() && !untrusted.isLast) {
        return std::nullopt;
    }
    QList<FrameRow> fresh;
    for (const Wire::FrameRow &untrustedRow : untrusted.rows) {
        const std::optional<FrameRow> row = checkRow(untrustedRow, m_saidRows, m_clipSize);
        if (!row || m_saidRows >= Wire::MaximumRows) {
            return std::nullopt;
        }
        if (m_saidRows >= std::ssize(m_rows)) {
            fresh.append(*row);
            m_rows.push_back(untrustedRow);
        }
        ++m_saidRows;
    }
    if (untrusted.isLast) {
        m_isTableComplete = true;
        m_isDamaged = untrusted.isDamaged;
        keepWhole();
    }
    return fresh;
}

Wire::Known KnownClip::nextToTell()
{
    const std::size_t count = std::min(m_rows.size() - m_toldRows, Wire::MaximumRowsPerPart);
    const auto first = m_rows.begin() + static_cast<std::ptrdiff_t>(m_toldRows);
    m_toldRows += count;
    return {.isLast = isAllTold(), .rows = {first, first + static_cast<std::ptrdiff_t>(count)}};
}

void KnownClip::beginProxies()
{
    if (m_shelf) {
        m_shelf->startProxies(m_mark);
        m_areProxiesUnderWay = true;
    }
}

bool KnownClip::take(const Wire::Proxies &untrusted, std::span<const char> slot)
{
    if (!m_shelf) {
        return false;
    }
    const auto pictures = checkProxies(untrusted, m_shelf->proxyCount(), m_shelf->proxySize(), slot);
    if (!pictures || (pictures->isEmpty() && !untrusted.isLast)) {
        return false;
    }
    m_shelf->addProxies({untrusted.width, untrusted.height}, *pictures);
    if (untrusted.isLast) {
        m_shelf->endProxies();
        m_areProxiesUnderWay = false;
        keepWhole();
    }
    return true;
}

std::optional<QImage> KnownClip::thumbnail(qint64 number, int maximumWidth)
{
    const std::optional<DecodedFrame> frame = proxy(number);
    const QImage image = frame ? toImage(*frame) : QImage();
    if (image.isNull()) {
        return std::nullopt;
    }
    const int width = std::min(maximumWidth, image.width());
    return width == image.width() ? image : image.scaledToWidth(width, Qt::SmoothTransformation);
}

bool KnownClip::takeKeptWave()
{
    const auto kept = m_shelf ? m_shelf->findWave(m_mark) : std::nullopt;
    const auto peaks = kept ? checkWave({.isLast = true, .first = 0, .peaks = *kept}, 0) : std::nullopt;
    if (!peaks) {
        return false;
    }
    m_peaks = *peaks;
    m_isWaveComplete = true;
    return true;
}

bool KnownClip::take(const Wire::WavePart &untrusted)
{
    const std::optional<QList<WavePeak>> peaks = checkWave(untrusted, m_peaks.size());
    if (!peaks) {
        return false;
    }
    m_peaks.append(*peaks);
    if (untrusted.isLast) {
        m_isWaveComplete = true;
        if (m_shelf) {
            m_shelf->keepWave(m_mark, waveform());
        }
    }
    return true;
}

/// As soon as both are whole, whichever ends first.
void KnownClip::keepWhole()
{
    if (m_shelf && m_isTableComplete && !m_rows.empty() && !m_areProxiesUnderWay && !m_isPartial) {
        m_shelf->keep(m_mark, {.rows = m_rows, .isDamaged = m_isDamaged});
        m_folder.trim(m_budget, m_digest);
    }
}

std::optional<FrameRow> KnownClip::row(qint64 number) const
{
    const bool isThere = number >= 0 && number < rowCount();
    return isThere ? checkRow(m_rows[static_cast<std::size_t>(number)], number, m_clipSize) : std::nullopt;
}

std::vector<quint64> KnownClip::quickHashes() const
{
    std::vector<quint64> hashes;
    hashes.reserve(m_rows.size());
    for (const Wire::FrameRow &known : m_rows) {
        hashes.push_back(known.quickHash);
    }
    return hashes;
}

std::optional<DecodedFrame> KnownClip::proxy(qint64 number)
{
    if (!m_shelf || number < 0 || number >= std::ssize(m_rows)) {
        return std::nullopt;
    }
    const std::optional<FrameRow> row = this->row(number);
    const std::optional<QByteArray> picture = m_shelf->proxy(number);
    return row && picture ? std::optional(DecodedFrame::proxy(*row, m_shelf->proxySize(), *picture)) : std::nullopt;
}

} // namespace Porchlight
