// 商机 and 客户 in Chromium: a customer and its people, a key project from the first word over six stages to its handover, the
// board and what it moves, one that was lost, the success rate, tickets that belong to them, what others approve, what is put
// right, voided, merged and erased, and long names in many rows.
// usage: node tests/browser/opportunities.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";
const CUSTOMER = "某市城市运行管理服务中心（市智慧城市建设领导小组办公室）";
const PROJECT =
  "某市城市运行管理服务平台二期及配套专线、云资源、安全服务一体化采购项目";
/** A picture of one dot, for what is attached. */
const PICTURE = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);
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
    await page
      .locator(`[data-at="${path.replace(/\?.*/, "")}"]`)
      .waitFor();
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
  await page.getByRole("status").filter({ hasText: /共 \d+/ }).waitFor();
  await look("1-customers-of-the-year", { themes: ["light"] });
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
  await look("4-board-of-the-year");
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

  // A record with a file: written anew it keeps its day and its file, which can be looked at.
  const minutes = join(folder, "会议纪要.png");
  writeFileSync(minutes, PICTURE);
  await button("登记").click();
  await page.getByRole("menuitem", { name: "商务谈判", exact: true }).click();
  await fill(dialog("商务谈判"), {
    texts: {
      参加人员: "周建国、欧阳慕容雪",
      谈判结果: "总价再降百分之二",
      附件: minutes,
    },
  });
  await done("商务谈判", "登记");
  await page
    .locator(".ant-list-item")
    .filter({ hasText: "商务谈判" })
    .getByRole("button", { name: "更新", exact: true })
    .click();
  await fill(dialog("商务谈判"), {
    texts: { 谈判结果: "总价再降百分之二，付款分三次" },
  });
  await look("9a-record-anew", { themes: ["light"] });
  await done("商务谈判", "更新");
  const talk = (await view()).records.at(-1);
  assert.ok(talk.file !== null && talk.updatedBy !== null);
  const named = `商务谈判 ${talk.on}`;
  await button(`查看 ${named}`).click();
  await dialog(named).locator("img").waitFor();
  await dialog(named).getByRole("button", { name: "关闭" }).click();
  await gone(named);

  // What others approve, with their names and what shows it.
  await more("登记商务授权");
  await dialog("登记商务授权")
    .getByRole("button", { name: "登记商务授权" })
    .click();
  await dialog("登记商务授权").getByText("请填写").first().waitFor();
  await fill(dialog("登记商务授权"), {
    texts: { 批准人: "贺副总", "依据（快文号、邮件、微信等）": "川授〔2026〕17号" },
  });
  await look("9b-authority", { themes: ["light"] });
  await done("登记商务授权", "登记商务授权");
  await page
    .locator(".ant-list-item")
    .filter({ hasText: "监控点" })
    .getByRole("button", { name: "检查", exact: true })
    .click();
  await dialog("登记监控点检查").getByLabel("要求调整").check();
  await fill(dialog("登记监控点检查"), {
    texts: {
      检查人: "政企客户部主管领导（分管信息化项目）",
      "依据（快文号、邮件、微信等）": "快文2026-88",
      "说明（不同意的写明原因）": "先做演示，再谈价格",
    },
  });
  await done("登记监控点检查", "登记监控点检查");
  await page.getByText("先做演示，再谈价格").first().waitFor();
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
  await page.getByText("早期介入，演示到位").first().waitFor();
  await button("登记接收交接").click();
  await fill(dialog("登记接收交接"), {
    texts: { 接收人: "交付部 陈思远", "依据（快文号、邮件、微信等）": "交接会纪要" },
  });
  await done("登记接收交接", "登记接收交接");

  // Put right, with the handover as it was; and what is kept after the end.
  await button("更正结果").click();
  await fill(dialog("更正结果"), { texts: { 成交金额: "12250000" } });
  await look("11a-correct", { themes: ["light"] });
  await done("更正结果", "更正结果");
  await page.getByText("¥12,250,000.00").first().waitFor();
  assert.equal((await view()).handover.contractNo, "HT-2026-0917");
  await button("登记").click();
  await page.getByRole("menuitem", { name: "合同与回款", exact: true }).click();
  await fill(dialog("合同与回款"), {
    texts: { 金额: "8575000" },
    choices: { 事项: "回款" },
  });
  await done("合同与回款", "登记");
  await page.getByText(/^合同与回款/).first().waitFor();
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
  await page.getByLabel("查找商机编号、项目、客户").fill("县区智慧校园");
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
  await page.getByText(/^预计金额：.*→ ¥660,000\.00$/).waitFor();

  // Registered twice: voided, found among the voided.
  const twice = await call("registerOpportunity", {
    unit,
    title: "县区智慧校园网络改造 2（重复）",
    customerName: "某县教育和体育局2",
    class: "网络与专线",
    finder: "engineer",
    manager: "罗海燕",
    foundOn: "2026-11-02",
  });
  await open(`/opportunities/${twice.opportunity}`);
  await more("作废");
  await fill(dialog("作废"), { texts: { 原因: "与县区智慧校园网络改造 2 是同一个" } });
  await look("12a-void", { themes: ["light"] });
  await done("作废", "作废");
  await page.getByText("与县区智慧校园网络改造 2 是同一个").first().waitFor();

  // From a ticket.
  const lead = await call("registerTicket", {
    unit,
    kind: "opportunity",
    title: "某县医院影像云",
    contact: "罗海燕",
    channel: "phone",
    urgency: "normal",
    complexity: "ordinary",
    customer: "某县人民医院",
    fields: { class: "云与数据中心", manager: "罗海燕", amount: "480000" },
  });
  await open(`/tickets/${lead.ticket}`);
  await button("生成商机").click();
  const made = dialog(`由工单 ${lead.ticket} 生成商机`);
  assert.equal(await made.getByLabel("预计金额").inputValue(), "480000.00");
  await look("12b-from-ticket", { themes: ["light"] });
  await done(`由工单 ${lead.ticket} 生成商机`, "登记商机");
  await page.getByRole("heading", { name: "某县医院影像云" }).waitFor();
  await page.getByRole("link", { name: lead.ticket }).waitFor();

  await open("/opportunities");
  await page.getByText("列表", { exact: true }).click();
  await page.getByLabel("查找商机编号、项目、客户").fill("");
  const { total } = await call("opportunities", { ended: false, limit: 1 });
  assert.ok(total >= MANY);
  await page
    .getByRole("status")
    .filter({ hasText: `共 ${total} 个` })
    .waitFor();
  await look("13-list");
  await page.getByText("已结束", { exact: true }).click();
  await page.getByLabel("查找商机编号、项目、客户").fill("城市运行 一体化");
  await page.getByRole("status").filter({ hasText: "共 1 个" }).waitFor();
  await page.getByLabel("查找商机编号、项目、客户").fill("");
  await page.getByText("已作废", { exact: true }).first().click();
  await page.getByRole("link", { name: twice.opportunity }).waitFor();
  await open("/opportunities?checkpoint=soon");
  await page.getByRole("status").filter({ hasText: /^共 \d+ 个$/ }).waitFor();
  await look("13a-checkpoints", { themes: ["light"] });
  await page.getByText("成功率", { exact: true }).first().click();
  await page
    .getByText(/^\d+\.\d%$/)
    .first()
    .waitFor();
  await page.locator("canvas").first().waitFor();
  await look("14-rates");
  await page.getByRole("link", { name: opportunity }).waitFor({ state: "hidden" });
  await open("/customers");
  await look("15-customers");
  await page.getByLabel(/^查找/).fill("城市运行管理服务中心");
  await page.getByRole("link", { name: customer }).waitFor();
  await page.getByRole("link", { name: customer }).click();
  await page.getByRole("link", { name: opportunity }).waitFor();
  await look("16-customer");

  // Whoever left asks to be erased; and a customer that was registered twice is merged.
  await call("signIn", { account: "admin", password: PASSWORD });
  await page.reload({ waitUntil: "commit" });
  await button("删除个人信息：吴工").click();
  await fill(dialog("删除个人信息：吴工"), { texts: { 原因: "本人要求" } });
  await look("17-erase", { themes: ["light"] });
  await done("删除个人信息：吴工", "删除个人信息");
  await page.getByText("第 3 号联系人（已删除）").waitFor();
  const copy = await call("registerCustomer", {
    unit,
    fields: { name: "市城市运行中心" },
  });
  await call("recordContact", { customer: copy.customer, name: "何主任", mobile: "13900003333" });
  await open(`/customers/${copy.customer}`);
  await button("作废或合并").click();
  await dialog("作废或合并").getByLabel(/^并入客户/).click();
  await dialog("作废或合并").getByLabel(/^并入客户/).fill("城市运行管理");
  await option(CUSTOMER).click();
  await fill(dialog("作废或合并"), { texts: { 原因: "同一家" } });
  await done("作废或合并", "作废或合并");
  await page.getByRole("link", { name: `并入 ${customer}` }).click();
  await page.getByRole("heading", { name: CUSTOMER }).waitFor();
  await page.getByText("何主任").waitFor();
  await page.getByText(`来自 ${copy.customer}`).waitFor();
  await look("18-merged");

  // What is kept of a customer's people is found by name in the settings too.
  await open("/settings/personal");
  await page.getByLabel("删除谁的").click();
  await option("客户（联系人和情况）").click();
  await page.getByLabel("哪一位").click();
  await page.keyboard.type("市城市运行中心");
  await option(copy.customer).click();
  await page.getByLabel("哪些内容").click();
  await option("何主任").click();
  await page.getByLabel("原因").fill("本人要求");
  await look("19-personal");
  await button("删除个人信息").click();
  await page.locator(".ant-modal-confirm").getByRole("button", { name: "删除个人信息" }).click();
  await page.getByText("账本里的个人信息已删除").waitFor();
  await open(`/customers/${customer}`);
  await page.getByText("第 1 号联系人（已删除）").waitFor();
  return opportunity;
}

console.log(
  `opportunities: ${await onStage(process.argv.slice(2), walk)} from the first word to delivery`,
);
