// An engineer's life at a unit, by mouse: announced, the letter made, signed elsewhere and filed, on duty, papers and manager,
// a note struck, corrected, moved, gone and announced again; and what somebody without the right sees.
// usage: node tests/browser/people.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { handOf } from "./hand.mjs";
import { onStage } from "./stage.mjs";

const NEW = "QT9100";

async function walk({ page, url, folder, look, call }) {
  const hand = handOf({ page, url, folder, look, call });
  const { button, dialog, signIn, says, row, choose, saveAs } = hand;
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  const file = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  const scan = file("签署后.pdf", "%PDF-1.4\n%signed elsewhere\n");
  const card = (name) => page.locator(".ant-card").filter({ has: page.getByText(name, { exact: true }) });
  const line = (paper) => card("到岗手续").locator("[data-item]").filter({ hasText: paper });
  const day = async (field, text) => {
    await field.fill(text);
    await field.press("Enter");
  };

  // 登记到岗: what is missing is said at its field, and nothing typed is lost.
  await signIn("gl-cd", "/people");
  await button("登记到岗").click();
  const announce = dialog("登记到岗");
  await announce.getByRole("button", { name: "登记到岗" }).click();
  await announce.getByText("请填写").first().waitFor();
  await announce.getByLabel("工号").fill("工号 9100");
  await announce.getByLabel("姓名").fill("欧阳方晴");
  await announce.getByLabel("岗位").fill("售前支撑");
  await announce.getByLabel("手机").fill("13900009100");
  await day(announce.getByLabel("预计到岗日期"), "2026-11-18");
  assert.ok(await announce.isVisible(), "Enter in a day's field sends nothing");
  await announce.getByRole("button", { name: "登记到岗" }).click();
  await announce.locator(".ant-form-item-has-error").filter({ has: page.getByLabel("工号") }).waitFor();
  await hand.look("1-refused");
  await announce.getByLabel("工号").fill(NEW);
  await announce.getByLabel("技能").fill("云网融合");
  await announce.getByLabel("技能").press("Enter");
  await announce.getByRole("button", { name: "登记到岗" }).click();
  await says("已登记，待到岗");
  await says("待到岗：预计 2026-11-18 到成都分公司。");
  await says("还缺 4 项");
  await look("2-awaited");

  // 到岗接收函: made, signed elsewhere, filed; now on duty.
  await line("到岗接收函").getByRole("button", { name: "生成 PDF 到岗接收函" }).click();
  const letter = await saveAs("到岗接收函.pdf");
  assert.equal(readFileSync(letter).subarray(0, 5).toString(), "%PDF-");
  await line("到岗接收函").getByRole("button", { name: "登记", exact: true }).click();
  const filing = dialog("登记到岗接收函");
  await filing.getByLabel("编号").fill(`CD-DG-${NEW}`);
  await day(filing.getByLabel("签署日期"), "2027-01-01");
  await filing.getByLabel("签署后的扫描件").fill(scan);
  await filing.getByRole("button", { name: "登 记" }).or(filing.getByRole("button", { name: "登记", exact: true })).click();
  await filing.locator(".ant-form-item-has-error").filter({ has: page.getByLabel("签署日期") }).waitFor();
  await day(filing.getByLabel("签署日期"), "2026-11-17");
  await filing.getByText("代别人登记（代录）").click();
  await choose(filing.getByLabel("代哪一方"), "乙方");
  await filing.getByLabel("依据（快文编号、截图、信函）").fill("川移政企快文〔2026〕131 号");
  await hand.look("3-letter");
  await filing.getByRole("button", { name: /^登\s?记$/ }).click();
  await says("到岗接收函已登记");
  await says(`CD-DG-${NEW}，2026-11-17 签署`);
  await says("代录：代乙方（四川全通），依据 川移政企快文〔2026〕131 号");
  await says(/试用还剩 \d+ 天/);
  await says("不得接触客户资料：没有登记信息安全协议，或不在岗");

  // The other papers, the manager.
  for (const paper of ["信息安全协议", "安全生产承诺书"]) {
    await line(paper).getByRole("button", { name: /^登\s?记$/ }).click();
    const form = dialog(`登记${paper}`);
    await form.getByLabel("编号").fill(`CD-${NEW}-1`);
    await day(form.getByLabel("签署日期"), "2026-11-17");
    await form.getByLabel("签署后的扫描件").fill(scan);
    await form.getByRole("button", { name: /^登\s?记$/ }).click();
    await says(`${paper}已登记`);
  }
  await says("可以接触客户资料");
  await line("管理人").getByRole("button", { name: "指定管理人" }).click();
  await dialog("指定管理人").getByLabel("管理人姓名").fill("陈思远");
  await dialog("指定管理人").getByRole("button", { name: "指定管理人" }).click();
  await says("管理人已登记");
  await says("手续齐全");

  // Corrected with the scan that was there; the scan back as a file.
  await line("信息安全协议").getByRole("button", { name: /^更\s?正$/ }).click();
  const correcting = dialog("更正信息安全协议");
  await correcting.getByLabel("编号").fill(`CD-${NEW}-2`);
  await correcting.getByLabel("更正原因").fill("编号写错");
  await correcting.getByRole("button", { name: /^更\s?正$/ }).click();
  await says("信息安全协议已更正");
  await says("更正过：编号写错");
  await line("信息安全协议").getByRole("button", { name: /另存扫描件/ }).click();
  assert.deepEqual(readFileSync(await saveAs("取回的.pdf")), readFileSync(scan));

  // 工作记录.
  await card("试用与工作记录").getByLabel("工作情况").fill("独立完成专线方案初稿。");
  await button("记一条").click();
  await says("已记下");
  await says("独立完成专线方案初稿。");
  await card("试用与工作记录").getByRole("button", { name: /^划去/ }).click();
  await dialog("划去这条工作记录").getByLabel("原因").fill("记在了别人名下");
  await dialog("划去这条工作记录").getByRole("button", { name: "划去这条工作记录" }).click();
  await says("已划去：记在了别人名下");
  await look("4-on-duty");

  // It is all there again after the page was closed.
  await signIn("gl-cd", `/people/${NEW}`);
  await says("手续齐全");

  // 离岗 without a list is refused; with one it ends the stay.
  await button("办理离岗").click();
  const leaving = dialog("办理离岗");
  await day(leaving.getByLabel("在岗最后一天"), "2026-11-19");
  await leaving.getByLabel("原因", { exact: true }).fill("个人原因");
  await leaving.getByRole("button", { name: "办理离岗" }).click();
  await leaving.getByText("请填写").waitFor();
  await leaving.getByLabel("交接内容 1").fill("工单 2026-118 的方案");
  await leaving.getByRole("button", { name: "办理离岗" }).click();
  await leaving.locator(".ant-form-item-has-error").filter({ has: page.getByLabel("交给谁") }).waitFor();
  await leaving.getByLabel("其他接收人姓名").fill("郑秋实");
  await hand.look("5-leaving");
  await leaving.getByRole("button", { name: "办理离岗" }).click();
  await says("离岗已登记");
  await says("工单 2026-118 的方案");
  await says("接收人：郑秋实");
  await look("6-left");

  // 返岗 is announced like an arrival, and taken back.
  await button("返岗").click();
  const again = dialog("返岗");
  await day(again.getByLabel("预计到岗日期"), "2026-12-01");
  await again.getByRole("button", { name: "返岗" }).or(again.getByRole("button", { name: "返 岗" })).click();
  await says("已登记返岗，待到岗");
  await page.getByRole("link", { name: "返回名单" }).click();
  await page.locator(".ant-segmented-item").filter({ hasText: "待到岗" }).click();
  await row(NEW).getByRole("link").click();
  await button("撤回登记").click();
  await dialog("撤回登记").getByLabel("原因").fill("改派别处");
  await dialog("撤回登记").getByRole("button", { name: "撤回登记" }).click();
  await says("已撤回登记");

  // 待补手续 and 名册.
  await page.getByRole("link", { name: "返回名单" }).click();
  await page.locator(".ant-segmented-item").filter({ hasText: "待补手续" }).click();
  await row("到岗接收函").first().waitFor();
  await hand.look("7-missing");
  await button("导出名册").click();
  await saveAs("名册.pdf");

  // Somebody who only reads has no act's button.
  await signIn("jiandu", `/people/${NEW}`);
  await says("在岗经历与交接");
  for (const act of ["修改资料", "办理离岗", "登记", "记一条", "返岗"])
    assert.equal(await button(act).count(), 0, act);
  await look("8-auditor", { sizes: [{ width: 1024, height: 680 }] });
}

await onStage(process.argv.slice(2), walk);
console.log("people walk passed: an engineer came, worked and left, and the screen said so");
