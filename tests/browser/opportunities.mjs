// 商机 and 客户 in Chromium: a customer and its people, a key project from the first word over six stages to its handover, the
// board and what it moves, one that was lost, the success rate, tickets that belong to them, and long names in many rows.
// usage: node tests/browser/opportunities.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";
const CUSTOMER = "某市城市运行管理服务中心（市智慧城市建设领导小组办公室）";
const PROJECT =
  "某市城市运行管理服务平台二期及配套专线、云资源、安全服务一体化采购项目";
/** Rows that come past the page's face, for a list of more than one page and a board of full columns. */
const MANY = 70;

async function walk({ page, url, folder, look, call }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const dialog = (name) => page.getByRole("dialog", { name });
  const gone = (name) => dialog(name).waitFor({ state: "hidden" });
  const more = async (name) => {
    await button("更多").click();
    await page.getByRole("menuitem", { name, exact: true }).click();
  };
  const open = async (path) => {
    await page.evaluate((at) => {
      location.hash = at;
    }, path);
    await page.locator(`[data-at="${path}"]`).waitFor();
  };
  const option = (text) =>
    page
      .locator(".ant-select-item-option")
      .filter({ hasText: text, visible: true })
      .first();
  /** A field by its label, with or without a remark that it is needed later. */
  const field = (form, label) =>
    form.getByLabel(new RegExp(`^${label}(（转阶段前填写）)?$`));
  /** Fills a dialog: plain texts, then what is chosen, days, and yes or no. */
  const fill = async (
    form,
    { texts = {}, choices = {}, days = {}, yes = {} },
  ) => {
    for (const [label, answer] of Object.entries(yes)) {
      const item = form
        .locator(".ant-form-item")
        .filter({ has: page.locator("label", { hasText: label }) });
      await item.getByText(answer, { exact: true }).click();
    }
    for (const [label, text] of Object.entries(texts))
      await field(form, label).fill(text);
    for (const [label, text] of Object.entries(choices)) {
      await field(form, label).click();
      await option(text).click();
    }
    for (const [label, on] of Object.entries(days)) {
      await field(form, label).fill(on);
      await field(form, label).press("Tab");
    }
  };
  const done = async (name, ok) => {
    await dialog(name).getByRole("button", { name: ok, exact: true }).click();
    await gone(name);
  };
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  await call("signIn", { account: "jingban", password: PASSWORD });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();

  // A customer and its people.
  await open("/customers");
  await page.getByText("没有客户").first().waitFor();
  await look("1-no-customers", { themes: ["light"] });
  await button("登记客户").click();
  const customerForm = dialog("登记客户");
  await customerForm.getByRole("button", { name: "登记客户" }).click();
  await customerForm.getByText("请填写").first().waitFor();
  await fill(customerForm, {
    texts: {
      客户名称: CUSTOMER,
      地址: "某市高新区天府大道中段 688 号政务中心 3 号楼 12 层",
      电话: "028-85551234",
      主营业务: "城市运行管理",
      需求与注意事项: "二期预算已批，年底前招标；所有材料须先送办公室登记",
    },
    choices: { 行业: "党政", 客户级别: "战略客户" },
  });
  await look("2-register-customer", { themes: ["light"] });
  await done("登记客户", "登记客户");
  await page.getByRole("heading", { name: CUSTOMER }).waitFor();
  for (const [name, post, level, grade] of [
    ["周建国", "主任", "高层", 0],
    ["欧阳慕容雪", "信息资源与网络安全管理处副处长（主持工作）", "中层", 1],
    ["吴工", "运维组", "技术人员", null],
  ]) {
    await button("登记联系人").click();
    const contact = dialog("登记联系人");
    await fill(contact, {
      texts: {
        姓名: name,
        职务: post,
        手机: "13900002222",
        邮箱: "bangongshi@example.gov",
      },
      choices: { 层次: level },
    });
    if (grade !== null) {
      await contact.getByLabel("对象级别", { exact: true }).click();
      await page.locator(".ant-select-item-option:visible").nth(grade).click();
    }
    await done("登记联系人", "登记联系人");
    await page.getByText(name).first().waitFor();
  }
  await page.getByRole("button", { name: "离任" }).last().click();
  await done("登记离任：吴工", "离任");
  await page.getByText(/离任$/).first().waitFor();
  await look("3-customer");
  const customer = decodeURIComponent(
    new URL(page.url()).hash.replace("#/customers/", ""),
  );

  // A key project: registered in one go, the customer recognised by its name.
  await open("/opportunities");
  await page.getByText("没有商机").first().waitFor();
  await look("4-no-opportunities", { themes: ["light"] });
  await button("登记商机").click();
  const register = dialog("登记商机");
  await register.getByLabel("项目名称").fill(PROJECT);
  await register.getByLabel("客户", { exact: true }).fill("城市运行");
  await option(CUSTOMER).click();
  await fill(register, {
    texts: { 客户经理或行业经理: "罗海燕", 预计金额: "12800000" },
    choices: { 商机分类: "信息化集成", 商机来源: "客户主动咨询" },
    days: { 预计成交日期: "2026-12-25" },
  });
  await register.getByRole("combobox", { name: "支撑人员" }).click();
  await page.locator(".ant-select-item-option:visible").first().click();
  await look("5-register", { themes: ["light"] });
  await done("登记商机", "登记商机");
  await page.getByRole("heading", { name: PROJECT }).waitFor();
  const opportunity = decodeURIComponent(
    new URL(page.url()).hash.replace("#/opportunities/", ""),
  );
  const view = () => call("opportunity", { opportunity });
  assert.equal((await view()).customer, customer);
  await look("6-new");

  // What is missing stands in the dialog; without a reason nothing moves.
  const move = `转阶段：${PROJECT}`;
  await button("转阶段").click();
  await dialog(move).getByText(/还缺/).first().waitFor();
  await dialog(move).getByRole("button", { name: "转阶段" }).click();
  await dialog(move).locator(".ant-form-item-explain-error").waitFor();
  await look("7-move", { themes: ["light"] });
  await dialog(move).getByRole("button", { name: "取消" }).click();
  await gone(move);

  const stages = [
    [
      "项目信息收集与分析",
      {
        days: { 首次联系日期: "2026-11-20", ICT系统录入日期: "2026-11-20" },
        texts: {
          业务背景与大致需求: "一期 2023 年建成，接入 42 个部门；二期扩到区县",
          关键问题和关注点: "等保三级；与省平台对接",
          ICT系统商机编号: "ICT-2026-001188",
        },
        choices: { 可行性: "可行", 潜在价值: "高" },
        yes: { 重点跟进项目: "是" },
      },
      [],
    ],
    [
      "需求调研",
      {
        texts: {
          客户实际需求: "平台扩容、区县专线、等保测评、三年运维",
          难点和关键点: "割接窗口只有春节",
        },
        choices: { 采购方式: "公开招标" },
        yes: { 有竞争对手: "是" },
      },
      [
        [
          "竞争对手",
          {
            texts: {
              名称: "某云计算股份有限公司西南分公司",
              报价: "11900000",
              对方优势: "价格低",
              对方不足: "没有本地运维",
            },
          },
        ],
        [
          "决策链",
          {
            texts: { 姓名: "周建国", 职务: "主任" },
            choices: { 角色: "决策人", 态度: "支持" },
          },
        ],
      ],
    ],
    [
      "解决方案设计",
      {
        texts: {
          目标与分目标: "中标；区县专线全部由我方承建",
          优势: "一期承建，本地队伍",
          劣势: "报价偏高",
          机会: "省平台统一标准",
          威胁: "外地厂商低价",
          策略与行动计划: "十二月前完成演示环境",
        },
        days: { 客户认可方案日期: "2026-11-20" },
      },
      [
        [
          "监控点",
          {
            texts: { 内容: "招标文件征求意见稿" },
            days: { 计划日期: "2026-11-25" },
          },
        ],
        [
          "报价",
          {
            texts: {
              产品与服务: "平台软件、42 条专线、云资源、等保测评",
              价格: "12500000",
              成交条件: "验收后付 70%，一年后付 30%",
            },
          },
        ],
      ],
    ],
    [
      "项目演示",
      {
        days: { 演示日期: "2026-11-20" },
        texts: { 演示结果: "客户认可，要求补充移动端" },
      },
      [],
    ],
    [
      "投标文件编制",
      { days: { 投标截止日: "2026-12-18", 投标文件递交日期: "2026-11-20" } },
      [],
    ],
  ];
  for (const [stage, content, records] of stages) {
    await button(`填写：${stage}`).click();
    await fill(dialog(`填写：${stage}`), content);
    if (stage === "解决方案设计") await look("8-swot", { themes: ["light"] });
    await done(`填写：${stage}`, "填写");
    for (const [kind, fields] of records) {
      await button("登记").click();
      await page.getByRole("menuitem", { name: kind, exact: true }).click();
      await fill(dialog(kind), fields);
      await done(kind, "登记");
    }
    await page.getByText("不缺什么了，可以转入下一阶段。").waitFor();
    await button("转阶段").click();
    await done(move, "转阶段");
    await page
      .getByText("不缺什么了，可以转入下一阶段。")
      .waitFor({ state: "hidden" });
  }
  assert.equal((await view()).stage, "closing");
  await page.getByText("不缺什么了，有结果时登记。").waitFor();

  // A ticket that belongs to it.
  const { ticket } = await call("registerTicket", {
    unit: (await view()).unit,
    kind: "analysis",
    title: "城市运行二期需求分析",
    contact: "罗海燕",
    channel: "phone",
    urgency: "normal",
    complexity: "ordinary",
    opportunity,
  });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("link", { name: ticket }).waitFor();
  await look("9-closing");

  await button("登记结果").click();
  const conclude = dialog("登记结果");
  await conclude.getByLabel("中标", { exact: true }).check();
  await fill(conclude, {
    texts: {
      成交金额: "12300000",
      原因: "技术分第一，报价第二",
      成功与失败之处: "早期介入，演示到位",
    },
  });
  await look("10-conclude", { themes: ["light"] });
  await done("登记结果", "登记结果");
  await button("登记项目交接").click();
  await fill(dialog("登记项目交接"), {
    texts: {
      交付负责人: "交付部 陈思远",
      交付计划: "十二月进场，六月初验",
      合同编号: "HT-2026-0917",
    },
  });
  await done("登记项目交接", "登记项目交接");
  await page.getByText("HT-2026-0917").waitFor();
  await look("11-won");

  // Another one from the board: passed over with a reason, lost, taken up again.
  const unit = (await view()).unit;
  const stagesOf = [
    "collection",
    "survey",
    "solution",
    "demonstration",
    "bid",
    "closing",
  ];
  for (let place = 0; place < MANY; place += 1) {
    const made = await call("registerOpportunity", {
      unit,
      title:
        place % 7 === 0
          ? `${PROJECT}（第${place + 1}标段）`
          : `县区智慧校园网络改造 ${place + 1}`,
      customerName:
        place % 9 === 0 ? CUSTOMER : `某县教育和体育局${place % 20}`,
      class: "网络与专线",
      source: null,
      finder: "engineer",
      manager: "罗海燕",
      amount: place % 5 === 0 ? null : String(100_000 * (place + 1)),
      foundOn: "2026-11-02",
      fields: {},
    });
    const stage = stagesOf[place % 6];
    if (stage !== "collection")
      await call("moveOpportunity", {
        opportunity: made.opportunity,
        stage,
        on: "2026-11-10",
        text: "客户已有方案",
      });
  }
  await open("/opportunities");
  await page.getByText("县区智慧校园网络改造 2", { exact: true }).waitFor();
  await look("12-board");
  await page
    .getByRole("button", {
      name: "转阶段：县区智慧校园网络改造 2",
      exact: true,
    })
    .click();
  const other = dialog("转阶段：县区智慧校园网络改造 2");
  await other.getByLabel("投标文件编制").check();
  await other.getByLabel("原因").fill("客户直接招标");
  await done("转阶段：县区智慧校园网络改造 2", "转阶段");
  await page
    .getByRole("group", { name: "投标文件编制" })
    .getByText("县区智慧校园网络改造 2", { exact: true })
    .waitFor();
  await page
    .getByRole("link", { name: "县区智慧校园网络改造 2", exact: true })
    .click();
  await page.getByRole("heading", { name: "县区智慧校园网络改造 2" }).waitFor();
  await button("登记结果").click();
  await dialog("登记结果").getByLabel("未中标", { exact: true }).check();
  await dialog("登记结果").getByRole("button", { name: "登记结果" }).click();
  await dialog("登记结果").getByText("请填写").first().waitFor();
  await fill(dialog("登记结果"), { texts: { 原因: "价格高出两成" } });
  await done("登记结果", "登记结果");
  await button("重新跟进").click();
  await fill(dialog("重新跟进"), { texts: { 原因: "废标重招" } });
  await done("重新跟进", "重新跟进");
  await more("修改");
  await fill(dialog("修改"), { texts: { 预计金额: "660000" } });
  await done("修改", "修改");
  await page.getByText("¥660,000.00").first().waitFor();

  await open("/opportunities");
  await page.getByText("列表", { exact: true }).click();
  await page
    .getByRole("status")
    .filter({ hasText: `共 ${MANY} 个` })
    .waitFor();
  await look("13-list");
  await page.getByText("已结束", { exact: true }).click();
  await page.getByRole("link", { name: opportunity }).waitFor();
  await page.getByLabel("查找商机编号、项目、客户").fill("城市运行 一体化");
  await page.getByRole("status").filter({ hasText: "共 1 个" }).waitFor();
  await page.getByText("成功率", { exact: true }).first().click();
  await page.getByText("100.0%").first().waitFor();
  await look("14-rates");
  await open("/customers");
  await page.getByRole("link", { name: customer }).waitFor();
  await look("15-customers");
  await page.getByRole("link", { name: customer }).click();
  await page.getByRole("link", { name: opportunity }).waitFor();
  await look("16-customer");
  return opportunity;
}

console.log(
  `opportunities: ${await onStage(process.argv.slice(2), walk)} from the first word to delivery`,
);
