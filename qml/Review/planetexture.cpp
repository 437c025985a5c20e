// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "planetexture.h"

#include <QLoggingCategory>

#include <rhi/qrhi.h>

namespace Porchlight {

namespace {

Q_LOGGING_CATEGORY(lcPlane, "porchlight.review.plane")

QRhiTexture::Format formatOf(PlaneTexture::Kind kind)
{
    switch (kind) {
    case PlaneTexture::Kind::One:
        return QRhiTexture::R8;
    case PlaneTexture::Kind::Two:
        return QRhiTexture::RG8;
    case PlaneTexture::Kind::Four:
        return QRhiTexture::RGBA8;
    }
    Q_UNREACHABLE_RETURN(QRhiTexture::R8);
}

} // namespace

PlaneTexture::PlaneTexture() = default;
PlaneTexture::~PlaneTexture() = default;

void PlaneTexture::setPlane(const DecodedFrame::Plane &plane, Kind kind)
{
    m_plane = plane;
    m_kind = kind;
    m_isWaiting = true;
}

qint64 PlaneTexture::comparisonKey() const
{
    return qint64(m_texture ? quintptr(m_texture.get()) : quintptr(this));
}

QRhiTexture *PlaneTexture::rhiTexture() const
{
    return m_texture.get();
}

QSize PlaneTexture::textureSize() const
{
    return {m_plane.width, m_plane.height};
}

void PlaneTexture::commitTextureOperations(QRhi *rhi, QRhiResourceUpdateBatch *updates)
{
    if (!m_isWaiting) {
        return;
    }
    m_isWaiting = false;
    const QRhiTexture::Format format = formatOf(m_kind);
    if (!m_texture || m_texture->pixelSize() != textureSize() || m_texture->format() != format) {
        m_texture.reset(rhi->newTexture(format, textureSize()));
        if (!m_texture->create()) {
            qCWarning(lcPlane, "The graphics card takes no texture of %d x %d.", m_plane.width, m_plane.height);
            m_texture.reset();
            return;
        }
    }
    QRhiTextureSubresourceUploadDescription part(m_plane.bytes);
    part.setDataStride(static_cast<quint32>(m_plane.stride));
    updates->uploadTexture(m_texture.get(), QRhiTextureUploadEntry(0, 0, part));
    m_plane.bytes.clear();
}

} // namespace Porchlight
