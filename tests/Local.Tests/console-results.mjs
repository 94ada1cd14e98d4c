// Receives and checks with the code of the console's page for ministries, bundled as its build does it. It writes the
// files that the page gives, and prints of each thing that lacks where the page says to look for it.
//
//   node tests/Local.Tests/console-results.mjs CONSOLE FOLDER API AGENCY

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, target, api, agency] = process.argv.slice(2);
const { build } = createRequire(join(folder, 'package.json'))('esbuild');
const { bundling } = await import(pathToFileURL(join(folder, 'options.mjs')).href);
const { outputFiles: [file] } = await build({
  ...bundling, write: false, entryPoints: [join(folder, 'src', 'pages', 'ministry', 'received.ts')] });
const code = Buffer.from(file.contents).toString('base64');
const { check, csvOf, gapsOf, jsonLinesOf, receive } = await import(`data:text/javascript;base64,${code}`);

try {
  const textAfter = (after) => textOf(`agencies/${agency}/events?after=${after}`);
  const received = await receive(agency, textAfter, () => undefined);
  const periods = await check(received, JSON.parse(await textOf('receipt-keys')), () => undefined);
  for (const [name, write] of [['results.jsonl', jsonLinesOf], ['results.csv', csvOf]]) {
    writeFileSync(join(target, name), (await Promise.all(periods.toReversed().map(write))).join(''));
  }
  for (const one of periods) {
    one.lacks.forEach((lack) => console.log(`${lack.what} ${JSON.stringify(gapsOf(lack, one, received))}`));
  }
  process.exitCode = periods.some(({ lacks }) => lacks.length > 0) ? 1 : 0;
} catch (fault) {
  console.log(fault);
  process.exitCode = 2;
}

async function textOf(path) {
  const answer = await fetch(new URL(`/api/v1/${path}`, api));
  if (!answer.ok) {
    throw new Error(`${path} was answered with ${answer.status}`);
  }
  return await answer.text();
}
