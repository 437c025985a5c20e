// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tamperedpackage.h"

#include "evidence/bagtext.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>

#include <map>

using namespace Qt::StringLiterals;

namespace Porchlight {

TamperedPackage::TamperedPackage(QString folder)
    : m_folder(std::move(folder))
{}

QByteArray TamperedPackage::read(const QString &path) const
{
    QFile file(at(path));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read %s", qPrintable(path));
    }
    return file.readAll();
}

void TamperedPackage::write(const QString &path, const QByteArray &bytes) const
{
    QDir().mkpath(QFileInfo(at(path)).path());
    QFile file(at(path));
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size()) {
        qFatal("cannot write %s", qPrintable(path));
    }
}

void TamperedPackage::change(const QString &path, const QByteArray &from, const QByteArray &to) const
{
    QByteArray bytes = read(path);
    if (!bytes.contains(from)) {
        qFatal("%s does not hold %s", qPrintable(path), from.constData());
    }
    write(path, bytes.replace(from, to));
}

void TamperedPackage::remove(const QString &path) const
{
    if (!QFile::remove(at(path))) {
        qFatal("cannot remove %s", qPrintable(path));
    }
}

void TamperedPackage::rename(const QString &from, const QString &to) const
{
    if (!QFile::rename(at(from), at(to))) {
        qFatal("cannot rename %s", qPrintable(from));
    }
}

void TamperedPackage::writeManifests(const QString &prefix, bool isPayload) const
{
    const std::pair<QString, QCryptographicHash::Algorithm> algorithms[] = {{u"sha256"_s, QCryptographicHash::Sha256},
                                                                            {u"sha512"_s, QCryptographicHash::Sha512}};
    for (const auto &[name, algorithm] : algorithms) {
        std::map<QString, QString> checksums;
        QDirIterator files(m_folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = QDir(m_folder).relativeFilePath(files.next());
            if (path.startsWith(u"data/") == isPayload && !path.startsWith(u"tagmanifest-")) {
                const QByteArray hash = QCryptographicHash::hash(read(path), algorithm);
                checksums.emplace(path, QString::fromLatin1(hash.toHex()));
            }
        }
        write(u"%1-%2.txt"_s.arg(prefix, name), writeManifest(checksums));
    }
}

void TamperedPackage::hashAnew() const
{
    qint64 bytes = 0;
    qint64 count = 0;
    QDirIterator files(at(u"data"_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        bytes += files.nextFileInfo().size();
        ++count;
    }
    QByteArray info;
    for (const QByteArray &line : read(u"bag-info.txt"_s).split('\n')) {
        if (!line.isEmpty()) {
            info += line.startsWith("Payload-Oxum")
                        ? "Payload-Oxum: " + QByteArray::number(bytes) + '.' + QByteArray::number(count) + '\n'
                        : line + '\n';
        }
    }
    write(u"bag-info.txt"_s, info);
    writeManifests(u"manifest"_s, true);
    hashTagsAnew();
}

void TamperedPackage::hashTagsAnew() const
{
    writeManifests(u"tagmanifest"_s, false);
}

void TamperedPackage::changeRecord(const QByteArray &from, const QByteArray &to) const
{
    change(u"metadata/package.json"_s, from, to);
    hashAnew();
}

} // namespace Porchlight
