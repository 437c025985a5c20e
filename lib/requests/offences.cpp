// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/offences.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Porchlight {

std::span<const Offence> offences()
{
    static const std::array all = {
        Offence{u"homicide"_s, u"Homicide"_s, u"Homicide"_s},
        Offence{u"shooting"_s, u"Shooting"_s, u"Shooting"_s},
        Offence{u"assault"_s, u"Assault"_s, u"Assault"_s},
        Offence{u"sexual-assault"_s, u"Sexual assault"_s, u"Serious assault"_s},
        Offence{u"robbery"_s, u"Robbery of a person"_s, u"Robbery"_s},
        Offence{u"robbery-business"_s, u"Robbery of a business"_s, u"Robbery of a business"_s},
        Offence{u"carjacking"_s, u"Carjacking"_s, u"Carjacking"_s},
        Offence{u"abduction"_s, u"Abduction"_s, u"Abduction"_s},
        Offence{u"missing-person"_s, u"Missing person at risk"_s, u"Missing person"_s},
        Offence{u"burglary-dwelling"_s, u"Burglary of a dwelling"_s, u"Burglary"_s},
        Offence{u"burglary-business"_s, u"Burglary of a business"_s, u"Burglary of a business"_s},
        Offence{u"theft-vehicle"_s, u"Theft of a vehicle"_s, u"Theft of a vehicle"_s},
        Offence{u"theft-from-vehicle"_s, u"Theft from a vehicle"_s, u"Theft from a vehicle"_s},
        Offence{u"theft-package"_s, u"Theft of a package"_s, u"Theft of a package"_s},
        Offence{u"theft"_s, u"Theft"_s, u"Theft"_s},
        Offence{u"arson"_s, u"Arson"_s, u"Arson"_s},
        Offence{u"criminal-damage"_s, u"Criminal damage"_s, u"Criminal damage"_s},
        Offence{u"hit-and-run"_s, u"Collision, driver left the scene"_s, u"Hit and run"_s},
        Offence{u"collision-serious"_s, u"Collision with serious injury"_s, u"Serious collision"_s},
        Offence{u"weapon"_s, u"Weapon offence"_s, u"Weapon offence"_s},
    };
    return all;
}

const Offence *findOffence(QStringView code)
{
    const auto all = offences();
    const auto found = std::ranges::find(all, code, &Offence::code);
    return found == all.end() ? nullptr : &*found;
}

} // namespace Porchlight
