// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "media/framesource.h"
#include "vault/evidencevault.h"
#include "workflow/cliparrival.h"

#include <QImage>
#include <QObject>

#include <deque>
#include <map>
#include <memory>

namespace Porchlight {

/// Small pictures of clips for lists: one frame near the beginning of each, decoded by a confined process, one clip
/// after the other. The last few hundred are kept in memory; none is written anywhere.
class ClipPictures final : public QObject
{
    Q_OBJECT

public:
    ClipPictures(EvidenceVault &vault, IntakeParts::SourceMaker makeSource);
    ~ClipPictures() override;

    /// The picture if it is there. If not it is asked for, and pictureReady() follows; a clip that has none is asked
    /// once.
    [[nodiscard]] QImage picture(const Digest &clip);

Q_SIGNALS:
    void pictureReady(const Porchlight::Digest &clip);

private:
    void next();
    void openSource(std::unique_ptr<ByteSource> bytes);
    void askFrame(qint64 number);
    void finish(const QImage &picture);

    EvidenceVault &m_vault;
    IntakeParts::SourceMaker m_makeSource;
    std::map<Digest, QImage> m_pictures; ///< Null for a clip that has none.
    std::deque<Digest> m_wanted;         ///< The first one is being looked at.
    std::unique_ptr<FrameSource> m_source;
};

} // namespace Porchlight
