// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sandbox/confinement.h"

namespace Porchlight {

Confinement confineThisProcess()
{
    return Confinement::None;
}

void endWithParent()
{}

} // namespace Porchlight
