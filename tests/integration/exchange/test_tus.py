#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The tus project's own client against the exchange: an upload is cut in the middle and goes on where it was."""

import hashlib
import os
import pathlib
import signal
import subprocess
import tempfile
import unittest

from exchangeprogram import PATIENCE, Exchange, clip_bytes

CLIENT = pathlib.Path(__file__).with_name("tus_client.mjs")


class ThirdPartyClient(unittest.TestCase):
    def setUp(self):
        self.exchange = Exchange()
        self.addCleanup(self.exchange.stop)
        self.request = self.exchange.publish()
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def file_of(self, content):
        path = pathlib.Path(self.folder.name) / "clip.mp4"
        path.write_bytes(content)
        return path

    def upload(self, file, *more, cut_at=None):
        environment = {**os.environ, **({"CUT_AT": str(cut_at)} if cut_at else {})}
        endpoint = self.exchange.said["url"] + "uploads"
        return subprocess.run(["node", CLIENT, endpoint, file, self.request["id"], *more], env=environment,
                              capture_output=True, text=True, timeout=PATIENCE)

    def test_uploads_in_one_go(self):
        clip = clip_bytes(1_000_000)
        done = self.upload(self.file_of(clip))
        self.assertEqual(done.returncode, 0, done.stderr)
        self.share_and_compare(done.stdout.strip(), clip)

    def test_goes_on_after_it_was_cut(self):
        clip = clip_bytes(3_000_000)
        file = self.file_of(clip)
        cut = self.upload(file, cut_at=1_200_000)
        self.assertEqual(cut.returncode, -signal.SIGKILL)
        place = cut.stdout.strip()
        upload = "/uploads/" + place.rsplit("/", 1)[1]
        offset = self.exchange.offset(upload)
        self.assertTrue(0 < offset < len(clip), offset)
        self.assertEqual(self.exchange.offers(), [])
        self.assertEqual(self.exchange.ask("POST", "/review/" + place.rsplit("/", 1)[1] + "/share",
                                           headers={"Content-Length": "0"})[0], 422)

        resumed = self.upload(file, place)

        self.assertEqual(resumed.returncode, 0, resumed.stderr)
        self.share_and_compare(place, clip)

    def test_is_told_that_a_file_is_no_video(self):
        refused = self.upload(self.file_of(b"This is a letter, not a clip. " * 200))
        self.assertEqual(refused.returncode, 1)
        self.assertIn("not a video", refused.stderr)

    def share_and_compare(self, place, clip):
        self.assertEqual(self.exchange.share(self.request, "/uploads/" + place.rsplit("/", 1)[1])[0], 303)
        offer = self.exchange.offers()[0]
        self.assertEqual(offer["digest"], hashlib.sha256(clip).hexdigest())
        self.assertEqual(offer["originalName"], "from tus.mp4")


if __name__ == "__main__":
    unittest.main(verbosity=2)
