// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "siteerror.h"

namespace Porchlight {

int statusOf(SiteError error)
{
    switch (error) {
    case SiteError::NoRoom:
        return 507;
    case SiteError::NotFound:
        return 404;
    case SiteError::Conflict:
        return 409;
    case SiteError::Refused:
        return 422;
    case SiteError::WrongType:
        return 415;
    case SiteError::WrongDigest:
        return 460; // tus 1.0, checksum extension
    case SiteError::TooLarge:
        return 413;
    case SiteError::CannotOpen:
    case SiteError::Broken:
        return 500;
    }
    return 500;
}

} // namespace Porchlight
