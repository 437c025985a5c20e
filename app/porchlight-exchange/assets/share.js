// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Sends the clip in parts (tus 1.0.0), shows how far it is and goes on where it stopped when the line breaks. Without
// this script the same form sends everything in one piece.
"use strict";
(() => {
  const form = document.getElementById("share");
  const bar = document.getElementById("bar");
  const button = form.querySelector("button.main");
  const limit = Number(form.dataset.limit);
  const partBytes = 1024 * 1024;
  const pauses = [1000, 2000, 4000, 8000, 15000];
  const version = { "Tus-Resumable": "1.0.0" };

  // A refusal says why in a sentence and is final; everything else may pass.
  class Refusal extends Error {}

  const clip = () => form.elements.clip.files[0];
  const base64 = (text) => btoa(String.fromCharCode(...new TextEncoder().encode(text)));
  const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));
  const memory = () => `upload ${form.dataset.request} ${clip().name} ${clip().size} ${clip().lastModified}`;
  const say = (sentence) => {
    document.getElementById("progress").hidden = false;
    document.getElementById("said").textContent = sentence;
  };

  async function call(url, options) {
    const answer = await fetch(url, options);
    if (answer.ok || answer.status === 409) return answer;
    const problem = await answer.json().catch(() => ({}));
    if (answer.status < 500 || answer.status === 507) {
      throw new Refusal(problem.detail || "The exchange did not take the clip. Nothing was shared.");
    }
    throw new Error(String(answer.status));
  }

  async function begin() {
    const metadata = `request ${base64(form.dataset.request)},filename ${base64(clip().name)}`;
    const answer = await call("/uploads", {
      method: "POST",
      headers: { ...version, "Upload-Length": String(clip().size), "Upload-Metadata": metadata },
    });
    const place = answer.headers.get("Location");
    sessionStorage.setItem(memory(), place);
    return place;
  }

  async function standing(place) {
    const answer = await call(place, { method: "HEAD", headers: version });
    return Number(answer.headers.get("Upload-Offset"));
  }

  // Where an upload of this clip that was begun in this tab goes on; nothing if it is gone.
  async function begun() {
    const place = sessionStorage.getItem(memory());
    if (!place) return null;
    try {
      await standing(place);
      return place;
    } catch (reason) {
      if (!(reason instanceof Refusal)) throw reason;
      sessionStorage.removeItem(memory());
      return null;
    }
  }

  async function sendRest(place) {
    let offset = await standing(place);
    while (offset < clip().size) {
      const answer = await call(place, {
        method: "PATCH",
        headers: { ...version, "Upload-Offset": String(offset), "Content-Type": "application/offset+octet-stream" },
        body: clip().slice(offset, offset + partBytes),
      });
      offset = answer.status === 409 ? await standing(place) : Number(answer.headers.get("Upload-Offset"));
      bar.value = (1000 * offset) / clip().size;
      say(`${Math.floor((100 * offset) / clip().size)} % has arrived.`);
    }
  }

  async function send() {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const place = (await begun()) || (await begin());
        await sendRest(place);
        sessionStorage.removeItem(memory());
        return place.split("/").pop();
      } catch (reason) {
        if (reason instanceof Refusal || attempt >= pauses.length) throw reason;
        say("The connection broke. Trying again; what has arrived is kept.");
        await wait(pauses[attempt]);
      }
    }
  }

  async function share() {
    button.disabled = true;
    say("Sending the clip. Nothing is shared yet.");
    try {
      form.elements.upload.value = await send();
      form.elements.clip.disabled = true; // it is there already; only what was chosen is sent now
      form.submit();
    } catch (reason) {
      button.disabled = false;
      say(reason instanceof Refusal
        ? reason.message
        : "The upload stopped and nothing was shared. What has arrived is kept for a day: press Review my clip to go on.");
    }
  }

  form.elements.cameraClock.addEventListener("change", () => {
    form.elements.clockReadAt.value = String(Date.now());
  });
  document.getElementById("limit").textContent =
    `Up to ${form.dataset.limitText}. You see everything once more before anything is shared.`;
  form.addEventListener("submit", (event) => {
    if (!clip() || form.elements.upload.value) return;
    event.preventDefault();
    if (clip().size > limit) {
      say("This clip is too large. Nothing was shared; please shorten it or choose another.");
      return;
    }
    share();
  });
})();
