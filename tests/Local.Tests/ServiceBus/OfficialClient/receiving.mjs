import assert from 'node:assert/strict';
import { Long } from './packages.mjs';

export async function peeking_takes_nothing({ client, openReader, readOne }) {
  await client.createSender('peeks').sendMessages([{ body: 'a' }, { body: 'b' }, { body: 'c' }]);
  const receiver = openReader('peeks');
  const bodies = async (...how) => (await receiver.peekMessages(...how)).map((message) => message.body);
  assert.deepEqual(await bodies(2), ['a', 'b']);
  assert.deepEqual(await bodies(2), ['c']);
  assert.deepEqual(await bodies(2), []);
  assert.deepEqual(await bodies(5, { fromSequenceNumber: Long.fromNumber(2) }), ['b', 'c']);
  const first = await readOne(receiver);
  assert.equal(first.body, 'a');
  assert.equal(first.deliveryCount, 0);
}

export async function receive_and_delete_removes_at_once({ client, openReader, readOne }) {
  await client.createSender('removals').sendMessages([{ body: 'one' }, { body: 'two' }]);
  const receiver = openReader('removals', { receiveMode: 'receiveAndDelete' });
  const got = await readOne(receiver);
  assert.equal(got.body, 'one');
  const left = await openReader('removals').peekMessages(5);
  assert.deepEqual(left.map((message) => message.body), ['two']);
}

export async function a_receiver_can_wait_again_after_an_empty_wait({ client, openReader, readOne }) {
  const receiver = openReader('drains');
  for (let wait = 0; wait < 3; wait++) {
    assert.equal((await receiver.receiveMessages(10, { maxWaitTimeInMs: 100 })).length, 0);
  }
  await client.createSender('drains').sendMessages({ body: 'at last' });
  assert.equal((await readOne(receiver)).body, 'at last');
}

export async function a_subscribed_handler_gets_every_message({ client, openReader }) {
  const receiver = openReader('streams');
  const got = [];
  const enough = new Promise((resolve, reject) => {
    receiver.subscribe({
      processMessage: async (message) => {
        got.push(message.body);
        if (message.body === 3 && message.deliveryCount === 0) {
          throw new Error('fail once');
        }
        if (got.length === 101) {
          resolve();
        }
      },
      processError: async ({ error }) => (error.message === 'fail once' ? undefined : reject(error)),
    }, { maxConcurrentCalls: 4 });
  });
  const bodies = Array.from({ length: 100 }, (_, at) => at);
  await client.createSender('streams').sendMessages(bodies.map((body) => ({ body })));
  await enough;
  await receiver.close();
  assert.deepEqual([...new Set(got)].sort((one, other) => one - other), bodies);
  assert.equal(got.filter((body) => body === 3).length, 2, 'the failed one came twice');
}

export async function an_expired_message_moves_to_the_dead_letter_queue({ client, openReader, readOne }) {
  const sender = client.createSender('expiries');
  await sender.sendMessages([{ body: 'short', timeToLive: 200 }, { body: 'long', timeToLive: 600_000 }]);
  const dead = await readOne(openReader('expiries', { subQueueType: 'deadLetter' }));
  assert.equal(dead.body, 'short');
  assert.equal(dead.deadLetterReason, 'TTLExpiredException');
  assert.equal((await readOne(openReader('expiries'))).body, 'long');
}
