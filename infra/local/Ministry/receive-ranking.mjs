// Another ministry's consumer on the official @azure/service-bus: receives one agency's ranking, checks it against its
// manifest and prints it as JSON. After a decided objection the next revision replaces the one before, and its manifest
// names it. The newest revision that came whole is shown, at least REVISION. What it takes is gone from the
// subscription: run again, it waits a minute for news and says complete: false. Messages of other agencies are given
// back, and after ten times the bus sets them aside: a real consumer has a subscription of its own that filters by
// agency, and keeps what it took, as keep-results.mjs does.
//
// With the address of the published keys (KEYS) it also checks the manifest's seal.
//
//   node infra/local/Ministry/receive-ranking.mjs CONNECTION_STRING AGENCY [SUBSCRIPTION] [REVISION] [KEYS]

import { ServiceBusClient } from '@azure/service-bus';
import { isComplete, manifestTypes, pageType, peopleOf, rankingFaults, replaces } from './ranking.mjs';
import { openSeal, sealFaults } from './seals.mjs';

const [connection, agency, subscription = 'all-events', atLeast = '1', keysAddress] = process.argv.slice(2);
const patienceMs = 60_000;

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
const found = ranking === undefined ? [] : await faults(ranking);
console.log(JSON.stringify({ complete: ranking !== undefined, faults: found, ...await summary(ranking) }));
process.exitCode = ranking !== undefined && found.length === 0 ? 0 : 1;

function take(message) {
  const bytes = Buffer.from(message.body);
  const { type } = message.applicationProperties;
  const isManifest = manifestTypes.includes(type);
  if (!isManifest && type !== pageType) {
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

async function faults(one) {
  const { period, supersedes } = one.manifest.json;
  const before = supersedes === undefined ? undefined : revisions.get(keyOf(period, supersedes.revision))?.manifest;
  return [
    ...await rankingFaults(one),
    ...keys === undefined ? [] : await sealFaults(one.manifest.attributes.cloudEvents_seal, keys, one.manifest.bytes),
    ...await replaces(one.manifest, before) ? [] : ['supersedes'],
  ];
}

async function summary(one) {
  return one === undefined ? {} : {
    id: one.manifest.id,
    cloudEvent: one.manifest.attributes.cloudEvents_type,
    revision: one.manifest.json.revision,
    supersedes: one.manifest.json.supersedes,
    sealed: keys === undefined ? undefined : await openSeal(one.manifest.attributes.cloudEvents_seal ?? '', keys),
    assessed: one.manifest.json.assessed,
    lines: peopleOf(one),
  };
}
