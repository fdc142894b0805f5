// 考勤 in Chromium: hours, a machine's file, the grid with its keys, a pasted block, a day opened, leave asked for and
// decided, the totals beside the scores; and two hundred people scrolled, what the frames took said but not judged.
// usage: node tests/browser/attendance.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";

async function walk({ page, url, folder, look, call }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const dialog = (name) => page.getByRole("dialog", { name });
  const small = { sizes: [{ width: 1024, height: 680 }] };
  const signIn = async (account, path) => {
    await call("signIn", { account, password: PASSWORD });
    await page.goto("about:blank");
    await page.goto(`${url}#${path}`, { waitUntil: "commit" });
    await page.locator(`[data-at="${path.replace(/\?.*/, "")}"]`).waitFor();
  };
  const grid = page.getByRole("grid", { name: "考勤表" });
  const cell = (row, day) => grid.locator(`[data-row="${row}"][data-column="${day - 1}"]`);
  // Two marks stand under each other.
  const shows = (row, day, text) =>
    cell(row, day)
      .filter({ hasText: new RegExp(`^${text.replace(" ", "\\s")}$`) })
      .waitFor();

  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });

  // The machine's file: the first person of 攀枝花 in October, which its leader returned for changes. Its 12th is a Monday.
  await call("signIn", { account: "ld-pzh", password: PASSWORD });
  await call("reopenMonth", { unit: "PZH", month: "2026-10", reason: "补登考勤" });
  await signIn("gl-pzh", "/attendance?month=2026-10");
  await page.getByText("这个月还没有打卡记录").waitFor();
  const staff = await call("attendanceMonth", { unit: "PZH", month: "2026-10", lang: "zh-CN" });
  const [first, second] = staff.people;
  const punches = join(folder, "打卡.csv");
  writeFileSync(
    punches,
    [
      "员工号,日期,签到,签退",
      `${first.staffNo},2026-10-12,08:31,18:02`,
      `${first.staffNo},2026-10-13,08:55,17:40`,
      `${first.staffNo},2026-10-14,08:20,`,
      `${first.staffNo},2026-10-16,08:20,18:00`,
      `${second.staffNo},2026-10-12,08:20,18:00`,
      "9001,2026-10-12,08:00,17:00",
    ].join("\n"),
  );
  await button("导入打卡记录").click();
  await page.locator('[data-at="/import"]').waitFor();
  const map = JSON.stringify({ 员工号: "工号", 签到: "上班", 签退: "下班" });
  const checked = await call("importSheet", { kind: "attendance", path: punches, map, dryRun: true });
  assert.deepEqual([checked.changed, checked.ignored, checked.preview.counts], [2, ["9001"], [5, 0, 0]]);
  await call("importSheet", { kind: "attendance", path: punches, map, dryRun: false });
  await page.goBack();
  await page.reload({ waitUntil: "commit" });
  await shows(0, 12, "迟1");
  await shows(0, 13, "迟25 早20");
  const [wide, drawn] = await cell(0, 13).evaluate((box) => [box.clientWidth, box.scrollWidth]);
  assert.ok(drawn <= wide, `two marks are ${drawn} px wide in a cell of ${wide}`);
  await shows(0, 14, "缺卡");
  await shows(0, 15, "旷");
  await look("1-grid");

  // A grace of ten minutes forgives the first.
  await button("作息时间").click();
  const hours = dialog("设置作息时间");
  await hours.getByLabel("宽限（分钟）").fill("10");
  await hours.getByLabel("上班", { exact: true }).fill("8点半");
  await hours.getByRole("button", { name: /保\s*存/ }).click();
  await hours.getByText("“8点半”不是时间").waitFor();
  await hours.getByLabel("上班", { exact: true }).fill("08:30");
  await look("2-hours", small);
  await hours.getByRole("button", { name: /保\s*存/ }).click();
  await shows(0, 12, "√");

  // By keys to a cell, a block pasted from it on, and the same block copied back.
  await cell(0, 14).click();
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByText("已选 2 格").waitFor();
  await page.evaluate(() => {
    const plain = new DataTransfer();
    plain.setData("text/plain", "√\t旷半\n\t事");
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: plain, bubbles: true, cancelable: true }),
    );
  });
  const setting = dialog("登记考勤");
  await setting.getByText("将登记 3 格").waitFor();
  await setting.getByLabel("原因").fill("值班表");
  await setting.getByRole("button", { name: /确 定|登记考勤/ }).click();
  await setting.getByText("“事”不是考勤记号").waitFor();
  await look("3-refused", small);
  await setting.getByRole("button", { name: /取\s*消/ }).click();
  await cell(0, 14).click();
  await page.evaluate(() => {
    const plain = new DataTransfer();
    plain.setData("text/plain", "√\t旷半");
    document.activeElement.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: plain, bubbles: true, cancelable: true }),
    );
  });
  await setting.getByLabel("原因").fill("值班表");
  await setting.getByRole("button", { name: /确 定|登记考勤/ }).click();
  await shows(0, 15, "旷半");
  await cell(0, 14).click();
  await page.keyboard.press("Shift+ArrowRight");
  const copied = await page.evaluate(() => {
    const into = new DataTransfer();
    document.activeElement.dispatchEvent(
      new ClipboardEvent("copy", { clipboardData: into, bubbles: true, cancelable: true }),
    );
    return into.getData("text/plain");
  });
  assert.equal(copied, "√\t旷半");

  // The day opened, and left to the punches again.
  await cell(0, 15).dblclick();
  const day = dialog(new RegExp(`${first.name} 2026-10-15`));
  await day.getByText("值班表").waitFor();
  await look("4-day", small);
  await day.getByRole("button", { name: "恢复为按打卡计算" }).click();
  const back = dialog("恢复为按打卡计算");
  await back.getByLabel("原因").fill("登记错了");
  await back.getByRole("button", { name: "恢复为按打卡计算" }).click();
  await day.getByText("旷工一天").waitFor();

  // Leave for that day, too late without a note, then for the leader to decide.
  await day.getByRole("button", { name: "申请请假" }).click();
  const leave = dialog("申请请假");
  await leave.getByLabel("原因").fill("孩子生病");
  await leave.getByRole("button", { name: "申请请假" }).click();
  await leave.getByText("请假、加班应当事前申请").waitFor();
  await leave.getByLabel("补登说明").fill("当天电话请假");
  await leave.getByRole("button", { name: "申请请假" }).click();
  await day.getByText("待审批").waitFor();
  await leave.waitFor({ state: "hidden" });
  await day.getByRole("button", { name: "关闭" }).click();
  await day.waitFor({ state: "hidden" });
  await button("导出考勤表").click();
  const out = join(folder, "考勤表.xlsx");
  const asked = page.getByRole("dialog").filter({ has: button("保存") });
  await asked.getByRole("textbox").fill(out);
  await asked.getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText(out).first().waitFor();
  assert.ok(statSync(out).size > 4000);

  await signIn("ld-pzh", "/");
  await page.getByText("1 件请假、加班申请待审批").waitFor();
  await page.locator("li").filter({ hasText: "请假、加班申请待审批" }).getByRole("button").click();
  await page.locator('[data-at="/attendance"]').waitFor();
  await look("5-applications");
  await button(`批准 ${first.name}`).click();
  await dialog(/批准.*的申请/).getByRole("button", { name: /批\s*准/ }).click();
  await page.locator(".ant-table-row").getByText("已批准").waitFor();
  await page.evaluate(() => {
    location.hash = "/attendance?month=2026-10";
  });
  await shows(0, 15, "事");
  assert.equal(await button("申请请假").count(), 0, "a leader does not apply");

  // Beside the scores.
  await signIn("gl-pzh", "/scoring?month=2026-11");
  await page.locator(".dsg-cell").first().waitFor();
  await page.getByText(first.name, { exact: true }).first().waitFor();
  await page.locator(".dsg-row").nth(1).locator(".dsg-cell").nth(1).click();
  await page.getByText("本月考勤：").waitFor();
  await look("6-scoring", small);
  await page.getByRole("link", { name: "看考勤表" }).click();
  await page.locator('[data-at="/attendance"]').waitFor();

  // Two hundred people.
  await call("signOut", {});
  await call("signIn", { account: "admin", password: PASSWORD });
  const many = join(folder, "many.csv");
  const rows = Array.from({ length: 200 }, (_, n) => `Z${String(n).padStart(3, "0")},某某${n},TF,2026-09-01`);
  writeFileSync(many, ["工号,姓名,单位代码,到岗日期", ...rows].join("\n"));
  await call("importSheet", { kind: "people", path: many, map: null, dryRun: false });
  await signIn("gl-tf", "/attendance?month=2026-10");
  await cell(0, 8).waitFor();
  const slowest = await page.evaluate(async () => {
    const box = document.querySelector(".attendance");
    const frames = [];
    let last = performance.now();
    for (let at = 0; at < box.scrollHeight; at += 90) {
      box.scrollTop = at;
      await new Promise((drawn) => requestAnimationFrame(drawn));
      frames.push(performance.now() - last);
      last = performance.now();
    }
    frames.sort((a, b) => a - b);
    return { count: frames.length, median: frames[frames.length >> 1], worst: frames.at(-1) };
  });
  console.log(`200 people scrolled: ${JSON.stringify(slowest)}`);
  await look("7-many", small);
}

await onStage(process.argv.slice(2), walk);
console.log("attendance walk passed: hours, punches, marks, leave, totals");
