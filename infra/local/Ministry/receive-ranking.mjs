// Another ministry's consumer on the official @azure/service-bus: receives one agency's ranking, checks it against its
// manifest and prints it as JSON. After a decided objection the next revision replaces the one before, and its manifest
// names it. The newest revision that came whole is shown, at least REVISION. What it takes is gone from the
// subscription: run again, it waits a minute for news and says complete: false. Messages of other agencies are given
// back, and after ten times the bus sets them aside: a real consumer has a subscription of its own that filters by
// agency.
//
// With the address of the published keys (KEYS) it also checks the manifest's seal.
//
//   node infra/local/Ministry/receive-ranking.mjs CONNECTION_STRING AGENCY [SUBSCRIPTION] [REVISION] [KEYS]

import { createHash } from 'node:crypto';
import { ServiceBusClient } from '@azure/service-bus';
import { linesOf, rootOf } from './verify-line.mjs';
import { openSeal, sealFaults } from './verify-seal.mjs';

const [connection, agency, subscription = 'all-events', atLeast = '1', keysAddress] = process.argv.slice(2);
const patienceMs = 60_000;

const manifestTypes = ['id.go.kinerja.ranking.published.v1', 'id.go.kinerja.ranking.superseded.v1'];

// Of each period and revision: its manifest and its pages, in whatever order they come.
const revisions = new Map();

const client = new ServiceBusClient(connection);
// Unparsed, because the hashes are over the very bytes.
const receiver = client.createReceiver('kinerja-events', subscription, { skipParsingBodyAsJson: true });
const deadline = Date.now() + patienceMs;
while (newest() === undefined && Date.now() < deadline) {
  for (const message of await receiver.receiveMessages(10, { maxWaitTimeInMs: 2_000 })) {
    if (message.applicationProperties.agency === agency) {
      take(message);
      await receiver.completeMessage(message);
    } else {
      await receiver.abandonMessage(message);
    }
  }
}

await client.close();
const ranking = newest();
const keys = keysAddress === undefined ? undefined : await (await fetch(keysAddress)).json();
const found = ranking === undefined ? [] : faults(ranking);
console.log(JSON.stringify({ complete: ranking !== undefined, faults: found, ...summary(ranking) }));
process.exitCode = ranking !== undefined && found.length === 0 ? 0 : 1;

function take(message) {
  const bytes = Buffer.from(message.body);
  const { type } = message.applicationProperties;
  const isManifest = manifestTypes.includes(type);
  if (!isManifest && type !== 'id.go.kinerja.ranking.page.v1') {
    return;
  }
  const json = JSON.parse(bytes.toString('utf8'));
  const key = keyOf(json.period, json.revision);
  const { pages, manifest } = revisions.get(key) ?? { pages: new Map() };
  revisions.set(key, isManifest
    ? { pages, manifest: { id: message.messageId, attributes: message.applicationProperties, bytes, json } }
    : { pages: pages.set(json.page, { bytes, json }), manifest });
}

function keyOf(period, revision) {
  return `${period} ${revision}`;
}

function newest() {
  return [...revisions.values()].filter(isComplete)
    .filter(({ manifest }) => manifest.json.revision >= Number(atLeast))
    .sort((a, b) => b.manifest.json.revision - a.manifest.json.revision)[0];
}

function isComplete({ manifest, pages }) {
  return manifest !== undefined && manifest.json.pages.every((page) => pages.has(page.number));
}

function faults({ manifest, pages }) {
  const found = [];
  const texts = [];
  let link = Buffer.alloc(32);
  for (const { number, lines, sha256, rootSha256 } of manifest.json.pages) {
    const page = pages.get(number);
    const written = linesOf(page.bytes.toString('utf8'));
    texts.push(...written);
    const hash = createHash('sha256').update(page.bytes).digest();
    if (hash.toString('hex') !== sha256 || page.json.lines.length !== lines || rootOf(written) !== rootSha256) {
      found.push(`page ${number}`);
    }
    link = createHash('sha256').update(Buffer.concat([link, hash])).digest();
  }
  const lines = [...pages.values()].flatMap((page) => page.json.lines);
  const counted = { in: 'inTopShare', tiedAtCap: 'tiedAtCap', excludedFromReward: 'excludedFromReward' };
  for (const [share, named] of Object.entries(counted)) {
    if (lines.filter((line) => line.topShare === share).length !== manifest.json[named]) {
      found.push(named);
    }
  }
  if (link.toString('hex') !== manifest.json.chainSha256) {
    found.push('chain');
  }
  if (rootOf(texts) !== manifest.json.linesRootSha256) {
    found.push('lines');
  }
  if (keys !== undefined) {
    found.push(...sealFaults(manifest.attributes.cloudEvents_seal, keys, manifest.bytes));
  }
  if (manifest.json.supersedes !== undefined && !names(manifest.json)) {
    found.push('supersedes');
  }
  return found;
}

// Whoever was not there for the revision before cannot check it; whoever was must find its very bytes named.
function names({ period, supersedes }) {
  const replaced = revisions.get(keyOf(period, supersedes.revision))?.manifest;
  return replaced === undefined
    || createHash('sha256').update(replaced.bytes).digest('hex') === supersedes.manifestSha256;
}

function summary(ranking) {
  return ranking === undefined ? {} : {
    id: ranking.manifest.id,
    cloudEvent: ranking.manifest.attributes.cloudEvents_type,
    revision: ranking.manifest.json.revision,
    supersedes: ranking.manifest.json.supersedes,
    sealed: keys === undefined ? undefined : openSeal(ranking.manifest.attributes.cloudEvents_seal ?? '', keys),
    assessed: ranking.manifest.json.assessed,
    lines: [...ranking.pages.entries()].sort(([a], [b]) => a - b).flatMap(([, page]) => page.json.lines),
  };
}
