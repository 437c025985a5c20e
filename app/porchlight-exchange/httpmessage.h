// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHttpHeaders>
#include <QHttpServerRequest>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <QUrlQuery>

#include <optional>

namespace Porchlight {

/// One request to the exchange, free of its connection, so that the site can be tested without one.
struct HttpQuestion
{
    using Method = QHttpServerRequest::Method;

    Method method = Method::Get;
    QStringList path; ///< Decoded segments; empty for "/".
    QUrlQuery query;
    QHttpHeaders headers;
    QByteArray body;
    bool isLocal = false; ///< From this computer.

    [[nodiscard]] QByteArray header(QByteArrayView name) const { return headers.value(name).toByteArray(); }
};

/// A part of a file that is sent without being read into memory.
struct FileSlice
{
    QString path;
    qint64 offset = 0;
    qint64 length = 0;
};

struct HttpAnswer
{
    int status = 200;
    QByteArray type; ///< Content-Type; empty for none.
    QByteArray body;
    std::optional<FileSlice> slice; ///< In place of the body.
    QHttpHeaders headers;
};

[[nodiscard]] HttpAnswer jsonAnswer(int status, const QJsonObject &json);
/// RFC 9457: what is wrong, for a program and in a sentence.
[[nodiscard]] HttpAnswer problemAnswer(int status, const QString &detail);
[[nodiscard]] HttpAnswer seeOther(const QString &path);
/// 405 with the methods there are.
[[nodiscard]] HttpAnswer methodNotAllowed(const QByteArray &allowed);

/// Whoever answers: the exchange, or a test that listens in on it.
class Site
{
public:
    virtual ~Site() = default;
    [[nodiscard]] virtual HttpAnswer answer(const HttpQuestion &question) = 0;

protected:
    Site() = default;
    Q_DISABLE_COPY_MOVE(Site)
};

} // namespace Porchlight
