// 认证 in Chromium: from the workbench to a case; evidence and an exam entered, counted from the ledger too, its paper looked at and
// saved; refused before it is judged, decided, the result looked at and saved; failing leads to a training of two and to a
// request for a replacement; two standards side by side.
// usage: node tests/browser/certification.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";
/** The smallest picture there is. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

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
  const [person, second, third] = list.lines.filter(({ state, here }) => state === "due" && here);
  assert.ok(person && second && third, "three are due");
  // The workbench asks for it, and leads there.
  const due = page.getByRole("listitem").filter({ hasText: "待受理认证" });
  await due.waitFor();
  await look("0-workbench");
  await due.getByRole("button", { name: /去办理/ }).click();
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

  const act = page.getByRole("button", { name: "工作记录 1", exact: true });
  await call("noteWork", {
    staffNo: person.staffNo, on: "2026-11-02", text: "向青羊区卫健局信息科作云专线方案宣讲，参会十一人，会后答疑并留下联系方式。",
    requirement: "1.5.1", objectGrade: "省局副主任",
  });
  await page.reload({ waitUntil: "commit" });
  await act.click();
  await page.getByText("向青羊区卫健局信息科作云专线方案宣讲", { exact: false }).waitFor();
  await look("2-counted");
  await act.click();

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
  // A paper that was attached is looked at, and saved out again.
  const paper = join(folder, "证明.png");
  writeFileSync(paper, PICTURE);
  await call("recordEvidence", {
    staffNo: person.staffNo, of: "companyExperience", since: "2022-03-01", quarter: null, grade: null, requirement: null,
    day: null, count: null, objectGrade: null, text: null, paper,
  });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("button", { name: /查看 举证材料/ }).click();
  await page.getByRole("img", { name: /举证材料/ }).waitFor();
  await look("3-paper", { themes: ["light"] });
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: /另存扫描件 举证材料/ }).click();
  const copy = join(folder, "证明-存出.png");
  const saving = page.getByRole("dialog").filter({ has: button("保存") });
  await saving.getByRole("textbox").fill(copy);
  await saving.getByRole("button", { name: "保存", exact: true }).click();
  await saving.waitFor({ state: "hidden" });
  await page.getByText(copy).first().waitFor();
  assert.deepEqual(readFileSync(copy), PICTURE, "the same bytes");

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

  // Failing leads to training, with whoever else is to come; then to a replacement.
  const fail = async (then) => {
    await call("signIn", { account: "jingban", password: PASSWORD });
    await call("openCase", { staffNo: second.staffNo, level: 1 });
    await call("signIn", { account: leader.account, password: PASSWORD });
    await call("decideCase", {
      staffNo: second.staffNo, passed: false, validFrom: null, exception: null, reason: "两次宣讲没有签到表，考试未参加",
      then, evaluator: null, basis: null, paper: null,
    });
    await call("signIn", { account: "jingban", password: PASSWORD });
    await page.reload({ waitUntil: "commit" });
    await open(`/certification/${second.staffNo}`);
  };
  const follow = page.getByRole("alert").filter({ hasText: "后续处理" });
  await fail("retrain");
  await follow.getByText("还没有安排培训。").waitFor();
  await look("8-failed");
  await follow.getByRole("button", { name: "安排培训" }).click();
  const plan = dialog("安排培训");
  await plan.getByLabel("种类").click();
  await page.locator(".ant-select-item-option").filter({ hasText: "服务", visible: true }).first().click();
  await plan.getByLabel("主题").fill("政企客户云专线方案宣讲与现场答疑技巧专题培训");
  await plan.getByLabel("日期").fill("2026-12-01");
  await plan.getByLabel("日期").press("Tab");
  await plan.getByLabel("参训人员").fill(third.staffNo);
  await page.locator(".ant-select-item-option").filter({ hasText: third.staffNo, visible: true }).click();
  await look("9-training");
  await plan.getByRole("button", { name: "安排培训" }).click();
  await plan.waitFor({ state: "hidden" });
  await follow.getByText(/已安排培训：2026-12-01/).waitFor();
  const planned = (await call("development", { staffNo: third.staffNo })).trainings;
  assert.equal(planned[0]?.on, "2026-12-01", "the other one was named too");

  await fail("replace");
  await follow.getByRole("button", { name: "申请更换" }).click();
  const ask = page.getByRole("dialog").filter({ has: page.locator("textarea") });
  await ask.locator("textarea").fill("认证未通过，岗位急需");
  await ask.locator(".ant-modal-footer .ant-btn-primary").click();
  await ask.waitFor({ state: "hidden" });
  await follow.getByText(/已申请更换：第 1 份申请/).waitFor();
  await look("10-replacement");

  const { standards } = await call("standards", {});
  await call("issueStandard", {
    standard: {
      ...standards[0], from: "2026-12-01", label: "省公司 2027 年标准",
      levels: standards[0].levels.map((level) => ({ ...level, companyMonths: level.companyMonths + 6 })),
    },
  });
  await page.reload({ waitUntil: "commit" });
  await open("/settings/standard");
  await page.getByLabel("与哪一版对比").click();
  await page.locator(".ant-select-item-option").filter({ hasText: "第 1 版", visible: true }).click();
  await page.getByText("省公司 2027 年标准").waitFor();
  await look("11-compared");
  await page.reload({ waitUntil: "commit" });
  await page.getByText("等第：A ≥ 90，B ≥ 80，C ≥ 70，其余为 D").waitFor();
  await look("12-standard");
}

await onStage(process.argv.slice(2), walk);
console.log("certification walk passed: asked for, opened, proven, examined, decided, printed; failed, trained, replaced");
