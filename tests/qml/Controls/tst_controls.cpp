// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <QStandardPaths>
#include <QtQuickTest>

/// Runs the tst_*.qml beside it. What panels remember goes to a test folder, not to the user's.
class Setup : public QObject
{
    Q_OBJECT

public Q_SLOTS:
    void applicationAvailable()
    {
        QStandardPaths::setTestModeEnabled(true);
        QCoreApplication::setOrganizationName(QStringLiteral("porchlight-test"));
        QCoreApplication::setApplicationName(QStringLiteral("controls"));
    }
};

QUICK_TEST_MAIN_WITH_SETUP(controls, Setup)

#include "tst_controls.moc"
