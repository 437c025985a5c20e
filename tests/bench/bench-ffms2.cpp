// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-ffms2 FILE: exact frames from FFMS2. Its index is made before the first request and is not part of any time.

#include "bench/framebits.h"

#include <ffms.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <memory>

using namespace Porchlight::Testing;

namespace {

struct SourceRelease
{
    void operator()(FFMS_VideoSource *source) const { FFMS_DestroyVideoSource(source); }
};
using OwnedSource = std::unique_ptr<FFMS_VideoSource, SourceRelease>;

OwnedSource openSource(const char *file, FFMS_ErrorInfo &error)
{
    FFMS_Indexer *indexer = FFMS_CreateIndexer(file, &error);
    FFMS_Index *index = indexer == nullptr ? nullptr : FFMS_DoIndexing2(indexer, FFMS_IEH_ABORT, &error);
    if (index == nullptr) {
        return nullptr;
    }
    const int track = FFMS_GetFirstTrackOfType(index, FFMS_TYPE_VIDEO, &error);
    // As many threads as it likes, exact seeking.
    OwnedSource source(FFMS_CreateVideoSource(file, track, index, 0, FFMS_SEEK_NORMAL, &error));
    FFMS_DestroyIndex(index);
    return source;
}

} // namespace

int main(int count, char **words)
{
    std::array<char, 1024> text{};
    FFMS_ErrorInfo error{};
    error.Buffer = text.data();
    error.BufferSize = static_cast<int>(text.size());
    FFMS_Init(0, 0);
    const OwnedSource source = count == 2 ? openSource(words[1], error) : nullptr;
    if (!source) {
        std::fprintf(stderr, "bench-ffms2 FILE: %s\n", text.data());
        return 1;
    }
    int asked = 0;
    while (std::scanf("%d", &asked) == 1) {
        const auto begin = std::chrono::steady_clock::now();
        const FFMS_Frame *frame = FFMS_GetFrame(source.get(), asked, &error);
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
        const int delivered =
            frame == nullptr ? -1 : frameNumberIn(frame->Data[0], static_cast<std::size_t>(frame->Linesize[0]));
        say(asked, delivered, taken.count());
    }
    return 0;
}
