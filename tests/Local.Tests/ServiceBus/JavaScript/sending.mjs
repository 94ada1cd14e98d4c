import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readAll, until } from './reading.mjs';

export async function every_property_of_a_message_arrives({ client, openReader, readOne }) {
  const sent = {
    body: { nilai: 'baik', angka: [1, 2.5] },
    messageId: 'id-1',
    correlationId: 'correlation',
    subject: 'subject',
    contentType: 'application/json',
    to: 'to',
    replyTo: 'reply-to',
    partitionKey: 'partition',
    timeToLive: 3_600_000,
    applicationProperties: { text: 'Évaluasi', whole: 7, part: 0.25, yes: true, no: false },
  };
  await client.createSender('properties').sendMessages(sent);
  const got = await readOne(openReader('properties'));
  for (const [name, value] of Object.entries(sent)) {
    assert.deepEqual(got[name], value, name);
  }
  assert.equal(got.deliveryCount, 0);
  assert.equal(got.state, 'active');
  assert.equal(`${got.sequenceNumber}`, '1');
  assert.ok(Math.abs(got.enqueuedTimeUtc - Date.now()) < 60_000);
  assert.ok(got.lockedUntilUtc > new Date());
  assert.equal(+got.expiresAtUtc, +got.enqueuedTimeUtc + 3_600_000);
}

export async function a_batch_arrives_whole_and_in_order({ client, openReader }) {
  const sender = client.createSender('batches');
  const batch = await sender.createMessageBatch();
  const bodies = Array.from({ length: 150 }, (_, at) => `message ${at}`);
  for (const body of bodies) {
    assert.ok(batch.tryAddMessage({ body, applicationProperties: { body } }));
  }
  await sender.sendMessages(batch);
  await sender.sendMessages([{ body: 'one more' }, { body: 'and one' }]);
  const got = await readAll(openReader('batches', { receiveMode: 'receiveAndDelete' }), 152);
  assert.deepEqual(got.map((message) => message.body), [...bodies, 'one more', 'and one']);
  assert.equal(got[5].applicationProperties.body, bodies[5]);
}

export async function a_message_without_an_id_gets_one({ client, openReader }) {
  await client.createSender('nameless').sendMessages([{ body: 1, subject: 'kept' }, { body: 2 }]);
  const got = await readAll(openReader('nameless'), 2);
  assert.match(got[0].messageId, /^[0-9a-f]{32}$/);
  assert.notEqual(got[0].messageId, got[1].messageId);
  assert.equal(got[0].subject, 'kept');
}

export async function a_batch_stops_at_256_kilobytes({ client }) {
  const batch = await client.createSender('limits').createMessageBatch();
  assert.equal(batch.maxSizeInBytes, 256 * 1024);
  assert.ok(batch.tryAddMessage({ body: Buffer.alloc(200 * 1024) }));
  assert.ok(!batch.tryAddMessage({ body: Buffer.alloc(100 * 1024) }));
}

export async function a_message_near_256_kilobytes_arrives_unchanged({ client, openReader, readOne }) {
  for (const room of [4096, 1024, 256, 60]) {
    const body = randomBytes(256 * 1024 - room);
    await client.createSender('large').sendMessages({ body });
    const got = await readOne(openReader('large', { receiveMode: 'receiveAndDelete' }));
    assert.ok(body.equals(got.body), `${room}`);
  }
}

export async function a_full_batch_is_taken({ client, openReader }) {
  const sender = client.createSender('full-batches');
  const batch = await sender.createMessageBatch();
  while (batch.tryAddMessage({ body: '"'.repeat(4000), subject: 'penuh' }));
  await sender.sendMessages(batch);
  await readAll(openReader('full-batches', { receiveMode: 'receiveAndDelete' }), batch.count);
  assert.equal((await openReader('full-batches').peekMessages(1)).length, 0);
}

export async function every_type_of_property_arrives_as_it_was({ client, openReader, readOne }) {
  const sent = {
    text: 'Évaluasi "5"', empty: '', yes: true, no: false, whole: 5, negative: -70_000, large: 5_000_000_000,
    part: 2.5, small: 1.25e-9, when: new Date('2026-03-31T16:59:59.123Z'),
  };
  await client.createSender('types').sendMessages({ body: 1, applicationProperties: sent });
  const got = await readOne(openReader('types'));
  // The client hands moments out as milliseconds.
  assert.deepEqual(got.applicationProperties, { ...sent, when: +sent.when });
}

export async function every_kind_of_body_arrives({ client, openReader }) {
  const bytes = Buffer.from([0, 255, 128, 10, 13]);
  await client.createSender('bodies').sendMessages([
    { bodyType: 'data', body: bytes },
    { bodyType: 'value', body: 'nilai' },
    { bodyType: 'sequence', body: [1, 'é', 2.5] },
    { body: '' },
  ]);
  const got = await readAll(openReader('bodies', { skipParsingBodyAsJson: true }), 4);
  assert.deepEqual(got.map((message) => message._rawAmqpMessage.bodyType), ['data', 'value', 'sequence', 'data']);
  assert.ok(bytes.equals(got[0].body));
  assert.deepEqual(got.slice(1, 3).map((message) => message.body), ['nilai', [1, 'é', 2.5]]);
}

export async function sequence_numbers_grow_by_one({ client, openReader }) {
  const sender = client.createSender('order');
  for (let at = 0; at < 30; at++) {
    await sender.sendMessages({ body: at });
  }
  const got = await readAll(openReader('order', { receiveMode: 'receiveAndDelete' }), 30);
  assert.deepEqual(got.map((message) => message.body), got.map((_, at) => at));
  assert.deepEqual(got.map((message) => +message.sequenceNumber), got.map((_, at) => at + 1));
}

export async function a_scheduled_message_comes_at_its_time({ client, openReader, readOne }) {
  const sender = client.createSender('schedules');
  const hour = new Date(Date.now() + 3_600_000);
  const [number] = await sender.scheduleMessages([{ body: 'in an hour' }], hour);
  const soon = new Date(Date.now() + 1500);
  await sender.sendMessages({ body: 'soon', scheduledEnqueueTimeUtc: soon });
  const receiver = openReader('schedules');
  const [waiting] = await receiver.peekMessages(1);
  assert.equal(waiting.state, 'scheduled');
  assert.equal(`${waiting.sequenceNumber}`, `${number}`);
  assert.equal(+waiting.scheduledEnqueueTimeUtc, +hour);
  const arrived = await readOne(receiver);
  assert.equal(arrived.body, 'soon');
  assert.equal(+arrived.scheduledEnqueueTimeUtc, +soon);
  assert.ok(new Date() >= soon, 'it came early');
  assert.ok(arrived.sequenceNumber.greaterThan(number));
}

export async function a_cancelled_message_never_comes({ client, openReader }) {
  const sender = client.createSender('cancellations');
  const [one] = await sender.scheduleMessages({ body: 'one' }, new Date(Date.now() + 60_000));
  const two = await sender.scheduleMessages([{ body: 'two' }, { body: 'three' }], new Date(Date.now() + 60_000));
  await sender.cancelScheduledMessages([one, two[1]]);
  const left = await openReader('cancellations').peekMessages(5);
  assert.deepEqual(left.map((message) => message.body), ['two']);
  await assert.rejects(sender.cancelScheduledMessages(one), { code: 'MessageNotFound' });
}

export async function a_repeated_message_id_is_taken_once({ client, openReader }) {
  const sender = client.createSender('duplicates');
  await sender.sendMessages({ body: 'first', messageId: 'same' });
  await sender.sendMessages({ body: 'again', messageId: 'same' });
  const twice = [{ body: 'a', messageId: 'twin' }, { body: 'b', messageId: 'twin' }, { body: 'none' }];
  await sender.sendMessages(twice);
  await sender.sendMessages([{ body: 'a', messageId: 'Same' }, { body: 'none' }]);
  const got = await readAll(openReader('duplicates', { receiveMode: 'receiveAndDelete' }), 5);
  assert.deepEqual(got.map((message) => message.body), ['first', 'a', 'none', 'a', 'none']);
  assert.equal((await openReader('duplicates').peekMessages(1)).length, 0);
}

export async function an_id_may_come_again_after_the_window({ client, openReader, readOne }) {
  const sender = client.createSender('forgotten');
  const taker = openReader('forgotten', { receiveMode: 'receiveAndDelete' });
  await sender.sendMessages({ body: 'first', messageId: 'same' });
  const first = await readOne(taker);
  await until(() => Date.now() > +first.enqueuedTimeUtc + 1500);
  await sender.sendMessages({ body: 'again', messageId: 'same' });
  assert.equal((await readOne(taker)).body, 'again');
}
