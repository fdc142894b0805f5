// 审批 in Chromium: a document submitted along a proposed way that is changed first; agreed to, one more asked, sent back to a stage, an
// opinion from elsewhere recorded with its file, reminded, sent back to the writer, submitted again and published; the list and the workbench.
// usage: node tests/browser/approvals.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";
const TITLE = "城市运行平台二期投标文件";

async function walk({ page, url, folder, look, call }) {
  const open = async (path) => {
    await page.evaluate((at) => {
      location.hash = at;
    }, path);
    await page.locator(`[data-at="${path}"]`).waitFor();
  };
  const button = (name) => page.getByRole("button", { name, exact: true });
  const dialog = () => page.getByRole("dialog");
  const closed = () => dialog().waitFor({ state: "hidden" });
  const send = async (name) => {
    await dialog().getByRole("button", { name, exact: true }).click();
    await closed();
  };
  const choose = async (label, option) => {
    await dialog().getByLabel(label).click();
    await page.locator(".ant-select-item-option").filter({ hasText: option, visible: true }).first().click();
  };
  const file = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  await call("signIn", { account: "admin", password: PASSWORD });
  for (const [account, name, post] of [
    ["shouqian", "周售前", "售前经理"],
    ["fenguan", "吴分管", "分管领导"],
    ["zhuanjia", "郑专家", null],
  ]) {
    await call("openAccount", {
      account,
      name,
      role: "clerk",
      unit: null,
      post,
      password: PASSWORD,
    });
  }
  await call("signIn", { account: "jingban", password: PASSWORD });
  const { ticket } = await call("registerTicket", {
    unit: "CD",
    kind: "support",
    title: "城市运行平台二期投标支持",
    customer: "某市城市运行管理服务中心",
    contact: "罗海燕",
    phone: "13800001111",
    channel: "phone",
    urgency: "normal",
    complexity: "ordinary",
    fields: { content: "投标文件编制" },
  });
  const first = file(`${TITLE}.txt`, "第一版");
  const filed = await call("fileDocuments", {
    about: `ticket/${ticket}`,
    files: [{ path: first, tags: [] }],
  });
  const { document } = filed.documents[0];
  const at = `/documents/${document}`;
  const as = async (account, path) => {
    await call("signIn", { account, password: PASSWORD });
    await page.reload({ waitUntil: "commit" });
    await page.getByRole("navigation").first().waitFor();
    await open("/find");
    await open(path);
  };

  // The proposed way of a bid has a meeting; the user takes the usual one and changes it.
  await as("jingban", at);
  await page.getByText("还没有提交审批。").waitFor();
  await button("提交审批").click();
  await dialog().getByText("提交的是第 1 版").waitFor();
  await choose("流程", "三级审批（领导终审）");
  await dialog().getByRole("button", { name: "提交审批" }).click();
  await dialog()
    .getByText(/“部门负责人初审”的“部门负责人”还没有人/)
    .waitFor();
  await look("1-submitting");
  await dialog().getByLabel("1.1 没有账号的，填姓名").fill("钱处长");
  await dialog().getByLabel("说明").fill("周五开标，请尽快");
  await send("提交审批");
  await page.getByText("第 1 次审批，第 1 版").waitFor();
  await page.getByText("部门负责人 钱处长").waitFor();

  // The head has no account: the opinion is recorded by somebody else, and not without its file.
  await as("shouqian", at);
  await button("代录意见").click();
  await dialog().getByLabel("意见", { exact: true }).fill("同意，注意报价口径");
  await dialog().getByLabel("依据（OA 编号、邮件等）").fill("OA-2026-118");
  await dialog().getByRole("button", { name: "代录意见", exact: true }).click();
  await dialog().getByText("请选择依据的文件。").waitFor();
  await dialog().getByLabel("依据的文件").fill(file("OA截图.txt", "同意"));
  await look("2-recording");
  await send("代录意见");
  await page.getByText(/由 周售前 代录，依据 OA-2026-118/).waitFor();

  // Whose turn it is finds it on the workbench, asks one more, and agrees.
  await open("/");
  await page.getByRole("button", { name: /去办理: 1 份文档等您审批/ }).click();
  await page.getByRole("link", { name: TITLE }).waitFor();
  await look("3-mine");
  await page.getByRole("link", { name: TITLE }).click();
  await button("加签").click();
  await dialog().getByLabel("职务").fill("技术专家");
  await choose("审批人", "郑专家");
  await send("加签");
  await page.getByText("技术专家 郑专家").waitFor();
  await button("同意").click();
  await dialog().getByLabel("意见", { exact: true }).fill("同意");
  await send("同意");
  await as("zhuanjia", at);
  await button("同意").click();
  await send("同意");

  // The leader sends it back to the stage before, then to the writer.
  await as("fenguan", at);
  await button("退回").click();
  await choose("退回到", "售前经理审核");
  await dialog().getByLabel("原因").fill("请售前再核对报价");
  await look("4-sending-back");
  await send("退回");
  await page.getByText("退回到“售前经理审核”").waitFor();
  await as("jingban", at);
  await button("催办").click();
  await dialog().getByLabel("对审批人说").fill("明天要用");
  await send("催办");
  await button("指定代理人").click();
  await look("5-stand-in");
  await dialog().getByRole("button", { name: "取消" }).click();
  await closed();
  await look("6-chain");
  await as("shouqian", "/");
  await page
    .getByText(/1 份文档的审批在催您的意见/)
    .first()
    .waitFor();
  await open(at);
  await button("退回").click();
  await dialog().getByLabel("原因").fill("第三章报价有误");
  await send("退回");
  await page.getByText("退回给撰写人").waitFor();

  // The writer sees that it came back, makes a new version, and submits it the same way.
  await as("jingban", "/");
  await page.getByRole("button", { name: /去办理: 1 份您提交的文档被退回/ }).click();
  await page.getByRole("link", { name: TITLE }).click();
  await button("上传新版本").click();
  await dialog().getByLabel("新版本的文件").fill(file("第二版.txt", "第二版"));
  await dialog().getByLabel("修改了什么").fill("改正第三章报价");
  await send("上传新版本");
  await page.getByText("文档有了新版本，以下审批针对的是旧版本。").waitFor();
  await button("重新提交审批").click();
  await dialog().getByText("上次的流程").first().waitFor();
  await choose("流程", "售前经理终审");
  await send("提交审批");
  await page.getByText("第 2 次审批，第 2 版").waitFor();
  await as("shouqian", at);
  await button("同意").click();
  await send("同意");
  await page.getByText("已发布").first().waitFor();
  await look("7-published");

  const choosing = page.getByRole("combobox", { name: "状态" });
  await open("/documents");
  await choosing.click();
  await page.locator(".ant-select-item-option").filter({ hasText: "已发布", visible: true }).click();
  await page.getByText("共 1 份").waitFor();
  await page.getByRole("link", { name: /^审批/ }).click();
  await page.getByText("全部", { exact: true }).click();
  await page.getByText("共 2 项").waitFor();
  await look("8-all");
  const kept = await call("approval", { document });
  assert.equal(kept.state, "published");
}

await onStage(process.argv.slice(2), walk);
