// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace Porchlight {

/// SHA-256 and SHA-512 of the same bytes in one pass.
class TwoHashes
{
public:
    TwoHashes();
    ~TwoHashes();
    Q_DISABLE_COPY_MOVE(TwoHashes)

    void add(QByteArrayView bytes);

    struct Values
    {
        Digest sha256;
        QByteArray sha512;
    };
    /// Once, at the end.
    [[nodiscard]] Values finish();

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace Porchlight
