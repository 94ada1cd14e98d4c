// What came of each period, in any order and however often, and whether it is right: of each the newest revision that
// came whole counts. It runs in Node and in a browser; the console's page for ministries is made of it.

import { bytesOf, hexOf, sha256, toHex } from './hashes.mjs';
import { firstLink, manifestTypes, pageType, peopleOf, rankingFaults, replaces } from './ranking.mjs';
import { sealedBy } from './seals.mjs';

const kinds = new Map([
  ...manifestTypes.map((type) => [type, 'manifest']),
  [pageType, 'page'],
  ['id.go.kinerja.predicate.finalised.v1', 'final'],
  ['id.go.kinerja.run.reopened.v1', 'reopened'],
]);

/** Whether an event of that type tells of a period's result. */
export const tellsOfResult = (type) => kinds.has(type);

/**
 * By agency and period: { agency, period, state, ranking, revisions, final, notAssessed, lacks }. `ranking` is the
 * revision that counts, undefined where none came whole; `revisions` has it last, after the newer ones that lack
 * something; `lacks` is all that the period waits for. `pause` is awaited after each event and each page.
 */
export async function periodsOf(events, keys, pause = () => undefined) {
  const periods = new Map();
  for (const one of events) {
    const fact = factOf(one);
    if (fact !== undefined) {
      const key = JSON.stringify([fact.agency, fact.period]);
      periods.set(key, periods.get(key) ?? []);
      periods.get(key).push(fact);
    }
    await pause();
  }
  const found = [];
  for (const facts of periods.values()) {
    found.push(await periodOf(facts, keys, pause));
  }
  return found.sort((a, b) => order(a.agency, b.agency) || order(a.period, b.period));
}

const order = (a, b) => (a < b ? -1 : Number(a > b));

/** What an event says about a period's result; undefined for any other event, and for a body that is not its type's. */
function factOf({ agency, sequence, type, seal, data }) {
  const kind = kinds.get(type);
  try {
    const json = kind === undefined ? {} : JSON.parse(data);
    const isResult = json.agencyId === agency && typeof json.period === 'string' && Number.isInteger(json.revision);
    return isResult
      ? { agency, sequence, kind, period: json.period, revision: json.revision, seal, json, bytes: bytesOf(data) }
      : undefined;
  } catch {
    return undefined;
  }
}

async function periodOf(facts, keys, pause) {
  const { agency, period } = facts[0];
  const manifests = new Map();
  for (const fact of facts.filter(({ kind }) => kind === 'manifest')) {
    const says = await sealedBy(fact.seal, keys, fact.bytes);
    if (says !== undefined && !manifests.has(fact.revision)) {
      manifests.set(fact.revision, { ...fact, says });
    }
  }
  const revisions = [];
  let ranking;
  for (const revision of [...new Set(facts.map((fact) => fact.revision))].sort((a, b) => b - a)) {
    const of = facts.filter((fact) => fact.revision === revision);
    revisions.push(await revisionOf(revision, of, manifests, pause));
    if (revisions.at(-1).lacks.length === 0) {
      ranking = revisions.at(-1);
      break;
    }
  }
  const lacks = revisions.toReversed().flatMap((one) => one.lacks);
  if (ranking === undefined) {
    return { agency, period, state: 'waiting', ranking, revisions, final: undefined, notAssessed: [], lacks };
  }
  const { state, final, notAssessed, lacks: more } = await finality(ranking, facts, keys);
  return { agency, period, state, ranking, revisions, final, notAssessed, lacks: [...lacks, ...more] };
}

/**
 * A page is whatever has the hash that the manifest says. `other` are numbers of pages of which only other bytes came;
 * `faults` is there once all pages are, and `before` says whether the revision before is the one that it replaces.
 */
async function revisionOf(revision, facts, manifests, pause) {
  const manifest = manifests.get(revision);
  const one = {
    revision, manifest, pages: new Map(), missing: [], other: [], faults: undefined, before: 'first', lacks: [],
    numbers: facts.filter(({ kind }) => kind === 'manifest' || kind === 'page').map(({ sequence }) => sequence),
  };
  if (manifest === undefined) {
    one.lacks.push({ what: 'manifest', revision, came: facts.some(({ kind }) => kind === 'manifest') });
    return one;
  }
  for (const { number, sha256: expected } of manifest.json.pages) {
    const came = facts.filter(({ kind, json }) => kind === 'page' && json.page === number);
    const right = await firstOf(came, async (fact) => await hexOf(fact.bytes) === expected);
    if (right !== undefined) {
      one.pages.set(number, right);
    } else {
      (came.length > 0 ? one.other : one.missing).push(number);
      one.lacks.push({ what: 'page', revision, page: number, came: came.length > 0 });
    }
    await pause();
  }
  const named = manifest.json.supersedes?.revision;
  one.before = named === undefined ? 'first' : !manifests.has(named) ? 'unseen'
    : await replaces(manifest, manifests.get(named)) ? 'replaced' : 'another';
  if (one.lacks.length === 0) {
    one.faults = await rankingFaults(one, pause);
    if (one.faults.length > 0 || one.before === 'another') {
      one.lacks.push({ what: 'contradiction', revision });
    }
  }
  return one;
}

async function firstOf(items, holds) {
  for (const one of items) {
    if (await holds(one)) {
      return one;
    }
  }
  return undefined;
}

/**
 * The pages of one time have one `finalSince` in their seals. What came later in the agency's numbers counts: all
 * pages, or the opening. `final` is there when pages of final predicates came: how many are right and of how many, and
 * what their seals say where they are final.
 */
async function finality(ranking, facts, keys) {
  const reopened = Math.max(0, ...facts.filter((fact) => fact.kind === 'reopened').map((fact) => fact.sequence));
  const pages = facts.filter((fact) => fact.kind === 'final' && fact.revision === ranking.revision
    && fact.sequence > reopened);
  const open = reopened > 0 ? 'reopened' : 'open';
  const numbers = pages.map(({ sequence }) => sequence);
  const times = new Map();
  for (const page of pages) {
    const says = await sealedBy(page.seal, keys, page.bytes);
    if (says?.finality === 'final') {
      times.set(says.finalSince, [...times.get(says.finalSince) ?? [], { ...page, says }]);
    }
  }
  const lacks = [];
  for (const time of times.values()) {
    const { people, right, lack } = await finalPeople(ranking, time);
    if (lack === undefined) {
      const notAssessed = people.filter((one) => one.notAssessed !== undefined);
      return { state: 'final', final: { right, of: right, says: time[0].says, numbers }, notAssessed, lacks: [] };
    }
    lacks.push(lack);
  }
  if (lacks.length === 0 && pages.length > 0) {
    lacks.push({ what: 'finalSeal', came: true });
  }
  const final = pages.length > 0 ? { right: 0, of: pages[0].json.pages, numbers } : undefined;
  return { state: open, final, notAssessed: [], lacks };
}

async function finalPeople(ranking, pages) {
  const count = pages[0].json.pages;
  const manifest = await hexOf(ranking.manifest.bytes);
  const people = [];
  let chain = firstLink;
  for (let number = 1; number <= count; number += 1) {
    const page = pages.find((one) => one.json.page === number);
    if (page === undefined) {
      return { lack: { what: 'finalPage', page: number, pages: count, came: false } };
    }
    const { chainBeforeSha256, manifestSha256, people: some } = page.json;
    if (chainBeforeSha256 !== toHex(chain) || manifestSha256 !== manifest) {
      return { lack: { what: 'finalPage', page: number, pages: count, came: true } };
    }
    chain = await sha256(chain, await sha256(page.bytes));
    people.push(...some);
  }
  return agrees(ranking, people) ? { people, right: count } : { lack: { what: 'finalPeople', came: true } };
}

/** Everybody of the ranking has the same predicate there, and nobody else has one. */
function agrees(ranking, people) {
  const [final, ranked] = [people.filter((one) => one.predicate !== undefined), peopleOf(ranking)]
    .map((some) => new Set(some.map((one) => JSON.stringify([one.employeeId, one.predicate]))));
  return people.filter((one) => one.notAssessed !== undefined).length === ranking.manifest.json.notAssessed
    && final.size === ranked.size && [...final].every((one) => ranked.has(one));
}
