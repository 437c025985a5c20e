// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/failure.h"
#include "core/result.h"
#include "domain/officer.h"

#include <QFuture>
#include <QObject>

namespace Porchlight {

enum class IdentityError {
    Unreadable, ///< The file is there but is not what this program writes.
    NotWritten,
    Incomplete, ///< An officer needs an id and a name.
};

/// Who works here: until there is a sign-on, what the officer said in the settings, kept in one file of the data
/// folder; before that, the user's name on this machine. officer() never waits.
class LocalIdentity final : public QObject
{
    Q_OBJECT

public:
    explicit LocalIdentity(QString file);

    /// Reads the file, on another thread.
    [[nodiscard]] QFuture<Result<void, Failure<IdentityError>>> load();
    [[nodiscard]] const Officer &officer() const { return m_officer; }
    /// Writes the file, on another thread; officer() is the new one once it is written.
    [[nodiscard]] QFuture<Result<void, Failure<IdentityError>>> change(Officer officer);

Q_SIGNALS:
    void officerChanged();

private:
    Result<void, Failure<IdentityError>> adopt(const Result<Officer, Failure<IdentityError>> &officer);

    QString m_file;
    Officer m_officer;
};

} // namespace Porchlight
