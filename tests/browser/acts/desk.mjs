// Acts of whoever keeps the ledger: accounts and their handover, tables, backups, the calendar, the rules, the journal.
import assert from "node:assert/strict";
import { mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** 岗位交接: a successor's account is opened, the work offered, taken over; the old account has ended. */
export async function handover({ page, button, dialog, signIn, open, choose, sure, says, row, look, password }) {
  await signIn("admin", "/settings/accounts");
  await button("开设账号").click();
  const form = dialog("开设账号");
  await choose(form.getByLabel("角色"), "单位管理人员");
  await choose(form.getByLabel("用人单位"), "成都分公司");
  await form.getByLabel("姓名").fill("林晓燕");
  await form.getByLabel("账号", { exact: true }).fill("gl-cd2");
  await form.getByLabel("初始密码").fill(password);
  await form.getByLabel("再输一次密码").fill(password);
  await look("1-open-account");
  await form.getByRole("button", { name: "开设账号" }).click();
  await says("已开设账号 gl-cd2，请把初始密码告诉本人");

  await page.getByLabel("查找账号、姓名、角色、单位").fill("gl-cd");
  await row("宋静").getByRole("button", { name: "交接" }).click();
  const offer = dialog("交接宋静的工作");
  await choose(offer.getByLabel("接任人"), "林晓燕（gl-cd2）");
  await offer.getByLabel("交接说明").fill("11 月的评分还没有开始，工单台账在共享盘“售前支撑”里。");
  await look("1-offer");
  await offer.getByRole("button", { name: "交接宋静的工作" }).click();
  await says("已提出交接，等待林晓燕确认");

  await signIn("gl-cd2", "/");
  await says("宋静 的工作交给您");
  await says("11 月的评分还没有开始");
  await says("未办事项（3）");
  await says("2 张工单已超时：成都分公司");
  await says("1 项任务已超时：成都分公司");
  await look("1-offered");
  await button("确认接手").click();
  await says("账号 gl-cd 将随即停用，不能再登录，也不能恢复。");
  await sure("确定");
  await says("已接手，原账号已停用");
  await page.getByText("宋静 的工作交给您").waitFor({ state: "detached" });

  await page.getByRole("button", { name: "林晓燕" }).click();
  await page.getByRole("menuitem", { name: "退出登录" }).click();
  await page.locator("#signIn_account").fill("gl-cd");
  await page.getByLabel("密码", { exact: true }).fill(password);
  await button("登录").click();
  await page.getByRole("alert").filter({ hasText: "已停用" }).waitFor();
  await look("1-ended");
}

/** 人员: found, chosen and put in order by the program; found again by Ctrl+K and where data are erased. */
export async function people({ page, call, signIn, open, says, row, look }) {
  await signIn("admin", "/people");
  await says(/人员（在岗 \d+，共 \d+ 条）/);
  const find = page.getByLabel("查找工号、姓名、单位、手机");
  const { found, lines } = await call("people", { limit: 1, units: ["CD"] });
  await find.fill("成都分公司");
  await says(`找到 ${found} 条`);
  await find.fill("查无此人");
  await says("没有符合条件的行。");
  await look("2-nobody");
  await find.fill("");
  await row(lines[0].staffNo).waitFor({ state: "detached" });

  const head = (name) => page.getByRole("columnheader", { name });
  for (let click = 0; click < 2; click += 1) await head("姓名").click();
  const { lines: last } = await call("people", { limit: 1, order: "name", descending: true });
  await row(last[0].staffNo).waitFor();
  await head("离岗日期").getByRole("button").click();
  await page.getByRole("menuitem", { name: "已离岗" }).click();
  await page.getByRole("button", { name: /确\s*定/ }).click();
  const gone = await call("people", { limit: 1, here: false });
  await says(`找到 ${gone.found} 条`);
  await row(gone.lines[0].staffNo).waitFor();
  await look("2-gone");

  await page.getByRole("button", { name: /搜索 Ctrl/ }).click();
  await page.getByPlaceholder(/输入页面/).fill(lines[0].phone);
  await page.getByRole("option", { name: new RegExp(lines[0].staffNo) }).first().click();
  await open("/settings/personal");
  await page.getByLabel("哪一位").click();
  await page.keyboard.type(gone.lines[0].name);
  await page.locator(".ant-select-item-option").filter({ hasText: gone.lines[0].staffNo }).click();
  const chosen = `${gone.lines[0].staffNo} ${gone.lines[0].name}`;
  await page.locator(".ant-select").filter({ hasText: chosen }).waitFor();
}

const HEADINGS = "工号,姓名,单位代码,到岗日期,离岗日期,岗位,手机";

/** 导入: a wrong cell, the file put right, and a file with other people's headings. */
export async function imports({ page, folder, call, button, signIn, says, row, look, saveAs }) {
  await signIn("admin", "/import");
  const { lines: people } = await call("people", { limit: 2, units: ["GA"], here: true });
  const [moved, same] = people;
  const line = (p) => [p.staffNo, p.name, p.unit, p.arrivedOn, "", p.post, p.phone].join(",");
  const newcomer = {
    staffNo: "QT9001",
    name: "方晴",
    unit: "GA",
    arrivedOn: "2026-12-01",
    post: "售前工程师",
    phone: "13900000001",
  };
  const file = (name, headings, ...lines) => {
    const path = join(folder, name);
    writeFileSync(path, [headings, ...lines].join("\n"));
    return path;
  };
  const give = async (path) => {
    const field = page.getByLabel("把 Excel 或 CSV 表格拖到这里");
    await field.fill(path);
    await field.press("Enter");
  };
  const counts = async (...expected) => {
    for (const count of expected) await page.locator(".ant-segmented-item").filter({ hasText: count }).waitFor();
  };

  await page.locator(".ant-segmented-item").filter({ hasText: "人员" }).click();
  const changed = { ...moved, post: "首席售前架构师" };
  const path = file("人员.csv", HEADINGS, line({ ...newcomer, arrivedOn: "12月1号" }), line(changed), line(same));
  await give(path);
  await says("文件里有不对的地方，什么也没有导入。");
  await says("需要改正的格子（1）");
  const bad = row("12月1号");
  assert.match(await bad.innerText(), /2[\s\S]*到岗日期/);
  await look("2-bad-cells");
  await page.getByRole("button", { name: "保存带问题说明的 Excel" }).click();
  await saveAs("人员-问题.xlsx");

  file("人员.csv", HEADINGS, line(newcomer), line(changed), line(same));
  await button("重新检查").click();
  await says("检查通过：读到 3 行，导入后将新增或更新 2 行。");
  await counts("新增 1", "修改 1", "不变 1");
  const cell = row(changed.name);
  assert.equal(await cell.locator("del").innerText(), moved.post);
  assert.equal(await cell.locator("ins").innerText(), changed.post);
  await look("2-preview");
  await button("导入").click();
  await says("已导入：3 行，其中新增或更新 2 行。");
  await button("再导入一个").click();

  const foreign = "员工编号,名字,部门代码,入职日期";
  const other = (n) => file(`花名册${n}.csv`, foreign, `QT910${n},高远,GA,2026-12-01`);
  await give(other(1));
  await says("有些列名对不上，请指定它们是什么");
  await look("2-columns");
  await button("按此对应重新检查").click();
  await says("检查通过：读到 1 行，导入后将新增或更新 1 行。");
  await counts("新增 1");
  await button("换一个文件").click();
  await give(other(2));
  await says("已按记住的 4 个列名对应读取");
  await says("检查通过：读到 1 行，导入后将新增或更新 1 行。");
  await look("2-remembered");
}

/** 备份与校验: the plan, a backup by hand, its restoration beside, the ledger checked. */
export async function keeping({ page, folder, call, button, dialog, signIn, says, look, saveAs }) {
  const [first, second] = ["备份 一", "备份 二"].map((name) => join(folder, name));
  for (const place of [first, second]) mkdirSync(place);
  await signIn("admin", "/settings/backup");
  await button("设置自动备份").click();
  const form = dialog("设置自动备份");
  await form.getByLabel("第一个位置").fill(join(folder, "演示", "备份"));
  await form.getByLabel("第二个位置").fill(second);
  await form.getByRole("button", { name: "设置自动备份" }).click();
  await form.getByRole("alert").waitFor();
  await look("3-plan-refused");
  await form.getByLabel("第一个位置").fill(first);
  await form.getByRole("button", { name: "设置自动备份" }).click();
  await says("备份计划已保存");
  // What is due is done at once.
  await page.getByText("保留了 1 份").nth(1).waitFor();
  await button("现在备份到这些位置").click();
  await says("已备份到 2 个位置");
  await page.getByText("保留了 2 份").nth(1).waitFor();
  for (const place of [first, second])
    assert.equal(readdirSync(place).filter((name) => name.endsWith(".hqbak")).length, 2);
  await look("3-plan");

  await button("备份到文件…").click();
  const backup = await saveAs("手工备份.hqbak");
  await says("备份已完成，并已读回核对无误");
  await page.getByLabel("备份文件").fill(backup);
  await says("备份完好，可以恢复");
  const beside = join(folder, "恢复 出来");
  await page.getByLabel("恢复到（新的空文件夹）").fill(beside);
  await look("3-restore");
  await button("恢复").click();
  await says(`恢复在 ${beside}。`);
  assert.ok(readdirSync(beside).includes("ledger.sqlite3"));
  await button("开始校验").click();
  await says(/账本完好：\d+ 条操作日志、\d+ 个附件全部相符。/);
  await page.getByText("账本完好").scrollIntoViewIfNeeded();
  await look("3-verified");
}

/** 日历, 规则与合同. */
export async function calendarAndRules({ page, button, dialog, signIn, open, says, row, sure, tab, choose, look }) {
  await signIn("admin", "/settings/calendar");
  await says("11月有 21 个工作日");
  await page.locator('td[title="2026-11-25"]').click();
  const form = dialog("登记放假或补班");
  await form.getByLabel("名称").fill("省运会");
  await form.getByRole("button", { name: "添加" }).click();
  await says("日历已保存");
  await says("11月有 20 个工作日");
  await look("4-calendar");
  await row("2026-11-25").getByRole("button", { name: "删除" }).click();
  await sure("删除");
  await says("2026-11-25 已恢复为普通日");
  await says("11月有 21 个工作日");

  await open("/settings/rules");
  await button("发布新版").click();
  const drawer = page.getByRole("dialog", { name: "发布新版评分表" });
  await drawer.getByLabel("满分", { exact: true }).nth(0).fill("8");
  await drawer.getByRole("button", { name: "发布新版" }).click();
  await drawer.getByRole("alert").filter({ hasText: "100" }).waitFor();
  await look("4-rubric-refused");
  await drawer.getByLabel("满分", { exact: true }).nth(1).fill("17");
  await drawer.getByRole("button", { name: "发布新版" }).click();
  await says("新版已发布，从2027年第一季度起适用");
  await drawer.waitFor({ state: "hidden" });
  await choose(page.getByLabel("与哪一版对比…"), "第 1 版（最初）");
  assert.deepEqual(await page.locator(".ant-table-row mark").allInnerTexts(), ["10 分", "8 分", "15 分", "17 分"]);
  await look("4-compared");
  await tab("合同");
  assert.match(await row("2026年第四季度").innerText(), /未审定\s+¥1,200,000\.00/);
  await look("4-contract");
}

/** 操作日志: further back, by what was done, by day, by words. */
export async function journal({ page, button, signIn, says, row, look }) {
  await signIn("jiandu", "/settings/journal");
  await says("最近 200 条");
  await button("再看更早的").click();
  await says("最近 400 条");

  await page.getByLabel("办了什么").pressSequentially("登记付款");
  await page.getByLabel("办了什么").press("Enter");
  await page.keyboard.press("Escape");
  await says("共 3 条");
  // The count is there first, the rows follow it.
  await page.locator(".ant-table-row").nth(3).waitFor({ state: "detached" });
  await row("2026-11-20").getByRole("button", { name: "详情" }).click();
  const details = page.getByRole("dialog", { name: "登记付款" });
  await details.getByText("FK-2026-117").waitFor();
  await look("8-details");
  await details.getByRole("button", { name: "关闭" }).click();
  await details.waitFor({ state: "hidden" });

  for (const end of ["开始日期", "结束日期"]) {
    await page.getByPlaceholder(end).fill("2026-07-01");
    await page.getByPlaceholder(end).press("Enter");
  }
  await says("共 2 条");
  await page.getByLabel("查找单位、姓名、工号、内容…").fill("700000");
  await says("共 1 条");
  await look("8-found");
  await page.getByLabel("查找单位、姓名、工号、内容…").fill("没有这样的内容");
  await says("没有符合条件的记录。请放宽筛选。");
}
