// 需求人、工程师、商务专员 in Chromium: each signs in, sees a menu of what is theirs alone, and does their whole job: a support is asked
// for, taken, surveyed, reported, delivered, confirmed and rated; prices are kept; what is another's does not appear.
// usage: node tests/browser/roles.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";
const SURVEY = "某职业学院智慧校园需求调研";
const DELIVERED = "某区政务中心机房搬迁方案咨询";

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
  const option = (text) => page.locator(".ant-select-item-option").filter({ hasText: text, visible: true }).first();
  const paper = (name) => {
    const path = join(folder, name);
    writeFileSync(path, name);
    return path;
  };
  const as = async (account) => {
    await call("signIn", { account, password: PASSWORD });
    await page.reload({ waitUntil: "commit" });
    await page.getByRole("navigation").first().waitFor();
    await open("/");
  };
  const menu = () => page.getByRole("navigation").first().getByRole("menuitem").allInnerTexts();
  const openTicket = async (title) => {
    await open("/tickets");
    await page.getByLabel("查找工单号、标题、客户").fill(title);
    await page.getByRole("status").filter({ hasText: "共 1 张" }).waitFor();
    await page.getByRole("link", { name: /^CD-/ }).first().click();
    await page.getByRole("heading", { name: title }).waitFor();
    return decodeURIComponent(new URL(page.url()).hash.replace("#/tickets/", ""));
  };
  const total = async () => {
    await open("/tickets");
    await page.getByText("全部", { exact: true }).first().click();
    const said = page.getByRole("status").filter({ hasText: /共 \d+ 张/ });
    await said.waitFor();
    return Number(/共 (\d+) 张/.exec(await said.innerText())[1]);
  };
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  const made = await call("makeDemo", { dir: demo });
  const of = (role) => made.accounts.find((one) => one.role === role).account;
  await call("openLedger", { dir: demo });

  // The administrator opens an engineer's account: nobody has two.
  await as("admin");
  await open("/settings/accounts");
  await button("开设账号").click();
  const opening = dialog("开设账号");
  await opening.getByLabel("角色").click();
  await option("工程师").click();
  await opening.getByLabel("用人单位").click();
  await option("成都").click();
  const engineer = (await call("accounts", {})).find(({ account }) => account === of("engineer"));
  await opening.getByLabel("售前支撑人员").fill(engineer.staffNo);
  await option(engineer.staffNo).click();
  await opening.getByLabel("姓名").fill("另一个账号");
  await opening.getByLabel("账号", { exact: true }).fill("gcs-2");
  await opening.getByLabel("初始密码").fill(PASSWORD);
  await opening.getByLabel(/再/).fill(PASSWORD);
  await look("1-account");
  await opening.getByRole("button", { name: "开设账号" }).click();
  await opening.getByText(/已有在用的账号/).waitFor();
  await opening.getByRole("button", { name: /取\s*消/ }).click();

  // 需求人
  await as(of("requester"));
  assert.deepEqual(await menu(), ["工作台", "工单", "文档", "查找", "设置"]);
  await page.getByText(/我的工单（未办结 3）/).waitFor();
  await look("2-requester");
  assert.equal(await total(), 3);
  await page.getByText("看板", { exact: true }).click();
  await page.getByText(DELIVERED).first().waitFor();
  assert.equal(await page.getByText("支撑周统计").count(), 0);
  await open("/tickets");
  await button("登记工单").click();
  const register = dialog("登记工单");
  assert.equal(await register.getByLabel("申请人", { exact: true }).count(), 0);
  await register.getByLabel("类型").click();
  await option("需求分析").click();
  await register.getByLabel("标题").fill("某开发区产业园云网融合方案咨询");
  await register.getByLabel("客户", { exact: true }).fill("成都某产业园管委会");
  await look("3-register", { themes: ["light"] });
  await register.getByRole("button", { name: "登记工单" }).click();
  await gone("登记工单");
  await page.getByRole("heading", { name: "某开发区产业园云网融合方案咨询" }).waitFor();
  assert.equal(await button("分派").count(), 0);
  assert.equal(await button("填写").count(), 0);
  await page.getByRole("button", { name: /归档$/ }).first().waitFor();
  assert.equal(await total(), 4);
  const delivered = await openTicket(DELIVERED);
  await look("4-delivered");
  await button("确认完成").click();
  const confirm = dialog("确认完成");
  assert.equal(await confirm.getByLabel(/^依据/).count(), 0, "in their own name");
  await confirm.getByRole("button", { name: "确认完成" }).click();
  await gone("确认完成");
  await button("评价").click();
  const rate = dialog("评价");
  for (const stars of await rate.locator(".ant-rate").all()) await stars.getByRole("radio").last().click();
  await rate.getByRole("button", { name: "评价", exact: true }).click();
  await gone("评价");
  assert.equal((await call("ticket", { ticket: delivered })).marks.quality, 5);
  // A link to another's ticket says no and shows nothing of it.
  const newest = { states: [], due: [], text: "", descending: true, offset: 0, limit: 50, engineer: null };
  const own = new Set((await call("tickets", newest)).lines.map((line) => line.ticket));
  await call("signIn", { account: "gl-cd", password: PASSWORD });
  const { lines } = await call("tickets", newest);
  const foreign = lines.find((line) => !own.has(line.ticket) && line.customer !== null);
  await call("signIn", { account: of("requester"), password: PASSWORD });
  const refused = await page.evaluate(
    async (body) => (await fetch("/call", { method: "POST", body })).json(),
    JSON.stringify({ useCase: "ticket", request: { ticket: foreign.ticket } }),
  );
  assert.ok(!JSON.stringify(refused).includes(foreign.title) && !("ok" in refused), JSON.stringify(refused));
  await open("/find");
  await page.getByRole("searchbox").or(page.getByRole("textbox")).first().fill("机房搬迁");
  await page.getByRole("link", { name: new RegExp("机房搬迁") }).first().waitFor();
  await page.getByRole("searchbox").or(page.getByRole("textbox")).first().fill(foreign.title.slice(0, 12));
  await page.waitForTimeout(1_500);
  assert.equal(await page.getByRole("link", { name: foreign.ticket }).count(), 0);

  // 工程师
  await as(of("engineer"));
  assert.deepEqual(await menu(), ["工作台", "工单", "文档", "查找", "我的考核考勤", "设置"]);
  await look("5-engineer");
  const ticket = await openTicket(SURVEY);
  assert.equal(await button("分派").count(), 0);
  await button("接单").click();
  await page.getByText("处理中", { exact: true }).first().waitFor();
  const record = async (kind, fields) => {
    await call("recordOnTicket", { ticket, kind, fields });
  };
  await record("surveyPlan", {
    goal: "摸清教务和学工流程", content: "教务、学工、后勤三个部门", methods: "面对面访谈\n实地考察", people: "责任工程师、林晓峰",
    from: "2026-11-20", to: "2026-11-24",
  });
  await record("interview", { class: "技术人员", held: "已访谈", who: "信息中心刘老师", notes: "现有系统八套，数据不通" });
  await page.reload({ waitUntil: "commit" });
  await button("提交调研报告").click();
  await page.getByRole("dialog").getByRole("button", { name: "提交调研报告" }).click();
  await page.getByText("需求调研报告 第 1 版").waitFor();
  await look("6-survey");
  await page.getByRole("button", { name: /归档$/ }).first().waitFor();
  const filed = await call("fileDocuments", { about: `ticket/${ticket}`, files: [{ path: paper("访谈录音整理.txt") }] });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("link", { name: /访谈录音整理/ }).click();
  await page.getByRole("button", { name: /上传新版本$/ }).first().waitFor();
  assert.equal(await button("作废").count(), 0, filed.documents[0].document);
  await look("7-document", { themes: ["light"] });
  await open("/own");
  await page.getByText("各月考核").waitFor();
  await page.getByRole("row").nth(2).waitFor();
  await look("8-own");

  // 商务专员
  await as(of("commercialOfficer"));
  assert.deepEqual(await menu(), ["工作台", "商机", "客户", "文档", "查找", "设置"]);
  await look("9-commercial", { themes: ["light"] });
  const running = (await call("opportunities", { unit: "CD", ended: false, stages: [], text: "", descending: true, offset: 0, limit: 20 })).lines;
  await open(`/opportunities/${running[0].opportunity}`);
  await page.getByRole("heading", { name: running[0].title }).waitFor();
  await button("登记").first().click();
  assert.deepEqual(
    (await page.getByRole("menuitem").filter({ visible: true }).allInnerTexts()).filter((text) =>
      ["决策链", "监控点", "总结与案例"].includes(text),
    ),
    [],
  );
  await page.getByRole("menuitem", { name: "报价", exact: true }).click();
  const quote = dialog("报价");
  await quote.getByLabel("产品与服务").fill("云主机二十台，三年");
  await quote.getByLabel("价格").fill("980000");
  await quote.getByLabel("成交条件").fill("三年一付");
  await quote.getByRole("button", { name: "登记" }).click();
  await gone("报价");
  await page.getByText(/980,?000/).first().waitFor();
  await look("10-prices");
  await call("signIn", { account: "jingban", password: PASSWORD });
  const seen = JSON.stringify((await call("opportunity", { opportunity: running[0].opportunity })).records);
  assert.ok(!seen.includes("980000"), "the province's clerk reads it without the price");
  return ticket;
}

console.log(`roles: ${await onStage(process.argv.slice(2), walk)}, asked for, done and seen by whose it is`);
