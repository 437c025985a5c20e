// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "evidence/bagtext.h"

#include <QStringDecoder>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Porchlight {

namespace {

constexpr QByteArrayView ByteOrderMark = "\xEF\xBB\xBF";

bool isBlank(QChar character)
{
    return character == u' ' || character == u'\t';
}

/// UTF-8 or nothing: replaced characters would hide a difference.
std::optional<QString> decodeUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder.decode(bytes);
    if (decoder.hasError()) {
        return std::nullopt;
    }
    return text;
}

/// Reads one manifest and collects its faults.
class ManifestReader
{
public:
    ManifestReader(QString fileName, qsizetype digits, BagStrictness strictness)
        : m_fileName(std::move(fileName))
        , m_digits(digits)
        , m_strictness(strictness)
    {}

    BagManifest read(const QByteArray &bytes)
    {
        const QByteArrayView content = withoutMark(bytes);
        const std::optional<QString> text = decodeUtf8(content);
        if (!text || text->contains(QChar(u'\0'))) {
            complain(FaultCode::ManifestSyntax, u"it is not UTF-8 text"_s);
            return m_manifest;
        }
        if (!text->isEmpty() && !text->endsWith(u'\n') && !(isLenient() && text->endsWith(u'\r'))) {
            complain(FaultCode::ManifestCut, u"its last line has no end: it was cut off"_s);
        }
        readLines(unifiedLineEnds(*text));
        return m_manifest;
    }

private:
    [[nodiscard]] bool isLenient() const { return m_strictness == BagStrictness::Lenient; }

    void complain(FaultCode code, const QString &detail, FaultWeight weight = FaultWeight::Error)
    {
        m_manifest.faults.push_back({code, weight, m_fileName, detail});
    }

    QByteArrayView withoutMark(const QByteArray &bytes)
    {
        if (!bytes.startsWith(ByteOrderMark)) {
            return bytes;
        }
        complain(FaultCode::ManifestSyntax, u"it begins with a byte-order mark"_s);
        return QByteArrayView(bytes).sliced(ByteOrderMark.size());
    }

    QString unifiedLineEnds(QString text)
    {
        if (text.contains(u'\r')) {
            if (!isLenient()) {
                complain(FaultCode::ManifestSyntax, u"it has line ends other than LF"_s);
            }
            text.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
        }
        return text;
    }

    void readLines(const QString &text)
    {
        const QList<QStringView> lines = QStringView(text).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i + 1 == lines.size() && lines[i].isEmpty()) {
                break;
            }
            readLine(lines[i], i + 1);
        }
    }

    void readLine(QStringView line, qsizetype number)
    {
        const QString where = u"line %1"_s.arg(number);
        qsizetype digits = 0;
        while (digits < line.size() && !isBlank(line[digits])) {
            ++digits;
        }
        qsizetype gap = digits;
        while (gap < line.size() && isBlank(line[gap])) {
            ++gap;
        }
        const QString checksum = line.first(digits).toString();
        if (!isChecksum(checksum) || gap == digits || gap == line.size()) {
            complain(FaultCode::ManifestSyntax, where + u" is not a checksum, blanks and a path"_s);
            return;
        }
        if (!isLenient() && (line.sliced(digits, gap - digits) != u"  " || checksum != checksum.toLower())) {
            complain(FaultCode::ManifestSyntax, where + u" is not in the form this package is written in"_s);
        }
        keep(checksum.toLower(), readPath(line.sliced(gap), where), where);
    }

    [[nodiscard]] bool isChecksum(const QString &text) const
    {
        return text.size() == m_digits && std::ranges::all_of(text, [](QChar digit) {
                   return (digit >= u'0' && digit <= u'9') || (digit >= u'a' && digit <= u'f') ||
                          (digit >= u'A' && digit <= u'F');
               });
    }

    QString readPath(QStringView written, const QString &where)
    {
        if (written.startsWith(u'*') && written.size() > 1) {
            complain(FaultCode::ManifestSyntax, where + u" has an asterisk before its path"_s,
                     isLenient() ? FaultWeight::Warning : FaultWeight::Error);
            written = written.sliced(1);
        }
        return decodeManifestPath(written.toString()).normalized(QString::NormalizationForm_C);
    }

    void keep(const QString &checksum, const QString &path, const QString &where)
    {
        if (const QString reason = unsafePathReason(path); !reason.isEmpty()) {
            complain(FaultCode::ManifestUnsafePath, u"%1 names \"%2\": %3"_s.arg(where, path, reason));
            return;
        }
        if (!m_manifest.lines.emplace(path, checksum).second) {
            complain(FaultCode::ManifestDuplicate, u"%1 names \"%2\" again"_s.arg(where, path));
        }
    }

    QString m_fileName;
    qsizetype m_digits;
    BagStrictness m_strictness;
    BagManifest m_manifest;
};

bool isDriveLetter(QStringView path)
{
    return path.size() >= 2 && path[1] == u':' && path[0].isLetter();
}

} // namespace

BagManifest readManifest(const QByteArray &bytes, const QString &fileName, qsizetype checksumDigits,
                         BagStrictness strictness)
{
    return ManifestReader(fileName, checksumDigits, strictness).read(bytes);
}

QByteArray writeManifest(const std::map<QString, QString> &checksumByPath)
{
    QByteArray text;
    for (const auto &[path, checksum] : checksumByPath) {
        QString written = path;
        written.replace(u'%', u"%25"_s).replace(u'\r', u"%0D"_s).replace(u'\n', u"%0A"_s);
        text += checksum.toLatin1() + "  " + written.toUtf8() + '\n';
    }
    return text;
}

QString unsafePathReason(QStringView path)
{
    if (path.startsWith(u'/')) {
        return u"it is absolute"_s;
    }
    if (path.startsWith(u'~')) {
        return u"it points to a home folder"_s;
    }
    if (isDriveLetter(path)) {
        return u"it names a drive"_s;
    }
    if (path.contains(u'\\')) {
        return u"it has a backslash"_s;
    }
    if (std::ranges::any_of(path, [](QChar character) { return character < u' ' || character == u'\u007f'; })) {
        return u"it has a control character"_s;
    }
    const QList<QStringView> parts = path.split(u'/');
    if (std::ranges::any_of(parts, [](QStringView part) { return part.isEmpty() || part == u"." || part == u".."; })) {
        return u"it has an empty, \".\" or \"..\" part"_s;
    }
    return {};
}

QString decodeManifestPath(const QString &path)
{
    QString decoded = path;
    decoded.replace(u"%0A"_s, u"\n"_s, Qt::CaseInsensitive).replace(u"%0D"_s, u"\r"_s, Qt::CaseInsensitive);
    return decoded.replace(u"%25"_s, u"%"_s);
}

std::optional<BagInfo> readBagInfo(const QByteArray &bytes)
{
    const std::optional<QString> text = decodeUtf8(bytes);
    if (!text || bytes.startsWith(ByteOrderMark) || text->contains(QChar(u'\0'))) {
        return std::nullopt;
    }
    QString unified = *text;
    unified.replace(u"\r\n"_s, u"\n"_s).replace(u'\r', u'\n');
    BagInfo info;
    for (const QStringView line : QStringView(unified).split(u'\n', Qt::SkipEmptyParts)) {
        if (isBlank(line.front()) && !info.empty()) {
            info.back().second += u' ' + line.trimmed().toString();
            continue;
        }
        const qsizetype colon = line.indexOf(u':');
        if (colon <= 0) {
            return std::nullopt;
        }
        info.emplace_back(line.first(colon).trimmed().toString(), line.sliced(colon + 1).trimmed().toString());
    }
    return info;
}

QByteArray writeBagInfo(const BagInfo &info)
{
    QByteArray text;
    for (const auto &[label, value] : info) {
        // A line end inside a value would begin a new label.
        text += label.toUtf8() + ": " + value.simplified().toUtf8() + '\n';
    }
    return text;
}

QStringList bagInfoValues(const BagInfo &info, QStringView label)
{
    QStringList values;
    for (const auto &[name, value] : info) {
        if (QStringView(name).compare(label, Qt::CaseInsensitive) == 0) {
            values.append(value);
        }
    }
    return values;
}

} // namespace Porchlight
