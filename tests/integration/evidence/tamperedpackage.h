// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace Porchlight {

/// A package in the hands of someone who changes it: without care, or with the means to compute all checksums anew.
class TamperedPackage
{
public:
    explicit TamperedPackage(QString folder);

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] QString at(const QString &path) const { return m_folder + u'/' + path; }
    [[nodiscard]] QByteArray read(const QString &path) const;
    void write(const QString &path, const QByteArray &bytes) const;
    void change(const QString &path, const QByteArray &from, const QByteArray &to) const;
    void remove(const QString &path) const;
    void rename(const QString &from, const QString &to) const;

    /// Payload manifests, Oxum and tag manifests for whatever is there now.
    void hashAnew() const;
    /// Tag manifests only.
    void hashTagsAnew() const;
    /// Changes metadata/package.json and hashes everything anew.
    void changeRecord(const QByteArray &from, const QByteArray &to) const;

private:
    void writeManifests(const QString &prefix, bool isPayload) const;

    QString m_folder;
};

} // namespace Porchlight
