// Verifies that a person's own line stands in a published ranking, without the lines of others: the tree of RFC 6962
// over the lines, and the proof of RFC 9162 section 2.1.3.2. ANSWER is what the API says at
// .../ranking/proofs/{employee}, MANIFEST the published manifest, byte for byte. Exit code 0 when every proof holds.
//
//   node infra/local/Ministry/verify-line.mjs ANSWER.json MANIFEST.json

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const sha256 = (...parts) => createHash('sha256').update(Buffer.concat(parts)).digest();
const leafOf = (line) => sha256(Buffer.of(0), Buffer.from(line, 'utf8'));
const nodeOf = (left, right) => sha256(Buffer.of(1), left, right);

/** The lines of a page's text, each exactly as it stands there: flat objects, and no value holds a brace. */
export function linesOf(pageText) {
  return pageText.slice(pageText.indexOf('[')).match(/\{[^{}]*\}/g) ?? [];
}

/** The root over lines in their order, as hexadecimal text. */
export function rootOf(lines) {
  return (lines.length === 0 ? sha256() : joined(lines.map(leafOf))).toString('hex');
}

/** Whether the proof leads from its line to the root of a tree of that size. */
export function proves({ line, index, treeSize, path }, size, root) {
  if (treeSize !== size || !Number.isInteger(index) || index < 0 || index >= size) {
    return false;
  }
  let hash = leafOf(line);
  let [node, last] = [index, size - 1];
  const up = () => { [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]; };
  for (const beside of path.map((text) => Buffer.from(text, 'hex'))) {
    if (last === 0 || beside.length !== 32) {
      return false;
    }
    if (node % 2 === 1 || node === last) {
      hash = nodeOf(beside, hash);
      while (node % 2 === 0 && node > 0) {
        up();
      }
    } else {
      hash = nodeOf(hash, beside);
    }
    up();
  }
  return last === 0 && hash.toString('hex') === root;
}

/** What is wrong with an answer of the API, held against the manifest's bytes; empty when nothing is. */
export function faultsOf(answer, manifestBytes) {
  const manifest = JSON.parse(manifestBytes.toString('utf8'));
  const trees = {
    ranking: [manifest.assessed, manifest.linesRootSha256],
    leftOut: [manifest.excludedFromReward + manifest.notAssessed, manifest.leftOutRootSha256],
  };
  const found = answer.proofs.filter((proof) => !proves(proof, ...trees[proof.list]))
    .map((proof) => `proof of ${proof.list}`);
  const isOthers = (proof) => JSON.parse(proof.line).employeeId !== answer.employeeId;
  if (answer.proofs.length === 0 || answer.proofs.some(isOthers)) {
    found.push('person');
  }
  const isOfAnother = ['agencyId', 'period', 'revision'].some((name) => manifest[name] !== answer[name]);
  if (isOfAnother || sha256(manifestBytes).toString('hex') !== answer.manifestSha256) {
    found.push('manifest');
  }
  return found;
}

function joined(hashes) {
  if (hashes.length === 1) {
    return hashes[0];
  }
  let left = 1;
  while (left * 2 < hashes.length) {
    left *= 2;
  }
  return nodeOf(joined(hashes.slice(0, left)), joined(hashes.slice(left)));
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [answer, manifest] = process.argv.slice(2);
  const faults = faultsOf(JSON.parse(readFileSync(answer, 'utf8')), readFileSync(manifest));
  console.log(JSON.stringify({ holds: faults.length === 0, faults }));
  process.exitCode = faults.length === 0 ? 0 : 1;
}
