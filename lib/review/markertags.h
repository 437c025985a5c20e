// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/marker.h"

#include <QStringList>
#include <QStringView>

#include <vector>

/// Tags are what an officer finds markers by: words, or a few words, of which upper and lower case are the same.
namespace Porchlight {

inline constexpr qsizetype MostTags = 12;
inline constexpr qsizetype LongestTag = 40;

/// `tags` and what was typed: commas or line ends between tags, blanks around them left out, each once.
[[nodiscard]] QStringList withTags(QStringList tags, QStringView typed);
[[nodiscard]] QStringList withoutTag(QStringList tags, const QString &tag);
[[nodiscard]] bool hasTag(const Marker &marker, const QString &tag);
/// Of all the markers, each once, by alphabet.
[[nodiscard]] QStringList tagsOf(const std::vector<Marker> &markers);
/// Those that have the tag, in the order they are in; all where there is no tag.
[[nodiscard]] std::vector<Marker> markersWith(const std::vector<Marker> &markers, const QString &tag);

} // namespace Porchlight
