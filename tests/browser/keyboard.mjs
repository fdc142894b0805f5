// The main job without a mouse: sign in, find the settlement, look at the report, make it, sign it twice, take it in.
// usage: node tests/browser/keyboard.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

/** More steps than any screen has places to stand on. */
const PLACES = 120;

async function walk({ page, url, folder, call }) {
  const press = (keys) => page.keyboard.press(keys);
  const type = (text) => page.keyboard.type(text);

  /** Goes on by Tab until the place has the focus, which must be seen. */
  const reach = async (place) => {
    await place.waitFor();
    for (let step = 0; step < PLACES; step += 1) {
      const there = await place.evaluate((element) => element === document.activeElement);
      if (there) {
        const seen = await place.evaluate((element) => {
          const ring = (e) => {
            const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(e);
            return (outlineStyle !== "none" && outlineWidth !== "0px") || boxShadow !== "none";
          };
          // Fields show it on the frame around them, radios on the dot beside them.
          const frames = [".ant-input-affix-wrapper", ".ant-select", ".ant-radio-wrapper", ".ant-tabs-tab"];
          const near = [element, element.nextElementSibling, ...frames.map((frame) => element.closest(frame))];
          return near.some((e) => e !== null && ring(e));
        });
        assert.ok(seen, `the focus on ${place} is not seen`);
        return;
      }
      await press("Tab");
    }
    assert.fail(`${place} cannot be reached by Tab`);
  };
  const write = async (field, text) => {
    await reach(field);
    await press("Control+a");
    await type(text);
  };
  const act = async (button) => {
    await reach(button);
    await press("Enter");
  };

  await page.goto(url, { waitUntil: "commit" });
  await page.getByRole("button", { name: "看演示", exact: true }).waitFor();
  const demo = join(folder, "demo");
  const made = await call("makeDemo", { dir: demo });
  await page.reload({ waitUntil: "commit" });

  await write(page.locator("#signIn_account"), "jingban");
  await press("Escape");
  await write(page.getByLabel("密码", { exact: true }), made.accounts[0].password);
  await press("Enter");
  await page.getByText("2026年第三季度报告待双方签署").waitFor();

  await press("Control+k");
  await page.getByPlaceholder(/输入页面/).waitFor();
  await type("结算");
  await page.locator('[role="option"][aria-selected="true"]').filter({ hasText: "结算" }).waitFor();
  await press("Enter");
  await page.getByTestId("sentence").waitFor();

  // Not by its name: Ant Design counts the tabs in it while it has the focus.
  await reach(page.locator('[role="tab"]').filter({ hasText: "结果" }));
  for (let step = 0; step < 3; step += 1) await press("ArrowRight");
  await press("Enter");
  const panel = page.getByRole("tabpanel", { name: "报告与签署" });
  const [report, client, both] = ["r.pdf", "rc.pdf", "rb.pdf"].map((name) => join(folder, name));
  await write(panel.getByLabel("保存到", { exact: true }), report);
  await act(panel.getByRole("button", { name: "保存 PDF" }));
  await panel.getByText(report).first().waitFor();
  for (const [from, key, to] of [
    [report, "client.p12", client],
    [client, "provider.p12", both],
  ]) {
    await write(panel.getByLabel("要签署的报告"), from);
    await press("Tab");
    if (key === "provider.p12") await press("ArrowDown");
    await write(panel.getByLabel(/证书密钥文件/), join(demo, "keys", key));
    await write(panel.getByLabel("密钥密码"), made.keyPassword);
    await write(panel.getByLabel("签好的文件保存到"), to);
    await act(panel.getByRole("button", { name: "签署", exact: true }));
    await page.getByRole("alert").filter({ hasText: to }).waitFor({ timeout: 90_000 });
  }
  await write(panel.getByLabel("双方签署的报告"), both);
  await act(panel.getByRole("button", { name: "核对", exact: true }));
  await act(panel.getByRole("button", { name: "接收并结案" }));
  await act(page.getByRole("tooltip").getByRole("button", { name: "接收并结案" }));
  await page.getByText("已接收，本季度结案").first().waitFor();
}

await onStage(process.argv.slice(2), walk);
console.log("keyboard walk passed: the quarter is closed without a mouse");
