// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "pictureplace.h"

#include <QTest>

using namespace Porchlight;

class PicturePlaceTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fitsInTheMiddle()
    {
        const PicturePlace place = fitted({.stored = {1920, 1080}}, {1000, 1000}, 1);

        QCOMPARE(place.target, QRectF(0, 218.75, 1000, 562.5));
        QVERIFY(!place.isExact);
    }

    void fitsInTheShapeTheCameraMeant()
    {
        const PicturePlace place =
            fitted({.stored = {720, 576}, .aspect = {.horizontal = 16, .vertical = 15}}, {768, 576}, 1);

        QCOMPARE(place.target, QRectF(0, 0, 768, 576));
        QVERIFY(!place.isExact);
    }

    void fitsATurnedPictureUpright()
    {
        const PicturePlace place = fitted({.stored = {1920, 1080}, .orientation = {.quarterTurns = 1}}, {540, 960}, 1);

        QCOMPARE(place.target, QRectF(0, 0, 540, 960));
        QCOMPARE(place.scale, 0.5);
    }

    void putsOneStoredPixelOnOnePixelOfTheScreen()
    {
        const PicturePlace place = truePixels({.stored = {101, 51}}, {300, 200}, 2, {});

        QVERIFY(place.isExact);
        QCOMPARE(place.target.size(), QSizeF(50.5, 25.5));
        QCOMPARE(place.target.x() * 2, qRound(place.target.x() * 2));
        QCOMPARE(place.target.y() * 2, qRound(place.target.y() * 2));
        QVERIFY(place.panLimit.isNull());
    }

    void pansOnlyAsFarAsThereIsAPicture()
    {
        const PicturePlace place = truePixels({.stored = {1000, 100}}, {400, 200}, 1, {9999, 9999});

        QCOMPARE(place.panLimit, QPointF(300, 0));
        QCOMPARE(place.target.left(), 0.0);
        QCOMPARE(place.target.top(), 50.0);
    }

    void putsAPixelInTheMiddleOfTheLoupe()
    {
        const PicturePlace place = magnified({.stored = {100, 50}}, {200, 100}, 1, 4, {0.105, 0.99});

        QCOMPARE(place.target.size(), QSizeF(400, 200));
        QCOMPARE(place.target.topLeft() + QPointF(10.5 * 4, 49.5 * 4), QPointF(100, 50));
        QVERIFY(place.isExact);
        QVERIFY(place.panLimit.isNull());
    }

    void keepsTheMiddleOfTheLoupeInThePicture()
    {
        QCOMPARE(magnified({.stored = {100, 50}}, {200, 100}, 1, 4, {7, -3}).target.topLeft(),
                 QPointF(100 - 99.5 * 4, 50 - 0.5 * 4));
        QCOMPARE(storedPixelAt({.stored = {100, 50}}, {1, 1}), QPoint(99, 49));
    }

    void placesNothingWithoutAPictureOrAView()
    {
        QCOMPARE(magnified({}, {100, 100}, 1, 4, {}), PicturePlace());
        QCOMPARE(fitted({}, {100, 100}, 1), PicturePlace());
        QCOMPARE(fitted({.stored = {10, 10}}, {0, 100}, 1), PicturePlace());
        QCOMPARE(truePixels({}, {100, 100}, 1, {}), PicturePlace());
    }
};

QTEST_APPLESS_MAIN(PicturePlaceTest)
#include "tst_pictureplace.moc"
