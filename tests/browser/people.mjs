// An engineer's life at a unit, by mouse: announced, the letter made, signed elsewhere and filed, on duty, papers and manager,
// a note struck, corrected, gone and announced again; another replaced, a third moved; and what somebody without the right sees.
// usage: node tests/browser/people.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { handOf } from "./hand.mjs";
import { onStage } from "./stage.mjs";

const NEW = "QT9100";
/** Whose trial fails, and who comes instead. */
const FAILS = "QT9101";
const NEXT = "QT9102";

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
  /** The button at a dialog's foot; Ant Design parts two characters. */
  const send = (form, name) =>
    form.locator(".ant-modal-footer").getByRole("button", { name: new RegExp(`^${[...name].join("\\s?")}$`) }).click();
  const gone = async (form) => form.waitFor({ state: "hidden" });
  const day = async (field, text) => {
    await field.fill(text);
    await field.press("Enter");
  };

  // 申请更换, of somebody whose trial failed: asked for, approved by the leader, sent, the successor found by name, gone.
  const replaced = async () => {
    const announced = (staffNo, name, expectedOn) =>
      call("announceArrival", { staffNo, unit: "CD", expectedOn, name, post: "售前支撑" });
    await announced(FAILS, "南宫远", "2026-11-10");
    const letter = { staffNo: FAILS, kind: "letter", number: "CD-DG-1", signedOn: "2026-11-10", scan };
    await call("filePaper", letter);
    const row = { staffNo: FAILS, score: "65", items: [], note: null };
    await call("recordAssessments", { unit: "CD", month: "2026-11", rows: [row] });
    await announced(NEXT, "东方晓", "2026-12-01");

    await signIn("gl-cd", `/people/${FAILS}`);
    await says("可要求更换");
    await button("申请更换").click();
    const asking = dialog("申请更换");
    await asking.getByLabel(/^补充说明/).fill("试用期内两次方案未按时提交");
    await send(asking, "申请更换");
    await says("等待单位领导审批");
    await signIn("ld-cd", `/people/${FAILS}`);
    const request = page.getByRole("region", { name: "第 1 号申请" });
    await request.getByRole("button", { name: /^审\s?批$/ }).click();
    const approving = dialog("审批");
    await send(approving, "审批");
    await gone(approving);
    await says("已审批，等待发给四川全通");
    await signIn("gl-cd", `/people/${FAILS}`);
    await request.getByRole("button", { name: "登记发出" }).click();
    const sending = dialog("登记发出");
    await send(sending, "登记发出");
    await sending.getByText("请填写").waitFor();
    await sending.getByLabel("快文编号").fill("川移政企快文〔2026〕140 号");
    await send(sending, "登记发出");
    await gone(sending);
    await says("已发出，等待四川全通安排接替人");
    await request.getByRole("button", { name: "登记接替人" }).click();
    const next = dialog("登记接替人");
    // Somebody of another unit is not offered.
    await next.getByLabel("接替人").fill("QT0001");
    await next.getByLabel("接替人").fill("东方");
    await choose(next.getByLabel("接替人"), `东方晓 ${NEXT}`);
    await hand.look("4-successor");
    await send(next, "登记接替人");
    await gone(next);
    await says("接替人已确定，等待办理离岗");
    await says(`东方晓 ${NEXT}`);
    await look("4-replacement");

    // Whoever names no receiver hands over to the successor.
    await button("办理离岗").click();
    const leaving = dialog("办理离岗");
    await day(leaving.getByLabel("在岗最后一天"), "2026-11-20");
    await leaving.getByLabel("原因", { exact: true }).fill("试用不合格更换");
    await leaving.getByLabel("交接内容 1").fill("工单 2026-121 的方案");
    await send(leaving, "办理离岗");
    await gone(leaving);
    await says(`接收人：东方晓 ${NEXT}`);
    await says("已办完");

    // 调动 is for whoever answers for both units: here by the province's clerk.
    assert.equal(await button("调动").count(), 0);
    const [mover] = (await call("people", { limit: 1, units: ["CD"], standings: ["certified", "uncertified"] })).lines;
    await signIn("jingban", `/people/${mover.staffNo}`);
    await button("调动").click();
    const moving = dialog("调动");
    await choose(moving.getByLabel("调到哪个单位"), "德阳");
    await day(moving.getByLabel("新单位到岗日期"), "2026-12-01");
    await moving.getByLabel("原因", { exact: true }).fill("德阳项目集中");
    await moving.getByLabel("交接内容 1").fill("某医院专线");
    await moving.getByLabel("其他接收人姓名").fill("郑秋实");
    await hand.look("4-transfer");
    await send(moving, "调动");
    await gone(moving);
    await says(/^调到德阳/);
    await says("2026-12-01 至 今");
    await signIn("gl-cd", `/people/${NEW}`);
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

  // The manager may be somebody with an account.
  await gone(dialog("指定管理人"));
  await line("管理人").getByRole("button", { name: "更换管理人" }).click();
  const manager = dialog("更换管理人");
  await manager.getByText("由本单位有账号的人管理").click();
  await choose(manager.getByLabel("账号", { exact: true }), "ld-cd");
  await send(manager, "更换管理人");
  await gone(manager);
  assert.equal((await call("person", { staffNo: NEW })).stays[0].manager.account, "ld-cd");

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
  await button("记一条").click();
  await dialog("记一条").getByLabel("工作情况").fill("独立完成专线方案初稿。");
  await dialog("记一条").getByRole("button", { name: "记一条" }).click();
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

  // 各月考勤, and the way to a month's grid.
  const attendance = card("各月考勤");
  await attendance.getByRole("link", { name: "看考勤表 2026-11" }).click();
  await page.getByRole("grid", { name: "考勤表" }).or(page.getByText("这个月还没有打卡记录")).first().waitFor();
  await hand.open(`/people/${NEW}`);

  // 修改资料: a name as long as names may be neither widens the page nor breaks the number.
  await button("修改资料").click();
  const editing = dialog("修改资料");
  await editing.getByLabel("姓名").fill("欧阳方晴·".repeat(8));
  await editing.getByLabel("手机").fill("13900009101");
  await editing.getByLabel("其他联系方式").fill("微信 fangqing-ouyang-2026，办公电话 028-8600 9100 转 8612");
  await send(editing, "修改资料");
  await gone(editing);
  await page.getByRole("heading", { name: "欧阳方晴·".repeat(8) }).waitFor();
  const number = page.getByText("13900009101", { exact: true });
  const { height } = await number.boundingBox();
  assert.ok(height < 30, `the phone number stands in one line: ${height}`);
  await look("4-long-name");
  await button("修改资料").click();
  await editing.getByLabel("姓名").fill("欧阳方晴");
  await send(editing, "修改资料");
  await gone(editing);
  await page.getByRole("heading", { name: "欧阳方晴", exact: true }).waitFor();

  await replaced();

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
  await page.locator(".ant-tag").filter({ hasText: /^已撤回$/ }).waitFor();

  // 待补手续 and 名册.
  await page.getByRole("link", { name: "返回名单" }).click();
  await page.locator(".ant-segmented-item").filter({ hasText: "待补手续" }).click();
  await row("到岗接收函").first().waitFor();
  await hand.look("7-missing");
  await button("导出名册").click();
  await saveAs("名册.pdf");

  // The list by how people stand, and who was here in a month that is over.
  const segment = (name) => page.locator(".ant-segmented-item").filter({ hasText: name }).click();
  await segment("全部人员");
  await page.getByRole("columnheader", { name: "状态" }).locator(".ant-table-filter-trigger").click();
  const filters = page.locator(".ant-dropdown:visible");
  await filters.getByText("离岗", { exact: true }).click();
  await filters.getByRole("button", { name: /^确\s?定$/ }).click();
  await row(NEW).getByText("离岗", { exact: true }).waitFor();
  await hand.look("8-standings");
  await segment("各月人数");
  const counted = page.locator(".ant-table-row").filter({ hasText: "成都" });
  await counted.getByRole("button").click();
  await page.locator(".ant-table-expanded-row").getByText(FAILS).waitFor();
  await hand.look("8-months");
  await page.getByLabel("月份").click();
  await page.locator('.ant-picker-cell[title="2026-10"]').click();
  await page.locator(".ant-table-expanded-row").getByText(FAILS).waitFor({ state: "detached" });
  await counted.waitFor();

  // Somebody who only reads has no act's button.
  await signIn("jiandu", `/people/${NEW}`);
  await says("在岗经历与交接");
  for (const act of ["修改资料", "办理离岗", "登记", "记一条", "返岗"])
    assert.equal(await button(act).count(), 0, act);
  await look("9-auditor", { sizes: [{ width: 1024, height: 680 }] });
}

await onStage(process.argv.slice(2), walk);
console.log("people walk passed: an engineer came, worked and left, and the screen said so");
