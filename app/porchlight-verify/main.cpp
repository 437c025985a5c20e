// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packageverifier.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Usage = R"(usage: porchlight-verify FOLDER [--json] [--profile porchlight|none]
       porchlight-verify --json-schema | --help | --version

Checks an evidence package, with no account, no network and no database. It only reads.
FOLDER is the package's folder; a package in an archive has to be unpacked first.

  --json            the answer as JSON; its form is printed by --json-schema
  --profile none    checks any BagIt bag, made by any tool, by the rules of RFC 8493 alone;
                    seal, time, custody log and records are then NOT PRESENT

exit code  0  all passed (with --profile none: a complete and valid bag)
           1  changed or incomplete
           2  unchanged, but the signer is not known here, or the package is unsealed
           3  could not read
)";

struct Options
{
    QString folder;
    BagProfile profile = BagProfile::Porchlight;
    bool wantsJson = false;
    bool isUnderstood = true;
};

Options readOptions(QStringList arguments)
{
    Options options;
    while (!arguments.isEmpty()) {
        const QString word = arguments.takeFirst();
        if (word == u"--json") {
            options.wantsJson = true;
        } else if (word == u"--profile" && !arguments.isEmpty() &&
                   (arguments.first() == u"none" || arguments.first() == u"porchlight")) {
            options.profile = arguments.takeFirst() == u"none" ? BagProfile::None : BagProfile::Porchlight;
        } else if (!word.startsWith(u"--") && options.folder.isEmpty()) {
            options.folder = word;
        } else {
            options.isUnderstood = false;
        }
    }
    options.isUnderstood = options.isUnderstood && !options.folder.isEmpty();
    return options;
}

/// Answers of one word; empty for anything else.
QByteArray answerOf(const QString &word)
{
    if (word == u"--help") {
        return Usage;
    }
    if (word == u"--version") {
        return "porchlight-verify " PORCHLIGHT_VERSION "\n";
    }
    QFile schema(u":/porchlight/evidence/verification.schema.json"_s);
    return word == u"--json-schema" && schema.open(QIODevice::ReadOnly) ? schema.readAll() : QByteArray();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().mid(1);
    QTextStream out(stdout);
    if (const QByteArray answer = arguments.size() == 1 ? answerOf(arguments.first()) : QByteArray();
        !answer.isEmpty()) {
        out << answer;
        return 0;
    }
    const Options options = readOptions(arguments);
    if (!options.isUnderstood) {
        QTextStream(stderr) << Usage;
        return static_cast<int>(Verification::Verdict::CouldNotRead);
    }
    const VerificationReport report = PackageVerifier(options.profile).verify(options.folder);
    if (options.wantsJson) {
        out << QJsonDocument(toJson(report)).toJson(QJsonDocument::Indented);
    } else {
        out << toText(report);
    }
    return static_cast<int>(report.verdict);
}
