// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/receiptsignature.h"

#include "core/signature.h"

namespace Porchlight {

bool hasValidSignature(const ConsentReceipt &receipt)
{
    return isSignedBy(receipt.exchangeKey, receipt.signedBytes, receipt.signature);
}

} // namespace Porchlight
