#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compares how fast and how exactly frames come: bench.py BUILD FOLDER [--count N]

Makes its clips in FOLDER, asks Porchlight, mpv, FFMS2 and QMediaPlayer for the same frames of the same clips one after
the other, and prints a table; the same with every request is in FOLDER/bench.json. A time is from the request to the
right picture. Which picture came is read from the picture itself: by Porchlight's own measure from its digest, of the
others from the number that is drawn into it; mpv's is taken by a screenshot after the time has been taken.
"""

import argparse
import json
import math
import os
import pathlib
import platform
import re
import socket
import subprocess
import time

BITS = 11
BIT_SIZE = 32
SEED = "7"
PEERS = ("mpv", "ffms2", "qmediaplayer")
# In a long group of pictures a step back takes others seconds: they are asked for so many of the same steps.
MOST_HELD_STEPS = 12

# name, frames a second, frames between key frames
CLIPS = (("gop120", 30, 120), ("gop600", 30, 600), ("slow15", 15, 60))

# What Porchlight knows of the clip before the first request: nothing, and a fresh decoder for each; all frames counted
# by their one decoder; and all pictures kept, as they are some time after the clip was opened for the first time.
FRESH = ("--cold",)
COUNTED = ()
KEPT = ("--copied",)

# title, clip, pattern, what is known, share of the count
ROWS = (
    ("random frame, nothing decoded before", "gop120", "random", FRESH, 0.5),
    ("random frame, whole clip seen before", "gop120", "random", COUNTED, 1.0),
    ("random frame, pictures kept", "gop120", "random", KEPT, 1.0),
    ("local scrub", "gop120", "local", COUNTED, 1.0),
    ("local scrub, pictures kept", "gop120", "local", KEPT, 1.0),
    ("one step back, 150 ms between", "gop120", "back", COUNTED, 1.0),
    ("held-down step back", "gop600", "hold-back", COUNTED, 5.0),
    ("random frame of 1080p15", "slow15", "random", COUNTED, 1.0),
)


def run(*command, **more):
    return subprocess.run([str(word) for word in command], check=True, **more)


def make_clip(folder, name, rate, gop):
    """Sixty seconds of moving noise and shapes, with the number of each frame in its corner."""
    path = folder / f"{name}.mp4"
    boxes = ",".join(
        f"drawbox=x={bit * BIT_SIZE}:y=0:w={BIT_SIZE}:h={BIT_SIZE}:color=white:t=fill:"
        f"enable='mod(floor(n/{2 ** bit}),2)'" for bit in range(BITS))
    picture = f"drawbox=x=0:y=0:w={BITS * BIT_SIZE}:h={BIT_SIZE}:color=black:t=fill,{boxes}"
    if not path.exists():
        run("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", f"testsrc2=size=1920x1080:rate={rate}:duration=60",
            "-vf", f"noise=alls=6:allf=t,{picture}", "-c:v", "libx264", "-preset", "veryfast", "-b:v", "2500k",
            "-g", gop, "-keyint_min", gop, "-sc_threshold", "0", "-bf", "2", "-pix_fmt", "yuv420p",
            folder / "making.mp4")
        (folder / "making.mp4").rename(path)
    return path


def spread(values):
    """By nearest rank."""
    ordered = sorted(values)
    at = lambda share: ordered[math.ceil(share * len(ordered)) - 1]
    return {"p50": at(0.5), "p95": at(0.95), "max": ordered[-1]}


def summary(requests):
    times = [request["milliseconds"] for request in requests]
    wrong = sum(1 for request in requests if request["delivered"] != request["asked"])
    return {"n": len(requests), **spread(times), "wrong": wrong,
            "framesPerSecond": 1000 * len(times) / max(sum(times), 0.001), "requests": requests}


def ask_porchlight(build, clip, pattern, known, count):
    command = [build / "bin/porchlight-cli", "scrub-bench", clip, "--pattern", pattern, "--count", count, "--seed", SEED,
               "--json", *known]
    done = subprocess.run([str(word) for word in command], check=False, stdout=subprocess.PIPE)
    answer = json.loads(done.stdout)
    requests = [{"asked": one["asked"], "delivered": one["delivered"] if one["right"] else -1,
                 "milliseconds": one["milliseconds"], "relatedMilliseconds": one["relatedMilliseconds"]}
                for one in answer["requests"]]
    return summary(requests)


def ask_program(command, frames):
    done = run(*command, input="\n".join(map(str, frames)) + "\n", stdout=subprocess.PIPE, text=True,
               env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_FFMPEG_DECODING_HW_DEVICE_TYPES": ",",
                    "QT_LOGGING_RULES": "*=false"})
    return summary([json.loads(line) for line in done.stdout.splitlines()])


class Mpv:
    """One mpv with one clip, told what to do over its socket."""

    def __init__(self, folder, clip):
        self.path = folder / "mpv.socket"
        self.path.unlink(missing_ok=True)
        self.process = subprocess.Popen(
            ["mpv", "--no-config", "--vo=null", "--ao=null", "--aid=no", "--pause", "--hr-seek=yes", "--hwdec=no",
             "--keep-open=yes", "--screenshot-format=jpg", "--really-quiet", f"--input-ipc-server={self.path}",
             str(clip)])
        self.socket = socket.socket(socket.AF_UNIX)
        self.buffer = b""
        self.request = 0
        deadline = time.monotonic() + 15
        while True:
            try:
                self.socket.connect(str(self.path))
                break
            except OSError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.02)
        self.socket.settimeout(10)
        self.wait(lambda message: message.get("event") == "playback-restart")

    def wait(self, is_it):
        while True:
            while b"\n" in self.buffer:
                line, self.buffer = self.buffer.split(b"\n", 1)
                message = json.loads(line)
                if is_it(message):
                    return message
            self.buffer += self.socket.recv(65536)

    def tell(self, *words):
        self.request += 1
        self.socket.sendall(json.dumps({"command": list(words), "request_id": self.request}).encode() + b"\n")
        return self.request

    def do(self, *words):
        number = self.tell(*words)
        return self.wait(lambda message: message.get("request_id") == number and "error" in message)

    def timed(self, *words):
        begin = time.monotonic()
        self.tell(*words)
        self.wait(lambda message: message.get("event") == "playback-restart")
        return 1000 * (time.monotonic() - begin)

    def close(self):
        self.tell("quit")
        self.process.wait()
        self.socket.close()


def number_in(picture):
    pixels = run("ffmpeg", "-v", "error", "-i", picture, "-vf", f"crop={BITS * BIT_SIZE}:{BIT_SIZE}:0:0",
                 "-pix_fmt", "gray", "-f", "rawvideo", "-", stdout=subprocess.PIPE).stdout
    middle = BITS * BIT_SIZE * (BIT_SIZE // 2)
    return sum(2 ** bit for bit in range(BITS) if pixels[middle + bit * BIT_SIZE + BIT_SIZE // 2] > 128)


def ask_mpv(folder, clip, rate, pattern, frames):
    player = Mpv(folder, clip)
    seek = lambda frame: player.timed("seek", (frame + 0.1) / rate, "absolute+exact")
    is_stepping = "back" in pattern
    pictures = folder / "mpv-pictures"
    pictures.mkdir(exist_ok=True)
    requests = []
    for place, frame in enumerate(frames):
        taken = player.timed("frame-back-step") if is_stepping and place > 0 else seek(frame)
        requests.append({"asked": frame, "delivered": -1, "milliseconds": taken})
        picture = pictures / f"{place}.jpg"
        if player.do("screenshot-to-file", str(picture), "video").get("error") == "success":
            requests[-1]["delivered"] = number_in(picture)
            picture.unlink()
    player.close()
    return summary(requests)


def ask_all(build, folder, clips, row, count):
    title, name, pattern, known, share = row
    clip, rate = clips[name]
    asked = max(5, int(count * share))
    results = {"porchlight": ask_porchlight(build, clip, pattern, known, asked)}
    frames = [request["asked"] for request in results["porchlight"]["requests"]]
    if pattern == "hold-back":
        frames = frames[:MOST_HELD_STEPS]
    results["mpv"] = ask_mpv(folder, clip, rate, pattern, frames)
    results["ffms2"] = ask_program([build / "tests/bench-ffms2", clip], frames)
    results["qmediaplayer"] = ask_program([build / "tests/bench-qmediaplayer", clip, rate], frames)
    if "back" in pattern:
        # The way to the first frame is a jump, not a step.
        results = {player: summary(one["requests"][1:]) for player, one in results.items()}
    return {"title": title, "clip": name, "pattern": pattern, "players": results}


def make_loud(folder, clip):
    """The same pictures with sound."""
    path = folder / f"{clip.stem}-loud.mp4"
    if not path.exists():
        run("ffmpeg", "-v", "error", "-y", "-i", clip, "-f", "lavfi", "-i", "anoisesrc=r=16000:a=0.2:d=60",
            "-map", "0:v", "-map", "1:a", "-c:v", "copy", "-c:a", "aac", "-b:a", "48k", folder / "making.mp4")
        (folder / "making.mp4").rename(path)
    return path


def whole_index(build, clip):
    """Every frame verified, with its small picture, and the waveform, against one plain decode on one thread. Each is
    done twice, in turn, and the faster one counts: what else the machine does can only make one slower."""
    plain, index = [], []
    for _ in range(2):
        begin = time.monotonic()
        run("ffmpeg", "-v", "error", "-threads", "1", "-i", clip, "-map", "0:v", "-f", "null", "-")
        plain.append(time.monotonic() - begin)
        done = run(build / "bin/porchlight-cli", "index", clip, "--json", stdout=subprocess.PIPE)
        index.append(json.loads(done.stdout)["milliseconds"])
    parts = min(index, key=lambda one: max(one.values()))
    seconds = max(parts.values()) / 1000
    return {"plainDecodeSeconds": min(plain), "indexSeconds": seconds, "parts": parts, "ratio": seconds / min(plain)}


def opening(build, clip, count):
    """From the opening of a clip to its first picture, and to the table of all frames that its packets promise."""
    first = ask_porchlight(build, clip, "open", COUNTED, count)
    tables = [json.loads(run(build / "bin/porchlight-cli", "index", clip, "--without-sound", "--json",
                             stdout=subprocess.PIPE).stdout)["milliseconds"]["packetTable"] for _ in range(3)]
    return {"first": first, "tableMilliseconds": sorted(tables)[1]}


def whole_copy(build, clip):
    """What it costs to keep all pictures, from the end of the pass on: time, and bytes on the disk."""
    done = json.loads(run(build / "bin/porchlight-cli", "index", clip, "--copy", "--json", stdout=subprocess.PIPE).stdout)
    times = done["milliseconds"]
    before = max(time for part, time in times.items() if part != "copy")
    return {"seconds": (times["copy"] - before) / 1000, **done["copy"]}


def play_wall(build, folder, cameras, seconds):
    """Cameras on one clock at normal speed, in the page itself: how late frames came, and the memory it took."""
    path = folder / f"wall-{seconds}.mp4"
    if not path.exists():
        run("ffmpeg", "-v", "error", "-y", "-f", "lavfi", "-i", f"testsrc2=size=1280x720:rate=15:duration={seconds + 5}",
            "-c:v", "libx264", "-preset", "veryfast", "-b:v", "1500k", "-g", "60", "-pix_fmt", "yuv420p",
            folder / "making.mp4")
        (folder / "making.mp4").rename(path)
    done = run(build / "tests/bench-wall", cameras, seconds, path, stdout=subprocess.PIPE,
               env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software",
                    "PORCHLIGHT_BIN": str(build / "bin")})
    return json.loads(done.stdout)


def print_wall(wall, seconds):
    cameras = wall["cameras"]
    late = max(camera["lateMsP95"] for camera in cameras)
    window = wall["windowMegabytes"]
    print(f"{len(cameras)} cameras of 720p15 for {seconds} s: "
          f"{sum(camera['dropped'] for camera in cameras)} of {sum(camera['due'] for camera in cameras)} frames dropped, "
          f"late p95 {late:.1f} ms, max {max(camera['lateMsMax'] for camera in cameras):.1f} ms, "
          f"drift {max(abs(camera['driftMs']) for camera in cameras):.1f} ms")
    print(f"memory: window {window[0]:.0f} MB with one camera, {(window[-1] - window[0]) / max(1, len(window) - 1):.0f} MB "
          f"for each more, {wall['windowMegabytesAfter']:.0f} MB at the end; "
          f"decoders at most {max(wall['decoderMegabytesMost']):.0f} MB")


def print_head():
    print(f"{'p50 / p95 in ms':38}" + "".join(f"{name:>20}" for name in ("porchlight",) + PEERS) + f"{'ratio':>16}",
          flush=True)


def print_related(row):
    """How soon a picture that belongs to the frame was there: its small picture, or all its pixels where these came
    first."""
    requests = row["players"]["porchlight"]["requests"]
    row["related"] = spread([request["relatedMilliseconds"] for request in requests])
    print(f"{'  right small picture':38}{row['related']['p50']:>16.1f}/{row['related']['p95']:.1f}", flush=True)


def print_row(row):
    players = row["players"]
    cells = []
    for player in ("porchlight",) + PEERS:
        one = players[player]
        wrong = f" ({one['wrong']} wrong)" if one["wrong"] else ""
        cells.append(f"{one['p50']:.0f}/{one['p95']:.0f}{wrong}")
    row["ratio"] = {key: players["porchlight"][key] / min(players[peer][key] for peer in PEERS)
                    for key in ("p50", "p95")}
    ratio = f"{row['ratio']['p50']:.2f}/{row['ratio']['p95']:.2f}"
    print(f"{row['title']:38}" + "".join(f"{cell:>20}" for cell in cells) + f"{ratio:>16}", flush=True)
    print_related(row)
    if row["pattern"] == "hold-back":
        speeds = [f"{players[player]['framesPerSecond']:.1f}" for player in ("porchlight",) + PEERS]
        print(f"{'  in frames a second':38}" + "".join(f"{speed:>20}" for speed in speeds), flush=True)


def machine():
    names = re.findall(r"^model name\s*: (.*)$", pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8"), re.M)
    return {"processor": names[0] if names else platform.machine(), "processors": os.cpu_count(),
            "loadBefore": os.getloadavg()[0]}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--count", type=int, default=40)
    parser.add_argument("--wall-seconds", type=int, default=60)
    wish = parser.parse_args()
    wish.folder.mkdir(parents=True, exist_ok=True)
    facts = machine()
    clips = {name: (make_clip(wish.folder, name, rate, gop), rate) for name, rate, gop in CLIPS}
    print(f"{facts['processors']} x {facts['processor']}, load before: {facts['loadBefore']:.1f}", flush=True)
    print_head()
    rows = []
    for row in ROWS:
        rows.append(ask_all(wish.build, wish.folder, clips, row, wish.count))
        print_row(rows[-1])
    index = whole_index(wish.build, make_loud(wish.folder, clips["slow15"][0]))
    print(f"60 s of 1080p15, all frames verified, small pictures and waveform: {index['indexSeconds']:.1f} s, "
          f"{index['ratio']:.2f} x one plain decode on one thread")
    begin = opening(wish.build, clips["gop120"][0], max(5, wish.count // 2))
    print(f"60 s of 1080p30 opened: first picture after {begin['first']['p50']:.0f}/{begin['first']['p95']:.0f} ms, "
          f"table of all frames after {begin['tableMilliseconds']:.0f} ms")
    copy = whole_copy(wish.build, clips["gop120"][0])
    print(f"60 s of 1080p30, keeping {copy['frameCount']} pictures: {copy['seconds']:.1f} s after that, "
          f"{copy['bytes'] / 1e6:.0f} MB")
    print("The ratio is to the best other player of the row, wrong pictures of others included.")
    wall = play_wall(wish.build, wish.folder, 4, wish.wall_seconds)
    print_wall(wall, wish.wall_seconds)
    result = {"machine": facts, "rows": rows, "index": index, "opening": begin, "copy": copy, "wall": wall}
    (wish.folder / "bench.json").write_text(json.dumps(result, indent=1), encoding="utf-8")
    if begin["first"]["wrong"] or any(row["players"]["porchlight"]["wrong"] for row in rows):
        raise SystemExit("Porchlight gave a wrong picture: see bench.json")


if __name__ == "__main__":
    main()
