// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/packagepages.h"

#include <QLocale>

#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr QStringView Style = uR"(
@page { margin: 18mm }
body { font: 15px/1.5 Inter, "Segoe UI", "Helvetica Neue", Arial, sans-serif; color: #1B1F24; background: #F4F5F6; margin: 0 }
main { max-width: 880px; margin: 0 auto; padding: 24px }
h1 { font-size: 24px; margin: 16px 0 4px } h2 { font-size: 18px; margin: 32px 0 8px } h3 { font-size: 15px; margin: 0 0 6px }
p { margin: 6px 0 } .second { color: #56606B } code, pre, .mono { font-family: "JetBrains Mono", Consolas, Menlo, monospace; font-size: 13px; overflow-wrap: anywhere }
.banner { background: #FFF3D6; color: #6B4600; border: 2px solid #8A5A00; border-radius: 8px; padding: 12px 16px }
.card { background: #fff; border: 1px solid #DDE1E5; border-radius: 14px; padding: 16px; margin: 12px 0; break-inside: avoid }
.card img { float: right; width: 220px; border-radius: 4px; margin: 0 0 8px 16px }
table { border-collapse: collapse; width: 100%; background: #fff } th, td { text-align: left; vertical-align: top; padding: 5px 10px; border-bottom: 1px solid #DDE1E5 }
th { font-weight: 500; color: #56606B; width: 190px } thead th { width: auto } pre { background: #EDEFF1; border-radius: 8px; padding: 10px 12px; white-space: pre-wrap; margin: 4px 0 12px }
@media print { body { background: #fff; font-size: 11pt } main { max-width: none; padding: 0 } a { color: inherit; text-decoration: none } }
)";

QString escaped(const QString &text)
{
    return text.toHtmlEscaped();
}

QString mono(const QString &text)
{
    return u"<span class=\"mono\">%1</span>"_s.arg(escaped(text));
}

QString orNotStated(const QString &text)
{
    return text.isEmpty() ? u"<span class=\"second\">not stated</span>"_s : escaped(text);
}

QString bytesText(qint64 size)
{
    return u"%1 bytes (%2)"_s.arg(QLocale::c().toString(size),
                                  QLocale::c().formattedDataSize(size, 1, QLocale::DataSizeSIFormat));
}

QString secondsText(qint64 microseconds)
{
    return QString::number(static_cast<double>(microseconds) / 1e6, 'f', 3) + u" s"_s;
}

/// Builds one page. Everything that comes from outside goes through escaped().
class Html
{
public:
    Html(const QString &title, QString pathToRoot)
        : m_root(std::move(pathToRoot))
    {
        m_text = u"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                 "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; img-src 'self' file:; "
                 "style-src 'unsafe-inline'\">\n<meta name=\"viewport\" content=\"width=device-width\">\n"
                 "<title>%1</title>\n<style>%2</style>\n</head>\n<body>\n<main>\n"_s.arg(escaped(title), Style);
    }

    void heading(int level, const QString &text) { add(u"<h%1>%2</h%1>"_s.arg(level).arg(escaped(text))); }
    void paragraph(const QString &text) { add(u"<p>%1</p>"_s.arg(escaped(text))); }
    void add(const QString &html) { m_text += html + u'\n'; }

    void beginTable() { add(u"<table>"_s); }
    void row(const QString &label, const QString &html)
    {
        add(u"<tr><th scope=\"row\">%1</th><td>%2</td></tr>"_s.arg(escaped(label), html));
    }
    void columns(const QStringList &labels)
    {
        QString cells;
        for (const QString &label : labels) {
            cells += u"<th scope=\"col\">%1</th>"_s.arg(escaped(label));
        }
        add(u"<thead><tr>%1</tr></thead>"_s.arg(cells));
    }
    void cells(const QStringList &html) { add(u"<tr><td>%1</td></tr>"_s.arg(html.join(u"</td><td>"_s))); }
    void endTable() { add(u"</table>"_s); }

    [[nodiscard]] QString link(const FileRecord &file) const
    {
        return u"<a class=\"mono\" href=\"%1%2\">%2</a>"_s.arg(m_root, escaped(file.path));
    }
    [[nodiscard]] QString picture(const DerivedRecord &derived, const QString &words) const
    {
        return u"<img src=\"%1%2\" alt=\"%3\">"_s.arg(m_root, escaped(derived.file.path), escaped(words));
    }

    QByteArray finish()
    {
        add(u"</main>\n</body>\n</html>"_s);
        return m_text.toUtf8();
    }

private:
    QString m_root;
    QString m_text;
};

void writeBanner(Html &page)
{
    page.add(u"<div class=\"banner\" role=\"note\"><strong>UNSEALED: not signed.</strong> The checksums show whether a "
             "file was damaged or changed after it was written. They do not show who wrote this package, and someone "
             "who changes a file can compute all checksums anew.</div>"_s);
}

void writeHead(Html &page, const PackageRecord &record, const QString &title)
{
    writeBanner(page);
    page.heading(1, title);
    page.add(u"<p class=\"mono\">%1</p>"_s.arg(escaped(record.bagName)));
    page.beginTable();
    page.row(u"Case"_s, escaped(record.caseFile.number) + u" &middot; "_s + orNotStated(record.caseFile.title));
    page.row(u"Offence"_s, orNotStated(record.caseFile.offence));
    page.row(u"Made by"_s, u"%1 (%2), %3"_s.arg(escaped(record.officer.name), escaped(record.officer.id),
                                                escaped(record.officer.agencyName)));
    page.row(u"Whom to ask"_s, orNotStated(record.officer.contact));
    page.row(u"Made at"_s, escaped(record.createdAt.toString()) + u" (UTC, clock of the computer)"_s);
    page.row(u"Handed to"_s, orNotStated(record.recipient));
    page.row(u"Package"_s, mono(record.id.toString()));
    page.row(u"Program"_s, u"Porchlight "_s + escaped(record.softwareVersion));
    page.endTable();
}

QString consentText(const PackageItem &item)
{
    if (!item.consent) {
        return u"No consent receipt: the clip was imported from a file."_s;
    }
    const QString purpose = item.consent->purpose == UsePurpose::ThisCaseAndProsecution
                                ? u"this case and its prosecution"_s
                                : u"this case, <strong>not its prosecution</strong>"_s;
    const QString place = item.consent->place == PlacePrecision::Address ? u"address"_s
                          : item.consent->place == PlacePrecision::Block ? u"block only"_s
                                                                         : u"not to be told"_s;
    return u"picture; sound: %1; place: %2; use: %3; until %4"_s.arg(
        item.consent->sound ? u"yes"_s : u"no"_s, place, purpose, item.consent->until.toString(Qt::ISODate));
}

QString clockText(const PackageItem &item)
{
    const QString start = item.statedStart ? escaped(item.statedStart->toString()) + u" as stated"_s
                                           : u"<span class=\"second\">start not stated</span>"_s;
    return start + u"<br>"_s + escaped(clockWords(item.clock));
}

QString mediaText(const PackageItem &item)
{
    const MediaFacts &facts = item.facts;
    if (facts.videoCodec.isEmpty()) {
        return u"could not be decoded"_s;
    }
    return u"%1, %2, %3 &times; %4, %5, sound: %6%7"_s.arg(escaped(facts.container), escaped(facts.videoCodec))
        .arg(facts.width)
        .arg(facts.height)
        .arg(secondsText(facts.durationMicroseconds),
             facts.audioCodec.isEmpty() ? u"none"_s : escaped(facts.audioCodec),
             facts.isDamaged ? u"; <strong>damaged</strong>"_s : QString());
}

QString exportText(const QString &atExport, const QString &atReceipt)
{
    return mono(atExport) + (atExport == atReceipt ? u" &mdash; equal"_s : u" &mdash; <strong>DIFFERENT</strong>"_s);
}

void writeItemFiles(Html &page, const PackageItem &item)
{
    page.row(u"Original, untouched"_s, page.link(item.original) + u"<br>"_s + bytesText(item.original.size));
    page.row(u"SHA-256 at receipt"_s, mono(item.sha256AtReceipt));
    page.row(u"SHA-256 at export"_s, exportText(item.original.sha256, item.sha256AtReceipt));
    page.row(u"SHA-512 at receipt"_s, mono(item.sha512AtReceipt));
    page.row(u"SHA-512 at export"_s, exportText(item.original.sha512, item.sha512AtReceipt));
    page.row(u"How it came in"_s, page.link(item.receipt));
    page.row(u"What it is, in full"_s, page.link(item.probe));
    page.row(u"Frame table"_s, item.frames ? page.link(item.frames->file) + u"<br>%1 frames"_s.arg(item.frames->rows)
                                           : u"none: "_s + escaped(item.framesMissing));
}

QString stillsText(const Html &page, const PackageItem &item)
{
    QStringList stills;
    for (const DerivedRecord &derived : item.derived) {
        if (derived.isOfficers()) {
            const QString record = derived.takingRecord ? u"<br>its record: "_s + page.link(*derived.takingRecord)
                                                        : u"<br>without a record of its taking"_s;
            stills.append((derived.isContactSheet() ? u"contact sheet from frame %1: "_s : u"frame %1: "_s)
                              .arg(derived.frameNumber) +
                          page.link(derived.file) + record);
        }
    }
    return stills.isEmpty() ? u"none"_s : stills.join(u"<br>");
}

/// How many, and the tags among them with how many notes have each.
QString notesText(const PackageItem &item)
{
    std::map<QString, int> counts;
    for (const Marker &marker : item.markers) {
        for (const QString &tag : marker.tags) {
            ++counts[tag];
        }
    }
    QStringList tags;
    for (const auto &[tag, count] : counts) {
        tags.append(u"%1 (%2)"_s.arg(tag).arg(count));
    }
    const QString number = QString::number(item.markers.size());
    return tags.isEmpty() ? number : number + u"<br>tags: "_s + escaped(tags.join(u", "_s));
}

void writeItem(Html &page, const PackageItem &item)
{
    page.add(u"<section class=\"card\">"_s);
    for (const DerivedRecord &derived : item.derived) {
        if (derived.kind == u"thumbnail") {
            page.add(page.picture(derived, u"First frame of "_s + item.label));
        }
    }
    page.heading(3, item.label);
    page.beginTable();
    page.row(u"Name as it came"_s, escaped(item.originalName));
    page.row(u"Where it came from"_s,
             escaped(item.source) + (item.requestId.isEmpty() ? QString() : u", request "_s + mono(item.requestId)));
    page.row(u"Received"_s, escaped(item.receivedAt.toString()));
    page.row(u"Place, as far as allowed"_s, orNotStated(item.placeText));
    page.row(u"Resident's note"_s, orNotStated(item.residentNote));
    page.row(u"Consent"_s, consentText(item));
    page.row(u"Camera clock"_s, clockText(item));
    page.row(u"Recording"_s, mediaText(item));
    writeItemFiles(page, item);
    page.row(u"Officer's notes"_s, notesText(item));
    page.row(u"Officer's stills"_s, stillsText(page, item));
    page.endTable();
    page.add(u"</section>"_s);
}

void writeRequests(Html &page, const PackageRecord &record)
{
    page.heading(2, u"What was asked"_s);
    if (record.requests.empty()) {
        page.paragraph(u"No request was published in this case."_s);
        return;
    }
    page.beginTable();
    page.columns({u"Request"_s, u"Published"_s, u"Hours asked for"_s, u"File"_s});
    for (const RequestRecord &published : record.requests) {
        page.cells({escaped(published.request.title), escaped(published.request.publishedAt.toString()),
                    escaped(published.request.window.begin.toString()) + u"<br>to "_s +
                        escaped(published.request.window.end.toString()),
                    page.link(published.file)});
    }
    page.endTable();
}

void writeCompleteness(Html &page, const PackageRecord &record)
{
    page.heading(2, u"Is it complete?"_s);
    page.beginTable();
    page.columns({u""_s, u"in the case"_s, u"in this package"_s});
    const PackageCounts &counts = record.counts;
    page.cells({u"Requests published"_s, QString::number(counts.requests), QString::number(record.requests.size())});
    page.cells({u"Clips received"_s, QString::number(counts.clipsReceived), QString::number(counts.clipsExported)});
    page.cells({u"Officer's notes"_s, QString::number(counts.notesMade), QString::number(counts.notesExported)});
    page.cells({u"Stills"_s, QString::number(counts.stillsMade), QString::number(counts.stillsExported)});
    page.endTable();
    if (record.leftOut.empty()) {
        page.paragraph(u"Nothing was left out."_s);
        return;
    }
    page.heading(3, u"Left out, and why"_s);
    page.beginTable();
    for (const LeftOut &leftOut : record.leftOut) {
        page.row(leftOut.subject, escaped(leftOut.detail));
    }
    page.endTable();
}

void writeChecks(Html &page)
{
    page.heading(2, u"How to check it"_s);
    page.paragraph(u"With porchlight-verify, which needs no account and no network: give it the folder that holds this "
                   "page. Without it, in a terminal inside that folder:"_s);
    for (const CheckCommands &way : stockCheckCommands()) {
        page.heading(3, way.system);
        page.add(u"<pre>%1</pre>"_s.arg(escaped(way.commands.join(u'\n'))));
    }
    page.paragraph(u"These commands do not show files that were added: count the files in \"data\" and compare with "
                   "Payload-Oxum in bag-info.txt (bytes, a dot, number of files)."_s);
}

void writeLimits(Html &page)
{
    page.heading(2, u"What it proves and what it does not"_s);
    page.add(u"<ul>"_s);
    for (const QString &limit : packageLimits()) {
        page.add(u"<li>%1</li>"_s.arg(escaped(limit)));
    }
    page.add(u"</ul>"_s);
}

void writeNotes(Html &page, const PackageItem &item)
{
    if (item.markers.empty()) {
        page.paragraph(u"No notes."_s);
        return;
    }
    page.beginTable();
    page.columns({u"Frames"_s, u"Time in the clip"_s, u"Note"_s, u"Tags"_s, u"By"_s});
    for (const Marker &marker : item.markers) {
        page.cells({u"%1 to %2"_s.arg(marker.firstFrame).arg(marker.lastFrame),
                    secondsText(marker.firstMicroseconds) + u" to "_s + secondsText(marker.lastMicroseconds),
                    escaped(marker.note), escaped(marker.tags.join(u", "_s)),
                    escaped(marker.author.name) + u"<br>"_s + marker.createdAt.toString()});
    }
    page.endTable();
}

void writeStills(Html &page, const PackageItem &item)
{
    for (const DerivedRecord &derived : item.derived) {
        if (!derived.isOfficers()) {
            continue;
        }
        page.add(u"<section class=\"card\">"_s);
        page.add(page.picture(derived, u"Frame %1 of %2"_s.arg(derived.frameNumber).arg(item.label)));
        page.heading(3, (derived.isContactSheet() ? u"Contact sheet from frame %1"_s : u"Still of frame %1"_s)
                            .arg(derived.frameNumber));
        page.beginTable();
        page.row(u"Time stamp (PTS)"_s, u"%1 ticks of %2 s"_s.arg(derived.pts).arg(escaped(derived.timeBase)));
        page.row(u"Picture type"_s, orNotStated(derived.pictureType));
        page.row(u"Made how"_s, escaped(derived.operation));
        page.row(u"Made from SHA-256"_s, mono(derived.inputSha256));
        page.row(u"File"_s, page.link(derived.file));
        page.row(u"Record of its taking"_s, derived.takingRecord ? page.link(*derived.takingRecord) : u"none"_s);
        page.row(u"Note"_s, orNotStated(derived.note));
        page.endTable();
        page.add(u"</section>"_s);
    }
}

} // namespace

QByteArray startHerePage(const PackageRecord &record)
{
    Html page(u"Evidence package "_s + record.bagName, {});
    writeHead(page, record, u"Evidence package"_s);
    page.heading(2, u"What it holds"_s);
    for (const PackageItem &item : record.items) {
        writeItem(page, item);
    }
    page.paragraph(u"The officer's notes and stills are in data/report/report.html, apart from the machine record."_s);
    page.paragraph(u"How far a camera's clock is known stands with each clip above: what is added to it, how sure that "
                   "is, and who found it how; for a spreadsheet in metadata/items.csv."_s);
    writeRequests(page, record);
    writeCompleteness(page, record);
    page.heading(2, u"Who handled it"_s);
    page.paragraph(u"The custody log of the case is in custody/log.jsonl, and for a spreadsheet in custody/log.csv: %1 "
                   "entries, the last one with SHA-256 %2."_s.arg(record.custody.entries)
                       .arg(record.custody.lastHash));
    writeChecks(page);
    writeLimits(page);
    return page.finish();
}

QByteArray reportPage(const PackageRecord &record)
{
    Html page(u"Officer's report "_s + record.bagName, u"../../"_s);
    writeHead(page, record, u"Officer's notes and stills"_s);
    page.paragraph(
        u"What stands here was written and chosen by people. The machine record is metadata/package.json."_s);
    for (const PackageItem &item : record.items) {
        page.heading(2, u"%1, %2"_s.arg(item.label, item.originalName));
        writeNotes(page, item);
        writeStills(page, item);
    }
    return page.finish();
}

} // namespace Porchlight
