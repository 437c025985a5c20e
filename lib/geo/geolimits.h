// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <cstddef>

namespace Porchlight {

// How much of a stranger's file is taken, and how large a figure may be drawn. Real grounds of agencies have up to some
// ten thousand vertices.
constexpr qsizetype LargestAreaFile = 64 * 1024 * 1024;
constexpr std::size_t MostVerticesInAnArea = 100'000;
constexpr double SmallestRadiusMetres = 1;
constexpr double LargestRadiusMetres = 100'000;
constexpr double LargestHalfWidthMetres = 10'000;

} // namespace Porchlight
