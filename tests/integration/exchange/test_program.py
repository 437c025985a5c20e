#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 Porchlight contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exchange as a program: how it starts and ends, and what it does when things go wrong."""

import hashlib
import os
import pathlib
import signal
import socket
import stat
import subprocess
import tempfile
import time
import unittest

from exchangeprogram import PATIENCE, PROGRAM, Exchange, clip_bytes


def files_of(folder):
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.endswith("-shm")}


class Program(unittest.TestCase):
    def start(self, *arguments, **options):
        exchange = Exchange(None, *arguments, **options)
        self.addCleanup(lambda: exchange.process.poll() is None and exchange.kill())
        return exchange

    def test_announces_itself_and_ends_with_its_parent(self):
        exchange = self.start()
        self.assertEqual(exchange.url.hostname, "127.0.0.1")
        self.assertNotIn("lanUrl", exchange.said)
        self.assertEqual(exchange.stop(), 0)

    def test_ends_when_asked_to(self):
        exchange = self.start()
        exchange.process.send_signal(signal.SIGTERM)
        self.assertEqual(exchange.process.wait(PATIENCE), 0)

    def test_keeps_key_and_token_to_itself(self):
        exchange = self.start()
        for name in ("receipt-key.pem", "token"):
            mode = stat.S_IMODE((exchange.folder / name).stat().st_mode)
            self.assertEqual(mode, 0o600, name)
        self.assertEqual((exchange.folder / "token").read_text().strip(), exchange.said["token"])

    def test_has_the_same_key_after_a_start(self):
        with tempfile.TemporaryDirectory() as folder:
            keys = set()
            for _ in range(2):
                exchange = Exchange(folder)
                keys.add(exchange.police("GET", "/exchange")[1]["publicKey"])
                exchange.stop()
        self.assertEqual(len(keys), 1)

    def test_says_that_a_port_is_taken(self):
        first = self.start()
        second = subprocess.run([PROGRAM, "--data-dir", first.folder / "other", "--port", str(first.url.port)],
                                capture_output=True, text=True, timeout=PATIENCE)
        self.assertEqual(second.returncode, 1)
        self.assertIn("cannot be used", second.stderr)

    def test_says_that_its_folder_is_from_a_newer_version(self):
        with tempfile.TemporaryDirectory() as folder:
            Exchange(folder).stop()
            database = pathlib.Path(folder) / "exchange.sqlite"
            subprocess.run(["sqlite3", database, "pragma user_version = 99"], check=True)
            before = database.read_bytes()
            refused = subprocess.run([PROGRAM, "--data-dir", folder], capture_output=True, text=True, timeout=PATIENCE)
            self.assertEqual(refused.returncode, 1)
            self.assertIn("newer version", refused.stderr)
            self.assertEqual(database.read_bytes(), before)

    def test_writes_nothing_about_readers(self):
        exchange = self.start()
        request = exchange.publish()
        before = files_of(exchange.folder)
        for _ in range(25):
            for path in ("/", "/r/" + request["id"], "/ignored", "/page.css", "/share.js", "/api/v1/ledger"):
                self.assertEqual(exchange.ask("GET", path)[0], 200)
            self.assertEqual(exchange.ask("HEAD", "/r/" + request["id"])[0], 200)
            self.assertEqual(exchange.ask("GET", "/no/such/page")[0], 404)
        with socket.create_connection((exchange.url.hostname, exchange.url.port)) as rude:
            rude.sendall(b"NONSENSE \x00\xff\r\n\r\n")
        self.assertEqual(exchange.ask("GET", "/")[0], 200)
        self.assertEqual(files_of(exchange.folder), before)
        self.assertEqual(exchange.stderr(), "")
        exchange.process.stdin.close()
        self.assertEqual(exchange.process.stdout.read(), b"")

    def test_serves_residents_on_the_network_and_police_here_only(self):
        exchange = self.start("--lan")
        request = exchange.publish()
        if "lanUrl" not in exchange.said:
            self.assertEqual(socket.gethostbyname_ex(socket.gethostname())[2], ["127.0.0.1"])
            return
        host = exchange.said["lanUrl"].split("/")[2].split(":")[0]
        self.assertEqual(exchange.ask("GET", "/r/" + request["id"], host=host)[0], 200)
        self.assertEqual(exchange.police("GET", "/requests", host=host)[0], 403)
        self.assertEqual(exchange.police("GET", "/requests")[0], 200)

    def test_keeps_what_was_there_when_the_disk_is_full(self):
        exchange = self.start(most_file_bytes=400_000)
        request = exchange.publish()
        kept = exchange.begin_upload(request, 100_000)
        clip = clip_bytes(100_000)
        self.assertEqual(exchange.send_part(kept, 0, clip)[0], 204)
        self.assertEqual(exchange.share(request, kept)[0], 303)
        large = exchange.begin_upload(request, 900_000)
        part = clip_bytes(150_000)

        self.assertEqual(exchange.send_part(large, 0, part)[0], 204)
        self.assertEqual(exchange.send_part(large, 150_000, part)[0], 204)
        status, _, answer = exchange.send_part(large, 300_000, part)

        self.assertEqual(status, 507)
        self.assertIn(b"no room", answer)
        self.assertEqual(exchange.offset(large), 300_000)
        offers = exchange.offers()
        self.assertEqual([o["digest"] for o in offers], [hashlib.sha256(clip).hexdigest()])
        headers = {"Authorization": "Bearer " + exchange.said["token"]}
        self.assertEqual(exchange.ask("GET", f"/api/v1/offers/{offers[0]['id']}/clip", headers=headers)[2], clip)

    def test_takes_nothing_of_a_part_that_was_cut(self):
        exchange = self.start()
        request = exchange.publish()
        clip = clip_bytes(400_000)
        upload = exchange.begin_upload(request, len(clip))
        self.assertEqual(exchange.send_part(upload, 0, clip[:200_000])[0], 204)
        with socket.create_connection((exchange.url.hostname, exchange.url.port)) as cut:
            cut.sendall(f"PATCH {upload} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 200000\r\n"
                        "Content-Type: application/offset+octet-stream\r\nContent-Length: 200000\r\n\r\n".encode()
                        + clip[200_000:300_000])
        self.assertEqual(exchange.offset(upload), 200_000)
        self.assertEqual(exchange.offers(), [])
        self.assertEqual(exchange.send_part(upload, 200_000, clip[200_000:])[0], 204)
        self.assertEqual(exchange.share(request, upload)[0], 303)
        self.assertEqual(exchange.offers()[0]["digest"], hashlib.sha256(clip).hexdigest())

    def test_loses_nothing_when_it_is_killed(self):
        with tempfile.TemporaryDirectory() as folder:
            exchange = Exchange(folder)
            request = exchange.publish()
            clip = clip_bytes(300_000)
            upload = exchange.begin_upload(request, len(clip))
            exchange.send_part(upload, 0, clip[:100_000])
            exchange.kill()

            again = Exchange(folder)

            self.assertEqual(again.offset(upload), 100_000)
            self.assertEqual(again.send_part(upload, 100_000, clip[100_000:])[0], 204)
            self.assertEqual(again.share(request, upload)[0], 303)
            self.assertEqual(again.offers()[0]["digest"], hashlib.sha256(clip).hexdigest())
            again.stop()

    def test_says_in_a_page_that_a_form_is_too_long(self):
        exchange = self.start()
        with socket.create_connection((exchange.url.hostname, exchange.url.port), timeout=PATIENCE) as browser:
            browser.sendall(b"POST /r/x/clip HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                            b"Content-Length: 900000000\r\n\r\n")
            for _ in range(50):
                browser.sendall(bytes(100_000))
            answer = browser.recv(4096)
        self.assertIn(b"413", answer)
        self.assertIn(b"Nothing was shared", answer)
        self.assertEqual(exchange.ask("GET", "/")[0], 200)

    def test_bounds_what_a_connection_may_send(self):
        exchange = self.start()
        place = (exchange.url.hostname, exchange.url.port)
        with socket.create_connection(place, timeout=PATIENCE) as chunked:
            chunked.sendall(b"POST /uploads HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n")
            self.assertIn(b"411", chunked.recv(4096))
        with socket.create_connection(place, timeout=PATIENCE) as endless:
            endless.sendall(b"GET / HTTP/1.1\r\n")
            with self.assertRaises(OSError):
                for _ in range(10_000):
                    endless.sendall(b"X-Header: " + bytes(b"a" * 1000) + b"\r\n")
                    time.sleep(0)
        self.assertEqual(exchange.ask("GET", "/")[0], 200)

    def test_takes_a_part_after_100_continue(self):
        exchange = self.start()
        request = exchange.publish()
        clip = clip_bytes(300_000)
        upload = exchange.begin_upload(request, len(clip))
        with socket.create_connection((exchange.url.hostname, exchange.url.port), timeout=PATIENCE) as client:
            client.sendall(f"PATCH {upload} HTTP/1.1\r\nHost: x\r\nTus-Resumable: 1.0.0\r\nUpload-Offset: 0\r\n"
                           "Content-Type: application/offset+octet-stream\r\nExpect: 100-continue\r\n"
                           "Content-Length: 300000\r\n\r\n".encode())
            self.assertIn(b"100 Continue", client.recv(4096))
            client.sendall(clip)
            self.assertIn(b"204", client.recv(4096))
        self.assertEqual(exchange.offset(upload), len(clip))

    def test_has_neighbours_who_share_and_neighbours_who_do_not(self):
        clips = pathlib.Path(os.environ["DEMO_CLIPS"])
        exchange = self.start("--demo", "--demo-clips", clips)
        time.sleep(2)  # they look at the list every second and a half, and answer what is new since their first look
        exchange.publish()
        wanted = len(list(clips.glob("*.mp4"))) + len(list(clips.glob("*.mkv")))
        deadline = time.monotonic() + PATIENCE
        while len(exchange.offers()) < wanted and time.monotonic() < deadline:
            time.sleep(0.5)
        offers = exchange.offers()
        digests = {hashlib.sha256(path.read_bytes()).hexdigest() for path in clips.iterdir()}
        self.assertEqual(len(offers), wanted)
        self.assertTrue({offer["digest"] for offer in offers} <= digests)
        self.assertTrue(any(offer["isSensitive"] for offer in offers))
        self.assertTrue(any(not offer["placeText"] for offer in offers))
        self.assertTrue(any("statedClockOffsetMicroseconds" in offer for offer in offers))


if __name__ == "__main__":
    unittest.main(verbosity=2)
