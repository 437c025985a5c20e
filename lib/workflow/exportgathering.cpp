// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/exportgathering.h"

#include "evidence/packagerecord.h"
#include "media/framecsv.h"
#include "workflow/proberecord.h"
#include "workflow/sentences.h"

#include <QBuffer>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int ThumbnailWidth = 320;

QByteArray jpegOf(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    return !image.isNull() && image.save(&buffer, "JPEG") ? bytes : QByteArray();
}

} // namespace

ExportGathering::ExportGathering(Store &store, EvidenceVault &vault, SourceMaker makeSource,
                                 std::vector<SharedClip> clips)
    : m_store(store)
    , m_vault(vault)
    , m_makeSource(std::move(makeSource))
    , m_clips(std::move(clips))
{}

ExportGathering::~ExportGathering()
{
    stop();
}

QFuture<std::map<ClipId, ClipMaterial>> ExportGathering::start()
{
    m_promise.start();
    next();
    return m_promise.future();
}

void ExportGathering::stop()
{
    finishAll();
}

void ExportGathering::next()
{
    m_source.reset();
    if (m_isFinished) {
        return;
    }
    if (m_index == m_clips.size()) {
        finishAll();
        return;
    }
    m_material[clip().id].receipt = writeClipReceipt(clip());
    openClipBytes(m_store, m_vault, clip().digest, this, [this, index = m_index](VaultResult<ClipBytes> opened) {
        if (!opened) {
            // The writer copies the original next and says what is wrong with it.
            finishWithoutTable(index, sentenceFor(opened.error()));
        } else if (isAt(index)) {
            openSource(*std::move(opened));
        }
    });
}

void ExportGathering::openSource(ClipBytes bytes)
{
    m_source = m_makeSource();
    // Queued, because the answers end with the source being deleted.
    connect(
        m_source.get(), &FrameSource::tableCompleted, this, [this, index = m_index] { takeTable(index); },
        Qt::QueuedConnection);
    connect(
        m_source.get(), &FrameSource::clipFailed, this,
        [this, index = m_index](const Failure<MediaError> &failure) {
            finishWithoutTable(index, sentenceFor(failure));
        },
        Qt::QueuedConnection);
    using Opened = Result<MediaSummary, Failure<MediaError>>;
    m_source->open(std::move(bytes.source), {.digest = clip().digest, .shelfKey = bytes.key})
        .then(this, [this, index = m_index](const Opened &summary) {
            if (!summary) {
                finishWithoutTable(index, sentenceFor(summary.error()));
            }
        });
}

void ExportGathering::takeTable(std::size_t index)
{
    if (!isAt(index)) {
        return;
    }
    if (m_source->table().isEmpty()) {
        finishWithoutTable(index, u"No frame of this clip can be decoded."_s);
        return;
    }
    m_material[clip().id].frameTable = frameCsv(m_source->table(), FrameDigests::Without);
    if (clip().isSensitive) {
        finishClip({});
        return;
    }
    using Pictured = Result<QImage, Failure<MediaError>>;
    m_source->thumbnail(0, ThumbnailWidth).then(this, [this, index](const Pictured &picture) {
        if (isAt(index)) {
            finishClip(picture ? *picture : QImage());
        }
    });
}

void ExportGathering::finishClip(const QImage &thumbnail)
{
    ClipMaterial &material = m_material[clip().id];
    material.probe = probeRecord(clip().facts, m_source ? m_source->summary() : std::nullopt);
    material.thumbnail = jpegOf(thumbnail);
    ++m_index;
    // Later, because this may be called out of the source that goes away then.
    QMetaObject::invokeMethod(this, &ExportGathering::next, Qt::QueuedConnection);
}

void ExportGathering::finishWithoutTable(std::size_t index, const QString &why)
{
    if (!isAt(index)) {
        return;
    }
    ClipMaterial &material = m_material[clip().id];
    if (material.frameTable.isEmpty()) {
        material.frameTableMissing = why;
    }
    finishClip({});
}

void ExportGathering::finishAll()
{
    if (m_isFinished) {
        return;
    }
    m_isFinished = true;
    m_promise.addResult(m_material);
    m_promise.finish();
}

} // namespace Porchlight
