// 异议单 in Chromium: the provider writes one against a received sheet, the province's clerk takes it in, the objection
// stands on the screen with its course.
// usage: node tests/browser/slip.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const QUARTER = "2026Q3";

async function walk({ page, url, folder, look, call }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const signIn = async (account) => {
    await call("signIn", { account, password: "huiqian-demo" });
    await page.reload({ waitUntil: "commit" });
    await page.getByRole("navigation").first().waitFor();
  };
  const open = async (path) => {
    await page.evaluate((at) => {
      location.hash = at;
    }, path);
  };
  const receive = async (path) => {
    await open("/received");
    const field = page.getByLabel(/把收到的 PDF/);
    await field.fill(path);
    await field.press("Enter");
  };
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  await call("signIn", { account: "jingban", password: "huiqian-demo" });
  // The quarter is official: its correction is what can be objected to.
  await call("openRevision", { quarter: QUARTER, reason: "复核成都分公司得分" });
  await call("deliverResult", { unit: "CD", quarter: QUARTER, on: "2026-11-18", to: "罗海燕", correction: null });
  const sheet = join(folder, "成都确认单.pdf");
  const made = await call("makeReport", { quarter: QUARTER, unit: "CD", statement: false, out: sheet, revision: null });
  assert.equal(made.formal, true);

  await signIn("quantong");
  await receive(sheet);
  await page.getByText("季度考核确认单 · 成都分公司").waitFor();
  await button("写异议单").click();
  const form = page.getByRole("dialog", { name: /确认单的异议/ });
  await button("保存异议单").click();
  await form.getByText("请写明异议内容和理由").waitFor();
  await form.getByLabel("异议内容和理由").fill("8 月的考核人数多算了一人，请复核。");
  await form.getByRole("button", { name: "再加一条" }).click();
  await form.getByLabel("涉及").nth(1).click();
  await page.locator(".ant-select-item-option").filter({ hasText: "QT" }).first().click();
  await form.getByLabel("异议内容和理由").nth(1).fill("扣分所依据的工单系客户临时变更时间，不应计为超时。");
  await form.getByLabel("填写人").fill("罗海燕");
  await form.getByLabel("职务").fill("项目经理");
  await look("1-write");
  await button("保存异议单").click();
  await page.getByText("异议单已保存").waitFor();
  const slip = join(folder, "成都确认单-异议单.pdf");

  await signIn("jingban");
  await receive(slip);
  await page.getByText("这份异议单没有签名，请先向乙方核实确是对方提出的。").waitFor();
  await page.getByText("2026-11-18 送达，异议期到 2026-11-25 为止。").waitFor();
  await look("2-take");
  await button("登记 2 条异议").click();
  await page.getByText("这份异议单里的异议都已登记，不需要再次导入。").waitFor();

  await open("/objections");
  await page.getByText("成都分公司 · 第 2 号").waitFor();
  assert.equal(await page.getByText(/乙方 · 提出异议 · 2026-11-20 .*依据异议单/).count(), 2);
  await look("3-objections");
  await button("导入异议单").click();
  await page.getByRole("dialog").getByLabel("异议单文件").fill(slip);
  await page.getByRole("dialog").getByText("不需要再次导入").waitFor();
  await look("4-import", { themes: ["light"] });
}

await onStage(process.argv.slice(2), walk);
console.log("slip walk passed: written, taken in, shown");
