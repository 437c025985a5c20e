// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/digest.h"
#include "core/secretkey.h"
#include "media/recordseal.h"

#include <QString>
#include <QtTypes>

#include <chrono>
#include <memory>
#include <optional>

namespace Porchlight {

class CopyQueue;

/// How decoder processes are started and watched.
struct DecoderSettings
{
    QString program;                           ///< Empty: porchlight-decoder beside the running program.
    bool allowsUnconfined = false;             ///< Go on where the decoder cannot be fully confined.
    QString shelf;                             ///< A folder for what is made of clips; empty: nothing is kept.
    qint64 shelfBudget = 4096LL * 1024 * 1024; ///< Bytes; what was opened longest ago goes first.
    /// Bytes of all pictures of clips, decoded and packed, beside what the shelf holds else; 0: none are kept. Never
    /// more than a quarter of what is free on the disk.
    qint64 copyBudget = 8192LL * 1024 * 1024;
    std::chrono::milliseconds copyDelay{500}; ///< For so long nothing was asked: the clip may be copied.
    /// Shared by all clips that are to be copied one at a time; none: this one is alone.
    std::shared_ptr<CopyQueue> copyQueue{};
    qint64 packetMemory = 192LL * 1024 * 1024; ///< Compressed packets kept in the decoder; beyond, they are read again.
    qint64 frameMemory = 224LL * 1024 * 1024;  ///< Decoded frames kept in the decoder.
    std::chrono::milliseconds startLimit{15'000};
    std::chrono::milliseconds stallLimit{2'000}; ///< Without progress on one packet.
    std::chrono::milliseconds idleLimit{30'000}; ///< Without work; it ends then, until something is asked again.
};

/// What is wanted of one clip.
struct ClipWish
{
    int videoStream = -1;      ///< FFmpeg's index; -1: the best stream that is no attached picture.
    bool wantsTable = true;    ///< Decode all frames in the background and count them.
    bool wantsDigests = false; ///< Put SHA-256 of every frame into the table; takes longer.
    /// Find out how loud the clip is over its time, after the table. To be wanted only where sound was consented to:
    /// without this nothing about the sound is made, kept or read from the shelf.
    bool wantsWaveform = false;
    /// Of the clip's bytes, where it is known: what the pass makes of them is kept under it, in the settings' shelf.
    std::optional<Digest> digest{};
    /// What is kept is sealed with this; without it nothing is kept.
    std::optional<SecretKey> shelfKey{};

    /// None where nothing is to be kept.
    [[nodiscard]] std::optional<ClipKey> key() const
    {
        return digest && shelfKey ? std::optional(ClipKey{.clip = *digest, .key = *shelfKey}) : std::nullopt;
    }
};

} // namespace Porchlight
