// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/sqlfailure.h"

#include <QSqlError>

#include <array>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

struct Known
{
    QLatin1StringView code;
    StoreError error;
};

// SQLSTATE, the longest first where one begins with another.
constexpr std::array ServerCodes = {
    Known{"53100"_L1, StoreError::NoSpace},  Known{"23505"_L1, StoreError::AlreadyThere},
    Known{"23503"_L1, StoreError::NotFound}, Known{"P0001"_L1, StoreError::NotAllowed},
    Known{"55P03"_L1, StoreError::InUse},    Known{"40001"_L1, StoreError::InUse},
    Known{"22"_L1, StoreError::BadValue},    Known{"23"_L1, StoreError::BadValue},
    Known{"08"_L1, StoreError::CannotOpen},  Known{"28"_L1, StoreError::CannotOpen},
    Known{"3D"_L1, StoreError::CannotOpen},  Known{"53300"_L1, StoreError::CannotOpen},
};

StoreError errorOfServer(const QString &state)
{
    for (const Known &known : ServerCodes) {
        if (state.startsWith(known.code)) {
            return known.error;
        }
    }
    return StoreError::Broken;
}

StoreError errorOfConstraint(int extended)
{
    switch (extended) {
    case 2067: // SQLITE_CONSTRAINT_UNIQUE
    case 1555: // SQLITE_CONSTRAINT_PRIMARYKEY
        return StoreError::AlreadyThere;
    case 787: // SQLITE_CONSTRAINT_FOREIGNKEY
        return StoreError::NotFound;
    case 1811: // SQLITE_CONSTRAINT_TRIGGER
        return StoreError::NotAllowed;
    }
    return StoreError::BadValue;
}

StoreError errorOfFile(int extended)
{
    constexpr int NoRoomForIndex = 4874; // SQLITE_IOERR_SHMSIZE: the file beside the log cannot be made.
    // SQLITE_IOERR_WRITE: over a quota or a limit of file sizes, which SQLite does not call full.
    constexpr int NotWritten = 778;
    if (extended == NoRoomForIndex || extended == NotWritten) {
        return StoreError::NoSpace;
    }
    switch (extended & 0xff) {
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return StoreError::InUse;
    case 8:  // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
    case 3:  // SQLITE_PERM
        return StoreError::CannotOpen;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return StoreError::NotAStore;
    case 13: // SQLITE_FULL
        return StoreError::NoSpace;
    case 19: // SQLITE_CONSTRAINT
        return errorOfConstraint(extended);
    }
    return StoreError::Broken;
}

} // namespace

Failure<StoreError> storeFailure(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    bool isNumber = false;
    const int number = code.toInt(&isNumber);
    const bool isServer = code.size() == 5;
    StoreError kind = StoreError::Broken;
    if (isServer) {
        kind = errorOfServer(code);
    } else if (isNumber) {
        kind = errorOfFile(number);
    } else if (error.type() == QSqlError::ConnectionError) {
        kind = StoreError::CannotOpen;
    }
    return {kind, u"%1 (%2)"_s.arg(error.text().simplified(), code)};
}

} // namespace Porchlight
