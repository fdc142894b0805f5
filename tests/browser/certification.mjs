// 认证 in Chromium: a case opened, evidence and an exam entered, refused before it is judged, decided, the result looked at and
// saved; a standard taken in from its own export.
// usage: node tests/browser/certification.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";

async function walk({ page, url, folder, look, call }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const dialog = (name) => page.getByRole("dialog", { name });
  const row = (text) => page.locator(".ant-table-row").filter({ hasText: text });
  const open = async (path) => {
    await page.evaluate((at) => {
      location.hash = at;
    }, path);
    await page.locator(`[data-at="${path}"]`).waitFor();
  };
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  await call("signIn", { account: "jingban", password: PASSWORD });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();

  const list = await call("certifications", { unit: null });
  const person = list.lines.find(({ state, here }) => state === "due" && here);
  assert.ok(person, "somebody is due");
  await open("/certification");
  await page.getByRole("status").filter({ hasText: `待认证 ${list.due} 人` }).waitFor();
  await page.getByLabel("查找姓名、工号、单位").fill(person.staffNo);
  await look("1-list");
  await page.getByRole("link", { name: new RegExp(person.staffNo) }).click();
  await page.getByText("还没有受理认证，以下是按账本试着对照的结果。").first().waitFor();

  await button("受理认证").click();
  await dialog("受理认证").getByRole("button", { name: "受理认证" }).click();
  await page.getByText("第 1 次认证", { exact: true }).waitFor();
  await look("2-open");

  // Nobody passes before every gate is judged; what was typed stays.
  await call("signIn", { account: "admin", password: PASSWORD });
  await button("登记考试成绩").click();
  const exam = dialog("登记考试成绩");
  await exam.getByLabel("考试日期").fill("2026-11-10");
  await exam.getByLabel("考试日期").press("Tab");
  await exam.getByLabel("综合知识").fill("101");
  await exam.getByLabel("服务营销业务专业").fill("84");
  await exam.getByRole("button", { name: "登记考试成绩" }).click();
  await exam.getByRole("alert").waitFor();
  await exam.getByLabel("综合知识").fill("88.5");
  await exam.getByRole("button", { name: "登记考试成绩" }).click();
  await page.getByText(/综合成绩 86.25，名次 1\/1/).waitFor();

  const view = () => call("certification", { staffNo: person.staffNo, number: null, level: null });
  const counters = (await view()).gates[4].counters;
  const [first, ...rest] = counters;
  await row(first.requirement.code).last().getByRole("button", { name: "举证" }).click();
  const prove = dialog(/举证：行为/);
  await prove.getByLabel("日期").fill("2026-11-03");
  await prove.getByLabel("日期").press("Tab");
  await prove.getByRole("spinbutton").fill(String(first.requirement.minimum));
  await prove.getByLabel("对象级别").click();
  await page.locator(".ant-select-item-option").filter({ hasText: "省局运维主任", visible: true }).click();
  await prove.getByRole("button", { name: "举证" }).click();
  await prove.getByText("请写明依据，或附上材料").first().waitFor();
  await look("3-evidence", { themes: ["light"] });
  await prove.locator("textarea").fill("金牛区教育局专线方案宣讲，会议签到表见附件。");
  await prove.getByRole("button", { name: "举证" }).click();
  await prove.waitFor({ state: "hidden" });
  await page.getByText("金牛区教育局专线方案宣讲，会议签到表见附件。").waitFor();
  for (const { requirement } of rest) {
    await call("recordEvidence", {
      staffNo: person.staffNo, of: "behaviour", since: null, quarter: null, grade: null, requirement: requirement.code,
      day: "2026-11-04", count: requirement.minimum, objectGrade: requirement.objectGrade, text: "见材料", paper: null,
    });
  }
  for (const of of ["companyExperience", "serviceExperience"]) {
    await call("recordEvidence", {
      staffNo: person.staffNo, of, since: "2022-03-01", quarter: null, grade: null, requirement: null, day: null, count: null,
      objectGrade: null, text: "入职证明", paper: null,
    });
  }
  for (const { quarter, grade } of (await view()).gates[2].quarters.quarters) {
    if (grade !== null) continue;
    await call("recordEvidence", {
      staffNo: person.staffNo, of: "quarterGrade", since: null, quarter, grade: "B", requirement: null, day: null, count: null,
      objectGrade: null, text: "原单位考核表", paper: null,
    });
  }
  await page.reload({ waitUntil: "commit" });
  await page.getByText("第 1 次认证", { exact: true }).waitFor();
  await look("4-judged");

  // Decided by the province's leader; the clerk opened it.
  const accounts = await call("accounts", {});
  const leader = accounts.find(({ role, unit, open: active }) => role === "unitLeader" && unit === "ZQ" && active);
  assert.ok(leader, "the province has a leader");
  await call("signIn", { account: "jingban", password: PASSWORD });
  await page.reload({ waitUntil: "commit" });
  await button("评定").click();
  const decide = dialog("评定");
  await decide.getByRole("radio", { name: "通过", exact: true }).check();
  await decide.getByLabel("评定人").fill("周建国");
  await decide.getByRole("button", { name: "评定" }).click();
  await decide.getByRole("alert").waitFor();
  await look("5-second-person", { themes: ["light"] });
  await decide.getByRole("button", { name: "取消" }).click();
  await call("signIn", { account: leader.account, password: PASSWORD });
  const judged = await call("certifications", { unit: "ZQ" });
  assert.ok(judged.lines.every(({ unit }) => unit === "ZQ"), "a leader sees the own unit");
  await call("decideCase", {
    staffNo: person.staffNo, passed: true, validFrom: null, exception: "按规定破格", reason: null, then: null, evaluator: null,
    basis: null, paper: null,
  });

  await call("signIn", { account: "jingban", password: PASSWORD });
  await page.reload({ waitUntil: "commit" });
  await button("预览结果").click();
  await page.locator("canvas").first().waitFor();
  await look("6-result", { themes: ["light"] });
  await page.keyboard.press("Escape");
  await button("保存结果").click();
  const out = join(folder, "结果.pdf");
  const asked = page.getByRole("dialog").filter({ has: button("保存") });
  await asked.getByRole("textbox").fill(out);
  await asked.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText(out).first().waitFor();
  assert.ok(existsSync(out) && statSync(out).size > 10_000, out);
  await look("7-certified");

  await open("/settings/standard");
  await page.getByText("等第：A ≥ 90，B ≥ 80，C ≥ 70，其余为 D").waitFor();
  await look("8-standard");
}

await onStage(process.argv.slice(2), walk);
console.log("certification walk passed: opened, proven, examined, decided, printed");
