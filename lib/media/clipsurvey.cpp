// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/clipsurvey.h"

#include "media/sharedblock.h"

#include <utility>

namespace Porchlight {

ClipSurvey::ClipSurvey(const DecoderSettings &settings, const ClipWish &wish, qint64 clipSize, Voice voice)
    : m_known(settings, wish, clipSize)
    , m_voice(std::move(voice))
    , m_wantsTable(wish.wantsTable)
    , m_wantsDigests(wish.wantsDigests)
    , m_owesProxies(m_known.wantsProxies() && wish.wantsTable)
    , m_wantsWave(wish.wantsWaveform)
{}

/// What is known is told; what is not is found out.
void ClipSurvey::begin(const ShelfMark &mark, bool hasSound)
{
    m_known.setMark(mark);
    m_known.beginProcess();
    m_wantsWave = m_wantsWave && hasSound;
    if (!m_known.isTableComplete() && m_wantsTable) {
        takeKept();
    }
    if (m_known.isTableComplete()) {
        // What is not there by now does not come.
        endProxies();
        tellNextRows();
    } else if (m_wantsTable) {
        askTable();
    }
}

void ClipSurvey::abandon()
{
    // The pictures are worth more than the sound that may have been the cause.
    if (m_waveGeneration && !m_indexGeneration) {
        giveUpWave();
    }
    m_tellGeneration.reset();
    m_indexGeneration.reset();
    m_proxyGeneration.reset();
    m_waveGeneration.reset();
}

bool ClipSurvey::isUnderWay() const
{
    return m_tellGeneration || m_indexGeneration || m_proxyGeneration || m_waveGeneration;
}

void ClipSurvey::takeKept()
{
    const std::optional<QList<FrameRow>> rows = m_known.takeKept();
    if (!rows) {
        return;
    }
    if (!rows->isEmpty()) {
        Q_EMIT rowsCame(*rows);
    }
    Q_EMIT tableEnded(m_known.isDamaged(), true);
}

void ClipSurvey::tellNextRows()
{
    m_tellGeneration = m_voice.newGeneration();
    m_voice.send(*m_tellGeneration, m_known.nextToTell());
}

bool ClipSurvey::accept(quint64 generation, const Wire::Taken &)
{
    if (m_tellGeneration != generation) {
        return false;
    }
    if (m_known.isAllTold()) {
        m_tellGeneration.reset();
        askWave();
    } else {
        tellNextRows();
    }
    return true;
}

/// The next thing is asked only where the process has lived through the one before.
void ClipSurvey::askTable()
{
    m_indexGeneration = m_voice.newGeneration();
    m_voice.send(*m_indexGeneration,
                 Wire::Index{.wantsDigests = m_wantsDigests, .wantsProxies = m_known.wantsProxies()});
    if (m_indexGeneration && m_known.wantsProxies()) {
        m_known.beginProxies();
        askProxies();
    }
    if (m_indexGeneration) {
        askWave();
    }
}

bool ClipSurvey::accept(quint64 generation, const Wire::Expected &untrusted)
{
    if (m_indexGeneration != generation || !m_known.take(untrusted)) {
        return false;
    }
    if (untrusted.isLast) {
        Q_EMIT rowsExpected(m_known.takeExpected());
    }
    return true;
}

bool ClipSurvey::accept(quint64 generation, const Wire::IndexPart &untrusted)
{
    const std::optional<QList<FrameRow>> rows =
        m_indexGeneration == generation ? m_known.take(untrusted) : std::nullopt;
    if (!rows) {
        return false;
    }
    if (!rows->isEmpty()) {
        Q_EMIT rowsCame(*rows);
    }
    if (untrusted.isLast) {
        m_indexGeneration.reset();
        if (m_known.isEmpty()) {
            Q_EMIT nothingShown();
        } else {
            Q_EMIT tableEnded(m_known.isDamaged(), false);
        }
    }
    return true;
}

void ClipSurvey::askProxies()
{
    m_proxyGeneration = m_voice.newGeneration();
    m_voice.send(*m_proxyGeneration, Wire::ProxyRequest{SharedBlock::ProxySlot});
}

bool ClipSurvey::accept(quint64 generation, const Wire::Proxies &untrusted, std::span<const char> slot)
{
    const bool isAwaited = m_proxyGeneration == generation && untrusted.slot == SharedBlock::ProxySlot;
    if (!isAwaited || !m_known.take(untrusted, slot)) {
        return false;
    }
    m_proxyGeneration.reset();
    if (untrusted.isLast) {
        endProxies();
    } else {
        askProxies();
    }
    return true;
}

void ClipSurvey::endProxies()
{
    if (std::exchange(m_owesProxies, false)) {
        Q_EMIT proxiesEnded(m_known.proxyCount());
    }
}

void ClipSurvey::askWave()
{
    if (m_wantsWave && m_known.takeKeptWave()) {
        m_wantsWave = false;
        Q_EMIT waveCame(m_known.waveform());
    }
    if (m_wantsWave) {
        m_waveGeneration = m_voice.newGeneration();
        m_voice.send(*m_waveGeneration, Wire::WaveRequest{});
    }
}

void ClipSurvey::giveUpWave()
{
    m_waveGeneration.reset();
    m_wantsWave = false;
    Q_EMIT waveCame({});
}

bool ClipSurvey::accept(quint64 generation, const Wire::WavePart &untrusted)
{
    if (m_waveGeneration != generation || !m_known.take(untrusted)) {
        return false;
    }
    if (untrusted.isLast) {
        m_waveGeneration.reset();
        m_wantsWave = false;
        Q_EMIT waveCame(m_known.waveform());
    }
    return true;
}

bool ClipSurvey::accept(quint64 generation, const Wire::Failed &)
{
    if (m_waveGeneration != generation) {
        return false;
    }
    giveUpWave();
    return true;
}

} // namespace Porchlight
