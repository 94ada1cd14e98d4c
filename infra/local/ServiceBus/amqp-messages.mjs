import rhea from 'rhea';
import {
  insertMessageId, plain, readMessage, replaceApplication, replaceTimes, textOf, turnGuid, uuidBytes, writeEnvelope,
} from './codec.mjs';
import { Refusal } from './errors.mjs';
import { applicationOf, isChanged, newMessageId } from './messages.mjs';
import { maxMessageBytes } from './sending.mjs';

const { types } = rhea;
const batchFormat = 0x80013700;

/** The messages of one transfer: one, or a batch whose data sections are whole messages. */
export function readSubmissions(bytes, format) {
  if (format === undefined || format === 0) {
    return [readSubmission(bytes)];
  }
  if (format !== batchFormat) {
    throw new Refusal('argument', `Message format ${format} is not known.`);
  }
  if (bytes.length > maxMessageBytes) {
    throw new Refusal('tooLarge', `The batch has ${bytes.length} bytes, the limit is ${maxMessageBytes}.`);
  }
  return readMessage(bytes).body.map((section) => readSubmission(section.value.value));
}

export function readSubmission(bytes) {
  const { bare, header, annotations, properties, application } = readMessage(bytes);
  const given = textOf(properties.messageId);
  const messageId = given ?? newMessageId();
  const comparable = [...application].map(([name, value]) => [name, comparableOf(value)]);
  return {
    // A copy: the bytes that arrived may share a larger buffer.
    bare: given === undefined ? insertMessageId(bare, messageId) : Buffer.from(bare),
    messageId,
    facts: {
      ...properties,
      messageId,
      correlationId: textOf(properties.correlationId),
      properties: new Map(comparable),
    },
    ttl: ttlOf(header, properties),
    scheduledAt: annotations.get('x-opt-scheduled-enqueue-time'),
    partitionKey: annotations.get('x-opt-partition-key'),
    size: bytes.length,
  };
}

/** The bytes of a message on its way to a reader, with what the bus knows about it. */
export function writeDelivery({ message, lockedUntil }) {
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

/** What a filter's text, number or truth value can be equal to: moments, letters and identifiers never are. */
function comparableOf(typed) {
  const value = ['Timestamp', 'CharUTF32'].includes(typed.type.name) ? undefined : plain(typed);
  return typeof value === 'object' ? undefined : value;
}

function write(message, lockedUntil, deliveryCount) {
  const annotations = {
    'x-opt-sequence-number': types.wrap_long(message.seq),
    'x-opt-enqueue-sequence-number': types.wrap_long(message.origin),
    'x-opt-enqueued-time': types.wrap_timestamp(message.at),
    'x-opt-message-state': types.wrap_int(stateOf(message)),
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
  const life = message.expiresAt === undefined ? message.ttl : message.expiresAt - message.at;
  const envelope = writeEnvelope({ ttl: life, deliveryCount, annotations });
  return Buffer.concat([envelope, bareOf(message, life)]);
}

/** Active, deferred or scheduled; a deferred message is told as such to whoever asked for it, too. */
function stateOf({ state, deferred }) {
  return state === 'scheduled' ? 2 : Number(deferred ?? false);
}

/** The sender's bytes, save what settling changed and the times of a life that the entity made shorter. */
function bareOf(message, life) {
  const bare = life < message.ttl ? replaceTimes(message.bare, message.at, message.expiresAt) : message.bare;
  return isChanged(message) ? replaceApplication(bare, applicationOf(message, readMessage(message.bare))) : bare;
}
