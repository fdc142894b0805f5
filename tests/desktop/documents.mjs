// Documents in the real window: a file chosen in the system's own dialog and filed on a ticket, its text shown, its words found.
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PATIENCE } from "./driver.mjs";
import { hands } from "./hands.mjs";

const ANSWER = fileURLToPath(new URL("answer_file_dialog.py", import.meta.url));
const FORM = '//div[@role="dialog"]';
const TITLE = "plan";
const WORDS = "备用链路经高新机房接入";

/** Files it on the ticket that is open. */
export async function documents(window, { display, screens }) {
  const { press, told, shoot, write } = hands(window, screens);
  const says = (text) => window.$(`//*[contains(text(),"${text}")]`).waitForDisplayed({ timeout: PATIENCE });
  const click = async (selector) => {
    const found = await window.$(selector);
    await found.waitForClickable({ timeout: PATIENCE });
    await found.click();
  };
  // Typed by a keyboard that knows no Chinese.
  const typed = mkdtempSync(join(tmpdir(), "huiqian-files-"));
  try {
    const path = join(typed, `${TITLE}.txt`);
    writeFileSync(path, `某市政务云实施方案\n${WORDS}。\n`);
    await click('(//button[normalize-space()="归档"])[1]');
    await click(`${FORM}//button[contains(normalize-space(),"选择文件")]`);
    execFileSync(process.env.PYTHON_TOOLS ?? "python3", [ANSWER, "拖入要归档的文件", path], {
      env: { ...process.env, DISPLAY: display },
      stdio: "inherit",
    });
    await window.$(`${FORM}//*[contains(text(),"${TITLE}.txt")]`).waitForDisplayed({ timeout: PATIENCE });
    await shoot("10-filing");
    await press("归档 1 个文件");
    await says("已归档");
  } finally {
    rmSync(typed, { recursive: true, force: true });
  }
  await click(`//button[starts-with(@aria-label,"查看 ")][contains(@aria-label,"${TITLE}")]`);
  await says(WORDS);
  await shoot("10-document");
  await click(`${FORM}//button[contains(@class,"ant-modal-close")]`);
  await window.$(FORM).waitForDisplayed({ timeout: PATIENCE, reverse: true });

  await click('//*[@role="menuitem"][contains(.,"查找")]');
  await write('[aria-label="查找文字"]', TITLE);
  await window.$(`//*[contains(@class,"found")]//a[contains(.,"${TITLE}")]`).waitForDisplayed({ timeout: PATIENCE });
  await shoot("10-found");
}
