// One browser for all checks, that talks to nobody and remembers nothing.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";
const QUIET = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** Starts the browser, hands it on, and takes it away with all that it wrote. */
export async function withBrowser(use) {
  const home = mkdtempSync(join(tmpdir(), "plaatswijzer-browser-"));
  const browser = await chromium.launch({
    executablePath: EXECUTABLE, headless: true, args: QUIET, env: { ...process.env, HOME: home },
  });
  try {
    return await use(browser);
  } finally {
    await browser.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** Opens a page from disk; whatever the browser says or asks for goes to `complain`. */
export async function open(browser, path, settings, complain, use) {
  const context = await browser.newContext(settings);
  try {
    const page = await context.newPage();
    const own = pathToFileURL(path).href;
    page.on("console", (message) => complain(`console: ${message.text()}`));
    page.on("pageerror", (error) => complain(`error: ${error.message}`));
    page.on("request", (request) => {
      const [address] = request.url().split("#");
      if (address !== own) complain(`request: ${request.url()}`);
    });
    await page.goto(own, { waitUntil: "load" });
    await use(page);
  } finally {
    await context.close();
  }
}
