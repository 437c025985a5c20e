// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/residentview.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestResidentView final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatResidentsRead()
    {
        AreaRequest request;
        request.title = residentTitle(u"burglary-dwelling"_s, u"Wood Street"_s);
        request.caseNumber = u"2026-004117"_s;
        request.officer = {.id = u"2217"_s,
                           .name = u"Officer 2217"_s,
                           .agencyName = u"Larkfield Police Department"_s,
                           .contact = u"717-555-0142"_s};
        request.window = {.begin = *UtcTime::fromString(u"2026-11-23T01:00:00Z"),
                          .end = *UtcTime::fromString(u"2026-11-23T03:30:00Z")};
        request.endsAt = *UtcTime::fromString(u"2026-12-07T04:59:59Z");
        request.timeZone = u"America/New_York"_s;

        const ResidentView view = residentView(request);

        QCOMPARE(view.title, u"Burglary near Wood Street"_s);
        QCOMPARE(view.agency, u"Larkfield Police Department"_s);
        QCOMPARE(view.hours, u"Sunday 22 November, 8:00 – 10:30 pm EST"_s);
        QCOMPARE(view.caseLine, u"case 2026-004117"_s);
        QCOMPARE(view.ends, u"ends 6 December"_s);
        QVERIFY(view.choice.contains(u"warrant"));
    }

    void leavesOutWhatIsNotYetKnown()
    {
        const ResidentView view = residentView({});

        QVERIFY(view.hours.isEmpty());
        QVERIFY(view.ends.isEmpty());
        QVERIFY(view.caseLine.isEmpty());
        QCOMPARE(residentTitle(u"robbery"_s, {}), u"Robbery"_s);
        QCOMPARE(residentTitle({}, {}), u"Request for footage"_s);
    }
};

QTEST_APPLESS_MAIN(TestResidentView)
#include "tst_residentview.moc"
