// What comes out of tickets, in Chromium: the clerk's list over all units with views of his own, the board, statistics with a
// chart, a ticket's files looked at and saved, its dossier, the list as a spreadsheet and back.
// usage: node tests/browser/tickets_out.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";
/** Whose tickets are looked at among those of the year. */
const CUSTOMER = "某市城市管理行政执法局";
const LONG = "某市城市运行管理服务平台二期及配套专线、云资源、安全服务一体化采购项目投标支撑";

async function walk({ page, url, folder, look, call }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const dialog = (name) => page.getByRole("dialog", { name });
  const option = (text) => page.locator(".ant-select-item-option").filter({ hasText: text, visible: true }).first();
  const view = (name) => page.locator(".ant-segmented-item").filter({ hasText: name }).first();
  const told = (text) => page.getByRole("status").filter({ hasText: text });
  const place = async (path) => {
    await page.evaluate((at) => {
      location.hash = at;
    }, path);
    await page.locator(`[data-at="${path}"]`).waitFor();
  };
  const save = async (press, path) => {
    await press();
    const asked = page.getByRole("dialog").last();
    await asked.getByRole("textbox").fill(path);
    await asked.getByRole("button", { name: "保存", exact: true }).click();
    await page.getByText(`已保存：${path}`).waitFor();
    await asked.waitFor({ state: "hidden" });
    assert.ok(existsSync(path), path);
  };
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  await call("signIn", { account: "jingban", password: PASSWORD });
  const units = (await call("units", {})).filter(({ code }) => code !== "").slice(0, 4);
  const today = (await call("ledgerStatus", {})).today;
  const tickets = [];
  for (let n = 0; n < 9; n += 1) {
    const { code } = units[n % units.length];
    const { ticket } = await call("registerTicket", {
      unit: code,
      kind: "bid",
      title: n === 0 ? LONG : `第 ${n} 件投标支撑`,
      customer: CUSTOMER,
      contact: "罗海燕",
      phone: "13800001111",
      channel: "phone",
      urgency: ["critical", "urgent", "normal"][n % 3],
      complexity: "complex",
      receivedOn: today,
      fields: { tenderDeadline: "2027-03-18" },
    });
    const people = await call("people", { find: "", limit: 1, units: [code], here: true });
    if (n < 6 && people.lines.length > 0) {
      await call("assignTicket", { ticket, first: people.lines[0].staffNo, second: null, text: null });
      await call("takeTicket", { ticket });
    }
    tickets.push(ticket);
  }
  const [first] = tickets;
  const paper = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  for (const text of ["%PDF-1.4 一稿", "GIF89a"]) {
    await call("setTicketItem", { ticket: first, item: "analysis", state: "done", file: paper("分析.bin", text) });
  }
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();

  await place("/tickets");
  await page.getByLabel("查找工单号、标题、客户").fill(CUSTOMER);
  await told("共 9 张").waitFor();
  const wide = await page.evaluate(() => {
    const table = document.querySelector(".ant-table-content") ?? document.querySelector(".ant-table-body");
    return table.scrollWidth - table.clientWidth;
  });
  assert.ok(wide <= 1, `the list is ${wide} px wider than its window`);
  await look("1-list");
  await page.getByLabel("查找工单号、标题、客户").fill("一体化");
  await told("共 1 张").waitFor();
  await button("存为视图").click();
  await dialog("存为视图").getByLabel("视图名称").fill("一体化项目");
  await dialog("存为视图").getByRole("button", { name: "保 存" }).or(dialog("存为视图").getByRole("button", { name: "保存" })).first().click();
  await dialog("存为视图").waitFor({ state: "hidden" });
  await page.getByLabel("查找工单号、标题、客户").fill(CUSTOMER);
  await told("共 9 张").waitFor();
  await page.reload({ waitUntil: "commit" });
  await told("共 9 张").waitFor();
  await page.getByRole("combobox", { name: "我的视图" }).click();
  await option("一体化项目").click();
  await told("共 1 张").waitFor();
  await look("2-view", { themes: ["light"] });
  await page.getByLabel("查找工单号、标题、客户").fill(CUSTOMER);
  await told("共 9 张").waitFor();
  await save(() => button("导出").click(), join(folder, "工单.csv"));
  const looked = await call("importSheet", { kind: "tickets", path: join(folder, "工单.csv"), map: null, dryRun: true });
  assert.deepEqual(looked.preview.counts, [0, 0, 9]);

  await view("看板").click();
  await page.locator(`[data-ticket="${first}"]`).waitFor();
  assert.equal(await page.locator("[data-ticket]").count(), 9);
  await look("3-board");

  await view("统计").click();
  await page.getByRole("img", { name: /按月的图/ }).locator("canvas").waitFor();
  await view("按单位").click();
  await page.getByRole("img", { name: /按单位的图/ }).waitFor();
  await look("4-statistics");
  await page.getByText("指标口径").click();
  await page.getByText(/等待的工作日顺延/).first().scrollIntoViewIfNeeded();
  await look("4-means", { themes: ["light"] });
  await save(() => button("导出统计").click(), join(folder, "统计.xlsx"));

  await place(`/tickets/${first}`);
  await page.getByText("文档（2）").waitFor();
  await page.getByText("显示已替换和撤回的 1 个").waitFor();
  await page.getByRole("switch", { name: /显示已替换/ }).click();
  await page.getByText("招标文件分析汇报材料 第 1 版").waitFor();
  await look("5-files");
  await page.getByRole("button", { name: /^查看 .*第 2 版/ }).click();
  await page.getByRole("img", { name: /第 2 版$/ }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await save(() => button("导出档案").click(), join(folder, "档案.pdf"));

  await place("/tickets");
  await button("导入").click();
  await page.getByText(/一行一张要登记的工单/).waitFor();
  return tickets.length;
}

console.log(`tickets_out: ${await onStage(process.argv.slice(2), walk)} tickets, what comes out of them`);
