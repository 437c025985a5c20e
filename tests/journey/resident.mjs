// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A resident with a phone: node resident.mjs NODE_MODULES CHROMIUM PLAN.json
//
// The plan names the request's page, a folder for pictures and the clips to share, each with what is allowed. Opens
// the page in headless Chromium as a person would, shares each clip, and prints one JSON line per receipt. A plan
// without clips reads the page and presses Ignore.
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import path from "node:path";

const [nodeModules, chromiumProgram, planFile] = process.argv.slice(2);
const { chromium } = createRequire(path.join(nodeModules, "x.js"))("playwright-core");
const plan = JSON.parse(readFileSync(planFile, "utf8"));

const browser = await chromium.launch({
  executablePath: chromiumProgram,
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function openPage(withScripts) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    javaScriptEnabled: withScripts,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  page.on("request", (request) => {
    if (!request.url().startsWith(new URL(plan.url).origin)) {
      console.error(`the page asked for ${request.url()}`);
      process.exitCode = 1;
    }
  });
  await page.goto(plan.url);
  return page;
}

async function shareClip(clip, index) {
  const page = await openPage(clip.scripts);
  if (index === 0) {
    await page.screenshot({ path: path.join(plan.pictures, "resident-1-request.png"), fullPage: true });
  }
  if (clip.sound) await page.check("input[name=sound]");
  if (clip.sensitive) await page.check("input[name=sensitive]");
  await page.check(`input[name=place][value=${clip.place}]`);
  if (clip.address) await page.fill("input[name=address]", clip.address);
  await page.check("input[name=purpose][value=thisCaseAndProsecution]");
  if (clip.start) await page.fill("input[name=start]", clip.start);
  if (clip.note) await page.fill("textarea[name=note]", clip.note);
  await page.setInputFiles("input[name=clip]", clip.file);
  await page.click("button.main");
  await page.waitForSelector("form[action$='/share']");
  if (index === 0) {
    await page.screenshot({ path: path.join(plan.pictures, "resident-2-review.png"), fullPage: true });
  }
  await page.click("form[action$='/share'] button");
  const receipt = await page.textContent("#receiptNumber");
  if (index === 0) {
    await page.screenshot({ path: path.join(plan.pictures, "resident-3-receipt.png"), fullPage: true });
  }
  console.log(JSON.stringify({ file: clip.file, receipt: receipt.trim() }));
  await page.context().close();
}

try {
  for (const [index, clip] of plan.clips.entries()) await shareClip(clip, index);
  if (plan.clips.length === 0) {
    const page = await openPage(true);
    await page.click("a.button[href='/ignored']");
    await page.waitForURL("**/ignored");
    await page.screenshot({ path: path.join(plan.pictures, "resident-4-ignored.png") });
  }
} finally {
  await browser.close();
}
