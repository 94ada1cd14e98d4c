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
    } else {
      this.giveBack(message);
    }
    if (this.definition.kind !== 'deadLetter' && message.expiresAt !== undefined) {
      this.#expiring.push(message.expiresAt, message.seq);
    }
  }

  /** Ends its lock: it stands in its old place again, by sequence number, or is set aside if it was deferred before. */
  giveBack(message) {
    this.locks.delete(message.token);
    message.token = undefined;
    message.state = message.deferred ? 'deferred' : 'ready';
    if (!message.deferred) {
      this.#ready.push(message.seq, message.seq);
    }
  }

  remove(seq) {
    const message = this.messages.get(seq);
    this.locks.delete(message?.token);
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

  /** Moves a lock to the end: locks of one entity last equally long, so the first ends first. */
  renew(token, until) {
    const lock = this.locks.get(token);
    this.locks.delete(token);
    this.locks.set(token, { message: lock.message, until });
  }

  *lapsedLocks(now) {
    for (const { message, until } of this.locks.values()) {
      if (until > now) {
        return;
      }
      yield message;
    }
  }

  *dueMessages(now) {
    yield* this.#take(this.#due, now, (message) => message.state === 'scheduled');
  }

  /**
   * A locked message does not expire under its reader: the check is made again when it is given back. A deferred one
   * expires when somebody asks for it.
   */
  *expiredMessages(now) {
    yield* this.#take(this.#expiring, now, (message) => message.state === 'ready');
  }

  counts() {
    const counts = { active: 0, scheduled: 0, deferred: 0 };
    for (const message of this.messages.values()) {
      counts[message.state === 'scheduled' || message.state === 'deferred' ? message.state : 'active']++;
    }
    return counts;
  }

  /** A message leaves the heap after its turn, so one whose turn fails has it again. */
  *#take(heap, now, holds) {
    while (heap.size > 0 && heap.peek()[0] <= now) {
      const message = this.messages.get(heap.peek()[1]);
      if (message !== undefined && holds(message)) {
        yield message;
      }
      heap.pop();
    }
  }
}
