// Judges cases from a file with the sample consumer: roots of pages, and proofs.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [folder, file] = process.argv.slice(2);
const { linesOf, rootOf, proves } = await import(pathToFileURL(join(folder, 'Ministry', 'lines.mjs')).href);
const { pages, proofs } = JSON.parse(readFileSync(file, 'utf8'));
const result = {
  roots: await Promise.all(pages.map((page) => rootOf(linesOf(page)))),
  holds: await Promise.all(proofs.map(({ proof, size, root }) => proves(proof, size, root))),
};
console.log(`result ${JSON.stringify(result)}`);
