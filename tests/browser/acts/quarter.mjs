// Acts of the quarter: a month's declarations, the notice, money and a new version, an objection up to its decision.
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";

/** 考核: a person left out of the month, a draft thrown away, a month given back, nobody on duty. */
export async function month({ page, folder, call, button, dialog, signIn, open, says, sure, choose, look }) {
  await signIn("gl-cd2", "/scoring?month=2026-11");
  const name = page.locator(".sheet-name").first();
  const who = (await name.innerText()).trim();
  await name.click();
  await button("本月不考核此人").click();
  const form = dialog("本月不考核此人");
  await form.getByRole("button", { name: "本月不考核此人" }).click();
  await form.getByText("请写明原因").waitFor();
  await form.getByLabel("不评分原因").fill("整月参加外派培训");
  await form.getByRole("button", { name: "本月不考核此人" }).click();
  await says(`已登记：${who}本月不评分`);
  await page.locator(".sheet-side").first().filter({ hasText: "不评分" }).waitFor();
  await look("5-not-assessed");

  await page.locator(".sheet-name").nth(1).click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("7");
  await page.keyboard.press("Enter");
  await says("草稿已保存");
  await look("5-draft");
  await button("放弃草稿").click();
  await says("放弃后不能找回。");
  await sure("放弃草稿");
  await button("放弃草稿").waitFor({ state: "detached" });
  assert.equal((await call("unitMonth", { unit: "CD", month: "2026-11" })).draft, null);

  await signIn("ld-cd", "/scoring?month=2026-10");
  await button("退回修改").click();
  const back = dialog("退回修改");
  await back.getByLabel("原因").fill("两人的扣分没有依据");
  await back.getByRole("button", { name: "退回修改" }).click();
  await page.locator(".ant-tag").filter({ hasText: "已退回修改" }).waitFor();
  await look("5-returned");

  // Nobody is on duty as far as this screen knows; somebody arrives before it is declared.
  await signIn("admin", "/");
  const { lines: people } = await call("people", { limit: 1_000, units: ["GA"] });
  const bring = (leftOn) => {
    const path = join(folder, `广安 ${leftOn}.csv`);
    const lines = people.map((p) =>
      [p.staffNo, p.name, p.unit, p.arrivedOn, p.arrivedOn > leftOn ? "" : leftOn].join(","),
    );
    writeFileSync(path, ["工号,姓名,单位代码,到岗日期,离岗日期", ...lines].join("\n"));
    return call("importSheet", { kind: "people", path, map: null, dryRun: false });
  };
  await bring("2026-10-31");
  await open("/scoring?month=2026-11");
  await choose(page.getByLabel("用人单位").first(), "广安分公司");
  await says("这个月没有在岗人员");
  await look("5-nobody");
  await button("登记本月无在岗人员").click();
  await bring("2026-11-30");
  const nobody = dialog("登记本月无在岗人员");
  await nobody.getByLabel("原因").fill("人员已全部离岗");
  await nobody.getByRole("button", { name: "登记本月无在岗人员" }).click();
  await nobody.getByRole("alert").waitFor();
  await look("5-nobody-refused");
  await nobody.getByRole("button", { name: "取消" }).click();
}

/** 考核通报. */
export async function board({ page, signIn, choose, look, saveAs }) {
  await signIn("jingban", "/board");
  await choose(page.getByLabel("季度", { exact: true }), "2026年第三季度");
  for (const [format, ending] of [
    ["PDF…", "pdf"],
    ["Excel…", "xlsx"],
  ]) {
    await page.getByRole("button", { name: "考核通报" }).click();
    await page.getByRole("menuitem", { name: format }).click();
    if (ending === "pdf") await look("7-notice");
    await saveAs(`通报.${ending}`);
  }
}

/** 开票与付款, 结算台账, 开新版. */
export async function settlement({ page, button, dialog, signIn, says, row, tab, look, saveAs }) {
  await signIn("jingban", "/settlement");
  await tab("开票与付款");
  await page.getByLabel("发票号码").fill("26512000000117");
  await page.getByLabel("价税合计（元）").fill("1,060,920.00");
  await page.locator("form button").filter({ hasText: "登记发票" }).click();
  await says("发票已登记");
  await page.getByLabel("凭证号").fill("FK-2026-117");
  await page.getByLabel("金额（元）").first().fill("500000");
  await page.locator("form button").filter({ hasText: "登记付款" }).click();
  await says("付款已登记，累计已付 ¥500,000.00，还应结 ¥560,920.00");
  assert.match(await row("26512000000117").innerText(), /发票（专票）[\s\S]*¥1,060,920\.00/);
  assert.match(await row("FK-2026-117").innerText(), /付款[\s\S]*¥500,000\.00/);
  await row("FK-2026-117").scrollIntoViewIfNeeded();
  await look("7-money");
  await page.getByRole("button", { name: "导出: 结算台账" }).click();
  await saveAs("台账.xlsx");

  await tab("办理");
  await button("开新版更正…").click();
  const form = dialog("开新版更正");
  await form.getByLabel("更正原因").fill("成都分公司 8 月人数有误");
  await look("7-revision");
  await form.getByRole("button", { name: "开新版更正" }).click();
  await says("新版已开");
  await look("7-revised");
}

/** 申诉: delivered, objected to, rejected, decided. */
export async function objection({ page, button, dialog, signIn, says, choose, look }) {
  await signIn("jingban", "/objections");
  await choose(page.getByLabel("用人单位").first(), "成都分公司");
  await says("成都分公司的结果还没有登记送达，异议期未开始。");
  await button("登记送达").click();
  const delivery = dialog("登记送达");
  await delivery.getByLabel("接收人").fill("罗海燕");
  await look("6-deliver");
  await delivery.getByRole("button", { name: "登记送达" }).click();
  await says(/成都分公司的结果已于 2026-11-20 送达 罗海燕.*异议期到 2026-11-27 为止。/);

  await signIn("quantong", "/objections");
  await button("提出异议").click();
  const raise = dialog("提出异议");
  await raise.getByLabel("异议内容和理由").fill("8 月的考核人数多算了一人，请复核。");
  await raise.getByRole("button", { name: "提出异议" }).click();
  await says("轮到成都分公司答复");

  // Their screens show the quarter that runs; the workbench leads to the one that is objected to.
  await signIn("gl-cd2", "/");
  await page.getByRole("button", { name: /^去办理.*异议/ }).click();
  await button("答复").click();
  const answer = dialog("答复");
  await answer.getByRole("radio", { name: "不采纳" }).check();
  await answer.getByLabel("答复内容").fill("8 月人数与到岗登记一致，维持原得分。");
  await look("6-answer");
  await answer.getByRole("button", { name: "答复" }).click();
  await says("轮到乙方：接受答复，或等省公司裁定");

  await signIn("lingdao", "/objections");
  await button("裁定").click();
  const decide = dialog("裁定");
  await decide.getByRole("radio", { name: "维持原得分" }).check();
  await decide.getByLabel("裁定理由").fill("到岗登记和考勤记录一致。");
  await decide.getByRole("button", { name: "裁定" }).click();
  await says(/省公司裁定 · 维持原得分 · 2026-11-20/);
  for (const step of [/乙方 · 提出异议 · 2026-11-20/, /单位未采纳 · 2026-11-20/, "已办结"]) await says(step);
  await look("6-decided");
}
