// Another ministry's consumer on the official @azure/service-bus: receives one agency's ranking, checks it against its
// manifest and prints it as JSON. Messages of other agencies are left for others.
//
//   node infra/local/Ministry/receive-ranking.mjs CONNECTION_STRING AGENCY [SUBSCRIPTION]

import { createHash } from 'node:crypto';
import { ServiceBusClient } from '@azure/service-bus';

const [connection, agency, subscription = 'all-events'] = process.argv.slice(2);
const patienceMs = 60_000;

const pages = new Map();
let manifest;

const client = new ServiceBusClient(connection);
// Unparsed, because the hashes are over the very bytes.
const receiver = client.createReceiver('kinerja-events', subscription, { skipParsingBodyAsJson: true });
const deadline = Date.now() + patienceMs;
while (!isComplete() && Date.now() < deadline) {
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
console.log(JSON.stringify({ complete: isComplete(), faults: isComplete() ? faults() : [], ...summary() }));
process.exitCode = isComplete() && faults().length === 0 ? 0 : 1;

function take(message) {
  const bytes = Buffer.from(message.body);
  const json = JSON.parse(bytes.toString('utf8'));
  if (message.applicationProperties.type === 'id.go.kinerja.ranking.page.v1') {
    pages.set(json.page, { bytes, json });
  } else if (message.applicationProperties.type === 'id.go.kinerja.ranking.published.v1') {
    manifest = { id: message.messageId, attributes: message.applicationProperties, json };
  }
}

function isComplete() {
  return manifest !== undefined && manifest.json.pages.every((page) => pages.has(page.number));
}

function faults() {
  const found = [];
  let link = Buffer.alloc(32);
  for (const { number, lines, sha256 } of manifest.json.pages) {
    const page = pages.get(number);
    const hash = createHash('sha256').update(page.bytes).digest();
    if (hash.toString('hex') !== sha256 || page.json.lines.length !== lines) {
      found.push(`page ${number}`);
    }
    link = createHash('sha256').update(Buffer.concat([link, hash])).digest();
  }
  const lines = [...pages.values()].flatMap((page) => page.json.lines);
  for (const [share, named] of [['in', 'inTopShare'], ['tiedAtCap', 'tiedAtCap'], ['excludedFromReward', 'excludedFromReward']]) {
    if (lines.filter((line) => line.topShare === share).length !== manifest.json[named]) {
      found.push(named);
    }
  }
  if (link.toString('hex') !== manifest.json.chainSha256) {
    found.push('chain');
  }
  return found;
}

function summary() {
  return manifest === undefined ? {} : {
    id: manifest.id,
    cloudEvent: manifest.attributes.cloudEvents_type,
    assessed: manifest.json.assessed,
    lines: [...pages.entries()].sort(([a], [b]) => a - b).flatMap(([, page]) => page.json.lines),
  };
}
