// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/samplerequest.h"

using namespace Qt::StringLiterals;

namespace Porchlight {

AreaRequest sampleRequest(UtcTime now)
{
    using namespace std::chrono_literals;
    const UtcTime whole = UtcTime::fromDateTime(now.toDateTime());
    return {
        .id = RequestId::create(),
        .caseId = CaseId::create(),
        .caseNumber = u"2026-004117"_s,
        .offence = u"burglary"_s,
        .title = u"Burglary near Wood Street"_s,
        .text = u"We are looking for footage of a white van. Please share what your camera recorded, if you wish."_s,
        .area = {.kind = AreaKind::Rectangle,
                 .geoJson = R"({"coordinates":[[[-76.883,40.2575],[-76.877,40.2575],[-76.877,40.2625],)"
                            R"([-76.883,40.2625],[-76.883,40.2575]]],"type":"Polygon"})",
                 .squareMetres = 283'380,
                 .centre = {.latitude = 40.26, .longitude = -76.88}},
        .window = {.begin = whole - 5h, .end = whole - 3h},
        .endsAt = whole + std::chrono::days(7),
        .timeZone = u"America/New_York"_s,
        .state = RequestState::Draft,
        .officer = {.id = u"2217"_s,
                    .name = u"Officer 2217"_s,
                    .agencyName = u"Larkfield Police Department"_s,
                    .contact = u"tips@larkfield.example"_s},
        .publishedAt = {},
        .publicUrl = {},
    };
}

} // namespace Porchlight
