// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QTimer>

namespace Porchlight {

class Desk;

/// Shows every page of the real window once and ends the program: with 0 if each was drawn and nothing was complained
/// about, else with 1. Runs among the tests, and inside every package.
class SelfTest final : public QObject
{
    Q_OBJECT

public:
    explicit SelfTest(Desk &desk);
    ~SelfTest() override;

    void start();

private:
    void showNextPage();
    void end(int code);

    Desk &m_desk;
    QTimer m_limit;
    int m_nextPage = 0;
    int m_complaintsBefore = 0;
};

} // namespace Porchlight
