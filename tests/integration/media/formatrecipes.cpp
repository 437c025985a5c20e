// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "integration/media/clipsurgery.h"
#include "integration/media/oddrecipes.h"

using namespace Qt::StringLiterals;

namespace Porchlight::Testing {

QStringList split(QStringView text)
{
    return text.toString().split(u' ', Qt::SkipEmptyParts);
}

QStringList input(QStringView size, QStringView rate, QStringView seconds)
{
    return {u"-f"_s, u"lavfi"_s, u"-i"_s, u"testsrc2=size=%1:rate=%2:duration=%3"_s.arg(size, rate, seconds)};
}

QStringList inputWithSound()
{
    return input(u"320x180", u"25", u"3") +
           QStringList{u"-f"_s, u"lavfi"_s, u"-i"_s, u"sine=frequency=440:duration=4"_s};
}

std::vector<Recipe> formatRecipes()
{
    const QStringList small = input(u"320x180", u"25", u"3");
    const QString x264 = u"-c:v libx264 -preset veryfast -threads 1 -g 12 "_s;
    const QString x265 = u"-c:v libx265 -preset ultrafast -threads 1 "_s;
    const QString openGop = x264 + u"-bf 3 -x264-params open-gop=1:b-pyramid=normal"_s;
    const QString hevcOpen = x265 + u"-x265-params open-gop=1:keyint=15:bframes=3:log-level=error:pools=1"_s;
    const QStringList sized = input(u"320x180", u"25", u"2");
    const auto with = [](const QStringList &source, QStringView options) {
        return source + split(options);
    };
    return {
        {u"plain"_s, u".mp4"_s, with(small, x264)},
        {u"open-gop-ts"_s, u".ts"_s, with(small, openGop)},
        {u"hevc-open-gop"_s, u".mp4"_s, with(small, hevcOpen)},
        {u"hevc-open-gop-ts"_s, u".ts"_s, with(small, hevcOpen)},
        {u"intra-refresh"_s, u".mp4"_s, with(small, x264 + u"-x264-params intra-refresh=1"_s)},
        {u"no-pts-avi"_s, u".avi"_s, with(small, x264 + u"-bf 2"_s)},
        {u"mpeg4-avi"_s, u".avi"_s, with(small, u"-c:v mpeg4 -bf 2 -g 10")},
        {u"raw-h264"_s, u".h264"_s, with(small, x264 + u"-bf 2"_s)},
        {u"raw-hevc"_s, u".hevc"_s, with(small, hevcOpen)},
        {u"program-stream"_s, u".mpg"_s, with(small, u"-c:v mpeg2video -bf 2 -g 12")},
        {u"variable-rate"_s, u".mp4"_s,
         small +
             QStringList{u"-vf"_s, u"select='not(mod(n\\,3))+gt(n\\,40)',setpts=PTS+floor(N/20)*1.5/TB"_s,
                         u"-fps_mode"_s, u"vfr"_s} +
             split(x264)},
        {u"one-picture"_s, u".mp4"_s, with(small, x264 + u"-frames:v 1"_s)},
        {u"ten-bit"_s, u".mkv"_s, with(small, hevcOpen + u" -pix_fmt yuv420p10le"_s)},
        {u"four-two-two"_s, u".mov"_s, with(small, x264 + u"-pix_fmt yuv422p"_s)},
        {u"four-four-four"_s, u".mkv"_s, with(small, x264 + u"-pix_fmt yuv444p"_s)},
        {u"four-two-two-ten"_s, u".mkv"_s, with(small, u"-c:v ffv1 -pix_fmt yuv422p10le")},
        {u"gray"_s, u".mkv"_s, with(small, x264 + u"-pix_fmt gray"_s)},
        {u"gray-ten"_s, u".mkv"_s, with(small, u"-c:v ffv1 -pix_fmt gray10le")},
        {u"palette"_s, u".gif"_s, with(input(u"160x90", u"10", u"1"), u"-c:v gif")},
        {u"bits"_s, u".nut"_s, with(sized, u"-c:v rawvideo -pix_fmt monow")},
        {u"rgb"_s, u".mkv"_s, with(sized, u"-c:v ffv1 -pix_fmt bgr0")},
        {u"odd-size"_s, u".mkv"_s, with(input(u"321x181", u"25", u"2"), u"-c:v ffv1 -pix_fmt yuv420p")},
        {u"motion-jpeg"_s, u".avi"_s, with(small, u"-c:v mjpeg -q:v 4 -pix_fmt yuvj420p")},
        {u"interlaced"_s, u".ts"_s, with(small, x264 + u"-flags +ildct+ilme -x264-params tff=1:bframes=2"_s)},
        {u"fragmented"_s, u".mp4"_s, with(inputWithSound(), x264 + u"-c:a aac -movflags frag_keyframe+empty_moov"_s)},
        {u"fragmented-cut"_s, u".mp4"_s,
         with(inputWithSound(), x264 + u"-c:a aac -movflags frag_keyframe+empty_moov"_s), &cutTail},
        {u"faststart-cut"_s, u".mp4"_s, with(inputWithSound(), x264 + u"-c:a aac -movflags +faststart"_s), &cutTail},
        {u"ts-cut-head"_s, u".ts"_s, with(small, openGop), &cutHead},
        {u"ts-damaged"_s, u".ts"_s, with(small, x264 + u"-bf 2"_s), &flipBytes},
        {u"mp4-damaged"_s, u".mp4"_s, with(small, x264 + u"-bf 2"_s), &flipBytes},
        {u"negative-times"_s, u".mkv"_s, with(small, x264 + u"-bf 2 -output_ts_offset -1"_s)},
        {u"wrapped-times"_s, u".ts"_s, with(small, x264 + u"-output_ts_offset 95442 -bf 2"_s)},
        {u"vp9"_s, u".webm"_s,
         with(small, u"-c:v libvpx-vp9 -deadline realtime -cpu-used 8 -auto-alt-ref 1 -lag-in-frames 16 -b:v 300k")},
        {u"av1"_s, u".mp4"_s,
         with(input(u"160x90", u"25", u"1"), u"-c:v libaom-av1 -cpu-used 8 -g 10 -lag-in-frames 8")},
        {u"vp8"_s, u".webm"_s,
         with(small, u"-c:v libvpx -deadline realtime -cpu-used 8 -auto-alt-ref 1 -lag-in-frames 8")},
        {u"windows-media"_s, u".wmv"_s, with(small, u"-c:v wmv2 -b:v 500k")},
        {u"flash"_s, u".flv"_s, with(small, u"-c:v flv1 -b:v 500k")},
        {u"hidden-edges"_s, u".mp4"_s, with(small, x264), &hideEdges},
        {u"stretched"_s, u".mp4"_s, small + QStringList{u"-vf"_s, u"setsar=4/3"_s} + split(x264)},
    };
}

} // namespace Porchlight::Testing
