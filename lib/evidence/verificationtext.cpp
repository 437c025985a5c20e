// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/digesttext.h"
#include "evidence/faultwords.h"
#include "evidence/packageverifier.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

QString markOf(FaultWeight weight)
{
    switch (weight) {
    case FaultWeight::Error:
        return u"- "_s;
    case FaultWeight::Warning:
        return u"- warning: "_s;
    case FaultWeight::Unreadable:
        return u"- could not read: "_s;
    }
    Q_UNREACHABLE_RETURN({});
}

/// File names may hold control characters that would steer the terminal.
QString printable(QString text)
{
    for (QChar &character : text) {
        if (!character.isPrint() && character != u' ') {
            character = QChar::ReplacementCharacter;
        }
    }
    return text;
}

QJsonObject toJson(const CheckResult &line)
{
    QJsonArray faults;
    for (const Fault &fault : line.faults) {
        faults.append(QJsonObject{{"code"_L1, toWord(fault.code)},
                                  {"weight"_L1, toWord(fault.weight)},
                                  {"path"_L1, fault.path},
                                  {"detail"_L1, fault.detail}});
    }
    return {{"check"_L1, toWord(line.check)},
            {"title"_L1, line.title},
            {"state"_L1, toWord(line.state)},
            {"reason"_L1, line.reason},
            {"faults"_L1, faults}};
}

} // namespace

QJsonObject toJson(const VerificationReport &report)
{
    QJsonArray lines;
    for (const CheckResult &line : report.lines) {
        lines.append(toJson(line));
    }
    return {{"folder"_L1, report.folder},
            {"verdict"_L1, toWord(report.verdict)},
            {"exitCode"_L1, static_cast<int>(report.verdict)},
            {"sentence"_L1, report.sentence},
            {"payloadFiles"_L1, report.payloadFiles},
            {"payloadBytes"_L1, report.payloadBytes},
            {"packageDigest"_L1,
             report.packageDigest.isNull() ? QJsonValue(QJsonValue::Null) : digestToString(report.packageDigest)},
            {"lines"_L1, lines}};
}

QString toText(const VerificationReport &report)
{
    constexpr int TitleWidth = 16;
    constexpr int StateWidth = 12;
    QString text = printable(report.folder) + u"\n\n"_s;
    for (const CheckResult &line : report.lines) {
        text += u"  %1  %2  %3\n"_s.arg(line.title.leftJustified(TitleWidth), line.stateText.leftJustified(StateWidth),
                                        printable(line.reason));
        for (const Fault &fault : line.faults) {
            text += u"      "_s + markOf(fault.weight) +
                    printable(fault.path.isEmpty() ? fault.detail : fault.path + u": "_s + fault.detail) + u'\n';
        }
    }
    if (!report.packageDigest.isNull()) {
        text += u"\n  SHA-256 of tagmanifest-sha256.txt: %1\n"_s.arg(digestToString(report.packageDigest));
    }
    return text + u"\n"_s + report.sentence + u'\n';
}

} // namespace Porchlight
