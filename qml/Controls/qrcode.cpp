// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "qrcode.h"

#include <QPainter>

#include <qrencode.h>

#include <memory>

namespace Porchlight {

namespace {

constexpr int QuietModules = 4;

struct FreeCode
{
    void operator()(QRcode *code) const { QRcode_free(code); }
};

using CodePointer = std::unique_ptr<QRcode, FreeCode>;

CodePointer encode(const QString &text)
{
    if (text.isEmpty()) {
        return nullptr;
    }
    return CodePointer(QRcode_encodeString8bit(text.toUtf8().constData(), 0, QR_ECLEVEL_M));
}

} // namespace

QrCode::QrCode(QQuickItem *parent)
    : QQuickPaintedItem(parent)
{
    setImplicitSize(180, 180);
    setAntialiasing(false);
}

void QrCode::setText(const QString &text)
{
    if (m_text == text) {
        return;
    }
    m_text = text;
    update();
    Q_EMIT textChanged();
}

void QrCode::paint(QPainter *painter)
{
    const CodePointer code = encode(m_text);
    if (!code) {
        return;
    }
    const int modules = code->width + 2 * QuietModules;
    const int side = static_cast<int>(qMin(width(), height())) / modules;
    if (side < 1) {
        return;
    }
    const int left = (static_cast<int>(width()) - side * modules) / 2;
    const int top = (static_cast<int>(height()) - side * modules) / 2;
    painter->fillRect(left, top, side * modules, side * modules, Qt::white);
    for (int y = 0; y < code->width; ++y) {
        for (int x = 0; x < code->width; ++x) {
            if ((code->data[y * code->width + x] & 1) != 0) {
                painter->fillRect(left + (x + QuietModules) * side, top + (y + QuietModules) * side, side, side,
                                  Qt::black);
            }
        }
    }
}

} // namespace Porchlight
