// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/mediafacts.h"

namespace Porchlight {

MediaFacts mediaFactsOf(const MediaSummary &summary, const FrameTable &table)
{
    const StreamSummary *video = summary.video();
    const StreamSummary *sound = summary.sound();
    return {
        .container = summary.container,
        .videoCodec = video != nullptr ? video->codec : QString(),
        .width = video != nullptr ? video->size.width() : 0,
        .height = video != nullptr ? video->size.height() : 0,
        .durationMicroseconds = table.durationMicroseconds(),
        .frameCount = table.size(),
        .audioCodec = sound != nullptr ? sound->codec : QString(),
        .isDamaged = table.isDamaged(),
    };
}

bool isOfTheClip(MediaError error)
{
    switch (error) {
    case MediaError::NotAVideo:
    case MediaError::RecordingUnfinished:
    case MediaError::NothingShown:
    case MediaError::TooLarge:
    case MediaError::NotInClip:
    case MediaError::ClipUnreadable:
        return true;
    case MediaError::DecoderMissing:
    case MediaError::NotConfined:
    case MediaError::DecoderEnded:
    case MediaError::BadAnswer:
    case MediaError::SourceBroken:
    case MediaError::Closed:
        return false;
    }
    Q_UNREACHABLE_RETURN(false);
}

} // namespace Porchlight
