// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packagepages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr qsizetype TextColumns = 80;

/// Paragraphs of at most 80 columns with CRLF, for the plainest editor there is.
class PlainText
{
public:
    void paragraph(const QString &text)
    {
        QString line;
        for (const QString &word : text.simplified().split(u' ')) {
            if (!line.isEmpty() && line.size() + 1 + word.size() > TextColumns) {
                verbatim(line);
                line.clear();
            }
            line += (line.isEmpty() ? QString() : u" "_s) + word;
        }
        verbatim(line);
        verbatim({});
    }

    void heading(const QString &text)
    {
        verbatim(text);
        verbatim(QString(std::min(text.size(), TextColumns), u'='));
        verbatim({});
    }

    void verbatim(const QString &line) { m_text += line + u"\r\n"_s; }

    [[nodiscard]] QByteArray bytes() const { return m_text.toUtf8(); }

private:
    QString m_text;
};

void writeContents(PlainText &text, const PackageRecord &record)
{
    text.heading(u"What it holds"_s);
    for (const PackageItem &item : record.items) {
        text.verbatim(u"%1: %2 bytes"_s.arg(item.label).arg(item.original.size));
        text.verbatim(u"  "_s + item.original.path);
        text.verbatim(u"  SHA-256 at receipt  "_s + item.sha256AtReceipt.left(32));
        text.verbatim(u"                      "_s + item.sha256AtReceipt.mid(32));
        text.verbatim(u"  SHA-256 at export   "_s + item.original.sha256.left(32));
        text.verbatim(u"                      "_s + item.original.sha256.mid(32));
        text.verbatim({});
    }
    text.paragraph(u"Received: %1 clips. Exported: %2 clips. Left out: %3 things; START-HERE.html says which and why."_s
                       .arg(record.counts.clipsReceived)
                       .arg(record.counts.clipsExported)
                       .arg(record.leftOut.size()));
}

} // namespace

QByteArray readMeText(const PackageRecord &record)
{
    PlainText text;
    text.heading(u"Evidence package "_s + record.bagName);
    text.paragraph(u"UNSEALED: this package is not signed. Its checksums show whether a file was damaged or changed "
                   "after it was written. They do not show who wrote it, and someone who changes a file can compute "
                   "all checksums anew."_s);
    text.paragraph(u"Case %1. Made %2 by %3, %4, with Porchlight %5. Questions: %6."_s.arg(
        record.caseFile.number, record.createdAt.toString(), record.officer.name, record.officer.agencyName,
        record.softwareVersion, record.officer.contact));
    text.paragraph(u"Open START-HERE.html in any browser: it says the same with more words and pictures."_s);
    writeContents(text, record);
    text.heading(u"How to check it without Porchlight"_s);
    text.paragraph(u"In a terminal, inside the folder that holds this file:"_s);
    for (const CheckCommands &way : stockCheckCommands()) {
        text.verbatim(way.system);
        for (const QString &command : way.commands) {
            text.verbatim(u"  "_s + command);
        }
        text.verbatim({});
    }
    text.paragraph(u"These commands do not show files that were added: count the files in \"data\" and compare with "
                   "Payload-Oxum in bag-info.txt (bytes, a dot, number of files). porchlight-verify checks everything "
                   "at once."_s);
    text.heading(u"What it proves and what it does not"_s);
    for (const QString &limit : packageLimits()) {
        text.paragraph(limit);
    }
    return text.bytes();
}

std::vector<CheckCommands> stockCheckCommands()
{
    return {
        {u"Windows (PowerShell)"_s,
         {u"Get-Content manifest-sha256.txt, tagmanifest-sha256.txt | ForEach-Object {"_s,
          u"  $sum, $path = $_ -split '  ', 2"_s,
          u"  $now = (Get-FileHash -Algorithm SHA256 -LiteralPath $path).Hash"_s,
          u"  if ($now -ne $sum) { \"CHANGED: $path\" } }"_s}},
        {u"macOS (Terminal)"_s,
         {u"shasum -a 256 -c manifest-sha256.txt"_s, u"shasum -a 256 -c tagmanifest-sha256.txt"_s}},
        {u"Linux"_s,
         {u"sha256sum -c manifest-sha256.txt"_s, u"sha512sum -c manifest-sha512.txt"_s,
          u"sha256sum -c tagmanifest-sha256.txt"_s}},
    };
}

QStringList packageLimits()
{
    return {
        u"The originals are the bytes that were received, never encoded again. Their SHA-256 was taken when they came "
        "in and again when they were copied here; both are printed and must be equal."_s,
        u"A consent receipt carries the signature of the exchange over the clip's SHA-256 and over what the resident "
        "allowed. It shows that the clip is the one that was shared, if the exchange's key is known from elsewhere."_s,
        u"The custody log holds every entry of this case, chained by SHA-256. The chain shows entries that were "
        "edited, removed in the middle, moved or doubled. It does not show a log that was written anew as a whole."_s,
        u"This package is not sealed: nothing in it shows who made it or that all of it was not made anew. Compare the "
        "SHA-256 of tagmanifest-sha256.txt with the one the agency keeps in its own log."_s,
        u"Times are the camera's own unless it says that its clock was checked. The computer's clock was not compared "
        "with a time-stamp authority."_s,
        u"Pictures that were predicted from others (types P and B) can hold areas that are older than the frame they "
        "stand in."_s,
    };
}

} // namespace Porchlight
