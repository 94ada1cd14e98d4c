// One revision of a ranking as it came: { manifest: { bytes, json, seal }, pages: Map of number to { bytes, json } }.

import { fromHex, hexOf, sha256, toHex } from './hashes.mjs';
import { leavesOf, linesOf, rootOfLeaves } from './lines.mjs';

export const manifestTypes = ['id.go.kinerja.ranking.published.v1', 'id.go.kinerja.ranking.superseded.v1'];
export const pageType = 'id.go.kinerja.ranking.page.v1';

/** Before the first page of a chain. */
export const firstLink = new Uint8Array(32);

export function isComplete({ manifest, pages }) {
  return manifest !== undefined && manifest.json.pages.every((page) => pages.has(page.number));
}

/** The lines of all pages, best first. */
export function peopleOf({ manifest, pages }) {
  return manifest.json.pages.flatMap((page) => pages.get(page.number).json.lines);
}

/**
 * What is wrong with a complete ranking, apart from its seal; empty when nothing is. `told` is awaited after each page.
 */
export async function rankingFaults(ranking, told = () => undefined) {
  const { manifest, pages } = ranking;
  const found = [];
  const all = [];
  let link = firstLink;
  for (const { number, lines, sha256: expected, rootSha256 } of manifest.json.pages) {
    const page = pages.get(number);
    const leaves = await leavesOf(linesOf(new TextDecoder().decode(page.bytes)));
    all.push(...leaves);
    const hash = await sha256(page.bytes);
    if (toHex(hash) !== expected || page.json.lines.length !== lines || await rootOfLeaves(leaves) !== rootSha256) {
      found.push(`page ${number}`);
    }
    link = await sha256(link, hash);
    await told();
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
  if (toHex(link) !== manifest.json.chainSha256) {
    found.push('chain');
  }
  if (await rootOfLeaves(all) !== manifest.json.linesRootSha256) {
    found.push('lines');
  }
  return found;
}

/** Whoever was not there for the revision before cannot check it; whoever was must find its very bytes named. */
export async function replaces(manifest, before) {
  return manifest.json.supersedes === undefined || before === undefined
    || await hexOf(before.bytes) === manifest.json.supersedes.manifestSha256;
}
