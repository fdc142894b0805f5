// The main job in Chromium, on a ledger of the real program behind the test host: from the first screen to the quarter
// that both parties have signed.
// usage: node tests/browser/walk.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const SENTENCE = /^2026年第三季度总分 \d+\.\d\d 分，支付系数 [01]\.\d{4}，应付服务费 ¥[\d,]+\.\d\d。$/;

async function walk({ page, url, folder, look }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const tab = (name) => page.getByRole("tab", { name, exact: true });
  await page.goto(url, { waitUntil: "commit" });

  await button("新建账本").waitFor();
  await look("0-choose");

  // A folder without a ledger is refused in words.
  await button("打开或恢复").click();
  await page.getByLabel("账本文件夹").fill(join(folder, "missing"));
  await button("打开").click();
  await page.getByRole("alert").filter({ hasText: "账本" }).waitFor();
  await look("1-no-ledger");

  // The demo year names accounts to try.
  await page.getByRole("button", { name: "返回" }).click();
  await button("看演示").click();
  const demo = join(folder, "演示 年度");
  await page.getByLabel(/演示账本/).fill(demo);
  await button("生成演示年度").click();
  await page.getByText("演示年度已生成").waitFor({ timeout: 180_000 });

  // What is missing is said where it is missing; what is typed stays when language or appearance change.
  await button("登录").click();
  await page.getByText("请填写账号", { exact: true }).waitFor();
  await page.getByText("请填写密码", { exact: true }).waitFor();
  await page.getByLabel("账号", { exact: true }).fill("jing");
  await page.getByLabel("语言", { exact: true }).selectOption("English");
  await page.getByText("Type your password", { exact: true }).waitFor();
  assert.equal(await page.getByLabel("Account", { exact: true }).inputValue(), "jing");
  await look("1-sign-in-english");
  await page.getByLabel("Language", { exact: true }).selectOption("简体中文");

  // A wrong password is refused in words and keeps what was typed.
  await page.getByRole("row", { name: /jingban/ }).getByRole("button", { name: "填入" }).click();
  const password = await page.getByLabel("密码", { exact: true }).inputValue();
  await page.getByLabel("密码", { exact: true }).fill("不是这个密码");
  await button("登录").click();
  await page.getByRole("alert").filter({ hasText: "密码" }).waitFor();
  assert.equal(await page.locator("#signIn_account").inputValue(), "jingban");
  await look("2-wrong-password");
  await page.getByLabel("密码", { exact: true }).fill(password);
  await button("登录").click();

  // The workbench says what waits, and leads there.
  await page.getByText("2026年第三季度报告待双方签署").waitFor();
  await look("3-workbench");
  const due = page.getByRole("listitem").filter({ hasText: "2026年第三季度报告待双方签署" });
  await due.getByRole("button", { name: /^去办理/ }).click();
  const sentence = page.getByTestId("sentence");
  await sentence.filter({ hasText: "2026年第三季度" }).waitFor();
  const said = await sentence.innerText();
  assert.match(said, SENTENCE);
  await look("4-settlement");

  // The report is looked at, made, and signed by one party after the other, each with its own key.
  await tab("报告与签署").click();
  await button("预览").click();
  await page.locator("canvas").first().waitFor();
  await look("5-preview", { themes: ["light"] });
  await page.keyboard.press("Escape");
  await page.locator("canvas").first().waitFor({ state: "detached" });
  const panel = page.getByRole("tabpanel", { name: "报告与签署" });
  const [report, client, both] = ["报告.pdf", "甲方签.pdf", "双方签署.pdf"].map((name) => join(folder, name));
  await panel.getByLabel("保存到", { exact: true }).fill(report);
  await button("保存 PDF").click();
  await page.getByText(/已保存/).first().waitFor();
  for (const [from, party, key, to] of [
    [report, "甲方（四川移动）", "client.p12", client],
    [client, "乙方（四川全通）", "provider.p12", both],
  ]) {
    await panel.getByLabel("要签署的报告").fill(from);
    await panel.getByRole("radio", { name: party }).check();
    await panel.getByLabel(/证书密钥文件/).fill(join(demo, "keys", key));
    await panel.getByLabel("密钥密码").fill(password);
    await panel.getByLabel("签好的文件保存到").fill(to);
    await panel.getByRole("button", { name: "签署", exact: true }).click();
    await page.getByRole("alert").filter({ hasText: to }).waitFor({ timeout: 90_000 });
  }
  await look("6-signed");

  // The countersigned file is checked in a plain sentence, taken in, and the quarter is closed.
  await panel.getByLabel("双方签署的报告").fill(both);
  await button("核对").click();
  await button("接收并结案").waitFor();
  await look("7-checked");
  await button("接收并结案").click();
  await page.getByRole("tooltip").getByRole("button", { name: "接收并结案" }).click();
  await page.getByText("已接收，本季度结案").first().waitFor();

  // English, and an appearance chosen by hand, hold over a reload.
  await page.getByRole("button", { name: "语言" }).click();
  await page.getByRole("menuitem", { name: "English" }).click();
  await page.getByRole("button", { name: "Appearance" }).click();
  await page.getByRole("menuitem", { name: "Dark" }).click();
  await page.reload({ waitUntil: "commit" });
  await sentence.filter({ hasText: "overall score" }).waitFor();
  await look("8-english", { themes: ["dark"] });
  return said;
}

console.log(`browser walk passed: ${await onStage(process.argv.slice(2), walk)}`);
