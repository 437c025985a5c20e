// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "workflow/stillrecord.h"

#include <QTest>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

StillCircumstances circumstances()
{
    StillCircumstances all;
    all.still.id = StillId::create();
    all.still.digest = sha256("png");
    all.still.size = 88'123;
    all.still.takenAt = UtcTime::fromString(u"2026-11-24T10:00:00.000Z").value();
    all.still.author = {.id = u"2217"_s, .name = u"Ada Verne"_s, .agencyName = u"Larkfield PD"_s, .contact = {}};
    all.clip.id = ClipId::create();
    all.clip.digest = sha256("clip");
    all.clip.size = 4'711;
    all.clip.originalName = u"door.mp4"_s;
    all.clip.isClockChecked = true;
    all.clip.clockOffsetMicroseconds = 3'200'000;
    all.clip.clockUncertaintyMicroseconds = 100'000;
    all.caseFile.number = u"2026-004117"_s;
    all.facts.number = 812;
    all.facts.pts = 4'871'970;
    all.facts.ticks = 4'871'970;
    all.facts.timeBase = {.numerator = 1, .denominator = 90'000};
    all.facts.microseconds = 54'133'000;
    all.facts.pictureType = PictureType::P;
    all.facts.size = {1920, 1080};
    all.facts.pixelFormat = u"yuv420p"_s;
    all.facts.digest = sha256("pixels");
    all.viewColour = {.matrix = ColourMatrix::Bt709, .range = ColourRange::Limited};
    all.facts.segment = 1;
    all.videoStream = 2;
    all.frameCount = 1'340;
    all.isCountFinal = true;
    all.repeats = 2;
    all.decoderVersions = {(61U << 16U) | (19U << 8U) | 101U, (61U << 16U) | (7U << 8U) | 100U, 59U << 16U};
    all.wallTime = UtcTime::fromString(u"2026-11-22T21:14:07.533Z");
    return all;
}

QJsonValue at(const QJsonObject &record, const QString &part, const QString &member)
{
    return record.value(part).toObject().value(member);
}

} // namespace

class StillRecordTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What has to be known of a still to find the same frame again, and to say what was done to it.
    void namesClipFrameTimeAndSettings_data()
    {
        QTest::addColumn<QString>("part");
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *part, const char *member, const QJsonValue &value) {
            QTest::addRow("%s %s", part, member) << QString::fromLatin1(part) << QString::fromLatin1(member) << value;
        };
        row("clip", "sha256", digestToString(sha256("clip")));
        row("clip", "originalName", u"door.mp4"_s);
        row("frame", "number", 812);
        row("frame", "count", 1340);
        row("frame", "isCountFinal", true);
        row("frame", "pts", 4'871'970);
        row("frame", "timeBase", u"1/90000"_s);
        row("frame", "ptsSeconds", u"54.133000"_s);
        row("frame", "isTimeEstimated", false);
        row("frame", "wallTime", u"2026-11-22T21:14:07.533Z"_s);
        row("frame", "isClockChecked", true);
        row("frame", "videoStream", 2);
        row("frame", "recording", 1);
        row("frame", "isWallTimeAcrossSeam", true);
        row("frame", "clockOffsetMicroseconds", 3'200'000);
        row("frame", "clockUncertaintyMicroseconds", 100'000);
        row("frame", "pictureType", u"P"_s);
        row("frame", "isKey", false);
        row("frame", "isCorrupt", false);
        row("frame", "repeatsBefore", 2);
        row("frame", "sha256", digestToString(sha256("pixels")));
        row("picture", "sha256", digestToString(sha256("png")));
        row("picture", "width", 1920);
        row("picture", "height", 1080);
        row("picture", "storedFormat", u"yuv420p"_s);
        row("settings", "matrix", u"bt709"_s);
        row("settings", "isMatrixStated", false);
        row("settings", "range", u"limited"_s);
        row("settings", "isScaled", false);
        row("settings", "isTurned", false);
        row("settings", "isAdjusted", false);
        row("settings", "adjustmentForViewing", QJsonValue());
        row("decoder", "libavcodec", u"61.19.101"_s);
        row("decoder", "libavformat", u"61.7.100"_s);
        row("decoder", "libavutil", u"59.0.0"_s);
        row("officer", "name", u"Ada Verne"_s);
        row("case", "number", u"2026-004117"_s);
    }
    void namesClipFrameTimeAndSettings()
    {
        QFETCH(const QString, part);
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);

        QVERIFY(stillRecord(circumstances()).value(part).toObject().contains(member));
        QCOMPARE(at(stillRecord(circumstances()), part, member), value);
    }

    void namesTheAdjustmentOfTheViewWhereItWasOn()
    {
        StillCircumstances all = circumstances();
        all.view = {.brightness = 20, .contrast = -5};

        const QJsonObject record = stillRecord(all);

        QCOMPARE(at(record, u"settings"_s, u"adjustmentForViewing"_s).toObject(),
                 (QJsonObject{{u"brightness"_s, 20}, {u"contrast"_s, -5}}));
        QCOMPARE(at(record, u"settings"_s, u"isAdjusted"_s), QJsonValue(false));
    }

    void saysWhatIsNotKnown()
    {
        StillCircumstances all = circumstances();
        all.facts.pts.reset();
        all.wallTime.reset();
        all.repeats.reset();
        all.still.digest = {};

        const QJsonObject record = stillRecord(all);

        QVERIFY(at(record, u"frame"_s, u"pts"_s).isNull());
        QCOMPARE(at(record, u"frame"_s, u"isTimeEstimated"_s), QJsonValue(true));
        QVERIFY(at(record, u"frame"_s, u"wallTime"_s).isNull());
        QVERIFY(at(record, u"frame"_s, u"repeatsBefore"_s).isNull());
        QVERIFY(at(record, u"picture"_s, u"sha256"_s).isNull());
    }
};

QTEST_GUILESS_MAIN(StillRecordTest)
#include "tst_stillrecord.moc"
