// 不纳入考核: the province leaves a unit out that had nobody in the quarter, and another person approves it.
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const NEW = "攀西大凉山乡村振兴与数字政府联合服务中心";

export async function exemption({ page, folder, call, dialog, button, signIn, choose, says, look, saveAs }) {
  await signIn("jingban", "/board");
  const units = join(folder, "新单位.csv");
  writeFileSync(units, `单位代码,单位名称,类别\nPX,${NEW},市州\n`);
  await call("importSheet", { kind: "units", path: units, map: null, dryRun: false });
  const openBoard = async (account) => {
    await signIn(account, "/board");
    await choose(page.getByLabel("季度", { exact: true }), "2026年第四季度");
  };
  await openBoard("jingban");
  await button("登记不纳入考核").click();
  const form = dialog("登记不纳入考核");
  const send = form.getByRole("button", { name: "登记不纳入考核" });
  await send.click();
  await form.getByText("请选择单位").waitFor();
  await form.getByText("请选择书面依据").waitFor();
  await choose(form.getByLabel("单位"), "成都分公司");
  await form.getByLabel("原因").fill("本季度尚未派驻");
  const paper = join(folder, "说明.txt");
  writeFileSync(paper, "本季度尚未派驻售前支撑人员。\n");
  await form.getByLabel("书面依据（扫描件或文件）").fill(paper);
  await send.click();
  await form.getByText(/在岗/).nth(1).waitFor();
  await look("8-exempt-refused");
  assert.equal(await form.getByLabel("原因").inputValue(), "本季度尚未派驻", "what was typed stays");
  await form.getByLabel("单位").fill("大凉山");
  await page.locator(".ant-select-item-option").filter({ hasText: NEW, visible: true }).click();
  await send.click();
  await says(`已登记：${NEW}不纳入考核`);
  await form.waitFor({ state: "hidden" });
  const list = page.locator(".ant-card").filter({ hasText: "待审批" });
  await list.getByText("本季度尚未派驻").waitFor();
  await list.scrollIntoViewIfNeeded();
  await look("8-exempt-waiting");
  await list.getByRole("button", { name: /^另存扫描件/ }).click();
  assert.ok(existsSync(await saveAs("依据.txt")));

  const approve = async (account) => {
    await openBoard(account);
    await button(`审批：${NEW}不纳入考核`).click();
    const asked = dialog(`审批：${NEW}不纳入考核`);
    await asked.getByRole("button", { name: "审批", exact: true }).click();
    return asked;
  };
  const refused = await approve("jingban");
  await refused.getByRole("alert").waitFor();
  await refused.getByRole("button", { name: "取消" }).click();
  const agreed = await approve("lingdao");
  await says(`已审批：${NEW}不纳入考核`);
  await agreed.waitFor({ state: "hidden" });
  await page.getByText(/ 审批$/).first().waitFor();
  await look("8-exempt-approved");
}
