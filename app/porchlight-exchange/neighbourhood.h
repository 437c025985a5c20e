// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "resident.h"

#include "domain/arearequest.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QSet>
#include <QTimer>
#include <QUrl>

namespace Porchlight {

/// Simulated residents for a demonstration. They read the public list as anyone can, and some of them share a clip
/// through the same pages and uploads as people do; the others ignore the request, which leaves no trace.
class Neighbourhood final : public QObject
{
    Q_OBJECT

public:
    Neighbourhood(const QUrl &site, const QString &clipFolder);

private:
    void look();
    void readLedger(const QByteArray &ledger);
    void answerRequest(const AreaRequest &request);

    QNetworkAccessManager m_network;
    QUrl m_site;
    QList<DemoClip> m_clips;
    QSet<QString> m_seen;
    QTimer m_round;
    bool m_hasLooked = false;
};

} // namespace Porchlight
