// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decodedframe.h"
#include "planetexture.h"
#include "review/viewadjustment.h"

#include <QMatrix4x4>
#include <QSGGeometryNode>
#include <QSGMaterial>
#include <QVector2D>

#include <array>

namespace Porchlight {

/// The planes of one frame and how they become RGB. Each view has a material of its own, so that two clips in one
/// window each keep their own matrix and range; the shader, which is shared, holds nothing of a frame.
class FrameMaterial final : public QSGMaterial
{
public:
    FrameMaterial();

    void setFrame(const DecodedFrame &frame);
    /// Exact: each stored pixel is one colour, the one that it has in a still; else the picture is smoothed.
    void setExact(bool isExact);
    void setAdjustment(const ViewAdjustment &adjustment);

    [[nodiscard]] QSGMaterialType *type() const override;
    [[nodiscard]] QSGMaterialShader *createShader(QSGRendererInterface::RenderMode mode) const override;
    [[nodiscard]] int compare(const QSGMaterial *other) const override;

    /// What the shader's uniform block holds beside the matrix of the scene.
    struct Uniforms
    {
        QMatrix4x4 toRgb;
        QVector2D chromaScale{1, 1};
        QVector2D chromaShift{0, 0};
        int planes = 0;
        QVector2D adjustment{1, 0};
    };
    [[nodiscard]] const Uniforms &uniforms() const { return m_uniforms; }
    /// The texture of a sampler of the shader; samplers beyond the frame's planes get the first one.
    [[nodiscard]] PlaneTexture *texture(int sampler);

private:
    void placeChroma();

    std::array<PlaneTexture, DecodedFrame::MaximumPlanes> m_textures;
    int m_planeCount = 1;
    QVector2D m_chromaSite{0, 0};
    bool m_isExact = false;
    Uniforms m_uniforms;
};

/// One picture in the scene graph: a quad whose corners carry turn, mirror and aspect, so that no pixel is changed.
class FrameNode final : public QSGGeometryNode
{
public:
    FrameNode();

    void setFrame(const DecodedFrame &frame);
    void setExact(bool isExact);
    void setAdjustment(const ViewAdjustment &adjustment);
    void setPlace(const QRectF &target, const Orientation &orientation);

private:
    QSGGeometry m_geometry;
    FrameMaterial m_material;
};

} // namespace Porchlight
