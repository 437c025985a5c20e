// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "httpmessage.h"

#include <QFile>

namespace Porchlight {

/// Listens in on the exchange: writes each question and its answer as one line of JSON, for the check against the
/// contract.
class RecordingSite final : public Site
{
public:
    RecordingSite(Site &site, const QString &file);

    [[nodiscard]] HttpAnswer answer(const HttpQuestion &question) override;

private:
    Site &m_site;
    QFile m_file;
};

} // namespace Porchlight
