// How long until the first screen is there: the desktop program without a ledger, with the demo year and with a hundred times
// its people, against the same shell around an empty page, in turn in one run. Aim: at most 1.5 times.
// usage: node benches/window.mjs DESKTOP_BINARY EMPTY_BINARY COMMAND_LINE_BINARY
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { endAll, openWindow, startDriver } from "../tests/desktop/driver.mjs";

const RUNS = 7;
const AIM = 1.5;
const PASSWORD = "correct horse";
const UNITS = 24;
/** The demo year has about 120 engineers. */
const PEOPLE = 12_000;
const MONTHS = ["07", "08", "09"].map((month) => `2026-${month}`);

const [ours, empty, huiqian] = process.argv.slice(2).map((path) => resolve(path));
assert.ok(huiqian, "usage: window.mjs DESKTOP_BINARY EMPTY_BINARY COMMAND_LINE_BINARY");
const scratch = mkdtempSync(join(tmpdir(), "huiqian-window-"));

/** A home whose ledger, if any, lies where the window looks first. */
function home(name) {
  const folder = join(scratch, name);
  mkdirSync(join(folder, "data", "huiqian"), { recursive: true });
  return [folder, join(folder, "data", "huiqian", "ledger")];
}

function crowd(ledger) {
  const code = (n) => (n === 0 ? "ZQ" : n === 1 ? "ZK" : `C${n}`);
  const table = (name, lines) => {
    const path = join(scratch, name);
    writeFileSync(path, `${lines.join("\n")}\n`);
    return path;
  };
  const all = (length, line) => Array.from({ length }, (_, n) => line(n));
  const act = (...args) =>
    execFileSync(huiqian, [...args, "--ledger", ledger, "--as", "admin"], {
      env: { ...process.env, HUIQIAN_PASSWORD: PASSWORD },
      stdio: ["ignore", "ignore", "inherit"],
    });
  const units = all(UNITS, (n) => `${code(n)},第${n}单位,${n < 2 ? "省级" : "市州"}`);
  const org = table("units.csv", ["单位代码,单位名称,类别", ...units]);
  act("init", "--role", "province", "--unit", "ZQ", "--admin", "admin", "--org", org);
  const people = all(PEOPLE, (n) => `P${n},测速${n},${code(n % UNITS)},2026-01-01`);
  act("import", "people", table("people.csv", ["工号,姓名,单位代码,到岗日期", ...people]));
  for (const month of MONTHS) {
    const scores = all(PEOPLE, (n) => `${month},${code(n % UNITS)},P${n},${60 + (n % 40)}`);
    act("import", "assessments", table("scores.csv", ["月份,单位代码,工号,得分", ...scores]));
  }
}

/** Milliseconds from starting the program until its page shows what it is to show first. */
async function first(port, binary, filled) {
  const started = performance.now();
  const window = await openWindow(port, binary);
  await window.executeAsync((selector, done) => {
    const look = () => {
      if (document.readyState === "complete" && document.querySelector(selector) !== null) {
        requestAnimationFrame(() => requestAnimationFrame(() => done(1)));
      } else setTimeout(look, 2);
    };
    look();
  }, filled);
  const taken = performance.now() - started;
  await window.deleteSession();
  return taken;
}

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

try {
  const [bare] = home("bare");
  const [demo, demoLedger] = home("demo");
  execFileSync(huiqian, ["demo", demoLedger], { stdio: ["ignore", "ignore", "inherit"] });
  const [many, manyLedger] = home("many");
  crowd(manyLedger);
  // Each has its own data folder and therefore its own driver.
  const cases = [
    ["an empty window", empty, bare, "body"],
    ["no ledger yet", ours, bare, "main button, form button"],
    ["the demo year", ours, demo, "#signIn_password"],
    [`${PEOPLE} people, ${PEOPLE * MONTHS.length} scores`, ours, many, "#signIn_password"],
  ];
  const jobs = [];
  for (const [name, binary, folder, filled] of cases) {
    const { port } = await startDriver(folder);
    await first(port, binary, filled);
    jobs.push({ name, times: [], measure: () => first(port, binary, filled) });
  }
  for (let run = 0; run < RUNS; run += 1) {
    for (const job of jobs) job.times.push(await job.measure());
  }
  const peer = median(jobs[0].times);
  console.log("the first screen, from starting the program");
  console.log(`  ${jobs[0].name}: ${peer.toFixed(0)} ms`);
  for (const { name, times } of jobs.slice(1)) {
    const ratio = median(times) / peer;
    const met = ratio <= AIM ? "met" : "NOT MET";
    const load = loadavg()[0].toFixed(2);
    console.log(`  ${name}: ${median(times).toFixed(0)} ms`);
    console.log(`  ratio ${ratio.toFixed(3)}, aim at most ${AIM.toFixed(3)}: ${met} (load ${load})`);
  }
} finally {
  endAll();
  rmSync(scratch, { recursive: true, force: true });
}
