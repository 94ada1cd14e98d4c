import { Refusal } from './errors.mjs';
import { passes } from './filters.mjs';
import { expiry } from './state.mjs';

export const maxMessageBytes = 256 * 1024;
const maxIdLength = 128;

/** The records that a send leads to: all messages are taken or, when one is refused, none. */
export function planSend(state, entity, submissions, now) {
  submissions.forEach(check);
  forgetOldIds(entity, now);
  const plan = { records: [], numbers: [] };
  const sequence = new Sequence();
  const ids = new Set();
  for (const submission of submissions) {
    const id = entity.definition.duplicatesMs > 0 ? submission.messageId : undefined;
    if (id !== undefined && (entity.seen.has(id) || ids.has(id))) {
      plan.numbers.push(0);
      continue;
    }
    ids.add(id);
    const record = recordOf(state, entity, submission, sequence, now, id);
    plan.records.push(record);
    plan.numbers.push(record.seq);
  }
  return plan;
}

/** The record that turns a scheduled message into ordinary ones, with new numbers. */
export function planRelease(state, entity, message) {
  const sequence = new Sequence();
  const targets = message.targets.filter((key) => state.entities.has(key));
  const copies = targets.map((key) => [key, sequence.next(state.entities.get(key))]);
  return { op: 'release', entity: entity.definition.key, seq: message.seq, at: message.due, copies };
}

function recordOf(state, entity, submission, sequence, now, id) {
  const { bare, messageId, ttl, partitionKey, scheduledAt } = submission;
  const targets = targetsOf(state, entity, submission.facts);
  const seq = sequence.next(entity);
  const due = scheduledAt || undefined;
  const message = { messageId, ttl, partitionKey, due, bare: bare.toString('base64') };
  const record = { entity: entity.definition.key, seq, at: now, id, message };
  if (due > now) {
    const keys = targets.map((target) => target.definition.key);
    return { op: 'schedule', ...record, targets: keys };
  }
  const copies = targets.map((target) => [
    target.definition.key,
    target === entity ? seq : sequence.next(target),
    expiry(target, submission, now),
  ]);
  return { op: 'add', ...record, copies };
}

function targetsOf(state, entity, facts) {
  const keys = entity.definition.subscriptionKeys;
  if (keys === undefined) {
    return [entity];
  }
  const subscriptions = keys.map((key) => state.entities.get(key));
  return subscriptions.filter((each) => passes(each.definition.filters, facts));
}

/** Ids are remembered in order of arrival, so the first one inside the window ends the search. */
function forgetOldIds(entity, now) {
  for (const [id, at] of entity.seen) {
    if (at > now - entity.definition.duplicatesMs) {
      return;
    }
    entity.seen.delete(id);
  }
}

function check(submission) {
  if (submission.size > maxMessageBytes) {
    const text = `The message has ${submission.size} bytes, the limit is ${maxMessageBytes}.`;
    throw new Refusal('tooLarge', text);
  }
  if ((submission.messageId?.length ?? 0) > maxIdLength) {
    throw new Refusal('argument', `A message id has at most ${maxIdLength} characters.`);
  }
}

/** Hands out the next numbers of entities before the records that use them are applied. */
class Sequence {
  #taken = new Map();

  next(entity) {
    const number = (this.#taken.get(entity) ?? entity.last) + 1;
    this.#taken.set(entity, number);
    return number;
  }
}
