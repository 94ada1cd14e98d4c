// One revision of a ranking as it came: { manifest: { bytes, json, seal }, pages: Map of number to { bytes, json } }.

import { createHash } from 'node:crypto';
import { linesOf, rootOf } from './verify-line.mjs';

export const manifestTypes = ['id.go.kinerja.ranking.published.v1', 'id.go.kinerja.ranking.superseded.v1'];
export const pageType = 'id.go.kinerja.ranking.page.v1';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest();
export const hexOf = (bytes) => sha256(bytes).toString('hex');

export function isComplete({ manifest, pages }) {
  return manifest !== undefined && manifest.json.pages.every((page) => pages.has(page.number));
}

/** The lines of all pages, best first. */
export function peopleOf({ manifest, pages }) {
  return manifest.json.pages.flatMap((page) => pages.get(page.number).json.lines);
}

/** What is wrong with a complete ranking, apart from its seal; empty when nothing is. */
export function rankingFaults(ranking) {
  const { manifest, pages } = ranking;
  const found = [];
  const texts = [];
  let link = Buffer.alloc(32);
  for (const { number, lines, sha256: expected, rootSha256 } of manifest.json.pages) {
    const page = pages.get(number);
    const written = linesOf(page.bytes.toString('utf8'));
    texts.push(...written);
    const hash = sha256(page.bytes);
    if (hash.toString('hex') !== expected || page.json.lines.length !== lines || rootOf(written) !== rootSha256) {
      found.push(`page ${number}`);
    }
    link = sha256(Buffer.concat([link, hash]));
  }
  const people = peopleOf(ranking);
  const counted = { in: 'inTopShare', tiedAtCap: 'tiedAtCap', excludedFromReward: 'excludedFromReward' };
  for (const [share, named] of Object.entries(counted)) {
    if (people.filter((line) => line.topShare === share).length !== manifest.json[named]) {
      found.push(named);
    }
  }
  if (people.length !== manifest.json.assessed) {
    found.push('assessed');
  }
  if (link.toString('hex') !== manifest.json.chainSha256) {
    found.push('chain');
  }
  if (rootOf(texts) !== manifest.json.linesRootSha256) {
    found.push('lines');
  }
  return found;
}

/** Whoever was not there for the revision before cannot check it; whoever was must find its very bytes named. */
export function replaces(manifest, before) {
  return manifest.json.supersedes === undefined || before === undefined
    || hexOf(before.bytes) === manifest.json.supersedes.manifestSha256;
}
