// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

#include <vector>

namespace Porchlight::Testing {

/// How one odd clip is made.
struct Recipe
{
    /// What is done to the finished file; false where the file is not as expected.
    using Surgery = bool (*)(QByteArray &bytes);

    QString name;
    QString ending;
    QStringList arguments; ///< Of ffmpeg, before the file. SOURCE stands for the file that is made first.
    Surgery surgery = nullptr;
    QStringList source = {};               ///< Of ffmpeg, for a Matroska file that is made first.
    QByteArray (*writeSource)() = nullptr; ///< A raw H.264 stream, in the place of `source`.
    QList<QStringList> parts = {}; ///< Of ffmpeg, in the place of `arguments`: files that are put one behind the other.
};

/// The words of a line.
[[nodiscard]] QStringList split(QStringView text);

/// A moving test picture, so that every frame differs from the next.
[[nodiscard]] QStringList input(QStringView size, QStringView rate, QStringView seconds);
[[nodiscard]] QStringList inputWithSound();

/// Kinds of video, containers and cuts.
[[nodiscard]] std::vector<Recipe> formatRecipes();
/// What recorders and the programs that cut their files get wrong.
[[nodiscard]] std::vector<Recipe> pitfallRecipes();

} // namespace Porchlight::Testing
