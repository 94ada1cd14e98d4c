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
import { looker } from './check/look.mjs';
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
    for (const visit of chosen) {
      for (const [width, slow, languages] of [[360, false, ['id', 'en']], [1280, false, ['id', 'en']],
        [360, true, ['id']]]) {
        const look = await looker({ browser, address: cloud.address, visit, width, pictures, slow });
        for (const lang of languages) {
          for (const [name, faults] of await look(lang)) {
            results.push({ name: `page ${name}`, outcome: faults.length === 0 ? 'Passed' : 'Failed', faults });
          }
        }
      }
    }
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
