// A ticket in the real window: entered by keyboard alone, given to an engineer and accepted. Once the program was started again it is
// still there. And an opportunity is looked at.
import { PATIENCE } from "./driver.mjs";
import { hands } from "./hands.mjs";

const TAB = "\uE004";
const ENTER = "\uE007";
const TITLE = "窗口里用键盘登记的技术交流";
const FORM = '//div[@role="dialog"]';
const NUMBER = /^[A-Z]+-\d{6}-\d{4}$/;

/** Answers the new ticket's number. */
export async function ticket(window, { screens }) {
  const { press, shoot } = hands(window, screens);
  const click = async (selector) => {
    const found = await window.$(selector);
    await found.waitForClickable({ timeout: PATIENCE });
    await found.click();
  };
  const gone = () => window.$(FORM).waitForDisplayed({ timeout: PATIENCE, reverse: true });
  const until = (holds, what) =>
    window.waitUntil(() => window.execute(holds), { timeout: PATIENCE, timeoutMsg: what });

  await click('//*[@role="menuitem"][contains(.,"工单")]');
  await press("登记工单");
  await until(() => document.activeElement?.closest('[role="dialog"] .ant-select') !== null, "the type has no focus");
  for (const typed of ["技术交流", ENTER, TAB, TITLE, TAB, "窗口演示单位", TAB, "罗海燕", ENTER]) {
    await window.keys(typed);
  }
  await window.$(`//*[self::h1 or self::h2 or self::h3 or self::h4][contains(.,"${TITLE}")]`).waitForDisplayed({ timeout: PATIENCE });
  await gone();
  const number = decodeURIComponent((await window.getUrl()).replace(/^.*#\/tickets\//, ""));
  if (!NUMBER.test(number)) throw new Error(`no ticket's number: ${number}`);
  await press("分派");
  await click(`(${FORM}//button[starts-with(@aria-label,"选择 ")])[1]`);
  await click(`${FORM}//div[contains(@class,"ant-modal-footer")]//button[contains(@class,"ant-btn-primary")]`);
  await gone();
  await press("接单");
  await window.$('//*[normalize-space(text())="处理中"]').waitForDisplayed({ timeout: PATIENCE });
  await shoot("10-ticket");

  return number;
}

export async function opportunity(window, { screens }) {
  const { shoot } = hands(window, screens);
  const click = async (selector) => {
    const found = await window.$(selector);
    await found.waitForClickable({ timeout: PATIENCE });
    await found.click();
  };
  await click('//*[@role="menuitem"][contains(.,"商机")]');
  await click('(//a[starts-with(@href,"#/opportunities/")])[1]');
  await window.$('//*[contains(text(),"项目信息收集与分析")]').waitForDisplayed({ timeout: PATIENCE });
  await shoot("10-opportunity");
}

/** Signs in again and finds it. */
export async function ticketAgain(window, { screens, number, password }) {
  const { press, write, shoot } = hands(window, screens);
  await write("#signIn_account", "jingban");
  await write("#signIn_password", password);
  await press("登录");
  const menu = window.$('//*[@role="menuitem"][contains(.,"工单")]');
  await menu.waitForClickable({ timeout: PATIENCE });
  await menu.click();
  await write('[aria-label="查找工单号、标题、客户"]', TITLE);
  await window.$(`//a[normalize-space()="${number}"]`).waitForDisplayed({ timeout: PATIENCE });
  await shoot("13-ticket-again");
}
