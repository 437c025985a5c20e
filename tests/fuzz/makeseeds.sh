#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# makeseeds.sh FFMPEG DEMOCLIPS FOLDER: small clips that the fuzzer of the decode path begins with.
set -euo pipefail

ffmpeg=$1 demo=$2 folder=$3
rm -rf "$folder"
mkdir -p "$folder"

# copy NAME SOURCE: the first moment of a clip, packets as they are.
copy() { "$ffmpeg" -v error -y -i "$demo/$2" -t 0.5 -c copy "$folder/$1"; }
# make NAME OPTIONS...: a tiny picture, encoded anew.
make() {
    local name=$1
    shift
    "$ffmpeg" -v error -y -i "$demo/street-04-sound-30.mp4" -t 0.4 -vf scale=96:54 "$@" "$folder/$name"
}

copy h264.mp4 street-01-h264-15.mp4
copy hevc.mp4 street-02-h265-20.mp4
copy variable.mkv street-03-variable.mkv
copy portrait.mp4 street-05-portrait-24.mp4
make sound.mp4 -c:v libx264 -g 4 -bf 2 -c:a aac
make fragments.mp4 -c:v libx264 -g 4 -c:a aac -movflags frag_keyframe+empty_moov
make stream.ts -c:v libx264 -g 4 -bf 2 -c:a aac
make program.mpg -c:v mpeg2video -bf 2 -c:a mp2
make plain.avi -c:v mjpeg -pix_fmt yuvj420p -c:a pcm_s16le
make mpeg4.avi -c:v mpeg4 -an
make raw.h264 -c:v libx264 -g 4 -an
make raw.hevc -c:v libx265 -x265-params log-level=none -an
make clip.webm -c:v libvpx -deadline realtime -c:a libopus -ar 48000
make clip.flv -c:v flv1 -an
make clip.wmv -c:v wmv2 -an
make clip.mkv -c:v libx264 -g 4 -c:a pcm_alaw -ar 8000 -ac 1
