import { Refusal } from './errors.mjs';
import { Lifecycle } from './lifecycle.mjs';
import { planSend } from './sending.mjs';
import { State } from './state.mjs';

/**
 * The rules of the bus, without a clock or a network: time and tokens are handed in. Each change
 * is written to the journal before it is made, so what a caller was told is always on disk.
 */
export class Store {
  #state;
  #journal;
  #newToken;
  #lifecycle;

  constructor(topology, journal, newToken) {
    this.#state = new State(topology);
    this.#journal = journal;
    this.#newToken = newToken;
    this.#lifecycle = new Lifecycle(this.#state, (...records) => this.#commit(...records));
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
          this.#lifecycle.giveBack(entity, message, now);
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
    const { records, numbers } = planSend(this.#state, entity, submissions, now);
    this.#commit(...records);
    return numbers;
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
    this.advance(entity, now);
    const deferred = seqs.map((seq) => entity.messages.get(seq)).filter((message) => message?.state === 'deferred');
    for (const message of deferred.filter((each) => each.expiresAt <= now)) {
      this.#lifecycle.expire(entity, message);
    }
    const messages = deferred.filter((message) => entity.messages.has(message.seq));
    if (messages.length < seqs.length) {
      throw new Refusal('messageNotFound', 'A deferred message was not found.');
    }
    return messages.map((message) => this.#handOut(entity, message, removing, now));
  }

  peek(key, from, count) {
    const later = [...this.entity(key).messages.values()].filter((message) => message.seq >= from);
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
    this.#lifecycle.giveBack(entity, message, now);
  }

  defer(key, token, changes, now) {
    const { message } = this.#held(key, token, now);
    this.#commit(
      { op: 'change', entity: key, seq: message.seq, changes },
      { op: 'defer', entity: key, seq: message.seq });
  }

  deadLetter(key, token, { reason, description, changes }, now) {
    const { entity, message } = this.#held(key, token, now);
    if (entity.definition.kind === 'deadLetter') {
      throw new Refusal('notAllowed', 'A message of a dead-letter queue cannot be dead-lettered.');
    }
    this.#lifecycle.bury(entity, message, reason, description, changes);
  }

  renew(key, token, now) {
    const { entity } = this.#held(key, token, now);
    const until = now + entity.definition.lockMs;
    entity.renew(token, until);
    return until;
  }

  advance(entity, now) {
    this.#lifecycle.advance(entity, now);
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

  #handOut(entity, message, removing, now) {
    const { key, lockMs } = entity.definition;
    const delivered = { op: 'deliver', entity: key, seq: message.seq };
    if (removing) {
      this.#commit(delivered, { op: 'remove', entity: key, seq: message.seq });
      return { message };
    }
    this.#commit(delivered);
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

  #commit(...records) {
    if (records.length > 0) {
      this.#journal.append(records);
      records.forEach((record) => this.#state.apply(record));
    }
  }
}
