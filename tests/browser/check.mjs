// Opens pages in a real browser and tells what is wrong with them, as JSON lines on standard output:
//   node check.mjs PACKAGES PICTURES PAGE…
// PACKAGES is a folder with the packages of package.json installed, PICTURES one for screenshots and PDF
// files, or "-" for none. Chromium is at $CHROMIUM or /usr/bin/chromium.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [packages, pictures, ...pages] = process.argv.slice(2);
const require = createRequire(join(resolve(packages), "package.json"));
const { chromium } = require("playwright-core");
const axe = await readFile(require.resolve("axe-core/axe.min.js"), "utf8");

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync",
];
const WIDTHS = { desktop: { width: 1280, height: 900 }, phone: { width: 375, height: 812 } };
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

const faults = new Set();
const fault = (page, width, what) => {
  const line = JSON.stringify({ page: basename(page), width, fault: what });
  if (!faults.has(line)) console.log(line);
  faults.add(line);
};

/** Every chart drawn, and none without figures. */
const checkCharts = async (tab, tell) => {
  await tab.evaluate(() => window.drawAll?.());
  const undrawn = await tab.$$eval("figure.chart", (figures) =>
    figures
      .filter((figure) => {
        const drawn = figure.querySelector(figure.querySelector(".live") ? ".live svg" : ".still svg");
        return !drawn?.getBoundingClientRect().height;
      })
      .map((figure) => figure.id));
  undrawn.forEach((id) => tell(`chart ${id} is not drawn`));
  const empty = await tab.$$eval("figure.chart", (figures) =>
    figures.filter((figure) => figure.querySelector(".live") && !figure.querySelector("details table tbody tr")).map((figure) => figure.id));
  empty.forEach((id) => tell(`chart ${id} has no table of its figures`));
  return tab.$$eval("figure.chart", (figures) => figures.length);
};

/** Whoever presses the tab key reaches every control that is shown. */
const checkKeyboard = async (tab, tell) => {
  const wanted = await tab.evaluate(() => {
    const all = document.querySelectorAll("a[href], button, input, select, summary, [tabindex='0']");
    const shown = [...all].filter((one) => one.checkVisibility({ visibilityProperty: true }));
    shown.forEach((one, place) => { one.dataset.place = place; });
    document.activeElement.blur();
    return shown.length;
  });
  const reached = new Set();
  let unseen = 0;
  for (let press = 0; press < wanted + 20 && reached.size < wanted; press += 1) {
    await tab.keyboard.press("Tab");
    const [place, isSeen] = await tab.evaluate(() => {
      const one = document.activeElement;
      const style = getComputedStyle(one);
      return [one.dataset.place, style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2];
    });
    if (place !== undefined) reached.add(place);
    if (place !== undefined && !isSeen) unseen += 1;
  }
  if (reached.size < wanted) tell(`the tab key reaches ${reached.size} of ${wanted} controls`);
  if (unseen > 0) tell(`${unseen} controls do not show that they have the focus`);
  return wanted;
};

/** A fact sheet prints on one page. */
const checkPrint = async (tab, page, tell) => {
  await tab.evaluate(() => {
    document.querySelectorAll("details").forEach((one) => { one.open = false; });
    document.activeElement.blur();
  });
  const path = pictures === "-" ? undefined : join(pictures, `${basename(page, ".html")}.pdf`);
  const pdf = await tab.pdf({ path, preferCSSPageSize: true });
  const count = pdf.toString("latin1").match(/\/Type \/Page\b(?!s)/g)?.length ?? 0;
  const isSheet = await tab.locator("main.sheet").count();
  if (isSheet ? count !== 1 : count < 2) tell(`it prints on ${count} pages`);
};

const checkAccess = async (tab, tell) => {
  await tab.evaluate(axe);
  const { violations } = await tab.evaluate((tags) =>
    axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] }), RULES);
  violations.forEach(({ id, help, nodes }) =>
    tell(`axe ${id}: ${help} (${nodes.length}, first ${nodes[0].html.slice(0, 200)})`));
};

const checkPage = async (browser, page, [width, viewport]) => {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
  const tab = await context.newPage();
  const tell = (what) => fault(page, width, what);
  tab.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) tell(`console: ${message.text()}`);
  });
  tab.on("pageerror", (error) => tell(`script: ${error.message}`));
  tab.on("request", (request) => {
    if (!/^(file|data|blob):/.test(request.url())) tell(`request: ${request.url()}`);
  });
  tab.on("dialog", (dialog) => { tell(`a text of the page was run: ${dialog.message()}`); dialog.dismiss(); });
  await tab.goto(pathToFileURL(resolve(page)).href);
  const charts = await checkCharts(tab, tell);
  const [wide, room] = await tab.evaluate(() =>
    [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  if (wide > room) {
    const widest = await tab.evaluate((room) => {
      const isIn = (one) => !one.closest(".wide, .still, pre");
      const sticks = [...document.querySelectorAll("body *")].filter(
        (one) => isIn(one) && one.getBoundingClientRect().right > room);
      return sticks.at(-1)?.outerHTML.slice(0, 200);
    }, room);
    tell(`the page is ${wide} pixels wide in a window of ${room}: ${widest}`);
  }
  if (pictures !== "-") {
    await tab.evaluate(() => scrollTo(0, 0));
    await tab.screenshot({ path: join(pictures, `${basename(page, ".html")}-${width}.png`), fullPage: true });
  }
  const controls = await checkKeyboard(tab, tell);
  await tab.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  await checkAccess(tab, tell);
  if (width === "desktop") await checkPrint(tab, page, tell);
  await context.close();
  return { charts, controls };
};

/** Without scripts the same charts stand there as still drawings. */
const checkWithoutScripts = async (browser, page) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const tab = await context.newPage();
  await tab.goto(pathToFileURL(resolve(page)).href);
  const charts = await tab.locator("figure.chart").count();
  const still = await tab.locator("figure.chart .still svg").filter({ visible: true }).count();
  if (still < charts) fault(page, "no scripts", `${still} of ${charts} charts are shown`);
  await context.close();
};

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
const browser = await chromium.launch({ executablePath, args: FLAGS, headless: true });
try {
  for (const page of pages) {
    for (const width of Object.entries(WIDTHS)) {
      const seen = await checkPage(browser, page, width);
      console.log(JSON.stringify({ page: basename(page), width: width[0], ...seen }));
    }
    await checkWithoutScripts(browser, page);
  }
} finally {
  await browser.close();
}
process.exitCode = faults.size > 0 ? 1 : 0;
