// Drives every page of the console in Chromium on the story's data: at two widths, in both languages, as each kind of
// user, with axe-core on each; and once more over a slow line, in the dark and in forced colours. Beside each picture
// stands what a screen reader is told. It starts the local cloud and ends it.
//
//   node functions/Console/check.mjs [--state FOLDER] [--pictures FOLDER] [--results FILE.trx] [--only NAME]
//
// NAME is the beginning of pages' names in check/visits.mjs, such as kantor-area: only those are looked at.
//
// FOLDER is the main command's; a story that was told there before is not told again. Needs a build of infra/local.
// The browser is KINERJA_CHROMIUM, or the system's; without one everything is skipped, and the last lines say so.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findBrowser } from './check/browser.mjs';
import { startCloud } from './check/cloud.mjs';
import { lookAt } from './check/look.mjs';
import { visits } from './check/visits.mjs';

const root = join(import.meta.dirname, '..', '..');
const given = (name, fallback) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? fallback : process.argv[at + 1];
};
const pictures = given('--pictures', join(root, '.local', 'pages'));
const only = given('--only', '');
const chosen = visits
  .map((visit) => ({ ...visit, pages: visit.pages.filter((page) => page.name.startsWith(only)) }))
  .filter((visit) => visit.pages.length > 0);
const results = [];

const browser = await findBrowser();
if (browser === null) {
  results.push({ name: 'pages in Chromium (no chromium here; set KINERJA_CHROMIUM)', outcome: 'NotExecuted' });
} else {
  mkdirSync(pictures, { recursive: true });
  const cloud = await startCloud(root, given('--state', join(root, '.local')));
  try {
    const see = async (visit, width, languages, slow = false) => {
      const seen = await lookAt({ browser, address: cloud.address, visit, width, languages, pictures, slow });
      for (const [name, faults] of seen) {
        results.push({ name: `page ${name}`, outcome: faults.length === 0 ? 'Passed' : 'Failed', faults });
      }
    };
    // Two rounds at once, which write: never at one visit at a time. Beside them the slow line, which only reads, and
    // mostly waits. The longest visits come first.
    const longest = [...chosen].sort((a, b) => b.pages.length - a.pages.length);
    const busy = new Map();
    const round = async (width) => {
      const left = [...longest];
      while (left.length > 0) {
        const at = left.findIndex((visit) => !busy.has(visit));
        if (at < 0) {
          await Promise.race(busy.values());
          continue;
        }
        const [visit] = left.splice(at, 1);
        busy.set(visit, see(visit, width, ['id', 'en']).finally(() => busy.delete(visit)));
        await busy.get(visit);
      }
    };
    const waiting = [...longest];
    const slowly = async () => {
      while (waiting.length > 0) {
        await see(waiting.shift(), 360, ['id'], true);
      }
    };
    await Promise.all([round(360), round(1280), slowly(), slowly()]);
  } finally {
    await browser.close();
    await cloud.stop();
  }
}

const count = (outcome) => results.filter((one) => one.outcome === outcome).length;
const text = (value) => value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
const file = given('--results', null);
if (file !== null) {
  writeFileSync(file, [
    '<TestRun><Results>',
    ...results.map((one) => `<UnitTestResult testName="${text(one.name)}" outcome="${one.outcome}" />`),
    '</Results>',
    `<Counters passed="${count('Passed')}" failed="${count('Failed')}" notExecuted="${count('NotExecuted')}" />`,
    '</TestRun>', ''].join('\n'));
}
for (const one of results.filter((result) => result.outcome !== 'Passed')) {
  console.log(`${one.outcome === 'Failed' ? 'FAILED' : 'SKIPPED'}: ${one.name}`);
  for (const fault of one.faults ?? []) {
    console.log(`  ${fault}`);
  }
}
console.log(`${count('Passed')} pages passed, ${count('Failed')} failed, ${count('NotExecuted')} skipped; `
  + `pictures in ${pictures}`);
process.exitCode = count('Failed') === 0 ? 0 : 1;
