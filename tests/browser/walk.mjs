// Walks through the page in Chromium on a ledger of the real program behind the test host.
// usage: node tests/browser/walk.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";

const { chromium } = createRequire(new URL("../../ui/package.json", import.meta.url))("playwright-core");

const [binary, page_, screens] = process.argv.slice(2);
assert.ok(binary && page_ && screens, "usage: walk.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER");
mkdirSync(screens, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "慧签 browser-"));
const SIZES = [
  { width: 1024, height: 680 },
  { width: 1280, height: 800 },
];
const SENTENCE = /^2026年第三季度总分 \d+\.\d\d 分，支付系数 [01]\.\d{4}，应付服务费 ¥[\d,]+\.\d\d。$/;

/** Starts the host and waits for the address it prints; a host that ends first is an error. */
function startHost() {
  const host = spawn(binary, ["--page", page_, "--ledger", join(folder, "ledger")], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const address = new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error("the host did not say where it listens")), 30_000);
    host.once("error", reject);
    host.once("exit", (code) => reject(new Error(`the host ended with ${code}`)));
    host.stdout.once("data", (line) => {
      clearTimeout(late);
      resolve(String(line).trim());
    });
  });
  return { host, address };
}

async function shoot(page, name) {
  for (const appearance of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme: appearance });
    for (const size of SIZES) {
      await page.setViewportSize(size);
      // Two frames: the first may still show what was there before.
      await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${name} is ${overflow} px wider than a ${size.width} px window`);
      await page.screenshot({ path: join(screens, `${name}-${appearance}-${size.width}x${size.height}.png`) });
    }
  }
  await page.emulateMedia({ colorScheme: "light" });
}

async function walk(page, url) {
  await page.goto(url);

  // A folder without a ledger is refused in words.
  await page.getByRole("button", { name: "打开或恢复" }).waitFor();
  await shoot(page, "1-choose");
  await page.getByRole("button", { name: "打开或恢复" }).click();
  await page.getByLabel("账本文件夹").fill(join(folder, "missing"));
  await page.getByRole("button", { name: "打开", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "账本" }).waitFor();
  await shoot(page, "2-no-ledger");

  // The demo year names accounts to try.
  await page.getByRole("button", { name: "返回" }).click();
  await page.getByRole("button", { name: "看演示" }).click();
  await page.getByLabel(/演示账本/).fill(join(folder, "演示 年度"));
  await page.getByRole("button", { name: "生成演示年度" }).click();
  await page.getByText("演示年度已生成").waitFor({ timeout: 120_000 });
  await shoot(page, "3-sign-in");

  // A wrong password is refused in words and keeps what was typed.
  await page.getByRole("button", { name: "填入" }).first().click();
  const password = await page.getByLabel("密码", { exact: true }).inputValue();
  await page.getByLabel("密码", { exact: true }).fill("不是这个密码");
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByRole("alert").filter({ hasText: "密码" }).waitFor();
  assert.notEqual(await page.getByLabel("账号").inputValue(), "");
  await shoot(page, "4-wrong-password");

  await page.getByLabel("密码", { exact: true }).fill(password);
  await page.getByRole("button", { name: "登录", exact: true }).click();
  await page.getByTestId("sentence").waitFor({ timeout: 30_000 });
  await shoot(page, "5-newest-quarter");

  // The settled quarter: one sentence, 24 units.
  await page.getByText("第三季度", { exact: true }).click();
  await page.getByTestId("sentence").filter({ hasText: "2026年第三季度" }).waitFor();
  const sentence = await page.getByTestId("sentence").innerText();
  assert.match(sentence, SENTENCE);
  assert.equal(await page.locator("tbody tr.ant-table-row").count(), 24);
  await shoot(page, "6-third-quarter");
  await page.locator("tbody tr.ant-table-row").last().scrollIntoViewIfNeeded();
  await shoot(page, "7-last-unit");

  // English, and an appearance chosen by hand, hold over a reload.
  await page.getByRole("button", { name: "语言" }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await page.getByRole("button", { name: "Appearance" }).click();
  await page.getByRole("menuitem", { name: "Dark" }).click();
  await page.reload();
  await page.getByTestId("sentence").waitFor();
  await page.getByText("Q3", { exact: true }).click();
  await page.getByTestId("sentence").filter({ hasText: /^Q3 2026: overall score/ }).waitFor();
  await shoot(page, "8-english");
  return sentence;
}

const { host, address } = startHost();
let browser;
try {
  const url = await address;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  const page = await browser.newPage();
  page.setDefaultTimeout(30_000);
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`page error: ${error.message}`));
  page.on("console", (line) => line.type() === "error" && complaints.push(`console: ${line.text()}`));
  let sentence;
  try {
    sentence = await walk(page, url);
  } catch (error) {
    await page.screenshot({ path: join(screens, "failed.png") });
    console.error(await page.locator("body").ariaSnapshot());
    throw error;
  }
  assert.deepEqual(complaints, []);
  console.log(`browser walk passed: ${sentence}`);
} finally {
  await browser?.close();
  host.kill();
  rmSync(folder, { recursive: true, force: true });
}
