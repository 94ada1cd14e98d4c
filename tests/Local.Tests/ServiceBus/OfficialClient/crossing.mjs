import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';

export async function what_amqp_sent_keeps_its_types_over_http({ client, address }) {
  await client.createSender('amqp-to-http').sendMessages({
    body: Buffer.from('{"nilai":1}'),
    messageId: 'm-1',
    subject: 'ringkasan',
    correlationId: 'c-1',
    contentType: 'application/json',
    timeToLive: 90_000,
    applicationProperties: {
      text: 'Évaluasi "5"', digits: '5', whole: 5, large: 5_000_000_000, part: 2.5, yes: true,
      time: new Date('2026-03-31T16:59:59Z'),
    },
  });
  const answer = await call(address, 'POST', 'amqp-to-http/messages/head?timeout=10');
  assert.equal(answer.status, 201);
  const broker = JSON.parse(answer.headers.get('brokerproperties'));
  const { LockToken: token, EnqueuedTimeUtc: enqueued, LockedUntilUtc: locked, ...plain } = broker;
  assert.deepEqual(plain, {
    DeliveryCount: 1, EnqueuedSequenceNumber: 1, SequenceNumber: 1, State: 'Active',
    MessageId: 'm-1', Label: 'ringkasan', CorrelationId: 'c-1', TimeToLive: 90,
  });
  assert.ok(Date.parse(enqueued) <= Date.parse(locked));
  assert.match(answer.headers.get('location'), new RegExp(`/amqp-to-http/messages/1/${token}$`));
  const custom = ['text', 'digits', 'whole', 'large', 'part', 'yes', 'time'];
  assert.deepEqual(custom.map((name) => answer.headers.get(name)), [
    '"\\u00c9valuasi \\"5\\""', '"5"', '5', '5000000000', '2.5', 'true',
    '"Tue, 31 Mar 2026 16:59:59 GMT"',
  ]);
  assert.equal(answer.headers.get('content-type'), 'application/json');
  assert.equal(await answer.text(), '{"nilai":1}');
}

export async function what_http_sent_keeps_its_types_over_amqp({ openReader, readOne, address }) {
  const broker = {
    MessageId: 'm-2', Label: 'L', CorrelationId: 'C', To: 'T', ReplyTo: 'R', TimeToLive: 90,
  };
  const answer = await call(address, 'POST', 'http-to-amqp/messages', {
    BrokerProperties: JSON.stringify(broker),
    'Content-Type': 'application/json',
    text: '"\\u00c9valuasi"', digits: '"5"', whole: '5', large: '5000000000', part: '2.0', no: 'false',
    time: '"Tue, 31 Mar 2026 16:59:59 GMT"',
  }, '{"nilai":[1,2]}');
  assert.equal(answer.status, 201);
  const got = await readOne(openReader('http-to-amqp'));
  assert.deepEqual(got.body, { nilai: [1, 2] });
  const { messageId, subject, correlationId, to, replyTo, timeToLive } = got;
  assert.deepEqual(
    [messageId, subject, correlationId, to, replyTo, timeToLive],
    ['m-2', 'L', 'C', 'T', 'R', 90_000]);
  assert.deepEqual(got.applicationProperties, {
    text: 'Évaluasi', digits: '5', whole: 5, large: 5_000_000_000, part: 2, no: false,
    time: Date.parse('2026-03-31T16:59:59Z'),
  });
}

export async function a_batch_over_http_arrives_over_amqp({ openReader, address }) {
  const batch = [
    { Body: 'first', BrokerProperties: { Label: 'one', TimeToLiveTimeSpan: '00:01:30' }, UserProperties: { at: 1 } },
    { Body: 'second', BrokerProperties: { MessageId: 'two' }, UserProperties: { at: 'two' } },
  ];
  const type = { 'Content-Type': 'application/vnd.microsoft.servicebus.json' };
  const answer = await call(address, 'POST', 'http-batches/messages', type, JSON.stringify(batch));
  assert.equal(answer.status, 201);
  const receiver = openReader('http-batches');
  const got = [];
  while (got.length < 2) {
    got.push(...await receiver.receiveMessages(2, { maxWaitTimeInMs: 5000 }));
  }
  assert.deepEqual(got.map((message) => `${message.body}`), ['first', 'second']);
  assert.deepEqual([got[0].subject, got[0].timeToLive, got[1].messageId], ['one', 90_000, 'two']);
  assert.deepEqual(got.map((message) => message.applicationProperties.at), [1, 'two']);
}

function call(address, method, path, headers, body) {
  const resource = encodeURIComponent(address);
  const expiry = Math.floor(Date.now() / 1000) + 600;
  const signature = createHmac('sha256', 'SAS_KEY_VALUE').update(`${resource}\n${expiry}`).digest('base64');
  const token = `sr=${resource}&sig=${encodeURIComponent(signature)}&se=${expiry}&skn=RootManageSharedAccessKey`;
  const authorization = { Authorization: `SharedAccessSignature ${token}` };
  return fetch(`${address}/${path}`, { method, headers: { ...authorization, ...headers }, body });
}
