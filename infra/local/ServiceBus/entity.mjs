import { Heap } from './heap.mjs';

/** What one queue, subscription, dead-letter queue or topic holds. Locks live in memory only. */
export class Entity {
  last = 0;
  messages = new Map();
  locks = new Map();
  seen = new Map();
  #ready = new Heap();
  #due = new Heap();
  #expiring = new Heap();

  constructor(definition) {
    this.definition = definition;
  }

  insert(message) {
    this.last = Math.max(this.last, message.seq);
    this.messages.set(message.seq, message);
    if (message.state === 'scheduled') {
      this.#due.push(message.due, message.seq);
    } else if (message.state !== 'deferred') {
      this.offer(message);
    }
    if (this.definition.kind !== 'deadLetter' && message.expiresAt !== undefined) {
      this.#expiring.push(message.expiresAt, message.seq);
    }
  }

  /** Makes a message available again in its old place: order is by sequence number. */
  offer(message) {
    message.state = 'ready';
    message.token = undefined;
    this.#ready.push(message.seq, message.seq);
  }

  remove(seq) {
    const message = this.messages.get(seq);
    if (message?.token !== undefined) {
      this.locks.delete(message.token);
    }
    this.messages.delete(seq);
    return message;
  }

  nextReady() {
    for (let first = this.#ready.peek(); first !== undefined; first = this.#ready.peek()) {
      const message = this.messages.get(first[1]);
      if (message?.state === 'ready') {
        return message;
      }
      this.#ready.pop();
    }
    return undefined;
  }

  lock(message, token, until) {
    message.state = 'locked';
    message.token = token;
    this.locks.set(token, { message, until });
  }

  unlock(token) {
    this.locks.delete(token);
  }

  /** Moves a lock to the end: locks of one entity last equally long, so the first ends first. */
  renew(token, until) {
    const lock = this.locks.get(token);
    this.locks.delete(token);
    this.locks.set(token, { message: lock.message, until });
  }

  *lapsedLocks(now) {
    for (const [token, lock] of this.locks) {
      if (lock.until > now) {
        return;
      }
      yield [token, lock.message];
    }
  }

  *dueMessages(now) {
    yield* this.#take(this.#due, now, (message) => message.state === 'scheduled');
  }

  /** A locked message does not expire under its reader; the check is made again at its unlock. */
  *expiredMessages(now) {
    yield* this.#take(this.#expiring, now, (message) => message.state !== 'locked');
  }

  counts() {
    const counts = { active: 0, scheduled: 0, deferred: 0 };
    for (const message of this.messages.values()) {
      counts[message.state === 'scheduled' || message.state === 'deferred' ? message.state : 'active']++;
    }
    return counts;
  }

  *#take(heap, now, holds) {
    while (heap.size > 0 && heap.peek()[0] <= now) {
      const message = this.messages.get(heap.pop()[1]);
      if (message !== undefined && holds(message)) {
        yield message;
      }
    }
  }
}
