// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/composedplace.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

ComposedPlace::ComposedPlace()
{
    const auto changed = answerOf(identity.change({.id = u"2217"_s,
                                                   .name = u"Officer 2217"_s,
                                                   .agencyName = u"Larkfield Police Department"_s,
                                                   .contact = u"717-555-0142"_s}));
    Q_ASSERT(changed);
    const auto sample = answerOf(update.importSampleIfEmpty());
    Q_ASSERT(sample);
}

RequestDraft ComposedPlace::draft() const
{
    return {.id = RequestId::create(),
            .offence = u"burglary-dwelling"_s,
            .from = UtcTime::fromString(u"2026-11-23T01:00:00Z"),
            .to = UtcTime::fromString(u"2026-11-23T03:30:00Z"),
            .endsAt = UtcTime::fromString(u"2026-12-07T04:59:59Z"),
            .caseNumber = u"2026-004117"_s,
            .text =
                u"We are looking for footage of a white van. Please share what your camera recorded, if you wish."_s,
            .near = u"Wood Street"_s,
            .area = circleArea({.centre = {.latitude = 40.2839, .longitude = -76.8338}, .radiusMetres = 330}),
            .officer = {},
            .timeZone = u"America/New_York"_s};
}

} // namespace Porchlight
