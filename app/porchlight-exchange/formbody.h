// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QHash>
#include <QString>

#include <optional>

namespace Porchlight {

/// What a form of a page sent: its fields, and a file if one was chosen.
struct FormBody
{
    struct File
    {
        QString name;
        QByteArray bytes;
    };

    QHash<QString, QString> fields; ///< Of fields of one name the last.
    std::optional<File> file;

    [[nodiscard]] bool has(const QString &name) const { return fields.contains(name); }
    [[nodiscard]] QString text(const QString &name) const { return fields.value(name); }
};

/// Reads a body of application/x-www-form-urlencoded or multipart/form-data (RFC 7578); none if it is neither, is cut
/// short or has more than a hundred parts.
[[nodiscard]] std::optional<FormBody> readForm(const QByteArray &contentType, const QByteArray &body);

} // namespace Porchlight
