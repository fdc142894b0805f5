// Tickets beside the scores in Chromium: the province makes a rubric whose items follow from tickets, a person's sheet shows
// the figures with the tickets behind them, the item is filled in by itself, another number asks for a reason, and the month
// goes to its review.
// usage: node tests/browser/evidence.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";

async function walk({ page, url, folder, look, call }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const small = { sizes: [{ width: 1024, height: 680 }] };
  const signIn = async (account, path) => {
    await call("signIn", { account, password: PASSWORD });
    await page.goto("about:blank");
    await page.goto(`${url}#${path}`, { waitUntil: "commit" });
    await page.locator(`[data-at="${path.replace(/\?.*/, "")}"]`).waitFor();
  };

  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });

  // The province's rule, in the editor of a new version; a rule that cannot hold is said and nothing is lost.
  await signIn("admin", "/settings/rules");
  await button("发布新版").click();
  const drawer = page.getByRole("dialog", { name: "发布新版评分表" });
  await drawer.getByLabel("适用").first().or(drawer.locator(".ant-select").first()).first().click();
  await page.locator(".ant-select-item-option").filter({ hasText: "2026年第四季度" }).click();
  await drawer.getByRole("checkbox", { name: "按工单计算" }).nth(5).click();
  await drawer.getByLabel("至少").fill("1");
  await drawer.getByLabel("得 0 分").fill("100");
  await drawer.getByRole("button", { name: "发布新版" }).click();
  await drawer.getByRole("alert").filter({ hasText: "工单计算规则不成立" }).waitFor();
  await drawer.getByLabel("得 0 分").scrollIntoViewIfNeeded();
  await look("1-rubric", small);
  await drawer.getByLabel("得 0 分").fill("0");
  await drawer.getByRole("button", { name: "发布新版" }).click();
  await drawer.waitFor({ state: "hidden" });
  await page.getByText("按工单计算：按时交付率 0% 得 0 分、100% 得满分，至少 1 件").first().waitFor();

  // Two visits of an engineer of the unit who has no other work in this month, one of them late; nobody rates well.
  await call("signIn", { account: "gl-pzh", password: PASSWORD });
  const month = "2026-11";
  const body = {
    code: "visit", label: "客户拜访", service: "other", formal: false, customer: true, fields: [], items: [],
    records: [], steps: [], audited: false, acceptance: "requester", days: 1,
  };
  await call("issueTicketType", { unit: "PZH", body });
  const sheet = await call("unitMonth", { unit: "PZH", month });
  const worked = new Set((await call("monthWork", { unit: "PZH", month })).map(({ staffNo }) => staffNo));
  const first = sheet.rows.find(
    ({ staffNo, due, score, notAssessed }) => due && score === null && notAssessed === null && !worked.has(staffNo),
  );
  assert.ok(first, "somebody is to be scored");
  for (const [marks, title] of [
    [5, "政务云方案交流"],
    [2, "专线割接现场支撑"],
  ]) {
    await call("signIn", { account: "gl-pzh", password: PASSWORD });
    const asked = {
      unit: "PZH", kind: "visit", own: true, title, customer: "市大数据局", contact: null, requester: "ld-pzh",
      channel: "phone", urgency: "urgent", complexity: "ordinary", fields: {},
    };
    const { ticket } = await call("registerTicket", asked);
    await call("assignTicket", { ticket, first: first.staffNo, second: null });
    await call("takeTicket", { ticket });
    await call("deliverTicket", { ticket, text: "已完成" });
    await call("signIn", { account: "ld-pzh", password: PASSWORD });
    await call("confirmTicket", { ticket, accepted: true });
    const rating = { response: marks, quality: marks, expertise: 5, attitude: 5 };
    await call("rateTicket", { ticket, marks: rating, text: "材料准备不足" });
    await call("closeTicket", { ticket });
  }

  // Beside the scores: figures, the tickets behind them, and the item computed; the cell stands for it while empty.
  await signIn("gl-pzh", `/scoring?month=${month}`);
  await page.locator(".dsg-cell").first().waitFor();
  await page.getByText(first.name, { exact: true }).first().click();
  const beside = page.getByTestId("work-of-person");
  await beside.getByText("按工单计算 10 分").waitFor();
  await beside.getByText("低分 1 件").waitFor();
  await look("2-sheet", small);
  await beside.getByRole("button", { name: "按时 2/2" }).click();
  await page.getByRole("tooltip").or(page.locator(".ant-popover")).getByRole("link").first().waitFor();
  await look("3-behind", small);
  await page.keyboard.press("Escape");
  await page.mouse.click(500, 400);
  const cell = page.getByLabel(`${first.name} 响应及时`).first();
  await cell.click({ force: true });
  await page.keyboard.type("8");
  await page.keyboard.press("Enter");
  await page.getByText(first.name, { exact: true }).first().click();
  await page.getByText("必填：与按工单计算的分数不同，须写明原因").first().waitFor();
  await look("4-other", small);

  // A link of a ticket opens it.
  await beside.getByRole("button", { name: "办结 2 件" }).click();
  await page.locator(".ant-popover").getByRole("link").first().click();
  await page.locator('[data-at^="/tickets"]').waitFor();
}

await onStage(process.argv.slice(2), walk);
console.log("evidence walk passed: rule, figures, tickets behind them, another number");
