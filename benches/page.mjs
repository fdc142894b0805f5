// How long the page holds its thread: the longest task of each interaction, with one unit of 60 people and a list of 100,000,
// against the browser laying out a plain table of 60 × 20 cells in the same run; then what people.mjs measures.
// usage: node benches/page.mjs HOST_BINARY PAGE_FOLDER
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { onStage } from "../tests/browser/stage.mjs";
import { measurePeople } from "./people.mjs";

const PEOPLE = 60;
const ROWS = 100_000;
const UNIT = "CD";
const MONTH = "2026-11";
/** What people do not notice, ms. Printed, not failed on: a shared machine is slower by turns. */
const LIMIT = 50;
/** Times the peer's processor time that no interaction may take. */
const AIM = 2;

/** Most that the first screen may weigh, bytes gzipped. */
const FIRST = 1.5e6;

const kib = (bytes) => `${Math.round(bytes / 1024)} KiB`;

const PEER = "plain table of 60 × 20 cells";

/** Sums up a trace of Chromium: the longest task on the page's thread between two marks, on the clock and of the processor. */
function longest(trace, names) {
  const events = JSON.parse(trace).traceEvents;
  const marks = events.filter(({ cat }) => cat.includes("blink.user_timing"));
  const thread = marks.find(({ name }) => name === `begin ${names[0]}`);
  const tasks = events.filter(
    ({ name, ph, pid, tid }) => name.endsWith("RunTask") && ph === "X" && pid === thread.pid && tid === thread.tid,
  );
  return names.map((name) => {
    const from = marks.find((mark) => mark.name === `begin ${name}`).ts;
    const to = marks.find((mark) => mark.name === `end ${name}`).ts;
    const within = tasks.filter(({ ts, dur }) => ts + dur > from && ts < to);
    const most = (key) => Math.max(0, ...within.map((task) => task[key] ?? 0)) / 1000;
    return { name, wall: most("dur"), cpu: most("tdur") };
  });
}

/** 60 people of one unit, as a table that `importSheet` takes. */
function people() {
  const lines = Array.from(
    { length: PEOPLE },
    (_, n) => `B${String(n).padStart(4, "0")},测速${n},${UNIT},2026-10-08,,,`,
  );
  return `工号,姓名,单位代码,到岗日期,离岗日期,岗位,手机\n${lines.join("\n")}\n`;
}

/** Very many people, as such a table. They left before the demo year, so that they stand in no sheet and no settlement. */
function crowd() {
  const lines = Array.from(
    { length: ROWS },
    (_, n) => `B${n},${"赵钱孙李"[n % 4]}${n},${UNIT},2024-01-01,2024-06-30,售前支撑,`,
  );
  return `工号,姓名,单位代码,到岗日期,离岗日期,岗位,手机\n${lines.join("\n")}\n`;
}

/** What the page has fetched so far, as a server would send it, bytes. */
function weigh(page) {
  const sizes = [];
  page.on("response", (response) => {
    if (!/\/(call|progress|cancel)$/.test(response.url()))
      sizes.push(
        response.body().then(
          (body) => gzipSync(body).length,
          () => 0,
        ),
      );
  });
  return async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
}

async function measure({ page, url, folder, call }) {
  const weight = weigh(page);
  const settled = async () => {
    await page.locator("[aria-busy=true], .ant-skeleton, .ant-spin-spinning").first().waitFor({ state: "hidden" });
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 50))));
  };
  page.setDefaultTimeout(120_000);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(url, { waitUntil: "commit" });
  await page.getByRole("button", { name: "看演示", exact: true }).waitFor();
  const signIn = await weight();
  const made = await call("makeDemo", { dir: join(folder, "demo") });
  await call("signIn", {
    account: "admin",
    password: made.accounts[0].password,
  });
  for (const table of [people(), crowd()]) {
    const path = join(folder, "people.csv");
    writeFileSync(path, table);
    await call("importSheet", { kind: "people", path, map: null, dryRun: false });
  }
  await call("signOut", {});
  await call("signIn", {
    account: "jingban",
    password: made.accounts[0].password,
  });
  await page.reload({ waitUntil: "commit" });
  await page.locator('[data-at="/"]').waitFor();
  await settled();
  // The reload has fetched the first part a second time, past the cache or not.
  const workbench = (await weight()) - signIn;
  console.log(
    `first screen, gzipped: sign-in ${kib(signIn)}, workbench with its chart ${kib(workbench)}; at most ${kib(FIRST)}`,
  );
  if (Math.max(signIn, workbench) > FIRST) throw new Error("the first screen is too heavy");
  const show = async (at) => {
    await page.evaluate((path) => {
      location.hash = path;
    }, at);
    await page.locator(`[data-at="${at.replace(/\?.*/, "")}"]`).waitFor();
    await settled();
  };
  const cells = page.locator(".dsg-row .dsg-cell:not(.dsg-cell-gutter):not(.dsg-cell-header)");
  const TABS = ["course", "whatIf", "report", "money", "history"];
  const PLACES = ["/", "/board", "/objections", "/settlement", "/received", "/import", "/settings/units"];
  // Fetching and compiling a screen's own part is not what is measured, nor making its styles.
  for (const at of [...PLACES, "/settings/journal", "/people"]) await show(at);
  for (const tab of ["course", "whatIf", "report", "money", "history"]) await show(`/settlement?tab=${tab}`);
  await show(`/scoring?month=${MONTH}`);
  await cells.nth(0).click();
  await page.keyboard.type("1");
  await page.keyboard.press("Enter");
  await cells.nth(0).click();
  await page.locator("#sheet-first-reason").waitFor();
  for (const mode of ["扣分录入", "按项填分"]) await page.getByText(mode, { exact: true }).click();
  await show("/");

  const names = [];
  const timed = async (name, act) => {
    names.push(name);
    await page.evaluate((mark) => void performance.mark(mark), `begin ${name}`);
    await act();
    await settled();
    await page.evaluate((mark) => void performance.mark(mark), `end ${name}`);
  };
  const browser = page.context().browser();
  await browser.startTracing(page, {
    categories: ["toplevel", "blink.user_timing"],
  });

  await timed(PEER, () =>
    page.evaluate(() => {
      const ground = document.body.appendChild(document.createElement("div"));
      const row = `<tr>${"<td><input value='98.5'></td>".repeat(20)}</tr>`;
      ground.innerHTML = `<table>${row.repeat(60)}</table>`;
      void ground.offsetHeight;
      ground.remove();
    }),
  );
  await timed("评分表：打开（60 人）", () => show(`/scoring?month=${MONTH}`));
  await timed("评分表：点一格", () => cells.nth(0).click());
  await timed("评分表：逐格填 30 格", async () => {
    for (let n = 0; n < 30; n += 1) {
      await page.keyboard.type("9");
      await page.keyboard.press("Enter");
    }
  });
  await page.keyboard.press("Control+Home");
  await cells.nth(0).click();
  const columns = await page.locator(".dsg-row-header .dsg-cell").count();
  const block = Array.from({ length: 200 }, () => Array(columns).fill("1").join("\t")).join("\n");
  await page.evaluate((text) => navigator.clipboard.writeText(text), block);
  await timed(`评分表：粘贴 200 行 × ${columns} 列`, () => page.keyboard.press("Control+v"));
  await timed("评分表：撤销", () => page.keyboard.press("Control+z"));
  await timed("评分表：滚到底再滚回", async () => {
    await page.mouse.move(600, 500);
    for (let n = 0; n < 12; n += 1) await page.mouse.wheel(0, 400);
    for (let n = 0; n < 12; n += 1) await page.mouse.wheel(0, -400);
  });
  await timed("评分表：换成扣分录入", () => page.getByText("扣分录入", { exact: true }).click());
  for (const at of PLACES) await timed(`打开 ${at}`, () => show(at));
  await show("/settlement");
  await timed("结算：展开到单位", () => page.getByRole("button", { name: "展开到单位" }).click());
  await timed("结算：展开到月", () => page.getByRole("button", { name: "展开到月" }).click());
  await timed("结算：滚动", async () => {
    await page.mouse.move(600, 600);
    for (let n = 0; n < 12; n += 1) await page.mouse.wheel(0, 600);
  });
  await timed("结算：收起", () => page.getByRole("button", { name: "收起" }).click());
  for (const tab of ["办理", "试算", "报告与签署", "开票与付款", "历史"])
    await timed(`结算：${tab}`, () => page.getByRole("tab", { name: tab, exact: true }).click());
  await timed("操作日志：打开", () => show("/settings/journal"));
  await timed("操作日志：查找", () => page.locator(".ant-input-search input").pressSequentially("成都", { delay: 30 }));
  await timed(`人员：打开（${ROWS} 条）`, () => show("/people"));
  await timed("人员：滚动", async () => {
    await page.mouse.move(700, 500);
    for (let n = 0; n < 20; n += 1) {
      await page.mouse.wheel(0, 3000);
      await settled();
      await page.locator(".ant-btn-loading").waitFor({ state: "hidden" });
    }
  });
  // The answer comes once the typing rests.
  const find = page.locator(".ant-input-search input");
  await timed("人员：查找，打 4 个字", async () => {
    await find.pressSequentially("B999", { delay: 30 });
    await page.getByText("找到 111 条").waitFor();
  });
  await timed("人员：清除查找", async () => {
    await find.fill("");
    await page.getByText("赵0", { exact: true }).waitFor();
  });
  await timed("人员：按工号排序", async () => {
    // The list stands by staff number already: once forwards, once backwards.
    for (let n = 0; n < 2; n += 1) await page.getByRole("columnheader", { name: "工号" }).click();
    await page.getByText("QT0121", { exact: true }).waitFor();
  });
  await timed("搜索：打开", () => page.keyboard.press("Control+k"));
  await timed("搜索：打 4 个字", async () => {
    await page.getByPlaceholder(/输入页面/).pressSequentially("B999", { delay: 30 });
    await page.getByRole("option", { name: /B9990 / }).waitFor();
  });

  const trace = await browser.stopTracing();
  const found = longest(String(trace), names);
  const peer = found[0];
  console.log(`longest task of each interaction, ms (load ${loadavg()[0]?.toFixed(1)}; peer: ${PEER})`);
  console.log("   clock  processor   of peer");
  for (const { name, wall, cpu } of found) {
    const over = cpu > LIMIT ? `  over ${LIMIT} ms` : "";
    const line = [wall.toFixed(0).padStart(8), cpu.toFixed(0).padStart(9), (cpu / peer.cpu).toFixed(1).padStart(9)];
    console.log(`${line.join(" ")}  ${name}${over}`);
  }
  await measurePeople({ page, url, call, folder, show, password: made.accounts[0].password });
  const beyond = found.filter(({ cpu }) => cpu > AIM * peer.cpu);
  if (beyond.length > 0)
    throw new Error(`beyond ${AIM} × the peer: ${beyond.map(({ name }) => name).join("; ")}`);
}

const screens = mkdtempSync(join(tmpdir(), "huiqian-page-"));
await onStage([...process.argv.slice(2, 4), screens], measure);
rmSync(screens, { recursive: true, force: true });
