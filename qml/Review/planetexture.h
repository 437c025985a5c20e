// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decodedframe.h"

#include <QSGTexture>

#include <memory>

QT_BEGIN_NAMESPACE
class QRhiTexture;
QT_END_NAMESPACE

namespace Porchlight {

/// One plane of a frame on the graphics card. Keeps its texture while size and kind stay the same. Lives on the render
/// thread.
class PlaneTexture final : public QSGTexture
{
    Q_OBJECT

public:
    enum class Kind { One, Two, Four }; ///< Samples that lie together.

    PlaneTexture();
    ~PlaneTexture() override;

    /// The bytes are shared with the frame until they have been sent.
    void setPlane(const DecodedFrame::Plane &plane, Kind kind);

    [[nodiscard]] qint64 comparisonKey() const override;
    [[nodiscard]] QRhiTexture *rhiTexture() const override;
    [[nodiscard]] QSize textureSize() const override;
    [[nodiscard]] bool hasAlphaChannel() const override { return false; }
    [[nodiscard]] bool hasMipmaps() const override { return false; }
    void commitTextureOperations(QRhi *rhi, QRhiResourceUpdateBatch *updates) override;

private:
    DecodedFrame::Plane m_plane;
    Kind m_kind = Kind::One;
    bool m_isWaiting = false;
    std::unique_ptr<QRhiTexture> m_texture;
};

} // namespace Porchlight
