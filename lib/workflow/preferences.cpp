// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/preferences.h"

#include <QFile>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString fileIn(const QString &dataDirectory)
{
    return dataDirectory + u"/preferences.ini"_s;
}

QString wordOf(Preferences::Theme theme)
{
    switch (theme) {
    case Preferences::Theme::Day:
        return u"day"_s;
    case Preferences::Theme::Night:
        return u"night"_s;
    case Preferences::Theme::System:
        return u"system"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Preferences::Theme themeOf(const QString &word)
{
    if (word == u"night") {
        return Preferences::Theme::Night;
    }
    return word == u"system" ? Preferences::Theme::System : Preferences::Theme::Day;
}

ReviewKeys keysIn(const QSettings &file)
{
    QMap<QString, QStringList> changes;
    const QString group = u"reviewKeys/"_s;
    for (const QString &name : file.allKeys()) {
        if (name.startsWith(group)) {
            changes.insert(name.sliced(group.size()), file.value(name).toStringList());
        }
    }
    return ReviewKeys::fromChanges(changes);
}

void putKeys(QSettings &file, const ReviewKeys &keys)
{
    file.remove(u"reviewKeys"_s);
    const QMap<QString, QStringList> changes = keys.changes();
    for (auto change = changes.cbegin(); change != changes.cend(); ++change) {
        file.setValue(u"reviewKeys/"_s + change.key(), change.value());
    }
}

} // namespace

Preferences readPreferences(const QString &dataDirectory)
{
    const QSettings file(fileIn(dataDirectory), QSettings::IniFormat);
    Preferences preferences;
    preferences.theme = themeOf(file.value(u"look/theme"_s).toString());
    preferences.reviewsByNight = file.value(u"look/reviewByNight"_s, true).toBool();
    preferences.hasReducedMotion = file.value(u"look/reducedMotion"_s, false).toBool();
    preferences.exchangeAddress = file.value(u"exchange/address"_s).toUrl();
    preferences.exchangeToken = file.value(u"exchange/token"_s).toString();
    preferences.hasDemoResidents = file.value(u"exchange/demoResidents"_s, true).toBool();
    preferences.isOnLan = file.value(u"exchange/lan"_s, false).toBool();
    preferences.storeAddress = file.value(u"store/address"_s).toString();
    preferences.reviewsUnconfined = file.value(u"review/unconfined"_s, false).toBool();
    preferences.lastCase = CaseId::fromString(file.value(u"work/case"_s).toString());
    preferences.reviewKeys = keysIn(file);
    return preferences;
}

bool writePreferences(const QString &dataDirectory, const Preferences &preferences)
{
    const QString path = fileIn(dataDirectory);
    QFile file(path);
    if (!file.exists()) {
        // The file is made for its owner alone before anything is in it.
        if (!file.open(QIODevice::WriteOnly, QFile::ReadOwner | QFile::WriteOwner)) {
            return false;
        }
        file.close();
    }
    QSettings settings(path, QSettings::IniFormat);
    settings.setAtomicSyncRequired(false);
    settings.setValue(u"look/theme"_s, wordOf(preferences.theme));
    settings.setValue(u"look/reviewByNight"_s, preferences.reviewsByNight);
    settings.setValue(u"look/reducedMotion"_s, preferences.hasReducedMotion);
    settings.setValue(u"exchange/address"_s, preferences.exchangeAddress);
    settings.setValue(u"exchange/token"_s, preferences.exchangeToken);
    settings.setValue(u"exchange/demoResidents"_s, preferences.hasDemoResidents);
    settings.setValue(u"exchange/lan"_s, preferences.isOnLan);
    settings.setValue(u"store/address"_s, preferences.storeAddress);
    settings.setValue(u"review/unconfined"_s, preferences.reviewsUnconfined);
    settings.setValue(u"work/case"_s, preferences.lastCase ? preferences.lastCase->toString() : QString());
    putKeys(settings, preferences.reviewKeys);
    settings.sync();
    return settings.status() == QSettings::NoError;
}

} // namespace Porchlight
