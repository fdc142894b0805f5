// What the walks share: the test host with a ledger of its own, Chromium, pictures in every theme and size, and axe.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const require = createRequire(new URL("../../ui/package.json", import.meta.url));
const { chromium } = require("playwright-core");
const AXE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const SIZES = [
  { width: 1024, height: 680 },
  { width: 1280, height: 800 },
];
/** Faults that keep people out; lesser ones are advice. */
const GRAVE = new Set(["serious", "critical"]);

/** Starts the host and waits for the address it prints; a host that ends first is an error. */
function startHost(binary, page, ledger) {
  const host = spawn(binary, ["--page", page, "--ledger", ledger], { stdio: ["ignore", "pipe", "inherit"] });
  const address = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the host did not say where it listens")), 30_000);
    host.once("error", reject);
    host.once("exit", (code) => reject(new Error(`the host ended with ${code}`)));
    host.stdout.on("data", (line) => {
      clearTimeout(late);
      resolve(String(line).trim());
    });
  });
  return { host, address };
}

/**
 * Runs a walk on a host and a page of its own, in a folder with blanks and Chinese in its name. What the page complains
 * about in its console is an error; so is a grave fault that axe finds, wherever `look` was called.
 */
export async function onStage([binary, page_, screens], walk) {
  assert.ok(binary && page_ && screens, "usage: WALK HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER");
  mkdirSync(screens, { recursive: true });
  const folder = mkdtempSync(join(tmpdir(), "慧签 browser-"));
  const { host, address } = startHost(binary, page_, join(folder, "ledger"));
  const faults = new Map();
  let browser;
  try {
    const url = await address;
    browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: ["--no-sandbox", "--disable-background-networking"],
    });
    const page = await browser.newPage({ viewport: SIZES[0] });
    page.setDefaultTimeout(60_000);
    const complaints = [];
    page.on("pageerror", (error) => complaints.push(`page error: ${error.message}`));
    page.on("console", (line) => line.type() === "error" && complaints.push(`console: ${line.text()}`));
    try {
      const said = await walk({
        page,
        url,
        folder,
        look: (name, options) => look(page, screens, name, faults, options),
        call: (useCase, request) => call(page, useCase, request),
      });
      assert.deepEqual(complaints, []);
      assert.deepEqual([...faults.values()], [], "axe finds grave faults");
      return said;
    } catch (error) {
      await page.screenshot({ path: join(screens, "failed.png") });
      console.error(await page.locator("body").ariaSnapshot());
      throw error;
    }
  } finally {
    await browser?.close();
    host.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Takes the screen's pictures, holds it to its width, and has axe look at it in both themes. */
async function look(page, screens, name, faults, { themes = ["light", "dark"], sizes = SIZES } = {}) {
  for (const theme of themes) {
    await page.emulateMedia({ colorScheme: theme });
    for (const size of sizes) {
      await page.setViewportSize(size);
      // Two frames: the first may still show what was there before.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${name} is ${overflow} px wider than a ${size.width} px window`);
      await page.screenshot({ path: join(screens, `${name}-${theme}-${size.width}x${size.height}.png`) });
    }
    for (const fault of await graveFaults(page)) faults.set(`${fault.id} ${fault.at}`, { name, theme, ...fault });
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize(SIZES[0]);
}

async function graveFaults(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return violations
    .filter(({ impact }) => GRAVE.has(impact))
    .flatMap(({ id, nodes }) =>
      nodes.map((node) => ({ id, at: node.target.join(" "), why: node.failureSummary, html: node.html.slice(0, 200) })),
    );
}

/** A use case called from the page, past its face: for what a walk needs and is not about. */
async function call(page, useCase, request) {
  const answer = await page.evaluate(
    async (body) => (await fetch("/call", { method: "POST", body })).json(),
    JSON.stringify({ useCase, request }),
  );
  assert.ok("ok" in answer, `${useCase}: ${JSON.stringify(answer)}`);
  return answer.ok;
}
