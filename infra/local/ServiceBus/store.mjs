import { Refusal } from './errors.mjs';
import { passes } from './filters.mjs';
import { expiry, State } from './state.mjs';

export const maxMessageBytes = 256 * 1024;
const maxIdLength = 128;

/**
 * The rules of the bus, without a clock or a network: time and tokens are handed in. Each change
 * is written to the journal before it is made, so what a caller was told is always on disk.
 */
export class Store {
  #state;
  #journal;
  #newToken;

  constructor(topology, journal, newToken) {
    this.#state = new State(topology);
    this.#journal = journal;
    this.#newToken = newToken;
  }

  /** Replays the journal and rewrites it in its shortest form. */
  open(now) {
    for (const record of this.#journal.read()) {
      this.#state.apply(record);
    }
    this.#journal.replace(this.#state.snapshot());
    for (const entity of this.#state.entities.values()) {
      for (const message of [...entity.messages.values()]) {
        if (message.state === 'ready') {
          this.#makeAvailable(entity, message, now);
        }
      }
    }
  }

  close() {
    this.#journal.close();
  }

  entity(key) {
    const entity = this.#state.entities.get(key);
    if (entity === undefined) {
      throw new Refusal('entityNotFound', `The messaging entity '${key}' could not be found.`);
    }
    return entity;
  }

  entities() {
    return this.#state.entities.values();
  }

  takeChanged() {
    const changed = [...this.#state.changed];
    this.#state.changed.clear();
    return changed;
  }

  /** Takes all of the messages or none; answers their sequence numbers, 0 for a duplicate. */
  send(key, submissions, now) {
    const entity = this.writable(key);
    submissions.forEach(check);
    this.#forgetOldIds(entity, now);
    const records = [];
    const numbers = new Numbers();
    const ids = new Set();
    const answer = submissions.map((submission) => {
      const id = entity.definition.duplicatesMs > 0 ? submission.messageId : undefined;
      if (id !== undefined && (entity.seen.has(id) || ids.has(id))) {
        return 0;
      }
      ids.add(id);
      const record = this.#recordOf(entity, submission, numbers, now, id);
      records.push(record);
      return record.seq;
    });
    this.#commit(...records);
    return answer;
  }

  cancel(key, seqs) {
    const entity = this.writable(key);
    const unknown = seqs.find((seq) => entity.messages.get(seq)?.state !== 'scheduled');
    if (unknown !== undefined) {
      throw new Refusal('messageNotFound', `No scheduled message has the number ${unknown}.`);
    }
    this.#commit(...seqs.map((seq) => ({ op: 'remove', entity: key, seq })));
  }

  /** The next message, locked or, with `removing`, already gone; undefined when there is none. */
  receive(key, removing, now) {
    const entity = this.readable(key);
    this.advance(entity, now);
    const message = entity.nextReady();
    return message && this.#handOut(entity, message, removing, now);
  }

  receiveDeferred(key, seqs, removing, now) {
    const entity = this.readable(key);
    const messages = seqs.map((seq) => entity.messages.get(seq));
    if (messages.some((message) => message?.state !== 'deferred')) {
      throw new Refusal('messageNotFound', 'A deferred message was not found.');
    }
    return messages.map((message) => this.#handOut(entity, message, removing, now));
  }

  peek(key, from, count, now) {
    const entity = this.entity(key);
    this.advance(entity, now);
    const later = [...entity.messages.values()].filter((message) => message.seq >= from);
    return later.sort((one, other) => one.seq - other.seq).slice(0, count);
  }

  complete(key, token, now) {
    const { message } = this.#held(key, token, now);
    this.#commit({ op: 'remove', entity: key, seq: message.seq });
  }

  abandon(key, token, changes, now) {
    const { entity, message } = this.#held(key, token, now);
    if (changes !== undefined) {
      this.#commit({ op: 'change', entity: key, seq: message.seq, changes });
    }
    entity.unlock(token);
    this.#makeAvailable(entity, message, now);
  }

  defer(key, token, changes, now) {
    const { entity, message } = this.#held(key, token, now);
    this.#commit(
      { op: 'change', entity: key, seq: message.seq, changes },
      { op: 'defer', entity: key, seq: message.seq });
    entity.unlock(token);
  }

  deadLetter(key, token, { reason, description, changes }, now) {
    const { entity, message } = this.#held(key, token, now);
    if (entity.definition.kind === 'deadLetter') {
      throw new Refusal('notAllowed', 'A message of a dead-letter queue cannot be dead-lettered.');
    }
    this.#bury(entity, message, reason, description, changes);
  }

  renew(key, token, now) {
    const { entity } = this.#held(key, token, now);
    const until = now + entity.definition.lockMs;
    entity.renew(token, until);
    return until;
  }

  /** Does what time has brought: locks lapse, scheduled messages arrive, old ones expire. */
  advance(entity, now) {
    for (const [token, message] of entity.lapsedLocks(now)) {
      entity.unlock(token);
      this.#makeAvailable(entity, message, now);
    }
    for (const message of entity.dueMessages(now)) {
      const numbers = new Numbers();
      const copies = message.targets.map((key) => [key, numbers.next(this.#state.entities.get(key))]);
      this.#commit({ op: 'release', entity: entity.definition.key, seq: message.seq, at: message.due, copies });
    }
    for (const message of entity.expiredMessages(now)) {
      this.#expire(entity, message);
    }
  }

  writable(key) {
    const entity = this.entity(key);
    if (!entity.definition.writable) {
      throw new Refusal('notAllowed', `Messages cannot be sent to '${entity.definition.path}'.`);
    }
    return entity;
  }

  readable(key) {
    const entity = this.entity(key);
    if (!entity.definition.readable) {
      throw new Refusal('notAllowed', `Messages cannot be received from '${entity.definition.path}'.`);
    }
    return entity;
  }

  #recordOf(entity, submission, numbers, now, id) {
    const { key } = entity.definition;
    const { bare, messageId, ttl, partitionKey, scheduledAt } = submission;
    const message = { messageId, ttl, partitionKey, bare: bare.toString('base64') };
    const targets = this.#targetsOf(entity, submission.facts);
    const seq = numbers.next(entity);
    const common = { entity: key, seq, at: now, id, message };
    if (scheduledAt > now) {
      return { op: 'schedule', ...common, due: scheduledAt, targets: targets.map((each) => each.definition.key) };
    }
    const copies = targets.map((target) =>
      [target.definition.key, target === entity ? seq : numbers.next(target), expiry(target, submission, now)]);
    return { op: 'add', ...common, copies };
  }

  #targetsOf(entity, facts) {
    const keys = entity.definition.subscriptionKeys;
    return keys === undefined
      ? [entity]
      : keys.map((key) => this.#state.entities.get(key)).filter((each) => passes(each.definition.filters, facts));
  }

  #handOut(entity, message, removing, now) {
    const { key, lockMs } = entity.definition;
    if (removing) {
      this.#commit({ op: 'deliver', entity: key, seq: message.seq }, { op: 'remove', entity: key, seq: message.seq });
      return { message };
    }
    this.#commit({ op: 'deliver', entity: key, seq: message.seq });
    const token = this.#newToken();
    const lockedUntil = now + lockMs;
    entity.lock(message, token, lockedUntil);
    return { message, token, lockedUntil };
  }

  #held(key, token, now) {
    const entity = this.readable(key);
    this.advance(entity, now);
    const lock = entity.locks.get(token);
    if (lock === undefined) {
      throw new Refusal('lockLost', 'The lock is invalid: it expired, or the message is already gone.');
    }
    return { entity, message: lock.message };
  }

  #makeAvailable(entity, message, now) {
    if (message.deliveries >= entity.definition.maxDeliveryCount) {
      const text = `Message could not be consumed after ${message.deliveries} delivery attempts.`;
      this.#bury(entity, message, 'MaxDeliveryCountExceeded', text);
    } else if (entity.definition.kind !== 'deadLetter' && message.expiresAt <= now) {
      this.#expire(entity, message);
    } else {
      this.#state.offer(entity, message);
    }
  }

  #expire(entity, message) {
    if (entity.definition.deadLetterExpired) {
      this.#bury(entity, message, 'TTLExpiredException', 'The message expired and was dead lettered.');
    } else {
      this.#commit({ op: 'remove', entity: entity.definition.key, seq: message.seq });
    }
  }

  #bury(entity, message, reason, description, changes) {
    this.#commit({ op: 'dead', entity: entity.definition.key, seq: message.seq, reason, description, changes });
  }

  #forgetOldIds(entity, now) {
    for (const [id, at] of entity.seen) {
      if (at > now - entity.definition.duplicatesMs) {
        return;
      }
      entity.seen.delete(id);
    }
  }

  #commit(...records) {
    if (records.length > 0) {
      this.#journal.append(records);
      records.forEach((record) => this.#state.apply(record));
    }
  }
}

/** Hands out the next sequence numbers of entities before the records that use them are applied. */
class Numbers {
  #taken = new Map();

  next(entity) {
    const number = (this.#taken.get(entity) ?? entity.last) + 1;
    this.#taken.set(entity, number);
    return number;
  }
}

function check(submission) {
  if (submission.size > maxMessageBytes) {
    throw new Refusal('tooLarge', `The message has ${submission.size} bytes, the limit is ${maxMessageBytes}.`);
  }
  if ((submission.messageId?.length ?? 0) > maxIdLength) {
    throw new Refusal('argument', `A message id has at most ${maxIdLength} characters.`);
  }
}
