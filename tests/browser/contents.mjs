// Files of a ticket in Chromium: words inside them are found with their places once they have been read in the background, what is written in them is
// shown as text, and nothing of a document runs or is fetched.
// usage: node tests/browser/contents.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { deflateRawSync } from "node:zlib";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";
const ENCRYPTED = new URL("../fixtures/encrypted.xlsx", import.meta.url);
const OUTSIDE = "http://outside.invalid";

/** CRC-32, as zip wants it. */
function crc(bytes) {
  let sum = ~0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1)
      sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return ~sum >>> 0;
}

/** A zip of these texts by their names. */
function zip(parts) {
  const files = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [label, raw] = [Buffer.from(name), Buffer.from(text)];
    const packed = deflateRawSync(raw);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc(raw), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(raw.length, 18);
    head.writeUInt16LE(label.length, 22);
    files.push(Buffer.from("PK\x03\x04"), head, label, packed);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\x01\x02\x14\x00"), head, entry, label);
    at += 30 + label.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...files, list, Buffer.from("PK\x05\x06"), end]);
}

/** Whoever reads spreadsheets wants the relations named as the standard does. */
const relations = (...list) =>
  `<Relationships>${list.map(([id, kind, target, mode]) => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"${mode ? ' TargetMode="External"' : ""}/>`).join("")}</Relationships>`;
const paragraph = (text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;

/** A Word document with a picture from elsewhere. */
const WORD = zip({
  "_rels/.rels": relations(["r1", "officeDocument", "word/document.xml"]),
  "word/_rels/document.xml.rels": relations([
    "r9",
    "image",
    `${OUTSIDE}/a.png`,
    true,
  ]),
  "word/document.xml": `<w:document xmlns:w="w"><w:body>${paragraph("某市政务云迁移实施方案")}${paragraph("一、采用双路由接入，主用链路经青羊万和机房，备用链路经高新机房，两条链路不同管道、不同杆路。")}<w:p><w:r><w:drawing><a:blip xmlns:a="a" xmlns:r="r" r:link="r9"/></w:drawing></w:r></w:p>${paragraph("二、割接窗口定在周六零点到四点。").repeat(30)}</w:body></w:document>`,
});
const SHEET = zip({
  "[Content_Types].xml": "<Types/>",
  "_rels/.rels": relations(["r1", "officeDocument", "xl/workbook.xml"]),
  "xl/workbook.xml": `<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="点位表" sheetId="1" r:id="r1"/><sheet name="设备清单" sheetId="2" r:id="r2"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": relations(
    ["r1", "worksheet", "worksheets/sheet1.xml"],
    ["r2", "worksheet", "worksheets/sheet2.xml"],
  ),
  ...Object.fromEntries(
    [1, 2].map((sheet) => [
      `xl/worksheets/sheet${sheet}.xml`,
      `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${Array.from(
        { length: 40 },
        (_, row) =>
          `<row r="${row + 1}">${["站点", "机房", "带宽", "备注"].map((head, column) => `<c r="${"ABCD"[column]}${row + 1}" t="inlineStr"><is><t>${row === 0 ? head : `${head}${sheet}-${row}`}</t></is></c>`).join("")}</row>`,
      ).join("")}</sheetData></worksheet>`,
    ]),
  ),
});
const PAGE = `<!doctype html><html><body onload="document.title='run'"><p>巡检周报</p><script>document.title='run'</script><img src="${OUTSIDE}/b.png"></body></html>`;

async function walk({ page, url, folder, look, call }) {
  const outside = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url()))
      outside.push(request.url());
  });
  const open = async (path) => {
    await page.evaluate((at) => {
      location.hash = at;
    }, path);
    await page.locator(`[data-at="${path}"]`).waitFor();
  };
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  await call("signIn", { account: "gl-cd", password: PASSWORD });
  const { ticket } = await call("registerTicket", {
    unit: "CD",
    kind: "bid",
    title: "某市政务云迁移投标支撑",
    customer: "某市大数据局",
    contact: "罗海燕",
    phone: "13800001111",
    channel: "phone",
    urgency: "normal",
    complexity: "ordinary",
    fields: { tenderDeadline: "2026-12-30" },
  });
  const [proposed] = (await call("dispatchList", { ticket })).lines;
  await call("assignTicket", { ticket, first: proposed.staffNo });
  await call("takeTicket", { ticket });
  for (const [name, bytes] of [
    ["方案.docx", WORD],
    ["点位.xlsx", SHEET],
    ["周报.html", PAGE],
    ["加密.xlsx", readFileSync(ENCRYPTED)],
    [
      "旧.doc",
      Buffer.concat([
        Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
        Buffer.from("WordDocument", "utf16le"),
      ]),
    ],
  ]) {
    const file = join(folder, name);
    writeFileSync(file, bytes);
    await call("recordOnTicket", {
      ticket,
      kind: "discussion",
      fields: { people: "罗海燕", result: `交来${name}` },
      file,
    });
  }
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();

  // Read in the background: the answer is renewed by itself.
  await open("/find");
  const words = page.getByLabel("查找文字", { exact: true });
  await words.fill("青羊万和机房");
  await page.getByRole("status").filter({ hasText: "找到 1 条" }).waitFor();
  await page
    .locator(".found")
    .getByText(/第 2 段：/)
    .waitFor();
  assert.equal(
    await page.locator(".found mark").first().innerText(),
    "青羊万和机房",
  );
  await look("1-in-a-document");
  await words.fill("机房2-39");
  await page
    .locator(".found")
    .getByText(/工作表“设备清单”第 40 行：/)
    .waitFor();
  await words.fill("巡检周报");
  await page.getByRole("status").filter({ hasText: "找到 1 条" }).waitFor();

  await page.locator(".found a").first().click();
  await page.getByText("文档（5）").waitFor();
  await page.getByText("有密码，读不了内容").waitFor();
  await page.getByText(/^2007 年以前的 Office 格式/).waitFor();
  await page.getByText("文档（5）").scrollIntoViewIfNeeded();
  await look("2-files");
  const shown = async (record, check) => {
    await page
      .getByRole("button", { name: new RegExp(`^查看 .*第 ${record} 号记录`) })
      .click();
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    await check(dialog);
    await dialog
      .getByRole("button", { name: /关闭|Close/ })
      .first()
      .click();
    await dialog.waitFor({ state: "hidden" });
  };
  await shown(1, async (dialog) => {
    await dialog.getByText("一、采用双路由接入").waitFor();
    await look("3-document");
  });
  await shown(2, async (dialog) => {
    await dialog.getByRole("tab", { name: "设备清单" }).click();
    await dialog.getByText("机房2-3", { exact: true }).waitFor();
    await look("4-sheet");
  });
  await shown(3, async (dialog) => {
    await dialog.getByText("巡检周报", { exact: true }).waitFor();
    assert.equal(await dialog.locator("script, img, iframe").count(), 0);
  });
  await shown(4, async (dialog) => {
    await dialog.getByText("有密码，读不了内容").waitFor();
  });
  await shown(5, async (dialog) => {
    await dialog.getByText(/^2007 年以前的 Office 格式/).waitFor();
    await look("5-old");
  });
  assert.notEqual(await page.title(), "run");
  assert.deepEqual(outside, [], "nothing was fetched from elsewhere");
  return 5;
}

console.log(
  `contents: ${await onStage(process.argv.slice(2), walk)} files read and shown`,
);
