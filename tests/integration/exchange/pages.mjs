// SPDX-FileCopyrightText: 2026 Porchlight contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A resident with a telephone: pages.mjs URL REQUEST CLIP LETTER PICTURES. Shares with and without scripts, ignores,
// is told what is wrong, and looks at each page by day and by night. Prints one line of JSON; any fault ends it with 1.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";

const require = createRequire(process.env.NODE_MODULES + "/");
const { chromium } = require("playwright-core");
const [site, request, clip, letter, pictures] = process.argv.slice(2);
const page1 = `${site}r/${request}`;
mkdirSync(pictures, { recursive: true });

const browser = await chromium.launch({
  executablePath: "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
});

async function telephone(options) {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true,
    timezoneId: "America/New_York", ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(30000);
  const elsewhere = [];
  const complaints = [];
  page.on("request", (asked) => asked.url().startsWith(site) || asked.url().startsWith("data:") || elsewhere.push(asked.url()));
  page.on("console", (said) => said.type() === "error" && complaints.push(said.text()));
  page.on("pageerror", (error) => complaints.push(String(error)));
  return { context, page, elsewhere, complaints };
}

const picture = (page, name) => page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });

// The contrast of every visible text against what it stands on (WCAG 2.2, 1.4.3).
const weakTexts = () => {
  const parts = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = ([r, g, b]) => [r, g, b].map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const ground = (element) => {
    for (let e = element; e; e = e.parentElement) {
      const colour = parts(getComputedStyle(e).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const weak = [];
  for (const element of document.querySelectorAll("main *, footer *")) {
    const own = [...element.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
    if (!own || !element.checkVisibility() || element.closest("svg")) continue;
    const [a, b] = [light(parts(getComputedStyle(element).color)), light(ground(element))].sort((x, y) => y - x);
    if ((a + 0.05) / (b + 0.05) < 4.5) weak.push(element.textContent.trim().slice(0, 40));
  }
  return weak;
};

const unnamed = () => [...document.querySelectorAll("input:not([type=hidden]), textarea, button, a, svg[role=img]")]
  .filter((e) => !(e.labels?.length || e.textContent.trim() || e.getAttribute("aria-label"))).map((e) => e.outerHTML);

async function looksRight(page, name) {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    await picture(page, `${name}-${colorScheme}`);
    assert.deepEqual(await page.evaluate(weakTexts), [], `${name} ${colorScheme}: contrast`);
  }
  assert.deepEqual(await page.evaluate(unnamed), [], `${name}: controls without a name`);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  assert.equal(isWide, false, `${name}: scrolls sideways`);
  assert.equal(await page.locator("html").getAttribute("lang"), "en");
  assert.equal(await page.locator("h1").count(), 1);
}

async function withoutScripts() {
  const { context, page, elsewhere } = await telephone({ javaScriptEnabled: false });
  await page.goto(page1);
  for (const words of ["Larkfield Police Department", "You decide.", "You may insist on a warrant instead", "Case 2026-004117"]) {
    await page.getByText(words).first().waitFor();
  }
  assert.equal(await page.getByLabel("The sound").isChecked(), false);
  await page.getByLabel("My exact address").check();
  await page.getByLabel("Address or street").fill("2318 Wood Street");
  await page.getByLabel("Choose a clip").setInputFiles(letter);
  await page.getByRole("button", { name: "Review my clip" }).click();
  await page.getByText("not a video").waitFor();
  assert.equal(await page.getByLabel("Address or street").inputValue(), "2318 Wood Street");
  await picture(page, "plain-refused");
  await page.getByLabel("Choose a clip").setInputFiles(clip);
  await page.getByRole("button", { name: "Review my clip" }).click();
  await page.getByText("Nothing is shared yet").waitFor();
  await page.getByText("exact address: 2318 Wood Street").waitFor();
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByText("Your clip was shared").waitFor();
  const number = await page.locator("#receiptNumber").innerText();
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(await context.cookies(), []);
  await context.close();
  return number;
}

async function withScripts() {
  const { context, page, elsewhere, complaints } = await telephone({});
  await page.goto(page1);
  await looksRight(page, "request");
  await page.getByLabel("The sound").check();
  await page.getByLabel("The picture may upset someone").check();
  await page.getByLabel("This case and its prosecution").check();
  await page.getByLabel("Address or street").fill("2318 Wood Street");
  await page.getByLabel("The recording begins at").fill("2026-11-23T21:13:40");
  await page.getByLabel("Right now the camera's clock shows").fill("21:14:07");
  await page.getByLabel("Anything else").fill("A van passes twice. <b>Left</b> to right.");
  await page.getByLabel("Choose a clip").setInputFiles(clip);
  let cut = 0;
  await page.route("**/uploads/*", (route) =>
    (route.request().method() === "PATCH" && cut++ === 0 ? route.abort("connectionreset") : route.continue()));
  await page.getByRole("button", { name: "Review my clip" }).click();
  await page.getByText("Trying again").waitFor();
  await picture(page, "request-trying-again");
  await page.getByText("Nothing is shared yet. It goes").waitFor();
  await page.getByText("the block only: 2300 block of Wood Street").waitFor();
  await looksRight(page, "review");
  await page.getByRole("button", { name: "Share", exact: true }).click();
  await page.getByText("Your clip was shared").waitFor();
  await looksRight(page, "receipt");
  const number = await page.locator("#receiptNumber").innerText();
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(complaints.filter((text) => !text.includes("net::ERR_CONNECTION_RESET")), []);
  assert.deepEqual(await context.cookies(), []);
  await context.close();
  return number;
}

async function byKeyboardAndIgnored() {
  const { context, page, elsewhere } = await telephone({});
  await page.goto(page1);
  const reached = [];
  for (let i = 0; i < 40; i += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate(() => document.activeElement === document.body)) break;
    reached.push(await page.evaluate(() => document.activeElement.name || document.activeElement.textContent.trim()));
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle);
    assert.notEqual(ring, "none", `no focus ring on ${reached.at(-1)}`);
  }
  for (const name of ["sound", "place", "address", "purpose", "until", "start", "note", "clip", "Review my clip"]) {
    assert.ok(reached.includes(name), `${name} cannot be reached: ${reached}`);
  }
  await page.getByRole("link", { name: "Ignore" }).click();
  await page.getByText("Nothing was shared and nothing was noted").waitFor();
  assert.ok(!page.url().includes(request));
  await looksRight(page, "ignored");
  assert.equal(await page.evaluate(() => document.referrer), "");
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
  await page.goto(site);
  await looksRight(page, "ledger");
  await page.getByText("We are looking for footage of a white van.").waitFor();
  assert.deepEqual(elsewhere, []);
  await context.close();
}

try {
  const plain = await withoutScripts();
  const scripted = await withScripts();
  await byKeyboardAndIgnored();
  process.stdout.write(JSON.stringify({ plain, scripted }) + "\n");
} finally {
  await browser.close();
}
