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
    vec2 adjustment;
};

layout(binding = 1) uniform sampler2D first;
layout(binding = 2) uniform sampler2D second;
layout(binding = 3) uniform sampler2D third;

// `adjustment`: what a shown level is multiplied by, and what is added to it.
vec4 shown(vec3 rgb)
{
    return vec4(clamp(rgb * adjustment.x + adjustment.y, 0.0, 1.0), 1.0) * qt_Opacity;
}

// `planes`: 0 grey, 1 B G R A in one plane, 2 luma and interleaved chroma, 3 three planes.
void main()
{
    vec4 samples = texture(first, lumaPlace);
    if (planes == 1) {
        colour = shown(samples.bgr);
        return;
    }
    vec2 chroma = vec2(128.0 / 255.0);
    if (planes == 2) {
        chroma = texture(second, chromaPlace).rg;
    } else if (planes == 3) {
        chroma = vec2(texture(second, chromaPlace).r, texture(third, chromaPlace).r);
    }
    vec4 rgb = toRgb * vec4(samples.r, chroma, 1.0);
    colour = shown(clamp(rgb.rgb, 0.0, 1.0));
}
