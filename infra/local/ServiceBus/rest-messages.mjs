import { bodyBytes, plain, readMessage, textOf, writeBare } from './codec.mjs';
import { Refusal } from './errors.mjs';
import {
  asciiJson, numberOf, parseExact, readTimeSpan, readValue, textValue, typedOf, writeValue,
} from './http-values.mjs';
import { applicationOf, newMessageId } from './messages.mjs';

/** Headers that belong to HTTP or to the protocol: any other header is a custom property. */
const knownHeaders = new Set([
  'authorization', 'brokerproperties', 'cache-control', 'connection', 'content-encoding',
  'content-length', 'content-type', 'cookie', 'date', 'expect', 'host', 'keep-alive', 'origin',
  'referer', 'te', 'trailer', 'transfer-encoding', 'upgrade', 'user-agent', 'location', 'server',
  'traceparent', 'tracestate', 'request-id', 'correlation-context', 'servicebusauthorization',
]);
const knownPrefixes = ['accept', 'if-', 'x-ms-', 'sec-', 'proxy-'];

/** One message from the request of a single send. */
export function readSingle(request, body) {
  const application = new Map();
  for (let at = 0; at < request.rawHeaders.length; at += 2) {
    const name = request.rawHeaders[at];
    if (isCustom(name)) {
      application.set(name, parsed(() => readValue(request.rawHeaders[at + 1]), name));
    }
  }
  const header = request.headers.brokerproperties;
  const broker = header === undefined ? {} : parsed(() => parseExact(header), 'BrokerProperties');
  return submission(broker, application, body, request.headers['content-type']);
}

/** The messages of a batch: an array of { Body, BrokerProperties, UserProperties }. */
export function readBatch(body) {
  const items = parsed(() => parseExact(body.toString('utf8')), 'the batch');
  if (!Array.isArray(items)) {
    throw new Refusal('argument', 'A batch is an array of messages.');
  }
  return items.map((item) => {
    const properties = Object.entries(item.UserProperties ?? {});
    const application = new Map(properties.map(([name, value]) => [name, typedOf(value)]));
    const broker = item.BrokerProperties ?? {};
    const body = Buffer.from(textValue(item.Body) ?? '');
    return submission(broker, application, body, textValue(broker.ContentType));
  });
}

/** Headers and body of the answer that hands a message out. */
export function writeReceived({ message, token, lockedUntil }, definition) {
  const parts = readMessage(message.bare);
  const { properties } = parts;
  const headers = {
    'Content-Type': properties.contentType ?? 'application/octet-stream',
    BrokerProperties: asciiJson({
      DeliveryCount: message.deliveries,
      EnqueuedSequenceNumber: message.origin,
      EnqueuedTimeUtc: new Date(message.at).toUTCString(),
      LockToken: token,
      LockedUntilUtc: lockedUntil && new Date(lockedUntil).toUTCString(),
      MessageId: textOf(properties.messageId),
      SequenceNumber: message.seq,
      State: 'Active',
      TimeToLive: timeToLive(message, definition) / 1000,
      CorrelationId: textOf(properties.correlationId),
      Label: properties.label,
      PartitionKey: message.partitionKey,
      ReplyTo: properties.replyTo,
      ReplyToSessionId: properties.replyToSessionId,
      ScheduledEnqueueTimeUtc: message.due && new Date(message.due).toUTCString(),
      SessionId: properties.sessionId,
      To: properties.to,
    }),
  };
  for (const [name, value] of applicationOf(message, parts)) {
    if (isCustom(name) && /^[\w!#$%&'*+.^`|~-]+$/.test(name)) {
      headers[name] = writeValue(value);
    }
  }
  const body = bodyBytes(parts);
  headers['Content-Length'] = body.length;
  return { headers, body };
}

function submission(broker, application, body, contentType) {
  const text = (name) => textValue(broker[name]);
  const properties = {
    messageId: text('MessageId') ?? newMessageId(),
    correlationId: text('CorrelationId'),
    label: text('Label'),
    to: text('To'),
    replyTo: text('ReplyTo'),
    sessionId: text('SessionId'),
    replyToSessionId: text('ReplyToSessionId'),
    contentType,
  };
  const partitionKey = text('PartitionKey');
  if (properties.sessionId !== undefined && (partitionKey ?? properties.sessionId) !== properties.sessionId) {
    throw new Refusal('argument', 'SessionId and PartitionKey must be equal.');
  }
  const bare = writeBare({ properties, application, body });
  const scheduled = text('ScheduledEnqueueTimeUtc');
  return {
    bare,
    messageId: properties.messageId,
    facts: {
      ...properties,
      properties: new Map([...application].map(([name, value]) => [name, plain(value)])),
    },
    scheduledAt: scheduled && Date.parse(scheduled),
    partitionKey,
    ttl: readTtl(broker),
    size: bare.length,
  };
}

function readTtl(broker) {
  const seconds = numberOf(broker.TimeToLive);
  const span = textValue(broker.TimeToLiveTimeSpan ?? broker.TimeToLive);
  const ttl = Number.isNaN(seconds) || seconds === undefined ? span && readTimeSpan(span) : seconds * 1000;
  return ttl === undefined ? undefined : Math.round(ttl);
}

/** The life a message really has; the largest TimeSpan stands for "for ever". */
function timeToLive(message, definition) {
  const life = Math.min(message.ttl ?? Infinity, definition.ttlMs);
  return Number.isFinite(life) ? life : 922337203685477.5;
}

function isCustom(name) {
  const lower = name.toLowerCase();
  return !knownHeaders.has(lower) && !knownPrefixes.some((prefix) => lower.startsWith(prefix));
}

function parsed(read, what) {
  try {
    return read();
  } catch {
    throw new Refusal('argument', `${what} could not be read.`);
  }
}
