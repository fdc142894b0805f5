// The checklists and loops of 工单 in Chromium: four departments review a solution on four aspects and an opinion is settled; a
// bid counts down to its deadline until its receipt is recorded, and its prices are for those who do the work; what
// visits and certificates remind of.
// usage: node tests/browser/loops.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";

/** That many days from a day, as the core reads it. */
function days(from, count) {
  const day = new Date(`${from}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + count);
  return day.toISOString().slice(0, 10);
}

async function walk({ page, url, folder, look, call }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const dialog = (name) => page.getByRole("dialog", { name });
  const gone = (name) => dialog(name).waitFor({ state: "hidden" });
  const open = async (path) => {
    await page.evaluate((at) => {
      location.hash = at;
    }, path);
    await page.locator(`[data-at="${path}"]`).waitFor();
  };
  const show = async (ticket) => {
    await page.evaluate((at) => {
      location.hash = at;
    }, `/tickets/${encodeURIComponent(ticket)}`);
    await page.getByText(ticket, { exact: true }).first().waitFor();
  };
  const option = (text) =>
    page.locator(".ant-select-item-option").filter({ hasText: text, visible: true }).first();
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  const signIn = async (account) => {
    await call("signIn", { account, password: PASSWORD });
    await page.reload({ waitUntil: "commit" });
    await page.getByRole("navigation").first().waitFor();
  };
  await signIn("gl-cd");
  const today = (await call("ledgerStatus", {})).today;
  const [unit] = await call("units", {});
  const register = async (kind, title, fields) => {
    const { ticket } = await call("registerTicket", {
      unit: unit.code, kind, title, customer: "市智慧城市运行管理服务中心（市大数据中心）", contact: "罗海燕",
      phone: "13800001111", channel: "phone", urgency: "normal", complexity: "ordinary", fields,
    });
    const [proposed] = (await call("dispatchList", { ticket })).lines;
    await call("assignTicket", { ticket, first: proposed.staffNo });
    await call("takeTicket", { ticket });
    return ticket;
  };

  // Sixteen cells; one is filled in here, with something to say, and settled.
  const solution = await register("solution", "城市运行管理服务平台二期（含视频专网和数据治理）总体解决方案编制", {
    leasedLines: "no", review: "yes",
  });
  for (const department of ["技术", "质量", "市场", "商务"]) {
    for (const aspect of ["技术可行性", "业务合理性", "成本效益", "市场竞争力"]) {
      if (department === "商务" && aspect === "成本效益") continue;
      const fields = { department, aspect, verdict: "同意", who: "评审员" };
      await call("recordOnTicket", { ticket: solution, kind: "review", fields });
    }
  }
  await show(solution);
  await page.getByText("评审意见（已覆盖 15/16 项）").waitFor();
  await button("登记 商务 成本效益").click();
  const review = dialog("评审意见");
  await review.getByLabel("结论").click();
  await option("有意见").click();
  await review.getByLabel("评审人").fill("刘敏");
  await review.getByLabel("意见", { exact: true }).fill("设备报价高于集采价，请换用集采目录内的型号");
  await look("1-review", { themes: ["light"] });
  await review.getByRole("button", { name: "登记", exact: true }).click();
  await gone("评审意见");
  await page.getByText("评审意见：1 条待处理").waitFor();
  await page.getByText("评审意见", { exact: true }).first().scrollIntoViewIfNeeded();
  await look("2-matrix");
  await button("登记处理").click();
  const settle = dialog("登记处理");
  await settle.getByLabel("未采纳").check();
  await settle.getByRole("button", { name: "登记处理" }).click();
  await settle.getByText("请填写").first().waitFor();
  await settle.getByLabel("已采纳").check();
  await settle.getByLabel("如何处理").fill("改用集采目录内的型号");
  await look("3-settle", { themes: ["light"] });
  await settle.getByRole("button", { name: "登记处理" }).click();
  await gone("登记处理");
  await page.getByText("评审意见：1 条待处理").waitFor({ state: "hidden" });

  // The deadline is counted down on the page, in the list and on 工作台 until the receipt is there.
  const bid = await register("bid", "城市运行管理服务平台二期一体化采购项目投标支撑", {
    tenderDeadline: days(today, 2), tenderTime: "09:30", wholeBid: "yes",
  });
  await show(bid);
  await page.getByText("距投标截止 2 天").first().waitFor();
  await look("4-bid");
  await open("/tickets");
  await page.getByText("距投标截止 2 天").first().waitFor();
  await look("5-list");
  await open("/");
  const told = page.getByText(/1 份投标临近或已过截止日/);
  await told.first().waitFor();
  await look("6-workbench");
  const price = { result: "未中标", price: "880000", winner: "甲公司", winnerPrice: "861000", reason: "报价高" };
  await call("recordOnTicket", { ticket: bid, kind: "opening", fields: price });
  const file = join(folder, "报价清单.xlsx");
  writeFileSync(file, "单价");
  await call("setTicketItem", { ticket: bid, item: "priceList", state: "done", file, reason: null });
  await show(bid);
  await button("登记").click();
  await page.getByRole("menuitem", { name: "递交记录", exact: true }).click();
  const submission = dialog("递交记录");
  await submission.getByLabel("是", { exact: true }).check();
  await submission.getByLabel("递交地点").fill("市公共资源交易中心三楼开标二室");
  await submission.getByLabel("递交时间").fill("09:20");
  await submission.getByLabel("递交人").fill("张伟");
  await submission.getByLabel("接收人").fill("王主任");
  await look("7-submission", { themes: ["light"] });
  await submission.getByRole("button", { name: "登记", exact: true }).click();
  await gone("递交记录");
  await page.getByText("距投标截止 2 天").first().waitFor({ state: "hidden" });
  await page.getByText("我方报价：¥880000.00").waitFor();

  // What visits and certificates remind of.
  const form = (kind, title, on, customer, fields) =>
    call("registerForm", { unit: unit.code, kind, title, on, links: customer ? { customer } : {}, fields });
  await form("visit", "市智慧城市运行管理服务中心一行八人来访参观机房并作技术交流", days(today, 1), "市智慧城市运行管理服务中心（市大数据中心）", {
    way: "客户来访", time: "09:30", purpose: "参观机房", importance: "重要",
  });
  await form("companyMaterial", "信息系统建设和服务能力等级证书（CS4）", today, null, {
    kind: "资质证书", validTo: days(today, 20),
  });
  await open("/communication/reminders");
  await page.getByText("重要接待告知领导").first().waitFor();
  await page.getByText("资料到期").first().waitFor();
  await look("8-reminders");
  await open("/");
  await page.getByText(/资料到期/).first().waitFor();
  await look("9-workbench", { themes: ["dark"] });

  // Who only reads sees that there is a price, and not which.
  await signIn("jiandu");
  await show(bid);
  await page.getByText("我方报价：仅办理人员可见").waitFor();
  assert.equal(await page.getByText("880000").count(), 0);
  await page.getByText("我方报价：仅办理人员可见").scrollIntoViewIfNeeded();
  await look("10-reader", { themes: ["light"] });
}

await onStage(process.argv.slice(2), walk);
console.log("loops: sixteen opinions, a bid handed in, reminders");
