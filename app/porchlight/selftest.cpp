// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "selftest.h"

#include "desk.h"
#include "shellviewmodel.h"

#include <QCoreApplication>
#include <QImage>
#include <QMetaEnum>
#include <QQuickWindow>
#include <QTextStream>

#include <atomic>
#include <chrono>

using namespace std::chrono_literals;

namespace Porchlight {

namespace {

std::atomic<int> complaints = 0;
QtMessageHandler handlerBefore = nullptr;

// What the QML engine and the scene graph have to complain about arrives as warnings and nowhere else.
void countComplaints(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (type == QtWarningMsg || type == QtCriticalMsg) {
        ++complaints;
    }
    handlerBefore(type, context, text);
}

} // namespace

SelfTest::SelfTest(Desk &desk)
    : m_desk(desk)
{}

SelfTest::~SelfTest()
{
    if (handlerBefore != nullptr) {
        qInstallMessageHandler(handlerBefore);
    }
}

void SelfTest::start()
{
    handlerBefore = qInstallMessageHandler(countComplaints);
    m_limit.setSingleShot(true);
    connect(&m_limit, &QTimer::timeout, this, [this] {
        QTextStream(stderr) << "self-test: the window did not appear in time\n";
        end(1);
    });
    m_limit.start(60s);
    connect(&m_desk, &Desk::failed, this, [this] { end(1); });
    connect(&m_desk, &Desk::ready, this, &SelfTest::showNextPage, Qt::QueuedConnection);
}

void SelfTest::showNextPage()
{
    const auto pages = QMetaEnum::fromType<ShellViewModel::Page>();
    if (m_nextPage == pages.keyCount()) {
        QTextStream(stderr) << "self-test: " << m_nextPage << " pages, " << complaints.load() << " complaints\n";
        end(complaints == 0 ? 0 : 1);
        return;
    }
    m_desk.shell()->setPage(static_cast<ShellViewModel::Page>(pages.value(m_nextPage)));
    if (m_desk.window()->grabWindow().isNull()) {
        QTextStream(stderr) << "self-test: " << pages.key(m_nextPage) << " was not drawn\n";
        end(1);
        return;
    }
    if (complaints != m_complaintsBefore) {
        QTextStream(stderr) << "self-test: " << pages.key(m_nextPage) << " has something to complain about\n";
        m_complaintsBefore = complaints;
    }
    ++m_nextPage;
    QMetaObject::invokeMethod(this, &SelfTest::showNextPage, Qt::QueuedConnection);
}

void SelfTest::end(int code)
{
    m_limit.stop();
    QCoreApplication::exit(code);
}

} // namespace Porchlight
