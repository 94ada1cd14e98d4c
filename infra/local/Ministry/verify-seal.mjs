// Verifies the seal of a ranking's manifest, or of a page of final predicates. It says which bytes it is for, when they
// were published, until when people may object, and whether they are final. Exit code 0 when the seal holds for DATA.
//
//   node infra/local/Ministry/verify-seal.mjs SEAL KEYS.json DATA.json

import { readFileSync } from 'node:fs';
import { openSeal, sealFaults } from './seals.mjs';

const [seal, keys, data] = process.argv.slice(2);
const published = JSON.parse(readFileSync(keys, 'utf8'));
const faults = await sealFaults(seal, published, readFileSync(data));
console.log(JSON.stringify({ holds: faults.length === 0, faults, says: await openSeal(seal, published) }));
process.exitCode = faults.length === 0 ? 0 : 1;
