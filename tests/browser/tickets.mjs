// 工单 in Chromium: a bid registered in seconds, assigned, taken, worked step by step, audited twice, delivered, confirmed for
// its requester, rated, closed; found again in the list.
// usage: node tests/browser/tickets.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";

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
  const paper = (name) => {
    const path = join(folder, name);
    writeFileSync(path, name);
    return path;
  };
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  await call("signIn", { account: "jingban", password: PASSWORD });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();

  await open("/tickets");
  await page.getByRole("status").filter({ hasText: /共 \d+ 张/ }).waitFor();
  await look("1-list-of-the-year");
  await button("登记工单").click();
  const register = dialog("登记工单");
  await register.getByLabel("类型").click();
  await option("投标支撑").click();
  await register
    .getByLabel("标题")
    .fill(
      "某市城市运行管理服务平台二期及配套专线、云资源、安全服务一体化采购项目投标支撑",
    );
  await register.getByRole("button", { name: "登记工单" }).click();
  await register.getByText("请填写").first().waitFor();
  await register
    .getByLabel("客户", { exact: true })
    .fill("某市城市管理行政执法局");
  await register.getByLabel("申请人", { exact: true }).fill("罗海燕");
  await register.getByLabel("投标截止日").fill("2026-12-18");
  await register.getByLabel("投标截止日").press("Tab");
  await register.getByLabel("要求完成日期").fill("2026-11-29");
  await register.getByLabel("要求完成日期").press("Tab");
  await look("2-register", { themes: ["light"] });
  await register.getByRole("button", { name: "登记工单" }).click();
  await register.getByText(/2026-11-29 不是工作日/).waitFor();
  await register.getByLabel("要求完成日期").fill("2026-11-30");
  await register.getByLabel("要求完成日期").press("Tab");
  await register.getByRole("button", { name: "登记工单" }).click();
  await gone("登记工单");
  await page.getByRole("heading", { name: /一体化采购项目投标支撑/ }).waitFor();
  const ticket = decodeURIComponent(
    new URL(page.url()).hash.replace("#/tickets/", ""),
  );
  const view = () => call("ticket", { ticket });
  assert.equal((await view()).state, "unassigned");

  await button("分派").click();
  const assign = dialog("分派");
  await assign.getByText("依次轮流").click();
  await assign.getByText("第 1 位").waitFor();
  await assign
    .getByRole("button", { name: /^选择 / })
    .first()
    .click();
  await look("2-dispatch");
  const second = (await call("dispatchList", { ticket })).lines.at(-1);
  await assign.getByLabel("第二责任人").fill(second.staffNo);
  await option(second.staffNo).click();
  await assign.getByRole("button", { name: "分派", exact: true }).click();
  await gone("分派");
  await button("接单").click();
  await page.getByText("处理中", { exact: true }).first().waitFor();
  await more("征求推迟");
  const postpone = dialog("征求推迟");
  for (const label of ["空余时间（从哪天起）", "新的完成日期"]) {
    await postpone.getByLabel(label).fill("2026-11-27");
    await postpone.getByLabel(label).press("Tab");
  }
  await postpone.getByLabel("正忙什么").fill("本周驻场应标");
  await postpone.getByRole("button", { name: "征求推迟" }).click();
  await gone("征求推迟");
  await button("登记推迟答复").click();
  const answered = dialog("登记推迟答复");
  await answered.getByLabel("不能推迟").check();
  await answered.getByLabel(/^依据/).fill("电话");
  await answered.getByRole("button", { name: "登记推迟答复" }).click();
  await gone("登记推迟答复");
  await button("转第二责任人").click();
  const pass = dialog("转第二责任人");
  await pass
    .getByLabel("内容", { exact: true })
    .fill("周五到客户机房核对专线链路");
  await pass.getByLabel("到", { exact: true }).fill("2026-11-30");
  await pass.getByLabel("到", { exact: true }).press("Tab");
  await pass.getByLabel("范围").fill("仅核对链路");
  await pass.getByRole("button", { name: "转第二责任人" }).click();
  await gone("转第二责任人");
  await button("第二责任人接办").click();
  await button("交回第一责任人").waitFor();
  assert.equal((await view()).hands.holder.clause, "DSP-10");
  await look("3-running");
  await button("交回第一责任人").click();
  const back = dialog("交回第一责任人");
  await back.getByLabel("处理结果").fill("链路已核对，无丢包");
  await back.getByRole("button", { name: "交回第一责任人" }).click();
  await gone("交回第一责任人");

  for (const step of [
    "招标文件分析",
    "分析汇报材料",
    "讨论",
    "项目情况汇报",
    "投标材料编制",
  ]) {
    await button("登记步骤").click();
    await dialog(step).getByRole("button", { name: "登记步骤" }).click();
    await gone(step);
  }
  await button("登记成果 招标文件分析汇报材料").click();
  const part = dialog("招标文件分析汇报材料");
  await part.getByLabel("成果文件").fill(paper("招标文件分析.docx"));
  await part.getByRole("button", { name: "登记成果" }).click();
  await gone("招标文件分析汇报材料");
  for (const kind of ["内部讨论", "项目情况汇报"]) {
    await button("登记").click();
    await page.getByRole("menuitem", { name: kind }).click();
    const record = dialog(kind);
    await record.getByLabel("参加人员").fill("罗海燕、责任工程师");
    await record.getByLabel(/结果/).fill("按两个标段准备，云资源报价单列");
    await record.getByRole("button", { name: "登记" }).click();
    await gone(kind);
  }
  for (const [name, accepted] of [
    ["投标文件v1.pdf", false],
    ["投标文件v2.pdf", true],
  ]) {
    await button("发起审核申请").click();
    await dialog("发起审核申请").getByLabel("送审文件").fill(paper(name));
    await dialog("发起审核申请")
      .getByRole("button", { name: "发起审核申请" })
      .click();
    await gone("发起审核申请");
    await button("登记审核意见").click();
    const answer = dialog("登记审核意见");
    await answer
      .getByLabel(accepted ? "认可" : "有不符合的地方", { exact: true })
      .check();
    if (!accepted)
      await answer
        .locator("#ticket-audited-x, textarea")
        .first()
        .fill("商务偏离表缺第3项");
    await answer.getByLabel("审核人").fill("陈主任");
    await answer.getByLabel(/^依据/).fill("快文2026-77");
    await answer.getByRole("button", { name: "登记审核意见" }).click();
    await gone("登记审核意见");
  }
  await button("交付").click();
  await dialog("交付").getByRole("button", { name: "交付" }).click();
  await gone("交付");
  await button("确认完成").click();
  const confirm = dialog("确认完成");
  await confirm.getByLabel(/^依据/).fill("微信确认");
  await confirm.getByRole("button", { name: "确认完成" }).click();
  await gone("确认完成");
  await page.getByText("不缺什么了，可以办结。").waitFor();
  await look("4-done");
  await button("办结").click();
  await page.getByText("已办结", { exact: true }).first().waitFor();
  assert.equal((await view()).state, "closed");

  await open("/tickets");
  await page.getByText("已结束", { exact: true }).click();
  await page.getByLabel("查找工单号、标题、客户").fill("城市管理");
  await page.getByRole("status").filter({ hasText: "共 1 张" }).waitFor();
  await page.getByRole("link", { name: ticket }).waitFor();
  await look("5-list");
  await page.getByText("支撑周统计", { exact: true }).click();
  await page.getByText("合计", { exact: true }).or(page.getByText("这一周没有立项的支撑")).first().waitFor();
  await look("6-week", { themes: ["light"] });
  return ticket;
}

console.log(
  `tickets: ${await onStage(process.argv.slice(2), walk)} from request to closing`,
);
