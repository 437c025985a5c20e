// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtTypes>

#include <array>

namespace Porchlight {

/// How much lighter and stronger a picture is shown than it is stored, for the eye alone: 0 is as stored. Stills, film
/// strips and exports never see it.
struct ViewAdjustment
{
    static constexpr int Most = 100;

    int brightness = 0; ///< From -Most to Most.
    int contrast = 0;   ///< Likewise.

    [[nodiscard]] bool isNeutral() const { return *this == ViewAdjustment(); }
    /// A level from 0 to 1 is shown as level * gain() + shift(), as far as that lies from 0 to 1.
    [[nodiscard]] double gain() const;
    [[nodiscard]] double shift() const;
    bool operator==(const ViewAdjustment &) const = default;
};

/// Within what can be shown.
[[nodiscard]] ViewAdjustment bounded(const ViewAdjustment &adjustment);

/// What each level of 8 bits is shown as.
[[nodiscard]] std::array<quint8, 256> shownLevels(const ViewAdjustment &adjustment);

} // namespace Porchlight
