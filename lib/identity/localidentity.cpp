// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "identity/localidentity.h"

#include "domain/json.h"

#include <QFile>
#include <QJsonDocument>
#include <QSaveFile>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using IdentityResult = Result<Officer, Failure<IdentityError>>;

QString userName()
{
    for (const char *name : {"USER", "LOGNAME", "USERNAME"}) {
        const QString value = qEnvironmentVariable(name);
        if (!value.isEmpty()) {
            return value;
        }
    }
    return u"officer"_s;
}

Officer userOfThisMachine()
{
    return {.id = userName(), .name = userName(), .agencyName = {}, .contact = {}};
}

IdentityResult readOfficer(const QString &path)
{
    QFile file(path);
    if (!file.exists()) {
        return userOfThisMachine();
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(IdentityError::Unreadable, path);
    }
    const auto officer = officerFromJson(QJsonDocument::fromJson(file.readAll()).object());
    if (!officer || officer->id.isEmpty() || officer->name.isEmpty()) {
        return fail(IdentityError::Unreadable, path);
    }
    return *officer;
}

IdentityResult writeOfficer(const QString &path, const Officer &officer)
{
    QSaveFile file(path);
    const QByteArray bytes = QJsonDocument(toJson(officer)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit()) {
        return fail(IdentityError::NotWritten, file.errorString());
    }
    return officer;
}

} // namespace

LocalIdentity::LocalIdentity(QString file)
    : m_file(std::move(file))
    , m_officer(userOfThisMachine())
{}

QFuture<Result<void, Failure<IdentityError>>> LocalIdentity::load()
{
    return QtConcurrent::run(readOfficer, m_file).then(this, [this](const IdentityResult &officer) {
        return adopt(officer);
    });
}

QFuture<Result<void, Failure<IdentityError>>> LocalIdentity::change(Officer officer)
{
    officer.id = officer.id.trimmed();
    officer.name = officer.name.trimmed();
    if (officer.id.isEmpty() || officer.name.isEmpty()) {
        return QtFuture::makeReadyValueFuture<Result<void, Failure<IdentityError>>>(fail(IdentityError::Incomplete));
    }
    return QtConcurrent::run(writeOfficer, m_file, officer).then(this, [this](const IdentityResult &written) {
        return adopt(written);
    });
}

Result<void, Failure<IdentityError>> LocalIdentity::adopt(const Result<Officer, Failure<IdentityError>> &officer)
{
    if (!officer) {
        return std::unexpected(officer.error());
    }
    if (m_officer != *officer) {
        m_officer = *officer;
        Q_EMIT officerChanged();
    }
    return {};
}

} // namespace Porchlight
