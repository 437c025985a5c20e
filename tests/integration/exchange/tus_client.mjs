// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Uploads a file with the tus project's own client: tus_client.mjs ENDPOINT FILE REQUEST [UPLOAD-URL]
// Prints the upload's address as soon as it is known; goes on with the given one. With CUT_AT set it dies at once when
// so many bytes have been taken, in the middle of the next part.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";

const require = createRequire(process.env.NODE_MODULES + "/");
const tus = require("tus-js-client");
const [endpoint, file, request, uploadUrl] = process.argv.slice(2);
const cutAt = Number(process.env.CUT_AT || Infinity);

const upload = new tus.Upload(readFileSync(file), {
  endpoint,
  uploadUrl: uploadUrl || null,
  chunkSize: 256 * 1024,
  retryDelays: [200, 500, 1000],
  metadata: { filename: "from tus.mp4", request },
  onUploadUrlAvailable: () => process.stdout.write(upload.url + "\n"),
  onProgress: (sent) => sent > cutAt && process.kill(process.pid, "SIGKILL"),
  onError: (error) => {
    process.stderr.write(String(error) + "\n");
    process.exit(1);
  },
  onSuccess: () => process.exit(0),
});
upload.start();
