// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sitefixture.h"

#include "domain/json.h"

#include <QDirIterator>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

using Method = HttpQuestion::Method;

const UtcTime Now = UtcTime::fromString(u"2026-11-24T05:30:00.000Z").value_or(UtcTime());

HttpQuestion questionOf(Method method, const QString &path)
{
    const QUrl url(path);
    return {.method = method,
            .path = url.path().split(u'/', Qt::SkipEmptyParts),
            .query = QUrlQuery(url.query()),
            .headers = {},
            .body = {},
            .isLocal = true};
}

} // namespace

QByteArray mp4Bytes(qsizetype size)
{
    QByteArray bytes("\0\0\0\x20"
                     "ftypisom",
                     12);
    for (qsizetype i = bytes.size(); i < size; ++i) {
        bytes.append(static_cast<char>(i * 17 % 253));
    }
    return bytes;
}

QString locationOf(const HttpAnswer &answer)
{
    return QString::fromUtf8(answer.headers.value(QHttpHeaders::WellKnownHeader::Location));
}

SiteFixture::SiteFixture(const UploadLimits &limits)
    : clock(Now)
    , m_limits(limits)
{
    startAgain();
    token = m_house->tokens().first();
}

void SiteFixture::startAgain()
{
    m_site.reset();
    m_house.reset();
    ExchangeRules rules;
    rules.zone = QTimeZone("America/New_York");
    rules.publicUrl = QUrl(u"http://exchange.example/"_s);
    auto house = ExchangeHouse::open({.dataDirectory = m_folder.path(), .uploads = m_limits, .rules = rules}, clock);
    if (!house) {
        qFatal("%s", qPrintable(house.error().detail));
    }
    m_house = *std::move(house);
    m_site = std::make_unique<RecordingSite>(m_house->site(), qEnvironmentVariable("EXCHANGE_RECORD", u"site.jsonl"_s));
}

HttpAnswer SiteFixture::ask(HttpQuestion question)
{
    question.isLocal = isLocal;
    return m_site->answer(question);
}

HttpAnswer SiteFixture::get(const QString &path)
{
    return ask(questionOf(Method::Get, path));
}

HttpAnswer SiteFixture::police(Method method, const QString &path, const QByteArray &body)
{
    HttpQuestion question = questionOf(method, path);
    if (!token.isEmpty()) {
        question.headers.append("Authorization", "Bearer " + token);
    }
    if (!body.isEmpty()) {
        question.headers.append("Content-Type", "application/json");
    }
    question.body = body;
    return ask(question);
}

HttpAnswer SiteFixture::publish(const AreaRequest &request)
{
    return police(Method::Post, u"/api/v1/requests"_s, QJsonDocument(toJson(request)).toJson());
}

AreaRequest SiteFixture::published()
{
    const AreaRequest request = sampleRequest(clock.now());
    if (const HttpAnswer answer = publish(request); answer.status != 201) {
        qFatal("%s", answer.body.constData());
    }
    return request;
}

QList<std::pair<QByteArray, QByteArray>> SiteFixture::plainChoices()
{
    return {{"picture", "yes"},      {"place", "block"},      {"address", "2318 Wood Street"},
            {"purpose", "thisCase"}, {"until", "2027-01-31"}, {"start", "2026-11-23T21:13:40"}};
}

HttpAnswer SiteFixture::postForm(const QString &path, const QList<std::pair<QByteArray, QByteArray>> &fields,
                                 const QByteArray &fileName, const QByteArray &file)
{
    HttpQuestion question = questionOf(Method::Post, path);
    question.headers.append("Content-Type", "multipart/form-data; boundary=----B0undary");
    for (const auto &[name, value] : fields) {
        question.body +=
            "------B0undary\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }
    if (!fileName.isEmpty()) {
        question.body += "------B0undary\r\nContent-Disposition: form-data; name=\"clip\"; filename=\"" + fileName +
                         "\"\r\nContent-Type: video/mp4\r\n\r\n" + file + "\r\n";
    }
    question.body += "------B0undary--\r\n";
    return ask(question);
}

HttpAnswer SiteFixture::post(const QString &path)
{
    return ask(questionOf(Method::Post, path));
}

QString SiteFixture::shareClip(const AreaRequest &request, const QByteArray &bytes)
{
    const HttpAnswer clip = postForm(u"/r/"_s + request.idText() + u"/clip"_s, plainChoices(), "clip.mp4", bytes);
    const HttpAnswer share = post(locationOf(clip) + u"/share"_s);
    return locationOf(share);
}

HttpAnswer SiteFixture::tus(Method method, const QString &path, const QList<std::pair<QByteArray, QByteArray>> &headers,
                            const QByteArray &body)
{
    HttpQuestion question = questionOf(method, path);
    question.headers.append("Tus-Resumable", "1.0.0");
    for (const auto &[name, value] : headers) {
        question.headers.append(name, value);
    }
    question.body = body;
    return ask(question);
}

QString SiteFixture::beginUpload(const AreaRequest &request, qsizetype size)
{
    const QByteArray metadata =
        "request " + request.idText().toLatin1().toBase64() + ",filename " + QByteArray("door.mp4").toBase64();
    return locationOf(
        tus(Method::Post, u"/uploads"_s, {{"Upload-Length", QByteArray::number(size)}, {"Upload-Metadata", metadata}}));
}

HttpAnswer SiteFixture::sendPart(const QString &upload, qsizetype offset, const QByteArray &bytes)
{
    return tus(Method::Patch, upload,
               {{"Upload-Offset", QByteArray::number(offset)}, {"Content-Type", "application/offset+octet-stream"}},
               bytes);
}

QJsonObject SiteFixture::offers()
{
    return QJsonDocument::fromJson(police(Method::Get, u"/api/v1/offers"_s).body).object();
}

QHash<QString, QByteArray> SiteFixture::filesOfFolder() const
{
    QHash<QString, QByteArray> digests;
    QDirIterator files(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.fileName().endsWith(u"-shm"_s) && file.open(QIODevice::ReadOnly)) {
            digests[file.fileName()] = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
        }
    }
    return digests;
}

QByteArray SiteFixture::everythingKept() const
{
    QByteArray all;
    QDirIterator files(m_folder.path(), QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        all += file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    return all;
}

} // namespace Porchlight
