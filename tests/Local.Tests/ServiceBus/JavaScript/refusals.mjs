import assert from 'node:assert/strict';
import { ServiceBusClient } from './packages.mjs';
import { readAll } from './reading.mjs';

export async function a_message_over_256_kilobytes_is_refused({ client }) {
  const sender = client.createSender('limits');
  const tooLarge = { body: Buffer.alloc(256 * 1024 + 1) };
  await assert.rejects(sender.sendMessages(tooLarge), { code: 'MessageSizeExceeded' });
}

export async function an_unknown_queue_is_not_found({ client }) {
  const notFound = { code: 'MessagingEntityNotFound' };
  const receiver = client.createReceiver('nowhere');
  await assert.rejects(client.createSender('nowhere').sendMessages({ body: 1 }), notFound);
  await assert.rejects(receiver.receiveMessages(1, { maxWaitTimeInMs: 1000 }), notFound);
  await assert.rejects(receiver.peekMessages(1), notFound);
}

export async function a_topic_is_not_read_and_a_subscription_not_written({ client }) {
  const refused = { message: /cannot be (received from|sent to)/ };
  await assert.rejects(client.createReceiver('news').receiveMessages(1, { maxWaitTimeInMs: 1000 }), refused);
  await assert.rejects(client.createSender('news/Subscriptions/everything').sendMessages({ body: 1 }), refused);
  await assert.rejects(client.createSender('limits/$DeadLetterQueue').sendMessages({ body: 1 }), refused);
}

export async function a_session_is_refused({ client }) {
  await assert.rejects(client.acceptNextSession('limits'), { message: /has no sessions/ });
  await assert.rejects(client.acceptSession('limits', 'one'), { name: 'ServiceBusError' });
}

export async function an_unknown_subscription_is_not_found({ client }) {
  const receiver = client.createReceiver('news', 'nobody');
  await assert.rejects(receiver.receiveMessages(1), { code: 'MessagingEntityNotFound' });
}

export async function a_wrong_key_is_refused({ connectionString }) {
  await withClient(connectionString.replace('SAS_KEY_VALUE', 'another'), async (client) => {
    const sender = client.createSender('limits');
    await assert.rejects(sender.sendMessages({ body: 1 }), { code: 'UnauthorizedAccess' });
  });
}

export async function a_busy_send_fails_and_the_next_succeeds({ connectionString, address }) {
  await withClient(connectionString, async (client) => {
    const sender = client.createSender('busy-sends');
    await fault(address, 'busy-sends', 'send');
    await assert.rejects(sender.sendMessages({ body: 1 }), { code: 'ServiceBusy' });
    await sender.sendMessages({ body: 2 });
  });
}

export async function a_refused_send_among_others_is_told_alone({ connectionString, address }) {
  await withClient(connectionString, async (client) => {
    const sender = client.createSender('busy-among-many');
    await sender.sendMessages({ body: 'first' });
    await fault(address, 'busy-among-many', 'send', 1);
    const bodies = Array.from({ length: 12 }, (_, at) => `${at}`);
    const answers = await Promise.allSettled(bodies.map((body) => sender.sendMessages({ body })));
    const taken = bodies.filter((_, at) => answers[at].status === 'fulfilled');
    assert.equal(taken.length, 11);
    const got = await readAll(client.createReceiver('busy-among-many', { receiveMode: 'receiveAndDelete' }), 12);
    assert.deepEqual(got.map((message) => message.body).sort(), [...taken, 'first'].sort());
  });
}

export async function a_busy_receive_fails_and_the_next_succeeds({ connectionString, address }) {
  await withClient(connectionString, async (client) => {
    await client.createSender('busy-receives').sendMessages({ body: 1 });
    const receiver = client.createReceiver('busy-receives');
    await fault(address, 'busy-receives', 'receive');
    await assert.rejects(receiver.receiveMessages(1), { code: 'ServiceBusy' });
    assert.equal((await receiver.receiveMessages(1)).length, 1);
  });
}

export async function a_busy_settlement_fails_and_the_next_succeeds({ connectionString, address }) {
  await withClient(connectionString, async (client) => {
    await client.createSender('busy-settles').sendMessages({ body: 1 });
    const receiver = client.createReceiver('busy-settles');
    const [message] = await receiver.receiveMessages(1);
    await fault(address, 'busy-settles', 'settle');
    await assert.rejects(receiver.renewMessageLock(message), { code: 'ServiceBusy' });
    await receiver.renewMessageLock(message);
    await fault(address, 'busy-settles', 'settle');
    await assert.rejects(receiver.completeMessage(message), { code: 'ServiceBusy' });
  });
}

/** A client that does not try again, so that a test sees the first answer. */
async function withClient(connectionString, use) {
  const client = new ServiceBusClient(connectionString, { retryOptions: { maxRetries: 0 } });
  try {
    await use(client);
  } finally {
    await client.close();
  }
}

async function fault(address, entity, operation, count = 1) {
  const body = JSON.stringify({ entity, operation, count });
  const answer = await fetch(`${address}/$local/fault`, { method: 'POST', body });
  assert.equal(answer.status, 200);
}
