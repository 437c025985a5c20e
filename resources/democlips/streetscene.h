// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QImage>
#include <QSize>
#include <QString>
#include <QTime>

namespace Porchlight {

enum class Daylight { Night, Day };
enum class Passer { Van, Walker, Cyclist };

/// What one demo camera sees: a made-up street, something that passes, a burnt-in clock.
struct StreetScene
{
    QSize size;
    Daylight daylight = Daylight::Night;
    Passer passer = Passer::Van;
    double passFrom = 0;  ///< Seconds after the start when the passer enters.
    double passTakes = 1; ///< Seconds it takes to cross the picture.
    QTime clock;          ///< Camera clock at the first frame.
    QString cameraName;
};

/// The picture `seconds` after the start with frame number `number` in its machine-readable pattern.
[[nodiscard]] QImage drawScene(const StreetScene &scene, int number, double seconds);

} // namespace Porchlight
