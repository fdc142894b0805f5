// Closing the window: with a plan that wants it, a backup lies in both places before the program has ended.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ended, PATIENCE } from "./driver.mjs";
import { hands } from "./hands.mjs";

const ASK = fileURLToPath(new URL("ask_to_close.py", import.meta.url));

/** Sets the plan and closes the window, which ends the program; its driver is of no use afterwards. */
export async function closing(window, { binary, display, folder, screens }) {
  const { press, fill, told, shoot } = hands(window, screens);
  const choose = async (selector) => {
    const found = await window.$(selector);
    await found.waitForClickable({ timeout: PATIENCE });
    await found.click();
  };
  const places = ["备份 一", "备份 二"].map((name) => join(folder, name));
  // Only a folder that is there is taken for a place: a drive that is not plugged in has none.
  for (const place of places) mkdirSync(place);
  await choose('//*[@role="menuitem"][contains(.,"设置")]');
  await choose('//*[@role="menuitem"][contains(.,"备份与校验")]');
  await press("设置自动备份");
  const form = '//div[@role="dialog"]';
  await fill(form, "第一个位置", places[0]);
  await fill(form, "第二个位置", places[1]);
  await choose(`${form}//label[contains(.,"不自动备份")]`);
  await choose(`${form}//button[normalize-space()="设置自动备份"]`);
  await told("备份计划已保存");
  await shoot("11-plan");

  execFileSync(process.env.PYTHON_TOOLS ?? "python3", [ASK, "慧签"], {
    env: { ...process.env, DISPLAY: display },
    stdio: "inherit",
  });
  await ended(binary, display);
  for (const place of places) {
    const kept = readdirSync(place);
    assert.equal(kept.filter((name) => name.endsWith(".hqbak")).length, 1, `${place}: ${kept}`);
  }
}

/** The program started again asks who one is, for the ledger it had open. */
export async function reopened(window, { folder, screens }) {
  await window.$("#signIn_password").waitForDisplayed({ timeout: PATIENCE });
  // The ledger that was open before.
  await window.$(`//main//p[contains(.,"${folder}")]`).waitForDisplayed({ timeout: PATIENCE });
  await hands(window, screens).shoot("12-again");
}
