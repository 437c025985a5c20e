// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "html.h"

#include <QFile>
#include <QRegularExpression>

#include <utility>

using namespace Qt::StringLiterals;

namespace Porchlight {

Html::Html(QString markup)
    : m_markup(std::move(markup))
{}

Html Html::text(const QString &plain)
{
    QString escaped = plain.toHtmlEscaped();
    return Html(escaped.replace(u'\'', u"&#39;"_s));
}

Html Html::paragraphs(const QString &plain)
{
    static const QRegularExpression BlankLine(u"\\n\\s*\\n"_s);
    Html all;
    for (const QString &paragraph : QString(plain).remove(u'\r').split(BlankLine, Qt::SkipEmptyParts)) {
        QString lines = text(paragraph.trimmed()).markup();
        all += Html(u"<p>"_s + lines.replace(u'\n', u"<br>"_s) + u"</p>"_s);
    }
    return all;
}

Html Html::number(double value)
{
    return Html(QString::number(value, 'f', 2));
}

Html Html::fromTemplate(const QString &name, const QHash<QString, Html> &values)
{
    static const QRegularExpression Place(u"\\{\\{(\\w+)\\}\\}"_s);
    QFile file(u":/exchange/"_s + name);
    const bool isThere = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isThere);
    const QString source = isThere ? QString::fromUtf8(file.readAll()) : QString();
    QString filled;
    qsizetype end = 0;
    for (const QRegularExpressionMatch &match : Place.globalMatch(source)) {
        filled += QStringView(source).sliced(end, match.capturedStart() - end);
        filled += values.value(match.captured(1)).markup();
        end = match.capturedEnd();
    }
    filled += QStringView(source).sliced(end);
    return Html(filled);
}

Html &Html::operator+=(const Html &other)
{
    m_markup += other.m_markup;
    return *this;
}

} // namespace Porchlight
