// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/oddclips.h"

#include "integration/media/ffmpegtruth.h"
#include "integration/media/oddrecipes.h"

#include <QFile>

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Porchlight::Testing {

namespace {

const std::vector<Recipe> &recipes()
{
    static const std::vector<Recipe> all = [] {
        std::vector<Recipe> both = formatRecipes();
        std::ranges::move(pitfallRecipes(), std::back_inserter(both));
        return both;
    }();
    return all;
}

bool encode(const QStringList &arguments, const QString &path)
{
    return outputOf(u"ffmpeg"_s, QStringList{u"-y"_s, u"-v"_s, u"error"_s} + arguments + QStringList{path}).has_value();
}

/// One file behind the other, as a camera that changes its mode writes, or a program that glues recordings.
bool encodeParts(const Recipe &recipe, const QString &folder, const QString &path)
{
    QFile whole(path);
    if (!whole.open(QIODevice::WriteOnly)) {
        return false;
    }
    return std::ranges::all_of(recipe.parts, [&](const QStringList &arguments) {
        const QString name = folder + u'/' + recipe.name + u"-part"_s + recipe.ending;
        QFile part(name);
        const bool isMade = encode(arguments, name) && part.open(QIODevice::ReadOnly);
        const QByteArray bytes = isMade ? part.readAll() : QByteArray();
        return isMade && part.remove() && whole.write(bytes) == bytes.size();
    });
}

bool writeSource(const Recipe &recipe, const QString &source)
{
    QFile file(source);
    const QByteArray bytes = recipe.writeSource();
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

bool encodeFromSource(const Recipe &recipe, const QString &folder, const QString &path)
{
    const QString source = folder + u'/' + recipe.name + u"-source.mkv"_s;
    QStringList arguments = recipe.arguments;
    arguments.replaceInStrings(u"SOURCE"_s, source);
    const bool isMade = recipe.writeSource != nullptr ? writeSource(recipe, source) : encode(recipe.source, source);
    return isMade && encode(arguments, path) && QFile::remove(source);
}

bool operate(const QString &path, Recipe::Surgery surgery)
{
    QFile file(path);
    if (surgery == nullptr || !file.open(QIODevice::ReadWrite)) {
        return surgery == nullptr;
    }
    QByteArray bytes = file.readAll();
    return surgery(bytes) && file.resize(0) && file.seek(0) && file.write(bytes) == bytes.size();
}

QString make(const Recipe &recipe, const QString &folder)
{
    const QString path = folder + u'/' + recipe.name + recipe.ending;
    bool isMade = false;
    if (!recipe.parts.isEmpty()) {
        isMade = encodeParts(recipe, folder, path);
    } else if (!recipe.source.isEmpty() || recipe.writeSource != nullptr) {
        isMade = encodeFromSource(recipe, folder, path);
    } else {
        isMade = encode(recipe.arguments, path);
    }
    return isMade && operate(path, recipe.surgery) ? path : QString();
}

} // namespace

QStringList oddClipNames()
{
    QStringList names;
    for (const Recipe &recipe : recipes()) {
        names.append(recipe.name);
    }
    return names;
}

bool isDamagedClip(const QString &name)
{
    return name.endsWith(u"-damaged");
}

QString makeOddClip(const QString &name, const QString &folder)
{
    const auto recipe = std::ranges::find(recipes(), name, &Recipe::name);
    return recipe == recipes().end() ? QString() : make(*recipe, folder);
}

} // namespace Porchlight::Testing
