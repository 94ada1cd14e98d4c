import { Entity } from './entity.mjs';
import { mergeChanges } from './messages.mjs';

/**
 * Everything the bus remembers, changed only by records. The same records replayed in the same
 * order give the same state, which is what a restart does.
 */
export class State {
  /** Keys of entities in which a message became available since the reader last cleared it. */
  changed = new Set();

  constructor(topology) {
    this.entities = new Map();
    for (const [key, definition] of topology) {
      this.entities.set(key, new Entity(definition));
    }
  }

  /** Records about entities that the topology no longer names are passed over. */
  apply(record) {
    const entity = this.entities.get(record.entity);
    if (entity !== undefined) {
      appliers[record.op](this, entity, record);
    }
  }

  giveBack(entity, message) {
    entity.giveBack(message);
    this.changed.add(entity.definition.key);
  }

  insert(entity, message) {
    entity.insert(message);
    this.changed.add(entity.definition.key);
  }

  /** The shortest list of records that leads to today's state; locks are left to lapse. */
  *snapshot() {
    for (const [key, entity] of this.entities) {
      yield { op: 'counter', entity: key, last: entity.last };
      for (const [id, at] of entity.seen) {
        yield { op: 'seen', entity: key, id, at };
      }
      for (const message of entity.messages.values()) {
        const { token, bare, state, ...kept } = message;
        const lasting = state === 'scheduled' ? state : undefined;
        yield {
          op: 'restore',
          entity: key,
          message: { ...kept, state: lasting, bare: bare.toString('base64') },
        };
      }
    }
  }
}

const appliers = {
  counter(state, entity, { last }) {
    entity.last = Math.max(entity.last, last);
  },

  seen(state, entity, { id, at }) {
    entity.seen.set(id, at);
  },

  restore(state, entity, { message }) {
    state.insert(entity, { ...message, bare: Buffer.from(message.bare, 'base64') });
  },

  add(state, entity, { seq, at, id, copies, message }) {
    remember(entity, id, at);
    entity.last = Math.max(entity.last, seq);
    putCopies(state, copies, { ...fromWire(message), origin: seq, at });
  },

  schedule(state, entity, { seq, at, id, targets, message }) {
    remember(entity, id, at);
    const scheduled = { ...fromWire(message), seq, origin: seq, at, targets };
    state.insert(entity, { ...scheduled, state: 'scheduled' });
  },

  release(state, entity, { seq, at, copies }) {
    const scheduled = entity.remove(seq);
    const { targets, ...message } = scheduled;
    for (const [key, number] of copies) {
      const target = state.entities.get(key);
      putCopies(state, [[key, number, expiry(target, message, at)]], { ...message, at });
    }
  },

  deliver(state, entity, { seq }) {
    entity.messages.get(seq).deliveries++;
  },

  change(state, entity, { seq, changes }) {
    const message = entity.messages.get(seq);
    message.changes = mergeChanges(message.changes, changes);
  },

  defer(state, entity, { seq }) {
    const message = entity.messages.get(seq);
    message.deferred = true;
    entity.giveBack(message);
  },

  remove(state, entity, { seq }) {
    entity.remove(seq);
  },

  /** A dead message keeps its number: it is found again in the dead-letter queue by it. */
  dead(state, entity, { seq, reason, description, changes }) {
    const message = entity.remove(seq);
    const target = state.entities.get(entity.definition.deadLetterKey);
    state.insert(target, {
      ...message, token: undefined, deferred: undefined, reason, description,
      changes: mergeChanges(message.changes, changes),
    });
  },
};

function remember(entity, id, at) {
  if (id !== undefined) {
    entity.seen.set(id, at);
  }
}

function putCopies(state, copies, message) {
  for (const [key, seq, end] of copies) {
    const target = state.entities.get(key);
    if (target !== undefined) {
      // The journal turns a missing end into null, and null would count as a moment long past.
      const expiresAt = end ?? undefined;
      state.insert(target, { ...message, seq, expiresAt, deliveries: 0, state: undefined });
    }
  }
}

function fromWire(message) {
  return { ...message, deliveries: 0, bare: Buffer.from(message.bare, 'base64') };
}

/** When a message that arrives at `at` ends: the shorter of its own life and the entity's. */
export function expiry(entity, message, at) {
  const life = Math.min(message.ttl ?? Infinity, entity?.definition.ttlMs ?? Infinity);
  return Number.isFinite(life) ? at + life : undefined;
}
