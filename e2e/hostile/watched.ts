import { type Browser, expect, type Page } from "@playwright/test";
import { address, COLUMNS, long, short } from "./payloads";

declare global {
  interface Window {
    wrongs: string[];
    hit: () => void;
  }
}

/** Text of the page that a reader can come to, without its scripts. */
function textOf(): string {
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const parts: string[] = [document.title];
  while (walker.nextNode()) {
    const { parentElement, nodeValue } = walker.currentNode;
    if (!parentElement?.closest("script, style, noscript, template")) parts.push(nodeValue ?? "");
  }
  for (const field of document.querySelectorAll<HTMLInputElement>("input, textarea")) {
    parts.push(field.value);
  }
  return parts.join("\n");
}

/** Elements that only a planted text can have brought. */
function strangers(): string[] {
  const found = document.querySelectorAll(
    "img[src='x'], [onerror], a[href^='javascript:' i], iframe, object, embed, base",
  );
  return [...found].map((element) => element.outerHTML.slice(0, 200));
}

/** A page that notes whatever a planted text sets off, and which texts it has shown as they are. */
export async function watched(browser: Browser, shown: Set<string>) {
  const page = await (await browser.newContext()).newPage();
  page.on("dialog", (dialog) => {
    throw new Error(`a dialog: ${dialog.message()}`);
  });
  await page.addInitScript(() => {
    window.wrongs = [];
    window.hit = () => window.wrongs.push("a script ran");
    document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) => {
      window.wrongs.push(`${violatedDirective} ${blockedURI}`);
    });
  });
  return { page, look: (path?: string) => look(page, shown, path) };
}

async function look(page: Page, shown: Set<string>, path?: string): Promise<string> {
  if (path) expect((await page.goto(path))?.status(), path).toBeLessThan(400);
  await expect(page).toHaveTitle(/./);
  expect(await page.evaluate(() => window.wrongs), page.url()).toEqual([]);
  expect(await page.evaluate(strangers), page.url()).toEqual([]);
  const text = await page.evaluate(textOf);
  for (const [place, column] of COLUMNS.entries()) {
    const [full, brief, link] = [long(column), short(column), address(column)];
    // Markdown takes markup out of a text; everywhere else it stands as it was written.
    const whole = column === "Piece.report" ? [`«${place}»`] : [full, brief, link];
    if (whole.some((one) => text.includes(one))) shown.add(column);
    else expect(text, `${page.url()} shows ${column} in another way`).not.toContain(`«${place}»`);
  }
  return text;
}
