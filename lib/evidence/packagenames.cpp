// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packagenames.h"

#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype MaximumEndingLength = 8;

bool isPortable(QChar character)
{
    return (character >= u'a' && character <= u'z') || (character >= u'A' && character <= u'Z') ||
           (character >= u'0' && character <= u'9') || character == u'.' || character == u'_' || character == u'-';
}

/// Accents are dropped, everything else that is not portable becomes one underscore.
QString portableText(const QString &text)
{
    QString portable;
    for (const QChar character : text.normalized(QString::NormalizationForm_KD)) {
        if (character.isMark()) {
            continue;
        }
        if (isPortable(character)) {
            portable += character;
        } else if (!portable.endsWith(u'_')) {
            portable += u'_';
        }
    }
    return portable;
}

/// CON, PRN, AUX, NUL, COM0-9, LPT0-9, with any ending: Windows opens a device for them.
bool isReservedName(QStringView name)
{
    static constexpr std::array Devices = {"con"_L1, "prn"_L1, "aux"_L1, "nul"_L1};
    const QString stem = name.left(name.indexOf(u'.') < 0 ? name.size() : name.indexOf(u'.')).toString().toLower();
    const bool isPort = stem.size() == 4 && (stem.startsWith(u"com") || stem.startsWith(u"lpt")) && stem[3].isDigit();
    return isPort || std::ranges::any_of(Devices, [&stem](QLatin1StringView device) { return device == stem; });
}

QString trimmedStem(QString stem, qsizetype length)
{
    stem.truncate(length);
    const auto isEdge = [](QChar character) {
        return character == u'.' || character == u'_' || character == u'-';
    };
    while (!stem.isEmpty() && isEdge(stem.back())) {
        stem.chop(1);
    }
    while (!stem.isEmpty() && isEdge(stem.front())) {
        stem.remove(0, 1);
    }
    return stem;
}

} // namespace

QString packageName(const QString &caseNumber, QDate day, ExportId id)
{
    const QString tail = u"_%1_%2"_s.arg(day.toString(u"yyyyMMdd"_s), id.toString().left(8));
    const QString head = u"PORCHLIGHT_"_s;
    const QString number = trimmedStem(portableText(caseNumber), MaximumBagNameLength - head.size() - tail.size());
    return head + (number.isEmpty() ? u"case"_s : number) + tail;
}

QString portableFileName(const QString &originalName)
{
    // What a browser or a phone sends may be a path.
    const QString last =
        originalName.mid(std::max(originalName.lastIndexOf(u'/'), originalName.lastIndexOf(u'\\')) + 1);
    const QString portable = portableText(last);
    const qsizetype dot = portable.lastIndexOf(u'.');
    QString ending = dot > 0 ? trimmedStem(portable.mid(dot + 1), MaximumEndingLength) : QString();
    if (!ending.isEmpty()) {
        ending.prepend(u'.');
    }
    QString stem = trimmedStem(dot > 0 ? portable.left(dot) : portable, MaximumFileNameLength - ending.size());
    if (stem.isEmpty()) {
        stem = u"clip"_s;
    }
    if (isReservedName(stem)) {
        stem = trimmedStem(u"clip_"_s + stem, MaximumFileNameLength - ending.size());
    }
    return stem + ending;
}

QString pathProblem(const QString &path)
{
    if (path.size() > MaximumPathLength) {
        return u"it is longer than %1 characters"_s.arg(MaximumPathLength);
    }
    const QStringList parts = path.split(u'/');
    if (parts.size() > MaximumPathFolders + 1) {
        return u"it is more than %1 folders deep"_s.arg(MaximumPathFolders);
    }
    for (const QString &part : parts) {
        if (part.isEmpty() || !std::ranges::all_of(part, isPortable)) {
            return u"\"%1\" has characters other than letters, digits, dot, underscore and hyphen"_s.arg(part);
        }
        if (isReservedName(part)) {
            return u"\"%1\" is a name Windows keeps for itself"_s.arg(part);
        }
        if (part.endsWith(u'.')) {
            return u"\"%1\" ends with a dot"_s.arg(part);
        }
    }
    return {};
}

QStringList collidingPaths(const QStringList &paths)
{
    QSet<QString> seen;
    QStringList colliding;
    for (const QString &path : paths) {
        const QString folded = path.normalized(QString::NormalizationForm_C).toCaseFolded();
        if (seen.contains(folded)) {
            colliding.append(path);
        }
        seen.insert(folded);
    }
    return colliding;
}

} // namespace Porchlight
