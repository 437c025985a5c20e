// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace Porchlight {

/// Where a command reads its place from and writes its answer to. Answers go to standard output, as JSON with --json;
/// sentences about errors go to standard error.
class CommandContext
{
public:
    CommandContext(QString dataDirectory, bool wantsJson);

    /// The folder that holds store and vault (--data-dir, else the user's own data folder).
    [[nodiscard]] QString dataDirectory() const { return m_dataDirectory; }
    [[nodiscard]] bool wantsJson() const { return m_wantsJson; }

    /// Writes the whole answer: `json` indented with --json, else `text` as it is.
    void answer(const QJsonValue &json, const QString &text) const;
    /// Writes text to standard output as it is; for answers that are no JSON (CSV).
    void print(const QString &text) const;
    /// Writes a sentence to standard error and returns exit code 1.
    [[nodiscard]] int refuse(const QString &sentence) const;

private:
    QString m_dataDirectory;
    bool m_wantsJson;
};

/// One command of the command line, for example "directory import". `run` gets what stands behind its name, without
/// the options that every command has, and returns the exit code.
struct Command
{
    QString name;
    QString synopsis; ///< What stands behind the name in the usage.
    QString purpose;  ///< One line.
    std::function<int(const CommandContext &, const QStringList &)> run;
    bool paintsText = false; ///< Needs fonts; never a display.
};

using CommandTable = std::vector<Command>;

} // namespace Porchlight
