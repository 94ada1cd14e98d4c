// The table of results over all that came, in any order and however often: of each period the newest revision that came
// whole and is right. What is not right is never in it; `waits` tells of it.

import { hexOf, manifestTypes, pageType, peopleOf, rankingFaults, replaces, sha256 } from './ranking.mjs';
import { openSeal, sealFaults } from './verify-seal.mjs';

const kinds = new Map([
  ...manifestTypes.map((type) => [type, 'manifest']),
  [pageType, 'page'],
  ['id.go.kinerja.predicate.finalised.v1', 'final'],
  ['id.go.kinerja.run.reopened.v1', 'reopened'],
]);

/** The table's lines: one for a period, then one for each of its people. */
export function tableOf(events, keys) {
  const periods = new Map();
  for (const fact of events.map(factOf).filter((one) => one !== undefined)) {
    const key = JSON.stringify([fact.agency, fact.period]);
    periods.set(key, [...periods.get(key) ?? [], fact]);
  }
  return [...periods.entries()]
    .map(([key, facts]) => [...JSON.parse(key), facts])
    .sort((a, b) => order(a[0], b[0]) || order(a[1], b[1]))
    .flatMap(([agency, period, facts]) => linesOf(agency, period, facts, keys));
}

const order = (a, b) => (a < b ? -1 : Number(a > b));

/** What an event says about a period's result; undefined for any other event, and for a body that is not its type's. */
function factOf({ agency, sequence, type, seal, data }) {
  const kind = kinds.get(type);
  try {
    const json = kind === undefined ? {} : JSON.parse(data);
    const isResult = json.agencyId === agency && typeof json.period === 'string' && Number.isInteger(json.revision);
    return isResult
      ? { agency, sequence, kind, period: json.period, revision: json.revision, seal, json, bytes: Buffer.from(data) }
      : undefined;
  } catch {
    return undefined;
  }
}

function isSealed(fact, keys) {
  return sealFaults(fact.seal, keys, fact.bytes).length === 0;
}

function linesOf(agency, period, facts, keys) {
  const manifests = new Map();
  for (const fact of facts.filter((one) => one.kind === 'manifest' && isSealed(one, keys))) {
    manifests.set(fact.revision, manifests.get(fact.revision) ?? fact);
  }
  let [newest, waits] = [undefined, []];
  for (const revision of [...new Set(facts.map((fact) => fact.revision))].sort((a, b) => a - b)) {
    const of = facts.filter((fact) => fact.revision === revision);
    const ranking = { manifest: manifests.get(revision), pages: new Map() };
    const lacks = ranking.manifest === undefined
      ? [`the manifest of revision ${revision}${of.some((fact) => fact.kind === 'manifest')
        ? ': its seal does not hold' : ''}`]
      : lacksOf(ranking, of, manifests);
    [newest, waits] = lacks.length === 0 ? [ranking, []] : [newest, [...waits, ...lacks]];
  }
  if (newest === undefined) {
    return [{ agency, period, state: 'waiting', assessed: 0, notAssessed: 0, inTopShare: 0, waits }];
  }

  const { state, notAssessed, lacks } = finality(newest, facts, keys);
  const { json, bytes } = newest.manifest;
  const people = [
    ...peopleOf(newest).map(({ employeeId, place, predicate, score, topShare }) => (
      { agency, period, employeeId, place, predicate, score, topShare })),
    ...notAssessed.map(({ employeeId, notAssessed: why }) => ({ agency, period, employeeId, notAssessed: why })),
  ];
  return [
    {
      agency,
      period,
      revision: json.revision,
      state,
      assessed: json.assessed,
      notAssessed: json.notAssessed,
      inTopShare: json.inTopShare,
      manifestSha256: hexOf(bytes),
      waits: [...waits, ...lacks],
    },
    ...people,
  ];
}

/** Empty when every page is there and right. A page is whatever has the hash that the manifest says. */
function lacksOf(ranking, facts, manifests) {
  const { manifest } = ranking;
  const lacks = [];
  for (const { number, sha256: expected } of manifest.json.pages) {
    const came = facts.filter((fact) => fact.kind === 'page' && fact.json.page === number);
    const right = came.find((fact) => hexOf(fact.bytes) === expected);
    if (right === undefined) {
      lacks.push(`page ${number} of revision ${manifest.revision}${came.length > 0 ? ': other bytes came' : ''}`);
    } else {
      ranking.pages.set(number, right);
    }
  }
  const contradicts = lacks.length === 0 && (rankingFaults(ranking).length > 0
    || !replaces(manifest, manifests.get(manifest.json.supersedes?.revision)));
  return contradicts ? [`revision ${manifest.revision}, which contradicts itself or the one before`] : lacks;
}

/**
 * The pages of one time have one `finalSince` in their seals. What came later in the agency's numbers counts: all
 * pages, or the opening.
 */
function finality(ranking, facts, keys) {
  const reopened = Math.max(0, ...facts.filter((fact) => fact.kind === 'reopened').map((fact) => fact.sequence));
  const pages = facts.filter((fact) => fact.kind === 'final' && fact.revision === ranking.manifest.revision
    && fact.sequence > reopened);
  const times = new Map();
  for (const page of pages.filter((one) => isSealed(one, keys))) {
    const said = openSeal(page.seal, keys);
    if (said.finality === 'final') {
      times.set(said.finalSince, [...times.get(said.finalSince) ?? [], page]);
    }
  }
  const lacks = [];
  for (const time of times.values()) {
    const { people, lack } = finalPeople(ranking, time);
    if (lack === undefined) {
      return { state: 'final', notAssessed: people.filter((one) => one.notAssessed !== undefined), lacks: [] };
    }
    lacks.push(lack);
  }
  if (lacks.length === 0 && pages.length > 0) {
    lacks.push('the final pages: their seal does not hold');
  }
  return { state: reopened > 0 ? 'reopened' : 'open', notAssessed: [], lacks };
}

function finalPeople(ranking, pages) {
  const count = pages[0].json.pages;
  const people = [];
  let chain = Buffer.alloc(32);
  for (let number = 1; number <= count; number += 1) {
    const page = pages.find((one) => one.json.page === number);
    if (page === undefined) {
      return { lack: `final page ${number} of ${count}` };
    }
    const { chainBeforeSha256, manifestSha256, people: some } = page.json;
    if (chainBeforeSha256 !== chain.toString('hex') || manifestSha256 !== hexOf(ranking.manifest.bytes)) {
      return { lack: `final page ${number} of ${count}: it belongs to another result` };
    }
    chain = sha256(Buffer.concat([chain, sha256(page.bytes)]));
    people.push(...some);
  }
  return agrees(ranking, people) ? { people } : { lack: 'final pages that agree with the ranking' };
}

/** Everybody of the ranking has the same predicate there, and nobody else has one. */
function agrees(ranking, people) {
  const [final, ranked] = [people.filter((one) => one.predicate !== undefined), peopleOf(ranking)]
    .map((some) => new Set(some.map((one) => JSON.stringify([one.employeeId, one.predicate]))));
  return people.filter((one) => one.notAssessed !== undefined).length === ranking.manifest.json.notAssessed
    && final.size === ranked.size && [...final].every((one) => ranked.has(one));
}
