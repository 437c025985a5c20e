// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secretkey.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <new>

using namespace Porchlight;

class tst_SecretKey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAnotherOneEachTime()
    {
        const auto first = SecretKey::create();
        const auto second = SecretKey::create();

        QVERIFY(first && second);
        QVERIFY(*first != *second);
    }

    void isReadFromItsBytesAndNoOthers()
    {
        const SecretKey key = *SecretKey::create();

        QCOMPARE(key.toBytes().size(), qsizetype{32});
        QVERIFY(SecretKey::fromBytes(key.toBytes()) == key);
        QVERIFY(!SecretKey::fromBytes(key.toBytes().chopped(1)));
        QVERIFY(!SecretKey::fromBytes(key.toBytes() + 'x'));
        QVERIFY(!SecretKey::fromBytes({}));
    }

    void leavesZerosBehind()
    {
        alignas(SecretKey) std::array<unsigned char, sizeof(SecretKey)> place{};
        auto *const key = new (place.data()) SecretKey(*SecretKey::create());
        QVERIFY(std::ranges::any_of(place, [](unsigned char byte) { return byte != 0; }));

        std::destroy_at(key);

        // As it lies there: who reads it through something the compiler cannot see into reads what is there.
        volatile const unsigned char *const left = place.data();
        for (std::size_t i = 0; i < place.size(); ++i) {
            QVERIFY(left[i] == 0);
        }
    }

    void wipesWhatOthersShare()
    {
        QByteArray bytes = SecretKey::create()->toBytes();
        const QByteArray shared = bytes;

        wipe(bytes);

        QVERIFY(bytes.isEmpty());
        QCOMPARE(shared, QByteArray(32, '\0'));
    }
};

QTEST_GUILESS_MAIN(tst_SecretKey)
#include "tst_secretkey.moc"
