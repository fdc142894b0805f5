// 文档 in Chromium: several files put on a ticket at once, one of them bad; their numbers; a new version and an older one looked at;
// checked out, the paper copy lent, voided; the index, the package and its check; the list, its filters, and the card of a customer.
// usage: node tests/browser/documents.mjs HOST_BINARY PAGE_FOLDER SCREENSHOT_FOLDER
import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onStage } from "./stage.mjs";

const PASSWORD = "huiqian-demo";
const LONG = "某市城市运行管理服务平台二期及配套量子专线云资源安全服务一体化采购项目投标文件技术部分第三卷实施方案与进度计划最终送审稿";

async function walk({ page, url, folder, look, call }) {
  const open = async (path) => {
    await page.evaluate((at) => {
      location.hash = at;
    }, path);
    await page.locator(`[data-at="${path}"]`).waitFor();
  };
  const button = (name) => page.getByRole("button", { name, exact: true });
  const dialog = () => page.getByRole("dialog");
  const closed = () => dialog().waitFor({ state: "hidden" });
  const file = (name, text) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  };
  await page.goto(url, { waitUntil: "commit" });
  const demo = join(folder, "演示");
  await call("makeDemo", { dir: demo });
  await call("openLedger", { dir: demo });
  await call("signIn", { account: "jingban", password: PASSWORD });
  const { ticket } = await call("registerTicket", {
    unit: "CD",
    kind: "support",
    title: "城市运行平台二期投标支持",
    customer: "某市城市运行管理服务中心",
    contact: "罗海燕",
    phone: "13800001111",
    channel: "phone",
    urgency: "normal",
    complexity: "ordinary",
    fields: { content: "投标文件编制" },
  });
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();

  await open(`/tickets/${ticket}`);
  await page.getByText("文档（0）").waitFor();
  await button("归档").first().click();
  const choose = async (path) => {
    const hint = dialog().getByLabel("拖入要归档的文件，可以一次多个");
    await hint.fill(path);
    await hint.press("Enter");
  };
  const long = file(`${LONG}.txt`, "第一版");
  const prices = file("投标报价清单.txt", "报价");
  await choose(long);
  await dialog().getByLabel(`题名 ${LONG}.txt`).waitFor();
  await choose(prices);
  await dialog().getByLabel("题名 投标报价清单.txt").waitFor();
  await choose(file("空.docx", ""));
  await dialog().getByText("是空文件（0 字节）").waitFor();
  await dialog().getByText("有 1 个文件不能归档").waitFor();
  assert.ok(await dialog().getByRole("button", { name: "归档 3 个文件" }).isDisabled());
  await dialog().getByRole("button", { name: "密级、有效期、标签、说明" }).first().click();
  await dialog().getByLabel(`标签 ${LONG}.txt`).fill("送审");
  await dialog().getByLabel(`标签 ${LONG}.txt`).press("Enter");
  await dialog().getByLabel(`说明 ${LONG}.txt`).fill("盖章前的稿子");
  await look("1-filing");
  await button("移除 空.docx").click();
  await button("归档 2 个文件").click();
  await closed();
  await page.getByText("文档（2）").waitFor();
  const first = page.getByRole("link", { name: LONG, exact: true });
  await first.waitFor();
  await look("2-card");

  // What hangs on the ticket as an index, and as a package for whoever takes over; prices leave with a reason.
  const index = join(folder, "目录.pdf");
  await button("文件目录").click();
  await dialog().getByRole("textbox").fill(index);
  await dialog().getByRole("button", { name: "保存", exact: true }).click();
  await closed();
  await page.getByText(/^已保存：/).first().waitFor();
  assert.equal(readFileSync(index).subarray(0, 5).toString(), "%PDF-");
  const zip = join(folder, "移交包.zip");
  await button("移交包").click();
  await dialog().getByText("其中 1 份只有办理人员可以查看").waitFor();
  await look("10-package");
  await dialog().getByLabel("移交原因").fill("交给接手的项目经理");
  await button("选择位置并导出").click();
  await dialog().last().getByRole("textbox").fill(zip);
  await dialog().last().getByRole("button", { name: "保存", exact: true }).click();
  await page.getByText(/^移交包已保存：/).first().waitFor();
  await closed();
  await open("/received");
  await page.getByRole("tab", { name: "核对移交包" }).click();
  const received = page.getByLabel("把收到的移交包（.zip）拖到这里");
  await received.fill(zip);
  await received.press("Enter");
  await page.getByText("移交包完好：文件齐全，没有改动，没有多余的文件").waitFor();
  await page.getByText("账本记有这次移交，清单与记录一致").waitFor();
  await look("11-checked");
  const broken = readFileSync(zip);
  broken[broken.indexOf("第一版")] ^= 1;
  writeFileSync(join(folder, "改过.zip"), broken);
  await received.fill(join(folder, "改过.zip"));
  await received.press("Enter");
  await page.getByText(/文件被改动：/).waitFor();
  await look("12-changed");
  await received.fill(prices);
  await received.press("Enter");
  await page.getByText(/不是慧签的移交包/).waitFor();
  await open(`/tickets/${ticket}`);

  await first.click();
  await page.getByRole("heading", { name: LONG }).waitFor();
  const damaged = decodeURIComponent((await page.evaluate(() => location.hash)).split("/").pop());
  await button("签出").click();
  await page.getByText(/签出$/).first().waitFor();
  await button("上传新版本").click();
  await dialog().getByLabel("新版本的文件").fill(long);
  await dialog().getByLabel("修改了什么").fill("补充了资质证明");
  await dialog().getByRole("button", { name: "上传新版本" }).click();
  await dialog().getByText(/内容相同，没有存为新版本/).waitFor();
  await dialog().getByLabel("新版本的文件").fill(file("第二版.txt", "第二版"));
  await dialog().getByRole("button", { name: "上传新版本" }).click();
  await closed();
  await page.getByText("版本（2）").waitFor();
  await page.getByText("补充了资质证明").first().waitFor();

  // Both side by side.
  await button("比较版本").click();
  await dialog().getByText("改动 1 处，新增 0 处，删除 0 处").waitFor();
  await look("13-compared");
  await page.keyboard.press("Escape");
  await closed();

  // The older version, saved as it was.
  const out = join(folder, "旧版.txt");
  await button(`另存 ${LONG}.txt`).click();
  await dialog().getByRole("textbox").fill(out);
  await dialog().getByRole("button", { name: "保存", exact: true }).click();
  await closed();
  await page.getByText(/^已保存：/).first().waitFor();
  assert.equal(readFileSync(out, "utf8"), "第一版");

  await button("登记存放").click();
  await dialog().getByLabel("存放位置").fill("3 号柜第 2 盒");
  await dialog().getByLabel("保管人").fill("罗海燕");
  await dialog().getByRole("button", { name: "登记纸质存放" }).click();
  await closed();
  await button("借出").click();
  await dialog().getByLabel("借阅人").fill("李工");
  await dialog().getByLabel("应归还日期").fill("2026-12-01");
  await dialog().getByLabel("应归还日期").press("Enter");
  await dialog().getByLabel("用途").fill("开标用");
  await dialog().getByRole("button", { name: "借出纸质文档" }).click();
  await closed();
  await page.getByText(/纸质件借出，应于 2026-12-01 归还/).first().waitFor();
  await button("修改信息").click();
  await dialog().getByLabel("题名").waitFor();
  await look("3-describe", { themes: ["light"] });
  await dialog().getByRole("button", { name: "取 消" }).or(dialog().getByRole("button", { name: "取消" })).first().click();
  await closed();
  await look("4-document");

  await open("/documents");
  await page.getByRole("link", { name: LONG, exact: true }).or(page.getByText(LONG)).first().waitFor();
  await look("5-list");
  const words = page.getByLabel("查找编号、题名、标签、说明、文件名");
  await words.fill("盖章前");
  await page.getByRole("status").filter({ hasText: "共 1 份" }).waitFor();
  await words.fill("没有写过的话");
  await page.getByText("没有符合条件的文档").waitFor();
  await words.fill("");
  await page.getByText("投标报价清单").first().waitFor();
  await page.getByRole("row", { name: /投标报价清单/ }).getByRole("link").first().click();
  await page.getByRole("heading", { name: "投标报价清单" }).waitFor();
  await button("作废").click();
  await dialog().getByLabel("原因").fill("传错了");
  await dialog().getByRole("button", { name: "作废" }).click();
  await closed();
  await page.getByText("已作废").first().waitFor();
  await look("6-void", { themes: ["light"] });

  // A file of a document is damaged: the check finds it and says of which document; what nobody knows is put aside.
  await call("signIn", { account: "admin", password: PASSWORD });
  const { versions } = await call("document", { document: damaged });
  const store = join(demo, "attachments");
  const digest = versions[0].file;
  const stored = join(store, digest.slice(0, 2), digest.slice(2, 4), digest);
  const contents = readFileSync(stored);
  writeFileSync(stored, "坏了");
  writeFileSync(join(store, `${LONG}.docx`), "不是附件");
  await page.reload({ waitUntil: "commit" });
  await page.getByRole("navigation").first().waitFor();
  await open("/settings/backup");
  await button("现在全部检查").click();
  await page.getByText("1 个文件不见了或被改动").waitFor();
  await page.getByRole("link", { name: damaged }).waitFor();
  await page.getByText("未登记的文件（1）").waitFor();
  await look("8-files");
  await open("/");
  await page.getByText("1 个附件文件不见了或被改动，请尽快从备份找回").waitFor();
  writeFileSync(stored, contents);
  await open("/settings/backup");
  await button("再查有问题的文件").click();
  await page.getByText("1 个文件不见了或被改动").waitFor({ state: "hidden" });
  await page.getByRole("checkbox").last().check();
  await button("移出选中的文件…").click();
  await dialog().getByText("文件不会删除").waitFor();
  await look("9-aside", { themes: ["light"] });
  await dialog().getByRole("button", { name: "移 出" }).or(dialog().getByRole("button", { name: "移出" })).first().click();
  await closed();
  await page.getByText("未登记的文件（0）").waitFor();
  assert.ok(!existsSync(join(store, `${LONG}.docx`)));

  await open("/find");
  await page.getByLabel("查找文字", { exact: true }).fill("送审");
  await page.getByRole("link", { name: LONG }).waitFor();
  await look("7-found", { themes: ["light"] });

  // A word of the older version finds it, names the version and opens it.
  while ((await call("readContents", {})).more) {
    // The rest in the next turn.
  }
  await page.getByLabel("查找文字", { exact: true }).fill("第一版");
  await page.getByText(/第 1 版（已替换或撤回）/).waitFor();
  await look("14-found-inside");
  await button(`查看 ${LONG}.txt`).first().click();
  await dialog().getByText("第一版").waitFor();
}

await onStage(process.argv.slice(2), walk);
