// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "formbody.h"

#include <QRegularExpression>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr int MostParts = 100;
constexpr qsizetype LongestField = 16 * 1024;
constexpr qsizetype LongestBoundary = 70; // RFC 2046, 5.1.1
constexpr QByteArrayView HeadEnd = "\r\n\r\n";

FormBody readUrlEncoded(QByteArray body)
{
    FormBody form;
    body.replace('+', "%20");
    const auto items = QUrlQuery(QString::fromLatin1(body)).queryItems(QUrl::FullyDecoded);
    for (const auto &[name, value] : items.first(std::min<qsizetype>(items.size(), MostParts))) {
        form.fields.insert(name, value.left(LongestField));
    }
    return form;
}

/// The value of one parameter of a header line, quoted or not.
QString parameterOf(const QString &line, const QString &name)
{
    const QRegularExpression pattern(u"[;\\s]%1=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]+))"_s.arg(name),
                                     QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(line);
    const QString quoted = match.captured(1);
    return quoted.isEmpty() ? match.captured(2) : QString(quoted).replace(u"%22"_s, u"\""_s);
}

/// One part: header lines, an empty line, the value.
bool readPart(QByteArrayView part, FormBody &form)
{
    const qsizetype headEnd = part.indexOf(HeadEnd);
    if (headEnd < 0) {
        return false;
    }
    const QByteArrayView value = part.sliced(headEnd + HeadEnd.size());
    for (const QByteArray &line : part.first(headEnd).toByteArray().split('\n')) {
        if (!line.trimmed().toLower().startsWith("content-disposition:")) {
            continue;
        }
        const QString disposition = QString::fromUtf8(line.trimmed());
        const QString name = parameterOf(disposition, u"name"_s);
        if (!disposition.contains(u"filename="_s)) {
            form.fields.insert(name, QString::fromUtf8(value.first(std::min(value.size(), LongestField))));
        } else if (!value.isEmpty() || !parameterOf(disposition, u"filename"_s).isEmpty()) {
            form.file = FormBody::File{.name = parameterOf(disposition, u"filename"_s), .bytes = value.toByteArray()};
        }
        return true;
    }
    return false;
}

std::optional<FormBody> readMultipart(const QByteArray &body, const QByteArray &boundary)
{
    const QByteArray delimiter = "\r\n--" + boundary;
    FormBody form;
    qsizetype begin = delimiter.size() - 2; // the first one stands at the very beginning, without a line end
    if (!body.startsWith(delimiter.sliced(2))) {
        return std::nullopt;
    }
    for (int parts = 0; parts <= MostParts; ++parts) {
        if (QByteArrayView(body).sliced(begin).startsWith("--")) {
            return form;
        }
        const qsizetype lineEnd = body.indexOf("\r\n", begin);
        const qsizetype end = body.indexOf(delimiter, begin);
        if (lineEnd < 0 || end < lineEnd + 2 ||
            !readPart(QByteArrayView(body).sliced(lineEnd + 2, end - lineEnd - 2), form)) {
            return std::nullopt;
        }
        begin = end + delimiter.size();
    }
    return std::nullopt;
}

} // namespace

std::optional<FormBody> readForm(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray type = contentType.first(std::max<qsizetype>(contentType.indexOf(';'), 0)).trimmed().toLower();
    const QByteArray bare = type.isEmpty() ? contentType.trimmed().toLower() : type;
    if (bare == "application/x-www-form-urlencoded") {
        return readUrlEncoded(body);
    }
    const QByteArray boundary = parameterOf(QString::fromLatin1(contentType), u"boundary"_s).toLatin1();
    if (bare != "multipart/form-data" || boundary.isEmpty() || boundary.size() > LongestBoundary) {
        return std::nullopt;
    }
    return readMultipart(body, boundary);
}

} // namespace Porchlight
