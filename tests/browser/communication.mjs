// 沟通 and 表单 in Chromium: minutes with tasks, a complaint from its receipt to the answer, a visit, questionnaires and their
// means, a form of one's own, each printed.
// usage: node tests/browser/communication.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";

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
  const option = (text) =>
    page.locator(".ant-select-item-option").filter({ hasText: text, visible: true }).first();
  const formAt = () => decodeURIComponent(new URL(page.url()).hash.replace(/^.*\/of\//, ""));
  const day = async (item, text) => {
    await item.fill(text);
    await item.press("Tab");
  };
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  await call("signIn", { account: "jingban", password: PASSWORD });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();

  // Minutes, with a task for somebody who is no engineer.
  await open("/communication/minutes");
  await page.getByRole("status").filter({ hasText: /共 \d+ 条/ }).waitFor();
  await look("1-minutes-of-the-year");
  await button("登记会议纪要").click();
  const minutes = dialog("登记会议纪要");
  await minutes.getByLabel("标题").fill("城市运行管理服务平台二期项目售前支撑第三次协调会暨十一月重点工作安排会");
  await minutes.getByLabel("会议类别").click();
  await option("售前例会").click();
  await minutes.getByLabel("地点").fill("省公司十二楼第三会议室");
  await minutes.getByLabel("主持人").fill("周敏");
  await minutes.getByLabel("参加人员").fill("周敏、罗海燕、张伟");
  await minutes.getByLabel("议题和讨论情况").fill("逐项过二期技术需求。");
  await minutes.getByLabel("议定事项").fill("先完成专线组网方案。");
  await minutes.getByRole("button", { name: "添加任务" }).click();
  await minutes.getByLabel("任务内容").fill("补充专线组网方案和网络拓扑");
  await minutes.getByText("其他人员").click();
  await minutes.getByLabel("姓名").fill("客户侧刘工");
  await day(minutes.getByLabel("完成期限"), "2020-01-06");
  await minutes.getByRole("button", { name: "登记会议纪要" }).click();
  await minutes.getByText(/任务的完成期限不能早于/).waitFor();
  const today = (await call("ledgerStatus", {})).today;
  await day(minutes.getByLabel("完成期限"), today);
  await look("2-minutes", { themes: ["light"] });
  await minutes.getByRole("button", { name: "登记会议纪要" }).click();
  await gone("登记会议纪要");
  await page.getByRole("heading", { name: /第三次协调会/ }).waitFor();
  await look("3-minutes-page");
  await button("添加附件").click();
  const file = join(folder, "签到表.pdf");
  writeFileSync(file, "%PDF-1.4 签到");
  await dialog("添加附件").getByLabel("名称").fill("签到表");
  await dialog("添加附件").getByRole("textbox", { name: "文件" }).fill(file);
  await dialog("添加附件").getByRole("button", { name: "添加附件" }).click();
  await gone("添加附件");
  await page.getByText("附件（1）").waitFor();
  await open("/communication/tasks");
  await page.getByText("补充专线组网方案和网络拓扑").waitFor();
  await look("4-tasks");
  await page.getByRole("button", { name: /登记完成情况/ }).first().click();
  await dialog("登记完成情况").getByText("未完成").click();
  await dialog("登记完成情况").getByRole("button", { name: "登记完成情况" }).click();
  await dialog("登记完成情况").getByText("请填写").first().waitFor();
  await dialog("登记完成情况").getByLabel("说明").fill("客户取消");
  await dialog("登记完成情况").getByRole("button", { name: "登记完成情况" }).click();
  await gone("登记完成情况");

  // A complaint: looked into, judged on behalf of the leader, answered.
  await open("/communication/complaint");
  await button("登记投诉").click();
  const complaint = dialog("登记投诉");
  await complaint.getByLabel("标题").fill("未按约定时间到场");
  await complaint.getByLabel("被投诉人").click();
  await option("").click();
  await complaint.getByLabel("反映类别").click();
  await option("投诉").click();
  await complaint.getByLabel("受理方式").click();
  await option("电话").click();
  await complaint.getByLabel("投诉人", { exact: true }).fill("罗海燕");
  await complaint.getByLabel("严重程度").click();
  await option("较重").click();
  await complaint.getByLabel("投诉内容").fill("约定九点到场，十一点才到，影响了客户内部评审。");
  await look("5-complaint", { themes: ["light"] });
  await complaint.getByRole("button", { name: "登记投诉" }).click();
  await gone("登记投诉");
  await page.getByRole("heading", { name: "未按约定时间到场" }).waitFor();
  const form = formAt();
  await button("办理：调查处理").click();
  await dialog("调查处理").getByLabel("调查情况").fill("前一项目拖延");
  await dialog("调查处理").getByLabel("处理措施").fill("改为提前一天确认");
  await dialog("调查处理").getByRole("button", { name: "办理：调查处理" }).click();
  await gone("调查处理");
  await button("办理：认定").click();
  const verdict = dialog("认定");
  await verdict.getByText("成立", { exact: true }).click();
  await verdict.getByLabel("意见或理由").fill("属实，按规定处理");
  await verdict.getByRole("textbox", { name: /谁|本人|姓名/ }).first().fill("周敏");
  await verdict.getByRole("button", { name: "办理：认定" }).click();
  await verdict.getByText(/依据/).first().waitFor();
  await verdict.getByLabel(/依据/).first().fill("快文2026-31");
  await look("6-verdict", { themes: ["light"] });
  await verdict.getByRole("button", { name: "办理：认定" }).click();
  await gone("认定");
  await button("办理：答复投诉人").click();
  await dialog("答复投诉人").getByLabel("答复方式").click();
  await option("电话").click();
  await dialog("答复投诉人").getByLabel("答复内容").fill("已致歉并说明措施");
  await dialog("答复投诉人").getByText("是", { exact: true }).click();
  await dialog("答复投诉人").getByRole("button", { name: "办理：答复投诉人" }).click();
  await gone("答复投诉人");
  assert.equal((await call("form", { form })).state, "closed");
  await look("7-complaint-page");
  await button("更正").click();
  await dialog("更正").getByLabel("标题").fill("未按约定时间到场，影响评审");
  await dialog("更正").getByLabel("更正原因").fill("补充影响");
  await dialog("更正").getByRole("button", { name: "更正" }).click();
  await gone("更正");
  await page.getByRole("heading", { name: "未按约定时间到场，影响评审" }).waitFor();
  const printed = await call("makeFormPaper", { form, out: join(folder, "投诉.pdf") });
  assert.ok(printed.bytes > 10_000);
  await open("/communication/complaint");
  await page.getByText("成立", { exact: true }).first().waitFor();
  await look("8-complaints");

  // A visit that is planned, and what is under way.
  await open("/communication/visit");
  await button("登记拜访或接待").click();
  await dialog("登记拜访或接待").waitFor();
  await look("9-visit", { themes: ["light"] });
  await dialog("登记拜访或接待").getByRole("button", { name: "取消", exact: true }).click();
  await gone("登记拜访或接待");
  const { unit } = await call("form", { form });
  const visit = await call("registerForm", {
    unit,
    kind: "visit",
    title: "某市中心医院信息科一行来访参观核心机房并交流智慧医院整体方案",
    on: "2030-01-08",
    links: { customer: "某市中心医院" },
    fields: { way: "客户来访", purpose: "参观机房", importance: "重要" },
  });
  await open(`/communication/of/${visit.form}`);
  await page.getByText(/办结还缺/).waitFor();
  await look("10-visit-page");
  await open("/communication/due");
  await page.getByText("待部门负责人审批").waitFor();

  // Questionnaires and their means.
  for (const overall of ["5 很满意", "4 满意", "2 不满意"]) {
    const fields = { response: "5 很满意", quality: overall, expertise: "4 满意", attitude: "4 满意", overall };
    await call("registerForm", { unit, kind: "survey", title: "项目满意度", fields });
  }
  await open("/communication/survey");
  await page.getByText("结果", { exact: true }).click();
  await page.getByText(/平均分 4/).waitFor();
  await look("11-survey");
  await page.getByText("问卷和导入", { exact: true }).click();
  await button("打印空白问卷").waitFor();
  await look("12-survey-files", { themes: ["light"] });

  // Forms, and one of the unit's own.
  await open("/forms");
  await button("填写表单").click();
  await dialog("填写表单").getByLabel("表单样式").click();
  await look("13-forms", { themes: ["light"] });
  await option("咨询接待记录").click();
  await dialog("填写表单").getByLabel("咨询问题").waitFor();
  await dialog("填写表单").getByRole("button", { name: "取消", exact: true }).click();
  await gone("填写表单");
  await open("/forms/types");
  await page.getByText("客户投诉处理单").first().waitFor();
  await look("14-types");
  await button("新建样式").click();
  const made = dialog("新建样式");
  await made.getByLabel("代码").fill("car");
  await made.getByLabel("名称", { exact: true }).fill("用车申请单");
  await made.getByRole("button", { name: "添加字段" }).click();
  await made.getByRole("textbox", { name: "字段名称" }).fill("目的地");
  await made.getByRole("button", { name: "添加环节" }).click();
  await made.getByRole("textbox", { name: "环节名称" }).fill("部门负责人审批");
  await look("15-builder");
  await made.getByRole("button", { name: "保存样式" }).click();
  await made.waitFor({ state: "hidden" });
  await call("makeBlankForm", { unit, kind: "car", out: join(folder, "用车.pdf") });
  return `沟通: ${form}, ${visit.form}`;
}

await onStage(process.argv.slice(2), walk);
