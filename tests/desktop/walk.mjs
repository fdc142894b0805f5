// Walks the main job through the real window: the desktop program in WebKit, driven over WebDriver, on a display of its own:
// from the first screen to the closed quarter; then somebody arrives, a ticket is entered, and the window is closed and opened again.
// usage: node tests/desktop/walk.mjs DESKTOP_BINARY SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { closing, reopened } from "./closing.mjs";
import { endAll, openWindow, PATIENCE, startDriver } from "./driver.mjs";
import { hands } from "./hands.mjs";
import { person } from "./person.mjs";
import { opportunity, ticket, ticketAgain } from "./ticket.mjs";

const [program, screens] = process.argv.slice(2);
assert.ok(program && screens, "usage: walk.mjs DESKTOP_BINARY SCREENSHOT_FOLDER");
const binary = resolve(program);
mkdirSync(screens, { recursive: true });
const folder = mkdtempSync(join(tmpdir(), "慧签 desktop-"));
const SENTENCE = /^2026年第三季度总分 \d+\.\d\d 分，支付系数 [01]\.\d{4}，应付服务费 ¥[\d,]+\.\d\d。$/;
async function walk(window) {
  const { button, press, write, fill: fillIn, told, shoot } = hands(window, screens);
  await (await button("打开或恢复")).waitForDisplayed({ timeout: PATIENCE });
  await shoot("1-choose");
  await press("打开或恢复");
  await write("#open_dir", join(folder, "missing"));
  await press("打开");
  await window.$('[role="alert"]').waitForDisplayed({ timeout: PATIENCE });
  await shoot("2-no-ledger");

  await press("返回");
  await press("看演示");
  await write("#demo_dir", join(folder, "演示 年度"));
  await press("生成演示年度");
  await (await button("填入")).waitForDisplayed({ timeout: PATIENCE });
  await press("填入");
  await shoot("3-sign-in");

  const password = await window.$("#signIn_password").getValue();
  await write("#signIn_password", "不是这个密码");
  await press("登录");
  await window.$('[role="alert"]').waitForDisplayed({ timeout: PATIENCE });
  assert.match(await window.$('[role="alert"]').getText(), /密码/);
  await shoot("4-wrong-password");

  await write("#signIn_password", password);
  await press("登录");

  // The workbench says what waits; the menu leads to the settlement.
  await window.$('//*[contains(text(),"2026年第三季度报告待双方签署")]').waitForDisplayed({ timeout: PATIENCE });
  await shoot("5-workbench");
  await window.$('//*[@role="menuitem"][contains(.,"结算")]').click();
  const sentence = await window.$('[data-testid="sentence"]');
  await sentence.waitForDisplayed({ timeout: PATIENCE });
  await window.waitUntil(async () => (await sentence.getText()).startsWith("2026年第三季度"), {
    timeout: PATIENCE,
    timeoutMsg: "the third quarter did not come",
  });
  const text = await sentence.getText();
  assert.match(text, SENTENCE);
  await shoot("6-settlement");

  // Report, both signatures, and the countersigned file taken in: the quarter is closed.
  const demo = join(folder, "演示 年度");
  const [report, client, both] = ["报告.pdf", "甲方签.pdf", "双方签署.pdf"].map((name) => join(folder, name));
  const fill = (label, value) => fillIn('//div[@role="tabpanel"]', label, value);
  await window.$('//*[@role="tab"][normalize-space()="报告与签署"]').click();
  await fill("保存到", report);
  await press("保存 PDF");
  await told(report);
  for (const [from, party, key, to] of [
    [report, "甲方（四川移动）", "client.p12", client],
    [client, "乙方（四川全通）", "provider.p12", both],
  ]) {
    await fill("要签署的报告", from);
    await window.$(`//div[@role="tabpanel"]//label[contains(.,"${party}")]`).click();
    await fill("证书密钥文件（.p12 / .pfx）", join(demo, "keys", key));
    await fill("密钥密码", password);
    await fill("签好的文件保存到", to);
    await press("签署");
    await told(to);
  }
  await shoot("7-signed");
  await fill("双方签署的报告", both);
  await press("核对");
  await press("接收并结案");
  const sure = window.$('//*[@role="tooltip"]//button[normalize-space()="接收并结案"]');
  await sure.waitForClickable({ timeout: PATIENCE });
  await sure.click();
  await told("已接收，本季度结案");
  await shoot("8-closed");
  return { text, password };
}

// A walk that is interrupted leaves no display and no window behind.
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    endAll();
    rmSync(folder, { recursive: true, force: true });
    process.exit(1);
  });
}

const started = Date.now();
let window;
try {
  const { port, display } = await startDriver(folder);
  window = await openWindow(port, binary);
  let sentence;
  try {
    const { text, password } = await walk(window);
    sentence = text;
    await person(window, { display, folder, screens });
    const number = await ticket(window, { screens });
    await opportunity(window, { screens });
    await closing(window, { binary, display, folder, screens });
    const again = await startDriver(folder, display);
    window = await openWindow(again.port, binary);
    await reopened(window, { folder, screens });
    await ticketAgain(window, { screens, number, password });
  } catch (error) {
    // A window that is gone has no picture; what went wrong is said all the same.
    await window.saveScreenshot(join(screens, "failed.png")).catch(() => {});
    throw error;
  }
  console.log(`window walk passed in ${Math.round((Date.now() - started) / 1000)} s: ${sentence}`);
} catch (error) {
  // The driver's client hangs its whole state on its errors.
  console.error(error.stack);
  process.exitCode = 1;
} finally {
  endAll();
  rmSync(folder, { recursive: true, force: true });
}
