// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "footageexchange.h"
#include "html.h"
#include "httpmessage.h"

namespace Porchlight {

/// The pages residents see. They work without scripts and load nothing from elsewhere; reading one changes nothing,
/// neither here nor on the disk.
class ResidentPages final
{
public:
    ResidentPages(FootageExchange &exchange, qint64 formBytes);

    [[nodiscard]] HttpAnswer answer(const HttpQuestion &question);

private:
    [[nodiscard]] std::optional<HttpAnswer> fixedPage(const QString &name) const;
    [[nodiscard]] HttpAnswer ledger() const;
    [[nodiscard]] HttpAnswer onRequest(const HttpQuestion &question);
    [[nodiscard]] HttpAnswer onReview(const HttpQuestion &question);
    [[nodiscard]] HttpAnswer onReceipt(const HttpQuestion &question) const;
    [[nodiscard]] HttpAnswer takeClip(const HttpQuestion &question, const LedgerEntry &entry);
    [[nodiscard]] HttpAnswer share(const UploadRecord &upload);
    [[nodiscard]] HttpAnswer discard(const UploadRecord &upload);

    /// What stands in the fields of a form that is shown again, and what is wrong with them.
    struct FormState
    {
        FormBody form;
        QStringList faults;
        QString uploadId;
    };
    [[nodiscard]] SiteResult<UploadRecord> uploadOf(const FormBody &form, RequestId request);
    [[nodiscard]] HttpAnswer requestPage(const LedgerEntry &entry, const FormState &state, int status = 200) const;
    [[nodiscard]] Html requestForm(const LedgerEntry &entry, const FormState &state) const;
    [[nodiscard]] Html requestHead(const LedgerEntry &entry) const;
    [[nodiscard]] HttpAnswer reviewPage(const UploadRecord &upload) const;

    FootageExchange &m_exchange;
    qint64 m_formBytes;
};

} // namespace Porchlight
