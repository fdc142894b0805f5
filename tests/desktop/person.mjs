// Somebody arrives, in the real window: announced, the letter made by way of the system's own dialog, signed elsewhere and
// filed, and the checklist says so.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PATIENCE } from "./driver.mjs";
import { hands } from "./hands.mjs";

const ANSWER = fileURLToPath(new URL("answer_save_dialog.py", import.meta.url));
const ENTER = "\uE007";
const FORM = '//div[@role="dialog"]';
const LETTER = '//*[@data-item="letter"]';

export async function person(window, { display, folder, screens }) {
  const { press, fill, told, shoot } = hands(window, screens);
  const click = async (selector) => {
    const found = await window.$(selector);
    await found.waitForClickable({ timeout: PATIENCE });
    await found.click();
  };
  const says = (text) => window.$(`//*[contains(text(),"${text}")]`).waitForDisplayed({ timeout: PATIENCE });
  const day = async (label, text) => {
    await fill(FORM, label, text);
    await window.keys(ENTER);
  };
  const send = () => click(`${FORM}//div[contains(@class,"ant-modal-footer")]//button[contains(@class,"ant-btn-primary")]`);

  await click('//*[@role="menuitem"][contains(.,"人员")]');
  await press("登记到岗");
  await fill(FORM, "工号", "QT9200");
  await fill(FORM, "姓名", "司马云");
  await day("预计到岗日期", "2026-11-18");
  await send();
  await says("还缺 4 项");

  // Typed by a keyboard that knows no Chinese.
  const typed = mkdtempSync(join(tmpdir(), "huiqian-letter-"));
  try {
    const letter = join(typed, "letter.pdf");
    await click(`${LETTER}//button[contains(@aria-label,"生成 PDF")]`);
    execFileSync(process.env.PYTHON_TOOLS ?? "python3", [ANSWER, "到岗接收函保存到哪里", letter], {
      env: { ...process.env, DISPLAY: display },
      stdio: "inherit",
    });
    await told(letter);
    assert.equal(readFileSync(letter).subarray(0, 5).toString(), "%PDF-");
  } finally {
    rmSync(typed, { recursive: true, force: true });
  }

  const signed = join(folder, "签署后 到岗接收函.pdf");
  writeFileSync(signed, "%PDF-1.4\n%signed elsewhere\n");
  await click(`${LETTER}//button[contains(normalize-space(),"登")]`);
  await fill(FORM, "编号", "DG-2026-1");
  await day("签署日期", "2026-11-17");
  await fill(FORM, "签署后的扫描件", signed);
  await shoot("9-letter");
  await send();
  await says("还缺 3 项");
  await says("DG-2026-1，2026-11-17 签署");
  await shoot("10-person");
}
