import rhea from 'rhea';
import { readSubmission, writeDelivery, writePeeked } from './amqp-messages.mjs';
import { entriesOf, uuidBytes, uuidText } from './codec.mjs';
import { Refusal } from './errors.mjs';
import { keepChanges } from './messages.mjs';

const { types } = rhea;
const longCode = types.Long.typecode;
const timestampCode = types.Timestamp.typecode;
const noContent = { status: 204, description: 'No content', body: {} };

/** Carries out one request to {entity}/$management and answers status and body. */
export function answerManagement(broker, key, request) {
  const name = request.application_properties?.operation ?? '';
  const operation = operations[name.replace(/^com\.microsoft:/, '')];
  if (operation === undefined) {
    throw new Refusal('notImplemented', `The local bus has no operation '${name}'.`);
  }
  return operation(broker, key, request.body ?? {}, request.typedBody);
}

const operations = {
  'renew-lock'(broker, key, body) {
    const ends = body['lock-tokens'].map((bytes) =>
      broker.settle(key, (store, now) => store.renew(key, uuidText(bytes), now)));
    return { body: { expirations: types.wrap_array(ends, timestampCode) } };
  },

  'peek-message'(broker, key, body) {
    const from = numberOf(body['from-sequence-number'] ?? 0);
    const messages = broker.peek(key, from, numberOf(body['message-count'] ?? 1));
    return messages.length === 0
      ? noContent
      : { body: { messages: messages.map((each) => ({ message: writePeeked(each) })) } };
  },

  'schedule-message'(broker, key, body) {
    const submissions = body.messages.map((each) => readSubmission(each.message));
    const numbers = broker.send(key, submissions);
    return { body: { 'sequence-numbers': types.wrap_array(numbers, longCode) } };
  },

  'cancel-scheduled-message'(broker, key, body) {
    broker.cancel(key, body['sequence-numbers'].map(numberOf));
    return {};
  },

  'receive-by-sequence-number'(broker, key, body) {
    const removing = numberOf(body['receiver-settle-mode'] ?? 1) === 0;
    const handedOut = broker.receiveDeferred(key, body['sequence-numbers'].map(numberOf), removing);
    return {
      body: {
        messages: handedOut.map((each) => ({
          message: writeDelivery(each),
          ...(each.token && { 'lock-token': types.wrap_uuid(uuidBytes(each.token)) }),
        })),
      },
    };
  },

  'update-disposition'(broker, key, body, typedBody) {
    const changes = keepChanges(entriesOf(typedBody.get('properties-to-modify')));
    const settle = dispositions[body['disposition-status']];
    if (settle === undefined) {
      throw new Refusal('argument', `'${body['disposition-status']}' is not a disposition.`);
    }
    for (const bytes of body['lock-tokens']) {
      broker.settle(key, (store, now) => settle(store, key, uuidText(bytes), { body, changes }, now));
    }
    return {};
  },
};

const dispositions = {
  completed: (store, key, token, asked, now) => store.complete(key, token, now),
  abandoned: (store, key, token, { changes }, now) => store.abandon(key, token, changes, now),
  defered: (store, key, token, { changes }, now) => store.defer(key, token, changes, now),
  suspended: (store, key, token, { body, changes }, now) => store.deadLetter(key, token, {
    reason: body['deadletter-reason'] ?? undefined,
    description: body['deadletter-description'] ?? undefined,
    changes,
  }, now),
};

function numberOf(value) {
  return Buffer.isBuffer(value) ? Number(value.readBigInt64BE()) : Number(value);
}
