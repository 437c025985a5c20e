// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "media/decodedframe.h"

#include <QtQml/qqmlregistration.h>

/// Declares to QML the values of other libraries that this page draws.
namespace Porchlight {

struct DecodedFrameType
{
    Q_GADGET
    QML_FOREIGN(Porchlight::DecodedFrame)
    QML_VALUE_TYPE(decodedFrame)
};

} // namespace Porchlight
