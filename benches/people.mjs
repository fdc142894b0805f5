// Of 人员 and 考勤: how long the page of an engineer with ten years of data takes to open, and how a month's grid of 200
// people scrolls, each against the browser doing the bare thing with a plain table in the same page.
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";

const UNIT = "TF";
const OLD = "TEN";
/** One of the grid's people: ten weeks. */
const FEW = "Z000";
const YEARS = 10;
/** The demo year's today is in November 2026. */
const LAST = 2026;
const GRID_MONTH = "2026-10";
const GRID_PEOPLE = 200;
const RUNS = 7;
/** How long the pointer is upon a name before it is pressed, and how long it is pressed, ms. */
const HAND = 100;
const PRESS = 80;
/** Nothing changes for so long: the page is whole, ms. */
const REST = 400;
/** What the page of a person may take, ms; frames that a grid is to show in a second. Printed, not failed on. */
const OPENED = 100;
const FRAMES = 60;

const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

/** Working days of a year, near enough: Monday to Friday. */
function weekdays(year) {
  const days = [];
  for (
    let day = new Date(Date.UTC(year, 0, 1));
    day.getUTCFullYear() === year;
    day.setUTCDate(day.getUTCDate() + 1)
  )
    if (day.getUTCDay() % 6 !== 0) days.push(day.toISOString().slice(0, 10));
  return days;
}

/** Ten years of one engineer: punches of every day, a score of every month before the contract, notes, papers; and the grid's people. */
async function settle({ call, folder }) {
  const path = join(folder, "bench.csv");
  const take = async (kind, lines) => {
    writeFileSync(path, `${lines.join("\n")}\n`);
    await call("importSheet", { kind, path, map: null, dryRun: false });
  };
  const grid = Array.from(
    { length: GRID_PEOPLE },
    (_, n) => `Z${String(n).padStart(3, "0")},某某${n},${UNIT},2026-09-01`,
  );
  await take("people", [
    "工号,姓名,单位代码,到岗日期",
    `${OLD},端木十年,${UNIT},${LAST - YEARS}-01-01`,
    ...grid,
  ]);
  const years = Array.from({ length: YEARS + 1 }, (_, n) => LAST - YEARS + n);
  // What the demo year has reviewed takes no more punches, and no scores.
  const upTo = (day) => day < `${LAST}-07-01`;
  for (const year of years) {
    const days = weekdays(year).filter(upTo);
    await take("attendance", [
      "工号,日期,上班,下班",
      ...days.map(
        (day, n) => `${OLD},${day},${n % 9 ? "08:25" : "08:47"},18:02`,
      ),
    ]);
    if (year === LAST) continue;
    const months = Array.from(
      { length: 12 },
      (_, n) => `${year}-${String(n + 1).padStart(2, "0")}`,
    );
    await take("assessments", [
      "月份,单位代码,工号,得分",
      ...months.map((month, n) => `${month},${UNIT},${OLD},${80 + (n % 20)}`),
    ]);
    for (const month of months)
      await call("noteWork", {
        staffNo: OLD,
        on: `${month}-15`,
        text: "按时交付方案，客户满意。",
      });
  }
  const scan = join(folder, "signed.pdf");
  writeFileSync(scan, "%PDF-1.4\n");
  for (const kind of ["letter", "agreement", "pledge"])
    await call("filePaper", {
      staffNo: OLD,
      kind,
      number: "N1",
      signedOn: `${LAST - YEARS}-01-01`,
      scan,
    });
}

/**
 * Watches a page being opened, ms since the click: `first`, until the window shows what it goes on showing, with its data and
 * painted; `all`, until the parts below it stand as well. The clock begins with the event itself, before the page hears of it.
 */
function watch(rest) {
  let begun = null;
  window.addEventListener("click", ({ timeStamp }) => (begun = timeStamp), {
    capture: true,
    once: true,
  });
  window.addEventListener(
    "popstate",
    ({ timeStamp }) => (begun ??= timeStamp),
    { once: true },
  );
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = done;
      requestAnimationFrame(() => port2.postMessage(null));
    });
  const inWindow = (part) => {
    const { top, bottom } = part.getBoundingClientRect();
    return top < window.innerHeight && bottom > 0;
  };
  const state = () => {
    const cards = [
      ...document.querySelectorAll("[data-at^='/people/'] .ant-card"),
    ];
    const waits = document.querySelector(
      "[data-at^='/people/'] :is(.ant-skeleton, .ant-spin-spinning, [aria-busy=true])",
    );
    const told = (parts) => parts.map(({ textContent }) => textContent).join();
    return {
      busy: waits !== null || cards.length < 3,
      first: told(cards.filter(inWindow)),
      all: told(cards),
    };
  };
  return (async () => {
    const changed = { first: 0, all: 0 };
    let before = {};
    for (let now = 0; before.busy !== false || now - changed.all < rest; ) {
      const seen = new Promise((later) =>
        requestAnimationFrame(() => later(state())),
      );
      await painted();
      if (begun === null) continue;
      now = performance.now() - begun;
      const after = await seen;
      for (const part of ["first", "all"])
        if (after[part] !== before[part]) changed[part] = now;
      before = after;
    }
    return changed;
  })();
}

/** From a click on the name in the list: the pointer comes upon it a moment before, as a hand does. */
async function opened(page, staffNo) {
  await page.evaluate(() => {
    location.hash = "/people";
  });
  const link = page.locator(
    `[data-at="/people"] a[href$="/people/${staffNo}"]`,
  );
  await page.locator(".ant-input-search input").fill(staffNo);
  await link.waitFor();
  await page.getByText("找到 1 条").waitFor();
  const watched = page.evaluate(watch, REST);
  await link.hover();
  await page.waitForTimeout(HAND);
  await link.click({ delay: PRESS });
  return watched;
}

/** By its address, as from a search or a bookmark: nothing was read ahead. */
async function openedByAddress(page, staffNo) {
  const watched = page.evaluate(watch, REST);
  await page.evaluate((at) => {
    location.hash = at;
  }, `/people/${staffNo}`);
  return watched;
}

/** Opens a page in a browser's context of its own, where nothing of a person's page was ever drawn. */
async function firstIn(page, url, open, staffNo) {
  const context = await page
    .context()
    .browser()
    .newContext({ viewport: page.viewportSize() });
  try {
    const fresh = await context.newPage();
    await fresh.goto(`${url.replace(/\/$/, "")}/#/people`);
    await fresh
      .locator('[data-at="/people"] .ant-table-row a')
      .first()
      .waitFor();
    await fresh.waitForTimeout(REST * 2);
    return await open(fresh, staffNo);
  } finally {
    await context.close();
  }
}

function told(name, times) {
  const said = (part) => {
    const all = times.map((one) => one[part]);
    return `${median(all).toFixed(0)} ms (worst ${Math.max(...all).toFixed(0)})`;
  };
  console.log(`  ${name}: ${said("first")}, all of it ${said("all")}`);
}

/** Processor time that the page's thread has taken so far, ms. */
async function clockOf(page) {
  const session = await page.context().newCDPSession(page);
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await session.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration").value * 1000;
  };
}

/** Scrolls a box from its top to its end and back, three rows a frame: frames a second, and processor time of one. */
async function scrolled(page, selector, clock) {
  const before = await clock();
  const { count, taken } = await page.evaluate(async (where) => {
    const box = document.querySelector(where);
    const drawn = () => new Promise((later) => requestAnimationFrame(later));
    await drawn();
    const begun = performance.now();
    let count = 0;
    for (const way of [1, -1]) {
      const end = box.scrollHeight - box.clientHeight;
      for (let gone = 0; gone < end; gone += 90) {
        box.scrollTop = way === 1 ? gone : end - gone;
        await drawn();
        count += 1;
      }
    }
    return { count, taken: performance.now() - begun };
  }, selector);
  return {
    rate: (count / taken) * 1000,
    cost: ((await clock()) - before) / count,
  };
}

/** A plain table with as many rows and columns as the grid, in a box of its size. */
const plain = (page, rows) =>
  page.evaluate((count) => {
    const ground = document.body.appendChild(document.createElement("div"));
    ground.id = "bench-plain";
    ground.style.cssText =
      "position:fixed;inset:100px 100px 200px 200px;overflow:auto;background:white;z-index:9";
    const row = `<tr>${'<td style="min-width:48px;height:30px">√</td>'.repeat(39)}</tr>`;
    ground.innerHTML = `<table>${row.repeat(count)}</table>`;
    void ground.offsetHeight;
  }, rows);

/** Brings the people in, and looks at them as their unit's manager. */
export async function measurePeople({
  page,
  url,
  call,
  folder,
  show,
  password,
}) {
  const load = () => loadavg()[0]?.toFixed(1);
  await call("signIn", { account: "admin", password });
  await settle({ call, folder });
  await call("signIn", { account: "gl-tf", password });
  await page.reload({ waitUntil: "commit" });
  await show("/people");
  const [cold, address, coldFew, few, many] = [[], [], [], [], []];
  for (let run = 0; run < RUNS; run += 1) {
    cold.push(await firstIn(page, url, opened, OLD));
    coldFew.push(await firstIn(page, url, opened, FEW));
    address.push(await firstIn(page, url, openedByAddress, OLD));
  }
  // Ten years against the day before yesterday: what the years cost.
  for (const staffNo of [FEW, OLD]) await opened(page, staffNo);
  for (let run = 0; run < RUNS; run += 1) {
    few.push(await opened(page, FEW));
    many.push(await opened(page, OLD));
  }
  const ratio =
    median(many.map(({ first }) => first)) /
    median(few.map(({ first }) => first));
  console.log(
    `person's page, from the click until the window shows it (load ${load()}); asked for: under ${OPENED} ms`,
  );
  told(`first of a session, ${YEARS} years`, cold);
  told("first of a session, ten weeks", coldFew);
  told(`first of a session, ${YEARS} years, by its address`, address);
  told(`opened before, ${YEARS} years`, many);
  told("opened before, ten weeks", few);
  console.log(`  ten years to ten weeks: ${ratio.toFixed(2)}`);

  await show(`/attendance?month=${GRID_MONTH}`);
  await page.locator(".attendance-row").first().waitFor();
  const clock = await clockOf(page);
  const [ours, peer] = [[], []];
  for (let run = 0; run < RUNS; run += 1) {
    ours.push(await scrolled(page, ".attendance", clock));
    await plain(page, GRID_PEOPLE);
    peer.push(await scrolled(page, "#bench-plain", clock));
    await page.evaluate(() => document.querySelector("#bench-plain").remove());
  }
  const said = (all) => {
    const [rate, cost] = ["rate", "cost"].map((key) =>
      median(all.map((one) => one[key])),
    );
    return `${rate.toFixed(0)} frames a second, ${cost.toFixed(1)} ms of the processor each`;
  };
  console.log(
    `a month's grid of ${GRID_PEOPLE} people, scrolled (load ${load()}); asked for: ${FRAMES} frames a second`,
  );
  console.log(`  a plain table of as many cells: ${said(peer)}`);
  console.log(`  the grid: ${said(ours)}`);
}
