import assert from 'node:assert/strict';
import { readAll } from './reading.mjs';

export async function subscriptions_get_what_their_filters_let_through({ client }) {
  await client.createSender('news').sendMessages([
    { body: 1, applicationProperties: { type: 'published' } },
    { body: 2, applicationProperties: { type: 'page', year: 2026 } },
    { body: 3, applicationProperties: { type: 'other', year: '2026', final: 'true' } },
    { body: 4, subject: 'urgent', applicationProperties: { agency: 'kemenkeu' } },
    { body: 5, subject: 'urgent', applicationProperties: { agency: 'bkn' } },
    { body: 6, applicationProperties: { year: 2026, final: true } },
    { body: 7, applicationProperties: { Type: 'page' } },
    {
      body: 8, messageId: 'id', correlationId: 'c', to: 'to', replyTo: 'back', sessionId: 's', replyToSessionId: 'rs',
      contentType: 'text/plain',
    },
    { body: 9, messageId: 'id', correlationId: 'c' },
  ]);
  const wanted = {
    everything: [1, 2, 3, 4, 5, 6, 7, 8, 9], 'by-property': [1, 2], 'by-label': [4], 'by-number': [2, 6],
    'by-truth': [6], 'by-system': [8],
  };
  for (const [name, bodies] of Object.entries(wanted)) {
    const receiver = client.createReceiver('news', name);
    const got = await readAll(receiver, bodies.length);
    assert.deepEqual(got.map((message) => message.body), bodies, name);
    assert.equal((await receiver.receiveMessages(1, { maxWaitTimeInMs: 100 })).length, 0, name);
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

export async function a_subscription_has_dead_letters_of_its_own({ client, readOne }) {
  await client.createSender('dead-news').sendMessages({ body: 'both' });
  const poisoned = client.createReceiver('dead-news', 'poisoned');
  await poisoned.abandonMessage(await readOne(poisoned));
  const graveyard = client.createReceiver('dead-news', 'poisoned', { subQueueType: 'deadLetter' });
  const [peeked] = await graveyard.peekMessages(1);
  assert.equal(peeked.deadLetterReason, 'MaxDeliveryCountExceeded');
  const dead = await readOne(graveyard);
  await graveyard.renewMessageLock(dead);
  await graveyard.completeMessage(dead);
  const healthy = client.createReceiver('dead-news', 'healthy', { subQueueType: 'deadLetter' });
  assert.equal((await healthy.peekMessages(1)).length, 0);
  assert.equal((await readOne(client.createReceiver('dead-news', 'healthy'))).body, 'both');
}
