// One user's browser: signs in as a person does, opens pages, and says what is wrong with each.

import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { heard, keepsFocus } from './heard.mjs';
import { paperOf } from './paper.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A busy machine folds a leader's months for some seconds. */
const PATIENCE = 120_000;

/** Such as "1 days" in English: one thing by the name of many. */
const ONE_OF_MANY = /(?<![\w.,:–-])(?<!(?:ersion|evision|ave) )1 (?!has\b)(?:people|[a-z-]+[^\Wisu]s)\b/g;

/** A phone at the edge of a 2G network: 240 kbit/s, half a second to the server and back. */
const SLOW_LINE = { offline: false, latency: 500, downloadThroughput: 30_000, uploadThroughput: 12_000 };

/**
 * Looks at the visit's pages in each language: gives names, each with its faults. With `slow` it opens each page alone,
 * with an empty cache over a slow line, in the dark, and shows it in forced colours too.
 */
export async function lookAt({ browser, address, visit, width, languages, pictures, slow = false }) {
  const context = await browser.newContext({
    viewport: { width, height: 800 }, colorScheme: slow ? 'dark' : 'light' });
  context.setDefaultTimeout(PATIENCE);
  const page = await context.newPage();
  const told = [];
  const homes = new Set();
  page.on('pageerror', (fault) => told.push(fault.message));
  let isRefused = false;
  page.on('console', (line) => line.type() === 'error' && !(isRefused && / status of 4(00|04|12|22) /.test(line.text()))
    && told.push(line.text()));
  page.on('request', (request) => homes.has(request.url().split('/').pop()) && told.push(
    `a home's area was asked for: ${request.url()}`));
  page.on('response', async (response) => {
    if (response.url().endsWith('/geofences')) {
      const { geofences } = await response.json();
      geofences.filter((one) => one.kind === 'home').forEach((one) => homes.add(one.id));
    }
  });
  if (visit.role) {
    await signIn(page, address, visit);
  }
  if (slow) {
    const line = await context.newCDPSession(page);
    await line.send('Network.enable');
    await line.send('Network.setCacheDisabled', { cacheDisabled: true });
    await line.send('Network.emulateNetworkConditions', SLOW_LINE);
  }

  const seen = [];
  for (const lang of languages) {
    for (const { path, name, query, then = {}, refused = false, paper = null } of visit.pages) {
      isRefused = refused;
      const open = () => page.goto(`${address}${path}?${new URLSearchParams({ ...query, lang })}`);
      for (const [step, act] of [['', open], ...Object.entries(slow ? {} : then)]) {
        const parts = [name, ...(step ? [step] : []), width, lang, ...(slow ? ['slow'] : [])];
        const failed = await (step ? keepsFocus(page, act) : act(page).then(() => []))
          .catch((fault) => [fault.message]);
        const faults = await look(parts.join('-')).catch((fault) => [fault.message]);
        if (paper && !slow && faults.length === 0) {
          faults.push(...await paperOf({ page, axe, picture: parts.join('-'), pictures, ...paper })
            .catch((fault) => [fault.message]));
        }
        if (!step) {
          faults.push(...await page.locator('main [role=alert]').allInnerTexts());
        }
        seen.push([parts.join(' '), [...failed, ...faults]]);
      }
    }
  }
  await context.close();
  return seen;

  async function look(picture) {
    await page.waitForLoadState('networkidle', { timeout: PATIENCE });
    const faults = told.splice(0);
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) {
      faults.push('wider than the window');
    }
    if (picture.endsWith('-en')) {
      faults.push(...(await page.locator('main').innerText()).match(ONE_OF_MANY) ?? []);
    }
    faults.push(...await heard(page));
    if (await page.locator('h1').count() !== 1) {
      faults.push('not exactly one h1');
    }
    await page.screenshot({ path: join(pictures, `${picture}.png`), fullPage: true });
    // What a screen reader is told, in its order.
    writeFileSync(join(pictures, `${picture}.txt`), await page.locator('body').ariaSnapshot());
    // The page's policy lets no script of others in, so it comes by the debugger.
    const { violations } = await page.evaluate(
      `window.axe ?? (() => { ${axe} })(); axe.run({ resultTypes: ['violations'] })`);
    if (slow) {
      await page.emulateMedia({ forcedColors: 'active' });
      await page.screenshot({ path: join(pictures, `${picture}-forced.png`), fullPage: true });
      await page.emulateMedia({ forcedColors: 'none' });
    }
    return [...faults, ...violations.map((one) =>
      `${one.id} (${one.impact}): ${one.nodes.map((node) => node.target.join(' ')).join(', ')}`)];
  }
}

async function signIn(page, address, { role, who }) {
  await page.goto(`${address}/`);
  await page.locator('header .btn').click();
  await page.locator(`button[value^="${who}"][value$="/${role}"]`).first().click();
  await page.locator('nav a').first().waitFor();
}
