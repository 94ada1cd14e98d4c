import assert from 'node:assert/strict';
import { readAll } from './read-all.mjs';

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

export async function a_message_of_200_kilobytes_arrives_unchanged({ client, openReader, readOne }) {
  const body = Buffer.alloc(200 * 1024, 'kinerja');
  await client.createSender('large').sendMessages({ body });
  assert.ok(body.equals((await readOne(openReader('large'))).body));
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
  const soon = new Date(Date.now() + 700);
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

export async function subscriptions_get_what_their_filters_let_through({ client, openReader }) {
  await client.createSender('news').sendMessages([
    { body: 1, applicationProperties: { type: 'published' } },
    { body: 2, applicationProperties: { type: 'page', year: 2026 } },
    { body: 3, applicationProperties: { type: 'other', year: '2026' } },
    { body: 4, subject: 'urgent', applicationProperties: { agency: 'kemenkeu' } },
    { body: 5, subject: 'urgent', applicationProperties: { agency: 'bkn' } },
    { body: 6 },
  ]);
  const wanted = { everything: [1, 2, 3, 4, 5, 6], 'by-property': [1, 2], 'by-label': [4], 'by-number': [2] };
  for (const [name, bodies] of Object.entries(wanted)) {
    const receiver = client.createReceiver('news', name);
    const got = await receiver.receiveMessages(6, { maxWaitTimeInMs: 1000 });
    assert.deepEqual(got.map((message) => message.body), bodies, name);
    await Promise.all(got.map((message) => receiver.completeMessage(message)));
  }
}

export async function a_message_scheduled_to_a_topic_fans_out_at_its_time({ client, readOne }) {
  const sender = client.createSender('later-news');
  const due = new Date(Date.now() + 700);
  const message = { body: 'page', messageId: 'page-1', applicationProperties: { type: 'page' } };
  await sender.scheduleMessages(message, due);
  await sender.sendMessages(message);
  for (const name of ['all', 'some']) {
    const receiver = client.createReceiver('later-news', name);
    assert.equal((await readOne(receiver)).body, 'page');
    assert.equal((await receiver.peekMessages(10)).length, 1, 'the repeat was taken');
  }
  assert.ok(new Date() >= due, 'it came early');
}
