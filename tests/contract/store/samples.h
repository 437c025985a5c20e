// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "domain/arearequest.h"
#include "domain/casefile.h"
#include "domain/exportrecord.h"
#include "domain/jurisdiction.h"
#include "domain/marker.h"
#include "domain/sharedclip.h"
#include "domain/still.h"
#include "store/records.h"

/// Records with no field left at its default, so that a field which is not kept shows.
namespace Porchlight {

[[nodiscard]] UtcTime sampleTime(int minute);
[[nodiscard]] Officer sampleOfficer();
[[nodiscard]] CaseFile sampleCase(const QString &number = QStringLiteral("2026-004117"));
[[nodiscard]] Agency sampleAgency(const QString &name);
[[nodiscard]] Jurisdiction sampleJurisdiction(AgencyId agency, const QString &name);
[[nodiscard]] AreaRequest sampleRequest(const CaseFile &caseFile);
[[nodiscard]] SharedClip sampleClip(const AreaRequest &request);
[[nodiscard]] SharedClip sampleFileClip(const CaseFile &caseFile);
[[nodiscard]] OfferRecord sampleOffer(const AreaRequest &request, OfferFate fate);
[[nodiscard]] Marker sampleMarker(ClipId clipId);
[[nodiscard]] Still sampleStill(ClipId clipId);
[[nodiscard]] ExportRecord sampleExport(const CaseFile &caseFile);
[[nodiscard]] EventDraft sampleEvent(CustodyAction action, CustodySubject subject = CustodySubject::Program,
                                     const QString &subjectId = {});

} // namespace Porchlight
