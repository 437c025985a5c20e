// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tusapi.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using Method = HttpQuestion::Method;
using Well = QHttpHeaders::WellKnownHeader;

constexpr QByteArrayView Version = "1.0.0";
constexpr QByteArrayView PartType = "application/offset+octet-stream";

HttpAnswer problem(const Failure<SiteError> &failure)
{
    return problemAnswer(statusOf(failure.code), failure.detail);
}

QByteArray httpDate(UtcTime time)
{
    return QLocale::c().toString(time.toDateTime(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toLatin1();
}

HttpAnswer plain(int status)
{
    return {.status = status, .type = {}, .body = {}, .slice = {}, .headers = {}};
}

std::optional<qint64> numberOf(const QByteArray &header)
{
    bool isNumber = false;
    const qint64 value = header.toLongLong(&isNumber);
    return isNumber && value >= 0 ? std::optional(value) : std::nullopt;
}

/// "sha256 BASE64"; none for an algorithm that is not offered or for text that is no base64.
std::optional<PartChecksum> readChecksum(const QByteArray &header)
{
    const QList<QByteArray> words = header.split(' ');
    const auto digest = QByteArray::fromBase64Encoding(words.value(1), QByteArray::AbortOnBase64DecodingErrors);
    if (words.size() != 2 || !digest || (words.at(0) != "sha1" && words.at(0) != "sha256")) {
        return std::nullopt;
    }
    return PartChecksum{.algorithm = words.at(0) == "sha1" ? QCryptographicHash::Sha1 : QCryptographicHash::Sha256,
                        .digest = *digest};
}

} // namespace

std::optional<QHash<QString, QString>> readUploadMetadata(const QByteArray &header)
{
    QHash<QString, QString> pairs;
    for (const QByteArray &pair : header.split(',')) {
        const QList<QByteArray> words = pair.trimmed().split(' ');
        const auto value = QByteArray::fromBase64Encoding(words.value(1), QByteArray::AbortOnBase64DecodingErrors);
        if (words.size() > 2 || words.at(0).isEmpty() || !value) {
            return std::nullopt;
        }
        pairs.insert(QString::fromLatin1(words.at(0)), QString::fromUtf8(*value));
    }
    return pairs;
}

TusApi::TusApi(FootageExchange &exchange)
    : m_exchange(exchange)
{}

HttpAnswer TusApi::answer(const HttpQuestion &question, const QString &id)
{
    HttpAnswer answer = question.method == Method::Options ? describe()
                        : question.header("Tus-Resumable") != Version
                            ? problemAnswer(412, u"Only tus 1.0.0 is spoken here."_s)
                        : !id.isEmpty()                   ? onUpload(question, id)
                        : question.method == Method::Post ? create(question)
                                                          : methodNotAllowed("OPTIONS, POST");
    answer.headers.append("Tus-Resumable", Version);
    if (answer.status == 412) {
        answer.headers.append("Tus-Version", Version);
    }
    return answer;
}

HttpAnswer TusApi::describe() const
{
    HttpAnswer answer = plain(204);
    answer.headers.append("Tus-Version", Version);
    answer.headers.append("Tus-Extension", "creation,checksum,expiration,termination");
    answer.headers.append("Tus-Checksum-Algorithm", "sha256,sha1");
    answer.headers.append("Tus-Max-Size", QByteArray::number(m_exchange.uploads().limits().clipBytes));
    return answer;
}

HttpAnswer TusApi::create(const HttpQuestion &question)
{
    const std::optional<qint64> size = numberOf(question.header("Upload-Length"));
    const auto metadata = readUploadMetadata(question.header("Upload-Metadata"));
    if (!size || !metadata) {
        return problemAnswer(400, u"Upload-Length or Upload-Metadata is missing or wrong."_s);
    }
    const std::optional<RequestId> request = RequestId::fromString(metadata->value(u"request"_s));
    if (!request) {
        return problemAnswer(400, u"Upload-Metadata does not say which request is answered."_s);
    }
    const SiteResult<UploadRecord> upload = m_exchange.openRequest(*request).and_then([&](const LedgerEntry &) {
        return m_exchange.uploads().begin(*request, metadata->value(u"filename"_s), *size);
    });
    if (!upload) {
        return problem(upload.error());
    }
    HttpAnswer answer = plain(201);
    answer.headers.append(Well::Location, u"/uploads/"_s + upload->id);
    answer.headers.append("Upload-Expires", httpDate(upload->expiresAt));
    return answer;
}

HttpAnswer TusApi::onUpload(const HttpQuestion &question, const QString &id)
{
    const SiteResult<UploadRecord> upload = m_exchange.uploads().find(id);
    if (!upload) {
        return problem(upload.error());
    }
    switch (question.method) {
    case Method::Head:
        return tell(*upload);
    case Method::Patch:
        return append(question, *upload);
    case Method::Delete: {
        const SiteResult<void> gone = m_exchange.uploads().discard(id);
        return gone ? plain(204) : problem(gone.error());
    }
    default:
        return methodNotAllowed("OPTIONS, HEAD, PATCH, DELETE");
    }
}

HttpAnswer TusApi::tell(const UploadRecord &upload) const
{
    HttpAnswer answer = plain(200);
    answer.headers.append("Upload-Offset", QByteArray::number(m_exchange.uploads().offsetOf(upload)));
    answer.headers.append("Upload-Length", QByteArray::number(upload.size));
    answer.headers.append("Upload-Expires", httpDate(upload.expiresAt));
    return answer;
}

HttpAnswer TusApi::append(const HttpQuestion &question, const UploadRecord &upload)
{
    if (question.header("Content-Type") != PartType) {
        return problemAnswer(415, u"A part of an upload is application/offset+octet-stream."_s);
    }
    const std::optional<qint64> offset = numberOf(question.header("Upload-Offset"));
    const QByteArray checksumHeader = question.header("Upload-Checksum");
    const std::optional<PartChecksum> checksum = readChecksum(checksumHeader);
    if (!offset || (!checksumHeader.isEmpty() && !checksum)) {
        return problemAnswer(400, u"Upload-Offset or Upload-Checksum is missing or wrong."_s);
    }
    if (const SiteResult<LedgerEntry> open = m_exchange.openRequest(upload.requestId); !open) {
        return problem(open.error());
    }
    const SiteResult<qint64> after = m_exchange.uploads().append(upload, *offset, question.body, checksum);
    if (!after) {
        return problem(after.error());
    }
    HttpAnswer answer = plain(204);
    answer.headers.append("Upload-Offset", QByteArray::number(*after));
    answer.headers.append("Upload-Expires", httpDate(upload.expiresAt));
    return answer;
}

} // namespace Porchlight
