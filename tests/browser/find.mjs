// 查找 in Chromium: what is written on many tickets, an opportunity and a customer, found as one types, from its own screen and from
// Ctrl+K; narrowed, opened, and found again on the way back.
// usage: node tests/browser/find.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";
const PROJECT = "某市城市运行管理服务平台二期及配套量子专线、云资源、安全服务一体化采购项目";
/** More than a page of hits. */
const MANY = 60;

async function walk({ page, url, folder, look, call }) {
  const open = async (path) => {
    await page.evaluate((at) => {
      location.hash = at;
    }, path);
    await page.locator(`[data-at="${path}"]`).waitFor();
  };
  const told = (text) => page.getByRole("status").filter({ hasText: text }).waitFor();
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  await call("signIn", { account: "jingban", password: PASSWORD });
  for (let n = 1; n <= MANY; n += 1) {
    await call("registerTicket", {
      unit: n % 3 === 0 ? "MY" : "CD",
      kind: "support",
      title: `县区网络改造 ${n}`,
      customer: "某县教育局",
      contact: "罗海燕",
      phone: "13800001111",
      channel: "phone",
      urgency: "normal",
      complexity: "ordinary",
      fields: { content: `第 ${n} 段光缆割接方案論證，含量子專線與設備清單，${"施工窗口另行商定。".repeat(12)}` },
    });
  }
  await call("registerOpportunity", {
    unit: "CD",
    title: PROJECT,
    customerName: "某市城市运行管理服务中心",
    class: "云与数据中心",
    finder: "accountManager",
    manager: "罗海燕",
    foundOn: "2026-11-09",
  });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();

  await open("/find");
  await page.getByText("写几个字，查找").first().waitFor();
  await look("1-ask", { themes: ["light"] });
  const words = page.getByLabel("查找文字", { exact: true });
  await words.fill("量子专线");
  await told(`找到 ${MANY + 1} 条`);
  await page.getByRole("link", { name: PROJECT }).waitFor();
  assert.equal(await page.locator(".found li").first().locator("a").innerText(), PROJECT, "what has it in its name comes first");
  assert.equal(await page.locator(".found mark").nth(1).innerText(), "量子專線", "marked as it was written");
  await look("2-found");
  await page.getByRole("button", { name: "继续列出", exact: true }).click();
  await page.getByRole("link", { name: "县区网络改造 1", exact: true }).waitFor();

  await page.getByText(`商机 1`, { exact: true }).click();
  await told("找到 1 条");
  await page.getByText(`全部 ${MANY + 1}`, { exact: true }).click();
  await page.getByLabel("只查名称", { exact: true }).check();
  await told("找到 1 条");
  await page.getByLabel("只查名称", { exact: true }).uncheck();
  await words.fill("量子专线 -光缆");
  await told("找到 1 条");
  await words.fill("-光缆");
  await page.getByText("只写了不要的词").first().waitFor();
  await look("3-refused", { themes: ["light"] });
  await words.fill("“改造 7” 或 没有写过的话");
  await told("找到 1 条");
  await page.getByRole("link", { name: "县区网络改造 7", exact: true }).click();
  await page.getByRole("heading", { name: "县区网络改造 7" }).waitFor();
  await page.goBack();
  await told("找到 1 条");
  await words.fill("谁也没有写过");
  await page.getByText("没有找到").first().waitFor();

  // From anywhere.
  await open("/");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder(/输入页面/).fill("光缆割接");
  await page.getByText("在写过的内容里查找 “光缆割接”").click();
  await told(`找到 ${MANY} 条`);

  // A branch is told of its own alone.
  await call("signIn", { account: "gl-cd", password: PASSWORD });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();
  await open("/find");
  await page.getByLabel("查找文字", { exact: true }).fill("量子专线");
  await told(`找到 ${(MANY * 2) / 3 + 1} 条`);
  await look("4-a-branch", { themes: ["dark"] });
  return MANY;
}

console.log(`find: ${await onStage(process.argv.slice(2), walk)} tickets and a project found`);
