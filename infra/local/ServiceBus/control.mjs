import { Refusal } from './errors.mjs';

/** What only a local bus has: health, counts for a person or a test, and faults on demand. */
export async function answerControl({ store, faults }, request, response, name) {
  const operation = operations[`${request.method} ${name}`];
  if (operation === undefined) {
    throw new Refusal('entityNotFound', 'There are GET health, GET entities and POST fault.');
  }
  const answer = await operation({ store, faults, request });
  response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
}

const operations = {
  'GET health': () => ({ status: 'healthy' }),

  'GET entities': ({ store }) => ({
    entities: [...store.entities()].filter((each) => each.definition.kind !== 'deadLetter').map((each) => ({
      path: each.definition.path,
      kind: each.definition.kind,
      ...each.counts(),
      deadLetter: each.definition.deadLetterKey === undefined
        ? 0
        : store.entity(each.definition.deadLetterKey).messages.size,
    })),
  }),

  'POST fault': async ({ faults, request }) => {
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
