// What a walk through the real window does with it: press, write, read what is told, take a picture.
import { join } from "node:path";
import { PATIENCE } from "./driver.mjs";

export function hands(window, screens) {
  const button = (name) => window.$(`//button[normalize-space()="${name}"]`);
  const write = async (selector, text) => {
    const field = await window.$(selector);
    await field.waitForDisplayed({ timeout: PATIENCE });
    // WebKit's own clearing goes past the page, which then puts the old text back: select all, and type over it.
    await field.click();
    await window.keys(["\uE009", "a"]);
    await field.addValue(text);
  };
  return {
    button,
    write,
    async press(name) {
      const found = await button(name);
      await found.waitForClickable({ timeout: PATIENCE });
      await found.click();
    },
    /** Writes into the field with that label, within what `within` names. */
    async fill(within, label, value) {
      const found = await window.$(`${within}//label[normalize-space()="${label}"]`);
      await found.waitForDisplayed({ timeout: PATIENCE });
      await write(`[id="${await found.getAttribute("for")}"]`, value);
    },
    async told(words) {
      const alert = window.$(`//*[@role="alert" or @role="status"][contains(.,"${words}")]`);
      await alert.waitForDisplayed({ timeout: PATIENCE });
    },
    async shoot(name) {
      // One frame may still show what was there before.
      await window.executeAsync((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(1))));
      await window.saveScreenshot(join(screens, `${name}.png`));
    },
  };
}
