// 设置 → 工单类型 in Chromium: a unit's own type copied from another, with a field, a condition and steps, put in order,
// changed, withdrawn.
// usage: node tests/browser/ticket_types.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";
const PLACE = "/settings/ticketTypes";
const NAME = "专线与云资源一体化组网方案（含现场查勘、点位核对和割接配合）";

async function walk({ page, url, folder, look, call }) {
  const dialog = (name) => page.getByRole("dialog", { name });
  const gone = (name) => dialog(name).waitFor({ state: "hidden" });
  const button = (name) => page.getByRole("button", { name, exact: true });
  const choose = async (box, text) => {
    await box.click();
    await page
      .locator(".ant-select-item-option")
      .filter({ hasText: text, visible: true })
      .first()
      .click();
  };
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  await call("signIn", { account: "jingban", password: PASSWORD });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();
  await page.evaluate((at) => {
    location.hash = at;
  }, PLACE);
  await page.getByText("程序自带").first().waitFor();
  await look("1-common");

  const [unit] = (await call("units", {})).filter(
    ({ group }) => group === "city",
  );
  await choose(page.getByLabel("适用单位"), unit.name);
  await button("复制类型：方案编制").click();
  const copy = dialog("复制类型：方案编制");
  await copy.getByLabel("类型名称").fill(NAME);
  await copy.getByLabel("完成天数（工作日）").fill("4");
  const fields = copy.getByRole("region", { name: "字段" });
  await fields.getByRole("button", { name: "增加字段" }).click();
  const steps = copy.getByRole("region", { name: "步骤" });
  for (const step of ["画组网图", "现场查勘"]) {
    await steps.getByRole("button", { name: "增加步骤" }).click();
    await steps.getByLabel("名称").last().fill(step);
  }
  await button("上移：步骤第 2 项").click();
  // A field without a name is pointed at, and nothing of the rest is lost.
  await copy.getByRole("button", { name: "保存类型" }).click();
  await fields.getByText("请填写").waitFor();
  await fields.getByLabel("名称").last().fill("点位数");
  await choose(fields.getByLabel("填写方式").last(), "数字");
  await choose(fields.getByLabel("只在以下情况需要").last(), "涉及专线");
  await choose(fields.getByLabel("选了").last(), "是");
  await page.keyboard.press("Escape");
  await look("2-copy");
  await copy.getByRole("button", { name: "保存类型" }).click();
  await gone("复制类型：方案编制");
  const own = async () =>
    (await call("ticketTypes", { unit: unit.code })).find((known) => known.own);
  await page.getByText(NAME).first().waitFor();
  const made = (await own()).body;
  assert.deepEqual(
    made.steps.map(({ label }) => label),
    ["现场查勘", "画组网图"],
  );
  assert.deepEqual(made.fields.at(-1).when, { field: "leasedLines", is: ["yes"] });
  assert.equal(made.days, 4);

  await button(`修改类型：${NAME}`).click();
  const change = dialog(`修改类型：${NAME}`);
  const records = change.getByRole("region", { name: "记录" });
  await records.getByLabel("至少几条").first().fill("2");
  await change.getByRole("button", { name: "保存类型" }).click();
  await gone(`修改类型：${NAME}`);
  await page.getByText("第 2 版").waitFor();
  await look("3-own");
  assert.equal((await own()).body.records[0].atLeast, 2);

  await button(`停用类型：${NAME}`).click();
  await dialog(`停用类型：${NAME}`)
    .getByRole("button", { name: "停用", exact: true })
    .click();
  await gone(`停用类型：${NAME}`);
  await page.getByText(NAME).first().waitFor({ state: "hidden" });
  assert.equal(await own(), undefined);
  return unit.name;
}

console.log(
  `ticket types: ${await onStage(process.argv.slice(2), walk)} copies, changes and withdraws one`,
);
