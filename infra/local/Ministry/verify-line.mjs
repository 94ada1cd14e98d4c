// Verifies that a person's own line stands in a published ranking, without the lines of others. ANSWER is what the API
// says at .../ranking/proofs/{employee}, MANIFEST the published manifest, byte for byte. Exit code 0 when every proof
// holds.
//
//   node infra/local/Ministry/verify-line.mjs ANSWER.json MANIFEST.json

import { readFileSync } from 'node:fs';
import { faultsOf } from './lines.mjs';

const [answer, manifest] = process.argv.slice(2);
const faults = await faultsOf(JSON.parse(readFileSync(answer, 'utf8')), readFileSync(manifest));
console.log(JSON.stringify({ holds: faults.length === 0, faults }));
process.exitCode = faults.length === 0 ? 0 : 1;
