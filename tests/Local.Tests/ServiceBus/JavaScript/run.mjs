// Lets Microsoft's own JavaScript client use a running bus and tells what it saw, one JSON line a check.
import assert from 'node:assert/strict';
import { ServiceBusClient } from './packages.mjs';
import * as receiving from './receiving.mjs';
import * as refusals from './refusals.mjs';
import * as sending from './sending.mjs';
import * as settling from './settling.mjs';
import * as topics from './topics.mjs';

// They mostly wait, but each also wants its locks renewed in time.
const atOnce = 6;
const [connectionString, address] = process.argv.slice(2);
const client = new ServiceBusClient(connectionString);
const bus = { client, connectionString, address, openReader, readOne };

function openReader(queue, options) {
  return client.createReceiver(queue, { maxAutoLockRenewalDurationInMs: 0, ...options });
}

async function readOne(receiver) {
  const [message] = await receiver.receiveMessages(1, { maxWaitTimeInMs: 10_000 });
  assert.ok(message, 'no message came within ten seconds');
  return message;
}

async function run([name, check]) {
  try {
    const detail = await check(bus);
    console.log(JSON.stringify({ name, ok: true, detail: detail ?? '' }));
  } catch (error) {
    console.log(JSON.stringify({ name, ok: false, detail: `${error.stack ?? error}` }));
  }
}

const checks = [sending, settling, receiving, refusals, topics].flatMap((module) => Object.entries(module));
const workers = Array.from({ length: atOnce }, async () => {
  for (let check = checks.shift(); check !== undefined; check = checks.shift()) {
    await run(check);
  }
});
await Promise.all(workers);
await client.close();
process.exit(0);
