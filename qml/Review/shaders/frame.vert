// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

layout(location = 0) in vec4 position;
layout(location = 1) in vec2 place;

layout(location = 0) out vec2 lumaPlace;
layout(location = 1) out vec2 chromaPlace;

layout(std140, binding = 0) uniform Block {
    mat4 qt_Matrix;
    mat4 toRgb;
    vec2 chromaScale;
    vec2 chromaShift;
    float qt_Opacity;
    int planes;
    vec2 adjustment;
};

void main()
{
    lumaPlace = place;
    chromaPlace = place * chromaScale + chromaShift;
    gl_Position = qt_Matrix * position;
}
