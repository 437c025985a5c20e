// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "review/markertags.h"

#include <QRegularExpression>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Porchlight {

QStringList withTags(QStringList tags, QStringView typed)
{
    static const QRegularExpression between(u"[,\\v]"_s);
    for (const QString &part : typed.toString().split(between)) {
        const QString tag = part.simplified().left(LongestTag).trimmed();
        if (!tag.isEmpty() && tags.size() < MostTags && !tags.contains(tag, Qt::CaseInsensitive)) {
            tags.append(tag);
        }
    }
    return tags;
}

QStringList withoutTag(QStringList tags, const QString &tag)
{
    tags.removeIf([&tag](const QString &one) { return one.compare(tag, Qt::CaseInsensitive) == 0; });
    return tags;
}

bool hasTag(const Marker &marker, const QString &tag)
{
    return marker.tags.contains(tag, Qt::CaseInsensitive);
}

QStringList tagsOf(const std::vector<Marker> &markers)
{
    QStringList tags;
    for (const Marker &marker : markers) {
        for (const QString &tag : marker.tags) {
            if (!tags.contains(tag, Qt::CaseInsensitive)) {
                tags.append(tag);
            }
        }
    }
    tags.sort(Qt::CaseInsensitive);
    return tags;
}

std::vector<Marker> markersWith(const std::vector<Marker> &markers, const QString &tag)
{
    if (tag.isEmpty()) {
        return markers;
    }
    std::vector<Marker> found;
    std::ranges::copy_if(markers, std::back_inserter(found),
                         [&tag](const Marker &marker) { return hasTag(marker, tag); });
    return found;
}

} // namespace Porchlight
