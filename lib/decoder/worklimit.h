// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace Porchlight {

/// Asked by long work before each packet: whether it is still wanted. Telling the program that work goes on is done
/// here as well.
class WorkLimit
{
public:
    virtual ~WorkLimit() = default;
    WorkLimit(const WorkLimit &) = delete;
    WorkLimit &operator=(const WorkLimit &) = delete;

    [[nodiscard]] virtual bool mayGoOn() = 0;

protected:
    WorkLimit() = default;
};

} // namespace Porchlight
