import rhea from 'rhea';
import { Refusal } from './errors.mjs';

const { types } = rhea;

const sectionCodes = {
  'amqp:header:list': 0x70,
  'amqp:delivery-annotations:map': 0x71,
  'amqp:message-annotations:map': 0x72,
  'amqp:properties:list': 0x73,
  'amqp:application-properties:map': 0x74,
  'amqp:data:binary': 0x75,
  'amqp:amqp-sequence:list': 0x76,
  'amqp:value:*': 0x77,
  'amqp:footer:map': 0x78,
};

const propertyNames = [
  'messageId', 'userId', 'to', 'label', 'replyTo', 'correlationId', 'contentType',
  'contentEncoding', 'absoluteExpiry', 'created', 'sessionId', 'groupSequence', 'replyToSessionId',
];

/**
 * Splits an encoded message into its sections. The bare message (properties to body) is kept as
 * the bytes that were sent, because nobody between sender and receiver may change it.
 */
export function readMessage(bytes) {
  const reader = new types.Reader(bytes);
  const parts = { annotations: new Map(), properties: {}, application: new Map(), body: [] };
  let start;
  let end = bytes.length;
  while (reader.remaining() > 0) {
    const at = reader.position;
    const section = reader.read();
    const code = codeOf(section);
    if (code >= 0x73 && code <= 0x77) {
      start ??= at;
    } else if (code === 0x78) {
      end = at;
    }
    readSection(parts, code, section);
  }
  if (reader.position > bytes.length) {
    throw new Refusal('argument', 'The message is cut short.');
  }
  parts.bare = bytes.subarray(start ?? end, end);
  return parts;
}

function readSection(parts, code, section) {
  if (code === 0x70) {
    parts.header = section.value.map(plain);
  } else if (code === 0x72) {
    parts.annotations = new Map([...entriesOf(section)].map(([name, value]) => [name, plain(value)]));
  } else if (code === 0x73) {
    section.value.forEach((field, at) => {
      parts.properties[propertyNames[at]] = plain(field) ?? undefined;
    });
  } else if (code === 0x74) {
    parts.application = entriesOf(section);
  } else if (code >= 0x75 && code <= 0x77) {
    parts.body.push({ code, value: section });
  }
}

/** Replaces the application properties of a bare message and leaves its other bytes alone. */
export function replaceApplication(bare, application) {
  return replaceSection(bare, 0x74, () => encode([section(0x74, mapOf(application))]));
}

/** Replaces the two times that say when a message was made and when it ends. */
export function replaceTimes(bare, created, ends) {
  return replaceSection(bare, 0x73, ({ value }) => {
    const times = [types.wrap_timestamp(ends), types.wrap_timestamp(created)];
    return encode([section(0x73, types.wrap_list([...value.slice(0, 8), ...times, ...value.slice(10)]))]);
  });
}

/** A map of typed values, and its bytes. */
export function readMap(bytes) {
  return entriesOf(new types.Reader(bytes).read());
}

export function writeMap(entries) {
  return encode([mapOf(entries)]);
}

/** The typed values of a map by their names; none of what is no map. */
export function entriesOf(typed) {
  const found = new Map();
  for (let at = 0; at + 1 < (typed?.value?.length ?? 0); at += 2) {
    found.set(typed.value[at].value, typed.value[at + 1]);
  }
  return found;
}

/** Puts a message id into a bare message that has none and leaves its other bytes alone. */
export function insertMessageId(bare, messageId) {
  return replaceSection(bare, 0x73, (old) => {
    const [, ...others] = old?.value ?? [];
    return encode([section(0x73, types.wrap_list([types.wrap_string(messageId), ...others]))]);
  });
}

/** Header and message annotations as they go before a bare message. */
export function writeEnvelope({ ttl, deliveryCount, annotations }) {
  const header = types.wrap_list([
    true, null, ttl === undefined ? null : types.wrap_uint(Math.min(ttl, 0xffffffff)), null,
    types.wrap_uint(deliveryCount),
  ]);
  const items = Object.entries(annotations).flatMap(([name, value]) => [types.wrap_symbol(name), value]);
  return encode([section(0x70, header), section(0x72, types.Map32(items))]);
}

export function textOf(value) {
  return Buffer.isBuffer(value) && value.length === 16 ? uuidText(value) : value?.toString();
}

export function uuidText(bytes) {
  const hex = bytes.toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export function uuidBytes(text) {
  return Buffer.from(text.replaceAll('-', ''), 'hex');
}

/** A GUID's own byte order has its first three groups turned round; delivery tags use it. */
export function turnGuid(bytes) {
  const turned = Buffer.from(bytes);
  turned.subarray(0, 4).reverse();
  turned.subarray(4, 6).reverse();
  turned.subarray(6, 8).reverse();
  return turned;
}

/** The plain value of a typed one; text, numbers and truth values compare as themselves. */
export function plain(typed) {
  const value = types.unwrap(typed, true);
  return value instanceof Date ? value.getTime() : value;
}

function mapOf(entries) {
  return types.Map32([...entries].flatMap(([name, value]) => [types.wrap_string(name), value]));
}

/** Sections stand in the order of their codes, so a new one goes before the first higher code. */
function replaceSection(bare, code, write) {
  const reader = new types.Reader(bare);
  const before = [];
  const after = [];
  let old;
  while (reader.remaining() > 0) {
    const at = reader.position;
    const each = reader.read();
    const eachCode = codeOf(each);
    if (eachCode === code) {
      old = each;
    } else {
      (eachCode < code ? before : after).push(bare.subarray(at, reader.position));
    }
  }
  return Buffer.concat([...before, write(old), ...after]);
}

function codeOf({ descriptor }) {
  return sectionCodes[descriptor?.value] ?? Number(descriptor?.value);
}

function section(code, value) {
  return types.described_nc(types.wrap_ulong(code), value);
}

function encode(sections) {
  const writer = new types.Writer();
  sections.forEach((each) => writer.write(each));
  return Buffer.from(writer.toBuffer());
}
