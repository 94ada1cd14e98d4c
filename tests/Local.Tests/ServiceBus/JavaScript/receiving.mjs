import assert from 'node:assert/strict';
import { Long, warnings } from './packages.mjs';
import { readAll, until } from './reading.mjs';

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

export async function large_messages_are_peeked_together({ client, openReader }) {
  const sender = client.createSender('large-peeks');
  for (let at = 0; at < 10; at++) {
    await sender.sendMessages({ body: Buffer.alloc(200_000) });
  }
  const peeked = await openReader('large-peeks').peekMessages(10);
  assert.deepEqual(peeked.map((message) => message.body.length), Array(10).fill(200_000));
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
  // A client whose drain is not answered waits 200 ms in vain each time and says so; a slow machine may do it once.
  assert.ok(warnings().filter((line) => /r:drains.*draining credits/.test(line)).length < 3);
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

export async function eight_calls_at_a_time_keep_their_short_locks({ client }) {
  const bodies = Array.from({ length: 16 }, (_, at) => at);
  await client.createSender('eight-calls').sendMessages(bodies.map((body) => ({ body })));
  const receiver = client.createReceiver('eight-calls', { maxAutoLockRenewalDurationInMs: 60_000 });
  const handled = [];
  const errors = [];
  receiver.subscribe({
    processMessage: async (message) => {
      const firstEnd = +message.lockedUntilUtc;
      await until(() => Date.now() > firstEnd + 1000);
      handled.push(message.body);
    },
    processError: async ({ error }) => errors.push(error.message),
  }, { maxConcurrentCalls: 8 });
  await until(() => handled.length >= 16);
  await receiver.close();
  assert.deepEqual(errors, []);
  assert.deepEqual(handled.sort((one, other) => one - other), bodies);
  assert.equal((await client.createReceiver('eight-calls').peekMessages(1)).length, 0);
}

export async function fifty_at_a_time_each_come_once({ client, openReader }) {
  const bodies = Array.from({ length: 300 }, (_, at) => at);
  await client.createSender('fifty').sendMessages(bodies.map((body) => ({ body })));
  const receiver = openReader('fifty');
  const [first] = await receiver.receiveMessages(1);
  await receiver.abandonMessage(first);
  const got = [];
  while (got.length < 300) {
    const some = await receiver.receiveMessages(50, { maxWaitTimeInMs: 5000 });
    await Promise.all(some.map((message) => receiver.completeMessage(message)));
    got.push(...some.map((message) => [message.body, message.deliveryCount]));
  }
  assert.deepEqual(got.sort(([one], [other]) => one - other), bodies.map((body) => [body, body === 0 ? 1 : 0]));
  assert.equal((await receiver.peekMessages(1)).length, 0);
}

export async function a_message_lives_no_longer_than_its_entity_lets_it({ client, openReader }) {
  const messages = [{ body: 'brief' }, { body: 'longer', timeToLive: 86_400_000 }];
  await client.createSender('short-lives').sendMessages(messages);
  const dead = await readAll(openReader('short-lives', { subQueueType: 'deadLetter' }), 2);
  assert.deepEqual(dead.map((message) => message.body), ['brief', 'longer']);
  await client.createSender('capped-lives').sendMessages([{ body: 'a' }, { body: 'b', timeToLive: 9 * 86_400_000 }]);
  for (const living of await readAll(openReader('capped-lives'), 2)) {
    assert.equal(living.timeToLive, 86_400_000);
    assert.equal(+living.expiresAtUtc, +living.enqueuedTimeUtc + 86_400_000);
  }
}
