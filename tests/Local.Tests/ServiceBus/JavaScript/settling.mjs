import assert from 'node:assert/strict';
import { readAll, until } from './reading.mjs';

export async function a_completed_message_is_gone({ client, openReader, readOne }) {
  await client.createSender('completions').sendMessages([{ body: 'first' }, { body: 'second' }]);
  const receiver = openReader('completions');
  await receiver.completeMessage(await readOne(receiver));
  const left = await receiver.peekMessages(10);
  assert.deepEqual(left.map((message) => message.body), ['second']);
}

export async function an_abandoned_message_comes_back_with_a_higher_count({ client, openReader, readOne }) {
  await client.createSender('abandons').sendMessages({ body: 'again', applicationProperties: { kept: 1 } });
  const receiver = openReader('abandons');
  for (const count of [0, 1, 2]) {
    const message = await readOne(receiver);
    assert.equal(message.deliveryCount, count);
    await receiver.abandonMessage(message, { tried: count + 1 });
  }
  const last = await readOne(receiver);
  assert.deepEqual(last.applicationProperties, { kept: 1, tried: 3 });
  await receiver.completeMessage(last);
}

export async function the_last_delivery_leads_to_the_dead_letter_queue({ client, openReader, readOne }) {
  await client.createSender('poison').sendMessages({ body: 'poison', subject: 'kept' });
  const receiver = openReader('poison');
  for (let delivery = 0; delivery < 3; delivery++) {
    await receiver.abandonMessage(await readOne(receiver));
  }
  const dead = await readOne(openReader('poison', { subQueueType: 'deadLetter' }));
  assert.equal(dead.deadLetterReason, 'MaxDeliveryCountExceeded');
  assert.match(dead.deadLetterErrorDescription, /3 delivery attempts/);
  assert.equal(dead.subject, 'kept');
  assert.equal((await receiver.peekMessages(1)).length, 0);
}

export async function a_dead_lettered_message_keeps_its_reason({ client, openReader, readOne }) {
  await client.createSender('rejections').sendMessages({ body: { bad: true }, messageId: 'bad-1' });
  const receiver = openReader('rejections');
  await receiver.deadLetterMessage(await readOne(receiver), {
    deadLetterReason: 'SchemaMismatch',
    deadLetterErrorDescription: 'no agency',
    checkedBy: 'test',
  });
  const graveyard = openReader('rejections', { subQueueType: 'deadLetter' });
  const [peeked] = await graveyard.peekMessages(1);
  assert.equal(peeked.deadLetterReason, 'SchemaMismatch');
  const dead = await readOne(graveyard);
  assert.equal(dead.deadLetterReason, 'SchemaMismatch');
  assert.equal(dead.deadLetterErrorDescription, 'no agency');
  assert.equal(dead.applicationProperties.checkedBy, 'test');
  assert.equal(dead.messageId, 'bad-1');
  assert.deepEqual(dead.body, { bad: true });
  await graveyard.completeMessage(dead);
  assert.equal((await openReader('rejections', { subQueueType: 'deadLetter' }).peekMessages(1)).length, 0);
}

export async function a_renewed_lock_outlives_its_first_end({ client, openReader, readOne }) {
  await client.createSender('renewals').sendMessages({ body: 'long work' });
  const receiver = openReader('renewals');
  const message = await readOne(receiver);
  const firstEnd = message.lockedUntilUtc;
  while (Date.now() < +firstEnd + 500) {
    const until = await receiver.renewMessageLock(message);
    assert.ok(until > new Date() && +until === +message.lockedUntilUtc);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await receiver.completeMessage(message);
  assert.equal((await receiver.peekMessages(1)).length, 0);
}

export async function a_lapsed_lock_brings_the_message_back({ client, openReader, readOne }) {
  await client.createSender('lapses').sendMessages({ body: 'slow' });
  const slow = openReader('lapses');
  const held = await readOne(slow);
  const quick = openReader('lapses');
  const again = await readOne(quick);
  assert.ok(Date.now() >= +held.lockedUntilUtc, 'it came back under its lock');
  assert.equal(again.deliveryCount, 1);
  assert.notEqual(again.lockToken, held.lockToken);
  await assert.rejects(slow.completeMessage(held), { code: 'MessageLockLost' });
  await assert.rejects(slow.renewMessageLock(held), { code: 'MessageLockLost' });
  await quick.completeMessage(again);
}

export async function changed_properties_keep_their_types({ client, openReader, readOne }) {
  const when = new Date('2026-03-31T16:59:59Z');
  const values = { whole: 5, large: 5_000_000_000, part: 2.5, text: '5', yes: true, when };
  const applicationProperties = { kept: 7, whole: 'text' };
  await client.createSender('typed-changes').sendMessages({ body: 1, applicationProperties });
  const receiver = openReader('typed-changes');
  await receiver.abandonMessage(await readOne(receiver), values);
  const again = await readOne(receiver);
  const wanted = { ...values, kept: 7, when: +values.when };
  assert.deepEqual(again.applicationProperties, wanted);
  await receiver.deferMessage(again, { whole: 6 });
  const [deferred] = await receiver.receiveDeferredMessages([again.sequenceNumber]);
  assert.deepEqual(deferred.applicationProperties, { ...wanted, whole: 6 });
  const why = { deadLetterReason: 'why', deadLetterErrorDescription: 'because', more: 8.5 };
  await receiver.deadLetterMessage(deferred, why);
  const dead = await readOne(openReader('typed-changes', { subQueueType: 'deadLetter' }));
  const { DeadLetterReason, DeadLetterErrorDescription, ...rest } = dead.applicationProperties;
  assert.deepEqual([DeadLetterReason, DeadLetterErrorDescription], ['why', 'because']);
  assert.deepEqual(rest, { ...wanted, whole: 6, more: 8.5 });
}

export async function eight_renewals_at_once_succeed({ client, openReader }) {
  const sent = Array.from({ length: 8 }, (_, body) => ({ body }));
  await client.createSender('eight-renewals').sendMessages(sent);
  const receiver = openReader('eight-renewals');
  const messages = await readAll(receiver, 8);
  await Promise.all(messages.map((message) => receiver.renewMessageLock(message)));
  await Promise.all(messages.map(() => receiver.renewMessageLock(messages[0])));
  await Promise.all(messages.map((message) => receiver.completeMessage(message)));
  assert.equal((await receiver.peekMessages(1)).length, 0);
}

export async function a_lost_lock_among_held_ones_is_told_alone({ client, openReader, readOne }) {
  const sender = client.createSender('mixed-settlements');
  await sender.sendMessages({ body: 'lost' });
  const receiver = openReader('mixed-settlements');
  const lost = await readOne(receiver);
  assert.equal((await readOne(openReader('mixed-settlements'))).body, 'lost');
  await sender.sendMessages([{ body: 'a' }, { body: 'b' }, { body: 'c' }]);
  const held = await readAll(receiver, 3);
  const settled = await Promise.allSettled([lost, ...held].map((message) => receiver.completeMessage(message)));
  assert.deepEqual(settled.map((each) => each.reason?.code), ['MessageLockLost', undefined, undefined, undefined]);
}

export async function a_message_is_settled_after_its_receiver_closed({ client, openReader, readOne }) {
  await client.createSender('closed-receivers').sendMessages([{ body: 'first' }, { body: 'second' }]);
  const closed = openReader('closed-receivers');
  const [first, second] = await readAll(closed, 2);
  await closed.close();
  const open = openReader('closed-receivers');
  assert.equal((await open.receiveMessages(1, { maxWaitTimeInMs: 200 })).length, 0);
  await open.completeMessage(first);
  await open.abandonMessage(second);
  assert.equal((await readOne(open)).body, 'second');
}

export async function a_deferred_message_is_read_by_its_number({ client, openReader, readOne }) {
  await client.createSender('deferrals').sendMessages([{ body: 'wait' }, { body: 'go' }]);
  const receiver = openReader('deferrals');
  const waiting = await readOne(receiver);
  await receiver.deferMessage(waiting);
  await receiver.completeMessage(await readOne(receiver));
  const [peeked] = await receiver.peekMessages(1);
  assert.equal(peeked.state, 'deferred');
  const [back] = await receiver.receiveDeferredMessages([waiting.sequenceNumber]);
  assert.equal(back.body, 'wait');
  await receiver.completeMessage(back);
  await assert.rejects(receiver.receiveDeferredMessages([waiting.sequenceNumber]), { code: 'MessageNotFound' });
}

export async function a_deferred_message_stays_deferred({ client, openReader, readOne }) {
  await client.createSender('set-aside').sendMessages({ body: 'aside' });
  const receiver = openReader('set-aside');
  const empty = async () => (await receiver.receiveMessages(1, { maxWaitTimeInMs: 200 })).length === 0;
  const message = await readOne(receiver);
  await receiver.deferMessage(message);
  const ask = async () => (await receiver.receiveDeferredMessages([message.sequenceNumber]))[0];
  await receiver.abandonMessage(await ask());
  assert.ok(await empty());
  const held = await ask();
  await until(() => Date.now() > +held.lockedUntilUtc + 200);
  assert.ok(await empty());
  await receiver.completeMessage(await ask());
}

export async function a_deferred_message_expires_when_it_is_asked_for({ client, openReader, readOne }) {
  await client.createSender('expired-deferrals').sendMessages({ body: 'aside', timeToLive: 5000 });
  const receiver = openReader('expired-deferrals');
  const message = await readOne(receiver);
  await receiver.deferMessage(message);
  await until(() => Date.now() > +message.expiresAtUtc + 500);
  assert.equal((await receiver.peekMessages(1))[0].state, 'deferred');
  await assert.rejects(receiver.receiveDeferredMessages([message.sequenceNumber]), { code: 'MessageNotFound' });
  const dead = await readOne(openReader('expired-deferrals', { subQueueType: 'deadLetter' }));
  assert.equal(dead.deadLetterReason, 'TTLExpiredException');
}
