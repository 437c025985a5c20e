// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "findinghighlighter.h"

#include "composerviewmodel.h"

#include <QTextDocument>

namespace Porchlight {

FindingHighlighter::FindingHighlighter(QObject *parent)
    : QSyntaxHighlighter(parent)
{}

void FindingHighlighter::setTextDocument(QQuickTextDocument *textDocument)
{
    if (m_textDocument == textDocument) {
        return;
    }
    m_textDocument = textDocument;
    setDocument(textDocument == nullptr ? nullptr : textDocument->textDocument());
    Q_EMIT textDocumentChanged();
}

void FindingHighlighter::setComposer(ComposerViewModel *composer)
{
    if (m_composer == composer) {
        return;
    }
    if (m_composer != nullptr) {
        disconnect(m_composer, nullptr, this, nullptr);
    }
    m_composer = composer;
    if (m_composer != nullptr) {
        connect(m_composer, &ComposerViewModel::spansChanged, this, &FindingHighlighter::rehighlight);
    }
    rehighlight();
    Q_EMIT composerChanged();
}

void FindingHighlighter::setInk(const QColor &ink)
{
    if (m_ink != ink) {
        m_ink = ink;
        rehighlight();
        Q_EMIT coloursChanged();
    }
}

void FindingHighlighter::setGround(const QColor &ground)
{
    if (m_ground != ground) {
        m_ground = ground;
        rehighlight();
        Q_EMIT coloursChanged();
    }
}

void FindingHighlighter::highlightBlock(const QString &text)
{
    if (m_composer == nullptr) {
        return;
    }
    QTextCharFormat format;
    format.setUnderlineStyle(QTextCharFormat::SingleUnderline);
    format.setUnderlineColor(m_ink);
    format.setFontUnderline(true);
    format.setBackground(m_ground);
    const qsizetype begin = currentBlock().position();
    for (const FindingSpan &span : m_composer->spans()) {
        const qsizetype from = std::max<qsizetype>(span.start - begin, 0);
        const qsizetype to = std::min(span.start + span.length - begin, text.size());
        if (from < to) {
            setFormat(static_cast<int>(from), static_cast<int>(to - from), format);
        }
    }
}

} // namespace Porchlight
