import rhea from 'rhea';
import {
  insertMessageId, plain, readMessage, replaceApplication, textOf, turnGuid, uuidBytes,
  writeEnvelope,
} from './codec.mjs';
import { Refusal } from './errors.mjs';
import { applicationOf, isChanged, newMessageId } from './messages.mjs';

const { types } = rhea;
const batchFormat = 0x80013700;
const states = { ready: 0, locked: 0, deferred: 1, scheduled: 2 };

/** The messages of one transfer: one, or a batch whose data sections are whole messages. */
export function readSubmissions(bytes, format) {
  if (format === undefined || format === 0) {
    return [readSubmission(bytes)];
  }
  if (format !== batchFormat) {
    throw new Refusal('argument', `Message format ${format} is not known.`);
  }
  return readMessage(bytes).body.map((section) => readSubmission(section.value.value));
}

export function readSubmission(bytes) {
  const { bare, header, annotations, properties, application } = readMessage(bytes);
  const given = textOf(properties.messageId);
  const messageId = given ?? newMessageId();
  const plainProperties = [...application].map(([name, value]) => [name, plain(value)]);
  return {
    // A copy: the bytes that arrived may share a larger buffer.
    bare: given === undefined ? insertMessageId(bare, messageId) : Buffer.from(bare),
    messageId,
    facts: {
      ...properties,
      messageId,
      correlationId: textOf(properties.correlationId),
      properties: new Map(plainProperties),
    },
    ttl: ttlOf(header, properties),
    scheduledAt: annotations.get('x-opt-scheduled-enqueue-time'),
    partitionKey: annotations.get('x-opt-partition-key'),
    size: bytes.length,
  };
}

/** The bytes of a message on its way to a reader, with what the bus knows about it. */
export function writeDelivery(message, lockedUntil) {
  return write(message, lockedUntil, message.deliveries - 1);
}

export function writePeeked(message) {
  return write(message, undefined, message.deliveries);
}

/** A delivery tag is the lock token as a GUID's bytes. */
export function tagOf(token) {
  return turnGuid(uuidBytes(token));
}

/** The header's life is 32 bits of milliseconds; a longer one is told by the two times. */
function ttlOf(header, { absoluteExpiry, created }) {
  if (typeof absoluteExpiry === 'number' && typeof created === 'number') {
    return absoluteExpiry - created;
  }
  return header?.[2] ?? undefined;
}

function write(message, lockedUntil, deliveryCount) {
  const annotations = {
    'x-opt-sequence-number': types.wrap_long(message.seq),
    'x-opt-enqueue-sequence-number': types.wrap_long(message.origin),
    'x-opt-enqueued-time': types.wrap_timestamp(message.at),
    'x-opt-message-state': types.wrap_int(states[message.state] ?? 0),
  };
  if (lockedUntil !== undefined) {
    annotations['x-opt-locked-until'] = types.wrap_timestamp(lockedUntil);
  }
  if (message.due !== undefined) {
    annotations['x-opt-scheduled-enqueue-time'] = types.wrap_timestamp(message.due);
  }
  if (message.partitionKey !== undefined) {
    annotations['x-opt-partition-key'] = types.wrap_string(message.partitionKey);
  }
  const envelope = writeEnvelope({ ttl: message.ttl, deliveryCount, annotations });
  const bare = isChanged(message)
    ? replaceApplication(message.bare, applicationOf(message, readMessage(message.bare)))
    : message.bare;
  return Buffer.concat([envelope, bare]);
}
