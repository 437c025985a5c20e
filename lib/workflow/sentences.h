// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "audit/chain.h"
#include "basemap/basemaperror.h"
#include "basemap/mappack.h"
#include "core/bytesource.h"
#include "exchange/exchangeerror.h"
#include "identity/localidentity.h"
#include "media/mediaerror.h"
#include "store/storeerror.h"
#include "vault/vaulterror.h"
#include "workflow/clipimport.h"
#include "workflow/exportfailure.h"
#include "workflow/intakefailure.h"
#include "workflow/reviewfailure.h"
#include "workflow/reviewkeys.h"
#include "workflow/workplace.h"

#include <QString>

namespace Porchlight {

/// The sentence a person reads about a failure: what happened, what is still safe, what to do. The only place where
/// such sentences are made; the window and the command line both use it. One overload a library's error enum.
[[nodiscard]] QString sentenceFor(const Failure<StoreError> &failure);
[[nodiscard]] QString sentenceFor(const Failure<VaultError> &failure);
[[nodiscard]] QString sentenceFor(const Failure<IdentityError> &failure);
[[nodiscard]] QString sentenceFor(const WorkplaceFailure &failure);
[[nodiscard]] QString sentenceFor(const Failure<MediaError> &failure);
[[nodiscard]] QString sentenceFor(const Failure<ReviewError> &failure);
[[nodiscard]] QString sentenceFor(const ReviewFailure &failure);
[[nodiscard]] QString sentenceFor(const Failure<KeyError> &failure);
[[nodiscard]] QString sentenceFor(const Failure<ExchangeError> &failure);
[[nodiscard]] QString sentenceFor(const Failure<IntakeError> &failure);
[[nodiscard]] QString sentenceFor(const IntakeFailure &failure);

[[nodiscard]] QString sentenceFor(const LogExportFailure &failure);
[[nodiscard]] QString sentenceFor(const ImportFailure &failure);
/// About the custody log.
[[nodiscard]] QString sentenceFor(const ChainFault &fault);
[[nodiscard]] QString sentenceFor(const Failure<SourceError> &failure);
[[nodiscard]] QString sentenceFor(const Failure<BasemapError> &failure);
[[nodiscard]] QString sentenceFor(const Failure<PackError> &failure);
[[nodiscard]] QString sentenceFor(const EvidenceFailure &failure);
[[nodiscard]] QString sentenceFor(const ExportFailure &failure);

} // namespace Porchlight
