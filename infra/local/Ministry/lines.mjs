// The tree of RFC 6962 over a ranking's lines, and the proof of one of them (RFC 9162, section 2.1.3.2).

import { bytesOf, fromHex, hexOf, sha256, toHex } from './hashes.mjs';

const [leafMark, nodeMark] = [Uint8Array.of(0), Uint8Array.of(1)];

/** A browser's hashes are made so many at a time. */
const atOnce = 1024;

const leafOf = (line) => sha256(leafMark, bytesOf(line));
const nodeOf = (left, right) => sha256(nodeMark, left, right);

/** The lines of a page's text, each exactly as it stands there: flat objects, and no value holds a brace. */
export function linesOf(pageText) {
  return pageText.slice(pageText.indexOf('[')).match(/\{[^{}]*\}/g) ?? [];
}

/** The root over lines in their order, as hexadecimal text. */
export const rootOf = async (lines) => rootOfLeaves(await leavesOf(lines));

/** The hash of each line. */
export const leavesOf = (lines) => each(lines, (line) => leafOf(line));

/** The root over the lines' hashes: level by level, and who has nobody beside itself goes up as it is. */
export async function rootOfLeaves(leaves) {
  let level = leaves;
  while (level.length > 1) {
    const below = level;
    level = await each(below.filter((_, i) => i % 2 === 0), (left, i) => (
      2 * i + 1 < below.length ? nodeOf(left, below[2 * i + 1]) : left));
  }
  return toHex(level[0] ?? await sha256(new Uint8Array()));
}

/** Whether the proof leads from its line to the root of a tree of that size. */
export async function proves({ line, index, treeSize, path }, size, root) {
  if (treeSize !== size || !Number.isInteger(index) || index < 0 || index >= size) {
    return false;
  }
  let hash = await leafOf(line);
  let [node, last] = [index, size - 1];
  const up = () => { [node, last] = [Math.floor(node / 2), Math.floor(last / 2)]; };
  for (const beside of path.map(fromHex)) {
    if (last === 0 || beside.length !== 32) {
      return false;
    }
    if (node % 2 === 1 || node === last) {
      hash = await nodeOf(beside, hash);
      while (node % 2 === 0 && node > 0) {
        up();
      }
    } else {
      hash = await nodeOf(hash, beside);
    }
    up();
  }
  return last === 0 && toHex(hash) === root;
}

/** What is wrong with an answer of the API, held against the manifest's bytes; empty when nothing is. */
export async function faultsOf(answer, manifestBytes) {
  const manifest = JSON.parse(new TextDecoder().decode(manifestBytes));
  const trees = {
    ranking: [manifest.assessed, manifest.linesRootSha256],
    leftOut: [manifest.excludedFromReward + manifest.notAssessed, manifest.leftOutRootSha256],
  };
  const found = [];
  for (const proof of answer.proofs) {
    if (!await proves(proof, ...trees[proof.list])) {
      found.push(`proof of ${proof.list}`);
    }
  }
  const isOthers = (proof) => JSON.parse(proof.line).employeeId !== answer.employeeId;
  if (answer.proofs.length === 0 || answer.proofs.some(isOthers)) {
    found.push('person');
  }
  const isOfAnother = ['agencyId', 'period', 'revision'].some((name) => manifest[name] !== answer[name]);
  if (isOfAnother || await hexOf(manifestBytes) !== answer.manifestSha256) {
    found.push('manifest');
  }
  return found;
}

async function each(items, hash) {
  const found = [];
  for (let from = 0; from < items.length; from += atOnce) {
    found.push(...await Promise.all(items.slice(from, from + atOnce).map((item, i) => hash(item, from + i))));
  }
  return found;
}
