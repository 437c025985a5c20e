// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/sharedclip.h"
#include "evidence/packagematerial.h"
#include "media/framesource.h"
#include "vault/evidencevault.h"
#include "workflow/clipbytes.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <map>
#include <memory>
#include <vector>

namespace Porchlight {

/// Looks at clips one after the other through the confined decoder, for an evidence package: frame table, what the
/// decoder says of the file, and a small picture. A clip that cannot be decoded is no failure: its material says why
/// there is no frame table.
class ExportGathering final : public QObject
{
    Q_OBJECT

public:
    using SourceMaker = std::function<std::unique_ptr<FrameSource>()>;

    ExportGathering(Store &store, EvidenceVault &vault, SourceMaker makeSource, std::vector<SharedClip> clips);
    ~ExportGathering() override;

    /// Once. Its future is finished when every clip was looked at, or, by stop(), before.
    [[nodiscard]] QFuture<std::map<ClipId, ClipMaterial>> start();
    void stop();

private:
    void next();
    void openSource(ClipBytes bytes);
    void takeTable(std::size_t index);
    void finishClip(const QImage &thumbnail);
    void finishWithoutTable(std::size_t index, const QString &why);
    void finishAll();
    /// False for an answer that comes too late: its clip is done with.
    [[nodiscard]] bool isAt(std::size_t index) const { return !m_isFinished && index == m_index; }
    [[nodiscard]] const SharedClip &clip() const { return m_clips[m_index]; }

    Store &m_store;
    EvidenceVault &m_vault;
    SourceMaker m_makeSource;
    std::vector<SharedClip> m_clips;
    std::size_t m_index = 0;
    bool m_isFinished = false;
    std::unique_ptr<FrameSource> m_source;
    std::map<ClipId, ClipMaterial> m_material;
    QPromise<std::map<ClipId, ClipMaterial>> m_promise;
};

} // namespace Porchlight
