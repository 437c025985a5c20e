// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The part of DecoderConnection that is about the frame table: where it comes from, to whom it is told, and the small
// pictures that are made with it.

#include "media/decoderconnection.h"

#include "media/frameimage.h"
#include "media/untrusted.h"

#include <algorithm>
#include <utility>

namespace Porchlight {

/// What is known is told; what is not is found out.
void DecoderConnection::beginTable()
{
    if (m_isTableComplete || takeKept()) {
        m_state = State::Telling;
        m_toldRows = 0;
        tellNextRows();
    } else if (m_wish.wantsTable) {
        m_indexGeneration = ++m_lastGeneration;
        send(*m_indexGeneration, Wire::Index{.wantsDigests = m_wish.wantsDigests, .wantsProxies = m_shelf.has_value()});
        if (m_shelf) {
            m_shelf->startProxies();
            askProxies();
        }
    }
}

bool DecoderConnection::takeKept()
{
    std::optional<KeptIndex> kept = m_shelf && m_wish.wantsTable ? m_shelf->find(m_mark) : std::nullopt;
    QList<FrameRow> rows;
    for (const Wire::FrameRow &untrusted : kept ? kept->rows : std::vector<Wire::FrameRow>()) {
        const std::optional<FrameRow> row = checkRow(untrusted, rows.size(), m_source->size());
        if (!row || (m_wish.wantsDigests && !row->digest)) {
            return false;
        }
        rows.append(*row);
    }
    // A process that died had already told some of them.
    if (rows.size() < std::ssize(m_knownRows) || rows.isEmpty()) {
        return false;
    }
    const QList<FrameRow> fresh = rows.sliced(std::ssize(m_knownRows));
    m_knownRows = std::move(kept->rows);
    m_isTableComplete = true;
    if (!fresh.isEmpty()) {
        Q_EMIT rowsCame(fresh);
    }
    Q_EMIT tableEnded(kept->isDamaged);
    return true;
}

void DecoderConnection::tellNextRows()
{
    const std::size_t count = std::min(m_knownRows.size() - m_toldRows, Wire::MaximumRowsPerPart);
    const auto first = m_knownRows.begin() + static_cast<std::ptrdiff_t>(m_toldRows);
    m_toldRows += count;
    m_tellGeneration = ++m_lastGeneration;
    send(m_tellGeneration, Wire::Known{.isLast = m_toldRows == m_knownRows.size(),
                                       .rows = {first, first + static_cast<std::ptrdiff_t>(count)}});
}

bool DecoderConnection::accept(quint64 generation, const Wire::Taken &)
{
    if (m_state != State::Telling || generation != m_tellGeneration) {
        return false;
    }
    if (m_toldRows < m_knownRows.size()) {
        tellNextRows();
    } else {
        m_state = State::Open;
    }
    showProgress();
    return true;
}

void DecoderConnection::askProxies()
{
    m_proxyGeneration = ++m_lastGeneration;
    send(*m_proxyGeneration, Wire::ProxyRequest{SharedBlock::ProxySlot});
}

bool DecoderConnection::accept(quint64 generation, const Wire::Proxies &untrusted)
{
    if (m_proxyGeneration != generation || untrusted.slot != SharedBlock::ProxySlot) {
        return false;
    }
    const std::span<const char> slot = std::as_const(*m_process).block().slot(SharedBlock::ProxySlot);
    const auto pictures = checkProxies(untrusted, m_shelf->proxyCount(), m_shelf->proxySize(), slot);
    if (!pictures || (pictures->isEmpty() && !untrusted.isLast)) {
        return false;
    }
    m_shelf->addProxies({untrusted.width, untrusted.height}, *pictures);
    m_proxyGeneration.reset();
    if (untrusted.isLast) {
        m_shelf->endProxies();
        keepTable();
    } else {
        askProxies();
    }
    showProgress();
    return true;
}

void DecoderConnection::keepTable()
{
    if (m_shelf && m_isTableComplete && !m_proxyGeneration) {
        m_shelf->keep(m_mark, {.rows = m_knownRows, .isDamaged = m_isDamaged});
    }
}

std::optional<DecodedFrame> DecoderConnection::proxyOf(qint64 number)
{
    if (!m_shelf || number < 0 || number >= std::ssize(m_knownRows)) {
        return std::nullopt;
    }
    const auto row = checkRow(m_knownRows[static_cast<std::size_t>(number)], number, m_source->size());
    const std::optional<QByteArray> picture = m_shelf->proxy(number);
    return row && picture ? std::optional(DecodedFrame::proxy(*row, m_shelf->proxySize(), *picture)) : std::nullopt;
}

/// A small picture is the whole answer to who wants a small picture. Who wants the frame on screen has it first.
bool DecoderConnection::answerByProxy(DecoderJob &job)
{
    if (const auto *screen = std::get_if<ScreenJob>(&job)) {
        if (const std::optional<DecodedFrame> frame = proxyOf(screen->number)) {
            Q_EMIT proxyCame(*frame);
        }
        return false;
    }
    auto *const thumbnail = std::get_if<ThumbnailJob>(&job);
    const std::optional<DecodedFrame> frame = thumbnail == nullptr ? std::nullopt : proxyOf(thumbnail->number);
    if (!frame) {
        return false;
    }
    const QImage image = toImage(*frame);
    const int width = std::min(thumbnail->maximumWidth, image.width());
    thumbnail->answer.give(width == image.width() ? image : image.scaledToWidth(width, Qt::SmoothTransformation));
    return true;
}

} // namespace Porchlight
