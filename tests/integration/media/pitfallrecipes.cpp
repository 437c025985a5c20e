// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/clipsurgery.h"
#include "integration/media/oddrecipes.h"
#include "support/fieldpictures.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Porchlight::Testing {

namespace {

const QString X264 = u"-c:v libx264 -preset veryfast -threads 1 -g 12 "_s;
const QString X265 = u"-c:v libx265 -preset ultrafast -threads 1 "_s;

QStringList small()
{
    return input(u"320x180", u"25", u"3");
}

QStringList with(const QStringList &source, QStringView options)
{
    return source + split(options);
}

/// One key frame at the front, and pictures that need the next one.
QStringList longGroup()
{
    return with(small(), X264 + u"-g 250 -bf 3 -sc_threshold 0"_s);
}

std::vector<Recipe> timeRecipes()
{
    const QStringList pictures = with(small(), u"-c:v mjpeg -q:v 5 -pix_fmt yuvj420p");
    const QString copy = u"-i SOURCE -c copy "_s;
    return {
        {u"duplicate-times"_s, u".mkv"_s, split(copy + u"-bsf:v setts=ts=floor(TS/120)*120"_s), nullptr, pictures},
        {u"times-run-back"_s, u".mkv"_s,
         split(copy + u"-bsf:v setts=dts=TS-400:pts=TS-if(eq(mod(N\\,7)\\,3)\\,200\\,0)"_s), nullptr, pictures},
        {u"short-header"_s, u".mp4"_s, with(small(), X264 + u"-bf 2"_s), &shortenHeader},
        {u"many-frames-said"_s, u".avi"_s, pictures, &sayThatThereAreManyFrames},
        {u"many-frames"_s, u".mp4"_s, with(input(u"32x32", u"200", u"50"), X264 + u"-bf 0 -g 100"_s)},
        {u"late-sound"_s, u".mp4"_s,
         small() + split(u"-itsoffset 1.5 -f lavfi -i sine=frequency=440:duration=4 "_s + X264 + u"-c:a aac"_s)},
        {u"late-picture"_s, u".mp4"_s,
         QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=frequency=440:duration=4"_s, u"-itsoffset"_s, u"0.7"_s} +
             small() + split(X264 + u"-c:a aac"_s)},
    };
}

std::vector<Recipe> editRecipes()
{
    const QString copy = u"-i SOURCE -c copy "_s;
    return {
        {u"long-group"_s, u".mp4"_s, longGroup()},
        {u"edit-before-key"_s, u".mp4"_s, split(u"-ss 1.2 "_s + copy), nullptr, longGroup()},
        {u"edit-in-b-frames"_s, u".mov"_s, split(u"-ss 0.52 "_s + copy), nullptr,
         with(small(), X264 + u"-bf 3 -x264-params open-gop=1:b-pyramid=normal"_s)},
        {u"two-edits"_s, u".mp4"_s, with(small(), X264 + u"-bf 2"_s), &editTwice},
        {u"fragmented-edit"_s, u".mp4"_s, with(small(), X264 + u"-bf 2 -movflags +frag_keyframe+delay_moov"_s)},
        {u"all-keys-said"_s, u".mp4"_s, with(small(), X264 + u"-bf 2"_s), &sayThatAllAreKeys},
        {u"no-key-said"_s, u".mp4"_s, with(small(), X264 + u"-bf 2"_s), &sayThatNoneIsKey},
        {u"lost-key"_s, u".ts"_s, split(copy + u"-bsf:v noise=amount=0:drop=eq(n\\,24)"_s), nullptr,
         with(small(), X264 + u"-bf 0"_s)},
    };
}

std::vector<Recipe> changeRecipes()
{
    const auto part = [](QStringView options) {
        return with(input(u"320x180", u"25", u"1"), options);
    };
    const auto sized = [](QStringView size) {
        return with(input(size, u"25", u"1"), X264);
    };
    return {
        {u"size-change"_s,
         u".ts"_s,
         {},
         nullptr,
         {},
         nullptr,
         {sized(u"320x180"), sized(u"480x270"), sized(u"320x180")}},
        {u"format-change"_s,
         u".ts"_s,
         {},
         nullptr,
         {},
         nullptr,
         {part(X264 + u"-pix_fmt yuv420p"_s), part(X264 + u"-pix_fmt yuv444p"_s)}},
        {u"colour-change"_s,
         u".ts"_s,
         {},
         nullptr,
         {},
         nullptr,
         {part(X264 + u"-color_range tv -colorspace smpte170m"_s),
          part(X264 + u"-color_range pc -colorspace bt709"_s)}},
        {u"reorder-grows"_s,
         u".ts"_s,
         {},
         nullptr,
         {},
         nullptr,
         {part(X264 + u"-bf 0"_s), part(X264 + u"-bf 3 -x264-params b-pyramid=normal"_s)}},
    };
}

std::vector<Recipe> kindRecipes()
{
    return {
        {u"high-dynamic-range"_s, u".mp4"_s,
         with(small(), X265 + u"-pix_fmt yuv420p10le -color_primaries bt2020 -color_trc smpte2084 -colorspace bt2020nc "
                              u"-x265-params log-level=error:pools=1"_s)},
        {u"two-videos"_s, u".mkv"_s, input(u"160x90", u"25", u"3") + small() + split(u"-map 0 -map 1 "_s + X264)},
        {u"two-videos-small-first"_s, u".mp4"_s,
         input(u"160x90", u"25", u"3") + small() +
             split(u"-map 0 -map 1 -disposition:v:0 default -disposition:v:1 0 -b:v:0 2M "_s + X264)},
        {u"telephone-sound"_s, u".mkv"_s, with(inputWithSound(), X264 + u"-c:a pcm_alaw -ar 8000 -ac 1"_s)},
        {u"recorder"_s, u".dav"_s, with(small(), X264 + u"-bf 0 -bsf:v h264_metadata=aud=insert -f h264"_s),
         &wrapAsDav},
        {u"both-fields"_s, u".mkv"_s, with(small(), u"-c:v mpeg2video -flags +ildct+ilme -top 1 -bf 2 -g 12")},
    };
}

QByteArray fieldStream()
{
    return FieldPictures::stream();
}

QByteArray delimitedFieldStream()
{
    return FieldPictures::stream(FieldPictures::Delimiters::OfFrames);
}

/// Frames as two fields, each a packet, or as a whole; the packets' times are those of 50 fields a second.
std::vector<Recipe> fieldRecipes()
{
    const QStringList raw = split(u"-f h264 -i SOURCE -c copy");
    const QStringList timed =
        raw + split(u"-bsf:v setts=ts=6*floor(N/5)+mod(N\\,5)+gte(mod(N\\,5)\\,3):duration=1:time_base=1/50");
    return {
        {u"field-pictures"_s, u".mp4"_s, timed, nullptr, {}, &fieldStream},
        {u"field-pictures-matroska"_s, u".mkv"_s, timed, nullptr, {}, &fieldStream},
        {u"field-pictures-ts"_s, u".ts"_s, timed, nullptr, {}, &fieldStream},
        {u"field-pictures-raw"_s, u".h264"_s, raw, nullptr, {}, &fieldStream},
        {u"field-pictures-together"_s, u".dav"_s, raw + split(u"-f h264"), &wrapAsDav, {}, &delimitedFieldStream},
        {u"field-pictures-lost"_s, u".mp4"_s, timed, nullptr, {}, &FieldPictures::streamWithoutLastField},
    };
}

/// Recordings put one behind the other. In each the times begin anew, but for the camera that slept.
std::vector<Recipe> gluedRecipes()
{
    const QStringList part = with(small(), X264 + u"-bf 2"_s);
    const QStringList sounding = inputWithSound() + split(X264 + u"-bf 2 -c:a aac"_s);
    return {
        {u"glued"_s, u".ts"_s, {}, nullptr, {}, nullptr, {part + split(u"-output_ts_offset 100"), part}},
        {u"glued-thrice"_s, u".ts"_s, {}, nullptr, {}, nullptr, {part, part, part}},
        {u"glued-sound"_s, u".ts"_s, {}, nullptr, {}, nullptr, {sounding, sounding}},
        {u"glued-program"_s,
         u".mpg"_s,
         {},
         nullptr,
         {},
         nullptr,
         {with(small(), u"-c:v mpeg2video -bf 2 -g 12 -f vob"), with(small(), u"-c:v mpeg2video -bf 2 -g 12 -f vob")}},
        {u"glued-matroska"_s, u".mkv"_s, {}, nullptr, {}, nullptr, {part, part}},
        {u"glued-raw"_s, u".h264"_s, {}, nullptr, {}, nullptr, {part, part}},
        {u"slept"_s, u".ts"_s, {}, nullptr, {}, nullptr, {part, part + split(u"-output_ts_offset 20")}},
    };
}

} // namespace

std::vector<Recipe> pitfallRecipes()
{
    std::vector<Recipe> all;
    for (std::vector<Recipe> &some :
         std::vector{timeRecipes(), editRecipes(), changeRecipes(), kindRecipes(), fieldRecipes(), gluedRecipes()}) {
        std::ranges::move(some, std::back_inserter(all));
    }
    return all;
}

} // namespace Porchlight::Testing
