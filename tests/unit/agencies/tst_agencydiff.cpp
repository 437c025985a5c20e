// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "agencies/agencydiff.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

Agency agency(const QString &name, const QString &ori = {}, const QString &place = {})
{
    Agency result;
    result.name = name;
    result.ori = ori;
    result.place = place;
    result.state = u"PA"_s;
    return result;
}

Agency recorded(Agency agency)
{
    agency.id = AgencyId::create();
    return agency;
}

} // namespace

class TestAgencyDiff final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void seesWhoJoinedChangedAndLeft()
    {
        Agency renamed = agency(u"Larkfield Police Department"_s, u"PAX990100"_s);
        const std::vector<Agency> record{recorded(agency(u"Larkfield PD"_s, u"PAX990100"_s)),
                                         recorded(agency(u"Penrose Police"_s)), recorded(agency(u"Gone Police"_s))};

        const AgencyDiff diff = compareAgencies(record, {renamed, agency(u"PENROSE police"_s), agency(u"New Police"_s)},
                                                ListMeaning::Complete);

        QCOMPARE(diff.joined.size(), 1U);
        QCOMPARE(diff.joined.front().name, u"New Police"_s);
        QVERIFY(!diff.joined.front().id.isNull());
        QCOMPARE(diff.changed.size(), 2U);
        QCOMPARE(diff.changed.front().after.id, record.front().id);
        QCOMPARE(diff.left.size(), 1U);
        QCOMPARE(diff.left.front().name, u"Gone Police"_s);
    }

    void letsNobodyLeaveForAListOfAdditions()
    {
        const std::vector<Agency> record{recorded(agency(u"Larkfield PD"_s))};

        const AgencyDiff diff = compareAgencies(record, {agency(u"New Police"_s)}, ListMeaning::Additions);

        QVERIFY(diff.left.empty());
        QCOMPARE(diff.joined.size(), 1U);
    }

    void keepsWhatTheListLeavesEmpty()
    {
        Agency known = recorded(agency(u"Larkfield PD"_s));
        known.approval = u"Council approval"_s;
        known.position = GeoPoint{.latitude = 40, .longitude = -76};
        known.since = QDate(2019, 3, 12);

        const AgencyDiff diff = compareAgencies({known}, {agency(u"Larkfield PD"_s)}, ListMeaning::Complete);

        QVERIFY(diff.isEmpty());
        QCOMPARE(diff.unchanged, 1);
    }

    void tellsApartTwoOfOneName()
    {
        const std::vector<Agency> record{recorded(agency(u"Jefferson Police"_s, u"PA0010100"_s)),
                                         recorded(agency(u"Jefferson Police"_s, u"PA0020100"_s)),
                                         recorded(agency(u"Jefferson Police"_s, {}, u"North"_s))};

        const AgencyDiff diff = compareAgencies(
            record,
            {agency(u"Jefferson Police"_s, u"PA0020100"_s), agency(u"Jefferson Police"_s, u"PA0030100"_s, u"South"_s)},
            ListMeaning::Additions);

        QCOMPARE(diff.unchanged, 1);
        QCOMPARE(diff.joined.size(), 1U);
        QCOMPARE(diff.joined.front().place, u"South"_s);
    }

    void welcomesBackWhoHadLeft()
    {
        Agency gone = recorded(agency(u"Larkfield PD"_s));
        gone.until = QDate(2024, 1, 31);

        const AgencyDiff diff = compareAgencies({gone}, {agency(u"Larkfield PD"_s)}, ListMeaning::Complete);

        QCOMPARE(diff.changed.size(), 1U);
        QVERIFY(!diff.changed.front().after.until.isValid());
    }

    void doesNotLetAnAgencyLeaveTwice()
    {
        Agency gone = recorded(agency(u"Larkfield PD"_s));
        gone.until = QDate(2024, 1, 31);

        QVERIFY(compareAgencies({gone}, {agency(u"New Police"_s)}, ListMeaning::Complete).left.empty());
    }
};

QTEST_APPLESS_MAIN(TestAgencyDiff)
#include "tst_agencydiff.moc"
