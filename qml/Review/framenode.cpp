// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "framenode.h"

#include "framecolour.h"

#include <QSGMaterialShader>

#include <cstring>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

/// Offsets in the uniform block of frame.vert and frame.frag (std140).
enum BlockOffset {
    MatrixAt = 0,
    ToRgbAt = 64,
    ChromaScaleAt = 128,
    ChromaShiftAt = 136,
    OpacityAt = 144,
    PlanesAt = 148,
    AdjustmentAt = 152,
};

template <typename T>
void put(QByteArray &block, BlockOffset offset, const T *value, std::size_t size)
{
    std::memcpy(block.data() + offset, value, size);
}

class FrameShader final : public QSGMaterialShader
{
public:
    FrameShader()
    {
        setShaderFileName(VertexStage, u":/porchlight/review/shaders/frame.vert.qsb"_s);
        setShaderFileName(FragmentStage, u":/porchlight/review/shaders/frame.frag.qsb"_s);
    }

    bool updateUniformData(RenderState &state, QSGMaterial *newMaterial, QSGMaterial *) override
    {
        // Written whole for every material: what another frame left in the block is never relied on.
        const FrameMaterial::Uniforms &uniforms = static_cast<FrameMaterial *>(newMaterial)->uniforms();
        const QMatrix4x4 matrix = state.combinedMatrix();
        const float opacity = state.opacity();
        QByteArray &block = *state.uniformData();
        put(block, MatrixAt, matrix.constData(), 64);
        put(block, ToRgbAt, uniforms.toRgb.constData(), 64);
        put(block, ChromaScaleAt, &uniforms.chromaScale, 8);
        put(block, ChromaShiftAt, &uniforms.chromaShift, 8);
        put(block, OpacityAt, &opacity, 4);
        put(block, PlanesAt, &uniforms.planes, 4);
        put(block, AdjustmentAt, &uniforms.adjustment, 8);
        return true;
    }

    void updateSampledImage(RenderState &state, int binding, QSGTexture **texture, QSGMaterial *newMaterial,
                            QSGMaterial *) override
    {
        PlaneTexture *const plane = static_cast<FrameMaterial *>(newMaterial)->texture(binding - 1);
        plane->commitTextureOperations(state.rhi(), state.resourceUpdateBatch());
        *texture = plane;
    }
};

int planesWord(PixelLayout layout)
{
    switch (layout) {
    case PixelLayout::Gray:
        return 0;
    case PixelLayout::Bgra:
        return 1;
    case PixelLayout::Nv12:
        return 2;
    case PixelLayout::Yuv420:
    case PixelLayout::Yuv422:
    case PixelLayout::Yuv444:
        return 3;
    }
    Q_UNREACHABLE_RETURN(0);
}

PlaneTexture::Kind kindOf(PixelLayout layout, int plane)
{
    if (layout == PixelLayout::Bgra) {
        return PlaneTexture::Kind::Four;
    }
    return layout == PixelLayout::Nv12 && plane == 1 ? PlaneTexture::Kind::Two : PlaneTexture::Kind::One;
}

} // namespace

FrameMaterial::FrameMaterial()
{
    for (PlaneTexture &texture : m_textures) {
        texture.setHorizontalWrapMode(QSGTexture::ClampToEdge);
        texture.setVerticalWrapMode(QSGTexture::ClampToEdge);
    }
    setExact(false);
}

void FrameMaterial::setFrame(const DecodedFrame &frame)
{
    m_planeCount = frame.planeCount();
    for (int i = 0; i < m_planeCount; ++i) {
        m_textures.at(static_cast<std::size_t>(i)).setPlane(frame.plane(i), kindOf(frame.layout(), i));
    }
    m_uniforms.toRgb = toRgbMatrix(frame.viewColour());
    m_uniforms.planes = planesWord(frame.layout());
    m_uniforms.chromaScale = QVector2D(1, 1);
    m_chromaSite = QVector2D(0, 0);
    if (m_planeCount < 2) {
        placeChroma();
        return;
    }
    // A chroma plane of an odd width covers half a luma sample more than the picture.
    const DecodedFrame::Plane &luma = frame.plane(0);
    const DecodedFrame::Plane &chroma = frame.plane(1);
    const int across = frame.layout() == PixelLayout::Yuv444 ? 1 : 2;
    const int down = frame.layout() == PixelLayout::Yuv444 || frame.layout() == PixelLayout::Yuv422 ? 1 : 2;
    m_uniforms.chromaScale = QVector2D(static_cast<float>(luma.width) / static_cast<float>(across * chroma.width),
                                       static_cast<float>(luma.height) / static_cast<float>(down * chroma.height));
    if (across == 2) {
        // MPEG-2, H.264 and H.265 put chroma samples on the left luma column, not between two columns.
        m_chromaSite = QVector2D(0.25F / static_cast<float>(chroma.width), 0);
    }
    placeChroma();
}

void FrameMaterial::setExact(bool isExact)
{
    m_isExact = isExact;
    for (PlaneTexture &texture : m_textures) {
        texture.setFiltering(isExact ? QSGTexture::Nearest : QSGTexture::Linear);
    }
    placeChroma();
}

void FrameMaterial::placeChroma()
{
    m_uniforms.chromaShift = m_isExact ? QVector2D(0, 0) : m_chromaSite;
}

void FrameMaterial::setAdjustment(const ViewAdjustment &adjustment)
{
    m_uniforms.adjustment = QVector2D(static_cast<float>(adjustment.gain()), static_cast<float>(adjustment.shift()));
}

QSGMaterialType *FrameMaterial::type() const
{
    static QSGMaterialType theType;
    return &theType;
}

QSGMaterialShader *FrameMaterial::createShader(QSGRendererInterface::RenderMode) const
{
    return new FrameShader;
}

int FrameMaterial::compare(const QSGMaterial *other) const
{
    // Never equal to another view's: the renderer must not merge two pictures into one draw call.
    if (this == other) {
        return 0;
    }
    return std::less<>()(static_cast<const QSGMaterial *>(this), other) ? -1 : 1;
}

PlaneTexture *FrameMaterial::texture(int sampler)
{
    return &m_textures.at(static_cast<std::size_t>(sampler < m_planeCount ? sampler : 0));
}

FrameNode::FrameNode()
    : m_geometry(QSGGeometry::defaultAttributes_TexturedPoint2D(), 4)
{
    setGeometry(&m_geometry);
    setMaterial(&m_material);
}

void FrameNode::setFrame(const DecodedFrame &frame)
{
    m_material.setFrame(frame);
    markDirty(DirtyMaterial);
}

void FrameNode::setExact(bool isExact)
{
    m_material.setExact(isExact);
    markDirty(DirtyMaterial);
}

void FrameNode::setAdjustment(const ViewAdjustment &adjustment)
{
    m_material.setAdjustment(adjustment);
    markDirty(DirtyMaterial);
}

void FrameNode::setPlace(const QRectF &target, const Orientation &orientation)
{
    // Corners of the stored picture, clockwise from its top left.
    std::array<QPointF, 4> corners{QPointF(0, 0), QPointF(1, 0), QPointF(1, 1), QPointF(0, 1)};
    if (orientation.isMirrored) {
        corners = {QPointF(1, 0), QPointF(0, 0), QPointF(0, 1), QPointF(1, 1)};
    }
    // After a clockwise turn the stored corner that comes before is seen at the top left.
    const auto stored = [&corners, turns = orientation.quarterTurns](int seen) {
        return corners.at(static_cast<std::size_t>((seen - turns + 4) % 4));
    };
    QSGGeometry::TexturedPoint2D *const points = m_geometry.vertexDataAsTexturedPoint2D();
    const auto set = [points](int at, QPointF place, QPointF from) {
        points[at].set(static_cast<float>(place.x()), static_cast<float>(place.y()), static_cast<float>(from.x()),
                       static_cast<float>(from.y()));
    };
    set(0, target.topLeft(), stored(0));
    set(1, target.bottomLeft(), stored(3));
    set(2, target.topRight(), stored(1));
    set(3, target.bottomRight(), stored(2));
    markDirty(DirtyGeometry);
}

} // namespace Porchlight
