import { createServer } from 'node:http';
import { asRefusal, Refusal } from './errors.mjs';

/** What only a local bus has, for a person or a test, over HTTP: health, counts and faults on demand. */
export function createControlFace(parts) {
  return createServer((request, response) => {
    answer(parts, request, response).catch((error) => {
      const { status, message } = asRefusal(error);
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ message }));
    });
  });
}

async function answer(parts, request, response) {
  const operation = operations[`${request.method} ${request.url}`];
  if (operation === undefined) {
    throw new Refusal('entityNotFound', `There are ${Object.keys(operations).join(', ')}; messages go over AMQP.`);
  }
  const answered = await operation(parts, request);
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answered));
}

const operations = {
  'GET /$local/health': () => ({ status: 'healthy' }),

  'GET /$local/entities': ({ store }) => ({
    entities: [...store.entities()].filter((each) => each.definition.kind !== 'deadLetter').map((each) => ({
      path: each.definition.path,
      kind: each.definition.kind,
      ...each.counts(),
      deadLetter: each.definition.deadLetterKey === undefined
        ? 0
        : store.entity(each.definition.deadLetterKey).messages.size,
    })),
  }),

  'POST /$local/fault': async ({ faults }, request) => {
    const chunks = [];
    for await (const chunk of request) {
      chunks.push(chunk);
    }
    let plan;
    try {
      plan = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    } catch {
      throw new Refusal('argument', 'The fault is not JSON.');
    }
    faults.plan(plan);
    return plan;
  },
};
