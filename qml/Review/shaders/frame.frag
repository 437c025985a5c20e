// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#version 440

layout(location = 0) in vec2 lumaPlace;
layout(location = 1) in vec2 chromaPlace;

layout(location = 0) out vec4 colour;

layout(std140, binding = 0) uniform Block {
    mat4 qt_Matrix;
    mat4 toRgb;
    vec2 chromaScale;
    vec2 chromaShift;
    float qt_Opacity;
    int planes;
};

layout(binding = 1) uniform sampler2D first;
layout(binding = 2) uniform sampler2D second;
layout(binding = 3) uniform sampler2D third;

// `planes`: 0 grey, 1 B G R A in one plane, 2 luma and interleaved chroma, 3 three planes.
void main()
{
    vec4 samples = texture(first, lumaPlace);
    if (planes == 1) {
        colour = vec4(samples.bgr, 1.0) * qt_Opacity;
        return;
    }
    vec2 chroma = vec2(128.0 / 255.0);
    if (planes == 2) {
        chroma = texture(second, chromaPlace).rg;
    } else if (planes == 3) {
        chroma = vec2(texture(second, chromaPlace).r, texture(third, chromaPlace).r);
    }
    vec4 rgb = toRgb * vec4(samples.r, chroma, 1.0);
    colour = vec4(clamp(rgb.rgb, 0.0, 1.0), 1.0) * qt_Opacity;
}
