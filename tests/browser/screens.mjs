// Every screen of the demo year as an administrator and as a unit's account, in both themes, both languages and two sizes,
// looked at by axe; an empty ledger's first screens; and every screen once more with units and people of very long names. The
// pictures are for people.
// usage: node tests/browser/screens.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const SCREENS = [
  "/",
  "/scoring?month=2026-10",
  "/tickets",
  "/opportunities",
  "/customers",
  "/find?words=支撑",
  "/board",
  "/attendance?month=2026-10",
  "/objections",
  "/settlement",
  "/certification",
  "/certification/QT0001",
  ...["", "/board", "/statistics", "/week"].map((view) => `/tickets${view}`),
  "/received",
  "/people",
  "/people/QT0001",
  "/import",
  ...["units", "parties", "accounts", "rules", "standard", "terms", "ticketTypes", "calendar", "backup", "journal", "personal", "password", "computer", "about"].map(
    (section) => `/settings/${section}`,
  ),
];
const TABS = { "/settlement": ["办理", "试算", "报告与签署", "开票与付款", "历史"] };

const nameOf = (path) => path.replace(/^\//, "").replace(/\?.*/, "").replaceAll("/", "-") || "workbench";

/** Longer than any name on record. */
const LONGEST = 40;

/** The names of all units and people drawn out, by importing both lists with them. */
async function lengthen(call, folder) {
  const long = (name) => `${name}（${"售前支撑服务用人单位与人员名称很长".repeat(3)}`.slice(0, LONGEST - 1) + "）";
  const groups = { provincial: "省级", city: "市州" };
  const units = (await call("units", {})).map(({ code, name, group, manager }) =>
    [code, long(name), groups[group], manager === null ? "" : long(manager)].join(","),
  );
  const people = (await call("people", { limit: 10_000 })).lines.map(({ staffNo, name, unit, arrivedOn, leftOn, post, phone }) =>
    [staffNo, long(name), unit, arrivedOn, leftOn ?? "", post === null ? "" : long(post), phone ?? ""].join(","),
  );
  const tables = {
    units: ["单位代码,单位名称,类别,负责人", ...units],
    people: ["工号,姓名,单位代码,到岗日期,离岗日期,岗位,手机", ...people],
  };
  for (const [kind, lines] of Object.entries(tables)) {
    const path = join(folder, `${kind}.csv`);
    writeFileSync(path, lines.join("\n"));
    await call("importSheet", { kind, path, map: null, dryRun: false });
  }
}

/** What was clicked has been drawn, and nothing is being waited for. */
async function settled(page) {
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  await page.locator("[aria-busy=true], .ant-skeleton, .ant-spin-spinning").first().waitFor({ state: "hidden" });
  await page.waitForFunction(() => document.querySelector(".ant-layout-content .ant-skeleton") === null);
}

async function walk({ page, url, folder, look, call }) {
  await page.goto(url, { waitUntil: "commit" });
  await page.getByRole("button", { name: "新建账本", exact: true }).click();
  await page.getByLabel(/管理员账号|账号/).first().waitFor();
  await look("0-new-ledger");
  const demo = join(folder, "demo");
  const made = await call("makeDemo", { dir: demo });
  const password = made.accounts[0].password;
  const enter = async (account) => {
    await call("signIn", { account, password });
    await page.reload({ waitUntil: "commit" });
    await page.getByRole("navigation", { name: /主菜单|Main menu/ }).waitFor();
  };
  const show = async (path) => {
    await page.evaluate((at) => {
      location.hash = at;
    }, path);
    await page.locator(`[data-at="${path.replace(/\?.*/, "")}"]`).waitFor();
    await settled(page);
  };

  await enter("admin");
  for (const path of SCREENS) {
    await show(path);
    await look(`admin-${nameOf(path)}`);
    for (const tab of TABS[path] ?? []) {
      await page.getByRole("tab", { name: tab, exact: true }).click();
      await settled(page);
      await look(`admin-${nameOf(path)}-${tab}`);
    }
  }
  // 帮助 and 搜索 lie over any screen.
  await page.getByRole("button", { name: "帮助" }).click();
  await page.getByRole("dialog").getByRole("heading").first().waitFor();
  await look("admin-help", { sizes: [{ width: 1280, height: 800 }] });
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder(/输入页面/).fill("成都");
  await page.getByRole("option", { name: /成都分公司/ }).first().waitFor();
  await look("admin-search", { sizes: [{ width: 1280, height: 800 }] });
  await page.keyboard.press("Escape");

  await call("signOut", {});
  await enter("gl-cd");
  for (const path of ["/", "/scoring?month=2026-11", "/board", "/attendance?month=2026-10", "/objections", "/settlement"]) {
    await show(path);
    await look(`unit-${nameOf(path)}`, { themes: ["light"] });
  }

  await page.evaluate(() => localStorage.setItem("language", "en"));
  await call("signOut", {});
  // Somebody who may see them all: others are led away from some, which a quick look may miss.
  await enter("admin");
  for (const path of SCREENS) {
    await show(path);
    await look(`english-${nameOf(path)}`, { themes: ["light"], sizes: [{ width: 1024, height: 680 }] });
  }

  await page.evaluate(() => localStorage.setItem("language", "zh-CN"));
  await lengthen(call, folder);
  await call("signOut", {});
  await enter("admin");
  for (const path of ["/", "/scoring?month=2026-10", "/scoring?month=2026-11", "/board", "/attendance?month=2026-10", "/objections", "/settlement", "/certification", "/certification/QT0001", "/people", "/people/QT0001"]) {
    await show(path);
    await look(`long-${nameOf(path)}${/-\d\d$/.exec(path)?.[0] ?? ""}`, { themes: ["light"] });
    for (const tab of TABS[path] ?? []) {
      await page.getByRole("tab", { name: tab, exact: true }).click();
      await settled(page);
      await look(`long-${nameOf(path)}-${tab}`, { themes: ["light"] });
    }
  }
  for (const section of ["units", "accounts", "journal", "personal"]) {
    await show(`/settings/${section}`);
    await look(`long-${section}`, { themes: ["light"] });
  }
}

await onStage(process.argv.slice(2), walk);
console.log("every screen was shown, fits its window, and axe finds no grave fault");
