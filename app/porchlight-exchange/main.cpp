// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "httpgate.h"
#include "lifeline.h"
#include "neighbourhood.h"
#include "options.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QLoggingCategory>
#include <QNetworkInterface>
#include <QTextStream>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

int refuse(const QString &sentence)
{
    QTextStream(stderr) << sentence << '\n';
    return 1;
}

/// An address that a telephone on the same network can reach.
QString lanAddress()
{
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback() && !address.isLinkLocal()) {
            return address.toString();
        }
    }
    return {};
}

QUrl urlOf(const QString &host, quint16 port)
{
    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(host);
    url.setPort(port);
    url.setPath(u"/"_s);
    return url;
}

/// The one line that says where the exchange is.
void announce(const ExchangeOptions &options, ExchangeHouse &house, quint16 port)
{
    const QUrl local = urlOf(u"127.0.0.1"_s, port);
    const QString host = options.isOnLan ? lanAddress() : QString();
    const QUrl lan = host.isEmpty() ? QUrl() : urlOf(host, port);
    const QUrl reachable = lan.isEmpty() ? local : lan;
    house.exchange().setPublicUrl(options.publicUrl.isEmpty() ? reachable : options.publicUrl);
    QJsonObject line{{u"url"_s, local.toString()}, {u"port"_s, port}};
    if (!lan.isEmpty()) {
        line[u"lanUrl"_s] = lan.toString();
    }
    if (options.endsWithParent) {
        line[u"token"_s] = QString::fromLatin1(house.tokens().first());
    }
    QTextStream(stdout) << QJsonDocument(line).toJson(QJsonDocument::Compact) << Qt::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"porchlight-exchange"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PORCHLIGHT_VERSION));
    // Nothing is ever logged of a request, not even a malformed one.
    QLoggingCategory::setFilterRules(u"qt.httpserver*=false"_s);

    const Result<ExchangeOptions, QString> options = readOptions(QCoreApplication::arguments());
    if (!options) {
        return refuse(options.error());
    }
    const Lifeline lifeline(options->endsWithParent);
    const SystemClock clock;
    const SiteResult<std::unique_ptr<ExchangeHouse>> house = ExchangeHouse::open(options->house, clock);
    if (!house) {
        return refuse(house.error().detail);
    }
    HttpGate gate((*house)->site(), options->house.http);
    QString whyNot;
    const std::optional<quint16> port =
        gate.listen(options->isOnLan ? QHostAddress::AnyIPv4 : QHostAddress::LocalHost, options->port, &whyNot);
    if (!port) {
        return refuse(u"Port %1 cannot be used: %2"_s.arg(options->port).arg(whyNot));
    }
    announce(*options, **house, *port);
    std::unique_ptr<Neighbourhood> neighbourhood;
    if (options->hasDemo) {
        neighbourhood = std::make_unique<Neighbourhood>(urlOf(u"127.0.0.1"_s, *port), options->demoClips);
    }
    return QCoreApplication::exec();
}
