// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "areacommands.h"
#include "auditcommands.h"
#include "basemapcommands.h"
#include "benchcommands.h"
#include "casecommands.h"
#include "clipcommands.h"
#include "command.h"
#include "directorycommands.h"
#include "exportcommands.h"
#include "indexcommands.h"
#include "jurisdictioncommands.h"
#include "mediacommands.h"
#include "requestcommands.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QStandardPaths>
#include <QTextStream>

#include <algorithm>
#include <memory>

using namespace Porchlight;
using namespace Qt::StringLiterals;

namespace {

CommandTable allCommands()
{
    CommandTable table;
    for (const CommandTable &commands : {
             areaCommands(),
             auditCommands(),
             basemapCommands(),
             caseCommands(),
             clipCommands(),
             directoryCommands(),
             exportCommands(),
             mediaCommands(),
             benchCommands(),
             indexCommands(),
             jurisdictionCommands(),
             requestCommands(),
         }) {
        table.insert(table.end(), commands.begin(), commands.end());
    }
    return table;
}

void printUsage(const CommandTable &table)
{
    QTextStream stream(stderr);
    stream << "usage: porchlight-cli [--data-dir DIR] [--json] COMMAND ...\n\n";
    for (const Command &command : table) {
        stream << "  " << command.name << ' ' << command.synopsis << "\n      " << command.purpose << '\n';
    }
}

/// The command with the longest name that the words begin with.
const Command *findCommand(const CommandTable &table, const QStringList &words)
{
    const Command *found = nullptr;
    for (const Command &command : table) {
        const QStringList name = command.name.split(u' ');
        const bool matches = words.size() >= name.size() && std::equal(name.begin(), name.end(), words.begin());
        if (matches && (found == nullptr || command.name.size() > found->name.size())) {
            found = &command;
        }
    }
    return found;
}

struct GeneralOptions
{
    QString dataDirectory = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/porchlight"_s;
    bool wantsJson = false;
    QStringList words;
};

GeneralOptions readOptions(QStringList arguments)
{
    GeneralOptions options;
    while (!arguments.isEmpty()) {
        const QString word = arguments.takeFirst();
        if (word == u"--json") {
            options.wantsJson = true;
        } else if (word == u"--data-dir" && !arguments.isEmpty()) {
            options.dataDirectory = arguments.takeFirst();
        } else {
            options.words.append(word);
        }
    }
    return options;
}

std::unique_ptr<QCoreApplication> applicationFor(const Command *command, int &argc, char *argv[])
{
    if (command == nullptr || !command->paintsText) {
        return std::make_unique<QCoreApplication>(argc, argv);
    }
    qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QGuiApplication>(argc, argv);
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication::setApplicationName(u"porchlight"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(PORCHLIGHT_VERSION));

    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        arguments.append(QString::fromLocal8Bit(argv[i]));
    }
    const CommandTable table = allCommands();
    const GeneralOptions options = readOptions(arguments);
    const Command *command = findCommand(table, options.words);
    const auto application = applicationFor(command, argc, argv);
    if (command == nullptr) {
        printUsage(table);
        return options.words == QStringList{u"help"_s} ? 0 : 1;
    }
    const CommandContext context(options.dataDirectory, options.wantsJson);
    return command->run(context, options.words.mid(command->name.count(u' ') + 1));
}
