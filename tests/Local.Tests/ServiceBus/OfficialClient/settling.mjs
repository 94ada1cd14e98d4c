import assert from 'node:assert/strict';

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
