// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "resident.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qint64 PartBytes = qint64{1024} * 1024;

QJsonArray clipNotes(const QString &folder)
{
    QFile notes(QDir(folder).filePath(u"clips.json"_s));
    if (!notes.open(QIODevice::ReadOnly)) {
        return {};
    }
    const QJsonDocument document = QJsonDocument::fromJson(notes.readAll());
    return document.isArray() ? document.array() : document.object().value("clips"_L1).toArray();
}

QByteArray base64(const QString &text)
{
    return text.toUtf8().toBase64();
}

bool isAnswered(const QNetworkReply &reply, int status)
{
    return reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() == status;
}

} // namespace

QList<DemoClip> demoClipsOf(const QString &folder)
{
    const QDir directory(folder);
    QHash<QString, DemoClip> notes;
    for (const QJsonValue &note : clipNotes(folder)) {
        const QJsonObject json = note.toObject();
        notes.insert(json.value("file"_L1).toString(),
                     {.file = {},
                      .place = json.value("place"_L1).toString(),
                      .note = json.value("note"_L1).toString(),
                      .clock = QTime::fromString(json.value("clock"_L1).toString(), Qt::ISODate),
                      .isSensitive = json.value("sensitive"_L1).toBool(),
                      .hasSound = json.value("sound"_L1).toBool()});
    }
    QList<DemoClip> clips;
    for (const QString &name : directory.entryList({u"*.mp4"_s, u"*.mkv"_s}, QDir::Files, QDir::Name)) {
        DemoClip clip = notes.value(name);
        clip.file = directory.filePath(name);
        clips.append(clip);
    }
    return clips;
}

Resident::Resident(QNetworkAccessManager &network, const QUrl &site, const QString &requestId, const DemoClip &clip)
    : QObject(&network)
    , m_network(network)
    , m_site(site)
    , m_requestId(requestId)
    , m_clip(clip)
{}

QNetworkRequest Resident::requestTo(const QUrl &path) const
{
    QNetworkRequest request(m_site.resolved(path));
    request.setRawHeader("Tus-Resumable", "1.0.0");
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    return request;
}

void Resident::await(QNetworkReply *reply, void (Resident::*next)(QNetworkReply *))
{
    connect(reply, &QNetworkReply::finished, this, [this, reply, next] {
        reply->deleteLater();
        (this->*next)(reply);
    });
}

void Resident::shareWith(const QUrlQuery &choices)
{
    m_choices = choices;
    m_size = QFile(m_clip.file).size();
    begin();
}

void Resident::begin()
{
    QNetworkRequest request = requestTo(QUrl(u"/uploads"_s));
    request.setRawHeader("Upload-Length", QByteArray::number(m_size));
    request.setRawHeader("Upload-Metadata",
                         "request " + base64(m_requestId) + ",filename " + base64(m_clip.file.section(u'/', -1)));
    await(m_network.sendCustomRequest(request, "POST"), &Resident::afterBegin);
}

void Resident::afterBegin(QNetworkReply *reply)
{
    if (!isAnswered(*reply, 201)) {
        deleteLater();
        return;
    }
    m_upload = QUrl(QString::fromLatin1(reply->rawHeader("Location")));
    sendPart(0);
}

void Resident::sendPart(qint64 offset)
{
    QFile file(m_clip.file);
    if (!file.open(QIODevice::ReadOnly) || !file.seek(offset)) {
        deleteLater();
        return;
    }
    QNetworkRequest request = requestTo(m_upload);
    request.setRawHeader("Upload-Offset", QByteArray::number(offset));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/offset+octet-stream"_s);
    await(m_network.sendCustomRequest(request, "PATCH", file.read(PartBytes)), &Resident::afterPart);
}

void Resident::afterPart(QNetworkReply *reply)
{
    const qint64 offset = reply->rawHeader("Upload-Offset").toLongLong();
    if (!isAnswered(*reply, 204)) {
        deleteLater();
    } else if (offset < m_size) {
        sendPart(offset);
    } else {
        choose();
    }
}

void Resident::choose()
{
    QUrlQuery form = m_choices;
    form.addQueryItem(u"upload"_s, m_upload.path().section(u'/', -1));
    QNetworkRequest request = requestTo(QUrl(u"/r/"_s + m_requestId + u"/clip"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    await(m_network.post(request, form.toString(QUrl::FullyEncoded).toLatin1()), &Resident::afterChoose);
}

void Resident::afterChoose(QNetworkReply *reply)
{
    if (!isAnswered(*reply, 303)) {
        deleteLater();
        return;
    }
    confirm(QUrl(QString::fromLatin1(reply->rawHeader("Location"))));
}

void Resident::confirm(const QUrl &reviewPage)
{
    QNetworkRequest request = requestTo(QUrl(reviewPage.path() + u"/share"_s));
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    await(m_network.post(request, QByteArray()), &Resident::afterConfirm);
}

void Resident::afterConfirm(QNetworkReply * /*reply*/)
{
    deleteLater();
}

} // namespace Porchlight
