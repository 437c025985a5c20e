// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "support/intakeplace.h"

#include "media/decoderclient.h"
#include "support/samplerequest.h"

#include <QDir>
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

const UtcTime Now = UtcTime::fromString(u"2026-11-24T05:30:00.000Z").value_or(UtcTime());
constexpr int Patience = 60'000;

} // namespace

template <typename T>
T IntakePlace::await(QFuture<T> future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, Patience)) {
        qFatal("the store did not answer");
    }
    return future.result();
}

IntakePlace::IntakePlace()
    : clock(Now)
    , decoderProgram(qEnvironmentVariable("PORCHLIGHT_BIN") + u"/porchlight-decoder"_s)
    , identity(std::make_unique<LocalIdentity>(folder.filePath(u"officer.json"_s)))
    , vault(std::make_unique<EvidenceVault>(folder.filePath(u"vault"_s)))
    , store(std::make_unique<Store>(StoreOptions{.address = folder.filePath(u"store.sqlite"_s)}, clock))
    , exchange(std::make_unique<FakeExchange>(clock))
{
    caseFile = {.id = CaseId::create(),
                .number = u"2026-004117"_s,
                .title = u"Burglary, 2300 block of Wood Street"_s,
                .offence = u"burglary"_s,
                .openedAt = Now};
    request = sampleRequest(Now);
    request.caseId = caseFile.id;
    request = await(exchange->publish(request))->request;
    const auto opened = await(store->opened());
    const auto added = await(store->addCase(caseFile, {.action = CustodyAction::CaseOpened}));
    const auto published = await(store->addRequest(request, {.action = CustodyAction::RequestPublished}));
    if (!opened || !added || !published) {
        qFatal("the place could not be made");
    }
}

IntakePlace::~IntakePlace() = default;

QByteArray IntakePlace::demoClip(const QString &name)
{
    QFile file(QDir(qEnvironmentVariable("PORCHLIGHT_BIN")).filePath(u"../democlips/"_s + name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("no demo clip %s", qPrintable(name));
    }
    return file.readAll();
}

ConsentScope IntakePlace::scope()
{
    return {
        .sound = false, .place = PlacePrecision::Block, .purpose = UsePurpose::ThisCase, .until = QDate(2027, 5, 1)};
}

IntakeParts::SourceMaker IntakePlace::decoder() const
{
    return [program = decoderProgram] {
        return std::make_unique<DecoderClient>(DecoderSettings{.program = program, .allowsUnconfined = true});
    };
}

std::unique_ptr<ClipIntake> IntakePlace::makeIntake()
{
    return std::make_unique<ClipIntake>(*store, *vault, *exchange, *identity, clock, decoder());
}

std::vector<SharedClip> IntakePlace::clips()
{
    return await(store->clips(caseFile.id)).value_or(std::vector<SharedClip>());
}

std::vector<CustodyEvent> IntakePlace::events(CustodyAction action)
{
    return await(store->custodyLog({.action = action})).value_or(std::vector<CustodyEvent>());
}

std::vector<OfferRecord> IntakePlace::offers()
{
    return await(store->offers()).value_or(std::vector<OfferRecord>());
}

} // namespace Porchlight
