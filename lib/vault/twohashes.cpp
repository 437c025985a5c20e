// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "vault/twohashes.h"

#include "core/digesttext.h"

#include <openssl/evp.h>

namespace Porchlight {

namespace {

struct FreeContext
{
    void operator()(EVP_MD_CTX *context) const { EVP_MD_CTX_free(context); }
};
using Context = std::unique_ptr<EVP_MD_CTX, FreeContext>;

Context begin(const EVP_MD *algorithm)
{
    Context context(EVP_MD_CTX_new());
    EVP_DigestInit_ex(context.get(), algorithm, nullptr);
    return context;
}

QByteArray end(const Context &context)
{
    QByteArray value(EVP_MD_get_size(EVP_MD_CTX_get0_md(context.get())), Qt::Uninitialized);
    EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(value.data()), nullptr);
    return value;
}

} // namespace

class TwoHashes::State
{
public:
    Context sha256 = begin(EVP_sha256());
    Context sha512 = begin(EVP_sha512());
};

TwoHashes::TwoHashes()
    : m_state(std::make_unique<State>())
{}

TwoHashes::~TwoHashes() = default;

void TwoHashes::add(QByteArrayView bytes)
{
    EVP_DigestUpdate(m_state->sha256.get(), bytes.data(), static_cast<size_t>(bytes.size()));
    EVP_DigestUpdate(m_state->sha512.get(), bytes.data(), static_cast<size_t>(bytes.size()));
}

TwoHashes::Values TwoHashes::finish()
{
    return {.sha256 = digestFromBytes(end(m_state->sha256)).value_or(Digest()), .sha512 = end(m_state->sha512)};
}

} // namespace Porchlight
