// Every screen of the demo year as an administrator and as a unit's account, in both themes, both languages and two sizes,
// looked at by axe; and an empty ledger's first screens. The pictures are for people.
// usage: node tests/browser/screens.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const SCREENS = [
  "/",
  "/scoring?month=2026-10",
  "/board",
  "/objections",
  "/settlement",
  "/received",
  "/import",
  ...["units", "people", "parties", "accounts", "rules", "calendar", "backup", "journal", "personal", "password", "computer", "about"].map(
    (section) => `/settings/${section}`,
  ),
];
const TABS = { "/settlement": ["办理", "试算", "报告与签署", "开票与付款", "历史"] };

const nameOf = (path) => path.replace(/^\//, "").replace(/\?.*/, "").replaceAll("/", "-") || "workbench";

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
  for (const path of ["/", "/scoring?month=2026-11", "/board", "/objections", "/settlement"]) {
    await show(path);
    await look(`unit-${nameOf(path)}`, { themes: ["light"] });
  }

  await page.evaluate(() => localStorage.setItem("language", "en"));
  await call("signOut", {});
  await enter("jingban");
  for (const path of SCREENS) {
    await show(path);
    await look(`english-${nameOf(path)}`, { themes: ["light"], sizes: [{ width: 1024, height: 680 }] });
  }
}

await onStage(process.argv.slice(2), walk);
console.log("every screen was shown, fits its window, and axe finds no grave fault");
