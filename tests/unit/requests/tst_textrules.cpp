// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "requests/textrules.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

class TestTextRules final : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsForbiddenWording_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<RequestRule>("rule");
        QTest::addColumn<QString>("found");
        QTest::newRow("must") << u"A white van near Wood Street. You must send what your camera recorded."_s
                              << RequestRule::Pressure << u"You must send"_s;
        QTest::newRow("have to") << u"Residents have to provide clips."_s << RequestRule::Pressure
                                 << u"Residents have to provide"_s;
        QTest::newRow("required") << u"You are required to share footage."_s << RequestRule::Pressure
                                  << u"You are required to share"_s;
        QTest::newRow("mandatory") << u"Sharing is mandatory."_s << RequestRule::Pressure << u"mandatory"_s;
        QTest::newRow("threat") << u"Failure to respond is an offence."_s << RequestRule::Threat
                                << u"Failure to respond is an offence"_s;
        QTest::newRow("fined") << u"People who hide clips will be fined."_s << RequestRule::Threat
                               << u"will be fined"_s;
        QTest::newRow("protest") << u"We look for people who joined the protest on Main Street."_s
                                 << RequestRule::LawfulActivity << u"protest"_s;
        QTest::newRow("march") << u"Footage of the march on 3 May."_s << RequestRule::LawfulActivity << u"the march"_s;
        QTest::newRow("vigil") << u"Who came to the vigil?"_s << RequestRule::LawfulActivity << u"vigil"_s;
        QTest::newRow("worship") << u"Everyone leaving the mosque service at noon."_s << RequestRule::LawfulActivity
                                 << u"mosque service"_s;
        QTest::newRow("race alone") << u"We are looking for a black male near Wood Street."_s << RequestRule::RaceAlone
                                    << u"black male"_s;
        QTest::newRow("two races") << u"Two hispanic or asian men ran away."_s << RequestRule::RaceAlone
                                   << u"hispanic or asian men"_s;
        QTest::newRow("insult") << u"Help us find these thugs."_s << RequestRule::Harassment << u"thugs"_s;
        QTest::newRow("e-mail") << u"The owner, jane.doe@example.org, saw a van."_s << RequestRule::PersonalData
                                << u"jane.doe@example.org"_s;
        QTest::newRow("telephone") << u"Call the owner at (717) 555-0199."_s << RequestRule::PersonalData
                                   << u"(717) 555-0199"_s;
        QTest::newRow("social security") << u"SSN 123-45-6789"_s << RequestRule::PersonalData << u"123-45-6789"_s;
        QTest::newRow("victim") << u"The victim, Mary Miller, was at home."_s << RequestRule::VictimNamed
                                << u"victim, Mary Miller"_s;
        QTest::newRow("announcement") << u"Join us at the station."_s << RequestRule::Announcement << u"Join us"_s;
        QTest::newRow("broad") << u"Send any and all recordings."_s << RequestRule::TooBroad << u"any and all"_s;
        QTest::newRow("suspect") << u"The suspect wore a red jacket."_s << RequestRule::Presumption << u"The suspect"_s;
    }

    void findsForbiddenWording()
    {
        QFETCH(const QString, text);
        QFETCH(const RequestRule, rule);
        QFETCH(const QString, found);

        const auto findings = checkText(text, {});

        QCOMPARE(findings.size(), 1U);
        QCOMPARE(findings.front().rule, rule);
        QCOMPARE(findings.front().found, found);
        QCOMPARE(text.sliced(findings.front().start, findings.front().length), found);
    }

    void leavesOrdinaryTextsAlone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("white van") << u"We are looking for footage of a white van. Please share what your camera "
                                      "recorded, if you wish."_s;
        QTest::newRow("described by more than race")
            << u"A white man, about 40 years old, in a green jacket, ran towards Shell Street."_s;
        QTest::newRow("the month") << u"On 3 March a bicycle was taken from a porch."_s;
        QTest::newRow("must of a thing") << u"The car must have turned into Wood Street."_s;
        QTest::newRow("black car") << u"A black car with one person in it left quickly."_s;
        QTest::newRow("house numbers") << u"Between 2300 and 2398 Wood Street, 20:00 to 22:30."_s;
        QTest::newRow("a case number") << u"Case 2026-004117."_s;
    }

    void leavesOrdinaryTextsAlone()
    {
        QFETCH(const QString, text);

        const auto findings = checkText(text, {});

        QVERIFY2(findings.empty(), qPrintable(findings.empty() ? QString() : findings.front().found));
    }

    void suggestsWhatToWrite()
    {
        QCOMPARE(checkText(u"You must send it."_s, {}).front().suggestion, u"Please share"_s);
    }

    void allowsTheOfficersOwnContact()
    {
        const TextContext context{.contact = u"717-555-0142, desk@larkfield.example"_s};

        QVERIFY(checkText(u"Call (717) 555-0142 or write to desk@larkfield.example."_s, context).empty());
        QCOMPARE(checkText(u"Call (717) 555-0143."_s, context).size(), 1U);
    }

    void allowsTheNameOfAMissingPerson()
    {
        const QString text = u"The victim, Mary Miller, was last seen on Wood Street."_s;

        QVERIFY(checkText(text, {.contact = {}, .mayNameAPerson = true}).empty());
    }

    void givesFindingsInTheOrderOfTheText()
    {
        const auto findings = checkText(u"Any and all of the protest. You must share it."_s, {});

        QCOMPARE(findings.size(), 3U);
        QVERIFY(findings[0].start < findings[1].start && findings[1].start < findings[2].start);
        QCOMPARE(findings[0].severity, Severity::Warning);
        QCOMPARE(findings[2].severity, Severity::Refusal);
    }
};

QTEST_APPLESS_MAIN(TestTextRules)
#include "tst_textrules.moc"
