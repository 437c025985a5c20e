// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "geo/geojson.h"
#include "requests/draftjson.h"
#include "workflow/agencyupdate.h"
#include "workflow/requestdispatch.h"
#include "workflow/sentences.h"

#include <QString>

namespace Porchlight {

/// The sentences of sentences.h about the directory of agencies and about requests.
[[nodiscard]] QString sentenceFor(const Failure<DirectoryError> &failure);
[[nodiscard]] QString sentenceFor(const AgencyUpdateFailure &failure);
[[nodiscard]] QString sentenceFor(const Failure<GeoFormatError> &failure);
[[nodiscard]] QString sentenceFor(const Failure<DraftError> &failure);
[[nodiscard]] QString sentenceFor(const DraftRefused &refused);
[[nodiscard]] QString sentenceFor(const NotRecorded &failure);
[[nodiscard]] QString sentenceFor(const DispatchFailure &failure);

} // namespace Porchlight
