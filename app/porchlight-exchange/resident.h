// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QNetworkAccessManager>
#include <QObject>
#include <QString>
#include <QTime>
#include <QUrl>
#include <QUrlQuery>

namespace Porchlight {

/// A clip of the demonstration, and what its resident says of it (clips.json in its folder; a file that is not named
/// there comes without a word).
struct DemoClip
{
    QString file;
    QString place; ///< Empty: not told.
    QString note;
    QTime clock; ///< What the camera's clock shows in the first picture; invalid where nobody knows.
    bool isSensitive = false;
    bool hasSound = false;

    bool operator==(const DemoClip &) const = default;
};

/// The clips of a folder, by name.
[[nodiscard]] QList<DemoClip> demoClipsOf(const QString &folder);

/// One simulated resident with a clip: sends it in parts (tus), says what may be done with it, reviews and shares it.
/// Deletes itself when it is done or when anything is refused.
class Resident final : public QObject
{
    Q_OBJECT

public:
    Resident(QNetworkAccessManager &network, const QUrl &site, const QString &requestId, const DemoClip &clip);

    /// `choices` are fields of the request page's form.
    void shareWith(const QUrlQuery &choices);

private:
    void begin();
    void sendPart(qint64 offset);
    void choose();
    void confirm(const QUrl &reviewPage);
    [[nodiscard]] QNetworkRequest requestTo(const QUrl &path) const;
    void await(QNetworkReply *reply, void (Resident::*next)(QNetworkReply *));
    void afterBegin(QNetworkReply *reply);
    void afterPart(QNetworkReply *reply);
    void afterChoose(QNetworkReply *reply);
    void afterConfirm(QNetworkReply *reply);

    QNetworkAccessManager &m_network;
    QUrl m_site;
    QString m_requestId;
    DemoClip m_clip;
    QUrlQuery m_choices;
    QUrl m_upload;
    qint64 m_size = 0;
};

} // namespace Porchlight
