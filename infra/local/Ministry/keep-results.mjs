// Another ministry's own table of results, kept in a folder. A run takes what the topic has for it, reads over HTTP
// what is still missing from the number on at which the last run ended, checks all of it, and writes the table
// (results.jsonl). It can be run again at any time, also after a crash. The C# consumer keeps the same folder.
//
//   node infra/local/Ministry/keep-results.mjs FOLDER API AGENCY...
//   node infra/local/Ministry/keep-results.mjs FOLDER --table [--rows N]

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EventJournal } from './results-journal.mjs';
import { printTable } from './results-print.mjs';
import { readEvents, readKeys } from './results-replay.mjs';
import { tableOf } from './results-table.mjs';

const usage = `Receive, check and keep:  FOLDER API AGENCY...
Print what is kept:       FOLDER --table [--rows N]

In the environment: TOKEN, whose scopes are events.read and events.of.results. With BUS, a connection to the
topic, its subscription "results" is emptied too; SUBSCRIPTION names another one.
Ends with 0 when every period is whole, 1 when one waits for something, 2 when nothing could be received.`;

const quietMs = 2_000;
const [folder, second, ...rest] = process.argv.slice(2);
const { TOKEN: token, BUS: bus, SUBSCRIPTION: subscription = 'results' } = process.env;

if (second === '--table' && (rest.length === 0 || (rest[0] === '--rows' && /^\d+$/.test(rest[1] ?? '')))) {
  print(Number(rest[1] ?? 10));
} else if (URL.canParse(second ?? '') && rest.length > 0 && token) {
  try {
    await receive();
    print(0);
  } catch (fault) {
    console.log([fault.message, fault.cause?.message].filter(Boolean).join(': '));
    process.exitCode = 2;
  }
} else {
  console.log(usage);
  process.exitCode = 2;
}

async function receive() {
  const journal = new EventJournal(folder);
  if (bus) {
    await takeFromTopic(journal);
  }
  for (const agency of rest) {
    let page;
    do {
      page = await readEvents(second, token, agency, journal.readUpTo(agency));
      journal.addRead(agency, page);
    } while (page.more);
  }
  const lines = await tableOf(journal.events, await readKeys(second));
  const path = join(folder, 'results.jsonl');
  writeFileSync(`${path}.new`, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  renameSync(`${path}.new`, path);
}

// Until nothing came for two seconds. A message is completed once the journal has it.
async function takeFromTopic(journal) {
  const { ServiceBusClient } = await import('@azure/service-bus');
  const client = new ServiceBusClient(bus);
  const receiver = client.createReceiver('kinerja-events', subscription, { skipParsingBodyAsJson: true });
  for (let some; (some = await receiver.receiveMessages(50, { maxWaitTimeInMs: quietMs })).length > 0;) {
    journal.add(some.map(eventOf));
    for (const message of some) {
      await receiver.completeMessage(message);
    }
  }
  await client.close();
}

function eventOf({ applicationProperties: properties, messageId, body }) {
  return {
    agency: properties.agency,
    sequence: Number(properties.cloudEvents_sequence),
    id: messageId,
    type: properties.type,
    seal: properties.cloudEvents_seal,
    data: Buffer.from(body).toString('utf8'),
  };
}

function print(rows) {
  const path = join(folder, 'results.jsonl');
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const lines = text.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line));
  printTable(lines, rows);
  process.exitCode = lines.some(({ waits }) => waits?.length > 0) ? 1 : 0;
}
