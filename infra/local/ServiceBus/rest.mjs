import { createServer } from 'node:http';
import { answerControl } from './control.mjs';
import { asRefusal, Refusal } from './errors.mjs';
import { readBatch, readSingle, writeReceived } from './rest-messages.mjs';
import { opens, readToken } from './sas.mjs';
import { maxMessageBytes } from './sending.mjs';
import { keyOf } from './topology.mjs';

const batchType = 'application/vnd.microsoft.servicebus.json';
const defaultTimeoutSeconds = 60;

/** The REST protocol of the service: send, batch, peek-lock, read and delete, settle, renew. */
export function createRestFace(broker, control) {
  const face = { broker, control };
  const limits = { maxHeaderSize: 128 * 1024, keepAliveTimeout: 60_000 };
  return createServer(limits, (request, response) => {
    handle(face, request, response).catch((error) => refuse(response, asRefusal(error)));
  });
}

async function handle(face, request, response) {
  const url = new URL(request.url, 'http://local');
  const segments = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  if (segments[0] === '$local') {
    await answerControl(face.control, request, response, segments[1]);
    return;
  }
  const { broker } = face;
  if (!opens(readToken(request.headers.authorization, broker.now), segments.join('/'), broker.now)) {
    throw new Refusal('unauthorized', 'InvalidAudience: the token is for another entity.');
  }
  const target = parseTarget(segments);
  const operation = operations[`${request.method} ${target.kind}`];
  if (operation === undefined) {
    throw new Refusal('argument', `${request.method} is not an operation on ${url.pathname}.`);
  }
  await operation(broker, { ...target, url, request, response });
}

/** {entity}/messages, {entity}/messages/head or {entity}/messages/{id}/{lock token}. */
function parseTarget(segments) {
  const at = segments.findLastIndex((segment) => segment.toLowerCase() === 'messages');
  const key = keyOf(segments.slice(0, at).join('/'));
  const rest = segments.slice(at + 1);
  if (at < 1 || rest.length > 2) {
    throw new Refusal('entityNotFound', 'No service is hosted at the specified address.');
  }
  if (rest.length === 0) {
    return { kind: 'all', key };
  }
  return rest.length === 1 && rest[0].toLowerCase() === 'head'
    ? { kind: 'head', key }
    : { kind: 'lock', key, token: rest[1]?.toLowerCase() };
}

const operations = {
  'POST all': send,
  'POST head': (broker, exchange) => receive(broker, exchange, false),
  'DELETE head': (broker, exchange) => receive(broker, exchange, true),
  'DELETE lock': (broker, exchange) => settle(broker, exchange, (store, now) =>
    store.complete(exchange.key, exchange.token, now)),
  'PUT lock': (broker, exchange) => settle(broker, exchange, (store, now) =>
    store.abandon(exchange.key, exchange.token, undefined, now)),
  'POST lock': (broker, exchange) => settle(broker, exchange, (store, now) =>
    store.renew(exchange.key, exchange.token, now)),
};

async function send(broker, { key, request, response }) {
  broker.entity(key);
  const body = await readBody(request);
  const isBatch = (request.headers['content-type'] ?? '').split(';')[0].trim() === batchType;
  broker.send(key, isBatch ? readBatch(body) : [readSingle(request, body)]);
  response.writeHead(201, { 'Content-Length': 0 }).end();
}

async function receive(broker, { key, url, response }, removing) {
  broker.checkReadable(key);
  const seconds = Number(url.searchParams.get('timeout') ?? defaultTimeoutSeconds);
  const handedOut = await nextMessage(broker, key, removing, seconds * 1000, response);
  if (handedOut === undefined) {
    response.writeHead(204).end();
    return;
  }
  const entity = broker.entity(key);
  const { headers, body } = writeReceived(handedOut, entity.definition);
  if (!removing) {
    const { message, token } = handedOut;
    const path = entity.definition.path.split('/').map(encodeURIComponent).join('/');
    const { host } = response.req.headers;
    headers.Location = `${url.protocol}//${host}/${path}/messages/${message.seq}/${token}`;
  }
  response.writeHead(removing ? 200 : 201, headers).end(body);
}

/** Waits for a message; a client that hangs up meanwhile takes none with it. */
function nextMessage(broker, key, removing, waitMs, response) {
  return new Promise((resolve) => {
    let timer;
    let open = true;
    const finish = (handedOut) => {
      open = false;
      clearTimeout(timer);
      response.off('close', hangUp);
      broker.leave(key, reader);
      resolve(handedOut);
    };
    const hangUp = () => finish(undefined);
    const reader = { removing, capacity: () => (open ? 1 : 0), deliver: finish };
    response.once('close', hangUp);
    timer = setTimeout(() => finish(undefined), waitMs);
    broker.wait(key, reader);
  });
}

async function settle(broker, { key, response }, action) {
  broker.entity(key);
  broker.settle(key, action);
  response.writeHead(200, { 'Content-Length': 0 }).end();
}

/** Reads up to the limit of a message and some; what is longer is refused without being kept. */
async function readBody(request) {
  const chunks = [];
  let size = 0;
  for await (const chunk of request) {
    size += chunk.length;
    if (size <= maxMessageBytes) {
      chunks.push(chunk);
    }
  }
  if (size > maxMessageBytes) {
    throw new Refusal('tooLarge', `The request has ${size} bytes, the limit is ${maxMessageBytes}.`);
  }
  return Buffer.concat(chunks);
}

function refuse(response, refusal) {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  const detail = refusal.message.replace(/[<>&]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const body = `<Error><Code>${refusal.status}</Code><Detail>${detail}</Detail></Error>`;
  response.writeHead(refusal.status, { 'Content-Type': 'application/xml; charset=utf-8' }).end(body);
}
