// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "media/shelffolder.h"

#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/file.h>

using namespace Porchlight;
using namespace Qt::StringLiterals;

/// What lies on the shelf and what goes.
class tst_ShelfFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_place = std::make_unique<QTemporaryDir>(); }

    void isOpenToItsOwnerAlone()
    {
        put(m_first, u".index"_s);
        constexpr QFile::Permissions Others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup |
                                              QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;

        const QString folder = QFileInfo(path(m_first)).path();
        QVERIFY(!(QFile::permissions(folder) & Others));
        QVERIFY(!(QFile::permissions(QFileInfo(folder).path()) & Others));
    }

    void closesAFolderThatWasOpen()
    {
        put(m_first, u".index"_s);
        const QString folder = m_place->filePath(u"review"_s);
        QVERIFY(QFile::setPermissions(folder, QFile::permissions(folder) | QFile::ReadOther | QFile::ExeOther));

        shelf().sweep({{m_first, ShelfLeave::All}});

        QVERIFY(!(QFile::permissions(folder) & (QFile::ReadOther | QFile::ExeOther)));
    }

    void keepsWhatMayBeSeen()
    {
        putAll(m_first);
        putAll(m_second);

        shelf().sweep({{m_first, ShelfLeave::All}});

        QCOMPARE(endingsOf(m_first), u".index .proxies .wave"_s);
        QCOMPARE(endingsOf(m_second), QString());
    }

    void keepsNoWaveformWhereNobodyMayHear()
    {
        putAll(m_first);

        shelf().sweep({{m_first, ShelfLeave::WithoutSound}});

        QCOMPARE(endingsOf(m_first), u".index .proxies"_s);
    }

    void removesWhatHasAnOlderForm()
    {
        for (const QString &ending : {u".index"_s, u".proxies"_s, u".wave"_s, u".copy"_s}) {
            putAll(m_first);
            const QString name = put(m_first, ending);
            QFile file(name);
            QVERIFY(file.open(QIODevice::ReadWrite) && file.write("PLSHELF\x01 in plain words") > 0);
            file.close();

            shelf().sweep({{m_first, ShelfLeave::All}});

            QVERIFY(!QFile::exists(name));
            QVERIFY(ending == u".index" || QFile::exists(path(m_first) + u".index"_s));
        }
    }

    void removesWhatACrashLeft()
    {
        putAll(m_first);
        const QString left = put(m_first, u".aBcDeF"_s);
        const QString index = put(m_first, u".index.aBcDeF"_s);
        QFile held(put(m_first, u".gHiJkL"_s));
        QVERIFY(held.open(QIODevice::ReadWrite));
        QCOMPARE(flock(held.handle(), LOCK_EX | LOCK_NB), 0);

        shelf().sweep({{m_first, ShelfLeave::All}});

        QVERIFY(!QFile::exists(left));
        QVERIFY(!QFile::exists(index));
        QVERIFY(held.exists());
        QCOMPARE(endingsOf(m_first), u".index .proxies .wave"_s);
    }

    void removesACopyWithItsClip()
    {
        putAll(m_first);
        const QString copy = put(m_first, u".copy"_s);

        shelf().sweep({{m_first, ShelfLeave::WithoutSound}});
        QVERIFY(QFile::exists(copy));
        shelf().sweep({});

        QVERIFY(!QFile::exists(copy));
    }

    void countsCopiesByThemselves()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QList<Digest> clips{m_first, m_second, m_third};
        for (qsizetype i = 0; i < clips.size(); ++i) {
            putAll(clips.at(i));
            put(clips.at(i), u".copy"_s);
            setLastUse(clips.at(i), now.addDays(i - 10));
            setTime(path(clips.at(i)) + u".copy"_s, now.addDays(-20));
        }
        const auto hasCopy = [this](const Digest &clip) {
            return QFile::exists(path(clip) + u".copy"_s);
        };

        // Three copies of 100 bytes beside three clips of 300.
        shelf().trim(900, m_third);
        QCOMPARE(shelf().trimCopies(300, m_third), 300);
        QVERIFY(hasCopy(m_first) && hasCopy(m_second) && hasCopy(m_third));
        QCOMPARE(shelf().trimCopies(299, m_third), 200);
        QVERIFY(!hasCopy(m_first) && hasCopy(m_second) && hasCopy(m_third));
        QCOMPARE(endingsOf(m_first), u".index .proxies .wave"_s);
        QCOMPARE(shelf().trimCopies(0, m_third), 100);
        QVERIFY(!hasCopy(m_second) && hasCopy(m_third));

        // And a clip that goes takes its copy along.
        shelf().trim(0, m_first);
        QVERIFY(!hasCopy(m_third));
    }

    void leavesACopyToItsWriter()
    {
        QFile held(put(m_first, u".copy"_s));
        put(m_second, u".copy"_s);
        QVERIFY(held.open(QIODevice::ReadWrite));
        QCOMPARE(flock(held.handle(), LOCK_EX | LOCK_NB), 0);

        QCOMPARE(shelf().trimCopies(0, m_third), 100);

        QVERIFY(held.exists());
        QVERIFY(!QFile::exists(path(m_second) + u".copy"_s));
    }

    void leavesTheFilesOfOthersAlone()
    {
        putAll(m_first);
        const QString note = QFileInfo(path(m_first)).path() + u"/note.txt"_s;
        QFile file(note);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QString outside = m_place->filePath(u"original"_s);
        QFile original(outside);
        QVERIFY(original.open(QIODevice::WriteOnly));
        QVERIFY(ShelfFolder::prepare(path(m_second)) && QFile::link(outside, path(m_second) + u".index"_s));

        shelf().sweep({});
        shelf().trim(0, m_second);

        QVERIFY(QFile::exists(note));
        QVERIFY(QFile::exists(outside));
        QCOMPARE(endingsOf(m_first), QString());
    }

    void letsWhatWasOpenedLongestAgoGoFirst()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const QList<Digest> clips{m_first, m_second, m_third};
        for (qsizetype i = 0; i < clips.size(); ++i) {
            putAll(clips.at(i));
            setLastUse(clips.at(i), now.addDays(i - 10));
        }
        ShelfFolder::markUsed(path(m_first));

        // Three clips of 300 bytes each.
        shelf().trim(900, m_third);
        QCOMPARE(endingsOf(m_second), u".index .proxies .wave"_s);
        shelf().trim(899, m_third);
        QCOMPARE(endingsOf(m_second), QString());
        QCOMPARE(endingsOf(m_first), u".index .proxies .wave"_s);
        shelf().trim(0, m_third);

        QCOMPARE(endingsOf(m_first), QString());
        QCOMPARE(endingsOf(m_third), u".index .proxies .wave"_s);
    }

private:
    [[nodiscard]] ShelfFolder shelf() const { return ShelfFolder(m_place->filePath(u"review"_s)); }
    [[nodiscard]] QString path(const Digest &clip) const { return shelf().pathFor(clip); }
    QString put(const Digest &clip, const QString &ending) const
    {
        const QString name = path(clip) + ending;
        QFile file(name);
        if (!ShelfFolder::prepare(path(clip)) || !file.open(QIODevice::WriteOnly) ||
            file.write(ShelfFolder::form().toByteArray() + QByteArray(92, 'x')) != 100) {
            qFatal("cannot write");
        }
        return name;
    }
    void putAll(const Digest &clip) const
    {
        for (const QString &ending : {u".index"_s, u".proxies"_s, u".wave"_s}) {
            put(clip, ending);
        }
    }
    void setLastUse(const Digest &clip, const QDateTime &time) const
    {
        for (const QString &ending : {u".index"_s, u".proxies"_s, u".wave"_s}) {
            setTime(path(clip) + ending, time);
        }
    }
    static void setTime(const QString &name, const QDateTime &time)
    {
        QFile file(name);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(time, QFileDevice::FileModificationTime));
    }
    [[nodiscard]] QString endingsOf(const Digest &clip) const
    {
        QStringList there;
        for (const QString &ending : {u".index"_s, u".proxies"_s, u".wave"_s}) {
            if (QFileInfo::exists(path(clip) + ending)) {
                there.append(ending);
            }
        }
        return there.join(u' ');
    }

    const Digest m_first = sha256("first");
    const Digest m_second = sha256("second");
    const Digest m_third = sha256("third");
    std::unique_ptr<QTemporaryDir> m_place;
};

QTEST_GUILESS_MAIN(tst_ShelfFolder)
#include "tst_shelffolder.moc"
