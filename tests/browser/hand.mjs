// What a person's hand does on the page, for the walks through the demo year.
import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";

const PASSWORD = "huiqian-demo";

export function handOf({ page, url, folder, look, call }) {
  const button = (name) => page.getByRole("button", { name, exact: true });
  const dialog = (name) => page.getByRole("dialog", { name });
  const go = (path) =>
    page.evaluate((at) => {
      location.hash = at;
    }, path);
  const there = (path) => page.locator(`[data-at="${path.replace(/\?.*/, "")}"]`).waitFor();
  return {
    page,
    folder,
    call,
    button,
    dialog,
    password: PASSWORD,
    look: (name) => look(name, { sizes: [{ width: 1024, height: 680 }] }),
    /** Another person sits down at the desk, on the screen they came for. */
    signIn: async (account, path) => {
      await call("signIn", { account, password: PASSWORD });
      await page.goto("about:blank");
      await page.goto(`${url}#${path}`, { waitUntil: "commit" });
      await there(path);
    },
    open: async (path) => {
      await go(path);
      await there(path);
    },
    tab: (name) => page.getByRole("tab", { name, exact: true }).click(),
    says: (text) => page.getByText(text).first().waitFor(),
    /** Whatever says so stands in a row of a list. */
    row: (text) => page.locator(".ant-table-row").filter({ hasText: text }),
    choose: async (field, option) => {
      await field.click();
      await page.locator(".ant-select-item-option").filter({ hasText: option, visible: true }).first().click();
    },
    /** The bubble that asks once more. */
    sure: (name) => page.getByRole("tooltip").getByRole("button", { name, exact: true }).click(),
    /** Where a file goes: no file lies there before, and one does afterwards. */
    saveAs: async (name) => {
      const path = join(folder, name);
      assert.ok(!existsSync(path), path);
      const asked = page.getByRole("dialog").filter({ has: button("保存") });
      await asked.getByRole("textbox").fill(path);
      await asked.getByRole("button", { name: "保存", exact: true }).click();
      await page.getByText(path).first().waitFor();
      assert.ok(statSync(path).size > 0, path);
      await asked.waitFor({ state: "hidden" });
      return path;
    },
  };
}
